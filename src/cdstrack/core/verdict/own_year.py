"""Targets of a flow or of the growth of a year, each answered by the figure of its own year alone.

Owns rows 5c to 5e of the decision table. Figures of other years are shown beside it and may carry a
forecast; they never meet or miss the target, so it is never met late.
"""

from dataclasses import dataclass
from datetime import date

from cdstrack.core.verdict.bounds import held
from cdstrack.core.verdict.judgement_context import JudgementContext, comparable_on
from cdstrack.core.verdict.likely import Likely, NoRange, likely_by
from cdstrack.core.verdict.model import Verdict
from cdstrack.core.verdict.pace import Forecast, Refusal, Trend, forecast
from cdstrack.core.verdict.tendency import trend_of
from cdstrack.core.verdict.trajectory import decimal_year, is_stale
from cdstrack.core.verdict.vocabulary import Flag, Reason, Status


@dataclass(frozen=True, slots=True)
class YearsBefore:
    """The projection from the whole years before the target's own year, for the worst group."""

    trend: Trend
    forecast: Forecast | Refusal
    likely: Likely | NoRange


def judge_own_year(context: JudgementContext, standing: Verdict) -> Verdict:
    """Rows 5c to 5e: the year's whole figure meets or misses the target; without it nobody knows.

    Args:
        context: A target that speaks of one year, with the figures of that year.
        standing: The numbers that these figures give.
    """
    threshold = context.threshold
    assert threshold is not None  # noqa: S101 - row 3 comes first
    figure = context.speaker
    answer = standing._replace(way_made=1.0 if context.is_met else None)
    answer = answer._replace(of_year=figure.value if figure else None)
    if context.is_met:
        return answer._replace(status=Status.ACHIEVED)
    if figure is not None and not context.reported_meet:
        gap = threshold.gap(figure.value)
        answer = answer._replace(shortfall=abs(gap), was_above=gap < 0)
        return answer._replace(status=Status.MISSED, reasons=(Reason.SHORTFALL,))
    return _unanswered(context, Verdict(Status.PENDING, threshold=standing.threshold))


def _unanswered(context: JudgementContext, verdict: Verdict) -> Verdict:
    """Rows 5d and 5e: the figure of the year, or that of a group, is not there."""
    reasons = (Reason.PART_YEAR,) if _has_part(context) else ()
    if context.is_past:
        reasons = (Reason.NO_FIGURE_NEAR_DUE, *reasons)
        return verdict._replace(status=Status.AWAITING_DATA, reasons=reasons)
    before = years_before(context)
    verdict = verdict._replace(reasons=reasons)
    if before is None:
        return verdict
    likely = None if isinstance(before.likely, NoRange) else before.likely
    verdict = verdict._replace(likely=likely)
    if isinstance(before.forecast, Refusal):
        return verdict
    flags = (Flag.LOW_CONFIDENCE,) if before.forecast.low_confidence else ()
    value = held(before.forecast.value, context.bounds)
    return verdict._replace(forecast=value, flags=flags)


def years_before(context: JudgementContext) -> YearsBefore | None:
    """The projection of the whole years up to now to the target's year; None if there are none."""
    year, threshold = context.own_year, context.threshold
    if year is None or threshold is None:
        return None
    comparable, _ = comparable_on(context.indicator, context.series, context.as_of)
    newest = context.newest
    if comparable.latest is None or newest is None:
        return None
    trend = trend_of(context.indicator, context.series, context.as_of)
    end = decimal_year(date(year, 12, 31))
    too_old = is_stale((context.as_of - newest.on).days, context.indicator.frequency, times=2)
    return YearsBefore(
        trend,
        forecast(trend, end, too_old=too_old, doubts=()),
        likely_by(context, trend, end, threshold),
    )


def _has_part(context: JudgementContext) -> bool:
    """Whether the newest figure is about a part of the year that is asked."""
    newest = context.newest
    return (
        newest is not None
        and newest.on.year == context.own_year
        and not newest.observation.period.closes_its_year
    )
