"""The figures of all units for one period in columns, and their tally.

A country has thousands of communes, and mostly only their sum is needed: figures are added as whole
numbers, without an object for each.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from fractions import Fraction
from functools import lru_cache
from itertools import compress
from operator import ge, gt, le, lt
from typing import NamedTuple

from cdstrack.core.derived.tally import Tally, Way, total
from cdstrack.core.derived.unit_series import UnitFigure
from cdstrack.core.plan.model import RollUpBy
from cdstrack.core.record.columns import MILLION
from cdstrack.core.record.period import Period


class UnitColumns(NamedTuple):
    """What units reported for one period; the first number is that of the first unit, and so on.

    `numbers` are values in millionths or, where `wholes` has something other than 0, the numerators
    that belong to those denominators. `wholes` is empty where nothing is a part of a whole. `odd`
    are units with a row of the period that is no plain number: withdrawn, not available, a state,
    or a value that is more or less than is written. `who` are the `units` as a set. `added` are the
    sums of the two columns where these were added up already and are not there themselves; where
    units are counted that meet something, how many do.
    """

    period: Period
    units: Sequence[str]
    who: frozenset[str]
    numbers: Sequence[int] = ()
    wholes: Sequence[int] = ()
    odd: frozenset[str] = frozenset()
    added: Sequence[int] | None = None

    @property
    def sums(self) -> Sequence[int]:
        """The sum of each column."""
        return self.added or (sum(self.numbers), sum(self.wholes))

    def only(self, wanted: frozenset[str]) -> "UnitColumns":
        """The columns of some of the units."""
        if are_within(self.who, wanted):
            return self
        chosen = [unit in wanted for unit in self.units]
        units = tuple(compress(self.units, chosen))
        numbers, wholes = (tuple(compress(each, chosen)) for each in (self.numbers, self.wholes))
        return self._replace(units=units, who=frozenset(units), numbers=numbers, wholes=wholes)

    def figures(self, wanted: Set[str], share: int) -> Iterator[UnitFigure]:
        """The figures of some units one by one; `share` is what a whole is."""
        wholes = self.wholes or [0] * len(self.units)
        for unit, number, whole in zip(self.units, self.numbers, wholes, strict=True):
            if unit not in wanted:
                continue
            value = Fraction(number, MILLION)
            if whole:
                parts = value, Fraction(whole, MILLION)
                yield UnitFigure(unit, self.period, Fraction(number * share, whole), *parts)
            else:
                yield UnitFigure(unit, self.period, value)


@lru_cache(maxsize=64)
def are_within(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether some units are among others; most periods have the same ones."""
    return some <= others


def tally_of(columns: UnitColumns, way: Way) -> Tally:
    """The tally of the units of one period, with figures for its last day."""
    if not columns.units:
        return Tally()
    amount, whole = _FOLDS[way.by](columns, way)
    return Tally(len(columns.units), amount, whole, columns.period.end)


def _sum(columns: UnitColumns, way: Way) -> tuple[Fraction, Fraction]:
    numbers = columns.numbers
    if not columns.wholes:
        return Fraction(columns.sums[0], MILLION), Fraction(0)
    by_whole: dict[int, int] = {}
    known = by_whole.get
    for number, whole in zip(numbers, columns.wholes, strict=True):
        by_whole[whole] = known(whole, 0) + number
    plain = Fraction(by_whole.pop(0, 0), MILLION)
    return plain + total(by_whole) * way.share, Fraction(0)


def _ratio(columns: UnitColumns, _: Way) -> tuple[Fraction, Fraction]:
    part, whole = columns.sums
    return Fraction(part, MILLION), Fraction(whole, MILLION)


def _weighted(columns: UnitColumns, way: Way) -> tuple[Fraction, Fraction]:
    part, whole = _ratio(columns, way)
    return part * way.share, whole


def _worst(columns: UnitColumns, way: Way) -> tuple[Fraction, Fraction]:
    """The least one in the wanted direction.

    A quotient of whole numbers is rounded to the nearest float, so that of two numbers the lesser
    one never becomes the greater; those that become equal are compared exactly.
    """
    wholes = columns.wholes or [0] * len(columns.units)
    pairs = zip(columns.numbers, wholes, strict=True)
    values = [(n * way.share, of) if of else (n, MILLION) for n, of in pairs]
    rough = [n / of * way.sign for n, of in values]
    least = min(rough)
    near = {pair for pair, number in zip(values, rough, strict=True) if number == least}
    return way.worst(Fraction(*pair) for pair in near), Fraction(0)


def _met(columns: UnitColumns, way: Way) -> tuple[Fraction, Fraction]:
    if columns.added is not None:
        return Fraction(columns.added[0]), Fraction(0)
    if way.asked is None:
        return Fraction(0), Fraction(0)
    numbers, wholes = columns.numbers, columns.wholes
    if wholes:
        pairs = zip(numbers, wholes, strict=True)
        numbers = [n * way.share if of else n for n, of in pairs]
        wholes = [of or MILLION for of in wholes]
    else:
        wholes = [MILLION] * len(numbers)
    met = [
        _beyond(numbers, wholes, bound, side)
        for bound, side in zip(
            (way.asked.low, way.asked.high), _SIDES[way.asked.strict], strict=True
        )
        if bound is not None
    ]
    return Fraction(sum(map(all, zip(*met, strict=True)))), Fraction(0)


def _beyond(
    numbers: Iterable[int], wholes: Iterable[int], bound: Fraction, side: Callable[[int, int], bool]
) -> Iterator[bool]:
    """Whether each quotient lies on a side of a bound, compared in whole numbers."""
    times, over = bound.as_integer_ratio()
    return map(side, [n * over for n in numbers], [of * times for of in wholes])


_SIDES = {False: (ge, le), True: (gt, lt)}
"""How a number lies to the lower and to the upper bound that it satisfies, strict ones by true."""
_FOLDS: Mapping[RollUpBy, Callable[[UnitColumns, Way], tuple[Fraction, Fraction]]] = {
    RollUpBy.SUM: _sum,
    RollUpBy.MEAN: _sum,
    RollUpBy.RATIO: _ratio,
    RollUpBy.WEIGHTED_MEAN: _weighted,
    RollUpBy.WORST: _worst,
    RollUpBy.SHARE_MET: _met,
}
