"""The status at a glance as a page: totals, then one line an indicator, by pillar or by lead body.

Owns which columns are side by side in which layout, and what is folded: indicators without a
figure are one line a section. Reasons, notes and targets in full are in `overview`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from cdstrack.core.reports.arrange import ON_COURSE, judged_items, worst_item
from cdstrack.core.reports.order import Order
from cdstrack.core.reports.status import StatusItem, StatusReport, TargetLine
from cdstrack.core.verdict.vocabulary import Status
from cdstrack.render.gap_words import missing_words
from cdstrack.render.members import partial_words
from cdstrack.render.page.header_footer import (
    any_doubtful,
    counts,
    footnotes,
    heads,
    milestone,
    notices,
    provenance,
    title,
)
from cdstrack.render.page.layout import (
    FIRST_ROWS,
    GUTTER,
    Cell,
    Column,
    Draft,
    Listing,
    Page,
    Section,
    cell,
    first_rows,
)
from cdstrack.render.status.glance_cells import GlanceCells, GlanceLayout, beside, in_months
from cdstrack.render.view import View
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.vocabulary import (
    STATUS_SIGN,
    status_words,
)
from cdstrack.words.parse.dates import format_day, format_period

_OVER = {Status.MISSED, Status.OVERDUE}
_TELLING = {Status.OVERDUE, Status.MISSED, Status.ACHIEVED, Status.ACHIEVED_LATE}
"""Verdicts that say something even without a figure."""


WIDE = GlanceLayout(milestones=3, asked=True, full=True)
MEDIUM = GlanceLayout(milestones=2, asked=True)
DENSE = GlanceLayout(milestones=3)
DENSER = GlanceLayout(milestones=2)
NARROW = GlanceLayout(milestones=0, lines=True)
NARROWEST = GlanceLayout(milestones=0, lines=True, merged=True)
_STEPS = ((28, 26), (20, 16), (20, 12), (16, 12))
"""What a name has at least, and a figure at most, in a line with everything else.

