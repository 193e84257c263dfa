"""Targets of the mean of several years: what it is so far, and what the other years must average.

Owns rows 4a, 5a and 5b of the decision table. The mean is the arithmetic one, of growth rates too:
that is how the plans that set such targets report them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from cdstrack.core.record.observation import Qualifier
from cdstrack.core.verdict.judgement_context import JudgementContext
from cdstrack.core.verdict.model import Groups, Verdict, YearsMean
from cdstrack.core.verdict.series import SeriesValue
from cdstrack.core.verdict.threshold import Threshold
from cdstrack.core.verdict.vocabulary import Reason, Status
from cdstrack.core.verdict.yearly import closed_years, figures_of


@dataclass(frozen=True, slots=True)
class GroupMean:
    """The years of one group, and whether their mean satisfies once all of them are there."""

    mean: YearsMean
    qualifier: Qualifier

    def satisfies(self, threshold: Threshold) -> bool:
        """Whether the mean of the known years meets the target."""
        value = self.mean.mean
        return value is not None and threshold.satisfied_by(value, self.qualifier)


def judge_average(context: JudgementContext) -> Verdict:
    """The verdict on the mean of the years: open until every year has a figure."""
    threshold = context.threshold
    assert threshold is not None  # noqa: S101 - such a target states its number
    groups = _means(context, threshold)
    verdict = Verdict(_status(context, groups, threshold), threshold=threshold.one_bound)
    worst = _worst(context, groups, threshold)
    if worst is not None:
        mean = groups[worst].mean
        told = () if mean.needed is None else (Reason.MEAN_SO_FAR, Reason.REST_MUST_AVERAGE)
        verdict = verdict._replace(average=mean, reasons=told)
    if context.indicator.every is not None:
        verdict = verdict._replace(groups=_counted(context, groups, threshold, worst))
    if verdict.status is Status.AWAITING_DATA:
        return verdict._replace(reasons=(Reason.NO_FIGURE_NEAR_DUE, *verdict.reasons))
    if verdict.status not in {Status.ACHIEVED, Status.MISSED} or worst is None:
        return verdict
    value = groups[worst].mean.mean or Fraction(0)
    return verdict._replace(
        met=verdict.status is Status.ACHIEVED,
        gap=threshold.gap(value),
        completion=threshold.completion(value),
    )


def years_of(context: JudgementContext) -> range:
    """The years whose mean is asked; those that have closed where no year is named as the last."""
    due = context.target.due
    closed = closed_years(context)
    return closed if due is None else range(closed.start, due.year + 1)


def _means(context: JudgementContext, threshold: Threshold) -> Mapping[str, GroupMean]:
    """The mean of every group that has a figure in one of the closed years."""
    by_group: dict[str, list[SeriesValue]] = {}
    for year in closed_years(context):
        figures = figures_of(context.comparable, year, context.indicator.measure)
        for group, figure in figures.items():
            by_group.setdefault(group, []).append(figure)
    return {group: _mean(context, found, threshold) for group, found in sorted(by_group.items())}


def _mean(context: JudgementContext, figures: list[SeriesValue], threshold: Threshold) -> GroupMean:
    years = years_of(context)
    known, total = len(figures), sum((each.value for each in figures), Fraction(0))
    asked, left = threshold.one_bound or Fraction(0), len(years) - known
    needed = (asked * len(years) - total) / left if left and context.target.due else None
    qualifiers = {each.observation.qualifier for each in figures}
    loose = qualifiers & {Qualifier.OVER, Qualifier.NEARLY}
    return GroupMean(
        YearsMean(years.start, years.stop - 1, known, total / known, needed),
        loose.pop() if len(loose) == 1 else Qualifier.EXACT,
    )


def _status(
    context: JudgementContext, groups: Mapping[str, GroupMean], threshold: Threshold
) -> Status:
    if context.newest is None:
        return Status.NO_DATA
    complete = {group: each for group, each in groups.items() if each.mean.is_complete}
    if context.target.due is None:
        complete = {}
    if any(not each.satisfies(threshold) for each in complete.values()):
        return Status.MISSED
    if complete and context.series.complete(complete):
        return Status.ACHIEVED
    return Status.AWAITING_DATA if context.is_past else Status.PENDING


def _worst(
    context: JudgementContext, groups: Mapping[str, GroupMean], threshold: Threshold
) -> str | None:
    """The group that decides: one that has missed first, then the one with the worst mean."""

    def standing(group: str) -> tuple[bool, Fraction, str]:
        each = groups[group]
        missed = each.mean.is_complete and not each.satisfies(threshold)
        return not missed, (each.mean.mean or Fraction(0)) * context.series.sign, group

    return min(groups, key=standing, default=None)


def _counted(
    context: JudgementContext,
    groups: Mapping[str, GroupMean],
    threshold: Threshold,
    worst: str | None,
) -> Groups:
    """How many groups have all their years, and how many of them meet the target."""
    complete = [each for each in groups.values() if each.mean.is_complete]
    met = sum(each.satisfies(threshold) for each in complete)
    named = context.series.named
    return Groups(met, len(complete), None if named is None else len(named), worst)
