"""The gaps report as a page: one row per target, with paces and forecast.

Owns which columns are side by side in which layout.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from cdstrack.core.reports.gaps import GapRow, GapsReport
from cdstrack.core.reports.status import StatusItem
from cdstrack.core.verdict.effort import effort_of
from cdstrack.core.verdict.vocabulary import Status
from cdstrack.render.gap_words import (
    average_words,
    breakdown_words,
    counted_words,
    missing_words,
    something_missing,
    years_words,
)
from cdstrack.render.members import partial_words
from cdstrack.render.page.header_footer import (
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
    Line,
    Listing,
    Page,
    Section,
    cell,
    first_rows,
)
from cdstrack.render.status.cells import (
    latest_cell,
    name_cell,
    past_words,
    reached_words,
    verdict_cell,
    way_cell,
)
from cdstrack.render.status.glance import folded_names, is_silent
from cdstrack.render.verdict_notes import verdict_reasons
from cdstrack.render.view import View
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.likely import (
    chance_sentence,
    effort_sentence,
    pace_sentence,
    usual_sentence,
)
from cdstrack.words.labels.value import forecast_words, pace_words
from cdstrack.words.labels.vocabulary import STATUS_SIGN


@dataclass(frozen=True, slots=True)
class GapsLayout:
    """What there is room for.

    `latest` gives the figure a column, else it is under the target. `way` gives the bar a
    column of its own or puts it under the verdict; without it there is none.
    """

    latest: bool
    way: Literal["column", "below"] | None
    paces: bool


WIDE = GapsLayout(latest=True, way="column", paces=True)
MEDIUM = GapsLayout(latest=False, way="below", paces=True)
NARROW = GapsLayout(latest=False, way="below", paces=False)
LAYOUTS = (WIDE, MEDIUM, NARROW)
"""From the roomiest to the one that fits everywhere."""


def gaps_drafts(report: GapsReport, view: View, *, bars: bool, long: bool) -> Iterator[Draft]:
    """What is missing to every target, from the roomiest layout to the narrowest.

    What no figure says anything about is folded into one line, unless the report is `long`.
    """
    shown = tuple(row for row in report.rows if long or not _is_silent(row))
    silent = tuple(row for row in report.rows if not long and _is_silent(row))
    folded = folded_names((_named(row, view) for row in silent), view.language)
    seen = replace(report, rows=shown)
    # A bar that nobody has gets no column.
    bars = bars and any(row.line.verdict.way_made is not None for row in shown)
    for each in LAYOUTS:
        layout = each if bars else replace(each, way=None)
        yield Draft(
            partial(_page, seen, view, layout, folded), partial(_first_rows, shown, view, layout)
        )


def _is_silent(row: GapRow) -> bool:
    return is_silent(row.item) and row.line.verdict.gap is None


def _named(row: GapRow, view: View) -> str:
    due = row.line.target.due
    name = view.short_name(row.item.indicator)
    return f"{name} {milestone(due, view.language)}" if due else name


def _page(report: GapsReport, view: View, layout: GapsLayout, folded: Listing | None) -> Page:
    """The whole report in words, laid out as `layout` says."""
    return Page(
        title=title(report.header, view),
        above=notices(report.header, view),
        columns=_columns(view.language, layout),
        sections=(Section("", tuple(_rows(report.rows, view, layout)), folded),),
        below=(
            *footnotes((row.line for row in report.rows), view, (row.item for row in report.rows)),
            *provenance(report.header, view),
        ),
        empty=phrase("nothing", view.language),
    )


def _first_rows(rows: tuple[GapRow, ...], view: View, layout: GapsLayout) -> Page:
    return first_rows(_columns(view.language, layout), _rows(rows[:FIRST_ROWS], view, layout))


def _columns(language: str, layout: GapsLayout) -> tuple[Column, ...]:
    # A layout that has lost its column of bars is no narrower: the names take the room.
    lost_bars = layout.way is None and layout.latest
    columns = [Column(heads(language, "indicator"), most=44, least=30 if lost_bars else 17)]
    if layout.latest:
        columns.append(Column(heads(language, "target"), most=26, least=16))
        columns.append(Column(heads(language, "latest", "period_age"), most=30, least=22))
    else:
        columns.append(Column(heads(language, "target", "target_latest"), most=26, least=22))
    columns.append(Column(heads(language, "gap"), most=24, least=15))
    if layout.way == "column":
        columns.append(Column(heads(language, "way_made"), most=12, least=11))
    if layout.paces:
        columns.append(Column(heads(language, "pace", "forecast"), most=26, least=15))
    columns.append(Column(heads(language, "verdict"), most=26, least=17))
    return tuple(columns)


def _rows(rows: Iterable[GapRow], view: View, layout: GapsLayout) -> Iterator[tuple[Cell, ...]]:
    """The cells of each row; the targets of an indicator share its name and its figure."""
    shared: dict[int, tuple[Cell, Cell]] = {}
    for row in rows:
        if id(row.item) not in shared:
            shared[id(row.item)] = name_cell(row.item, view), _latest_cell(row.item, view, layout)
        yield _row(row, *shared[id(row.item)], view, layout)


def _latest_cell(item: StatusItem, view: View, layout: GapsLayout) -> Cell:
    if not layout.latest and item.latest is None:
        return cell(partial_words(item, view.language))
    return latest_cell(item, view, compact=not layout.latest)


def _row(row: GapRow, name: Cell, latest: Cell, view: View, layout: GapsLayout) -> tuple[Cell, ...]:
    line, asked = row.line, _target_cell(row, view)
    cells = [name, *([asked, latest] if layout.latest else [asked + latest])]
    cells.append(_gap_cell(row, view))
    if layout.way == "column":
        cells.append(way_cell(line))
    if layout.paces:
        cells.append(_pace_cell(row, view))
    cells.append(verdict_cell(line, view, with_bar=layout.way == "below", notes=False))
    return tuple(cells)


def _target_cell(row: GapRow, view: View) -> Cell:
    """When the target is due, and what it asks."""
    target, status = row.line.target, row.line.verdict.status
    due = milestone(target.due, view.language) if target.due else phrase("undated", view.language)
    asked = view.asked(target, row.item.indicator)
    return (Line(f"{STATUS_SIGN[status]} {due}: {asked}", status),)


def _gap_cell(row: GapRow, view: View) -> Cell:
    """What is missing in the unit, then in heads, in groups, in years; else why it is not known."""
    verdict, indicator, language = row.line.verdict, row.item.indicator, view.language
    target = row.line.target
    missing = missing_words(verdict, target, indicator, language, short=True)
    lines = [
        missing,
        counted_words(verdict, indicator, language) if missing else "",
        breakdown_words(verdict, indicator, view),
        years_words(verdict, language),
        average_words(verdict, target, indicator, language),
    ]
    lines += past_words(row.line, row.item, language)
    if verdict.status is Status.ACHIEVED and verdict.reached_on is not None:
        lines.append(reached_words(verdict.reached_on, language))
    return cell(*lines) or cell("; ".join(verdict_reasons(verdict, language)))


def _pace_cell(row: GapRow, view: View) -> Cell:
    """The chance, what would have to happen, and where the recent pace leads."""
    verdict, indicator, language = row.line.verdict, row.item.indicator, view.language
    missing = something_missing(verdict, row.line.target)
    effort = effort_of(verdict) if missing else None
    lines = [
        chance_sentence(verdict.likely, language),
        effort_sentence(effort, indicator, language),
        usual_sentence(effort, indicator, language),
    ]
    if verdict.telling_pace is not None:
        pace = pace_words(verdict.telling_pace, indicator, language, stated=verdict.decimals)
        lines.append(phrase("pace_a_year", language, pace=pace))
    leads = pace_sentence(verdict, indicator, language)
    if verdict.forecast is not None and verdict.status is Status.PENDING:
        value = forecast_words(
            verdict.forecast, indicator, language, verdict.threshold, stated=verdict.decimals
        )
        leads = phrase("pace_of_years", language, value=value)
    return cell(*lines, leads)
