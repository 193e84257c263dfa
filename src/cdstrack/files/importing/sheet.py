"""Tables as they arrive, whatever file they stand in: sheets of rows of cells.

Owns the names of places in a table (`Sheet1!C7`). Knows neither a file format nor what a column
means.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cdstrack.core.problem import Place
from cdstrack.core.record.sheet import CellContent
from cdstrack.files.importing.form.free_row import DAY_ZERO

Progress = Callable[[float], None]
"""Is told what part of a file has been read, from 0 to 1."""
Row = tuple[int, tuple[CellContent, ...]]
"""The number of a row, from 1, and its cells up to the last one that holds something."""
Area = tuple[int, int, int, int]
"""First row, first column, last row and last column, from 1."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table; `rows` can be gone through again and leave out those that are empty.

    `name` is None where the file is one table. `merged` are the areas that are shown as one cell,
    which holds the content of their first one.
    """

    file: str
    rows: Iterable[Row]
    name: str | None = None
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Area, ...] = ()
    last_row: int = 0

    def place(self, row: int, column: int = 1) -> Place:
        """Where a cell stands; rows and columns count from 1."""
        return Place(self.file, row, column, sheet=self.name)


@dataclass(frozen=True, slots=True)
class Book:
    """A file with its sheets; `digest` is the SHA-256 of its bytes.

    `day_zero` is the day from which numbers count days, where the file counts them.
    """

    path: Path
    digest: str
    sheets: tuple[Sheet, ...]
    day_zero: date = DAY_ZERO


class Remark(NamedTuple):
    """Something to be told about a file that is no mistake; a key of `cdstrack.words.talk.general`."""

    key: str
    facts: Mapping[str, str]
