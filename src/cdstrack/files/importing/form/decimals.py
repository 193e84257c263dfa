"""Numbers with more decimals than are kept: a sheet computes with more of them than it shows.

Owns the rounding of a cell, whether it is a number or text.
"""

import re
from decimal import Decimal

from cdstrack.core.plan.values import LARGEST, format_decimal
from cdstrack.core.record.sheet import Number
from cdstrack.words.parse.ambiguity import with_point
from cdstrack.words.parse.numbers import MOST_DECIMALS

_LONG = re.compile(r"(?P<whole>-?\d{1,12})[.,](?P<decimals>\d{7,40})(?P<sign>\s*[%‰]?)", re.ASCII)
"""A number with so many decimals that its mark cannot group thousands."""


def rounded(text: str) -> str:
    """A plain number in text, with the decimals that are kept, as a cell with that number has.

    >>> rounded("12.1234567891"), rounded("12.123456"), rounded("khoảng 12.12345678")
    ('12.123457', '12.123456', 'khoảng 12.12345678')
    """
    match = _LONG.fullmatch(text)
    if match is None:
        return text
    number = Decimal(f"{match['whole']}.{match['decimals']}")
    return with_point(format_decimal(round(number, MOST_DECIMALS)), ".") + match["sign"]


def kept(number: Number) -> Decimal:
    """The number as it can be kept: a sheet computes with more decimals than it shows."""
    too_large = abs(number.value) > LARGEST
    return number.value if too_large else round(number.value, MOST_DECIMALS)
