"""The workbook that a department fills in: what is asked for, the latest figures, cells to fill.

Owns its layout; the lists and hints of its cells belong to `cdstrack.files.export.template_rules`.
Import reads its headings without a form description and ignores the greyed columns, which are for
people.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import IO, Any

from cdstrack.core.plan.model import Indicator
from cdstrack.core.record.sheet import Sheet, Value
from cdstrack.core.record.template import RequestedObservation
from cdstrack.files.export.cells import Styles, write_value
from cdstrack.files.export.sheet_rows import ROW, CellTexts, insert_rows, row_text
from cdstrack.files.export.template_rules import UNITS_OF_TEXTS, Rule, Rules
from cdstrack.files.export.workbook import (
    height_of,
    lines_of,
    open_workbook,
    set_page,
    write_sheet,
)
from cdstrack.words.labels.cells import column_letters, figure_value, period_value, unit_words
from cdstrack.words.labels.headings import BESIDE, HEADING, SHEET, TEMPLATE
from cdstrack.words.labels.target import target_words
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_period

_COLUMNS = (
    *("name", "unit", "target", "org_unit", "disaggregation", "last_period", "last_value"),
    *("period", "value", "numerator", "denominator", "qualifier", "document", "reported", "note"),
    "indicator",
)
_WIDTHS = {
    "name": 42,
    "target": 20,
    "org_unit": 16,
    "disaggregation": 16,
    "last_period": 15,
    "period": 16,
    "value": 14,
    "qualifier": 14,
    "numerator": 9,
    "denominator": 9,
    "document": 18,
    "reported": 13,
    "note": 24,
    "indicator": 20,
}
_WIDTH = 12
_BREADTHS = tuple(_WIDTHS.get(name, _WIDTH) for name in _COLUMNS)
_TO_FILL = frozenset(_COLUMNS[_COLUMNS.index("period") : _COLUMNS.index("indicator")])
_FOR_PEOPLE = {"target", "last_period", "last_value", "indicator"}
_OWN = tuple(_COLUMNS.index(name) for name in ("org_unit", "last_period", "last_value"))
"""Columns whose values differ from unit to unit; the others repeat for all units asked."""
_OWN_BREADTHS = tuple(_BREADTHS[column] for column in _OWN)
_HEADING = 2
"""The row of the headings, below the title and what is asked; counted from 0."""
TOP = _HEADING + 1
"""Rows above the first one to fill in."""
_GREY = {"font_color": "#808080", "bg_color": "#F2F2F2"}
_OPEN = {"bg_color": "#FFFBE6", "border": 1, "border_color": "#D9D9D9", "text_wrap": True}
_AS_TYPED = "@"
"""The number format of text, so that `7/2022` or `1/63` is not turned into a day."""
_TYPED_AS_TEXT = {"period", "reported", "disaggregation"}


@dataclass(frozen=True, slots=True)
class Title:
    """The texts above the form: the plan's title, the body asked (None for anybody), a page header."""

    plan: str
    body: str | None
    caption: str


def write_template(
    file: IO[bytes],
    rows: Sequence[RequestedObservation],
    documents: Sequence[str],
    sources: Sheet,
    *,
    title: Title,
    language: str,
) -> None:
    """Writes the workbook.

    Args:
        file: Receives the workbook.
        rows: The observations asked for, one for each row.
        documents: The document ids to choose from.
        sources: The same documents with their titles, as a sheet for people.
        title: The texts above the rows and on every printed page.
        language: The language of headings and hints.
    """
    made = BytesIO()
    with open_workbook(made, in_rows=False) as workbook:
        template = _Template(workbook, documents, language)
        template.write_title(title)
        texts = template.write(rows, title.caption)
        template.write_sources(sources, title.caption)
    last = f"{column_letters(len(_COLUMNS))}{_HEADING + 1 + len(rows)}"
    insert_rows(made, file, texts, last)


@dataclass(slots=True)
class _Alike:
    """Rows that ask for the same observation of different units.

    Attributes:
        cells: The XML of each cell that all rows share; None for a cell that differs.
        lines: The height of the tallest of these cells, in lines of text.
        rules: The validation rules of the cells, by column.
        rows: The numbers of the rows, from 0.
    """

    cells: list[str | None]
    lines: int
    rules: list[Rule]
    rows: list[int] = field(default_factory=list)


