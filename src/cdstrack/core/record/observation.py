"""An observation, and the exact number by which it is judged.

Owns the shape of a figure and of its cell. Knows nothing of how it was typed or is kept.
"""

from decimal import ROUND_HALF_EVEN, Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from cdstrack.core.frozen import Frozen
from cdstrack.core.plan.values import format_decimal
from cdstrack.core.plan.vocabulary import State, Unit
from cdstrack.core.record.period import Period

MILLIONTH = Decimal("0.000001")
SHARE_OF = {Unit.PERCENT: 100, Unit.PER_THOUSAND: 1000}
"""What a whole is, in the units that a part of a whole is written in."""


class Qualifier(StrEnum):
    """How exactly the source states the value."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    NEARLY = "nearly"
    ESTIMATE = "estimate"
    PRELIMINARY = "preliminary"
    DERIVED = "derived"


class Cell(NamedTuple):
    """The identity of an observation; a later one for the same cell is a revision."""

    indicator: str
    org_unit: str
    disaggregation: str
    period: str


class Observation(Frozen):
    """One figure. Exactly one of `value`, `state` and `not_available` is set.

    `value` is the decimal as stored, rounded to six decimals where it comes from a fraction;
    judge by `exact_value`. `disaggregation` is `""` for the whole, else `sector=du-lich` (several
    dimensions: sorted, joined by `;`). `entered` is the value as it was typed. `exact` is the
    unrounded number of a figure that was computed; none is ever stored.
    """

    indicator: str
    org_unit: str
    period: Period
    disaggregation: str = ""
    value: Decimal | None = None
    state: State | None = None
    not_available: str | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    stated: Decimal | None = None
    qualifier: Qualifier = Qualifier.EXACT
    document: str | None = None
    reported: Period | None = None
    note: str | None = None
    entered: str = ""
    id: int | None = None
    submission: int | None = None
    exact: Fraction | None = None

    @property
    def cell(self) -> Cell:
        """The cell of the figure."""
        return Cell(self.indicator, self.org_unit, self.disaggregation, self.period.text)

    @property
    def is_figure(self) -> bool:
        """Whether there is something to judge: a number or a state."""
        return self.value is not None or self.state is not None


@lru_cache(maxsize=16384)
def fraction_of(number: Decimal) -> Fraction:
    """The decimal as a fraction; a series is gone through more than once."""
    return Fraction(number)


def share(numerator: Decimal, denominator: Decimal, unit: Unit) -> Fraction:
    """The part of the whole, unrounded, in the unit's scale.

    Raises:
        KeyError: The unit is not one that shares are written in.
        ZeroDivisionError: The denominator is zero.

    >>> share(Decimal(981), Decimal(1446), Unit.PERCENT)
    Fraction(16350, 241)
    """
    return Fraction(numerator) / Fraction(denominator) * SHARE_OF[unit]


def exact_value(observation: Observation, unit: Unit) -> Fraction | None:
    """The number to judge by: what was computed, the fraction that was given, else the decimal."""
    if observation.exact is not None:
        return observation.exact
    whole = observation.numerator, observation.denominator
    if unit in SHARE_OF and whole[0] is not None and whole[1] is not None:
        return share(whole[0], whole[1], unit)
    return None if observation.value is None else fraction_of(observation.value)


def number_of(observation: Observation, unit: Unit) -> Fraction | None:
    """The unrounded number of a figure; a state counts as its rank."""
    if observation.state is not None:
        return Fraction(observation.state.rank)
    return exact_value(observation, unit)


def to_decimal(number: Fraction) -> Decimal:
    """The number with at most six decimals, half to even, without trailing zeros.

    >>> to_decimal(Fraction(98100, 1446))
    Decimal('67.842324')
    """
    millionths = number * 1_000_000
    scaled = Decimal(round(millionths)).scaleb(-6).quantize(MILLIONTH, ROUND_HALF_EVEN)
    return Decimal(format_decimal(scaled))
