"""The report on the whole plan as one value, the source of every output format of it.

Owns its shape and the heat table of pillars and milestones. Verdicts are those of
`cdstrack.core.reports.judging`; nothing is judged here.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from cdstrack.core.plan.model import MethodName, Plan
from cdstrack.core.record.acts import SourceDocument
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.arrange import JUDGED, ON_COURSE, WORST_FIRST
from cdstrack.core.reports.cell_history import CellHistory, Cells
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.reports.indicator_detail import IndicatorDetail, IndicatorRecord, build_detail
from cdstrack.core.reports.status import StatusReport
from cdstrack.core.verdict.vocabulary import Status


@dataclass(frozen=True, slots=True)
class HeatCell:
    """The targets of one pillar that are due on one day: how many have each verdict."""

    counts: Mapping[Status, int]

    @property
    def total(self) -> int:
        """How many targets there are."""
        return sum(self.counts.values())

    @property
    def judged(self) -> int:
        """How many targets are judged."""
        return sum(n for status, n in self.counts.items() if status in JUDGED)

    @property
    def on_course(self) -> int:
        """How many are met or on track."""
        return sum(n for status, n in self.counts.items() if status in ON_COURSE)

    @property
    def worst(self) -> Status | None:
        """The worst of the verdicts, of what is judged; else of what is not; None without targets."""
        return min(self.counts, key=WORST_FIRST.index, default=None)


@dataclass(frozen=True, slots=True)
class HeatTable:
    """Pillars in the order of the plan against due dates in order; None is for targets without one.

    A pair that no target has is in no cell.
    """

    pillars: tuple[str, ...]
    milestones: tuple[date | None, ...]
    cells: Mapping[tuple[str, date | None], HeatCell]


@dataclass(frozen=True, slots=True)
class PlanReport:
    """The whole plan; `indicators` has one entry for each item of `status`, in its order.

    `documents` are those of the plan and of the record by their ids.
    """

    header: ReportHeader
    status: StatusReport
    indicators: tuple[IndicatorDetail, ...]
    documents: Mapping[str, SourceDocument]

    @property
    def citations(self) -> dict[str, str]:
        """The names by which documents are cited: their numbers, else their titles."""
        return {key: each.number or each.title for key, each in self.documents.items()}

    @property
    def heat(self) -> HeatTable:
        """The verdicts of each pillar at each milestone, as counts."""
        counted: dict[tuple[str, date | None], Counter[Status]] = {}
        for item in self.status.items:
            for line in item.targets:
                place = item.indicator.pillar, line.target.due
                counted.setdefault(place, Counter())[line.verdict.status] += 1
        milestones = sorted({due for _, due in counted}, key=lambda due: due or date.max)
        cells = {place: HeatCell(_in_order(counts)) for place, counts in counted.items()}
        pillars = dict.fromkeys(pillar for pillar, _ in counted)
        return HeatTable(tuple(pillars), tuple(milestones), cells)

    def section(self, pillar: str) -> tuple[IndicatorDetail, ...]:
        """The indicators of one pillar."""
        return tuple(each for each in self.indicators if each.item.indicator.pillar == pillar)

    @property
    def pillars(self) -> tuple[str, ...]:
        """The pillars that have an indicator here, in the order in which they come."""
        return tuple(dict.fromkeys(each.item.indicator.pillar for each in self.indicators))


def build_plan_report(
    plan: Plan,
    status: StatusReport,
    figures: Iterable[Observation],
    histories: Iterable[CellHistory],
    documents: Mapping[str, SourceDocument],
    *,
    method: MethodName | None = None,
) -> PlanReport:
    """The report on the items of a status report.

    Args:
        plan: The plan.
        status: Which indicators, with their verdicts.
        figures: The figures that the verdicts were made from.
        histories: The cells of the plan's area, each with all acts upon it.
        documents: Those of the plan and of the record.
        method: As for the status.
    """
    header = replace(status.header, report="report")
    known, cells = (
        defaultdict[str, list[Observation]](list),
        defaultdict[str, list[CellHistory]](list),
    )
    for figure in figures:
        known[figure.indicator].append(figure)
    for each in histories:
        cells[each.cell.indicator].append(each)
    indicators = []
    for item in status.items:
        key = item.indicator.id
        record = IndicatorRecord(known[key], Cells.of(cells[key]), documents)
        indicators.append(build_detail(plan, item, header, record, method))
    return PlanReport(header, status, tuple(indicators), documents)


def _in_order(counts: Mapping[Status, int]) -> dict[Status, int]:
    return {status: counts[status] for status in Status if counts[status]}
