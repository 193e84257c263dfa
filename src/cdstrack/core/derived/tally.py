"""The exact arithmetic of roll-up, for each way of rolling up.

A tally is the intermediate result for some units. Tallies of different units can be combined, so
that the units of an area can be processed in parts.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import gcd
from typing import NamedTuple

from cdstrack.core.derived.unit_series import Contribution
from cdstrack.core.plan.model import Indicator, RollUpBy
from cdstrack.core.record.observation import SHARE_OF
from cdstrack.core.verdict.threshold import Threshold

_NONE = Fraction(0)


class Tally(NamedTuple):
    """What some units come to.

    `reported` is how many there are, `newest` the day of the newest figure among theirs. `amount`
    is the sum of their values or of their numerators, of values by weights, the worst value, or how
    many meet what is asked, and `whole` the sum of denominators or weights, whichever the way of
    rolling up needs.
    """

    reported: int = 0
    amount: Fraction = _NONE
    whole: Fraction = _NONE
    newest: date | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """A way of rolling up figures of units to one of their area.

    `share` is the value of a whole in the indicator's unit (100 for per cent), 1 if it is no share;
    `sign` is the wanted direction; `asked` is the threshold where units that meet one are counted.
    """

    by: RollUpBy
    share: int
    sign: int
    asked: Threshold | None = None

    @classmethod
    def of(cls, indicator: Indicator, asked: Threshold | None = None) -> "Way":
        """The way of an indicator with a `rollup`."""
        assert indicator.rollup is not None  # noqa: S101 - the caller asked
        share = SHARE_OF.get(indicator.unit, 1)
        return cls(indicator.rollup.by, share, indicator.direction.sign, asked)

    def tally(self, contributions: Sequence[Contribution]) -> Tally:
        """The tally of some units, from their contributions."""
        if not contributions:
            return Tally()
        newest = max(each.newest for each in contributions)
        amount, whole = self._folded(contributions)
        return Tally(len(contributions), amount, whole, newest)

    def _folded(self, found: Sequence[Contribution]) -> tuple[Fraction, Fraction]:
        match self.by:
            case RollUpBy.SUM | RollUpBy.MEAN:
                return total_of(each.value for each in found), _NONE
            case RollUpBy.RATIO:
                parts = (each.numerator for each in found), (each.denominator for each in found)
                return total_of(parts[0]), total_of(parts[1])
            case RollUpBy.WEIGHTED_MEAN:
                weighted = total_of(each.value * each.denominator for each in found)
                return weighted, total_of(each.denominator for each in found)
            case RollUpBy.WORST:
                return self.worst(each.value for each in found), _NONE
            case RollUpBy.SHARE_MET:
                return Fraction(self._met(found)), _NONE

    def _met(self, found: Iterable[Contribution]) -> int:
        asked = self.asked
        return sum(asked.satisfied_by(each.value, each.qualifier) for each in found) if asked else 0

    def worst(self, values: Iterable[Fraction]) -> Fraction:
        """The worst of some values in the wanted direction."""
        return min(values, key=lambda value: value * self.sign)

    def together(self, one: Tally, other: Tally) -> Tally:
        """The combined tally of two tallies that share no unit."""
        if not one.reported or not other.reported:
            return one if one.reported else other
        days = [day for day in (one.newest, other.newest) if day is not None]
        if self.by is RollUpBy.WORST:
            amount = self.worst((one.amount, other.amount))
        else:
            amount = one.amount + other.amount
        return Tally(one.reported + other.reported, amount, one.whole + other.whole, max(days))

    def value(self, tally: Tally) -> Fraction | None:
        """The figure of the area; None without a denominator, or without a threshold to count by."""
        if not tally.reported or (self.by is RollUpBy.SHARE_MET and self.asked is None):
            return None
        match self.by:
            case RollUpBy.SUM | RollUpBy.WORST:
                return tally.amount
            case RollUpBy.MEAN:
                return tally.amount / tally.reported
            case RollUpBy.RATIO:
                return tally.amount / tally.whole * self.share if tally.whole else None
            case RollUpBy.WEIGHTED_MEAN:
                return tally.amount / tally.whole if tally.whole else None
            case RollUpBy.SHARE_MET:
                of = 100 if self.share == 1 else self.share
                return tally.amount / tally.reported * of


def total_of(numbers: Iterable[Fraction]) -> Fraction:
    """The sum; fractions with one denominator are added as whole numbers, some ten times faster."""
    by_denominator: dict[int, int] = defaultdict(int)
    for number in numbers:
        by_denominator[number.denominator] += number.numerator
    return total(by_denominator)


def total(by_denominator: Mapping[int, int]) -> Fraction:
    """The sum of numerators over denominators, which are given by the latter.

    Two and two are added, and then two and two of these: of some thousand numbers only the last few
    additions are of long ones.
    """
    common = gcd(*by_denominator)
    parts = [(part, of // common) for of, part in by_denominator.items()]
    while len(parts) > 1:
        odd = parts[-1:] if len(parts) % 2 else []
        pairs = zip(parts[::2], parts[1::2], strict=False)
        parts = [(a * of_b + b * of_a, of_a * of_b) for (a, of_a), (b, of_b) in pairs] + odd
    part, whole = parts[0] if parts else (0, 1)
    return Fraction(part, whole * (common or 1))
