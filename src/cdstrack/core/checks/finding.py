"""What a check found, with a key that stays the same from one check to the next.

Owns that key, by which an accepted finding is not reported again. Knows neither sentences nor the
store.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Protocol

from cdstrack.core.problem import Problem, Severity
from cdstrack.core.record.observation import Cell, Observation

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem in the plan or the record.

    `key` says what was found, with the numbers that it rests on: a corrected figure that is still
    wrong is another finding. `cell` and `observation` name the figure it is about. `accepted` is
    the reason given for accepting it.
    """

    problem: Problem
    key: str
    cell: Cell | None = None
    observation: int | None = None
    accepted: str | None = None

    @property
    def id(self) -> str:
        """The short name to type: the beginning of the key's SHA-256."""
        return sha256(self.key.encode()).hexdigest()[:_SHOWN]


class OnlyCounts(Protocol):
    """Counts warnings about figures that need not be made, as `Findings.only_counts` does."""

    def __call__(self, code: str, count: int = 1) -> bool:
        """Whether the warnings were counted; if not, the caller makes them."""


def makes_all(code: str, count: int = 1) -> bool:  # noqa: ARG001 - stands where others count
    """Counts nothing, so that every warning is made."""
    return False


class Findings:
    """What a check found: of each code about figures the first few in full, all of them counted.

    `listed` are the findings in full, in their order; those that were accepted, with the reason,
    only where all are listed.
    `open` counts the ones that were not accepted by severity, `accepted` the others, and `alike`
    the open ones about figures by code.

    Args:
        most: How many open findings of one code about figures are listed; None for all of them.
        reasons: Why findings were accepted, by their keys.
    """

    def __init__(self, most: int | None = None, reasons: Mapping[str, str] | None = None) -> None:
        self.listed: list[Finding] = []
        self.open: Counter[Severity] = Counter()
        self.alike: Counter[str] = Counter()
        self.accepted = 0
        self._most = most
        self._reasons = reasons or {}
        self._accepted_codes = {key.partition(" ")[0] for key in self._reasons}

    def add(self, findings: Iterable[Finding]) -> None:
        """Adds findings."""
        for finding in findings:
            reason = self._reasons.get(finding.key)
            if reason is not None:
                self.accepted += 1
                if self._most is None:
                    self.listed.append(replace(finding, accepted=reason))
                continue
            code = finding.problem.code
            self.open[finding.problem.severity] += 1
            self.alike[code] += finding.cell is not None
            if self._most is None or self.alike[code] <= self._most:
                self.listed.append(finding)

    def only_counts(self, code: str, count: int = 1) -> bool:
        """Counts warnings about figures if enough of their code are listed already.

        Returns:
            Whether they were counted; if not, the caller makes and adds them.
        """
        if self._most is None or self.alike[code] < self._most or code in self._accepted_codes:
            return False
        self.alike[code] += count
        self.open[Severity.WARNING] += count
        return True


def about_observation(problem: Problem, figure: Observation) -> Finding:
    """The finding for a problem of one observation."""
    return Finding(problem, _key(problem, figure.cell), figure.cell, figure.id)


def about_record(problem: Problem) -> Finding:
    """The finding for a problem of the record as a whole."""
    return Finding(problem, _key(problem))


def about_plan(problems: Iterable[Problem]) -> list[Finding]:
    """The findings for the problems of a plan.

    Positions do not enter the key, because a line inserted above must not change it; the second
    of two equal ones is distinguished by its number.
    """
    seen: Counter[str] = Counter()
    found = []
    for problem in problems:
        steps = [step for step in problem.path if isinstance(step, str)]
        key = _key(problem, steps)
        seen[key] += 1
        found.append(Finding(problem, f"{key} ({seen[key]})" if seen[key] > 1 else key))
    return found


def _key(problem: Problem, about: Iterable[str] = ()) -> str:
    facts = sorted(f"{name}={fact}" for name, fact in problem.facts.items() if fact)
    return " ".join([problem.code, *(part for part in about if part), *facts])


@dataclass(frozen=True, slots=True)
class DiagnosisLine:
    """One item of a diagnosis; `problem` is a finding, `hint` a proposal that is no finding.

    `origin` is `option`, `environment` or `default`, and `name` the option or variable that set the
    value; both are empty for what nobody can set.
    """

    key: str
    value: str
    origin: str = ""
    name: str = ""
    problem: Problem | None = None
    hint: str = ""
