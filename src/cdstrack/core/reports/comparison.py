"""The verdicts on the same indicators by several methods, side by side.

Owns the shape of the comparison, and what counts as a disagreement.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cdstrack.core.derived.figures import derive
from cdstrack.core.plan.comparators import JudgedBy
from cdstrack.core.plan.model import MethodName, Plan
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.reports.judging import judge_all
from cdstrack.core.reports.status import StatusItem, StatusReport, TargetLine
from cdstrack.core.verdict.disagreement import Assumption, deciding
from cdstrack.core.verdict.judgement_context import judgement_context
from cdstrack.core.verdict.methods.interface import Case
from cdstrack.core.verdict.progress_input import progress_input
from cdstrack.core.verdict.series import build_series
from cdstrack.core.verdict.vocabulary import Reason, Status


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One indicator: `item` with the verdict that counts, and each method's on the same target.

    `method` is the one that the counting verdict was made by; `case` is what the methods were
    given, None where the verdict needs no progress.
    """

    item: StatusItem
    method: MethodName
    lines: Mapping[MethodName, TargetLine]
    case: Case | None = None

    @property
    def dissenting(self) -> tuple[MethodName, ...]:
        """The methods whose verdict differs from the one that counts.

        A method that is undefined here has no opinion and does not dissent.
        """
        return tuple(
            name
            for name, line in self.lines.items()
            if line.verdict.status is not self.item.status
            and Reason.UNDEFINED_FOR_METHOD not in line.verdict.reasons
        )

    @property
    def assumptions(self) -> dict[MethodName, Assumption]:
        """Of every dissenting method the one assumption that decides, where there is one."""
        if self.case is None:
            return {}
        found = {name: deciding(self.case, self.method, name) for name in self.dissenting}
        return {name: each for name, each in found.items() if each is not None}


@dataclass(frozen=True, slots=True)
class ComparisonReport:
    """The status of every indicator by every method."""

    header: ReportHeader
    methods: tuple[MethodName, ...]
    rows: tuple[ComparisonRow, ...]

    @property
    def disputed(self) -> int:
        """On how many indicators some method dissents."""
        return sum(1 for row in self.rows if row.dissenting)

    def counts(self, method: MethodName) -> dict[Status, int]:
        """How many indicators have each verdict by this method, in the order of `Status`."""
        found = [row.lines[method].verdict.status for row in self.rows]
        return {status: found.count(status) for status in Status if status in found}


def build_comparison(
    plan: Plan,
    observations: Iterable[Observation],
    report: StatusReport,
    *,
    method: MethodName | None = None,
    methods: Sequence[MethodName] = tuple(MethodName),
) -> ComparisonReport:
    """The items of a status report judged again by each method, on the active target.

    Args:
        plan: The plan.
        observations: The figures that the report was built from.
        report: Its items' own verdicts count; indicators without targets are left out.
        method: The one that the report was built with, where it overrode the indicators' own.
        methods: The columns.
    """
    derived = derive(plan, observations)
    wanted = [item for item in report.items if item.active is not None]
    indicators = [item.indicator for item in wanted]
    by_method = {
        name: judge_all(plan, indicators, derived, report.header, method=name).items
        for name in methods
    }
    rows = tuple(
        ComparisonRow(
            item,
            method or item.indicator.method or MethodName.LINEAR,
            {name: _active(by_method[name][place]) for name in methods},
            _case(plan, item, derived.figures, report.header.as_of),
        )
        for place, item in enumerate(wanted)
    )
    return ComparisonReport(replace(report.header, report="methods"), tuple(methods), rows)


def _active(item: StatusItem) -> TargetLine:
    assert item.active is not None  # noqa: S101 - only indicators with targets are compared
    return item.targets[item.active]


def _case(plan: Plan, item: StatusItem, known: Sequence[Observation], as_of: date) -> Case | None:
    """The input of the methods for the active target; None if progress is not judged."""
    own = [each for each in known if each.indicator == item.indicator.id]
    series = build_series(item.indicator, own, plan.area, as_of)
    target = _active(item).target
    context = judgement_context(item.indicator, target, series, as_of, plan.plan.starts, None)
    if context.is_past or target.due is None or target.kind.judged_by is not JudgedBy.VALUE:
        return None
    if context.speaker is None or context.threshold is None:
        return None
    return progress_input(context, context.speaker, context.threshold).case
