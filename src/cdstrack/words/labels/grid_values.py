"""Figures, periods and units as the cells of a spreadsheet hold them.

Owns what such a cell says so that import reads the same again. Must not know sheets.
"""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from cdstrack.core.record.period import Period, Precision
from cdstrack.words.labels.vocabulary import STATE, UNIT, label
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_period
from cdstrack.words.parse.reasons import quoted

if TYPE_CHECKING:
    from cdstrack.core.plan.model import Indicator
    from cdstrack.core.record.observation import Observation


def figure_value(figure: "Observation", language: str) -> str | Decimal | None:
    """The number, the state in words, or that there is none and why."""
    if figure.not_available is not None:
        return f"na:{quoted(clean(figure.not_available))}"
    return figure.value if figure.state is None else label(STATE, figure.state, language)


def period_value(period: Period, language: str) -> str | date:
    """A day as a day; a longer period in words, which no spreadsheet turns into a day."""
    return period.end if period.precision is Precision.DAY else format_period(period, language)


def unit_words(indicator: "Indicator", language: str) -> str:
    """The unit by the plan's name for it, else by its kind."""
    if indicator.unit_label is not None:
        return clean(indicator.unit_label.text(language))
    return label(UNIT, indicator.unit, language)
