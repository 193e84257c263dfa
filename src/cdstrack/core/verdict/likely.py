"""What the due date will likely bring: a damped centre, a range, and the chance to meet the target.

Owns that arithmetic and where it is refused. Formulas: centre x + pace * S(h) with
S(h) = phi * (1 - phi^h) / (1 - phi), phi = 0.9, the damped trend of Gardner and McKenzie (1985), h
the years from the latest figure to the due date; half width 2 * u * sqrt(h), u the median of
|x2 - x1| / sqrt(t2 - t1) between neighbours. On 1,000 public series that range held 81, 78 and 75
of 100 at one, three and five years, so it is taken for the 80 % range of a normal distribution,
and the chance is that distribution's.
"""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from math import erfc, inf, nextafter, sqrt
from statistics import median
from typing import NamedTuple

from cdstrack.core.verdict.bounds import Bounds, held
from cdstrack.core.verdict.judgement_context import JudgementContext
from cdstrack.core.verdict.pace import HORIZON_PER_SPAN, Trend, met_by
from cdstrack.core.verdict.progress_input import ProgressInput
from cdstrack.core.verdict.threshold import Threshold
from cdstrack.core.verdict.trajectory import TOLERANCE, Point

DAMPING = 0.9
HALF_WIDTH = 2.0
"""Usual yearly changes, times the root of the years."""
EIGHTY_PERCENT = 1.2815515655
"""Standard deviations on either side of the centre that hold 80 % of a normal distribution."""
FEWEST_FIGURES, SHORTEST_SPAN = 4, 2.0


class NoRange(StrEnum):
    """Why there is no likely range."""

    BREAKDOWN = "breakdown"
    ROUGH = "rough"
    FEW_FIGURES = "few_figures"
    SHORT_SPAN = "short_span"
    FAR_HORIZON = "far_horizon"


class Spread(NamedTuple):
    """Where the value at the due date likely lies, before any bounds; `years` is the horizon.

    `usual_change` is what the series usually moves in a year, up or down.
    """

    latest: float
    pace: float
    years: float
    usual_change: float

    @property
    def damped_years(self) -> float:
        """How many years of the full pace the damped one amounts to."""
        faded: float = DAMPING**self.years
        return DAMPING * (1 - faded) / (1 - DAMPING)

    @property
    def centre(self) -> float:
        """The latest value carried on at a pace that fades by a tenth a year."""
        return self.latest + self.pace * self.damped_years

    @property
    def half_width(self) -> float:
        """From the centre to either end of the range."""
        return HALF_WIDTH * self.usual_change * sqrt(self.years)

    @property
    def deviation(self) -> float:
        """The standard deviation of the normal distribution whose 80 % this range is."""
        return self.half_width / EIGHTY_PERCENT

    def after(self, years: float, bounds: Bounds) -> tuple[float, float]:
        """The ends of the range for so many years after the latest figure, inside the bounds."""
        then = self._replace(years=years)
        return held(then.centre - then.half_width, bounds), held(
            then.centre + then.half_width, bounds
        )


class Likely(NamedTuple):
    """The range that holds some 80 of 100 outcomes, inside the bounds, and the target's chance."""

    low: float
    high: float
    chance: float
    spread: Spread
    bounds: Bounds

    @property
    def basis(self) -> str:
        """By which model; there is one."""
        return "damped"


def likely_of(
    context: JudgementContext, basis: ProgressInput, threshold: Threshold
) -> Likely | NoRange:
    """The likely range at the due date of an open target, or the reason why there is none."""
    found = likely_by(context, basis.trend, basis.case.target.t, threshold)
    if isinstance(found, Likely) and found.spread.years <= TOLERANCE:
        return found._replace(chance=float(context.is_met))
    return found


