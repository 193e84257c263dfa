"""The same indicators by every method, as a page: one row an indicator, one column a method.

Owns the columns of the comparison and the mark of a disagreement. What a method makes of an
indicator is decided in the core.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from cdstrack.core.plan.model import MethodName
from cdstrack.core.reports.comparison import ComparisonReport, ComparisonRow
from cdstrack.core.verdict.disagreement import Assumption
from cdstrack.core.verdict.vocabulary import Reason, Status
from cdstrack.render.page.header_footer import milestone, notices, provenance
from cdstrack.render.page.layout import (
    FIRST_ROWS,
    Cell,
    Column,
    Draft,
    Line,
    Page,
    cell,
    first_rows,
    grouped,
)
from cdstrack.render.status.cells import name_cell
from cdstrack.render.view import View
from cdstrack.words.labels.comparison import compare_words
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.vocabulary import STATUS, STATUS_SIGN, label, status_words
from cdstrack.words.labels.working import HUGE, plain
from cdstrack.words.parse.dates import format_day
from cdstrack.words.parse.numbers import format_number

_DECIMALS = 3
_UNDEFINED = "·"
_USED = "*"
"""Marks the method that the plan or the run has chosen."""


@dataclass(frozen=True, slots=True)
class ComparisonLayout:
    """What there is room for.

    `named` names each verdict, else only its sign is shown. `stacked` puts the target under the
    name of its indicator.
    """

    named: bool
    stacked: bool


WIDE = ComparisonLayout(named=True, stacked=False)
MEDIUM = ComparisonLayout(named=False, stacked=False)
NARROW = ComparisonLayout(named=False, stacked=True)
LAYOUTS = (WIDE, MEDIUM, NARROW)
"""From the roomiest to the one that fits everywhere."""


def comparison_drafts(report: ComparisonReport, view: View) -> Iterator[Draft]:
    """The verdicts by every method, from the roomiest layout to the narrowest."""
    for layout in LAYOUTS:
        yield Draft(
            partial(_page, report, view, layout), partial(_first_rows, report, view, layout)
        )


def _page(report: ComparisonReport, view: View, layout: ComparisonLayout) -> Page:
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


def _first_rows(report: ComparisonReport, view: View, layout: ComparisonLayout) -> Page:
    rows = (_row(row, report, view, layout) for row in report.rows[:FIRST_ROWS])
    return first_rows(tuple(_columns(report, view.language, layout)), rows)


def _columns(report: ComparisonReport, language: str, layout: ComparisonLayout) -> Iterator[Column]:
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
    row: ComparisonRow, report: ComparisonReport, view: View, layout: ComparisonLayout
) -> tuple[Cell, ...]:
    language, item = view.language, row.item
    assert item.active is not None  # noqa: S101 - only indicators with targets are compared
    target = item.targets[item.active].target
    due = milestone(target.due, language) if target.due else phrase("undated", language)
    asked = view.asked(target, item.indicator, short=True)
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
    reasons = list(_reasons(report, view))
    if reasons:
        yield cell(compare_words("why_differ", language))
        yield from map(cell, reasons)
    if not named:
        yield cell(
            *(f"{STATUS_SIGN[each]} {label(STATUS, each, language)}" for each in _occurring(report))
        )
    yield cell(compare_words("marks", language))
    known, plan = provenance(report.header, view)
    yield known[:1]
    yield plan


def _reasons(report: ComparisonReport, view: View) -> Iterator[str]:
    """Of every disputed indicator which assumption decides, with the methods that it sets apart."""
    language = view.language
    for row in report.rows:
        by_assumption: dict[Assumption, list[MethodName]] = {}
        for method, assumption in row.assumptions.items():
            by_assumption.setdefault(assumption, []).append(method)
        parts = "; ".join(
            compare_words(assumption, language, methods=", ".join(methods))
            for assumption, methods in by_assumption.items()
        )
        if parts:
            name = view.short_name(row.item.indicator)
            yield compare_words("why_one", language, name=name, parts=parts)


def _occurring(report: ComparisonReport) -> list[Status]:
    """The verdicts whose signs are in the table, in the order of `Status`."""
    verdicts = [line.verdict for row in report.rows for line in row.lines.values()]
    told = {each.status for each in verdicts if Reason.UNDEFINED_FOR_METHOD not in each.reasons}
    return [status for status in Status if status in told]
