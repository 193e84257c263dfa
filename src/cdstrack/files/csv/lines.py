"""Reads a CSV text in stretches of thousands of rows, each row with its place in the file.

Owns separators, quoting, line numbers, and the apostrophe that keeps a text from being run as a
formula; knows nothing of what the cells mean. Only one stretch is in memory at a time.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import StringIO
from itertools import chain
from typing import TextIO

from cdstrack.core.problem import Place, Problem
from cdstrack.files.csv.columns import Table, cut_columns

AT_ONCE = 50_000
"""Characters of a stretch: few enough for its cells to stay in the processor's cache."""
_MOST_LINES = 10_000
"""Lines that one row may span; more means a quotation mark that was never closed."""
_BREAK = re.compile(r"\r\n|\r|\n")
_SEPARATORS = "\t;,"
"""Possible separators; of two that fit equally well the first wins, because texts contain commas."""
_DECLARED = re.compile(r'"?sep=([,;\t])"?\s*', re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')
_SHOWN = 200
_FORMULA = ("=", "+", "-", "@", "'", "\t", "\r")
"""Beginnings that a spreadsheet reads as a formula, and the apostrophe itself."""


class LineUnreadableError(Exception):
    """The file cannot be read beyond a line."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def guarded(text: str) -> str:
    """The text as it is written to a CSV file: with an apostrophe where it could be a formula.

    >>> guarded("=1+1"), guarded("'tis"), guarded("5")
    ("'=1+1", "''tis", '5')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def unguarded(text: str) -> str:
    """The text without the one apostrophe that `guarded` adds.

    >>> unguarded("'=1+1"), unguarded("''tis")
    ('=1+1', "'tis")
    """
    return text.removeprefix("'")


class Echo:
    """A file for `csv.writer` whose `write` returns the line."""

    def write(self, text: str) -> str:
        """The text."""
        return text


@dataclass(frozen=True)
class Stretch:
    """Consecutive rows; `written` is their text in the file, `first` the number of its first line.

    `read` are the rows if they were parsed already, which is required where a cell is quoted.
    """

    name: str
    first: int
    written: str
    separator: str
    read: list[list[str]] | None = None

    @cached_property
    def raw(self) -> list[str]:
        """The lines, each with its end."""
        return _lines(self.written)

    @cached_property
    def rows(self) -> list[list[str]]:
        """The rows, by cells."""
        return _rows(self.raw, self.separator)[0] if self.read is None else self.read

    def columns(self, width: int) -> Table | None:
        """The cells by column; None unless every row has `width` cells."""
        if self.read is None and (found := _cut(self.written, self.separator, width)):
            return found
        if set(map(len, self.rows)) != {width}:
            return None
        return Table(dict(enumerate(zip(*self.rows, strict=True))), {})

    @cached_property
    def lines(self) -> Sequence[int]:
        """The line on which each row begins."""
        if self.read is None:
            return range(self.first, self.first + _count(self.written))
        if len(self.read) == len(self.raw):
            return range(self.first, self.first + len(self.raw))
        lines, line = [], self.first
        for row in self.rows:
            lines.append(line)
            line += 1 + sum(len(_BREAK.findall(cell)) for cell in row)
        return lines

    def text(self, at: int) -> str:
        """A row as it is in the file."""
        begin, end = self.lines[at], self.lines[at + 1 : at + 2] or [self.first + len(self.raw)]
        return "".join(self.raw[begin - self.first : end[0] - self.first])

    def place(self, at: int, cell: int = 0) -> Place:
        """Where a cell of a row begins; the first row and the first cell are number 0."""
        text = self.text(at)
        before = _BREAK.split(text[: _start_of(text, cell, self.separator)])
        line = self.lines[at] + len(before) - 1
        shown = _BREAK.split(text)[len(before) - 1][:_SHOWN]
        return Place(self.name, line, len(before[-1]) + 1, ((line, shown),))


def read_stretches(file: TextIO, name: str, separator: str | None = None) -> Iterator[Stretch]:
    """The rows of an open text, blank ones included; the first row with content comes alone.

    Args:
        file: The text, with its line ends as they are.
        name: The file's name, for places.
        separator: What separates cells. None takes it from the file: from a first line `sep=…`,
            which is not a row, or else from the first row.

    Raises:
        LineUnreadableError: A row is not valid CSV.
    """
    line, begun = 1, False
    text = file.readline()
    if separator is None and text:
        declared = _DECLARED.fullmatch(text)
        if declared:
            line, text = 2, file.readline()
        separator = declared[1] if declared else None
    while text:
        cut = separator or find_separator(_lines(text)[0])
        wrong, raw, read = "", list[str](), 0
        if _is_plain(text):
            stretch, left = Stretch(name, line, text, cut), ""
        else:
            raw = _lines(text)
            rows, read, wrong = _rows(raw, cut)
            stretch = Stretch(name, line, "".join(raw[:read]), cut, rows)
            left = "".join(raw[read:])
        if stretch.written:
            yield stretch
        if not begun and any(map(str.strip, chain.from_iterable(stretch.rows))):
            begun, separator = True, cut
        # An unfinished row is parsed again with twice as much text, so that none is parsed often.
        more = file.read(max(AT_ONCE, len(left))) + file.readline() if begun else file.readline()
        if wrong and (not more or len(raw) - read >= _MOST_LINES):
            place = Place(name, line + read, 1, ((line + read, raw[read].rstrip()[:_SHOWN]),))
            raise LineUnreadableError(Problem("CDS302", _why(wrong), place=place))
        line, text = line + (read if raw else _count(text)), left + more


def _lines(text: str) -> list[str]:
    """The lines of a text, each with its line break, whichever kind it is."""
    return StringIO(text, newline="").readlines()


def _count(plain: str) -> int:
    """How many lines a plain text has, whether or not the last one ends in a line break."""
    return plain.count("\n") + (not plain.endswith("\n"))


def _is_plain(text: str) -> bool:
    """Whether splitting each line at the separators gives its cells: nothing is quoted."""
    if '"' in text or ("\r" in text and "\r" in text.replace("\r\n", "\n")):
        return False
    limit = csv.field_size_limit()
    return len(text) <= limit or max(map(len, _lines(text))) <= limit


def _cut(plain: str, separator: str, width: int) -> Table | None:
    # Without carriage returns there are no pairs to look for.
    text = plain.replace("\r\n", "\n") if "\r" in plain else plain
    return cut_columns(text, separator, width)


def _why(error: str) -> dict[str, str]:
    """The CSV reader's complaint as facts of CDS302."""
    if "unexpected end" in error:
        return {"open": '"'}
    if "field limit" in error:
        return {"limit": str(csv.field_size_limit())}
    return {"closed": '"'} if "expected after" in error else {"detail": error}


def is_declared(lines: Sequence[str]) -> bool:
    """Whether the first of these lines is `sep=…`."""
    return bool(lines) and _DECLARED.fullmatch(lines[0]) is not None


def find_separator(text: str) -> str:
    r"""The separator that splits most lines into the same number of cells; of several, into more.

    >>> find_separator('indicator;"a, b, c";period'), find_separator("Biểu 1, năm 2022\nA;B\nx;3,4\n")
    (';', ';')
    """
    lines = [line for line in _BREAK.split(_QUOTED.sub("", text)) if line.strip()]

    def score(separator: str) -> tuple[int, int]:
        counts = Counter(count for line in lines if (count := line.count(separator)))
        return max(((times, count) for count, times in counts.items()), default=(0, 0))

    best = max(_SEPARATORS, key=score)
    return best if score(best)[0] else ","


def _rows(raw: list[str], separator: str) -> tuple[list[list[str]], int, str]:
    """The complete rows, how many lines they take, and what is wrong with the next one.

    A row that continues after the last line is incomplete; more lines may complete it.
    """
    try:
        return list(csv.reader(raw, delimiter=separator, strict=True)), len(raw), ""
    except csv.Error:
        reader = csv.reader(raw, delimiter=separator, strict=True)
    rows, read = [], 0
    try:
        for row in reader:
            rows.append(row)
            read = reader.line_num
    except csv.Error as error:
        return rows, read, str(error)
    return rows, read, ""


def _start_of(text: str, cell: int, separator: str) -> int:
    """The position in a row's text at which a cell begins; the first cell is number 0."""
    position, quoted = 0, False
    for _ in range(cell):
        while position < len(text) and (quoted or text[position] != separator):
            # A doubled quote inside a quoted cell closes and opens it again.
            quoted ^= text[position] == '"'
            position += 1
        position += 1
    return min(position, len(text))
