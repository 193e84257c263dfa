"""The workbook that goes to a department: what is asked, what was last known, where to write.

Owns its look and the lists that its cells offer. Its headings are those that import reads without
a mapping; greyed columns are for people and are ignored by import.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Any

from cdstrack.core.plan.model import Frequency, Indicator, State, Unit
from cdstrack.core.record.observation import Qualifier
from cdstrack.core.record.observation_rules import limits
from cdstrack.core.record.sheet import Sheet, Value
from cdstrack.core.record.template import RequestedObservation, periods_until
from cdstrack.files.export.cells import Styles, write_value
from cdstrack.files.export.workbook import open_workbook, set_height, set_page, write_sheet
from cdstrack.words.labels.cells import figure_value, period_value, unit_words
from cdstrack.words.labels.headings import BESIDE, HEADING, SHEET, TEMPLATE
from cdstrack.words.labels.target import target_words
from cdstrack.words.labels.vocabulary import QUALIFIER_NAME, STATE
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_period
from cdstrack.words.parse.numbers import format_number

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
_TO_FILL = frozenset(_COLUMNS[_COLUMNS.index("period") : _COLUMNS.index("indicator")])
_FOR_PEOPLE = {"target", "last_period", "last_value", "indicator"}
_HEADING = 2
"""The row of the headings, below the title and what is asked; counted from 0."""
_GREY = {"font_color": "#808080", "bg_color": "#F2F2F2"}
_OPEN = {"bg_color": "#FFFBE6", "border": 1, "border_color": "#D9D9D9", "text_wrap": True}
_AS_TYPED = "@"
"""Keeps a spreadsheet from turning what looks like a day (`7/2022`, `1/63`) into one."""
_TYPED_AS_TEXT = {"period", "reported", "disaggregation"}
_UNITS_OF_TEXTS = {Unit.RANK, Unit.STATE}
_OFFERED_PERIODS = 8
_LONGEST_MESSAGE = 250
"""Letters that a spreadsheet takes in the hint of a cell."""
_RANGES = 500
"""Ranges of cells that one rule names; more of them are another rule."""
Rule = tuple[tuple[str, object], ...]
Rows = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Title:
    """The plan that asks, and the header of every printed page.

    `body` is who is to fill the form in; null where nobody in particular is asked.
    """

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
        file: Where to.
        rows: What is asked for.
        documents: The ids that the list of documents offers.
        sources: The same documents with their titles, for people.
        title: What stands above the rows and on every printed page.
        language: Of headings and hints.
    """
    with open_workbook(file, in_rows=False) as workbook:
        template = _Template(workbook, documents, language)
        template.write_title(title)
        template.write(rows, title.caption)
        template.write_sources(sources, title.caption)


