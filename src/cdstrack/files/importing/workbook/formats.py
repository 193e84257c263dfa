"""What a cell of a workbook shows: number formats, and days counted from a first one.

Owns which formats show a percentage, a day, a month or a year, and the content of a cell that is
formatted as a date. Knows no file format.
"""

import re
from datetime import date, timedelta
from enum import Enum, auto

from cdstrack.core.record.period import Period
from cdstrack.core.record.sheet import DAY_ZERO, CellContent, Fault
from cdstrack.words.parse.dates import FIRST_YEAR, LAST_YEAR

_LITERAL = re.compile(r'"[^"]*"|\* ?%|[\\_*].|\[[^\]]*\]', re.DOTALL)
"""Texts, escaped letters, padding as wide as a letter, letters that fill the cell, conditions.

A sign behind a fill stands at the edge of its cell; who sets it there has typed percentages.
"""
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]")
_HALF_DAY = re.compile(r"am/pm|a/p")
_MINUTES = re.compile(r"h[^a-z]*m+|m+(?=[^a-z]*s)")
_LAST_DAY = 2_958_465
"""31 December 9999, the last day that a workbook can count to."""


class Shown(Enum):
    """How a number format shows a number, if not as the number itself."""

    PERCENT = auto()
    DAY = auto()
    MONTH = auto()
    YEAR = auto()


BUILT_IN = {
    **dict.fromkeys(("9", "10"), Shown.PERCENT),
    **dict.fromkeys(("14", "15", "16", "22"), Shown.DAY),
    "17": Shown.MONTH,
    # In East Asian programs these are dates too; none of them shows a time alone.
    **dict.fromkeys(map(str, (*range(27, 32), 36, *range(50, 55), 57, 58)), Shown.DAY),
}
"""The formats that every workbook has without declaring them, by their numbers."""


def shown_by(code: str) -> Shown | None:
    r"""The kind of value that a section of a format shows; None for numbers, texts and times of day.

    >>> shown_by("0.00%"), shown_by("0.00_%"), shown_by("[$-42A]mm/yyyy"), shown_by("h:mm")
    (<Shown.PERCENT: 1>, None, <Shown.MONTH: 3>, None)
    """
    bare = _LITERAL.sub("", code).lower()
    if "%" in bare:
        return Shown.PERCENT
    if "general" in bare or _ELAPSED.search(code.lower()):
        return None
    first = _MINUTES.sub("", _HALF_DAY.sub("", bare))
    kinds = {"d": Shown.DAY, "m": Shown.MONTH, "y": Shown.YEAR}
    return next((kind for letter, kind in kinds.items() if letter in first), None)


def dated(number: float, shown: Shown, day_zero: date = DAY_ZERO) -> CellContent:
    """The content of a cell that counts days and is formatted as a date; None for a time of day.

    A year that was typed into such a cell is shown as a day of 1905; it is a fault (CDS358).

    >>> dated(44166, Shown.MONTH).text, dated(2019, Shown.DAY)
    ('2020-12', Fault(code='CDS358', value='2019'))
    """
    if not 1 <= number <= _LAST_DAY:
        return None
    if number in range(FIRST_YEAR, LAST_YEAR + 1):
        return Fault("CDS358", str(int(number)))
    try:
        return as_shown(day_zero + timedelta(days=int(number)), shown)
    except OverflowError:
        return None


def as_shown(day: date, shown: Shown | None) -> date | Period:
    """A day, or the month or year of it where only that is shown."""
    match shown:
        case Shown.MONTH:
            return Period.parse(day.isoformat()[:7])
        case Shown.YEAR:
            return Period.parse(day.isoformat()[:4])
        case _:
            return day
