"""The same indicators judged by every method, side by side.

Owns the shape of the comparison, and what counts as a disagreement.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from cdstrack.core.plan.model import MethodName, Plan
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.status import (
    ReportHeader,
    StatusItem,
    StatusReport,
    TargetLine,
    build_status,
)
from cdstrack.core.verdict.vocabulary import Reason, Status


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One indicator: `item` with the verdict that counts, and each method's on the same target.

    `method` is the one that the counting verdict was made by.
    """

    item: StatusItem
    method: MethodName
    lines: Mapping[MethodName, TargetLine]

    @property
    def dissenting(self) -> tuple[MethodName, ...]:
        """The methods that come to another verdict than the one that counts.

        A method that is undefined here has no opinion and does not dissent.
        """
        return tuple(
            name
            for name, line in self.lines.items()
            if line.verdict.status is not self.item.status
            and Reason.UNDEFINED_FOR_METHOD not in line.verdict.reasons
        )


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
        plan: What was promised.
        observations: The figures that the report was built from.
        report: Its items' own verdicts count; indicators without targets are left out.
        method: The one that the report was built with, where it overrode the indicators' own.
        methods: The columns.
    """
    known = list(observations)
    wanted = [item for item in report.items if item.active is not None]
    narrowed = plan.model_copy(update={"indicators": tuple(item.indicator for item in wanted)})
    by_method = {
        name: build_status(narrowed, known, report.header, method=name).items for name in methods
    }
    rows = tuple(
        ComparisonRow(
            item,
            method or item.indicator.method or MethodName.LINEAR,
            {name: _active(by_method[name][place]) for name in methods},
        )
        for place, item in enumerate(wanted)
    )
    return ComparisonReport(replace(report.header, report="methods"), tuple(methods), rows)


def _active(item: StatusItem) -> TargetLine:
    assert item.active is not None  # noqa: S101 - only indicators with targets are compared
    return item.targets[item.active]
