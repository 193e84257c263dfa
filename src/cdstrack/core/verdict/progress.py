"""The rows of the decision table that need a path: where the plan wants the indicator to be by now.

Owns ratio, paces and forecast of one open target (rows 7 to 15). The method gives the ratio and
its class; the path, the paces and the outlook are the same for all methods.
"""

from fractions import Fraction

from cdstrack.core.plan.model import MethodName, Unit
from cdstrack.core.verdict.bounds import held
from cdstrack.core.verdict.judgement_context import JudgementContext
from cdstrack.core.verdict.likely import NoRange, likely_of
from cdstrack.core.verdict.methods import METHODS
from cdstrack.core.verdict.methods.interface import Case, Undefined, Working
from cdstrack.core.verdict.model import Verdict
from cdstrack.core.verdict.pace import (
    SHORTEST_SPAN,
    Doubt,
    Forecast,
    Refusal,
    forecast,
    met_by,
    outlook,
)
from cdstrack.core.verdict.progress_input import (
    ProgressInput,
    origin_of,
    progress_input,
    progressed,
)
from cdstrack.core.verdict.threshold import Threshold
from cdstrack.core.verdict.trajectory import DAYS_PER_YEAR, TOLERANCE, decimal_year, is_stale
from cdstrack.core.verdict.vocabulary import Flag, Outlook, Reason, Status

AHEAD = 1.15
"""From this many times the progress asked for, a target is flagged as ahead of plan."""
_JUDGED_WITHOUT_RATIO = {Undefined.NO_CHANGE_ASKED}
"""Rows 10 and 11 have a verdict where a method has nothing to divide by."""


def judge_open(
    context: JudgementContext, standing: Verdict, basis: ProgressInput | None = None
) -> Verdict:
    """Rows 7 to 15: the due date has not passed, and there is a figure to judge.

    `basis` is what `progress_input` gives where that is known already: it is the same for every
    method.
    """
    figure, threshold = context.speaker, context.threshold
    assert figure is not None  # noqa: S101 - the caller found a comparable figure
    assert threshold is not None  # noqa: S101 - row 3 comes first
    if context.target.due is None:
        return standing._replace(status=Status.ACHIEVED if context.is_met else Status.PENDING)
    basis = basis or progress_input(context, figure, threshold)
    judged = _with_pace(context, standing, basis, threshold)
    refusal = refusal_of(basis)
    if refusal is None:
        judged = _with_path(context, judged, basis)
    if context.is_met:
        ahead = _ahead(judged, context.method)
        return judged._replace(status=Status.ACHIEVED, flags=(*judged.flags, *ahead))
    if refusal is not None:
        return judged._replace(status=Status.INSUFFICIENT_DATA, reasons=(refusal,))
    return _with_status(context, judged, basis)


def open_status(context: JudgementContext) -> Status:
    """The status of `judge_open`, without pace, forecast and likely range.

    Those take by far the longest of very many figures, and decide nothing.
    """
    figure, threshold = context.speaker, context.threshold
    assert figure is not None  # noqa: S101 - the caller found a comparable figure
    assert threshold is not None  # noqa: S101 - row 3 comes first
    if context.is_met:
        return Status.ACHIEVED
    if context.target.due is None:
        return Status.PENDING
    basis = progress_input(context, figure, threshold)
    if refusal_of(basis) is not None:
        return Status.INSUFFICIENT_DATA
    return _with_status(context, Verdict(Status.PENDING), basis).status


def has_fallen_back(context: JudgementContext) -> bool:
    """Row 10: the declared baseline met the target already, and the latest figures do not.

    A first figure that stands in for a baseline is no promise: there the method judges.
    """
    figure, threshold = context.speaker, context.threshold
    if figure is None or threshold is None or context.reported_meet or context.baseline is None:
        return False
    return origin_of(context, figure).satisfies(threshold)


def refusal_of(basis: ProgressInput) -> Reason | None:
    """Why the figures are too few or too close together for any method (row 9)."""
    if not basis.origin.declared and basis.case.years_made <= 0:
        return Reason.ONE_FIGURE
    if basis.case.years_made < SHORTEST_SPAN - TOLERANCE:
        return Reason.SPAN_TOO_SHORT
    return None


def forecast_of(context: JudgementContext, basis: ProgressInput) -> Forecast | Refusal:
    """Where the recent pace leads at the due date, or why that would be a guess."""
    figure = context.speaker
    if figure is None or basis.trend.points[-1].t > decimal_year(figure.on):
        return Refusal.ONE_DATE
    newest = context.newest or figure
    age, frequency = (context.as_of - newest.on).days, context.indicator.frequency
    doubts = {
        Doubt.STALE: is_stale(age, frequency),
        Doubt.RANK: context.indicator.unit is Unit.RANK,
    }
    return forecast(
        basis.trend,
        basis.case.target.t,
        too_old=is_stale(age, frequency, times=2),
        doubts=[doubt for doubt, holds in doubts.items() if holds],
    )


