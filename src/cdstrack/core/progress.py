"""The rows of the decision table that need a path: where the plan wants the indicator to be by now.

Owns origin, trajectory, ratio, paces and forecast of one open target (rows 7 to 15). The method
gives the ratio and its class; the path, the paces and the outlook are the same for all methods.
"""

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from cdstrack.core.methods import METHODS
from cdstrack.core.methods.case import Case
from cdstrack.core.pace import SHORTEST_SPAN, Forecast, Trend, forecast, outlook
from cdstrack.core.plan import Comparator, MethodName, Target, Unit
from cdstrack.core.question import Question
from cdstrack.core.series import Figure
from cdstrack.core.status import Flag, Outlook, Reason, Status
from cdstrack.core.threshold import Threshold, threshold_of
from cdstrack.core.timeline import DAYS_PER_YEAR, decimal_year, is_stale
from cdstrack.core.trajectory import TOLERANCE, Path, Point
from cdstrack.core.verdict import Verdict

AHEAD = 1.15
_NO_NUMBER_ON_PATH = {Comparator.EACH_YEAR_AT_LEAST, Comparator.REACH}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the path begins: the declared baseline, else the first comparable figure."""

    on: date
    value: Fraction
    declared: bool

    @property
    def point(self) -> Point:
        """The origin on the time axis."""
        return Point(decimal_year(self.on), float(self.value))


def judge_open(question: Question, standing: Verdict) -> Verdict:
    """Rows 7 to 15: the due date has not passed, and there is a figure to judge."""
    figure, threshold = question.speaker, question.threshold
    assert figure is not None  # noqa: S101 - the caller found a comparable figure
    assert threshold is not None  # noqa: S101 - row 3 comes first
    if question.target.due is None:
        return replace(standing, status=Status.ACHIEVED if question.is_met else Status.PENDING)
    case, origin = case_of(question, figure, threshold)
    judged = _with_pace(question, standing, case)
    refusal = _refusal(case, origin)
    if refusal is None:
        judged = _with_path(question, judged, case)
    if question.is_met:
        return replace(judged, status=Status.ACHIEVED, flags=(*judged.flags, *_ahead(judged)))
    if refusal is not None:
        return replace(judged, status=Status.INSUFFICIENT_DATA, reasons=(refusal,))
    return _with_status(question, judged, case, origin)


def origin_of(question: Question, figure: Figure) -> Origin:
    """The declared baseline, else the first comparable figure of the group that speaks."""
    if question.baseline is not None:
        return Origin(question.baseline.date, Fraction(question.baseline.value), declared=True)
    first = _group_figures(question, figure)[0]
    return Origin(first.on, first.value, declared=False)


def path_of(question: Question, origin: Origin) -> Path:
    """Straight lines from the origin through every target that it does not satisfy already."""
    points = [origin.point]
    for target in question.indicator.ordered_targets:
        threshold = _on_path(question, target)
        if target.due is None or target.due <= origin.on or threshold is None:
            continue
        if not threshold.satisfied_by(origin.value):
            goal = float(threshold.bound(origin.value))
            points.append(Point(decimal_year(target.due), goal))
    return Path(tuple(points))


def case_of(question: Question, figure: Figure, threshold: Threshold) -> tuple[Case, Origin]:
    """The target as the methods see it, and the origin it is judged from."""
    origin = origin_of(question, figure)
    due = question.target.due
    goal = Point(decimal_year(due), float(threshold.bound(origin.value))) if due else origin.point
    figures = _group_figures(question, figure)
    points = [origin.point, *(each.point for each in figures if each.on > origin.on)]
    case = Case(
        origin=origin.point,
        latest=Point(decimal_year(figure.on), _progressed(threshold, origin, figure)),
        target=goal,
        sign=question.indicator.direction.sign,
        path=path_of(question, origin),
        trend=Trend.of(points),
        unit=question.indicator.unit,
        measure=question.indicator.measure,
    )
    return case, origin


def _group_figures(question: Question, figure: Figure) -> tuple[Figure, ...]:
    groups = question.comparable.figures.values()
    return next(figures for figures in groups if figures[-1] is figure)


def _on_path(question: Question, target: Target) -> Threshold | None:
    if target.comparator in _NO_NUMBER_ON_PATH:
        return None
    if target.ended is not None and target.ended.date <= question.as_of:
        return None
    return threshold_of(target, question.baseline)


def _progressed(threshold: Threshold, origin: Origin, figure: Figure) -> float:
    """The value as progress: past the far end of a range it counts as short of the near end."""
    near, far = threshold.bound(origin.value), threshold.bound(figure.value)
    return float(near - (figure.value - far) if far != near else figure.value)


def _refusal(case: Case, origin: Origin) -> Reason | None:
    if not origin.declared and case.latest.t <= case.origin.t:
        return Reason.ONE_FIGURE
    if case.latest.t - case.origin.t < SHORTEST_SPAN - TOLERANCE:
        return Reason.SPAN_TOO_SHORT
    return None


def _with_pace(question: Question, verdict: Verdict, case: Case) -> Verdict:
    """Current pace, forecast and outlook: what needs no path."""
    missing, pace = verdict.gap or Fraction(0), case.trend.pace
    ahead = _forecast(question, case)
    verdict = replace(verdict, current_pace=pace)
    if ahead is None or pace is None or verdict.threshold is None:
        return verdict
    flags = (Flag.LOW_CONFIDENCE,) if ahead.low_confidence else ()
    shown = replace(verdict, forecast=_clipped(question, ahead.value), flags=flags)
    if question.is_met:
        return shown
    sign = 1 if missing > 0 or (missing == 0 and case.sign > 0) else -1
    missing_then = float(verdict.threshold) - ahead.value
    return replace(shown, outlook=outlook(float(missing), missing_then, pace, sign))


def _forecast(question: Question, case: Case) -> Forecast | None:
    figure = question.speaker
    if figure is None or case.trend.points[-1].t > decimal_year(figure.on):
        return None
    age, frequency = (question.as_of - figure.on).days, question.indicator.frequency
    return forecast(
        case.trend,
        case.target.t,
        too_old=is_stale(age, frequency, times=2),
        doubtful=is_stale(age, frequency) or question.indicator.unit is Unit.RANK,
    )


def _clipped(question: Question, value: float) -> float:
    low, high = question.indicator.bounds or (None, None)
    if low is not None:
        value = max(float(low), value)
    return min(float(high), value) if high is not None else value


def _with_path(question: Question, verdict: Verdict, case: Case) -> Verdict:
    when = case.path.when(case.latest.x)
    lead = None if when is None else (when - case.latest.t) * DAYS_PER_YEAR
    return replace(
        verdict,
        ratio=METHODS[question.method].ratio(case),
        expected=case.path.at(case.latest.t),
        lead_days=lead,
    )


def _with_status(question: Question, verdict: Verdict, case: Case, origin: Origin) -> Verdict:
    if verdict.forecast is None:
        verdict = replace(verdict, reasons=(*verdict.reasons, Reason.FORECAST_REFUSED))
    if not origin.declared:
        verdict = replace(verdict, flags=(*verdict.flags, Flag.ASSUMED_BASELINE))
    threshold = question.threshold
    if threshold is not None and threshold.satisfied_by(origin.value):
        return replace(verdict, status=Status.DETERIORATING)
    asked = case.path.at(case.latest.t) - case.origin.x
    if question.method is MethodName.LINEAR and abs(asked) <= TOLERANCE:
        return replace(verdict, status=_nothing_asked(case))
    if verdict.ratio is None:
        reasons = (*verdict.reasons, Reason.UNDEFINED_FOR_METHOD)
        return replace(verdict, status=Status.INSUFFICIENT_DATA, reasons=reasons)
    status = METHODS[question.method].status(verdict.ratio)
    flags = (*verdict.flags, *_ahead(verdict), *_forecast_short(verdict, status))
    return replace(verdict, status=status, flags=flags)


def _nothing_asked(case: Case) -> Status:
    """Row 11: the plan asks for no change by this day."""
    change = (case.latest.x - case.origin.x) * case.sign
    if change < -TOLERANCE:
        return Status.DETERIORATING
    on_strict_target = abs(case.target.x - case.origin.x) <= TOLERANCE
    return Status.OFF_TRACK if on_strict_target else Status.ON_TRACK


def _ahead(verdict: Verdict) -> tuple[Flag, ...]:
    is_ahead = verdict.ratio is not None and verdict.ratio >= AHEAD - TOLERANCE
    return (Flag.AHEAD,) if is_ahead else ()


def _forecast_short(verdict: Verdict, status: Status) -> tuple[Flag, ...]:
    short = status is Status.ON_TRACK and verdict.outlook not in {None, Outlook.REACH}
    return (Flag.FORECAST_SHORT,) if short else ()