class _Template:
    """The sheets of one workbook: the form, a guide, the sources, and the hidden lists."""

    def __init__(self, workbook: Any, documents: Sequence[str], language: str) -> None:  # noqa: ANN401 - xlsxwriter has no types
        self._styles = Styles(workbook)
        self._language = language
        self._sheet = workbook.add_worksheet(SHEET["figures"].text(language))
        self._guide = workbook.add_worksheet(SHEET["guide"].text(language))
        self._sources = workbook.add_worksheet(SHEET["sources"].text(language))
        self._rules = Rules(workbook, documents, language)
        self._about: dict[str, dict[str, Value]] = {}
        self._alike: dict[tuple[object, ...], _Alike] = {}
        self._texts: dict[tuple[int, Value], str] = {}
        self._cells = CellTexts()

    def write_title(self, title: Title) -> None:
        """Writes the title, the plan and the body asked above the headings."""
        words = self._say("title", plan=clean(title.plan))
        self._sheet.write_string(0, 0, words, self._styles.get(bold=True, font_size=14))
        asked = self._say("asked_of", body=clean(title.body)) if title.body else self._say("asked")
        self._sheet.write_string(1, 0, asked, self._styles.get(italic=True))

    def write(self, rows: Sequence[RequestedObservation], caption: str) -> list[str]:
        """Writes everything but the rows, the validation rules included; returns the rows as XML."""
        self._head()
        set_page(self._sheet, caption)
        self._sheet.repeat_rows(_HEADING)
        last = _HEADING + len(rows)
        texts = [self._row(row, asked) for row, asked in enumerate(rows, _HEADING + 1)]
        self._rules.write(self._sheet, ((each.rules, each.rows) for each in self._alike.values()))
        self._sheet.autofilter(_HEADING, 0, last, len(_COLUMNS) - 1)
        self._sheet.ignore_errors({"number_stored_as_text": f"A1:Z{last + 1}"})
        self._guide.set_column(0, 0, 90)
        lines = (key for key in TEMPLATE if key.startswith("guide_"))
        for row, key in enumerate(lines):
            write_value(self._guide, (row, 0), self._say(key), self._styles)
        return texts

    def write_sources(self, sources: Sheet, caption: str) -> None:
        """Writes the sheet of source documents."""
        set_page(self._sources, caption)
        write_sheet(self._sources, sources, self._styles)

    def _head(self) -> None:
        for index, name in enumerate(_COLUMNS):
            look = {"bold": True, "text_wrap": True, "valign": "vcenter", "bottom": 1}
            words = {**HEADING, **BESIDE}[name].text(self._language)
            self._sheet.write_string(
                _HEADING, index, words, self._styles.get(**look, bg_color="#F2F2F2")
            )
            self._sheet.set_column(index, index, _WIDTHS.get(name, _WIDTH))
        self._sheet.set_row(_HEADING, 32)
        self._sheet.freeze_panes(_HEADING + 1, 1)

    def _row(self, row: int, asked: RequestedObservation) -> str:
        """The XML of a row; what it shares with other rows is made once."""
        alike = self._alike_rows(asked)
        alike.rows.append(row)
        last = asked.last
        own: list[Value] = [
            asked.org_unit_name or asked.org_unit,
            None if last is None else period_value(last.period, self._language),
            None if last is None else figure_value(last, self._language),
        ]
        texts = map(self._text, _OWN, own)
        cells = "".join([next(texts) if each is None else each for each in alike.cells])
        lines = max(alike.lines, lines_of(own, _OWN_BREADTHS))
        return row_text(cells, height_of(lines)).replace(ROW, str(row + 1))

    def _text(self, column: int, value: Value) -> str:
        """The XML of a cell that differs between units, cached by column and value."""
        key = (column, value)
        if (text := self._texts.get(key)) is None:
            look = _GREY if _COLUMNS[column] in _FOR_PEOPLE else {}
            write_value(self._cells, (0, column), value, self._styles, **look)
            text = self._texts[key] = self._cells.take()
        return text

    def _alike_rows(self, asked: RequestedObservation) -> _Alike:
        key = (asked.indicator.id, asked.disaggregation, asked.period)
        if key not in self._alike:
            values: Mapping[str, Value] = {
                **self._about_indicator(asked.indicator),
                "disaggregation": self._group(asked),
                "period": format_period(asked.period, self._language),
            }
            cells: list[str | None] = []
            for index, name in enumerate(_COLUMNS):
                if index not in _OWN:
                    look = _look(name, asked)
                    write_value(self._cells, (0, index), values.get(name), self._styles, **look)
                cells.append(None if index in _OWN else self._cells.take())
            lines = lines_of([values.get(name) for name in _COLUMNS], _BREADTHS)
            self._alike[key] = _Alike(cells, lines, list(self._rules.of(asked, _COLUMNS)))
        return self._alike[key]

    def _about_indicator(self, indicator: Indicator) -> dict[str, Value]:
        """The values of a row that depend on the indicator only, by column."""
        if indicator.id not in self._about:
            self._about[indicator.id] = {
                "indicator": indicator.id,
                "name": clean(indicator.name.text(self._language)),
                "unit": unit_words(indicator, self._language),
                "target": "; ".join(_targets(indicator, self._language)) or None,
            }
        return self._about[indicator.id]

    def _group(self, asked: RequestedObservation) -> str | None:
        """The group, or `dimension=` where the person filling in names it."""
        if asked.group_is_open:
            return f"{next(iter(asked.indicator.every or {}))}="
        return asked.disaggregation or None

    def _say(self, key: str, **facts: str) -> str:
        return TEMPLATE[key].text(self._language).format_map(facts)


def _targets(indicator: Indicator, language: str) -> Iterator[str]:
    """The targets in short: `2025: ≥ 90%`."""
    for target in indicator.ordered_targets:
        words = target_words(target, indicator, language, short=True)
        yield f"{target.due.year}: {words}" if target.due else words


def _look(name: str, asked: RequestedObservation) -> dict[str, object]:
    """The format properties of a cell in a column."""
    if name not in _TO_FILL and not (name == "disaggregation" and asked.group_is_open):
        return dict(_GREY) if name in _FOR_PEOPLE else {}
    as_text = name == "value" and asked.indicator.unit in UNITS_OF_TEXTS
    return {**_OPEN, "num_format": _AS_TYPED} if as_text or name in _TYPED_AS_TEXT else dict(_OPEN)
