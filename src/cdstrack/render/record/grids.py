"""Figures, sources and the log as tables for a spreadsheet; import reads the first two back.

Owns which columns they have. The headings are those that `cdstrack.words.labels.headings` knows again;
periods are in words, because a spreadsheet takes `2022-07` for a day.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from cdstrack.core.plan.model import Document, Indicator
from cdstrack.core.record.acts import SourceDocument
from cdstrack.core.record.observation import Observation, Qualifier
from cdstrack.core.record.sheet import Sheet, SheetColumn, Value
from cdstrack.core.reports.history import LogReport
from cdstrack.render.page.header_footer import zone_of
from cdstrack.render.record.log import changed_lines, kind_words
from cdstrack.render.view import View
from cdstrack.words.labels.cells import figure_value, period_value, unit_words
from cdstrack.words.labels.headings import BESIDE, DOCUMENT, HEADING, LOG, SHEET
from cdstrack.words.labels.vocabulary import QUALIFIER_NAME, label
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.memo import Memo

_WIDTHS = {
    "indicator": 24,
    "name": 36,
    "unit": 11,
    "disaggregation": 14,
    "period": 16,
    "document": 20,
    "note": 38,
}
_LOG_WIDTHS = {
    "act": 9,
    "time": 10,
    "who": 16,
    "what": 18,
    "changes": 70,
    "reason": 30,
    "file": 24,
}
_COLUMNS = (
    *("indicator", "name", "unit", "org_unit", "disaggregation", "period", "until", "value"),
    *("numerator", "denominator", "stated", "qualifier", "document", "reported", "note"),
)


def figures_grid(figures: Iterable[Observation], view: View) -> Sheet:
    """The figures, a row each, in the order they come in."""
    language = view.language
    columns = tuple(
        SheetColumn({**HEADING, **BESIDE}[name].text(language), _WIDTHS.get(name, 12))
        for name in _COLUMNS
    )
    return Sheet(SHEET["figures"].text(language), columns, _rows(figures, view))


def _rows(figures: Iterable[Observation], view: View) -> Iterator[tuple[Value, ...]]:
    by_id = view.plan.by_id
    named: Memo[str, tuple[str, str]] = Memo(lambda id_: _named(by_id.get(id_), view))
    for figure in figures:
        yield (
            figure.indicator,
            *named[figure.indicator],
            figure.org_unit,
            figure.disaggregation or None,
            period_value(figure.period, view.language),
            figure.period.end,
            figure_value(figure, view.language),
            figure.numerator,
            figure.denominator,
            figure.stated,
            _qualifier(figure, view.language),
            figure.document,
            None if figure.reported is None else period_value(figure.reported, view.language),
            figure.note,
        )


def _named(indicator: Indicator | None, view: View) -> tuple[str, str]:
    """The name and the unit of an indicator; empty where the plan has none of the id."""
    if indicator is None:
        return "", ""
    return view.name(indicator), unit_words(indicator, view.language)


def sources_grid(documents: Mapping[str, Document | SourceDocument], view: View) -> Sheet:
    """The documents by their ids, with what is known of each."""
    widths = {"key": 24, "title": 50, "number": 18, "issuer": 26, "issued": 12, "url": 32}
    columns = tuple(
        SheetColumn(pair.text(view.language), widths.get(name, 32))
        for name, pair in DOCUMENT.items()
    )
    rows = (
        (
            key,
            *(_text(getattr(each, name)) for name in ("title", "number", "issuer")),
            each.issued,
            *(_text(getattr(each, name)) for name in ("url", "note")),
        )
        for key, each in documents.items()
    )
    return Sheet(SHEET["sources"].text(view.language), columns, rows)


def log_grid(report: LogReport, view: View) -> Sheet:
    """One row an act, in the report's order."""
    columns = tuple(
        SheetColumn(pair.text(view.language), _LOG_WIDTHS.get(name, 12))
        for name, pair in LOG.items()
    )
    return Sheet(SHEET["log"].text(view.language), columns, _acts(report, view))


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


def _qualifier(figure: Observation, language: str) -> str | None:
    if figure.qualifier is Qualifier.EXACT:
        return None
    return label(QUALIFIER_NAME, figure.qualifier, language)


def _text(text: str | None) -> str | None:
    return None if text is None else clean(text)
