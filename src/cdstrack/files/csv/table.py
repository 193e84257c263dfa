"""A CSV file as one table: any separator, any encoding that is known.

Owns how the cells of such a file become those of a table. The canonical CSV has a reader of its
own, `cdstrack.files.importing.canonical.reader`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cdstrack.core.problem import ImportRefusedError
from cdstrack.core.record.sheet import CellContent
from cdstrack.files.csv.formula_guard import unguarded
from cdstrack.files.csv.lines import LineUnreadableError, read_stretches
from cdstrack.files.importing.sheet import Book, Row, Sheet
from cdstrack.files.text.encodings import Encoded


@dataclass(frozen=True, slots=True)
class _CsvRows:
    """The rows of the file, read anew each time that one iterates."""

    source: Encoded

    def __iter__(self) -> Iterator[Row]:
        with self.source.open() as file:
            try:
                for stretch in read_stretches(file, str(self.source.path)):
                    for line, texts in zip(stretch.lines, stretch.rows, strict=True):
                        if any(texts):
                            yield line, tuple(map(_cell, texts))
            except LineUnreadableError as error:
                raise ImportRefusedError(error.problem) from None


def csv_book(source: Encoded) -> Book:
    """The file as a book of one sheet; rows are numbered by the lines that they begin on."""
    sheet = Sheet(str(source.path), _CsvRows(source), last_row=source.lines)
    return Book(source.path, source.digest, (sheet,))


def _cell(text: str) -> CellContent:
    return unguarded(text).strip() or None
