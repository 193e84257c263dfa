"""Maps the rows that units reported to the numbers that a roll-up adds up.

A country has thousands of communes, so whole observations are not made of them.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple, NoReturn

from cdstrack.core.derived.unit_columns import UnitColumns
from cdstrack.core.derived.unit_series import UnitFigure
from cdstrack.core.plan.model import State, Unit
from cdstrack.core.record.columns import MILLION
from cdstrack.core.record.observation import SHARE_OF, Qualifier
from cdstrack.core.record.role import firmness
from cdstrack.store.rows.kept_values import dated_period, period_until
from cdstrack.store.rows.mapping import Row
from cdstrack.store.rows.row_types import OF_UNITS, refuse_other_types


def unit_figures(rows: Iterable[Row], units: Mapping[str, Unit]) -> dict[str, list[UnitFigure]]:
    """The figures of rows by indicator; `units` is the unit of measure of each indicator.

    Raises:
        ValueError: A row was not written by this program.
    """
    found: dict[str, list[UnitFigure]] = defaultdict(list)
    shares = {indicator: SHARE_OF.get(unit) for indicator, unit in units.items()}
    for row in rows:
        refuse_other_types(row, OF_UNITS)
        number, indicator, org_unit, text, start, end, kept, state, part, whole, *said = row
        numerator = None if part is None else _number(part)
        denominator = None if whole is None else _number(whole)
        if state is not None:
            value = _rank(state)
        elif part is None or shares[indicator] is None:
            value = _number(kept)
        else:
            value = Fraction(part * shares[indicator], whole)
        period, known = dated_period(text, start, end), _qualifier(said[0])
        order = _firmness(said[1]), number
        found[indicator].append(
            UnitFigure(org_unit, period, value, numerator, denominator, known, order)
        )
    return found


def unit_columns(rows: Iterable[Row]) -> list[UnitColumns] | None:
    """What units reported, one entry for each period, from rows that the database has aggregated.

    A row lists org units, numbers, denominators, and the units with odd values, each separated by
    commas. None if the lists of a row do not match: a period has different days in some figures, or
    an id contains a comma. The figures must then be read one by one.

    Raises:
        ValueError: A row was not written by this program.
    """
    found: list[UnitColumns] = []
    for text, first, last, units, *columns, odd in rows:
        of_row = _names(units)
        numbers, *wholes = (_numbers(each or "") for each in columns)
        if first != last or any(len(each) != len(of_row.units) for each in (numbers, *wholes)):
            return None
        fractions = wholes[0] if wholes and any(wholes[0]) else ()
        period, not_plain = period_until(text, last), _names(odd).who
        found.append(UnitColumns(period, *of_row, numbers, fractions, not_plain))
    return found


def added_columns(rows: Iterable[Row]) -> list[UnitColumns] | None:
    """The same from rows of sums; None also if a reported value is no number.

    Raises:
        ValueError: A row was not written by this program.
    """
    found: list[UnitColumns] = []
    for text, first, last, units, count, *halves in rows:
        of_row = _names(units)
        if first != last or count != len(of_row.units):
            return None
        if not all(int(half) == half for half in halves):
            raise ValueError(halves)
        sums = tuple(_whole(*pair) for pair in zip(halves[::2], halves[1::2], strict=True))
        found.append(UnitColumns(period_until(text, last), *of_row, added=sums))
    return found


class _OfRow(NamedTuple):
    units: Sequence[str]
    who: frozenset[str]


@lru_cache(maxsize=64)
def _names(text: str | None) -> _OfRow:
    """The ids of a comma-separated list; cached, because most periods have the same ones."""
    units = text.split(",") if text else []
    return _OfRow(units, frozenset(units))


def _numbers(text: str) -> list[int]:
    """The numbers of a comma-separated list, read as JSON for speed."""
    return json.loads(f"[{text}]", parse_float=_refuse)  # type: ignore[no-any-return]


def _refuse(number: str) -> NoReturn:
    raise ValueError(number)


def _whole(upper: float, lower: float) -> int:
    """The number from its upper part and its lower 32 bits."""
    return (int(upper) << 32) + int(lower)


@lru_cache(maxsize=65536)
def _number(kept: int) -> Fraction:
    return Fraction(kept, MILLION)


@lru_cache(maxsize=16)
def _rank(state: str) -> Fraction:
    return Fraction(State(state).rank)


_qualifier = lru_cache(maxsize=16)(Qualifier)
_firmness = lru_cache(maxsize=16)(firmness)
