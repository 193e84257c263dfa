"""A table of typed values under headings: what a spreadsheet is given.

Owns that shape alone. Numbers stay numbers and days days; how they look is decided where they are
written, what they say where they are made.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

Value = str | Decimal | float | date | None
"""What one cell holds; no text is a formula, whatever it begins with."""


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: its heading and its width in letters.

    `bar` draws the share (0 to 1) that its numbers are. `marks` gives the texts that are coloured
    the colour of a status.
    """

    heading: str
    width: int = 12
    bar: bool = False
    marks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a title; its rows are gone through once.

    `printed` is how many columns from the left go on paper, all of them unless given: the others
    are there to sort and to reckon by.
    """

    title: str
    columns: tuple[GridColumn, ...]
    rows: Iterable[tuple[Value, ...]]
    printed: int | None = None
