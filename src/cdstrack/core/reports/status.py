"""The status report as a value: each indicator with the verdicts on its targets.

Values are exact or unrounded; there are no labels, no rounding and no colour here. How it comes
about is in `cdstrack.core.reports.judging`.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from cdstrack.core.derived.composite import Composition
from cdstrack.core.plan.model import Indicator, Target
from cdstrack.core.record.derived import is_derived
from cdstrack.core.record.observation import Cell, Observation
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.reports.order import Order
from cdstrack.core.reports.rollup import RollUpStatus
from cdstrack.core.verdict.model import Verdict
from cdstrack.core.verdict.tendency import Tendency
from cdstrack.core.verdict.vocabulary import DirectionVerdict, Status


class TargetLine(NamedTuple):
    """One target with its verdict."""

    target: Target
    verdict: Verdict


class PartYear(NamedTuple):
    """A figure of a part of the year beside the same part of the year before, of flow or growth."""

    figure: Observation
    year_before: Observation | None


class StatusItem(NamedTuple):
    """One indicator: its latest figure and the verdict on each of its targets.

    `latest` is the figure that the verdicts use; `latest_exact` its unrounded number. `stale` asks
    for the newest figure of all, which of a flow may be about a part of a year. `status` is
    the active target's: the first that is not past at the as-of date, else the last; None for an
    indicator without targets, which has a `tendency` instead. `active` is that target's position.
    `doubts` are the codes of what makes the latest figure doubtful and was not accepted.
    `composition` is how a composite index comes about, `unfinished` the same of a later period of
    which only some members are known. `rollup` is what the units of the area come to.
    """

    indicator: Indicator
    org_unit: str
    disaggregation: str | None
    lead: str | None
    latest: Observation | None
    latest_exact: Fraction | None
    age_days: int | None
    stale: bool
    targets: tuple[TargetLine, ...]
    active: int | None
    part_year: PartYear | None = None
    tendency: Tendency | None = None
    doubts: tuple[str, ...] = ()
    composition: Composition | None = None
    unfinished: Composition | None = None
    rollup: RollUpStatus | None = None

    @property
    def direction_verdict(self) -> DirectionVerdict | None:
        """Which way an indicator without targets moves; None where targets are judged instead."""
        return None if self.tendency is None else self.tendency.verdict

    @property
    def recorded_cell(self) -> Cell | None:
        """The cell of the latest figure where somebody recorded it.

        A figure that comes from units has the cell of the one that is stated beside it.
        """
        if self.latest is None or is_derived(self.latest):
            return None
        return self.latest.cell

    @property
    def active_line(self) -> TargetLine | None:
        """The active target with its verdict."""
        return None if self.active is None else self.targets[self.active]

    @property
    def status(self) -> Status | None:
        """The verdict on the active target."""
        return None if self.active is None else self.targets[self.active].verdict.status


@dataclass(frozen=True, slots=True)
class StatusReport:
    """The status of every indicator of the plan."""

    header: ReportHeader
    items: tuple[StatusItem, ...]
    order: Order = Order.PLAN

    @property
    def counts(self) -> dict[Status, int]:
        """How many indicators have each verdict, in the order of `Status`."""
        return _in_order(item.status for item in self.items if item.status)

    @property
    def counts_by_due(self) -> dict[date, dict[Status, int]]:
        """How many targets of each due date have each verdict; targets without one are left out."""
        by_due: dict[date, list[Status]] = {}
        for line in self.lines:
            if line.target.due:
                by_due.setdefault(line.target.due, []).append(line.verdict.status)
        return {due: _in_order(by_due[due]) for due in sorted(by_due)}

    @property
    def lines(self) -> list[TargetLine]:
        """Every target of every item."""
        return [line for item in self.items for line in item.targets]


def select(report: StatusReport, keep: Callable[[StatusItem], bool]) -> StatusReport:
    """The report with only the items that `keep` wants."""
    return replace(report, items=tuple(item for item in report.items if keep(item)))


def _in_order(statuses: Iterable[Status]) -> dict[Status, int]:
    counted = Counter(statuses)
    return {status: counted[status] for status in Status if counted[status]}
