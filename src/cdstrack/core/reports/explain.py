"""The explanation of one indicator's verdicts: figures used, decisive row of the table, numbers.

Owns the shape of the explanation and the functions that build it. Recomputes nothing: each number
is the one from which the verdict was made.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from cdstrack.core.derived.figures import derive
from cdstrack.core.plan.comparators import JudgedBy
from cdstrack.core.plan.model import Indicator, MethodName, Plan
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.reports.judging import judge_all
from cdstrack.core.reports.status import StatusItem, TargetLine
from cdstrack.core.units.tree import units_of
from cdstrack.core.verdict.grounds import (
    DecisionRow,
    Elsewhere,
    Exclusion,
    ObservationUse,
    left_out_by_reason,
    observation_uses,
    row_of,
)
from cdstrack.core.verdict.judge import judge_by_methods
from cdstrack.core.verdict.judgement_context import JudgementContext, has_ended, judgement_context
from cdstrack.core.verdict.likely import Likely, NoRange, likely_of
from cdstrack.core.verdict.methods import METHODS
from cdstrack.core.verdict.methods.interface import Undefined, Working
from cdstrack.core.verdict.model import Verdict
from cdstrack.core.verdict.pace import Forecast, Refusal
from cdstrack.core.verdict.progress import forecast_of, refusal_of
from cdstrack.core.verdict.progress_input import ProgressInput, progress_input
from cdstrack.core.verdict.series import build_series
from cdstrack.core.verdict.threshold import Threshold
from cdstrack.core.verdict.trajectory import decimal_year
from cdstrack.core.verdict.vocabulary import Reason


@dataclass(frozen=True, slots=True)
class Opinion:
    """The result of one method for a target: its arithmetic, and the verdict that follows."""

    method: MethodName
    working: Working | Undefined
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Progress:
    """The numbers behind the verdict on an open target with a due date.

    `refusal` says why the figures are too few for any method; `opinions` is then empty.
    `years_left` counts from the as-of date to the due date, for the required pace.
    """

    threshold: Threshold
    basis: ProgressInput
    refusal: Reason | None
    forecast: Forecast | Refusal
    likely: Likely | NoRange
    years_left: float
    opinions: Mapping[MethodName, Opinion]


@dataclass(frozen=True, slots=True)
class TargetExplanation:
    """One target with its verdict, the row that decided, and what it rests on.

    `progress` is None where no path is needed: past deadlines, states, yearly targets, no figures.
    `left_out` counts the figures that have no part in it by the reason, in the order of the oldest
    of each; of those of other areas `figures` may hold only the newest.
    """

    line: TargetLine
    method: MethodName
    row: DecisionRow
    figures: tuple[ObservationUse, ...]
    progress: Progress | None
    left_out: Mapping[Exclusion, int]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that the verdicts on one indicator rest on."""

    header: ReportHeader
    item: StatusItem
    targets: tuple[TargetExplanation, ...]


def build_explanation(  # noqa: PLR0913 - what is known is named one by one
    plan: Plan,
    indicator: Indicator,
    observations: Iterable[Observation],
    header: ReportHeader,
    *,
    method: MethodName | None = None,
    accepted: Container[str] = (),
    elsewhere: Sequence[Elsewhere] = (),
) -> Explanation:
    """The explanation of the verdicts on one indicator.

    Args:
        plan: The plan.
        indicator: One of the plan's indicators.
        observations: The current figures of it, of all areas and groups, and those of its members;
            with `elsewhere` those of its area.
        header: Names the day.
        method: Overrides the indicator's own method and the default.
        accepted: The keys of the findings that somebody accepted.
        elsewhere: The newest figures of other areas.
    """
    derived = derive(plan, observations)
    known = derived.of_indicator(indicator.id)
    known += [figure for each in elsewhere for figure in each.figures]
    report = judge_all(plan, (indicator,), derived, header, method=method, accepted=accepted)
    item = report.items[0]
    series = build_series(indicator, known, plan.area, header.as_of)
    starts = plan.plan.starts
    rollup = indicator.rollup
    below = units_of(plan).parts_of(plan.area, rollup.from_) if rollup else ()

    targets = []
    for line in item.targets:
        context = judgement_context(indicator, line.target, series, header.as_of, starts, method)
        progress = _progress(context)
        row = row_of(context, line.verdict)
        basis = progress.basis if progress else None
        figures = observation_uses(context, series, known, plan.area, basis, below)
        left_out = left_out_by_reason(figures, elsewhere)
        targets.append(TargetExplanation(line, context.method, row, figures, progress, left_out))
    return Explanation(header, item, tuple(targets))


def item_of(
    plan: Plan,
    indicator: Indicator,
    observations: Iterable[Observation],
    header: ReportHeader,
    *,
    method: MethodName | None = None,
    accepted: Container[str] = (),
) -> StatusItem:
    """The verdicts on one indicator; the arguments are those of `build_explanation`."""
    derived = derive(plan, observations)
    report = judge_all(plan, (indicator,), derived, header, method=method, accepted=accepted)
    return report.items[0]


def _progress(context: JudgementContext) -> Progress | None:
    figure, threshold, due = context.speaker, context.threshold, context.target.due

    if figure is None or threshold is None or due is None or context.is_past:
        return None
    by_value = context.target.kind.judged_by is JudgedBy.VALUE
    if not by_value or context.own_year or has_ended(context.target, context.as_of):
        return None
    basis = progress_input(context, figure, threshold)
    refusal = refusal_of(basis)
    return Progress(
        threshold,
        basis,
        refusal,
        forecast_of(context, basis),
        likely_of(context, basis, threshold),
        decimal_year(due) - decimal_year(context.as_of),
        {} if refusal else _opinions(context, basis),
    )


def _opinions(context: JudgementContext, basis: ProgressInput) -> dict[MethodName, Opinion]:
    verdicts = judge_by_methods(context, basis, METHODS)
    return {
        name: Opinion(name, METHODS[name].work(basis.case), verdict)
        for name, verdict in verdicts.items()
    }
