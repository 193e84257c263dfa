"""Conversion of single column values: millionths, instants, periods, and the words of enums.

A text that this program cannot have written raises `ValueError`: the store was changed by another
program, or is damaged.
"""

from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache

from cdstrack.core.plan.model import State
from cdstrack.core.plan.values import format_decimal
from cdstrack.core.plan.vocabulary import Calendar
from cdstrack.core.record.observation import Qualifier
from cdstrack.core.record.period import Period, kept_period
from cdstrack.words.parse.dates import FIRST_YEAR, LAST_YEAR

_INSTANT = "%Y-%m-%dT%H:%M:%S.%fZ"


@lru_cache(maxsize=4096)
def period_of(text: str) -> Period:
    """The period of a stored text.

    Raises:
        ValueError: It is no period, or its year is out of range for figures.
    """
    period = Period.parse(text)
    _refuse_year(period.start.year, text)
    _refuse_year(period.end.year, text)
    return period


@lru_cache(maxsize=4096)
def dated_period(text: str, start: str, end: str) -> Period:
    """The same with its stored first and last day, which depend on the indicator's calendar.

    Raises:
        ValueError: As for `period_of`.
    """
    period_of(text)
    return kept_period(text, start, end)


@lru_cache(maxsize=4096)
def period_until(text: str, end: str) -> Period:
    """The same from its last day alone: a calendar changes both days of a period, or neither.

    Raises:
        ValueError: As for `period_of`.
    """
    start = period_of(text).cut_by(Calendar.ND09).start
    return kept_period(text, start.isoformat(), end)


def _refuse_year(year: int, text: str) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(text)


@lru_cache(maxsize=256)
def words_of(state: str | None, qualifier: str) -> tuple[State | None, Qualifier]:
    """The state and the qualifier of two stored texts.

    Raises:
        ValueError: A text is no state, or no qualifier.
    """
    return None if state is None else State(state), Qualifier(qualifier)


def instant_text(at: datetime) -> str:
    """The instant as text: UTC with six decimals of a second, so that texts sort chronologically.

    Raises:
        ValueError: The instant has no UTC offset.
    """
    if at.tzinfo is None:
        raise ValueError("an instant without an offset says nothing")
    return at.astimezone(UTC).strftime(_INSTANT)


def instant_of(text: str) -> datetime:
    """The instant of a stored text, in UTC.

    Raises:
        ValueError: It is no instant, or its year is out of range.
    """
    instant = datetime.strptime(text, _INSTANT).replace(tzinfo=UTC)
    _refuse_year(instant.year, text)
    return instant


def millionths(number: Decimal | None) -> int | None:
    """The number in millionths, as it is stored.

    Raises:
        ValueError: The number has more than six decimals.
    """
    if number is None:
        return None
    scaled = number.scaleb(6)
    whole = int(scaled)
    if whole != scaled:
        raise ValueError(number)
    return whole


@lru_cache(maxsize=1 << 14)
def number_of(kept: int | None) -> Decimal | None:
    """The number of so many millionths, without trailing zeros."""
    return None if kept is None else Decimal(format_decimal(Decimal(kept).scaleb(-6)))