class _Template:
    """The sheets of one workbook: what is asked, how to fill it in, and the lists behind it."""

    def __init__(self, workbook: Any, documents: Sequence[str], language: str) -> None:  # noqa: ANN401 - xlsxwriter has no types
        self._styles = Styles(workbook)
        self._language = language
        self._sheet = workbook.add_worksheet(SHEET["figures"].text(language))
        self._guide = workbook.add_worksheet(SHEET["guide"].text(language))
        self._sources = workbook.add_worksheet(SHEET["sources"].text(language))
        self._lists = workbook.add_worksheet(SHEET["lists"].text(language))
        self._lists.hide()
        self._listed: dict[tuple[str, ...], str] = {}
        self._about: dict[str, dict[str, Value]] = {}
        self._made: dict[tuple[object, ...], Rule] = {}
        self._ruled: dict[tuple[int, Rule], list[Rows]] = {}
        self._documents = tuple(documents)

    def write_title(self, title: Title) -> None:
        """Writes what the sheet is, for which plan, and who fills it in, above the headings."""
        words = self._say("title", plan=clean(title.plan))
        self._sheet.write_string(0, 0, words, self._styles.get(bold=True, font_size=14))
        asked = self._say("asked_of", body=clean(title.body)) if title.body else self._say("asked")
        self._sheet.write_string(1, 0, asked, self._styles.get(italic=True))

    def write(self, rows: Sequence[RequestedObservation], caption: str) -> None:
        """Writes what is asked, the lists for it, and how to answer."""
        self._head()
        set_page(self._sheet, caption)
        self._sheet.repeat_rows(_HEADING)
        last = _HEADING + len(rows)
        for row, asked in enumerate(rows, _HEADING + 1):
            self._write_row(row, asked)
        self._write_rules()
        self._sheet.autofilter(_HEADING, 0, last, len(_COLUMNS) - 1)
        self._sheet.ignore_errors({"number_stored_as_text": f"A1:Z{last + 1}"})
        self._guide.set_column(0, 0, 90)
        lines = (key for key in TEMPLATE if key.startswith("guide_"))
        for row, key in enumerate(lines):
            write_value(self._guide, (row, 0), self._say(key), self._styles)

    def write_sources(self, sources: Sheet, caption: str) -> None:
        """Writes which documents there are."""
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

    def _write_row(self, row: int, asked: RequestedObservation) -> None:
        last = asked.last
        values: Mapping[str, Value] = {
            **self._about_indicator(asked.indicator),
            "org_unit": asked.org_unit_name or asked.org_unit,
            "disaggregation": self._group(asked),
            "last_period": None if last is None else period_value(last.period, self._language),
            "last_value": None if last is None else figure_value(last, self._language),
            "period": format_period(asked.period, self._language),
        }
        cells = [values.get(name) for name in _COLUMNS]
        set_height(self._sheet, row, cells, [_WIDTHS.get(name, _WIDTH) for name in _COLUMNS])
        for index, (name, value) in enumerate(zip(_COLUMNS, cells, strict=True)):
            write_value(self._sheet, (row, index), value, self._styles, **_look(name, asked))
            if rule := self._known_rule(name, asked):
                self._note_rule(row, index, rule)

    def _about_indicator(self, indicator: Indicator) -> dict[str, Value]:
        """The cells of a row that are the same for all who are asked about the indicator."""
        if indicator.id not in self._about:
            self._about[indicator.id] = {
                "indicator": indicator.id,
                "name": clean(indicator.name.text(self._language)),
                "unit": unit_words(indicator, self._language),
                "target": "; ".join(_targets(indicator, self._language)) or None,
            }
        return self._about[indicator.id]

    def _known_rule(self, name: str, asked: RequestedObservation) -> Rule:
        """The rule of a cell as pairs; made once for all rows that ask for the same."""
        key = (name, asked.indicator.id, asked.period, asked.group_is_open)
        if key not in self._made:
            self._made[key] = tuple((self._rule(name, asked) or {}).items())
        return self._made[key]

    def _note_rule(self, row: int, column: int, rule: Rule) -> None:
        """Notes a rule for a cell; of rows that follow each other only the first and the last."""
        ranges = self._ruled.setdefault((column, rule), [])
        if ranges and ranges[-1][1] == row - 1:
            ranges[-1] = (ranges[-1][0], row)
        else:
            ranges.append((row, row))

    def _write_rules(self) -> None:
        """Writes every rule once for all its cells: a spreadsheet takes only so many."""
        for (column, rule), ranges in self._ruled.items():
            for at in range(0, len(ranges), _RANGES):
                (first, last), *others = ranges[at : at + _RANGES]
                cells = [[start, column, end, column] for start, end in others]
                options = {**dict(rule), "other_cells": cells}
                self._sheet.data_validation(first, column, last, column, options)

    def _group(self, asked: RequestedObservation) -> str | None:
        """The group, or the beginning of its name where it is to be named."""
        if asked.group_is_open:
            return f"{next(iter(asked.indicator.every or {}))}="
        return asked.disaggregation or None

    def _rule(self, name: str, asked: RequestedObservation) -> dict[str, object] | None:
        """The list and the hint of a cell when it is selected; it never refuses what is written."""
        match name:
            case "period":
                frequency = asked.indicator.frequency or Frequency.YEARLY
                calendar = asked.indicator.calendar
                periods = periods_until(asked.period, _OFFERED_PERIODS, frequency, calendar)
                words = [format_period(each, self._language) for each in periods]
                return self._offer(words, self._say("period"))
            case "value":
                return self._value_rule(asked)
            case "qualifier":
                names = [QUALIFIER_NAME[each].text(self._language) for each in Qualifier]
                return self._offer(names, self._say("qualifier"))
            case "document" if self._documents:
                return self._offer(self._documents, self._say("document"))
            case "reported" | "disaggregation" if name == "reported" or asked.group_is_open:
                return {"validate": "any", "input_message": self._say(name)}
            case _:
                return None

    def _value_rule(self, asked: RequestedObservation) -> dict[str, object]:
        indicator = asked.indicator
        if indicator.unit is Unit.STATE:
            names = [STATE[each].text(self._language) for each in State]
            return self._offer(names, self._say("state"))
        message = self._say("value", unit=unit_words(indicator, self._language))[:_LONGEST_MESSAGE]
        low, high = limits(indicator)
        if low is None and high is None:
            return {"validate": "any", "input_message": message}
        least, most = (
            None if limit is None else format_number(limit, self._language) for limit in (low, high)
        )
        shown = f"{least}–{most}" if least and most else f"≥ {least}" if least else f"≤ {most}"
        rule: dict[str, object] = {"validate": "decimal", "error_type": "information"}
        if indicator.unit in _UNITS_OF_TEXTS:
            rule["validate"] = "any"  # what is typed there is kept as a text: 31/63
        elif low is not None and high is not None:
            rule |= {"criteria": "between", "minimum": float(low), "maximum": float(high)}
        elif low is not None:
            rule |= {"criteria": ">=", "value": float(low)}
        elif high is not None:
            rule |= {"criteria": "<=", "value": float(high)}
        hint = f"{message} {self._say('bounds', bounds=shown)}"
        return {**rule, "input_message": hint[:_LONGEST_MESSAGE]}

    def _offer(self, values: Sequence[str], message: str) -> dict[str, object]:
        """A list to choose from; something else may be written all the same."""
        rule = {"validate": "list", "source": self._range(tuple(values)), "input_message": message}
        return {**rule, "error_type": "information"}

    def _range(self, values: tuple[str, ...]) -> str:
        """The cells of the values in the sheet of lists; each different list is written once."""
        if values not in self._listed:
            from xlsxwriter.utility import xl_col_to_name

            index = len(self._listed)
            for row, value in enumerate(values):
                self._lists.write_string(row, index, value)
            letter = xl_col_to_name(index)
            sheet = SHEET["lists"].text(self._language)
            self._listed[values] = f"='{sheet}'!${letter}$1:${letter}${len(values)}"
        return self._listed[values]

    def _say(self, key: str, **facts: str) -> str:
        return TEMPLATE[key].text(self._language).format_map(facts)


def _targets(indicator: Indicator, language: str) -> Iterator[str]:
    """What is to be reached: `2025: ≥ 90%`."""
    for target in indicator.ordered_targets:
        words = target_words(target, indicator, language, short=True)
        yield f"{target.due.year}: {words}" if target.due else words


def _look(name: str, asked: RequestedObservation) -> dict[str, object]:
    """What a cell of a column looks like."""
    if name not in _TO_FILL and not (name == "disaggregation" and asked.group_is_open):
        return dict(_GREY) if name in _FOR_PEOPLE else {}
    as_text = name == "value" and asked.indicator.unit in _UNITS_OF_TEXTS
    return {**_OPEN, "num_format": _AS_TYPED} if as_text or name in _TYPED_AS_TEXT else dict(_OPEN)
