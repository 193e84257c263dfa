"""The table of the indicators and the heat table above it, as words under their headings.

Owns the columns and what they are sorted and filtered by. The cells are those of `status`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from cdstrack.core.reports.arrange import WORST_FIRST
from cdstrack.core.reports.indicator_detail import IndicatorDetail
from cdstrack.core.reports.order import Order
from cdstrack.core.reports.plan_report import HeatCell, PlanReport
from cdstrack.core.reports.status import StatusItem
from cdstrack.render.machine.output import plain
from cdstrack.render.page.header_footer import milestone
from cdstrack.render.page.layout import Cell, Line
from cdstrack.render.report.section import verdict_line
from cdstrack.render.report.spark import Spark, spark
from cdstrack.render.status.cells import latest_cell, milestone_cell, percent_of_way, way
from cdstrack.render.status.glance import due_dates
from cdstrack.render.status.glance_cells import beside
from cdstrack.render.view import View
from cdstrack.words.labels.likely import short_chance_words, tendency_words
from cdstrack.words.labels.report import report_text
from cdstrack.words.labels.vocabulary import STATUS, STATUS_SIGN, label
from cdstrack.words.parse.search import fold

Dues = tuple[date | None, ...]
_MILESTONES = 3
_MOST_ON_COURSE = 0.5


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator. `value` is its latest figure for programs, `on` the day it is dated by.

    `way` and `chance` are numbers from 0 to 1, empty where they are not known; `rank` puts the worst
    verdict first. `text` holds the words that are searched, folded, each once.
    """

    number: int
    key: str
    name: str
    lead_key: str
    lead: str
    pillar: str
    spark: Spark | None
    latest: Cell
    value: str
    on: str
    milestones: tuple[Cell, ...]
    way: str
    way_words: str
    chance: str
    chance_words: str
    verdict: Line
    rank: int
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a common heading: a pillar or a lead body, else none."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The groups in order, the headings of the milestones, and what can be chosen to filter by.

    `columns` are the names of those that some row fills.
    """

    milestones: tuple[str, ...]
    groups: tuple[Group, ...]
    columns: frozenset[str]
    pillars: tuple[tuple[str, str], ...]
    verdicts: tuple[tuple[str, str], ...]
    leads: tuple[tuple[str, str], ...]
    total: int


@dataclass(frozen=True, slots=True)
class Heat:
    """One cell of the heat table: its light, how many of how many, and the number by verdict."""

    light: str
    share: str
    counts: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A pillar with a cell a milestone; None where it has no target then."""

    key: str
    name: str
    cells: tuple[Heat | None, ...]


def indicator_table(report: PlanReport, view: View) -> Table:
    """The indicators as they come, under the headings of the order that they have."""
    language = view.language
    dues: Dues = due_dates(report.status.items, _MILESTONES)
    if not dues and report.status.lines:
        dues = (None,)
    groups: dict[str, list[Row]] = {}
    for number, detail in enumerate(report.indicators, start=1):
        row = _row(number, detail, dues, view)
        groups.setdefault(_heading(row, report.status.order, view), []).append(row)
    statuses = dict.fromkeys(each.status for each in report.status.items if each.status)
    leads = dict.fromkeys(each.lead for each in report.status.items if each.lead)
    return Table(
        milestones=tuple(_milestone_heads(report, dues, language)),
        groups=tuple(Group(name, tuple(rows)) for name, rows in groups.items()),
        columns=frozenset(_filled(row for rows in groups.values() for row in rows)),
        pillars=tuple((key, view.pillar(key)) for key in report.pillars),
        verdicts=tuple(
            (each, label(STATUS, each, language)) for each in WORST_FIRST if each in statuses
        ),
        leads=tuple(sorted(((key, view.org_unit(key)) for key in leads), key=lambda each: each[1])),
        total=len(report.indicators),
    )


