"""Which way an indicator without a target is moving, by the rule that the named method has for it.

Owns those rules. Without a target the published methods judge the rate of growth itself, in the
wanted direction: Statistics Canada (`cagr`) calls it progress from 0.5 % a year and deterioration
below 0, the UN Statistics Division (`unsd`) progress from 0.5 % and stagnation or regression below,
Eurostat progress above 0 and movement away below (significant from 1 % on either side). The other
methods publish no such rule; there the current pace is compared with the mean size of the figures,
and half a per cent a year either way counts as standing still. That one is this program's own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from statistics import fmean

from cdstrack.core.plan.model import Direction, Indicator, MethodName, Unit
from cdstrack.core.verdict.judgement_context import comparable_on
from cdstrack.core.verdict.methods.compound import not_compound, yearly_rate
from cdstrack.core.verdict.pace import SHORTEST_SPAN, Trend
from cdstrack.core.verdict.series import Series
from cdstrack.core.verdict.trajectory import TOLERANCE, Point, decimal_year
from cdstrack.core.verdict.vocabulary import DirectionVerdict


@dataclass(frozen=True, slots=True)
class RateCuts:
    """From which yearly rate in the wanted direction things improve, and below which they worsen.

    `above` leaves the first bound itself to what stands still.
    """

    improving: float
    worsening: float
    above: bool = False

    def of(self, rate: float) -> DirectionVerdict:
        """The verdict on a rate, within 1e-9.

        >>> str(RateCuts(0.005, 0.0).of(0.005)), str(RateCuts(0.0, 0.0, above=True).of(0.0))
        ('improving', 'stagnating')
        """
        room = TOLERANCE if self.above else -TOLERANCE
        if rate >= self.improving + room:
            return DirectionVerdict.IMPROVING
        if rate < self.worsening - TOLERANCE:
            return DirectionVerdict.WORSENING
        return DirectionVerdict.STAGNATING


BY_GROWTH: Mapping[MethodName, RateCuts] = {
    MethodName.CAGR: RateCuts(0.005, 0.0),
    MethodName.EUROSTAT: RateCuts(0.0, 0.0, above=True),
    MethodName.UNSD: RateCuts(0.005, 0.0),
}
BY_PACE = RateCuts(0.005, -0.005)


@dataclass(frozen=True, slots=True)
class Tendency:
    """The verdict, and the yearly rate it rests on: positive in the wanted direction."""

    verdict: DirectionVerdict
    rate: float
    method: MethodName


def tendency_of(
    indicator: Indicator, series: Series, as_of: date, method: MethodName | None
) -> Tendency | None:
    """The tendency of the indicator; None if figures and method do not determine it.

    Nothing is said of states, of structures without a wanted direction, of fewer than two dates or
    less than a quarter of a year, and where growth has no meaning for a method that measures it.
    """
    name = method or indicator.method or MethodName.LINEAR
    if indicator.unit is Unit.STATE or indicator.direction not in _WANTED:
        return None
    trend = trend_of(indicator, series, as_of)
    if trend.span < SHORTEST_SPAN - TOLERANCE:
        return None
    rate = _growth(indicator, trend) if name in BY_GROWTH else _relative_pace(trend)
    if rate is None:
        return None
    wanted = rate * indicator.direction.sign
    return Tendency(BY_GROWTH.get(name, BY_PACE).of(wanted), wanted, name)


_WANTED = {Direction.INCREASE, Direction.DECREASE}


def trend_of(indicator: Indicator, series: Series, as_of: date) -> Trend:
    """The comparable figures of the group that is worst, the declared baseline included."""
    comparable, baseline = comparable_on(indicator, series, as_of)
    worst = comparable.worst()
    figures = () if worst is None else comparable.figures[worst]
    points = [each.point for each in figures]
    if baseline is not None:
        start = Point(decimal_year(baseline.date), float(Fraction(baseline.value)))
        points = [start, *(point for point in points if point.t > start.t)]
    return Trend.of(points)


def _growth(indicator: Indicator, trend: Trend) -> float | None:
    """The compound rate from the first figure to the last; of negative values, towards zero."""
    first, last = trend.points[0], trend.points[-1]
    if not_compound(indicator.unit, indicator.measure, first.x, last.x) is not None:
        return None
    rate = yearly_rate(first.x, last.x, last.t - first.t)
    return rate if first.x > 0 else -rate


def _relative_pace(trend: Trend) -> float | None:
    """The current pace as a share of the mean size of the figures."""
    size = fmean(abs(point.x) for point in trend.points)
    if trend.pace is None:
        return None
    return trend.pace / size if size else 0.0
