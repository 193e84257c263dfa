"""The rows of the decision table that look at the due date: past deadlines, and states.

Owns when a target was met, met late, missed, or when nobody knows.
"""

from datetime import date, timedelta
from fractions import Fraction

from cdstrack.core.verdict.judgement_context import JudgementContext, reached_on
from cdstrack.core.verdict.model import Verdict
from cdstrack.core.verdict.series import SeriesValue
from cdstrack.core.verdict.threshold import Threshold
from cdstrack.core.verdict.trajectory import one_period_before
from cdstrack.core.verdict.vocabulary import Flag, Reason, Status

NEAR_DUE = timedelta(days=31)


def judge_past(context: JudgementContext, standing: Verdict) -> Verdict:
    """Rows 6a to 6d: the due date lies before the as-of date."""
    target, threshold = context.target, context.threshold
    assert target.due is not None  # noqa: S101 - the caller asked `is_past`
    assert threshold is not None  # noqa: S101 - row 3 comes first
    series = context.comparable
    at_due = series.standing(target.due)
    gap = _gap_at_due(context, at_due, threshold)
    shortfall = None if gap is None else abs(gap)
    if gap is not None and gap < 0:
        standing = standing._replace(was_above=True)
    regressed = () if context.is_met else (Flag.REGRESSED,)
    later = next(series.days_met(threshold, after=target.due), None)
    if _met_at_due(context, at_due, threshold):
        if _is_near_due(context, at_due):
            return standing._replace(status=Status.ACHIEVED, flags=regressed)
        if not _seen_unmet(context, target.due, threshold):
            # What was reached counts until a figure says otherwise.
            flags = (Flag.UNCONFIRMED,) if later is None else ()
            return standing._replace(status=Status.ACHIEVED, flags=flags)
    reasons: tuple[Reason, ...] = () if shortfall is None else (Reason.SHORTFALL,)
    if later is not None:
        return standing._replace(
            status=Status.ACHIEVED_LATE,
            reached_on=later,
            flags=regressed,
            shortfall=shortfall,
            reasons=reasons,
        )
    if _seen_unmet(context, target.due - NEAR_DUE, threshold):
        return standing._replace(status=Status.MISSED, shortfall=shortfall, reasons=reasons)
    cut_off = context.broken and not series.days
    why = Reason.DEFINITION_BREAK if cut_off else Reason.NO_FIGURE_NEAR_DUE
    return standing._replace(status=Status.AWAITING_DATA, reasons=(*standing.reasons, why))


def judge_state(context: JudgementContext) -> Verdict:
    """Row 1: a state is reached by its due date, later, or not yet."""
    threshold, due = context.threshold, context.target.due or date.max
    assert threshold is not None  # noqa: S101 - a state has a rank to be judged by
    series = context.comparable
    met = context.is_met if series.days else None
    first_late = next(series.days_met(threshold, after=due), None)
    if series.all_satisfy(due, threshold):
        verdict = Verdict(Status.ACHIEVED, reached_on=reached_on(context, threshold))
    elif first_late is not None:
        verdict = Verdict(Status.ACHIEVED_LATE, reached_on=first_late)
    else:
        verdict = Verdict(Status.OVERDUE if context.is_past else Status.PENDING)
    regressed = verdict.status in {Status.ACHIEVED, Status.ACHIEVED_LATE} and not met
    return verdict._replace(met=met, flags=(Flag.REGRESSED,) if regressed else ())


def _met_at_due(
    context: JudgementContext, at_due: dict[str, SeriesValue], threshold: Threshold
) -> bool:
    return (
        context.comparable.complete(at_due)
        and bool(at_due)
        and all(figure.satisfies(threshold) for figure in at_due.values())
    )


def _is_near_due(context: JudgementContext, at_due: dict[str, SeriesValue]) -> bool:
    """Whether every group that has reported did so within one frequency of the due date."""
    since = one_period_before(context.target.due or date.max, context.indicator.frequency)
    return bool(at_due) and all(figure.on >= since for figure in at_due.values())


def _seen_unmet(context: JudgementContext, since: date, threshold: Threshold) -> bool:
    """Whether a figure near the due date, or later, says that the target was not met."""
    return any(
        figure.on >= since and not figure.satisfies(threshold)
        for figures in context.comparable.figures.values()
        for figure in figures
    )


def _gap_at_due(
    context: JudgementContext, at_due: dict[str, SeriesValue], threshold: Threshold
) -> Fraction | None:
    """Threshold minus the worst group's last figure by the due date; None where that met it."""
    worst = context.comparable.worst(context.target.due or date.max)
    if worst is None or at_due[worst].satisfies(threshold):
        return None
    return threshold.gap(at_due[worst].value)
