"""The decision table: from a target and its observations to a verdict with its numbers.

Owns the order of the rows of docs/methods.md; the first that matches wins. The rows about years,
deadlines and progress are worked out in `yearly`, `average`, `own_year`, `deadline` and `progress`.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction

from cdstrack.core.plan.comparators import JudgedBy
from cdstrack.core.plan.model import Indicator, MethodName, Target
from cdstrack.core.record.observation import SHARE_OF, Qualifier
from cdstrack.core.verdict.average import judge_average
from cdstrack.core.verdict.deadline import judge_past, judge_state
from cdstrack.core.verdict.judgement_context import (
    JudgementContext,
    has_ended,
    judgement_context,
    reached_on,
)
from cdstrack.core.verdict.model import Groups, Verdict
from cdstrack.core.verdict.own_year import judge_own_year
from cdstrack.core.verdict.progress import judge_open, open_status
from cdstrack.core.verdict.progress_input import ProgressInput, origin_of, progressed
from cdstrack.core.verdict.series import Series, SeriesValue
from cdstrack.core.verdict.threshold import Threshold
from cdstrack.core.verdict.trajectory import decimal_year, is_stale
from cdstrack.core.verdict.vocabulary import Flag, Reason, Status
from cdstrack.core.verdict.yearly import judge_years

_ROUGH = {Qualifier.ABOUT, Qualifier.ESTIMATE}
_PLACE_OF_FLAG = {flag: place for place, flag in enumerate(Flag)}
_PLACE_OF_REASON = {reason: place for place, reason in enumerate(Reason)}


def judge(
    indicator: Indicator,
    target: Target,
    series: Series,
    *,
    as_of: date,
    plan_starts: date | None,
    method: MethodName | None = None,
) -> Verdict:
    """The verdict on one target as of a day.

    Args:
        indicator: What is measured.
        target: One of its targets.
        series: Its figures up to `as_of` (`cdstrack.core.verdict.series.build_series`).
        as_of: The day of the verdict.
        plan_starts: Yearly targets count from the first full year after it.
        method: Overrides the indicator's own method and the default, `linear`.
    """
    context = judgement_context(indicator, target, series, as_of, plan_starts, method)
    return _with_flags(context, _decide(context))


def judge_status(
    indicator: Indicator,
    target: Target,
    series: Series,
    *,
    as_of: date,
    plan_starts: date | None,
    method: MethodName | None = None,
) -> Verdict:
    """A verdict of which only the status is to be looked at; the arguments are those of `judge`."""
    context = judgement_context(indicator, target, series, as_of, plan_starts, method)
    if has_ended(target, as_of) or not _is_open(context):
        return _decide(context)
    return Verdict(open_status(context))


def _is_open(context: JudgementContext) -> bool:
    """Whether the way to the target is judged: rows 7 to 15."""
    by_value = context.target.kind.judged_by is JudgedBy.VALUE
    if not by_value or context.own_year is not None or context.is_past:
        return False
    return context.threshold is not None and context.speaker is not None


def judge_by_methods(
    context: JudgementContext, basis: ProgressInput, methods: Iterable[MethodName]
) -> dict[MethodName, Verdict]:
    """The verdicts of several methods on a target whose progress is judged.

    They differ only in the path; everything else is computed once.

    Args:
        context: A target with a due date that has not passed, and a figure.
        basis: What its progress is judged from.
        methods: The methods.
    """
    standing = _standing(context, Status.PENDING)
    by_method = {each: context._replace(method=each) for each in methods}
    return {
        name: _with_flags(each, judge_open(each, standing, basis))
        for name, each in by_method.items()
    }


def lacking(verdict: Verdict, reason: Reason, flag: Flag) -> Verdict:
    """The verdict on a computed figure of which only a part is known: not nothing, but too little."""
    if verdict.status is not Status.NO_DATA:
        return verdict
    reasons = tuple(each for each in Reason if each in {*verdict.reasons, reason})
    flags = tuple(each for each in Flag if each in {*verdict.flags, flag})
    return verdict._replace(status=Status.INSUFFICIENT_DATA, reasons=reasons, flags=flags)


def _decide(context: JudgementContext) -> Verdict:
    """Rows 0, 1, 4 and 5; a target of several years without figures is row 2."""
    if has_ended(context.target, context.as_of):
        return Verdict(Status.NOT_APPLICABLE, threshold=_first_bound(context))
    return _DECIDE[context.target.kind.judged_by](context)


def _decide_by_value(context: JudgementContext) -> Verdict:
    """Rows 2, 3 and 5c to 15."""
    if context.newest is None:
        unknown = () if context.threshold else _why_no_threshold(context)
        return _standing(context, Status.NO_DATA)._replace(reasons=unknown)
    if context.threshold is None:
        return Verdict(Status.INSUFFICIENT_DATA, reasons=_why_no_threshold(context))
    if context.own_year is not None:
        return judge_own_year(context, _standing(context, Status.PENDING))
    if context.is_past:
        return judge_past(context, _standing(context, Status.AWAITING_DATA))
    if context.speaker is None:
        reason = Reason.DEFINITION_BREAK if context.broken else Reason.PART_YEAR
        return _standing(context, Status.INSUFFICIENT_DATA)._replace(reasons=(reason,))
    return judge_open(context, _standing(context, Status.PENDING))


_DECIDE: Mapping[JudgedBy, Callable[[JudgementContext], Verdict]] = {
    JudgedBy.STATE: judge_state,
    JudgedBy.YEARS: judge_years,
    JudgedBy.AVERAGE: judge_average,
    JudgedBy.VALUE: _decide_by_value,
}


def _standing(context: JudgementContext, status: Status) -> Verdict:
    """The numbers that need no path: the gap, and the share of the way made."""
    threshold, figure = context.threshold, context.speaker
    if threshold is None:
        return Verdict(status)
    value = figure.value if figure else _baseline_value(context)
    if value is None:
        return Verdict(status, threshold=_first_bound(context))
    gap = threshold.gap(value)
    return Verdict(
        status,
        threshold=threshold.bound(value),
        met=context.is_met if figure else None,
        gap=gap,
        required_pace=_required_pace(context, gap),
        gap_count=_gap_count(context, figure) if figure else None,
        completion=threshold.completion(value) if figure else None,
        way_made=_way_made(context, threshold, figure, gap) if figure else None,
        reached_on=reached_on(context, threshold),
    )


def _with_flags(context: JudgementContext, verdict: Verdict) -> Verdict:
    if verdict.status is Status.NOT_APPLICABLE:
        return verdict
    flags, reasons = set(verdict.flags), list(verdict.reasons)
    figure = context.speaker
    newest = context.newest
    is_answered = context.own_year is not None and verdict.met is not None
    if (
        newest
        and not is_answered
        and is_stale((context.as_of - newest.on).days, context.indicator.frequency)
    ):
        flags.add(Flag.STALE)
    if figure and figure.observation.qualifier in _ROUGH:
        flags.add(Flag.APPROXIMATE)
    if context.indicator.every is not None:
        standing = context.comparable.standing(date.max)
        groups = verdict.groups or _groups(context, standing)
        verdict = verdict._replace(groups=groups)
        if standing and not context.comparable.complete(standing):
            flags.add(Flag.PARTIAL_BREAKDOWN)
            reasons.append(Reason.GROUP_MISSING)
    if context.broken and verdict.years is None:
        reasons.append(Reason.DEFINITION_BREAK)
    return verdict._replace(
        decimals=_stated_decimals(context.speaker or newest),
        flags=tuple(sorted(flags, key=_PLACE_OF_FLAG.__getitem__)),
        reasons=tuple(sorted(set(reasons), key=_PLACE_OF_REASON.__getitem__)),
    )


def _stated_decimals(figure: SeriesValue | None) -> int | None:
    """How many decimals a figure was stated with; None where it was divided from two counts."""
    if figure is None or figure.observation.denominator is not None:
        return None
    value = figure.observation.value
    return None if value is None else max(0, -int(value.normalize().as_tuple().exponent))


def _groups(context: JudgementContext, standing: Mapping[str, SeriesValue]) -> Groups:
    threshold, named = context.threshold, context.comparable.named
    met = [figure for figure in standing.values() if threshold and figure.satisfies(threshold)]
    total = None if named is None else len(named)
    return Groups(len(met), len(standing), total, context.comparable.worst())


def _why_no_threshold(context: JudgementContext) -> tuple[Reason, ...]:
    return (Reason.NO_BASELINE if context.target.kind.relative else Reason.NO_THRESHOLD,)


def _baseline_value(context: JudgementContext) -> Fraction | None:
    """The baseline, as long as there is no observation; it answers no year but its own."""
    if context.baseline is None or context.newest is not None or context.own_year is not None:
        return None
    return Fraction(context.baseline.value)


def _first_bound(context: JudgementContext) -> Fraction | None:
    """Before any value is known: of a range, the end that the wanted direction meets first."""
    if context.threshold is None or context.target.kind.judged_by is JudgedBy.STATE:
        return None
    return context.threshold.wanted_end(context.series.sign)


def _required_pace(context: JudgementContext, gap: Fraction) -> float | None:
    """The gap divided by the years left; None on the due date and after it."""
    due = context.target.due
    if due is None or due <= context.as_of:
        return None
    return float(gap) / (decimal_year(due) - decimal_year(context.as_of))


def _gap_count(context: JudgementContext, figure: SeriesValue) -> int | None:
    part, whole = figure.observation.numerator, figure.observation.denominator
    share_of = SHARE_OF.get(context.indicator.unit)
    if part is None or whole is None or share_of is None or context.threshold is None:
        return None
    if figure.satisfies(context.threshold):
        return 0
    return context.threshold.missing_units(Fraction(part), Fraction(whole), share_of)


def _way_made(
    context: JudgementContext, threshold: Threshold, figure: SeriesValue, gap: Fraction
) -> float | None:
    """The share of the way from the origin to the target; None where the figure is the origin.

    Nothing of it is made by a figure that has left a target which the origin met.
    """
    if context.reported_meet or not gap:
        return 1.0
    origin = origin_of(context, figure)
    if not origin.declared and origin.on == figure.on:
        return None
    start, goal = origin.value, threshold.bound(origin.value)
    if origin.satisfies(threshold) or start == goal:
        return 0.0
    return _share_of_way(start, progressed(threshold, start, figure.value), goal)


def _share_of_way(start: Fraction, now: Fraction, goal: Fraction) -> float:
    """How far `now` is on the way, from 0 to 1; the ends are different.

    Whole numbers divided once: the same float as that of the exact fraction, much sooner.
    """
    (begun, of_begun), (come, of_come) = start.as_integer_ratio(), now.as_integer_ratio()
    aim, of_aim = goal.as_integer_ratio()
    made = (come * of_begun - begun * of_come) * of_aim
    asked = (aim * of_begun - begun * of_aim) * of_come
    return min(1.0, max(0.0, made / asked))