def likely_by(
    context: JudgementContext, trend: Trend, due: float, threshold: Threshold
) -> Likely | NoRange:
    """The likely range at a time after the last point of a trend, or the reason why there is none."""
    if context.indicator.every is not None:
        return NoRange.BREAKDOWN
    if context.target.kind.approximate:
        return NoRange.ROUGH
    spread = spread_of(trend, due)
    if isinstance(spread, NoRange):
        return spread
    bounds = context.bounds
    low, high = spread.after(spread.years, bounds)
    return Likely(low, high, chance_of(threshold, spread, bounds), spread, bounds)


def spread_of(trend: Trend, due: float) -> Spread | NoRange:
    """Centre and width for a date not before the last point, or why there is no telling.

    Refused with fewer than four figures, less than two years between the first and the last, or a
    horizon over five times that span.
    """
    pace = trend.pace
    if pace is None or len(trend.points) < FEWEST_FIGURES:
        return NoRange.FEW_FIGURES
    if trend.span < SHORTEST_SPAN - TOLERANCE:
        return NoRange.SHORT_SPAN
    latest = trend.points[-1]
    years = max(0.0, due - latest.t)
    if is_too_far(trend, years):
        return NoRange.FAR_HORIZON
    return Spread(latest.x, pace, years, usual_change(trend.points))


def is_too_far(trend: Trend, years: float) -> bool:
    """Whether a horizon is more than five times what the figures span."""
    return years > HORIZON_PER_SPAN * trend.span + TOLERANCE


def yearly_changes(points: Sequence[Point]) -> list[float]:
    """How far each point lies from the one before, up or down, brought to one year.

    By the root of time, as the steps of a random walk grow; yearly figures keep their change.
    """
    return [abs(b.x - a.x) / sqrt(b.t - a.t) for a, b in pairwise(points)]


def usual_change(points: Sequence[Point]) -> float:
    """The usual yearly change of a series: the median of its yearly changes.

    >>> usual_change([Point(2020, 10), Point(2021, 14), Point(2022, 12), Point(2026, 22)])
    4.0
    """
    return median(yearly_changes(points))


def chance_of(threshold: Threshold, spread: Spread, bounds: Bounds) -> float:
    """The chance that the value satisfies the target; a value beyond a bound counts as on it.

    Exactly 1 or 0 only where the series usually does not change, or where the bounds alone decide.
    """
    low, high = _uncut(threshold, bounds)
    if low > high:
        return 0.0
    if (low, high) == (-inf, inf):
        return 1.0
    if spread.half_width == 0:
        return float(met_by(threshold, held(spread.centre, bounds)))
    first, last = ((end - spread.centre) / spread.deviation for end in (low, high))
    return min(nextafter(1, 0), max(nextafter(0, 1), _mass(first, last)))


def _uncut(threshold: Threshold, bounds: Bounds) -> tuple[float, float]:
    """Between which values of the uncut distribution the target is met; reversed for nowhere."""
    floor, ceiling = bounds
    above = Threshold(low=threshold.low, strict=threshold.strict)
    below = Threshold(high=threshold.high, strict=threshold.strict)
    if ceiling is not None and not above.satisfied_by(ceiling):
        return inf, -inf
    if floor is not None and not below.satisfied_by(floor):
        return inf, -inf
    low, high = above.low, below.high
    if floor is not None and above.satisfied_by(floor):
        low = None
    if ceiling is not None and below.satisfied_by(ceiling):
        high = None
    return -inf if low is None else float(low), inf if high is None else float(high)


def _mass(first: float, last: float) -> float:
    """The mass of the standard normal distribution between two values, exact in either tail."""
    if first > 0:
        first, last = -last, -first
    return (erfc(-last / sqrt(2)) - erfc(-first / sqrt(2))) / 2


def tenth_of(chance: float) -> int:
    """A chance in tenths: 0 below one tenth, 10 above nine tenths, else rounded.

    >>> tenth_of(0.04), tenth_of(0.37), tenth_of(0.97)
    (0, 4, 10)
    """
    if chance < 0.1:
        return 0
    return 10 if chance > 0.9 else round(chance * 10)
