"""The rows of a CSV file, one by one, each with its place in the file.

Owns encoding, quoting and line numbers; knows nothing of what the cells mean. However large the
file is, one row of it is held.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from cdstrack.core.problem import Place, Problem

LONGEST_LINE = 1 << 20
"""Bytes of one line; more than that is no row of figures."""
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its cells, the line it begins on, and its text as it stands in the file."""

    number: int
    cells: list[str]
    text: str


class LineUnreadableError(Exception):
    """The file cannot be read past a line."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


class CsvLines:
    """The rows of an open file; blank lines are passed over.

    Iterating raises `LineUnreadableError` where the file stops being UTF-8 or CSV.
    """

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file = file
        self._name = name
        self._number = 0
        self._row: list[str] = []

    def __iter__(self) -> Iterator[Line]:
        reader = csv.reader(self._texts(), strict=True)
        while True:
            self._row.clear()
            first = self._number + 1
            try:
                cells = next(reader, None)
            except csv.Error as error:
                raise self._unreadable("CDS302", detail=str(error)) from error
            if cells is None:
                return
            if any(cells):
                yield Line(first, cells, "".join(self._row))

    def place(self, line: Line, cell: int = 0) -> Place:
        """Where a cell of a row begins; the first one is number 0."""
        before = _start_of(line.text, cell)
        number = line.number + line.text.count("\n", 0, before)
        column = before - line.text.rfind("\n", 0, before)
        text = line.text.split("\n")[number - line.number].rstrip("\r")
        return Place(self._name, number, column, ((number, text[:_SHOWN]),))

    def _texts(self) -> Iterator[str]:
        while line := self._file.readline(LONGEST_LINE):
            self._number += 1
            if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
                raise self._unreadable("CDS312", limit=str(LONGEST_LINE))
            if self._number == 1:
                line = line.removeprefix(_BYTE_ORDER_MARK)
            try:
                text = line.decode()
            except UnicodeDecodeError:
                raise self._unreadable("CDS301") from None
            self._row.append(text)
            yield text

    def _unreadable(self, code: str, **facts: str) -> LineUnreadableError:
        place = Place(self._name, self._number)
        return LineUnreadableError(Problem(code, facts, place=place))


def _start_of(text: str, cell: int) -> int:
    """The position in a row's text at which a cell begins."""
    position, quoted = 0, False
    for _ in range(cell):
        while position < len(text) and (quoted or text[position] != ","):
            # A doubled quote inside a quoted cell closes and opens it again.
            quoted ^= text[position] == '"'
            position += 1
        position += 1
    return min(position, len(text))
