"""Roll-up from columns of numbers, or from their sums, instead of single figures.

Owns when that is possible, and which units need a look at their single figures: those with several
figures for a day, and late ones, for which an earlier figure may count.
"""

from collections.abc import Iterable, Sequence, Set
from datetime import date
from typing import NamedTuple

from cdstrack.core.derived.area_rollup import RollUpOf, united
from cdstrack.core.derived.unit_columns import UnitColumns
from cdstrack.core.derived.unit_series import UnitFigure, UnitSeries
from cdstrack.core.plan.model import Indicator, RollUpBy, Unit
from cdstrack.core.record.columns import MILLION
from cdstrack.core.record.observation import SHARE_OF
from cdstrack.core.units.tree import Units
from cdstrack.core.verdict.threshold import Threshold

_OF_FRACTIONS = {RollUpBy.RATIO, RollUpBy.WEIGHTED_MEAN}
"""The ways in which a figure counts only with its fraction, where nothing else weighs it."""
_OF_VALUES = {RollUpBy.SUM, RollUpBy.MEAN}


def fit_columns(indicator: Indicator) -> bool:
    """Whether an indicator can be rolled up from columns.

    It cannot if each figure has its own weight, or if no direction says which figure is the worst.
    """
    rollup = indicator.rollup
    if rollup is None or indicator.unit is Unit.STATE:
        return False
    if rollup.by is RollUpBy.WEIGHTED_MEAN:
        return rollup.weight is None and indicator.unit in SHARE_OF
    return rollup.by is not RollUpBy.WORST or indicator.direction.sign != 0


def added_in_parts(indicator: Indicator) -> bool | None:
    """Whether numerators and denominators are added; None if sums alone do not tell."""
    by = indicator.rollup.by if indicator.rollup else None
    if by in _OF_FRACTIONS:
        return True
    return False if by in _OF_VALUES and indicator.unit not in SHARE_OF else None


class Comparison(NamedTuple):
    """A threshold test on a quotient of whole numbers: part · times + edge > whole · over.

    No intermediate result overflows a database integer if part and whole are at most `most`.
    """

    times: int
    over: int
    edge: int
    most: int

    @classmethod
    def with_bound(cls, asked: Threshold | None, share: int) -> "Comparison | None":
        """The test of a threshold with a single bound; None for others."""
        if asked is None or asked.is_range or (bound := asked.one_bound) is None:
            return None
        over, times = bound.as_integer_ratio()
        sign = -1 if asked.low is None else 1
        times, over = sign * times * share, sign * over
        most = ((1 << 63) - 2) // max(abs(times), abs(over), 1)
        return cls(times, over, 0 if asked.strict else 1, most) if most > MILLION else None


class Apart(NamedTuple):
    """Columns of figures that count as they are, and the units left out of them."""

    columns: Sequence[UnitColumns]
    units: frozenset[str]


def apart(columns: Sequence[UnitColumns], indicator: Indicator) -> Apart:
    """Separates the columns that count as they are from the units that need a look at each row.

    These are units with several rows for a day (a revised cell has several), with an odd value, or,
    where fractions are added, with a number that is no fraction.
    """
    if indicator.measure.speaks_of_a_year:
        columns = [each for each in columns if each.period.closes_its_year]
    found: set[str] = set()
    by_day: dict[date, Set[str]] = {}
    for each in columns:
        found |= each.odd
        if len(each.who) < len(each.units):
            found |= _repeated(each.units)
        known = by_day.get(each.period.end, frozenset())
        found |= known & each.who
        by_day[each.period.end] = known | each.who if known else each.who
        if each.added is None and indicator.rollup and indicator.rollup.by in _OF_FRACTIONS:
            wholes = each.wholes or [0] * len(each.units)
            found |= {unit for unit, of in zip(each.units, wholes, strict=True) if not of}
    units = frozenset(found)
    return Apart([each.only(each.who - units) for each in columns] if units else columns, units)


def _repeated(units: Iterable[str]) -> set[str]:
    known: set[str] = set()
    return {unit for unit in units if unit in known or known.add(unit)}  # type: ignore[func-returns-value]


def in_columns(
    units: Units,
    indicator: Indicator,
    columns: Sequence[UnitColumns],
    figures: Sequence[UnitFigure],
    area: str,
    until: date,
) -> RollUpOf:
    """The roll-up of one indicator from columns, and from single figures of the units set apart.

    Where a unit has not reported, the units merged into it may count: their figures are taken out
    of the columns one by one.
    """
    alone = RollUpOf(UnitSeries(units, indicator, figures), area, columns)
    left = {
        unit
        for day in alone.days(until)
        for unit in alone.there(day).alone - united(alone.columns_on(day))
        if unit in units.predecessors
    }
    if not left:
        return alone
    origins, share = units.with_origins(left), SHARE_OF.get(indicator.unit, 1)
    taken = (figure for each in columns for figure in each.figures(origins, share))
    return RollUpOf(UnitSeries(units, indicator, [*figures, *taken]), area, columns)


def added_up(
    units: Units,
    indicator: Indicator,
    columns: Sequence[UnitColumns],
    figures: Sequence[UnitFigure],
    area: str,
    until: date,
) -> RollUpOf | None:
    """The same from the sums of columns, and from figures of the area itself.

    None if the sums are not enough: a unit has several rows for a day, a unit reported that does
    not count, or a late one might count with an earlier figure.
    """
    counted, others = apart(columns, indicator)
    if others:
        return None
    alone = RollUpOf(UnitSeries(units, indicator, figures), area, counted)
    return alone if all(_is_settled(alone, day) for day in alone.days(until)) else None


def _is_settled(alone: RollUpOf, day: date) -> bool:
    """Whether exactly the units that count reported for the day, or none within the allowed age."""
    first = alone.not_before(day)
    recent = [each for each in alone.columns if first <= each.period.end <= day]
    on_day = [each for each in recent if each.period.end == day]
    return not recent or (bool(on_day) and united(on_day) == alone.there(day).alone)