def _with_pace(
    context: JudgementContext, verdict: Verdict, basis: ProgressInput, threshold: Threshold
) -> Verdict:
    """The verdict with current pace, forecast, outlook and likely range, which need no path."""
    found = likely_of(context, basis, threshold)
    likely = None if isinstance(found, NoRange) else found
    ahead, pace = forecast_of(context, basis), basis.trend.pace
    if isinstance(ahead, Refusal) or pace is None:
        return verdict._replace(current_pace=pace, likely=likely)
    inside, leads = held(ahead.value, context.bounds), None
    if not context.reported_meet:
        missing = verdict.gap or Fraction(0)
        sign = 1 if missing > 0 or (missing == 0 and basis.case.sign > 0) else -1
        latest = basis.figures[-1].value
        missing_then = threshold.bound(latest) - forecast_progress(threshold, latest, ahead)
        reaches = met_by(threshold, inside)
        leads = outlook(float(missing), float(missing_then), pace, sign, reaches=reaches)
    return verdict._replace(
        current_pace=pace,
        likely=likely,
        forecast=inside,
        outlook=leads,
        flags=(Flag.LOW_CONFIDENCE,) if ahead.low_confidence else (),
    )


def forecast_progress(threshold: Threshold, latest: Fraction, ahead: Forecast) -> Fraction:
    """The forecast as progress from the latest figure: what leaves a range again is short of it."""
    return progressed(threshold, latest, Fraction(ahead.value))


def _with_path(context: JudgementContext, verdict: Verdict, basis: ProgressInput) -> Verdict:
    case = basis.case
    lead = case.path.lead(case.latest)
    working = METHODS[context.method].work(case)
    ratio = working.ratio if isinstance(working, Working) else None
    return verdict._replace(
        ratio=ratio if _measures(context, basis) else None,
        expected=case.path.at(case.latest.t),
        lead_days=None if lead is None else lead * DAYS_PER_YEAR,
    )


def _with_status(context: JudgementContext, verdict: Verdict, basis: ProgressInput) -> Verdict:
    """Rows 9 to 15, and what a reader should know beside the verdict."""
    reasons, flags = verdict.reasons, verdict.flags
    if verdict.forecast is None:
        reasons = (*reasons, Reason.FORECAST_REFUSED)
    if not basis.origin.declared:
        flags = (*flags, Flag.ASSUMED_BASELINE)
    working = METHODS[context.method].work(basis.case)
    if isinstance(working, Undefined) and working not in _JUDGED_WITHOUT_RATIO:
        status, reasons = Status.INSUFFICIENT_DATA, (*reasons, Reason.UNDEFINED_FOR_METHOD)
    elif has_fallen_back(context):
        status = Status.DETERIORATING
    elif not isinstance(working, Working) or not _measures(context, basis):
        status = _unasked(context, basis.case)
    else:
        status = METHODS[context.method].CLASSES.judge(working)
        flags = (*flags, *_ahead(verdict, context.method), *_forecast_short(verdict, status))
    return verdict._replace(status=status, reasons=reasons, flags=flags)


def _measures(context: JudgementContext, basis: ProgressInput) -> bool:
    """Whether the measure of the method says anything about this target.

    The path of `linear` leads past a target that the baseline met; a method that goes straight to
    the target finds nothing to ask where the origin met it and the latest figures do so too.
    """
    if context.method is MethodName.LINEAR:
        return not has_fallen_back(context)
    threshold = context.threshold
    kept = threshold is not None and basis.origin.satisfies(threshold) and context.reported_meet
    return not kept


def _unasked(context: JudgementContext, case: Case) -> Status:
    """Row 11: the plan asks for no change by this day."""
    change = (case.latest.x - case.origin.x) * case.sign
    if change < -TOLERANCE:
        return Status.DETERIORATING
    on_strict_target = abs(case.asked) <= TOLERANCE and not context.reported_meet
    return Status.OFF_TRACK if on_strict_target else Status.ON_TRACK


def _ahead(verdict: Verdict, method: MethodName) -> tuple[Flag, ...]:
    enough = AHEAD * METHODS[method].AS_PLANNED
    is_ahead = verdict.ratio is not None and verdict.ratio >= enough - TOLERANCE
    return (Flag.AHEAD,) if is_ahead else ()


def _forecast_short(verdict: Verdict, status: Status) -> tuple[Flag, ...]:
    short = status is Status.ON_TRACK and verdict.outlook not in {None, Outlook.REACH}
    return (Flag.FORECAST_SHORT,) if short else ()
