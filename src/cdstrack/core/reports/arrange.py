"""Rearranges a report: sorts its rows, restricts it to milestones, finds its worst indicator.

Owns the sort orders. Rows that are equal in one keep the order of the plan.
"""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date
from typing import Any

from cdstrack.core.reports.gaps import GapRow, GapsReport, build_gaps, way_to_go
from cdstrack.core.reports.order import Order, is_due
from cdstrack.core.reports.status import StatusItem, StatusReport, TargetLine
from cdstrack.core.verdict.vocabulary import Status

WORST_FIRST = (
    Status.MISSED,
    Status.OVERDUE,
    Status.DETERIORATING,
    Status.OFF_TRACK,
    Status.BEHIND,
    Status.ON_TRACK,
    Status.ACHIEVED_LATE,
    Status.ACHIEVED,
    Status.PENDING,
    Status.AWAITING_DATA,
    Status.INSUFFICIENT_DATA,
    Status.NO_DATA,
    Status.NOT_APPLICABLE,
)
"""What was judged, the worst first, then what could not be judged yet."""

ON_COURSE = frozenset({Status.ACHIEVED, Status.ACHIEVED_LATE, Status.ON_TRACK})
JUDGED = frozenset(WORST_FIRST[: WORST_FIRST.index(Status.ACHIEVED) + 1])
"""The verdicts on where an indicator is, other than that it is not known yet."""

Key = Callable[[StatusItem, TargetLine | None], Any]
"""What an item with one of its targets is sorted by."""


def in_order(report: StatusReport, order: Order) -> StatusReport:
    """The report with its items in this order, each by its active target."""
    key = _KEYS[order]
    items = tuple(sorted(report.items, key=lambda item: key(item, item.active_line)))
    return replace(report, items=items, order=order)


def at_milestones(report: StatusReport, milestones: Collection[date | int]) -> StatusReport:
    """Only the targets due on these days, or in these years; an item's status is then theirs."""
    items = []
    for item in report.items:
        lines = tuple(line for line in item.targets if is_due(line.target.due, milestones))
        if lines:
            items.append(item._replace(targets=lines, active=_active(item, lines)))
    return replace(report, items=tuple(items))


def _active(item: StatusItem, lines: tuple[TargetLine, ...]) -> int:
    """The active target where it is one of these, else the one nearest to it."""
    if item.active_line in lines:
        return lines.index(item.active_line)
    ordered = [line.target for line in item.targets]
    is_later = ordered.index(lines[0].target) > (item.active or 0)
    return 0 if is_later else len(lines) - 1


def gaps_in_order(report: StatusReport, order: Order) -> GapsReport:
    """One row per target in this order."""
    key = _KEYS[order]
    rows = [GapRow(item, line) for item in report.items for line in item.targets]
    found = sorted(rows, key=lambda row: key(row.item, row.line))
    return replace(build_gaps(report), rows=tuple(found))


def judged_items(report: StatusReport) -> tuple[StatusItem, ...]:
    """The items with a verdict on where they are, other than that it is not known yet."""
    return tuple(item for item in report.items if item.status in JUDGED)


def worst_item(report: StatusReport) -> StatusItem | None:
    """The worst of the judged items that are not on course; None where all are."""
    left_behind = [item for item in judged_items(report) if item.status not in ON_COURSE]
    return min(left_behind, key=lambda item: _by_verdict(item, item.active_line), default=None)


def _by_way_to_go(item: StatusItem, line: TargetLine | None) -> Any:  # noqa: ANN401 - a sort key
    del item
    return (line is None, () if line is None else way_to_go(line))


def _by_verdict(item: StatusItem, line: TargetLine | None) -> Any:  # noqa: ANN401 - a sort key
    rank = len(WORST_FIRST) if line is None else WORST_FIRST.index(line.verdict.status)
    return rank, _by_way_to_go(item, line)


def _by_age(item: StatusItem, line: TargetLine | None) -> Any:  # noqa: ANN401 - a sort key
    del line
    return item.age_days is None, -(item.age_days or 0)


def _by_lead(item: StatusItem, line: TargetLine | None) -> Any:  # noqa: ANN401 - a sort key
    del line
    return item.lead is None, item.lead or ""


_KEYS: dict[Order, Key] = {
    Order.PLAN: lambda item, line: 0,  # noqa: ARG005 - all are equal
    Order.GAP: _by_way_to_go,
    Order.VERDICT: _by_verdict,
    Order.AGE: _by_age,
    Order.LEAD: _by_lead,
}
