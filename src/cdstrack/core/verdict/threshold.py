"""The number that a target is judged by, and when a figure satisfies it.

Owns the meaning of every comparator, strictness and the qualifiers of approximate figures.
Exact: fractions only, no rounding.
"""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor
from typing import NamedTuple

from cdstrack.core.plan.comparators import Comparator, JudgedBy, Limit
from cdstrack.core.plan.model import Baseline, Direction, Target
from cdstrack.core.plan.rollup import CRITERIA, RollUp
from cdstrack.core.plan.values import RelativeChange
from cdstrack.core.record.observation import Qualifier


class Threshold(NamedTuple):
    """The bounds within which a value satisfies; `strict` keeps the bound itself out."""

    low: Fraction | None = None
    high: Fraction | None = None
    strict: bool = False

    def satisfied_by(self, value: Fraction, qualifier: Qualifier = Qualifier.EXACT) -> bool:
        """Whether the figure meets the target.

        On the bound itself the qualifier decides: "hơn 80" is more than 80, "gần 100" is not 100.
        """
        low, high = self.low, self.high
        return (low is None or self._is_within(_difference(value, low), qualifier, _ABOVE)) and (
            high is None or self._is_within(_difference(high, value), qualifier, _BELOW)
        )

    def bound(self, value: Fraction) -> Fraction:
        """The bound that counts for this value: of a range, the nearer end."""
        low, high = self.low, self.high
        if low is not None and high is not None:
            return min((low, high), key=lambda bound: abs(bound - value))
        bound = high if low is None else low
        assert bound is not None  # noqa: S101 - a threshold has at least one bound
        return bound

    def gap(self, value: Fraction) -> Fraction:
        """Threshold minus value, signed; 0 inside a range."""
        if self.low is not None and self.high is not None and self.low <= value <= self.high:
            return Fraction(0)
        return self.bound(value) - value

    @property
    def one_bound(self) -> Fraction | None:
        """The number that is asked; of a range the lower end."""
        return self.high if self.low is None else self.low

    def wanted_end(self, sign: int) -> Fraction | None:
        """The bound that is met first in the wanted direction, else the other one."""
        first, other = (self.low, self.high) if sign > 0 else (self.high, self.low)
        return other if first is None else first

    @property
    def is_range(self) -> bool:
        """Whether it has two ends, so that a value can be too high and too low."""
        return self.low is not None and self.high is not None

    def completion(self, value: Fraction) -> float | None:
        """Value over threshold, "tỷ lệ hoàn thành"; only for rising targets above zero."""
        if self.low is None or self.low <= 0 or self.high is not None:
            return None
        (part, whole), (least, of) = value.as_integer_ratio(), self.low.as_integer_ratio()
        return part * of / (whole * least)

    def missing_units(self, numerator: Fraction, denominator: Fraction, whole: int) -> int:
        """Whole numerator units to add (or to take away) until the share satisfies; never negative.

        `whole` is 100 for per cent, 1000 for per thousand.
        """
        if (
            self.low is not None and numerator * whole < self.low * denominator
        ) or self.high is None:
            assert self.low is not None  # noqa: S101 - a threshold has at least one bound
            needed = self.low * denominator / whole
            least = floor(needed) + 1 if self.strict else ceil(needed)
            return max(0, ceil(least - numerator))
        allowed = self.high * denominator / whole
        most = ceil(allowed) - 1 if self.strict else floor(allowed)
        return max(0, ceil(numerator - most))

    def _is_within(self, inside: int, qualifier: Qualifier, sides: "_Sides") -> bool:
        """Whether a figure so far inside a bound is within it; on the bound, by what it says."""
        if inside or qualifier is sides.outside:
            return inside > 0
        return not self.strict or qualifier is sides.inside


class _Sides(NamedTuple):
    """The meaning of a qualifier for a figure on a bound: on which side the true value is."""

    inside: Qualifier
    outside: Qualifier


_ABOVE = _Sides(inside=Qualifier.OVER, outside=Qualifier.NEARLY)
_BELOW = _Sides(inside=Qualifier.NEARLY, outside=Qualifier.OVER)


def _difference(value: Fraction, bound: Fraction) -> int:
    """A whole number with the sign of value minus bound; quicker than comparing them twice."""
    (part, whole), (least, of) = value.as_integer_ratio(), bound.as_integer_ratio()
    return part * of - least * whole


def threshold_of(
    target: Target, baseline: Baseline | None, direction: Direction
) -> Threshold | None:
    """The number that the target is judged by; None where there is none to judge by.

    A relative target is resolved against the declared baseline, a universal or a rough one by the
    threshold that somebody declared for it; a state is judged by its rank. A range with `beyond`
    has no end in the wanted direction.
    """
    key, kind, value = target.comparator, target.kind, target.stated_value
    if kind.judged_by is JudgedBy.STATE:
        return Threshold(low=Fraction(value.rank))
    if kind.relative:
        return _at(key, relative_bound(key, value, baseline.value)) if baseline else None
    if target.beyond is not None and isinstance(value, tuple):
        low, high = value
        return (
            _at(Comparator.AT_MOST, high) if direction.sign < 0 else _at(Comparator.AT_LEAST, low)
        )
    if kind.has_number:
        return _stated(key, value)
    chosen = next(iter(target.declared.thresholds), None) if target.declared else None
    return _stated(chosen, getattr(target.declared, chosen)) if chosen else None


def criterion(rollup: RollUp) -> Threshold | None:
    """The threshold that a roll-up itself sets for a unit; None if it sets none."""
    for name in CRITERIA:
        bound = getattr(rollup, name)
        if bound is not None:
            return _at(Comparator(name), bound)
    return None


def relative_bound(key: Comparator, change: RelativeChange, baseline: Decimal) -> Fraction:
    """The number of a relative target: the baseline changed by points or by a share."""
    start, amount = Fraction(baseline), Fraction(change.amount)
    step = amount if change.in_points else abs(start) / 100 * amount
    return start + (step if key.kind.limit is Limit.FLOOR else -step)


def _stated(key: Comparator, value: Decimal | tuple[Decimal, ...]) -> Threshold:
    """The threshold of a comparator with a number, or with two."""
    if isinstance(value, tuple):
        low, high = value
        return Threshold(Fraction(low), Fraction(high))
    return _at(key, value)


@lru_cache(maxsize=4096)
def _at(key: Comparator, bound: Fraction | Decimal) -> Threshold:
    """The threshold of a comparator with one number."""
    if key.kind.limit is Limit.FLOOR:
        return Threshold(low=Fraction(bound), strict=key.kind.strict)
    return Threshold(high=Fraction(bound), strict=key.kind.strict)
