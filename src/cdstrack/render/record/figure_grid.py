"""The figures and their sources as tables for a spreadsheet, which import reads back.

Owns which columns they have. The headings are those that `cdstrack.words.labels.headings` knows again;
periods are in words, because a spreadsheet takes `2022-07` for a day.
"""

from collections.abc import Iterable, Iterator, Mapping

from cdstrack.core.plan.model import Document
from cdstrack.core.record.acts import SourceDocument
from cdstrack.core.record.observation import Observation, Qualifier
from cdstrack.core.record.sheet import Sheet, SheetColumn, Value
from cdstrack.render.view import View
from cdstrack.words.labels.grid_values import figure_value, period_value, unit_words
from cdstrack.words.labels.headings import BESIDE, DOCUMENT, HEADING, SHEET
from cdstrack.words.labels.vocabulary import QUALIFIER_NAME, label
from cdstrack.words.parse.clean import clean

_WIDTHS = {
    "indicator": 24,
    "name": 36,
    "unit": 11,
    "disaggregation": 14,
    "period": 16,
    "document": 20,
    "note": 38,
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
    for figure in figures:
        indicator = view.plan.by_id.get(figure.indicator)
        name = clean(indicator.name.text(view.language)) if indicator else ""
        unit = unit_words(indicator, view.language) if indicator else ""
        yield (
            figure.indicator,
            name,
            unit,
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


def _qualifier(figure: Observation, language: str) -> str | None:
    if figure.qualifier is Qualifier.EXACT:
        return None
    return label(QUALIFIER_NAME, figure.qualifier, language)


def _text(text: str | None) -> str | None:
    return None if text is None else clean(text)
