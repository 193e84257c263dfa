"""A problem as a value: its code, its position, and the facts that its sentence needs.

Owns the shape of every refusal and warning, the exceptions that carry them to the edge, and the
exit codes. Knows no language: `cdstrack.words.problems.sentences` turns a code and its facts into sentences.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum, StrEnum
from typing import Self, TypeVar

Value = TypeVar("Value")

Path = tuple[str | int, ...]
"""Keys and list positions that lead from the top of a plan file to one value."""


class ExitCode(IntEnum):
    """What the process answers to its caller."""

    DONE = 0
    BUG = 1
    USAGE = 2
    PLAN = 3
    STORE = 4
    IMPORT = 5
    FINDINGS = 10


class Severity(StrEnum):
    """An error stops the command, a warning is a finding, advice is optional."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Place:
    """A position in a file: 1-based line and column, and the lines to show around it.

    `excerpt` holds (line number, text) pairs; the caret goes under `column` of `line`.
    For a workbook, `line` is the row, and `sheet` names the sheet.
    """

    file: str
    line: int
    column: int = 1
    excerpt: tuple[tuple[int, str], ...] = ()
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something the user must fix.

    `facts` are the values that its sentences name, as text from outside: shown, never obeyed.
    `path` is its position in the tree of a plan, `place` in a file; a reader turns the
    first into the second.
    """

    code: str
    facts: Mapping[str, str] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    path: Path = ()
    at_key: bool = False
    place: Place | None = None

    def placed(self, place: Place | None) -> Self:
        """The same problem with its position in the file."""
        return replace(self, place=place)


class RefusedError(Exception):
    """Problems on their way to the edge, where they are printed and become an exit code."""

    exit_code = ExitCode.USAGE

    def __init__(self, *problems: Problem) -> None:
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems: Sequence[Problem] = problems


class PlanInvalidError(RefusedError):
    """The plan file was read and found wrong."""

    exit_code = ExitCode.PLAN


class StoreUnusableError(RefusedError):
    """The store is missing, locked, damaged, foreign or newer than this program."""

    exit_code = ExitCode.STORE


class ImportRefusedError(RefusedError):
    """A file of figures was refused whole; nothing of it was stored."""

    exit_code = ExitCode.IMPORT


def accept(read: Value | Problem) -> Value:
    """What was read.

    Raises:
        RefusedError: It could not be read; the problem says why.
    """
    if isinstance(read, Problem):
        raise RefusedError(read)
    return read


def refuse(*read: object) -> None:
    """Raises every problem among several readings at once; does nothing where there is none.

    Raises:
        RefusedError: There is one.
    """
    problems = [each for each in read if isinstance(each, Problem)]
    if problems:
        raise RefusedError(*problems)


MOST_PROBLEMS = 1000
"""Errors, and warnings, that are listed one by one; of a wholly wrong file the rest is counted."""


@dataclass(slots=True)
class ProblemList:
    """Errors and warnings in the order in which they were found."""

    errors: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    _unlisted: int = 0

    @property
    def is_full_of_warnings(self) -> bool:
        """Whether another warning would be dropped."""
        return len(self.warnings) >= MOST_PROBLEMS

    def add(self, problem: Problem) -> None:
        """Keeps a problem; beyond the limit an error is counted, and a warning dropped."""
        if problem.severity is not Severity.ERROR:
            if not self.is_full_of_warnings:
                self.warnings.append(problem)
        elif len(self.errors) < MOST_PROBLEMS:
            self.errors.append(problem)
        else:
            self._unlisted += 1

    def listed(self) -> list[Problem]:
        """The errors, and at their end how many more there are (CDS309)."""
        return [*self.errors, *not_listed(self._unlisted)]


def not_listed(count: int) -> list[Problem]:
    """That there are more problems than are listed; nothing where there are none."""
    return [Problem("CDS309", {"count": str(count)})] if count > 0 else []
