"""Targets of several years: which years count, how each was judged, and what their mean is.

Owns rows 4 and 5 of the decision table. A year is represented by an observation of the
whole year; for stocks and indices, by the last one dated in it.
"""

from collections.abc import Mapping
from datetime import date

from cdstrack.core.plan.model import Measure
from cdstrack.core.verdict.judgement_context import JudgementContext
from cdstrack.core.verdict.model import Verdict
from cdstrack.core.verdict.series import OVER_TIME, Series, SeriesValue
from cdstrack.core.verdict.threshold import Threshold
from cdstrack.core.verdict.vocabulary import Flag, Status


def judge_years(context: JudgementContext) -> Verdict:
    """The verdict on a yearly target: the last closed year while open, all of them once past due."""
    threshold = context.threshold
    assert threshold is not None  # noqa: S101 - a yearly target states its number
    years = {year: _judge_year(context, year, threshold) for year in closed_years(context)}
    verdict = Verdict(_overall(context, years), threshold=threshold.one_bound, years=years)
    figure = _speaker(context)
    if figure is not None:
        done = threshold.completion(figure.value)
        verdict = verdict._replace(
            gap=threshold.gap(figure.value),
            latest_meets=figure.satisfies(threshold),
            completion=done,
        )
    if context.newest is None:
        return verdict._replace(status=Status.NO_DATA)
    if verdict.status in {Status.ACHIEVED, Status.MISSED}:
        verdict = verdict._replace(met=verdict.status is Status.ACHIEVED)
    earlier = list(years.values())[:-1]
    if not context.is_past and Status.MISSED in earlier:
        return verdict._replace(flags=(Flag.YEAR_MISSED,))
    return verdict


def closed_years(context: JudgementContext) -> range:
    """The years from the first that counts to the last that ended by the due and as-of dates."""
    until = min(context.target.due or date.max, context.as_of)
    last = until.year if until >= date(until.year, 12, 31) else until.year - 1
    return range(first_year(context), last + 1)


def first_year(context: JudgementContext) -> int:
    """The first year that counts: as the target says, else the plan's first full one."""
    if context.target.from_ is not None:
        return context.target.from_
    starts = context.plan_starts
    if starts is not None:
        return starts.year if starts == date(starts.year, 1, 1) else starts.year + 1
    days = context.series.days
    return days[0].year if days else context.as_of.year + 1


def _speaker(context: JudgementContext) -> SeriesValue | None:
    """The latest figure; for yearly measures, of the years that the target counts."""
    if not context.indicator.measure.speaks_of_a_year:
        return context.speaker
    return context.comparable.of_years(closed_years(context)).latest


def _overall(context: JudgementContext, years: Mapping[int, Status]) -> Status:
    if not years:
        return Status.PENDING
    found = list(years.values())
    if not context.is_past:
        return found[-1]
    for status in (Status.MISSED, Status.AWAITING_DATA):
        if status in found:
            return status
    return Status.ACHIEVED


def _judge_year(context: JudgementContext, year: int, threshold: Threshold) -> Status:
    figures = figures_of(context.series, year, context.indicator.measure)
    if any(not figure.satisfies(threshold) for figure in figures.values()):
        return Status.MISSED
    return Status.ACHIEVED if context.series.complete(figures) else Status.AWAITING_DATA


def figures_of(series: Series, year: int, measure: Measure) -> dict[str, SeriesValue]:
    """Each group's figure that represents the year."""
    found = {}
    for group, figures in series.figures.items():
        dated = [
            figure
            for figure in figures
            if figure.on.year == year and _represents_its_year(figure, measure)
        ]
        if dated:
            found[group] = dated[-1]
    return found


def _represents_its_year(figure: SeriesValue, measure: Measure) -> bool:
    return figure.observation.period.closes_its_year or measure not in OVER_TIME
