"""Reports as tables for a spreadsheet: numbers to sort by, verdicts in words and colour.

Owns which columns they have and what a row says. Words come from the same tables as those of the
reports for people.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from textwrap import shorten

from cdstrack.core.record.observation import to_decimal
from cdstrack.core.record.sheet import Sheet, SheetColumn, Value
from cdstrack.core.reports.gaps import GapsReport
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.reports.status import StatusItem, StatusReport, TargetLine
from cdstrack.core.verdict.model import Verdict
from cdstrack.render.gap_words import (
    average_words,
    missing_sentence,
    of_year_words,
    years_words,
)
from cdstrack.render.page.header_footer import notices, zone_of
from cdstrack.render.status.cells import doubt_mark, way
from cdstrack.render.verdict_notes import verdict_notes
from cdstrack.render.view import View
from cdstrack.words.labels.cells import period_value, qualified_value, unit_words
from cdstrack.words.labels.headings import ABOUT, REPORT, SHEET
from cdstrack.words.labels.value import decimals_shown
from cdstrack.words.labels.vocabulary import METHOD, OUTLOOK, STATUS, label, status_words
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_day, format_instant

_TITLE_IN_CAPTION = 90
"""Letters; the caption of a printed page must also hold the day."""
_WIDTHS = {
    "indicator": 34,
    "lead": 22,
    "unit": 10,
    "value": 16,
    "period": 14,
    "target": 24,
    "missing": 28,
    "way": 9,
    "verdict": 20,
    "notes": 33,
    "key": 22,
    "pillar": 18,
    "outlook": 18,
    "document": 22,
}
_LAST_PRINTED = "notes"
"""Columns to the right of it are for sorting and calculating."""


def status_grid(report: StatusReport, view: View) -> Sheet:
    """One row a target, in the plan's order; an indicator without targets has one row."""
    rows = [(item, line) for item in report.items for line in (item.targets or (None,))]
    return _targets("status", rows, view)


def gaps_grid(report: GapsReport, view: View) -> Sheet:
    """One row a target, most of its way to go first."""
    return _targets("gaps", [(row.item, row.line) for row in report.rows], view)


def _targets(sheet: str, rows: Iterable[tuple[StatusItem, TargetLine | None]], view: View) -> Sheet:
    language = view.language
    marks = {status_words(status, language): status for status in STATUS}
    columns = tuple(
        SheetColumn(
            pair.text(language),
            _WIDTHS.get(name, 12),
            bar=name == "way",
            marks=marks if name == "verdict" else {},
        )
        for name, pair in REPORT.items()
    )
    cells = (_cells(item, line, view) for item, line in rows)
    printed = list(REPORT).index(_LAST_PRINTED) + 1
    return Sheet(SHEET[sheet].text(language), columns, cells, printed)


def _cells(item: StatusItem, line: TargetLine | None, view: View) -> tuple[Value, ...]:
    values = {**_figure(item, view), **(_target(item, line, view) if line else {})}
    return tuple(values.get(name) for name in REPORT)


def _figure(item: StatusItem, view: View) -> dict[str, Value]:
    """Whose row it is, and the latest figure."""
    figure, indicator, language = item.latest, item.indicator, view.language
    values: dict[str, Value] = {
        "indicator": view.short_name(indicator),
        "key": indicator.id,
        "pillar": view.pillar(indicator.pillar),
        "lead": view.org_unit(item.lead) if item.lead else None,
        "unit": unit_words(indicator, language),
        "age": None if item.age_days is None else Decimal(item.age_days),
    }
    if figure is not None:
        values["value"] = qualified_value(figure, language, doubt_mark(item))
        values["period"] = period_value(figure.period, language)
        values["until"] = figure.period.end
        values["document"] = figure.document
    return values


def _target(item: StatusItem, line: TargetLine, view: View) -> dict[str, Value]:
    """What a target asks, what is missing, and the verdict."""
    target, verdict, language = line.target, line.verdict, view.language
    return {
        "due": target.due,
        "target": view.asked(target, item.indicator),
        "threshold": _number(verdict.threshold),
        "gap": _number(verdict.gap),
        "missing": missing_sentence(verdict, target, item.indicator, language) or None,
        "way": _cut_off(way(line)),
        "verdict": status_words(verdict.status, language),
        "outlook": None if verdict.outlook is None else label(OUTLOOK, verdict.outlook, language),
        "required_pace": _computed(verdict.required_a_year, verdict, item),
        "current_pace": _computed(verdict.telling_pace, verdict, item),
        "forecast": _computed(verdict.forecast, verdict, item),
        "notes": "; ".join(_notes(item, line, language)) or None,
    }


def _notes(item: StatusItem, line: TargetLine, language: str) -> Iterator[str]:
    """By which year's figure the target was answered, what its years came to, and the flags."""
    told = (
        of_year_words(item, line, language),
        years_words(line.verdict, language),
        average_words(line.verdict, line.target, item.indicator, language),
    )
    yield from filter(None, told)
    yield from verdict_notes(line, language)


def _computed(value: float | None, verdict: Verdict, item: StatusItem) -> Decimal | None:
    """A pace or a forecast, no more exact than the figure behind it."""
    if value is None:
        return None
    return to_decimal(
        round(Fraction(value), decimals_shown(value, item.indicator, verdict.decimals))
    )


def _cut_off(share: float | None) -> float | None:
    """The share in whole hundredths, cut off as every report writes it: 0.4857 is 48 %, not 49.

    >>> _cut_off(0.4857), _cut_off(0.29), _cut_off(1.0)
    (0.48, 0.29, 1.0)
    """
    return None if share is None else int(share * 100 + 1e-9) / 100


def _number(number: Fraction | None) -> Value:
    return None if number is None else to_decimal(number)


def caption(header: ReportHeader, view: View) -> str:
    """The caption of a printed page: the plan, as much of its title as fits, and the day."""
    title, day = heading_lines(header, view)
    return f"{shorten(title, _TITLE_IN_CAPTION, placeholder='…')}. {day}"


def heading_lines(header: ReportHeader, view: View) -> tuple[str, str]:
    """The plan and the day, a line each."""
    day = format_day(header.as_of, view.language)
    title = clean(header.plan_title.text(view.language))
    return title, f"{ABOUT['as_of'].text(view.language)} {day}"


def about_grid(header: ReportHeader, view: View, program: str) -> Sheet:
    """The plan, the day and the knowledge that the workbook was made from."""
    language = view.language
    zone, _ = zone_of(header.timezone)
    known = header.known_at
    facts: dict[str, Value] = {
        "plan": clean(header.plan_title.text(language)),
        "digest": header.plan_digest,
        "as_of": header.as_of,
        "known_at": format_instant(known, zone, language, exact=True) if known else None,
        "method": label(METHOD, header.method, language),
        "program": program,
        "head": header.head,
    }
    rows: list[tuple[Value, ...]] = [
        (ABOUT[name].text(language), fact) for name, fact in facts.items()
    ]
    rows += [(ABOUT["notice"].text(language), notice) for notice in notices(header, view)]
    columns = (SheetColumn(SHEET["about"].text(language), 26), SheetColumn("", 80))
    return Sheet(SHEET["about"].text(language), columns, rows)
