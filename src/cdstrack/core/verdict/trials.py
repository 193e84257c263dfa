"""One series run through time: at each figure what would have been said, beside what came.

Owns the trials. The forecast and the range are worked out from the figures up to a day, by the
functions that the verdicts use, for the date of each later figure; the value then recorded is the
judge. Only figures are turned back, not what was known of them: a revised figure counts as it
is now.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from cdstrack.core.plan.comparators import JudgedBy
from cdstrack.core.plan.model import Indicator, Unit
from cdstrack.core.verdict.bounds import Bounds, bounds_of, held
from cdstrack.core.verdict.likely import (
    NoRange,
    Spread,
    chance_of,
    is_too_far,
    spread_of,
)
from cdstrack.core.verdict.pace import Trend, met_by, outlook
from cdstrack.core.verdict.progress_input import progressed
from cdstrack.core.verdict.series import WHOLE, Series, SeriesValue
from cdstrack.core.verdict.threshold import Threshold, threshold_of
from cdstrack.core.verdict.trajectory import Point, decimal_year
from cdstrack.core.verdict.vocabulary import Outlook

MOST_FIGURES = 100
"""The newest figures of a series that are tried: each forecast looks at every pair before it."""


class Untried(StrEnum):
    """Why a series has no trial."""

    STATE = "state"
    BREAKDOWN = "breakdown"
    FEW_FIGURES = "few_figures"
    SHORT_SPAN = "short_span"


@dataclass(frozen=True, slots=True)
class Trial:
    """One forecast made from the figures up to a day, and the value that came, `years` later.

    `carried` is the last value then known; `low` and `high` are the ends of the range.
    """

    years: float
    carried: float
    forecast: float
    centre: float
    low: float
    high: float
    actual: float

    @property
    def is_within(self) -> bool:
        """Whether the value came to lie in the range, its ends included."""
        return self.low <= self.actual <= self.high


@dataclass(frozen=True, slots=True)
class Call:
    """A prediction about a target not yet met, and whether the later value met it."""

    outlook: Outlook
    chance: float
    met: bool


@dataclass(frozen=True, slots=True)
class Trials:
    """All trials of one series; `untried` says why there are none."""

    figures: int
    trials: tuple[Trial, ...] = ()
    calls: tuple[Call, ...] = ()
    untried: Untried | None = None


def tried(indicator: Indicator, series: Series) -> Trials:
    """The trials of an indicator by the figures that may be judged."""
    figures = series.figures.get(WHOLE, ())
    if indicator.unit is Unit.STATE:
        return Trials(len(figures), untried=Untried.STATE)
    if indicator.every is not None:
        return Trials(sum(map(len, series.figures.values())), untried=Untried.BREAKDOWN)
    thresholds = _thresholds(indicator)
    trials: list[Trial] = []
    calls: list[Call] = []
    for stretch in _stretches(indicator, figures[-MOST_FIGURES:]):
        for look, came in _looks_ahead(indicator, stretch):
            trials.append(_trial(look.spread, came.point.x, look.bounds))
            calls += (
                _call(threshold, look.spread, look.bounds, met=came.satisfies(threshold))
                for threshold in thresholds
                if not look.latest.satisfies(threshold)
            )
    untried = None if trials else _why_untried(indicator, figures)
    return Trials(len(figures), tuple(trials), tuple(calls), untried)


@dataclass(frozen=True, slots=True)
class _Look:
    """A look ahead: the spread for a date and its bounds, and the figure from which it was made."""

    spread: Spread
    bounds: Bounds
    latest: "_Known"


@dataclass(frozen=True, slots=True)
class _Known:
    """A point of the series, with its figure; None for the declared baseline."""

    point: Point
    figure: SeriesValue | None

    def satisfies(self, threshold: Threshold) -> bool:
        if self.figure is None:
            return threshold.satisfied_by(Fraction(self.point.x))
        return self.figure.satisfies(threshold)


def _stretches(indicator: Indicator, series: Sequence[SeriesValue]) -> list[list[_Known]]:
    """The series cut at definition breaks, each stretch after the baseline where it has one."""
    breaks = sorted(each.date for each in indicator.breaks)
    stretches: list[list[_Known]] = [[] for _ in range(len(breaks) + 1)]
    baseline = indicator.baseline
    if baseline is not None:
        start = Point(decimal_year(baseline.date), float(baseline.value))
        number = sum(day <= baseline.date for day in breaks)
        stretches[number].append(_Known(start, None))
    for figure in series:
        if baseline is None or figure.on > baseline.date:
            stretches[sum(day <= figure.on for day in breaks)].append(_Known(figure.point, figure))
    return stretches


def _looks_ahead(indicator: Indicator, stretch: Sequence[_Known]) -> Iterator[tuple[_Look, _Known]]:
    """From every figure to every later one for which something would have been said."""
    asked = next((target for target in indicator.ordered_targets if target.of), None)
    for count in range(1, len(stretch)):
        trend = Trend.of(each.point for each in stretch[:count])
        start = trend.points[-1].t
        # Pace and usual change are those of the figures so far; only the horizon differs.
        spread = spread_of(trend, start)
        if isinstance(spread, NoRange):
            continue
        figures = [each.figure for each in stretch[:count] if each.figure]
        bounds = bounds_of(indicator, figures, asked)
        for came in stretch[count:]:
            years = came.point.t - start
            if not is_too_far(trend, years):
                yield _Look(spread._replace(years=years), bounds, stretch[count - 1]), came


def _trial(spread: Spread, actual: float, bounds: Bounds) -> Trial:
    low, high = spread.after(spread.years, bounds)
    return Trial(
        spread.years,
        spread.latest,
        held(spread.latest + spread.pace * spread.years, bounds),
        held(spread.centre, bounds),
        low,
        high,
        actual,
    )


def _call(threshold: Threshold, spread: Spread, bounds: Bounds, *, met: bool) -> Call:
    """The prediction for a target due on the later figure's date."""
    latest = Fraction(spread.latest)
    ahead = spread.latest + spread.pace * spread.years
    missing = threshold.gap(latest)
    missing_then = threshold.bound(latest) - progressed(threshold, latest, Fraction(ahead))
    sign = 1 if missing > 0 or (missing == 0 and threshold.low is not None) else -1
    reaches = met_by(threshold, held(ahead, bounds))
    word = outlook(float(missing), float(missing_then), spread.pace, sign, reaches=reaches)
    return Call(word, chance_of(threshold, spread, bounds), met)


def _thresholds(indicator: Indicator) -> list[Threshold]:
    """The different numbers that the indicator's targets are judged by."""
    found = [
        threshold_of(target, indicator.baseline, indicator.direction)
        for target in indicator.ordered_targets
        if target.kind.judged_by is JudgedBy.VALUE
    ]
    return list(dict.fromkeys(each for each in found if each is not None))


def _why_untried(indicator: Indicator, series: Sequence[SeriesValue]) -> Untried:
    """Why no figure was far enough in the series, with another after it."""
    for stretch in _stretches(indicator, series):
        trend = Trend.of(each.point for each in stretch[:-1])
        if stretch and spread_of(trend, stretch[-1].point.t) is NoRange.SHORT_SPAN:
            return Untried.SHORT_SPAN
    return Untried.FEW_FIGURES