def _filled(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        named = {"way": row.way, "chance": row.chance, "verdict": row.verdict.text}
        yield from (name for name, filled in named.items() if filled)


def _heading(row: Row, order: Order, view: View) -> str:
    """What a row is under; in an order of its own every row stands for itself."""
    if order is Order.PLAN:
        return view.pillar(row.pillar)
    if order is Order.LEAD:
        return row.lead or report_text("no_lead", view.language)
    return ""


def heat_rows(report: PlanReport, view: View) -> tuple[HeatRow, ...]:
    """A row a pillar, a cell a milestone."""
    heat = report.heat
    return tuple(
        HeatRow(
            pillar,
            view.pillar(pillar),
            tuple(_heat(heat.cells.get((pillar, due)), view.language) for due in heat.milestones),
        )
        for pillar in heat.pillars
    )


def due_words(due: date | None, language: str) -> str:
    """A due date as a heading."""
    return report_text("no_due", language) if due is None else milestone(due, language)


def _heat(found: HeatCell | None, language: str) -> Heat | None:
    if found is None:
        return None
    counts = tuple(
        Line(f"{STATUS_SIGN[status]} {n} {label(STATUS, status, language)}", status)
        for status, n in found.counts.items()
    )
    if not found.judged:
        return Heat("none", report_text("heat_none", language), counts)
    share = report_text("heat_share", language, n=found.on_course, total=found.judged)
    if found.on_course == found.judged:
        return Heat("good", share, counts)
    is_half = found.on_course >= _MOST_ON_COURSE * found.judged
    return Heat("warn" if is_half else "bad", share, counts)


def _milestone_heads(report: PlanReport, dues: Dues, language: str) -> Iterator[str]:
    for due in dues:
        others = due == dues[-1] and any(beside(item, dues) for item in report.status.items)
        key = "milestone_and_others" if others else "milestone"
        words = due_words(due, language)
        yield words if due is None else report_text(key, language, due=words)


def _row(number: int, detail: IndicatorDetail, dues: Dues, view: View) -> Row:
    item, language = detail.item, view.language
    line = item.active_line
    made = None if line is None else way(line)
    likely = None if line is None else line.verdict.likely
    lead = view.org_unit(item.lead) if item.lead else ""
    names = (item.indicator.id, view.name(item.indicator), view.short_name(item.indicator))
    tendency = tendency_words(item.tendency, language)
    return Row(
        number=number,
        key=item.indicator.id,
        name=view.short_name(item.indicator),
        lead_key=item.lead or "",
        lead=lead,
        pillar=item.indicator.pillar,
        spark=spark(detail, view),
        latest=latest_cell(item, view, compact=True),
        value=_value(item),
        on=item.latest.period.end.isoformat() if item.latest else "",
        milestones=tuple(_milestone(item, due, dues, view) for due in dues),
        way="" if made is None else f"{made:.4f}",
        way_words=percent_of_way(made),
        chance="" if likely is None else f"{likely.chance:.4f}",
        chance_words="" if likely is None else short_chance_words(likely.chance),
        verdict=Line(tendency) if line is None else verdict_line(line, language),
        rank=len(WORST_FIRST) if line is None else WORST_FIRST.index(line.verdict.status),
        text=" ".join(dict.fromkeys(fold(" ".join(names)).split())),
    )


def _value(item: StatusItem) -> str:
    figure = item.latest
    return "" if figure is None else str(plain(figure.state or figure.value) or "")


def _milestone(item: StatusItem, due: date | None, dues: Dues, view: View) -> Cell:
    """The targets of one due date; the last column has those without a column too."""
    lines = [line for line in item.targets if line.target.due == due]
    shown = [milestone_cell(line, item, view, compact=True) for line in lines]
    if due == dues[-1]:
        others = beside(item, dues)
        shown += [milestone_cell(line, item, view, compact=True, dated=True) for line in others]
    return tuple(line for cell in shown for line in cell)
