"""Typed tables: the cells of a sheet as they are read, and a sheet as it is to be written.

Knows no file format and no plan. Text and numbers are told apart because a number has no marks
that could be read in two ways.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from cdstrack.core.record.period import Period


@dataclass(frozen=True, slots=True)
class Number:
    """A cell that holds a number; `percent` where it is shown as a percentage.

    `value` is what is shown: 67.84 for a cell that holds 0.6784 and shows 67,84%.
    """

    value: Decimal
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell without a usable content, with the code of why and what it holds instead."""

    code: str
    value: str


CellContent = str | Number | date | Period | bool | Fault | None
"""The content of a cell; an empty one is None, and no text is empty.

A date is a day; one that is shown as a month or a year is that period.
"""


Value = str | Decimal | float | date | None
"""What one cell holds; no text is a formula, whatever it begins with."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its heading and its width in letters.

    `bar` draws the share (0 to 1) that its numbers are. `marks` gives the texts that are coloured
    the colour of a status.
    """

    heading: str
    width: int = 12
    bar: bool = False
    marks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a title; its rows are gone through once.

    `printed` is how many columns from the left go on paper, all of them unless given: the others
    serve sorting and calculation.
    """

    title: str
    columns: tuple[SheetColumn, ...]
    rows: Iterable[tuple[Value, ...]]
    printed: int | None = None
