"""Cells of a spreadsheet: their names, `Quý III!C7`, and the figures, periods and units they hold.

Owns the letters of columns, and what a cell contains so that import reads the same again. Must not
know files or sheets.
"""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from cdstrack.core.problem import Place
from cdstrack.core.record.period import Period, Precision
from cdstrack.core.record.sheet import Qualified, Value
from cdstrack.words.labels.vocabulary import QUALIFIER, STATE, UNIT, label
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_period
from cdstrack.words.parse.value_words import quoted

if TYPE_CHECKING:
    from cdstrack.core.plan.model import Indicator
    from cdstrack.core.record.observation import Observation


def column_letters(column: int) -> str:
    """The name of a column, counted from 1, as a spreadsheet shows it.

    >>> column_letters(3), column_letters(28)
    ('C', 'AB')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(place: Place) -> str:
    """A place as a person looks for it: `Sheet1!C7`, or `7:3` where there are no sheets.

    >>> cell_name(Place("bao-cao.xlsx", 7, 3, sheet="Quý III"))
    'Quý III!C7'
    """
    if place.sheet is None:
        return f"{place.line}:{place.column}"
    return f"{place.sheet}!{column_letters(place.column)}{place.line}"


def figure_value(figure: "Observation", language: str) -> str | Decimal | None:
    """The number, the state in words, or that there is none and why."""
    if figure.not_available is not None:
        return f"na:{quoted(clean(figure.not_available))}"
    return figure.value if figure.state is None else label(STATE, figure.state, language)


def qualified_value(figure: "Observation", language: str, mark: str = "") -> Value:
    """The same with the words of its qualifier around the number, and a mark behind it."""
    value = figure_value(figure, language)
    if not isinstance(value, Decimal):
        return f"{value}{mark}" if mark else value
    before, _, after = label(QUALIFIER, figure.qualifier, language).partition("{value}")
    return Qualified(value, before, after + mark) if before or after or mark else value


def period_value(period: Period, language: str) -> str | date:
    """A day as a day; a longer period in words, which no spreadsheet turns into a day."""
    return period.end if period.precision is Precision.DAY else format_period(period, language)


def unit_words(indicator: "Indicator", language: str) -> str:
    """The unit by the plan's name for it, else by its kind."""
    if indicator.unit_label is not None:
        return clean(indicator.unit_label.text(language))
    return label(UNIT, indicator.unit, language)
