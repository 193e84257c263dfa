"""The decision table: one target and the figures known, in; the verdict with its numbers, out.

Owns the order of the rows of docs/methods.md; the first that matches wins. The rows about years,
deadlines and progress are worked out in `yearly`, `deadline` and `progress` beside this module.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

from cdstrack.core.plan.comparators import JudgedBy
from cdstrack.core.plan.model import Indicator, MethodName, Target
from cdstrack.core.record.observation import SHARE_OF, Qualifier
from cdstrack.core.verdict.deadline import judge_past, judge_state
from cdstrack.core.verdict.judgement_context import Question, ask, has_ended
from cdstrack.core.verdict.model import Groups, Verdict
from cdstrack.core.verdict.progress import judge_open
from cdstrack.core.verdict.progress_input import origin_of, progressed
from cdstrack.core.verdict.series import Figure, Series
from cdstrack.core.verdict.threshold import Threshold
from cdstrack.core.verdict.trajectory import decimal_year, is_stale
from cdstrack.core.verdict.vocabulary import Flag, Reason, Status
from cdstrack.core.verdict.yearly import judge_years


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
        as_of: The day that the verdict speaks about.
        plan_starts: Yearly targets count from the first full year after it.
        method: Overrides the indicator's own method and the default, `linear`.
    """
    question = ask(indicator, target, series, as_of, plan_starts, method)
    return _with_flags(question, _decide(question))


def _decide(question: Question) -> Verdict:
    """Rows 0, 1, 4 and 5; a yearly target without figures is row 2."""
    if has_ended(question.target, question.as_of):
        return Verdict(Status.NOT_APPLICABLE, threshold=_first_bound(question))
    return _DECIDE[question.target.kind.judged_by](question)


def _decide_by_value(question: Question) -> Verdict:
    """Rows 2, 3 and 6 to 15."""
    if question.newest is None:
        unknown = () if question.threshold else _why_no_threshold(question)
        return replace(_standing(question, Status.NO_DATA), reasons=unknown)
    if question.threshold is None:
        return Verdict(Status.INSUFFICIENT_DATA, reasons=_why_no_threshold(question))
    if question.is_past:
        return judge_past(question, _standing(question, Status.AWAITING_DATA))
    if question.speaker is None:
        reason = Reason.DEFINITION_BREAK if question.broken else Reason.PART_YEAR
        return replace(_standing(question, Status.INSUFFICIENT_DATA), reasons=(reason,))
    return judge_open(question, _standing(question, Status.PENDING))


_DECIDE: Mapping[JudgedBy, Callable[[Question], Verdict]] = {
    JudgedBy.STATE: judge_state,
    JudgedBy.YEARS: judge_years,
    JudgedBy.VALUE: _decide_by_value,
}


def _standing(question: Question, status: Status) -> Verdict:
    """The numbers that need no path: what is missing, and how far the way has been made."""
    threshold, figure = question.threshold, question.speaker
    if threshold is None:
        return Verdict(status)
    value = figure.value if figure else _baseline_value(question)
    if value is None:
        return Verdict(status, threshold=_first_bound(question))
    gap = threshold.gap(value)
    return Verdict(
        status,
        threshold=threshold.bound(value),
        met=question.is_met if figure else None,
        gap=gap,
        required_pace=_required_pace(question, gap),
        gap_count=_gap_count(question, figure) if figure else None,
        completion=threshold.completion(value) if figure else None,
        way_made=_way_made(question, threshold, figure) if figure else None,
        reached_on=_reached_on(question, threshold),
    )


def _with_flags(question: Question, verdict: Verdict) -> Verdict:
    if verdict.status is Status.NOT_APPLICABLE:
        return verdict
    flags, reasons = set(verdict.flags), list(verdict.reasons)
    figure = question.speaker
    newest = question.newest
    if newest and is_stale((question.as_of - newest.on).days, question.indicator.frequency):
        flags.add(Flag.STALE)
    if figure and figure.observation.qualifier in {Qualifier.ABOUT, Qualifier.ESTIMATE}:
        flags.add(Flag.APPROXIMATE)
    standing = question.comparable.standing(date.max)
    if question.indicator.every is not None:
        verdict = replace(verdict, groups=_groups(question, standing))
        if standing and not question.comparable.complete(standing):
            flags.add(Flag.PARTIAL_BREAKDOWN)
            reasons.append(Reason.GROUP_MISSING)
    if question.broken and verdict.years is None:
        reasons.append(Reason.DEFINITION_BREAK)
    return replace(
        verdict,
        flags=tuple(flag for flag in Flag if flag in flags),
        reasons=tuple(reason for reason in Reason if reason in reasons),
    )


def _groups(question: Question, standing: Mapping[str, Figure]) -> Groups:
    threshold, named = question.threshold, question.comparable.named
    met = [figure for figure in standing.values() if threshold and figure.satisfies(threshold)]
    total = None if named is None else len(named)
    return Groups(len(met), len(standing), total, question.comparable.worst())


def _why_no_threshold(question: Question) -> tuple[Reason, ...]:
    return (Reason.NO_BASELINE if question.target.kind.relative else Reason.NO_THRESHOLD,)


def _baseline_value(question: Question) -> Fraction | None:
    """Before the first figure the baseline stands in for it."""
    if question.baseline is None or question.newest is not None:
        return None
    return Fraction(question.baseline.value)


def _first_bound(question: Question) -> Fraction | None:
    """Before any value is known: of a range, the end that the wanted direction meets first."""
    if question.threshold is None or question.target.kind.judged_by is JudgedBy.STATE:
        return None
    low, high = question.threshold.low, question.threshold.high
    first, other = (low, high) if question.series.sign > 0 else (high, low)
    return other if first is None else first


def _required_pace(question: Question, gap: Fraction) -> float | None:
    """What is missing over the years left, per year; None on the due date and after it."""
    due = question.target.due
    if due is None or due <= question.as_of:
        return None
    return float(gap) / (decimal_year(due) - decimal_year(question.as_of))


def _gap_count(question: Question, figure: Figure) -> int | None:
    part, whole = figure.observation.numerator, figure.observation.denominator
    share_of = SHARE_OF.get(question.indicator.unit)
    if part is None or whole is None or share_of is None or question.threshold is None:
        return None
    if figure.satisfies(question.threshold):
        return 0
    return question.threshold.missing_units(Fraction(part), Fraction(whole), share_of)


def _way_made(question: Question, threshold: Threshold, figure: Figure) -> float | None:
    """The share of the way from the origin to the target; None where the figure is the origin.

    Nothing of it is made by a figure that has left a target which the origin met.
    """
    if threshold.gap(figure.value) == 0 or question.reported_meet:
        return 1.0
    origin = origin_of(question, figure)
    if not origin.declared and origin.on == figure.on:
        return None
    start, goal = origin.value, threshold.bound(origin.value)
    if origin.satisfies(threshold) or start == goal:
        return 0.0
    share = (progressed(threshold, start, figure.value) - start) / (goal - start)
    return float(min(Fraction(1), max(Fraction(0), share)))


def _reached_on(question: Question, threshold: Threshold) -> date | None:
    days = question.comparable.days
    return next((day for day in days if question.comparable.all_satisfy(day, threshold)), None)
