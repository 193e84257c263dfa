"""What units reported, taken from rows as numbers to be added up, without the figures around them.

A country has thousands of communes: of each figure only that is made which a sum needs.
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
    """The figures of rows by indicator; `units` says what each indicator is measured in.

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
    """What units reported in each period, from rows of columns: units, numbers, denominators, odd ones.

    None where the columns of a row do not belong together: the days of a period are not the same in
    all figures, or an id has the comma in it that separates ids. Then the figures tell, one by one.

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
    """The same from rows of sums; None where something reported is no number, too.

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
    """The ids that commas separate; most periods have the same ones, in the same order."""
    units = text.split(",") if text else []
    return _OfRow(units, frozenset(units))


def _numbers(text: str) -> list[int]:
    """Numbers that commas separate; read as JSON, which is quicker than one after the other."""
    return json.loads(f"[{text}]", parse_float=_refuse)  # type: ignore[no-any-return]


def _refuse(number: str) -> NoReturn:
    raise ValueError(number)


def _whole(upper: float, lower: float) -> int:
    """The number whose halves are given."""
    return (int(upper) << 32) + int(lower)


@lru_cache(maxsize=65536)
def _number(kept: int) -> Fraction:
    return Fraction(kept, MILLION)


@lru_cache(maxsize=16)
def _rank(state: str) -> Fraction:
    return Fraction(State(state).rank)


_qualifier = lru_cache(maxsize=16)(Qualifier)
_firmness = lru_cache(maxsize=16)(firmness)
