"""CSV that a Vietnamese Excel opens correctly on a double click, and that import reads back.

Owns that dialect: byte order mark, semicolons, decimal comma, days first, CRLF.
"""

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from cdstrack.core.plan.values import format_decimal
from cdstrack.core.record.sheet import Qualified, Sheet, Value
from cdstrack.files.csv.lines import Echo, guarded
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_day
from cdstrack.words.parse.numbers import MOST_DECIMALS

_BYTE_ORDER_MARK = "\ufeff"


def excel_csv(grid: Sheet) -> Iterator[str]:
    """The table line by line, heading first."""
    writer = csv.writer(Echo(), delimiter=";", lineterminator="\r\n")
    yield _BYTE_ORDER_MARK + writer.writerow([column.heading for column in grid.columns])
    for row in grid.rows:
        yield writer.writerow([_text(value) for value in row])


def _text(value: Value) -> str:
    match value:
        case None:
            return ""
        case str():
            return guarded(clean(value))
        case date():
            return format_day(value, "vi")
        case float():
            return _number(Decimal(repr(round(value, MOST_DECIMALS))))
        case Qualified():
            return _number(value.value)
        case _:
            return _number(value)


def _number(number: Decimal) -> str:
    """The number with a decimal comma; three decimals get a fourth, not to look like thousands.

    >>> _number(Decimal("1.446")), _number(Decimal("67.84"))
    ('1,4460', '67,84')
    """
    whole, _, decimals = format_decimal(number).partition(".")
    decimals += "0" if len(decimals) == 3 else ""
    return f"{whole},{decimals}" if decimals else whole
