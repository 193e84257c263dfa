"""What a named method is given, and what it must answer.

Owns the shape shared by all methods. A method is a module with `work` and `CLASSES`; it knows
decimal years and floats, no plan, no calendar and no figures.
"""

from dataclasses import dataclass
from typing import Protocol

from cdstrack.core.plan.model import Measure, Unit
from cdstrack.core.verdict.methods.working import Classes, Undefined, Working
from cdstrack.core.verdict.trajectory import Path, Point


@dataclass(frozen=True, slots=True)
class Case:
    """One target to be judged: where the series began, where it stands, where it should be.

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
