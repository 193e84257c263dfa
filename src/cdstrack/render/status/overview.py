"""The status report as a page: one row per indicator, grouped by pillar.

Owns which columns are side by side in which layout.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Literal

from cdstrack.core.reports.status import StatusItem, StatusReport, TargetLine
from cdstrack.render.page.header_footer import (
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
    Cell,
    Column,
    Draft,
    Page,
    cell,
    first_rows,
    grouped,
)
from cdstrack.render.status.cells import (
    active_line,
    latest_cell,
    milestone_cell,
    name_cell,
    verdict_cell,
    way_cell,
)
from cdstrack.render.status.glance import due_dates
from cdstrack.render.verdict_notes import verdict_notes
from cdstrack.render.view import View
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.likely import tendency_words


@dataclass(frozen=True, slots=True)
class StatusLayout:
    """What there is room for.

    `compact` breaks the words of a cell into more lines. `milestones` is how many due dates get a
    column of their own; with 0 only the active target is shown. `way` gives the bar a column of
    its own or puts it under the verdict; without it there is none. `notes` adds flags, reasons
    and outlook to the verdict.
    """

    compact: bool
    milestones: int
    way: Literal["column", "below"] | None
    notes: bool


WIDE = StatusLayout(compact=False, milestones=3, way="column", notes=True)
WIDE_OF_TWO = replace(WIDE, milestones=2)
MEDIUM = StatusLayout(compact=True, milestones=2, way="below", notes=True)
NARROW = StatusLayout(compact=True, milestones=0, way="below", notes=False)
LAYOUTS = (WIDE, WIDE_OF_TWO, MEDIUM, NARROW)
"""From the roomiest to the one that fits everywhere."""


def status_drafts(report: StatusReport, view: View, *, bars: bool) -> Iterator[Draft]:
    """The status of every indicator in words, from the roomiest layout to the narrowest."""
    # A bar that nobody has gets no column.
    bars = bars and any(line.verdict.way_made is not None for line in report.lines)
    for each in LAYOUTS:
        layout = each if bars else replace(each, way=None)
        dues = due_dates(report.items, layout.milestones)
        yield Draft(
            partial(_page, report, view, layout, dues),
            partial(_first_rows, report, view, layout, dues),
        )


def _page(report: StatusReport, view: View, layout: StatusLayout, dues: tuple[date, ...]) -> Page:
    """The whole report in words, laid out as `layout` says."""
    rows = (
        (view.pillar(item.indicator.pillar), _row(item, view, layout, dues))
        for item in report.items
    )
    return Page(
        title=title(report.header, view),
        totals=counts(report, view),
        above=notices(report.header, view),
        columns=_columns(report, view, layout, dues),
        sections=grouped(rows),
        below=(*_footnotes(report, view, layout), *provenance(report.header, view)),
        empty=phrase("nothing", view.language),
    )


def _first_rows(
    report: StatusReport, view: View, layout: StatusLayout, dues: tuple[date, ...]
) -> Page:
    rows = (_row(item, view, layout, dues) for item in report.items[:FIRST_ROWS])
    return first_rows(_columns(report, view, layout, dues), rows)


def _columns(
    report: StatusReport, view: View, layout: StatusLayout, dues: tuple[date, ...]
) -> tuple[Column, ...]:
    language = view.language

    # A layout that has lost its column of bars is no narrower: the names take the room.
    lost_bars = layout.way is None and not layout.compact
    name = Column(heads(language, "indicator"), most=44, least=30 if lost_bars else 17)
    latest = Column(heads(language, "latest", "period_age"), most=36, least=22)
    most, least = (22, 17) if layout.compact else (34, 24)
    verdict = Column(heads(language, "verdict"), most=most, least=least)
    way = [Column(heads(language, "way_made"), most=12, least=11)] if layout.way == "column" else []
    if not dues:
        key = "milestones" if layout.milestones else "active_milestone"
        return (
            name,
            latest,
            Column(heads(language, key, "missing"), most=24, least=16),
            *way,
            verdict,
        )
    names = [phrase("head_milestone", language, due=milestone(due, language)) for due in dues]
    if any(line.target.due not in dues for line in report.lines):
        names[-1] += phrase("head_and_others", language)
    missing = phrase("head_missing", language)
    most, least = (22, 16) if layout.compact else (32, 26)
    columns = [Column((text, missing), most=most, least=least) for text in names]
    return (name, latest, *columns, *way, verdict)


def _row(
    item: StatusItem, view: View, layout: StatusLayout, dues: tuple[date, ...]
) -> tuple[Cell, ...]:
    left = (name_cell(item, view), latest_cell(item, view, compact=layout.compact))
    way = [way_cell(active_line(item))] if layout.way == "column" else []
    right = verdict_cell(
        active_line(item), view, with_bar=layout.way == "below", notes=layout.notes
    )
    shown = item.targets
    if not layout.milestones:
        shown = tuple(filter(None, [active_line(item)]))
    columns = [[line for line in shown if line.target.due == due] for due in dues] or [[]]
    cells = [_targets(lines, item, view, layout) for lines in columns]
    # A target without a column of its own is in the last one, after its due date.
    others = [line for line in shown if line.target.due not in dues]
    cells[-1] += _targets(others, item, view, layout, dated=True)
    return (*left, *cells, *way, right or cell(tendency_words(item.tendency, view.language)))


def _targets(
    lines: list[TargetLine],
    item: StatusItem,
    view: View,
    layout: StatusLayout,
    *,
    dated: bool = False,
) -> Cell:
    cells = [
        milestone_cell(line, item, view, compact=layout.compact, dated=dated) for line in lines
    ]
    return tuple(line for found in cells for line in found)


def _footnotes(report: StatusReport, view: View, layout: StatusLayout) -> tuple[Cell, ...]:
    """What the marks mean, then what this width has no room for and where it is told."""
    shown = [active_line(item) for item in report.items]
    hidden = len(report.lines) - sum(line is not None for line in shown)
    keys = {
        "note_hidden": hidden and not layout.milestones,
        "note_no_reasons": not layout.notes
        and any(line is not None and verdict_notes(line, view.language) for line in shown),
    }
    left_out = (cell(phrase(key, view.language, n=hidden)) for key, lacks in keys.items() if lacks)
    return (*footnotes(report.lines, view, report.items), *left_out)
