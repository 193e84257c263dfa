"""Taking in many figures at once: which are new, which are there already, which contradict.

Owns the comparison of a stream of figures with the record and with itself. It holds a few hundred
of them at a time; what went before is asked of the transaction that they are written in.
"""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice

from cdstrack.core.observation import Cell, Observation, format_decimal
from cdstrack.core.problem import ImportRefusedError, Place, Problem
from cdstrack.core.record import Act, Submission, differences
from cdstrack.store.writing import Write

_AT_ONCE = 500
_MOST_PROBLEMS = 1000


class OnConflict(StrEnum):
    """What becomes of a figure whose cell holds another one."""

    FAIL = "fail"
    SKIP = "skip"
    CORRECT = "correct"


@dataclass(slots=True)
class Taken:
    """What came of an intake; `submission` is null where nothing was added."""

    submission: Submission | None = None
    new: int = 0
    same: int = 0
    corrected: int = 0
    skipped: int = 0


def take_in(
    write: Write,
    act: Act,
    figures: Iterable[tuple[int, Observation]],
    *,
    file: str,
    on_conflict: OnConflict = OnConflict.FAIL,
) -> Taken:
    """Keeps the figures that are new, as one submission.

    Args:
        write: The transaction. When this raises, it must be left, so that nothing is kept.
        act: The import; not kept where no figure is new.
        figures: Each with the number of the line that it stands on. When they are read to the end
            they may raise `ImportRefusedError` with what was wrong in the file.
        file: The file's name, for the places of problems.
        on_conflict: What to do where the record holds another figure.

    Raises:
        ImportRefusedError: The file's own problems together with every figure that contradicts
            the record (CDS218) or another line of the file (CDS310).
        StoreUnusableError: The store cannot be written.
    """
    intake = _Intake(write, file, on_conflict)
    intake.taken.submission = write.append_batches(act, intake.sifted(figures))
    if intake.problems:
        raise ImportRefusedError(*sorted(intake.problems, key=_line))
    return intake.taken


def _line(problem: Problem) -> int:
    # Those about the whole file come last, after what is wrong on its lines.
    return problem.place.line if problem.place else 1 << 60


@dataclass(slots=True)
class _Intake:
    write: Write
    file: str
    on_conflict: OnConflict
    taken: Taken = field(default_factory=Taken)
    problems: list[Problem] = field(default_factory=list)
    _first: int = 0
    _lines: "array[int]" = field(default_factory=lambda: array("Q"))

    def sifted(self, figures: Iterable[tuple[int, Observation]]) -> Iterator[list[Observation]]:
        """The figures that are to be added, in batches that the record must hold one by one."""
        self._first = self.write.next_observation()
        remaining = self._sound(figures)
        while chunk := list(islice(remaining, _AT_ONCE)):
            yield self._sift(chunk)

    def _sound(
        self, figures: Iterable[tuple[int, Observation]]
    ) -> Iterator[tuple[int, Observation]]:
        try:
            yield from figures
        except ImportRefusedError as refused:
            self.problems += refused.problems

    def _sift(self, chunk: list[tuple[int, Observation]]) -> list[Observation]:
        wanted = []
        standing = self.write.latest_in_cells({figure.cell for _, figure in chunk})
        lines: dict[Cell, int] = {}
        for line, figure in chunk:
            cell = figure.cell
            kept = standing.get(cell)
            if kept is not None and not self._is_wanted(line, figure, kept, lines.get(cell)):
                continue
            self.taken.new += kept is None
            self._lines.append(line)
            standing[cell], lines[cell] = figure, line
            wanted.append(figure)
        return wanted

    def _is_wanted(
        self, line: int, figure: Observation, kept: Observation, earlier: int | None
    ) -> bool:
        differing = differences(kept, figure)
        if not differing:
            self.taken.same += 1
            return False
        earlier = earlier or self._line_of(kept)
        if earlier is not None or self.on_conflict is OnConflict.FAIL:
            self._refuse(_contradiction(figure, kept, differing, earlier), line)
            return False
        wanted = self.on_conflict is OnConflict.CORRECT
        self.taken.corrected += wanted
        self.taken.skipped += not wanted
        return wanted

    def _line_of(self, kept: Observation) -> int | None:
        """The line that brought a figure, where this intake has added it."""
        if kept.id is None or kept.id < self._first:
            return None
        return self._lines[kept.id - self._first]

    def _refuse(self, problem: Problem, line: int) -> None:
        if len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(problem.placed(Place(self.file, line)))


def _contradiction(
    figure: Observation, kept: Observation, differing: tuple[str, ...], earlier: int | None
) -> Problem:
    facts = {
        "indicator": figure.indicator,
        "period": figure.period.text,
        "recorded": _told(kept, differing),
        "value": _told(figure, differing),
    }
    if earlier is None:
        return Problem("CDS218", facts)
    return Problem("CDS310", {**facts, "line": str(earlier)})


def _told(figure: Observation, differing: tuple[str, ...]) -> str:
    """The figure in one line, with what makes it another one."""
    value = str(figure.state or figure.not_available or "")
    if figure.value is not None:
        value = format_decimal(figure.value)
    if figure.numerator is not None and figure.denominator is not None:
        value = f"{format_decimal(figure.numerator)}/{format_decimal(figure.denominator)}"
    named = ("qualifier", "stated", "document", "reported", "note")
    more = [f"{name} {_text(getattr(figure, name))}" for name in named if name in differing]
    return ", ".join([value, *more])


def _text(value: object) -> str:
    return "-" if value is None else str(getattr(value, "text", value))
