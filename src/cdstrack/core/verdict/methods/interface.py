"""What a named method is given and what it must answer: the case, the steps, and the classes.

A method is a module with `work`, `CLASSES` and `AS_PLANNED`. It knows decimal years and floats, no
plan, no calendar and no observations; `cdstrack.words.labels.working` turns its steps into
sentences, so that what is explained is what was computed.
Compound growth is here because two methods share it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import expm1, log
from typing import Protocol

from cdstrack.core.plan.model import Measure, Unit
from cdstrack.core.verdict.trajectory import TOLERANCE, Path, Point
from cdstrack.core.verdict.vocabulary import Status


@dataclass(frozen=True, slots=True)
class Step:
    """One line of arithmetic: the numbers that go in by name, and what comes out.

    `rows` holds the figures that a step runs over, where it runs over several.
    """

    key: str
    result: float
    facts: Mapping[str, float] = field(default_factory=dict)
    rows: tuple[tuple[float, ...], ...] = ()


class Undefined(StrEnum):
    """Why a method cannot judge a case."""

    RANK = "rank"
    GROWTH_RATE = "growth_rate"
    ZERO = "zero"
    MIXED_SIGNS = "mixed_signs"
    TOO_FEW_POINTS = "too_few_points"
    NO_TIME_LEFT = "no_time_left"
    NO_CHANGE_ASKED = "no_change_asked"
    NOTHING_MISSING = "nothing_missing"
    TOO_LARGE = "too_large"


@dataclass(frozen=True, slots=True)
class Working:
    """The steps of a method; the last one gives its ratio."""

    steps: tuple[Step, ...]

    @property
    def ratio(self) -> float:
        """The method's own measure of progress."""
        return self.steps[-1].result


@dataclass(frozen=True, slots=True)
class Cut:
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

    def of(self, ratio: float) -> Status:
        """The class that the ratio falls in."""
        return next((cut.status for cut in self.cuts if cut.holds(ratio)), self.below)


@dataclass(frozen=True, slots=True)
class Case:
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


def yearly_rate(start: float, end: float, years: float) -> float:
    """The constant rate of growth per year that leads from `start` to `end`, both of one sign.

    >>> round(yearly_rate(40, 50, 2), 6)
    0.118034
    """
    return expm1(log(end / start) / years)


def not_compound(case: Case, *values: float) -> Undefined | None:
    """Why nothing grows by compound interest here; None where it may.

    A rank is no quantity and a growth rate does not grow (Statistics Canada and EUSTAT exclude
    both); a rate of growth has no meaning from, to or across zero.
    """
    if case.unit is Unit.RANK or case.measure is Measure.RANK:
        return Undefined.RANK
    if case.measure is Measure.RATE:
        return Undefined.GROWTH_RATE
    if 0 in values:
        return Undefined.ZERO
    if min(values) < 0 < max(values):
        return Undefined.MIXED_SIGNS
    return None


def actual_rate(case: Case) -> Step:
    """The rate at which the series has grown from the origin to the latest figure."""
    start, end, years = case.origin.x, case.latest.x, case.years_made
    facts = {"start": start, "end": end, "years": years}
    return Step("actual_rate", yearly_rate(start, end, years), facts)
