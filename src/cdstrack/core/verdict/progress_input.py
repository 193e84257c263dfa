"""Input of a progress method: the origin, the path, and the observations as points.

Owns where the path begins and through which targets it leads, and which figures count. Decides
nothing: `cdstrack.core.verdict.progress` judges by it, `cdstrack.core.reports.explain` shows it.
"""

from collections import defaultdict
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from cdstrack.core.plan.comparators import JudgedBy
from cdstrack.core.plan.model import Baseline, Target
from cdstrack.core.verdict.judgement_context import JudgementContext, has_ended
from cdstrack.core.verdict.methods.interface import Case
from cdstrack.core.verdict.pace import Trend
from cdstrack.core.verdict.series import SeriesValue
from cdstrack.core.verdict.threshold import Threshold, threshold_of
from cdstrack.core.verdict.trajectory import Path, Point, decimal_year


class PathOrigin(NamedTuple):
    """Where the path begins: the declared baseline, else the first comparable `figure`."""

    on: date
    value: Fraction
    figure: SeriesValue | None = None

    @staticmethod
    def declared_by(baseline: Baseline) -> "PathOrigin":
        """The baseline as an origin."""
        return PathOrigin(baseline.date, Fraction(baseline.value))

    @property
    def declared(self) -> bool:
        """Whether the plan states it."""
        return self.figure is None

    def satisfies(self, threshold: Threshold) -> bool:
        """Whether the target is met at the start already."""
        if self.figure is None:
            return threshold.satisfied_by(self.value)
        return self.figure.satisfies(threshold)

    @property
    def point(self) -> Point:
        """The origin on the time axis."""
        if self.figure is not None:
            return self.figure.point
        return Point(decimal_year(self.on), float(self.value))


class Stop(NamedTuple):
    """Where the path has to be on a day."""

    on: date
    value: Fraction


class ProgressInput(NamedTuple):
    """The input of the methods and the forecast for one target.

    `stops` are the corners of the path, the origin first; `figures` are those after the origin,
    the latest last; `case` is what a method is given; `trend` is what the pace is read from.
    """

    origin: PathOrigin
    stops: tuple[Stop, ...]
    figures: tuple[SeriesValue, ...]
    case: Case
    trend: Trend


def progress_input(
    context: JudgementContext, figure: SeriesValue, threshold: Threshold
) -> ProgressInput:
    """The basis of the verdict on a target with a due date.

    Args:
        context: The target, the day, and what is comparable.
        figure: The latest value of the worst group.
        threshold: The number that the target is judged by.
    """
    origin = origin_of(context, figure)
    due = context.target.due
    goal = Point(decimal_year(due), float(threshold.bound(origin.value))) if due else origin.point
    figures = tuple(each for each in group_values(context, figure) if each.on > origin.on)
    stops = stops_of(context, origin)
    points = [each.point for each in figures]
    made = points
    if threshold.is_range:
        made = [_progressed(threshold, origin, each) for each in figures]
    case = Case(
        origin=origin.point,
        latest=_progressed(threshold, origin, figure),
        target=goal,
        sign=_way(context, threshold, origin, figure),
        path=Path(tuple(Point(decimal_year(stop.on), float(stop.value)) for stop in stops)),
        points=(origin.point, *made),
        unit=context.indicator.unit,
        measure=context.indicator.measure,
    )
    trend = Trend.of([origin.point, *points])
    return ProgressInput(origin, stops, figures, case, trend)


def origin_of(context: JudgementContext, figure: SeriesValue) -> PathOrigin:
    """The declared baseline, else the first comparable value of the worst group."""
    if context.baseline is not None:
        return PathOrigin.declared_by(context.baseline)
    first = group_values(context, figure)[0]
    return PathOrigin(first.on, first.value, first)


def stops_of(context: JudgementContext, origin: PathOrigin) -> tuple[Stop, ...]:
    """The origin, then every target on the way that the origin does not satisfy already.

    Of two targets of one day the path leads through the one that is judged, else the firmer one.
    """
    bounds: dict[date, list[tuple[bool, Fraction]]] = defaultdict(list)
    for target in context.indicator.ordered_targets:
        if target.due is None or target.due <= origin.on:
            continue
        threshold = _on_path(context, target)
        if threshold is not None and not origin.satisfies(threshold):
            bound = threshold.bound(origin.value)
            bounds[target.due].append((target is context.target, bound))
    sign = context.indicator.direction.sign
    chosen = (
        Stop(due, max(known, key=lambda each: (each[0], each[1] * sign))[1])
        for due, known in bounds.items()
    )
    return (Stop(origin.on, origin.value), *chosen)


def group_values(context: JudgementContext, figure: SeriesValue) -> tuple[SeriesValue, ...]:
    """The comparable figures of the group whose latest figure this is."""
    for figures in context.comparable.figures.values():
        if figures[-1] is figure:
            return figures
    raise LookupError(figure)


def _on_path(context: JudgementContext, target: Target) -> Threshold | None:
    if target.kind.judged_by is not JudgedBy.VALUE:
        return None
    if has_ended(target, context.as_of):
        return None
    if target is context.target:
        return context.threshold
    return threshold_of(target, context.baseline, context.indicator.direction)


def progressed(threshold: Threshold, start: Fraction, value: Fraction) -> Fraction:
    """The value as progress: past the far end of a range it counts as short of the near end.

    The near end is the one that lies nearer to `start`.
    """
    if not threshold.is_range:
        return value
    near, beyond = threshold.bound(start), threshold.gap(value)
    overshot = beyond != 0 and threshold.bound(value) != near
    return near + beyond if overshot else value


def _progressed(threshold: Threshold, origin: PathOrigin, figure: SeriesValue) -> Point:
    if not threshold.is_range:
        return figure.point
    value = progressed(threshold, origin.value, figure.value)
    return Point(figure.point.t, float(value))


def _way(
    context: JudgementContext, threshold: Threshold, origin: PathOrigin, figure: SeriesValue
) -> int:
    """The sign of the change to the target; the wanted direction where the origin was there.

    Where neither direction is wanted, it is the way back from the latest figure.
    """
    gap = threshold.gap(origin.value)
    if origin.satisfies(threshold) or gap == 0:
        counted = progressed(threshold, origin.value, figure.value)
        back = 1 if threshold.gap(counted) > 0 else -1
        return context.indicator.direction.sign or back
    return 1 if gap > 0 else -1
