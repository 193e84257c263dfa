"""What a named method is given, and what it must answer.

Owns the shape shared by all methods. A method is a module with `ratio` and `status`; it knows
decimal years and floats, no plan, no calendar and no figures.
"""

from dataclasses import dataclass
from typing import Protocol

from cdstrack.core.pace import Trend
from cdstrack.core.plan import Measure, Unit
from cdstrack.core.status import Status
from cdstrack.core.trajectory import Path, Point


@dataclass(frozen=True, slots=True)
class Case:
    """One target to be judged: where the series began, where it stands, where it should be.

    `sign` is +1 when a rise is wanted, -1 when a fall is; `path` is the plan's trajectory through
    all targets; `trend` holds the origin and every comparable figure up to the latest.
    """

    origin: Point
    latest: Point
    target: Point
    sign: int
    path: Path
    trend: Trend
    unit: Unit
    measure: Measure


class Method(Protocol):
    """A named way to judge progress."""

    def ratio(self, case: Case) -> float | None:
        """The method's own measure of progress; None where the method is undefined."""

    def status(self, ratio: float) -> Status:
        """The class that the ratio falls in."""
