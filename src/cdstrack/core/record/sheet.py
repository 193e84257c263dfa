"""Typed tables: the cells of a sheet as they are read, and a sheet as it is to be written.

Knows no file format and no plan. Text and numbers are told apart because a number has no marks
that could be read in two ways.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from typing_extensions import override

from cdstrack.core.record.period import Period

DAY_ZERO = date(1899, 12, 30)
"""Day 0 of a spreadsheet's day numbers, as they are from March 1900 on: before it Excel counts a
day too many."""


@dataclass(frozen=True, slots=True)
class Number:
    """A cell that holds a number; `percent` where it is shown as a percentage.

    `value` is what is shown: 67.84 for a cell that holds 0.6784 and shows 67,84%. `before` and
    `behind` are words that its format shows around it and that say how firm or large it is.
    """

    value: Decimal
    percent: bool = False
    before: str = ""
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell without a usable content, with the code of why and what it holds instead."""

    code: str
    value: str


CellContent = str | Number | date | Period | bool | Fault | None
"""The content of a cell; an empty one is None, and no text is empty.

A date is a day; one that is shown as a month or a year is that period.
"""


@dataclass(frozen=True, slots=True)
class Qualified:
    """A number that is shown with words around it, `trên 80`, and is still counted as a number."""

    value: Decimal
    before: str = ""
    after: str = ""

    @override
    def __str__(self) -> str:
        return f"{self.before}{self.value}{self.after}"


Value = str | Decimal | float | date | Qualified | None
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
    serve sorting and calculation. `above` are the lines over the table, its title first.
    """

    title: str
    columns: tuple[SheetColumn, ...]
    rows: Iterable[tuple[Value, ...]]
    printed: int | None = None
    above: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartLine:
    """A named line of a chart, in order of time. `look` says what it stands for, `group` of which part."""

    name: str
    look: str
    group: str
    points: tuple[tuple[date, Decimal | float], ...]


@dataclass(frozen=True, slots=True)
class SheetChart:
    """A chart over dates; `unit` is written along its height. `falls` puts the first rank on top."""

    title: str
    unit: str
    falls: bool
    lines: tuple[ChartLine, ...]


@dataclass(frozen=True, slots=True)
class ChartSheet:
    """A sheet of charts, and the sheet of the numbers that they are drawn from, with its headings."""

    title: str
    above: tuple[str, ...]
    charts: tuple[SheetChart, ...]
    numbers: Sheet
