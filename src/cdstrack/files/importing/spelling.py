"""The canonical spelling of each column of a row, and what a text in it states.

Owns the spelling that the program itself writes: a decimal point, ISO days, words as declared. Each
text has one reading or none. What people type belongs to `cdstrack.words.parse`.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from cdstrack.core.plan.model import State
from cdstrack.core.plan.values import LARGEST, format_decimal
from cdstrack.core.problem import Problem
from cdstrack.core.record.observation import Qualifier
from cdstrack.core.record.period import Period, Precision
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import FIRST_YEAR, LAST_YEAR

_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.(?P<decimals>\d+))?", re.ASCII)
_FRACTION = re.compile(r"(?P<numerator>\d+) ?/ ?(?P<denominator>\d+)", re.ASCII)
_MOST_DECIMALS = 6
_STATES = {str(state): state for state in State}
_QUALIFIERS = {str(qualifier): qualifier for qualifier in Qualifier}
_NEWS = {Precision.DAY, Precision.MONTH}


class Stated(NamedTuple):
    """The content of the column `value`; empty if a fraction gives it."""

    value: Decimal | None = None
    state: State | None = None
    not_available: str | None = None


def read_figure(text: str) -> Stated | Problem:
    """The column `value`: a number, a state, `na:reason`, or nothing.

    >>> read_figure("67.84").value, read_figure("done").state
    (Decimal('67.84'), <State.DONE: 'done'>)
    """
    if not text:
        return Stated()
    if text.startswith("na:"):
        reason = read_text(text.removeprefix("na:"))
        return Stated(not_available=reason) if reason else _refused("CDS211", text)
    if text in _STATES:
        return Stated(state=_STATES[text])
    number = read_number(text)
    if not isinstance(number, Problem):
        return Stated(number)
    if fraction := _FRACTION.fullmatch(text):
        return _refused("CDS318", text, **fraction.groupdict())
    # A word may have been meant for a state.
    return (
        number
        if any(map(str.isdecimal, text))
        else _refused("CDS318", text, states=", ".join(_STATES))
    )


def read_number(text: str) -> Decimal | Problem | None:
    """A number with a decimal point, to six decimals; nothing where the cell is empty.

    >>> read_number("1446.50"), read_number("12.1234567891")
    (Decimal('1446.5'), Decimal('12.123457'))
    """
    if not text:
        return None
    if _NUMBER.fullmatch(text) is None:
        return _refused("CDS318", text)
    number = Decimal(text)
    if abs(number) > LARGEST:
        return _refused("CDS206", text, most=format_decimal(LARGEST))
    return Decimal(format_decimal(round(number, _MOST_DECIMALS)))


def is_rounded(text: str) -> bool:
    """Whether a number has more decimals than are kept.

    >>> is_rounded("12.1234567"), is_rounded("12.1234560")
    (True, False)
    """
    match = _NUMBER.fullmatch(text)
    return match is not None and len((match["decimals"] or "").rstrip("0")) > _MOST_DECIMALS


def read_period(text: str) -> Period | Problem:
    """A period in canonical spelling, between the years that figures can lie in."""
    if not text:
        return Problem("CDS222", {"where": "period"})
    try:
        period = Period.parse(text)
    except ValueError:
        return _refused("CDS319", text)
    if period.start.year < FIRST_YEAR or period.end.year > LAST_YEAR:
        return _refused("CDS213", text)
    return period


def read_reported(text: str) -> Period | Problem | None:
    """The day or the month in which a figure became known; nothing where the cell is empty."""
    if not text:
        return None
    period = read_period(text)
    if isinstance(period, Problem) or period.precision in _NEWS:
        return period
    return _refused("CDS321", text)


def read_qualifier(text: str) -> Qualifier | Problem:
    """How firmly the source states the figure; exact where the cell is empty."""
    if not text:
        return Qualifier.EXACT
    found = _QUALIFIERS.get(text)
    return found or _refused("CDS225", text, words=", ".join(Qualifier))


def read_text(text: str) -> str | None:
    """Words without anything that hides or steers; nothing where the cell is empty."""
    return clean(text).strip() or None


def _refused(code: str, value: str, **facts: str) -> Problem:
    return Problem(code, {"value": clean(value), **facts})
