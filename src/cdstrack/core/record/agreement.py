"""Whether two numbers agree: an exact one with what a source printed, a kept one with what was typed.

Owns how a source may round, and the readings that a text may have had: which mark is the decimal
one, whether words or a unit multiplied it, and what a fraction gives. It knows no indicator, so it
accepts every reading that some indicator allows; what none allows was not written by this program.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from cdstrack.core.plan.values import format_decimal
from cdstrack.core.record.observation import to_decimal

_NUMBER = re.compile(r"\d+(?:[.,\s\u00a0\u202f]\d+)*", re.ASCII)
_GROUP_MARKS = str.maketrans("", "", " \u00a0\u202f\t")
_MAGNITUDES = tuple(Fraction(10) ** (3 * power) for power in range(-4, 5))
_SHARES = (1, 100, 1000, 10_000, 100_000)
"""What a fraction is multiplied by: not at all, to percent, and to cases in so many people."""


def can_mean(
    entered: str, value: Decimal, numerator: Decimal | None, denominator: Decimal | None
) -> bool:
    """Whether the text, or the fraction kept beside it, can have given the number.

    >>> can_mean("67,84%", Decimal("67.84"), None, None)
    True
    >>> can_mean("50", Decimal("83.554432"), None, None)
    False
    """
    numbers = _NUMBER.findall(entered)
    if not numbers or value in {to_decimal(each) for each in _of_fraction(numerator, denominator)}:
        return True
    kept = abs(value)
    return any(
        to_decimal(reading * scale) == kept
        for number in numbers
        for reading in _readings(number)
        for scale in _MAGNITUDES
    )


def _of_fraction(numerator: Decimal | None, denominator: Decimal | None) -> Iterator[Fraction]:
    if numerator is None or not denominator:
        return
    yield Fraction(numerator)
    for share in _SHARES:
        yield Fraction(numerator) / Fraction(denominator) * share


def _readings(number: str) -> Iterator[Fraction]:
    """The number with its last mark for the decimal one, and with all marks between groups."""
    plain = number.translate(_GROUP_MARKS).replace(",", ".")
    whole, mark, decimals = plain.rpartition(".")
    yield Fraction(plain.replace(".", ""))
    if mark:
        yield Fraction(f"{whole.replace('.', '') or '0'}.{decimals}")


def rounds_to(exact: Fraction, printed: Decimal) -> bool:
    """Whether a source that knows `exact` may print `printed`: half a last digit away at most.

    >>> exact = Fraction(981 * 100, 1446)
    >>> [rounds_to(exact, Decimal(printed)) for printed in ("68", "67.8", "67")]
    [True, True, False]
    """
    decimals = len(format_decimal(printed).partition(".")[2])
    return abs(exact - Fraction(printed)) <= Fraction(Decimal(5).scaleb(-decimals - 1))