Columns are closer from the second step on.
"""
LAYOUTS = (
    *(WIDE, replace(WIDE, milestones=2), MEDIUM),
    *(
        replace(layout, name=name, figure=figure, tight=(name, figure) != _STEPS[0])
        for layout in (DENSE, DENSER)
        for name, figure in _STEPS
    ),
    *(NARROW, NARROWEST),
)
"""From the roomiest to the narrowest; only the last two have several lines an indicator."""


def glance_drafts(report: StatusReport, view: View, *, bars: bool) -> Iterator[Draft]:
    """The status of every indicator in a line or two, from the roomiest layout to the narrowest."""
    shown = tuple(item for item in report.items if not is_silent(item))
    ranked = _ranked_dues(shown)
    for layout in LAYOUTS:
        dues = tuple(sorted(ranked[: layout.milestones]))
        cells = GlanceCells(view, layout, dues, bars)
        whole, first = (_Glance(report, cells, each) for each in (shown, shown[:FIRST_ROWS]))
        yield Draft(whole.page, first.part)


class _Glance:
    """One page: the report in one layout. Columns that no row fills are left out."""

    def __init__(
        self, report: StatusReport, cells: GlanceCells, shown: tuple[StatusItem, ...]
    ) -> None:
        self.report, self.cells, self.shown = report, cells, shown
        self.view, self.layout, self.dues = cells.view, cells.layout, cells.dues
        self.language = cells.language

    def part(self) -> Page:
        """The rows alone."""
        columns, rows = self._table()
        return first_rows(columns, rows, self._gutter)

    def page(self) -> Page:
        """The whole report in words."""
        columns, rows = self._table()
        return Page(
            title=title(self.report.header, self.view),
            totals=(headline(self.report, self.view), *counts(self.report, self.view)),
            above=notices(self.report.header, self.view),
            columns=columns,
            sections=tuple(self._sections(rows)),
            below=tuple(self._below()),
            empty=phrase("nothing", self.language),
            ruled=False,
            dense=True,
            gutter=self._gutter,
        )

    @property
    def _gutter(self) -> int:
        return 1 if self.layout.tight else GUTTER

    def _table(self) -> tuple[tuple[Column, ...], list[tuple[Cell, ...]]]:
        """The columns that some row fills, and the rows."""
        columns = self._columns()
        filled = [place for place, (_, cells) in enumerate(columns) if place == 0 or any(cells)]
        kept = [columns[place] for place in filled]
        rows = list(zip(*(cells for _, cells in kept), strict=True))
        return tuple(column for column, _ in kept), rows

    def _columns(self) -> list[tuple[Column, list[Cell]]]:
        """Every column with its cells, one an item that is shown."""
        return self._of_lines() if self.layout.lines else self._of_one_line()

    def _of_one_line(self) -> list[tuple[Column, list[Cell]]]:
        full, language = self.layout.full, self.language
        asked, least = self.layout.asked, self.layout.name
        name = Column(heads(language, "indicator"), most=44, least=least, clipped=True)
        lead = Column(self._head("lead"), most=40, least=16 if full else 7, clipped=True)
        figure = heads(language, "figure")
        value = _whole(figure, 26) if asked else Column(figure, most=26, least=12)
        return [
            (name, self._each(self.cells.name)),
            (value, self._each(self.cells.value)),
            (_whole(heads(language, "period"), 12), self._each(self.cells.period)),
            *self._milestone_columns(),
            (_whole(self._head("way"), 14), self._each(self.cells.way)),
            (_whole(heads(language, "verdict"), 24), self._each(self.cells.verdict)),
            (_whole(self._head("chance"), 8), self._each(self.cells.chance)),
            (lead, self._each(self.cells.lead)),
        ]

    def _of_lines(self) -> list[tuple[Column, list[Cell]]]:
        merged, language = self.layout.merged, self.language
        name = Column(heads(language, "indicator", "lead"), most=36, least=16, clipped=not merged)
        figure = ("figure", "period", "missing") if merged else ("figure", "period")
        columns = [
            (name, self._each(self.cells.name)),
            (
                Column(heads(language, *figure), 24, 20 if merged else 11),
                self._each(self.cells.figure),
            ),
        ]
        if not merged:
            missing = Column(heads(language, "missing_to"), most=24, least=20)
            columns.append((missing, self._each(self.cells.missing_lines)))
        verdict = Column(heads(language, "verdict"), most=24, least=15)
        return [*columns, (verdict, self._each(self.cells.verdict_lines))]

    def _head(self, key: str) -> tuple[str, ...]:
        """A heading over narrow values; where there is little room, one word a line."""
        lines = heads(self.language, key)
        return lines if self.layout.asked else tuple(lines[0].split(" "))

    def _each(self, written: Callable[[StatusItem], Cell]) -> list[Cell]:
        return [written(item) for item in self.shown]

    def _milestone_columns(self) -> list[tuple[Column, list[Cell]]]:
        columns = []
        for due in self.dues:
            name = milestone(due, self.language)
            if due == self.dues[-1] and any(beside(item, self.dues) for item in self.shown):
                # In a dense column there is room for the mark alone.
                name += phrase("head_and_others", self.language) if self.layout.asked else "…"
            first = heads(self.language, "milestone_of" if self.layout.asked else "missing_by")
            cells = [self.cells.milestone(item, due) for item in self.shown]
            columns.append((_whole((*first, name), 36 if self.layout.asked else 18), cells))
        return columns

    def _sections(self, rows: list[tuple[Cell, ...]]) -> Iterator[Section]:
        """The rows under their titles, each section with what it has no figure of."""
        by_item = dict(zip(map(id, self.shown), rows, strict=True))
        by_title: dict[str, list[StatusItem]] = {}
        for item in self.report.items:
            by_title.setdefault(self._section_of(item), []).append(item)
        for name, items in by_title.items():
            found = tuple(by_item[id(item)] for item in items if id(item) in by_item)
            silent = (item for item in items if is_silent(item))
            names = (self.view.short_name(item.indicator) for item in silent)
            yield Section(name, found, folded_names(names, self.language))

    def _section_of(self, item: StatusItem) -> str:
        if self.report.order is Order.PLAN:
            return self.view.pillar(item.indicator.pillar)
        if self.report.order is Order.LEAD:
            known = item.lead is not None
            return self.view.org_unit(item.lead or "") if known else self._say("no_lead")
        return ""

    def _below(self) -> Iterator[Cell]:
        lines = [line for item in self.shown for line in item.targets]
        old = any(item.stale and item.latest for item in self.shown)
        marks = ((old, "note_old"), (any_doubtful(self.shown), "note_doubtful"))
        yield cell(*(self._say(key) for occurs, key in marks if occurs))
        yield from footnotes(lines, self.view)
        context = sum(not each.targets for each in self.view.plan.indicators)
        hints = [self._say("note_long")] if self.report.items else []
        if context and not any(item.active is None for item in self.report.items):
            hints.insert(0, self._say("note_context", n=context))
        yield cell(*hints)
        yield from provenance(self.report.header, self.view)

    def _say(self, key: str, **facts: object) -> str:
        return phrase(key, self.language, **facts)


def headline(report: StatusReport, view: View) -> Cell:
    """How many are on course, and which one is worst: what is missing, since when, and who leads."""
    judged, language = judged_items(report), view.language
    if not judged:
        return cell(phrase("none_judged", language)) if report.counts else ()
    on_course = sum(item.status in ON_COURSE for item in judged)
    told = phrase("on_course", language, n=on_course, total=len(judged))
    worst = worst_item(report)
    if worst is None or worst.active_line is None:
        return cell(told)
    line = worst.active_line
    facts = [status_words(line.verdict.status, language)]
    missing = missing_words(line.verdict, line.target, worst.indicator, language, short=True)
    if missing:
        # On the bound of a strict target nothing is missing in numbers; the words say it all.
        is_said = not line.verdict.gap
        facts.append(missing if is_said else phrase("missing", language, gap=missing))
    facts += [_since(worst, line, language), _led_by(worst, view)]
    name = view.short_name(worst.indicator)
    return cell(told, phrase("worst", language, name=name, facts=", ".join(filter(None, facts))))


def _since(item: StatusItem, line: TargetLine, language: str) -> str:
    """Since when it is so: the due date that was missed, else the period of the figure."""
    if line.verdict.status in _OVER and line.target.due is not None:
        return phrase("worst_due", language, day=format_day(line.target.due, language))
    if item.latest is None:
        return ""
    period = format_period(in_months(item.latest.period), language, short=True)
    return phrase("worst_period", language, period=period)


def _led_by(item: StatusItem, view: View) -> str:
    if item.lead is None:
        return phrase("worst_no_lead", view.language)
    return phrase("lead", view.language, name=view.org_unit(item.lead))


def folded_names(names: Iterable[str], language: str) -> Listing | None:
    """The line that stands for what has no figure; None where nothing does."""
    entries = tuple(names)
    if not entries:
        return None
    told = phrase("without_figure", language, n=len(entries))
    lead = f"{STATUS_SIGN[Status.NO_DATA]} {told}"
    return Listing(lead, entries, phrase("and_others", language, n="{n}"))


def is_silent(item: StatusItem) -> bool:
    """Whether an indicator has neither a figure nor a verdict that says something without one."""
    if item.latest is not None or item.status in _TELLING:
        return False
    return not partial_words(item, "en")


def due_dates(items: Iterable[StatusItem], most: int) -> tuple[date, ...]:
    """The due dates of most targets, in their order."""
    return tuple(sorted(_ranked_dues(items)[:most]))


def _ranked_dues(items: Iterable[StatusItem]) -> list[date]:
    """The due dates, that of most targets first."""
    counted: dict[date, int] = {}
    for item in items:
        for line in item.targets:
            if line.target.due is not None:
                counted[line.target.due] = counted.get(line.target.due, 0) + 1
    return sorted(counted, key=lambda due: (-counted[due], due))


def _whole(head: tuple[str, ...], most: int) -> Column:
    """A column that keeps its lines whole."""
    return Column(head, most=most, least=most)
