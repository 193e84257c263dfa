"""The two counts of a fraction: `981/1.446`.

Owns what may stand before and after the slash. Knows no indicator.
"""

from decimal import Decimal

from cdstrack.core.plan.values import format_decimal
from cdstrack.core.problem import Problem
from cdstrack.words.parse.numbers import read_number


def read_parts(text: str, entered: str) -> tuple[Decimal, Decimal] | Problem:
    """What stands before and after the slash; never a zero after it."""
    if text.count("/") > 1:
        return Problem("CDS201", {"value": entered})
    first, _, last = text.partition("/")
    numerator, denominator = _read_part(first.strip()), _read_part(last.strip())
    if isinstance(numerator, Problem):
        return numerator
    if isinstance(denominator, Problem):
        return denominator
    return (numerator, denominator) if denominator else Problem("CDS208", {"value": entered})


def _read_part(text: str) -> Decimal | Problem:
    """A count of things: `1.446` is 1446, for nobody counts 1,446 of them."""
    readings = read_number(text)
    if isinstance(readings, Problem):
        return readings
    number = readings[0]
    if number < 0 or number != int(number):
        return Problem("CDS204", {"value": text})
    return Decimal(format_decimal(number))
