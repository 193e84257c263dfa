"""What a named method is given and what it must answer: the case, the steps, and the classes.

A method is a module with `work`, `CLASSES` and `AS_PLANNED`. It knows decimal years and floats, no
plan, no calendar and no observations; `cdstrack.words.labels.working` turns its steps into
sentences, so that what is explained is what was computed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, Protocol

from cdstrack.core.plan.model import Measure, Unit
from cdstrack.core.verdict.trajectory import TOLERANCE, Path, Point
from cdstrack.core.verdict.vocabulary import Status


class Step(NamedTuple):
    """One line of arithmetic: the numbers that go in by name, and what comes out.

    `rows` holds the figures that a step runs over, where it runs over several.
    """

    key: str
    result: float
    facts: Mapping[str, float] = MappingProxyType({})
    rows: tuple[tuple[float, ...], ...] = ()


class Undefined(StrEnum):
    """Why a method cannot judge a case."""

    RANK = "rank"
    GROWTH_RATE = "growth_rate"
    ZERO = "zero"
    MIXED_SIGNS = "mixed_signs"
    TOO_FEW_POINTS = "too_few_points"
    NO_CHANGE_ASKED = "no_change_asked"
    NOTHING_MISSING = "nothing_missing"
    TOO_LARGE = "too_large"


class Working(NamedTuple):
    """The steps of a method; the last one gives its ratio.

    `status` is set where the source judges by more than the ratio.
    """

    steps: tuple[Step, ...]
    status: Status | None = None

    @property
    def ratio(self) -> float:
        """The method's own measure of progress."""
        return self.steps[-1].result


class Cut(NamedTuple):
    """A class of a method: from `bound` up; `above` leaves the bound itself to the next class."""

    status: Status
    bound: float
    above: bool = False

    def holds(self, ratio: float) -> bool:
        """Whether the ratio is in this class or a better one, within 1e-9.

        >>> Cut(Status.ON_TRACK, 0.95).holds(0.95), Cut(Status.ON_TRACK, 9, above=True).holds(9)
        (True, False)
        """
        if self.above:
            return ratio > self.bound + TOLERANCE
        return ratio >= self.bound - TOLERANCE


@dataclass(frozen=True, slots=True)
class Classes:
    """The classes of a method, the best first; what is in none of them is `below`."""

    cuts: Sequence[Cut]
    below: Status

    def judge(self, working: Working) -> Status:
        """The class that a method's result falls in."""
        return working.status or self.of(working.ratio)

    def of(self, ratio: float) -> Status:
        """The class that the ratio falls in."""
        return next((cut.status for cut in self.cuts if cut.holds(ratio)), self.below)


class Case(NamedTuple):
    """One target to be judged: first value, latest value, and goal.

    `sign` is +1 where the way to the target is a rise, -1 where it is a fall; `path` is the plan's
    trajectory through all targets; `points` are the origin and every comparable figure after it,
    in order of time, the latest last.
    """

    origin: Point
    latest: Point
    target: Point
    sign: int
    path: Path
    points: tuple[Point, ...]
    unit: Unit
    measure: Measure

    @classmethod
    def straight(cls, *points: tuple[float, float], to: tuple[float, float]) -> "Case":
        """A count with these values, on the straight way from the first to a target."""
        known, goal = tuple(Point(*point) for point in points), Point(*to)
        sign = 1 if goal.x >= known[0].x else -1
        path = Path((known[0], goal))
        return cls(known[0], known[-1], goal, sign, path, known, Unit.COUNT, Measure.STOCK)

    @property
    def years_made(self) -> float:
        """From the origin to the latest figure."""
        return self.latest.t - self.origin.t

    @property
    def years_planned(self) -> float:
        """From the origin to the due date."""
        return self.target.t - self.origin.t

    @property
    def years_left(self) -> float:
        """From the latest figure to the due date."""
        return self.target.t - self.latest.t

    @property
    def asked(self) -> float:
        """The change from the origin to the target; positive where it is a change for the better.

        Negative only where the origin stood beyond the target already.
        """
        return (self.target.x - self.origin.x) * self.sign


class Method(Protocol):
    """A named way to judge progress.

    `AS_PLANNED` is the ratio of progress that is exactly what the target asks for.
    """

    @property
    def CLASSES(self) -> Classes: ...  # noqa: D102, N802 - a constant of the module

    @property
    def AS_PLANNED(self) -> float: ...  # noqa: D102, N802 - a constant of the module

    def work(self, case: Case) -> Working | Undefined:
        """The arithmetic in steps, the ratio last; or why the method is undefined here."""
