"""The canonical CSV of figures: read strictly, written so that it reads back exactly.

Owns the file's form: its header, its columns and the apostrophe that keeps a text from being
taken for a formula. What a row means belongs to `cdstrack.words.figure_row`. A file of any length
is read with one row in memory.
"""

import csv
import hashlib
import os
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, NamedTuple

from cdstrack.core.observation import Observation, format_decimal
from cdstrack.core.plan import Plan
from cdstrack.core.problem import ImportRefusedError, Problem, Severity
from cdstrack.files.csv_lines import CsvLines, Line, LineUnreadableError
from cdstrack.words.clean import clean
from cdstrack.words.figure_row import COLUMNS, FigureReader
from cdstrack.words.search import did_you_mean

MOST_PROBLEMS = 1000
"""Problems that are listed one by one; of a wholly wrong file the rest is counted."""
REQUIRED = ("indicator", "period", "value")
_TEXT_COLUMNS = {"indicator", "org_unit", "disaggregation", "document", "note"}
_FORMULA = ("=", "+", "-", "@", "'", "\t", "\r")
_OTHER_SIGNS = {";": ";", "\t": "tab"}


class Numbered(NamedTuple):
    """A figure and the line of the file that it begins on."""

    line: int
    figure: Observation


class Figures:
    """The figures of a file, read anew each time that one iterates.

    Iterating gives the sound rows; at its end `ImportRefusedError` carries every problem of the
    file, if there is one. `warnings` is complete then.
    """

    def __init__(self, path: Path, reader: FigureReader) -> None:
        self.path = path
        self.warnings: list[Problem] = []
        self._reader = reader
        self._problems: list[Problem] = []
        self._unlisted = 0

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the file, in hexadecimal; what is read later must be the same file.

        Raises:
            OSError: It cannot be read.
        """
        with self.path.open("rb") as file:
            self._seen = _state(file)
            return hashlib.file_digest(file, "sha256").hexdigest()

    def __iter__(self) -> Iterator[Numbered]:
        self.warnings, self._problems, self._unlisted = [], [], 0
        _ = self.digest
        with self.path.open("rb") as file:
            try:
                yield from self._rows(CsvLines(file, str(self.path)))
            except LineUnreadableError as error:
                self._found(error.problem)
            if _state(file) != self._seen:
                self._problems.insert(0, Problem("CDS311"))
        if self._unlisted:
            self._problems.append(Problem("CDS309", {"count": str(self._unlisted)}))
        if self._problems:
            raise ImportRefusedError(*self._problems)

    def _rows(self, lines: CsvLines) -> Iterator[Numbered]:
        rows = iter(lines)
        header = next(rows, None)
        if header is None:
            self._found(Problem("CDS304"))
            return
        columns = [clean(cell).strip() for cell in header.cells]
        wrong = _header_problems(columns, lines, header)
        if wrong:
            self._problems += wrong
            return
        for line in rows:
            figure = self._figure(line, columns, lines)
            if figure is not None:
                yield Numbered(line.number, figure)

    def _figure(self, line: Line, columns: list[str], lines: CsvLines) -> Observation | None:
        if len(line.cells) != len(columns):
            facts = {"found": str(len(line.cells)), "expected": str(len(columns))}
            self._found(Problem("CDS308", facts, place=lines.place(line)))
            return None
        texts = {
            column: _unguarded(cell, column)
            for column, cell in zip(columns, line.cells, strict=True)
        }
        figure, flaws = self._reader.read(texts)
        for column, problem in flaws:
            cell = columns.index(column) if column in columns else 0
            self._found(problem.placed(lines.place(line, cell)))
        return figure

    def _found(self, problem: Problem) -> None:
        if problem.severity is not Severity.ERROR:
            if len(self.warnings) < MOST_PROBLEMS:
                self.warnings.append(problem)
        elif len(self._problems) < MOST_PROBLEMS:
            self._problems.append(problem)
        else:
            self._unlisted += 1


def read_figures(
    path: Path, plan: Plan, *, today: date, documents: Collection[str] = ()
) -> Figures:
    """The figures of a canonical CSV file, validated against the plan as one iterates.

    Args:
        path: The file, in UTF-8, with or without a byte order mark.
        plan: Declares the indicators, bodies and documents that rows may name.
        today: A period that ends later than this day has not ended.
        documents: Keys of documents that the store keeps beside the plan's own.
    """
    return Figures(path, FigureReader(plan, today=today, documents=documents))


def _state(file: BinaryIO) -> tuple[int, int, int]:
    status = os.fstat(file.fileno())
    return status.st_ino, status.st_size, status.st_mtime_ns


def _header_problems(columns: list[str], lines: CsvLines, header: Line) -> list[Problem]:
    if len(columns) == 1:
        for sign, name in _OTHER_SIGNS.items():
            if sign in header.text:
                return [Problem("CDS303", {"sign": name}, place=lines.place(header))]
    problems = []
    for cell, column in enumerate(columns):
        facts = {"value": column}
        if column not in COLUMNS:
            facts["suggestions"] = ", ".join(did_you_mean(column, COLUMNS))
            problems.append(Problem("CDS305", facts, place=lines.place(header, cell)))
        elif column in columns[:cell]:
            problems.append(Problem("CDS307", facts, place=lines.place(header, cell)))
    missing = [column for column in REQUIRED if column not in columns]
    place = lines.place(header)
    return problems + [Problem("CDS306", {"column": each}, place=place) for each in missing]


def _unguarded(cell: str, column: str) -> str:
    if column in _TEXT_COLUMNS:
        cell = cell.removeprefix("'")
    return cell.strip()


def figure_lines(figures: Iterable[Observation]) -> Iterator[str]:
    """The canonical CSV line by line, header first, the figures in the order they come in."""
    writer = csv.writer(_Passing(), lineterminator="\n")
    yield writer.writerow(COLUMNS)
    for figure in figures:
        yield writer.writerow(_cells(figure))


def write_figures(figures: Iterable[Observation]) -> str:
    """The canonical CSV of the figures by indicator, org unit, part, end and period."""
    return "".join(figure_lines(sorted(figures, key=_order)))


class _Passing:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def _order(figure: Observation) -> tuple[object, ...]:
    period = figure.period
    return (figure.indicator, figure.org_unit, figure.disaggregation, period.end, period.text)


def _cells(figure: Observation) -> list[str]:
    return [
        _guarded(figure.indicator),
        _guarded(figure.org_unit),
        _guarded(figure.disaggregation),
        figure.period.text,
        _value(figure),
        _number(figure.numerator),
        _number(figure.denominator),
        _number(figure.stated),
        figure.qualifier,
        _guarded(figure.document or ""),
        figure.reported.text if figure.reported else "",
        _guarded(figure.note or ""),
    ]


def _value(figure: Observation) -> str:
    if figure.not_available is not None:
        return f"na:{figure.not_available}"
    return str(figure.state) if figure.state is not None else _number(figure.value)


def _number(number: Decimal | None) -> str:
    return "" if number is None else format_decimal(number)


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
