"""What units reported, taken from rows as numbers to be added up, without the figures around them.

A country has thousands of communes: of each figure only that is made which a sum needs.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import lru_cache

from cdstrack.core.derived.unit_series import UnitFigure
from cdstrack.core.plan.model import State, Unit
from cdstrack.core.record.observation import SHARE_OF, Qualifier
from cdstrack.core.record.role import firmness
from cdstrack.store.rows.kept_values import dated_period
from cdstrack.store.rows.mapping import Row
from cdstrack.store.rows.row_types import OF_UNITS, refuse_other_types

_MILLION = 1_000_000


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


@lru_cache(maxsize=65536)
def _number(kept: int) -> Fraction:
    return Fraction(kept, _MILLION)


@lru_cache(maxsize=16)
def _rank(state: str) -> Fraction:
    return Fraction(State(state).rank)


_qualifier = lru_cache(maxsize=16)(Qualifier)
_firmness = lru_cache(maxsize=16)(firmness)
