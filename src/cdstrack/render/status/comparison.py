"""The same indicators by every method, as table, text, Markdown, JSON and CSV.

Owns the columns of the comparison and the mark of a disagreement. What a method makes of an
indicator is decided in the core.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from cdstrack.core.plan.model import MethodName
from cdstrack.core.reports.comparison import ComparisonReport, ComparisonRow
from cdstrack.core.verdict.vocabulary import Reason, Status
from cdstrack.render.machine.fields import Fields, day, header_fields
from cdstrack.render.machine.flat import HEADER_COLUMNS, csv_text, joined
from cdstrack.render.machine.output import dumped
from cdstrack.render.markdown import marked_down
from cdstrack.render.page.drawing import Strokes, drawn, widest
from cdstrack.render.page.header_footer import milestone, notices, provenance
from cdstrack.render.page.layout import Cell, Column, Line, Page, cell, grouped
from cdstrack.render.status.cells import name_cell
from cdstrack.render.view import Format, View
from cdstrack.words.labels.comparison import compare_words
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.target import target_words
from cdstrack.words.labels.vocabulary import STATUS, STATUS_SIGN, label, status_words
from cdstrack.words.labels.working import HUGE, plain
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_day
from cdstrack.words.parse.numbers import format_number

_LINES, _PLAIN_LINES = Strokes("━", "─"), Strokes("-", "")
_DECIMALS = 3
_UNDEFINED = "·"
_USED = "*"
"""Marks the method that the plan or the run has chosen."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What there is room for.

    `named` names each verdict, else its sign stands alone. `stacked` puts the target under the
    name of its indicator.
    """

    named: bool
    stacked: bool


WIDE = Layout(named=True, stacked=False)
MEDIUM = Layout(named=False, stacked=False)
NARROW = Layout(named=False, stacked=True)
LAYOUTS = (WIDE, MEDIUM, NARROW)
"""From the roomiest to the one that fits everywhere."""
_ITEM_KEYS = ("indicator", "name", "due")
_METHOD_KEYS = ("used", "status", "ratio", "undefined", "dissents")


def comparison_page(report: ComparisonReport, view: View, layout: Layout) -> Page:
    """One row per indicator, one column per method; the verdict that counts comes first."""
    language = view.language
    day_words = phrase("on_day", language, day=format_day(report.header.as_of, language))
    rows = (
        (view.pillar(row.item.indicator.pillar), _row(row, report, view, layout))
        for row in report.rows
    )
    return Page(
        title=f"{compare_words('title', language)}, {day_words}",
        above=notices(report.header, view),
        columns=tuple(_columns(report, language, layout)),
        sections=grouped(rows),
        below=tuple(_below(report, view, named=layout.named)),
        empty=phrase("nothing", language),
        ruled=layout.stacked,
    )


def _columns(report: ComparisonReport, language: str, layout: Layout) -> Iterator[Column]:
    indicator, target = phrase("head_indicator", language), phrase("head_target", language)
    if layout.stacked:
        yield Column((indicator, target), most=40, least=16)
    else:
        yield Column((indicator,), most=40, least=16)
        yield Column((target,), most=22, least=10)
    most, least = (24, 15) if layout.named else (12, 8)
    for method in report.methods:
        yield Column((str(method),), most=most, least=least)


def _row(
    row: ComparisonRow, report: ComparisonReport, view: View, layout: Layout
) -> tuple[Cell, ...]:
    language, item = view.language, row.item
    assert item.active is not None  # noqa: S101 - only indicators with targets are compared
    target = item.targets[item.active].target
    due = milestone(target.due, language) if target.due else phrase("undated", language)
    asked = target_words(target, item.indicator, language, short=True)
    verdicts = tuple(_verdict(row, each, language, named=layout.named) for each in report.methods)
    name, goal = name_cell(item, view), cell(f"{due}: {asked}")
    return (name + goal, *verdicts) if layout.stacked else (name, goal, *verdicts)


def _verdict(row: ComparisonRow, method: MethodName, language: str, *, named: bool) -> Cell:
    """The verdict by one method, marked where it differs; nothing where it is undefined."""
    verdict = row.lines[method].verdict
    if Reason.UNDEFINED_FOR_METHOD in verdict.reasons:
        return cell(f"{_UNDEFINED} {_USED}" if method is row.method else _UNDEFINED)
    words = status_words(verdict.status, language) if named else STATUS_SIGN[verdict.status]
    if method in row.dissenting:
        words = f"≠ {words}"
    if method is row.method:
        words = f"{words} {_USED}"
    measure = _measure(verdict.ratio, language)
    if named:
        return (Line(words, verdict.status), *cell(measure))
    return (Line(f"{words} {measure}".rstrip(), verdict.status),)


def _measure(ratio: float | None, language: str) -> str:
    if ratio is None:
        return ""
    if abs(ratio) >= HUGE:
        return plain(ratio, language)
    return format_number(ratio, language, decimals=_DECIMALS)


def _below(report: ComparisonReport, view: View, *, named: bool) -> Iterator[Cell]:
    language = view.language
    facts = {"n": report.disputed, "total": len(report.rows)}
    yield cell(compare_words("disputed", language, **facts))
    if not named:
        yield cell(
            *(f"{STATUS_SIGN[each]} {label(STATUS, each, language)}" for each in _occurring(report))
        )
    yield cell(compare_words("marks", language))
    known, plan = provenance(report.header, view)
    yield known[:1]
    yield plan


def _occurring(report: ComparisonReport) -> list[Status]:
    """The verdicts whose signs stand in the table, in the order of `Status`."""
    verdicts = [line.verdict for row in report.rows for line in row.lines.values()]
    told = {each.status for each in verdicts if Reason.UNDEFINED_FOR_METHOD not in each.reasons}
    return [status for status in Status if status in told]


def methods_table(report: ComparisonReport, view: View) -> str:
    """For a terminal."""
    pages = (comparison_page(report, view, layout) for layout in LAYOUTS)
    return drawn(widest(pages, view.width), view.width, _LINES, colour=view.colour)


def methods_text(report: ComparisonReport, view: View) -> str:
    """For mail and files."""
    pages = (comparison_page(report, view, layout) for layout in LAYOUTS)
    return drawn(widest(pages, view.width), view.width, _PLAIN_LINES)


def methods_markdown(report: ComparisonReport, view: View) -> str:
    """For a page that is read on screen."""
    return marked_down(comparison_page(report, view, WIDE))


def methods_json(report: ComparisonReport, view: View) -> str:
    """For programs: one item an indicator, its verdict by every method."""
    counts = {
        str(method): {str(status): n for status, n in report.counts(method).items()}
        for method in report.methods
    }
    return dumped(
        header_fields(report.header, view)
        | {"disputed": report.disputed, "counts": counts}
        | {"items": [_item(row, view) for row in report.rows]}
    )


def methods_csv(report: ComparisonReport, view: View) -> str:
    """One row an indicator and a method; `method` is the row's own."""
    header = joined(header_fields(report.header, view), nested=("plan",))
    del header["notices"]
    rows = [
        header | {key: each[key] for key in _ITEM_KEYS} | verdict
        for each in (_item(row, view) for row in report.rows)
        for verdict in each["methods"]
    ]
    return csv_text((*HEADER_COLUMNS, *_ITEM_KEYS, *_METHOD_KEYS), rows)


RENDERERS: Mapping[Format, Callable[[ComparisonReport, View], str]] = {
    Format.TABLE: methods_table,
    Format.TEXT: methods_text,
    Format.MARKDOWN: methods_markdown,
    Format.JSON: methods_json,
    Format.CSV: methods_csv,
}


def _item(row: ComparisonRow, view: View) -> Fields:
    item = row.item
    assert item.active is not None  # noqa: S101 - only indicators with targets are compared
    return {
        "indicator": item.indicator.id,
        "name": clean(item.indicator.name.text(view.language)),
        "due": day(item.targets[item.active].target.due),
        "method": str(row.method),
        "status": str(item.status),
        "disputed": bool(row.dissenting),
        "methods": [
            {
                "method": str(method),
                "used": method is row.method,
                "status": str(line.verdict.status),
                "ratio": line.verdict.ratio,
                "undefined": Reason.UNDEFINED_FOR_METHOD in line.verdict.reasons,
                "dissents": method in row.dissenting,
            }
            for method, line in row.lines.items()
        ],
    }
