"""Data validation of a form's cells: lists to choose from, and hints. No input is refused.

Owns the rules of cells and the hidden sheet with the values of the lists.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from cdstrack.core.plan.limits import limits
from cdstrack.core.plan.model import Frequency, State, Unit
from cdstrack.core.record.observation import Qualifier
from cdstrack.core.record.template import RequestedObservation, periods_until
from cdstrack.words.labels.cells import column_letters, unit_words
from cdstrack.words.labels.headings import SHEET, TEMPLATE
from cdstrack.words.labels.vocabulary import QUALIFIER_NAME, STATE
from cdstrack.words.parse.dates import format_period
from cdstrack.words.parse.numbers import format_number

UNITS_OF_TEXTS = {Unit.RANK, Unit.STATE}
_OFFERED_PERIODS = 8
_LONGEST_MESSAGE = 250
"""Characters that a spreadsheet allows in the hint of a cell."""
_RANGES = 500
"""Cell ranges of one rule; further ranges get another rule."""
Rule = tuple[int, tuple[tuple[str, object], ...]]
"""The column of a cell, and the options of its validation."""
Rows = tuple[int, int]


class Rules:
    """The validation rules of one form, and the hidden sheet of its lists."""

    def __init__(self, workbook: Any, documents: Sequence[str], language: str) -> None:  # noqa: ANN401 - xlsxwriter has no types
        self._language = language
        self._lists = workbook.add_worksheet(SHEET["lists"].text(language))
        self._lists.hide()
        self._listed: dict[tuple[str, ...], str] = {}
        self._documents = tuple(documents)

    def of(self, asked: RequestedObservation, columns: Sequence[str]) -> Iterator[Rule]:
        """The rules of the cells of a row with these columns."""
        for index, name in enumerate(columns):
            if rule := self._rule(name, asked):
                yield index, tuple(rule.items())

    def write(self, sheet: Any, ruled: Iterable[tuple[Sequence[Rule], Sequence[int]]]) -> None:  # noqa: ANN401 - xlsxwriter has no types
        """Writes every rule once for all its cells, because a spreadsheet limits their number.

        `ruled` pairs the rules of a row with the numbers of all rows that have them.
        """
        by_rule: dict[Rule, list[int]] = {}
        for rules, rows in ruled:
            for rule in rules:
                by_rule.setdefault(rule, []).extend(rows)
        for (column, options), rows in by_rule.items():
            ranges = list(_ranges(sorted(rows)))
            for at in range(0, len(ranges), _RANGES):
                (first, last), *others = ranges[at : at + _RANGES]
                cells = [[start, column, end, column] for start, end in others]
                offered = {**dict(options), "other_cells": cells}
                sheet.data_validation(first, column, last, column, offered)

    def _rule(self, name: str, asked: RequestedObservation) -> dict[str, object] | None:
        """The list and the hint that a selected cell shows; None for a column without any."""
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
        if indicator.unit in UNITS_OF_TEXTS:
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
        """A list to choose from; other values are accepted too."""
        rule = {"validate": "list", "source": self._range(tuple(values)), "input_message": message}
        return {**rule, "error_type": "information"}

    def _range(self, values: tuple[str, ...]) -> str:
        """The range with these values in the sheet of lists; equal lists are written once."""
        if values not in self._listed:
            index = len(self._listed)
            for row, value in enumerate(values):
                self._lists.write_string(row, index, value)
            letter = column_letters(index + 1)
            sheet = SHEET["lists"].text(self._language)
            self._listed[values] = f"='{sheet}'!${letter}$1:${letter}${len(values)}"
        return self._listed[values]

    def _say(self, key: str, **facts: str) -> str:
        return TEMPLATE[key].text(self._language).format_map(facts)


def _ranges(rows: Sequence[int]) -> Iterator[Rows]:
    """The first and the last row of each run of consecutive rows."""
    first = last = rows[0]
    for row in rows[1:]:
        if row != last + 1:
            yield first, last
            first = row
        last = row
    yield first, last
