"""Tables as they arrive, whatever file they are in: books of sheets of rows of cells.

Owns the places of cells, and how a CSV file of any separator and known encoding becomes a book of
one sheet. Knows nothing of what a column means.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from cdstrack.core.plan.values import format_decimal
from cdstrack.core.problem import ImportRefusedError, Place, Problem
from cdstrack.core.record.period import Period, Precision
from cdstrack.core.record.sheet import DAY_ZERO, CellContent, Fault, Number
from cdstrack.files.csv.lines import (
    LineUnreadableError,
    Stretch,
    find_separator,
    is_declared,
    read_stretches,
    unguarded,
)
from cdstrack.files.text.encodings import Encoded
from cdstrack.words.parse.clean import clean

_LOOKED_AT = 200
"""Lines at the top of a text from which its separator is found."""
MOST_COLUMNS = 256
"""Columns of a table that are read; people fill in no table with more."""
Progress = Callable[[float], None]
"""Receives the fraction of a file that has been read, from 0 to 1."""
Row = tuple[int, tuple[CellContent, ...]]
"""The number of a row, from 1, and its cells up to the last one that is not empty."""
Area = tuple[int, int, int, int]
"""First row, first column, last row and last column, from 1."""


class Remark(NamedTuple):
    """A remark about a file, not a mistake; `key` is one of `cdstrack.words.talk.general`.

    `periods` are further facts in canonical form, which each language formats.
    """

    key: str
    facts: Mapping[str, str]
    periods: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class BookSheet:
    """One table; `rows` can be iterated repeatedly and omit empty rows.

    `name` is None if the file has one table only. `merged` are the merged areas, whose first cell
    holds the content. `separator` is what a text was seen to be cut by; None where it says so itself,
    and of a workbook. `comments` are the comments on cells, by row and column.
    """

    file: str
    rows: Iterable[Row]
    name: str | None = None
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Area, ...] = ()
    last_row: int = 0
    last_column: int = 0
    comments: Mapping[tuple[int, int], str] = field(default_factory=dict)
    separator: str | None = None

    def place(self, row: int, column: int = 1) -> Place:
        """The place of a cell; rows and columns count from 1."""
        return Place(self.file, row, column, sheet=self.name)


@dataclass(frozen=True, slots=True)
class Book:
    """A file with its sheets; `digest` is the SHA-256 of its bytes.

    `day_zero` is day 0 of the day numbers in the file.
    """

    path: Path
    digest: str
    sheets: tuple[BookSheet, ...]
    day_zero: date = DAY_ZERO


@dataclass(frozen=True, slots=True)
class _CsvRows:
    """The rows of a CSV file, read anew by each iteration, so that none stay in memory."""

    source: Encoded
    separator: str | None

    def __iter__(self) -> Iterator[Row]:
        with self.source.open() as file:
            try:
                for stretch in read_stretches(file, str(self.source.path), self.separator):
                    for at, texts in enumerate(stretch.rows):
                        if any(texts):
                            _refuse_wide(texts, stretch, at)
                            cells = tuple(unguarded(text).strip() or None for text in texts)
                            yield stretch.lines[at], cells
            except LineUnreadableError as error:
                raise ImportRefusedError(error.problem) from None


def _refuse_wide(texts: Sequence[str], stretch: Stretch, at: int) -> None:
    """Refuses a row with content beyond the columns that are read.

    Raises:
        ImportRefusedError: CDS359.
    """
    if any(texts[MOST_COLUMNS:]):
        facts = {"found": str(len(texts)), "limit": str(MOST_COLUMNS)}
        raise ImportRefusedError(Problem("CDS359", facts, place=stretch.place(at)))


def csv_book(source: Encoded) -> Book:
    """The file as a book of one sheet; a row has the number of the line on which it begins."""
    with source.open() as file:
        top = list(islice(file, _LOOKED_AT))
    # A title above the heading may contain commas that are not separators, or no separator.
    separator = None if is_declared(top) else find_separator("".join(top))
    rows = _CsvRows(source, separator)
    sheet = BookSheet(str(source.path), rows, last_row=source.lines, separator=separator)
    return Book(source.path, source.digest, (sheet,))


def shown(cell: CellContent) -> str:
    """The content of a cell as text for people."""
    match cell:
        case None:
            return ""
        case Number():
            number = format_decimal(cell.value) + "%" * cell.percent
            return f"{cell.before}{number}{cell.behind}".strip()
        case Fault():
            return cell.value
        case str():
            return clean(cell).strip()
        case Period(precision=Precision.MONTH):
            return f"{cell.end:%m/%Y}"
        case _:
            return cell.text if isinstance(cell, Period) else str(cell).upper()
