"""The league of units on one indicator: a bar each for people, and for programs."""

from cdstrack.core.plan.model import Indicator
from cdstrack.core.reports.league import League, LeagueRow
from cdstrack.render.machine.fields import (
    Fields,
    decimal,
    headed_csv,
    header_fields,
    number_or_state,
    picked,
)
from cdstrack.render.members import league_lines, unit_figure_words
from cdstrack.render.page.header_footer import heads, notices, provenance
from cdstrack.render.page.layout import Cell, Column, Line, Page, Section, cell
from cdstrack.render.status.cells import bar
from cdstrack.render.view import View
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_day

_COLUMNS = ("org_unit", "name", "value", "numerator", "denominator", "on", "met")
_MET = {True: "achieved", False: "missed", None: ""}


def league_page(report: League, view: View, *, bars: bool) -> Page:
    """One line a unit, the worst first; those that have not reported are named below."""
    language = view.language
    columns = [
        Column(heads(language, "unit"), most=44, least=16),
        Column(heads(language, "unit_figure"), most=28, least=12),
        Column(heads(language, "unit_day"), most=12, least=10),
    ]
    bars = bars and any(row.share is not None for row in report.rows)
    if bars:
        columns.append(Column(heads(language, "unit_bar"), most=14, least=14))
    known = [row for row in report.rows if row.value is not None]
    name = view.short_name(report.indicator)
    day = format_day(report.point.on, language)
    none = phrase("no_units_of_level", language, level=view.level(report.level), day=day)
    known_by, plan = provenance(report.header, view)
    is_all = report.area == view.plan.area
    is_empty = not report.point.expected
    return Page(
        title=phrase(
            "title_league" if is_all else "title_league_of",
            language,
            name=name,
            day=day,
            area=view.org_unit(report.area),
        ),
        above=notices(report.header, view),
        columns=tuple(columns),
        sections=(Section("", tuple(_row(row, report, view, bars=bars) for row in known)),),
        below=(
            *(() if is_empty else (cell(*league_lines(report, view)),)),
            known_by[:1],
            plan,
        ),
        empty=none if is_empty else phrase("no_unit_figures", language),
        ruled=False,
    )


def _row(row: LeagueRow, report: League, view: View, *, bars: bool) -> tuple[Cell, ...]:
    assert row.value is not None  # noqa: S101 - only rows with a figure are drawn
    language = view.language
    words = unit_figure_words(row, report, language)
    cells = [
        cell(view.org_unit(row.org_unit)),
        (Line(words, _MET[row.met]),),
        cell(format_day(row.on, language) if row.on else ""),
    ]
    return (*cells, cell(bar(row.share, 12))) if bars else tuple(cells)


def league_fields(report: League, view: View) -> Fields:
    """The units worst first, those without a figure last."""
    point, indicator = report.point, report.indicator
    return header_fields(report.header, view) | {
        "indicator": report.indicator.id,
        "org_unit": report.area,
        "on": point.on,
        **picked(point, "expected", "reported"),
        "derived": number_or_state(point.value, indicator) if indicator.rollup else None,
        "items": [_fields(row, indicator, view) for row in report.rows],
    }


def league_csv(report: League, view: View) -> str:
    """The same, one row a unit."""
    rows = (_fields(row, report.indicator, view) for row in report.rows)
    return headed_csv(report.header, view, _COLUMNS, rows)


def _fields(row: LeagueRow, indicator: Indicator, view: View) -> Fields:
    unit = view.plan.org_units.get(row.org_unit)
    return {
        "org_unit": row.org_unit,
        "name": clean(unit.text(view.language)) if unit else row.org_unit,
        "value": number_or_state(row.value, indicator),
        "numerator": decimal(row.numerator),
        "denominator": decimal(row.denominator),
        "on": row.on,
        "met": row.met,
    }
