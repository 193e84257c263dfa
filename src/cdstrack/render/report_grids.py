"""Reports as tables for a spreadsheet: numbers to sort by, verdicts in words and colour.

Owns which columns they have and what a row says. Words come from the same tables as those of the
reports for people.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from cdstrack.core.grid import Grid, GridColumn, Value
from cdstrack.core.log import LogReport
from cdstrack.core.observation import to_decimal
from cdstrack.core.report import GapsReport, Header, StatusItem, StatusReport, TargetLine
from cdstrack.render.log_page import changed_lines, kind_words
from cdstrack.render.status_cells import indicator_name, verdict_notes, way
from cdstrack.render.surroundings import notices, zone_of
from cdstrack.render.view import View
from cdstrack.words.clean import clean
from cdstrack.words.dates import format_instant
from cdstrack.words.grid_values import figure_value, period_value, unit_words
from cdstrack.words.headings import ABOUT, LOG, REPORT, SHEET
from cdstrack.words.labels import METHOD, OUTLOOK, STATUS, label, status_words
from cdstrack.words.labels_gap import missing_sentence
from cdstrack.words.labels_target import target_words

_WIDTHS = {
    "indicator": 40,
    "key": 24,
    "pillar": 18,
    "lead": 28,
    "target": 30,
    "missing": 34,
    "verdict": 24,
    "outlook": 18,
    "document": 24,
    "notes": 50,
    "act": 9,
    "who": 18,
    "what": 26,
    "changes": 70,
    "reason": 40,
    "file": 28,
}


def status_grid(report: StatusReport, view: View) -> Grid:
    """One row a target, in the plan's order; an indicator without targets has one row."""
    rows = [(item, line) for item in report.items for line in (item.targets or (None,))]
    return _targets("status", rows, view)


def gaps_grid(report: GapsReport, view: View) -> Grid:
    """One row a target, most of its way to go first."""
    return _targets("gaps", [(row.item, row.line) for row in report.rows], view)


def _targets(sheet: str, rows: Iterable[tuple[StatusItem, TargetLine | None]], view: View) -> Grid:
    language = view.language
    marks = {status_words(status, language): status for status in STATUS}
    columns = tuple(
        GridColumn(
            pair.text(language),
            _WIDTHS.get(name, 12),
            bar=name == "way",
            marks=marks if name == "verdict" else {},
        )
        for name, pair in REPORT.items()
    )
    cells = ((*_figure(item, view), *_target(item, line, view)) for item, line in rows)
    return Grid(SHEET[sheet].text(language), columns, cells)


def _figure(item: StatusItem, view: View) -> tuple[Value, ...]:
    """Whose row it is, and the latest figure."""
    figure, indicator = item.latest, item.indicator
    return (
        indicator_name(indicator, view),
        indicator.id,
        view.pillar(indicator.pillar),
        view.org_unit(item.lead) if item.lead else None,
        unit_words(indicator, view.language),
        None if figure is None else figure_value(figure, view.language),
        None if figure is None else period_value(figure.period, view.language),
        None if figure is None else figure.period.end,
        None if item.age_days is None else Decimal(item.age_days),
    )


def _target(item: StatusItem, line: TargetLine | None, view: View) -> tuple[Value, ...]:
    """What a target asks, what is missing, and the verdict."""
    document = item.latest.document if item.latest else None
    if line is None:
        return (*(None,) * 11, document, None)
    target, verdict, language = line.target, line.verdict, view.language
    return (
        target.due,
        target_words(target, item.indicator, language),
        _number(verdict.threshold),
        _number(verdict.gap),
        missing_sentence(verdict, target, item.indicator, language) or None,
        way(line),
        status_words(verdict.status, language),
        None if verdict.outlook is None else label(OUTLOOK, verdict.outlook, language),
        verdict.required_pace,
        verdict.current_pace,
        verdict.forecast,
        document,
        "; ".join(verdict_notes(line, language)) or None,
    )


def _number(number: Fraction | None) -> Value:
    return None if number is None else to_decimal(number)


def log_grid(report: LogReport, view: View) -> Grid:
    """One row an act, in the report's order."""
    columns = tuple(
        GridColumn(pair.text(view.language), _WIDTHS.get(name, 12)) for name, pair in LOG.items()
    )
    return Grid(SHEET["log"].text(view.language), columns, _acts(report, view))


def _acts(report: LogReport, view: View) -> Iterator[tuple[Value, ...]]:
    zone, _ = zone_of(report.header.timezone)
    for act in report.acts:
        done = act.submission
        local = done.at.astimezone(zone)
        yield (
            Decimal(done.id),
            local.date(),
            f"{local:%H:%M:%S}",
            clean(done.by),
            kind_words(act, view.language),
            "; ".join(changed_lines(act, view)) or None,
            clean(done.reason) if done.reason else None,
            clean(done.source_name) if done.source_name else None,
        )


def about_grid(header: Header, view: View, program: str) -> Grid:
    """What the workbook speaks about, and by what knowledge."""
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
    }
    rows: list[tuple[Value, ...]] = [
        (ABOUT[name].text(language), fact) for name, fact in facts.items()
    ]
    rows += [(ABOUT["notice"].text(language), notice) for notice in notices(header, view)]
    columns = (GridColumn(SHEET["about"].text(language), 26), GridColumn("", 80))
    return Grid(SHEET["about"].text(language), columns, rows)
