"""The tree of units on a day: for people, with what each was before, and for programs."""

from cdstrack.core.plan.heirs import Heir
from cdstrack.core.reports.units import UnitRow, UnitsReport
from cdstrack.render.machine.fields import Fields, headed_csv, header_fields, picked
from cdstrack.render.machine.output import plain
from cdstrack.render.page.header_footer import heads, notices, plan_line, title
from cdstrack.render.page.layout import Cell, Column, Line, Page, Section, cell
from cdstrack.render.view import View
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_day
from cdstrack.words.parse.numbers import format_number

_COLUMNS = (
    *("id", "code", "name", "level", "parent", "since", "closed", "depth"),
    *("successor", "predecessors"),
)
_STEP = "  "
_SHOWN = 3


def units_page(report: UnitsReport, view: View) -> Page:
    """One line a unit, indented below the one that it is a part of."""
    unit, code, time, became = heads(view.language, "unit", "code", "unit_time", "unit_change")
    return Page(
        title=title(report.header, view),
        above=notices(report.header, view),
        columns=(
            Column((unit,), most=44, least=16),
            Column((code,), most=8, least=5),
            Column((time,), most=23, least=10),
            Column((became,), most=60, least=12),
        ),
        sections=(Section("", tuple(_row(row, view) for row in report.rows)),),
        below=(cell(_counted(report, view)), plan_line(report.header, view)),
        empty=_nothing(report, view),
        ruled=False,
    )


def _nothing(report: UnitsReport, view: View) -> str:
    if not report.of_other_days:
        return phrase("no_units", view.language)
    day = format_day(report.header.as_of, view.language)
    return phrase("no_units_then", view.language, day=day, n=report.of_other_days)


def _row(row: UnitRow, view: View) -> tuple[Cell, ...]:
    name = clean(row.unit.text(view.language))
    mark = _STEP * (row.depth - 1) + "└ " if row.depth else ""
    return (
        (Line(mark + name, "" if row.depth else "strong"),),
        cell(clean(row.unit.code or "")),
        cell(_time(row, view)),
        cell(*_changes(row, view)),
    )


def _time(row: UnitRow, view: View) -> str:
    since, closed = row.unit.since, row.unit.closed
    facts = {
        "since": format_day(since, view.language) if since else "",
        "closed": format_day(closed, view.language) if closed else "",
    }
    if since and closed:
        return phrase("unit_from_to", view.language, **facts)
    if since or closed:
        return phrase("unit_from" if since else "unit_to", view.language, **facts)
    return ""


def _changes(row: UnitRow, view: View) -> list[str]:
    language = view.language
    lines = []
    if row.predecessors:
        named = _named(row.predecessors, view)
        lines.append(phrase("unit_made_of", language, units=named))
    if row.unit.heirs:
        lines.append(phrase("unit_became", language, units=_named(row.unit.heirs, view)))
    return lines


def _named(units: tuple[Heir, ...], view: View) -> str:
    shown = [
        view.org_unit(each.id) + ("" if each.share in {None, 1} else f" {_percent(each, view)}")
        for each in units[:_SHOWN]
    ]
    rest = len(units) - len(shown)
    return ", ".join(shown) + (phrase("and_others", view.language, n=rest) if rest else "")


def _percent(heir: Heir, view: View) -> str:
    return f"{format_number((heir.share or 0) * 100, view.language)}%"


def _counted(report: UnitsReport, view: View) -> str:
    parts = (
        phrase("unit_count", view.language, n=count, level=view.level(level))
        for level, count in report.counts.items()
        if level
    )
    return " · ".join(parts)


def units_fields(report: UnitsReport, view: View) -> Fields:
    """The units in the order of the tree."""
    items = [_fields(row, view) for row in report.rows]
    return header_fields(report.header, view) | {"counts": report.counts, "items": items}


def units_csv(report: UnitsReport, view: View) -> str:
    """The same, one row a unit; what it became and was made of is written as in a units file."""
    rows = []
    for row in report.rows:
        fields = _fields(row, view)
        fields["successor"] = row.unit.successor
        fields["predecessors"] = "; ".join(each.id for each in row.predecessors) or None
        rows.append(fields)
    return headed_csv(report.header, view, _COLUMNS, rows)


def _fields(row: UnitRow, view: View) -> Fields:
    return {
        "id": row.id,
        "code": row.unit.code,
        "name": row.unit.text(view.language),
        **picked(row.unit, "level", "parent", "since", "closed"),
        "depth": row.depth,
        "successor": [_heir(each) for each in row.unit.heirs],
        "predecessors": [_heir(each) for each in row.predecessors],
    }


def _heir(heir: Heir) -> Fields:
    return {"id": heir.id, "share": None if heir.share is None else plain(heir.share)}
