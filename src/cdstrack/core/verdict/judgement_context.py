"""All that the rows of the decision table look at for one target.

Owns which figures and which baseline are comparable: nothing is compared across a definition
break.
"""

from collections.abc import Collection
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from cdstrack.core.plan.comparators import JudgedBy
from cdstrack.core.plan.model import Baseline, Indicator, MethodName, Target
from cdstrack.core.verdict.bounds import Bounds, bounds_of
from cdstrack.core.verdict.series import Series, SeriesValue, judged
from cdstrack.core.verdict.threshold import Threshold, threshold_of


class JudgementContext(NamedTuple):
    """One target, the day, and the observations that may be used to judge it.

    `newest` is the latest figure of any kind; `series` holds what may be judged of the indicator;
    `comparable` what of it is dated on or after the last definition break and, where the target
    speaks of one year, in that year; `baseline` the declared one, where it is comparable too.
    `own_year` is the only year whose figure answers the target; None where the latest figure does.
    `speaker` is the latest comparable value of the worst group. `is_met` says whether every group
    has reported and last met the target, `reported_meet` the same of those that have reported.
    """

    indicator: Indicator
    target: Target
    as_of: date
    plan_starts: date | None
    method: MethodName
    newest: SeriesValue | None
    series: Series
    comparable: Series
    baseline: Baseline | None
    threshold: Threshold | None
    broken: bool
    own_year: int | None
    speaker: SeriesValue | None
    is_met: bool
    reported_meet: bool

    @property
    def bounds(self) -> Bounds:
        """Below and above which no value lies that the target may be asked about."""
        group = self.comparable.worst()
        figures = () if group is None else self.comparable.figures[group]
        return bounds_of(self.indicator, figures, self.target)

    @property
    def is_past(self) -> bool:
        """Whether the due date lies before the as-of date."""
        return self.target.due is not None and self.target.due < self.as_of


def judgement_context(
    indicator: Indicator,
    target: Target,
    series: Series,
    as_of: date,
    plan_starts: date | None,
    method: MethodName | None,
) -> JudgementContext:
    """The context in which one target is judged."""
    countable = judged(series, indicator)
    comparable, baseline = comparable_on(indicator, series, min(target.due or date.max, as_of))
    threshold = threshold_of(target, baseline, indicator.direction)
    answering = countable
    lost = baseline is None and indicator.baseline is not None
    own_year = own_year_of(indicator, target)
    if own_year is not None:
        lost = lost and target.kind.relative
        answering, comparable = countable.of_years([own_year]), comparable.of_years([own_year])
    comparable = comparable.aimed_at(threshold)
    standing = comparable.standing(date.max)
    reported_meet = threshold is not None and _all_satisfy(standing.values(), threshold)
    return JudgementContext(
        indicator=indicator,
        target=target,
        as_of=as_of,
        plan_starts=plan_starts,
        method=method or indicator.method or MethodName.LINEAR,
        newest=series.latest,
        series=countable,
        comparable=comparable,
        baseline=baseline,
        threshold=threshold,
        broken=lost or (comparable is not answering and _size(comparable) < _size(answering)),
        own_year=own_year,
        speaker=comparable.latest,
        is_met=reported_meet and comparable.complete(standing),
        reported_meet=reported_meet,
    )


def _all_satisfy(figures: Collection[SeriesValue], threshold: Threshold) -> bool:
    """Whether there are figures, and all of them meet the target."""
    return bool(figures) and all(figure.satisfies(threshold) for figure in figures)


def own_year_of(indicator: Indicator, target: Target) -> int | None:
    """The year that a target of a flow or of growth is about: the one in which it is due.

    Targets of every year or of the mean of years name their years themselves.
    """
    by_value = target.kind.judged_by is JudgedBy.VALUE
    if not by_value or target.due is None or not indicator.measure.speaks_of_a_year:
        return None
    return target.due.year


def comparable_on(
    indicator: Indicator, series: Series, until: date
) -> tuple[Series, Baseline | None]:
    """The figures, and the declared baseline, that are not before the last break."""
    days = (*(item.date for item in indicator.breaks), *series.breaks)
    broken_on = max((day for day in days if day <= until), default=None)
    comparable, baseline = judged(series, indicator).since(broken_on), indicator.baseline
    if baseline is not None and broken_on is not None and baseline.date < broken_on:
        return comparable, None
    return comparable, baseline


def reached_on(context: JudgementContext, threshold: Threshold) -> date | None:
    """The first day on which every group met the target; None where there is none.

    No day before the plan starts, unless the declared baseline met the target then.
    """
    since, baseline = context.plan_starts, context.baseline
    if since and baseline and threshold.satisfied_by(Fraction(baseline.value)):
        since = min(since, baseline.date)
    days = context.comparable.days_met(threshold)
    return next((day for day in days if since is None or day >= since), None)


def has_ended(target: Target, as_of: date) -> bool:
    """Whether the target ended before it was due, and that day has come (row 0)."""
    ended = target.ended
    return ended is not None and ended.date <= min(as_of, target.due or as_of)


def _size(series: Series) -> int:
    return sum(len(figures) for figures in series.figures.values())
