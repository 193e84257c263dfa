"""The canonical CSV of figures: read strictly, written so that it reads back exactly.

Owns the file's form: its header, its columns and the apostrophe that keeps a text from being
taken for a formula. What a row means belongs to `cdstrack.files.importing.row`. A file of any length
is read with one row in memory.
"""

import csv
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Self, TextIO

from cdstrack.core.plan.model import Plan
from cdstrack.core.plan.values import format_decimal
from cdstrack.core.problem import ImportRefusedError, Place, Problem, ProblemList
from cdstrack.core.record.columns import NumberedObservation, ObservationColumns
from cdstrack.core.record.observation import Observation
from cdstrack.files.csv.lines import (
    Echo,
    LineUnreadableError,
    Stretch,
    guarded,
    read_stretches,
    unguarded,
)
from cdstrack.files.csv.sheet import MOST_COLUMNS, Progress, Remark
from cdstrack.files.importing.calendar import Calendar
from cdstrack.files.importing.canonical.columns import ColumnReader
from cdstrack.files.importing.row import COLUMNS, RowReader
from cdstrack.files.importing.uncertain import NamesMeant
from cdstrack.files.text.encodings import Encoded, examine, file_state
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.search import did_you_mean

REQUIRED = ("indicator", "period", "value")
_CALENDAR = Calendar()
_TEXT_COLUMNS = {"indicator", "org_unit", "disaggregation", "document", "note"}
_OTHER_SIGNS = {";": ";", "\t": "tab"}


class CanonicalFigures:
    """The figures of a canonical CSV file, read again on each iteration.

    Iterating gives the plainly sound rows together in columns, some thousand at a time, and the
    others one by one. At its end `ImportRefusedError` carries every problem of the file, if there
    is one; `warnings` is complete then.
    """

    is_interpreted = False
    remarks: Sequence[Remark] = ()
    uncertain = ()
    new_documents = ()
    has_other_problems = False

    def __init__(
        self, source: Encoded, columns: ColumnReader, reader: RowReader, progress: Progress
    ) -> None:
        self.path = source.path
        self.digest = source.digest
        self.rows = max(0, source.lines - 1)
        self.warnings: Sequence[Problem] = ()
        self._source = source
        self._columns = columns
        self._reader = reader
        self._progress = progress

    def __iter__(self) -> Iterator[NumberedObservation | ObservationColumns]:
        problems = ProblemList()
        self.warnings = problems.warnings
        with self._source.open() as file:
            try:
                yield from self._below_header(file, problems)
            except LineUnreadableError as error:
                problems.add(error.problem)
            if file_state(file) != self._source.state:
                problems.errors.insert(0, Problem("CDS311"))
        if problems.errors:
            raise ImportRefusedError(*problems.listed())

    def place(self, line: int) -> Place:
        """The place of a line."""
        return Place(str(self.path), line)

    def with_names(self, names: NamesMeant) -> Self:
        """The same: a canonical file has ids for names."""
        del names
        return self

    def _below_header(
        self, file: TextIO, problems: ProblemList
    ) -> Iterator[NumberedObservation | ObservationColumns]:
        stretches = read_stretches(file, str(self.path), ",")
        header = next((each for each in stretches if not is_blank(each.rows[0])), None)
        if header is None:
            problems.add(Problem("CDS304", place=self.place(1)))
            return
        cells = [clean(cell).strip() for cell in header.rows[0]]
        width = max(at for at, name in enumerate(cells, 1) if name)
        if width > MOST_COLUMNS:
            facts = {"found": str(width), "limit": str(MOST_COLUMNS)}
            problems.add(Problem("CDS359", facts, place=header.place(0)))
            return
        names = cells[:width]
        problems.errors += _header_problems(names, header)
        if problems.errors:
            return
        first = None
        for stretch in stretches if len(cells) == width else _narrowed(stretches, width):
            first = first or stretch
            yield from self._figures(stretch, names, problems)
            self._progress(file.buffer.tell() / max(1, self._source.size))
        if first and (problem := _CALENDAR.problem(self._columns.periods, canonical=True)):
            problems.add(problem.placed(first.place(0, names.index("period"))))

    def _figures(
        self, stretch: Stretch, names: list[str], problems: ProblemList
    ) -> Iterator[NumberedObservation | ObservationColumns]:
        """The figures of a stretch: the plainly sound rows together, then the others."""
        # Where no more warnings are listed, a row that only has one need not be looked at again.
        with_warnings = not problems.is_full_of_warnings
        table = stretch.columns(len(names))
        if table is None:
            doubtful, remarkable = [*range(len(stretch.lines))], list[int]()
        else:
            texts = {names[at]: column for at, column in table.own.items()}
            shared = {names[at]: text for at, text in table.shared.items()}
            figures, doubtful, remarkable = self._columns.read(
                texts, stretch.lines, shared, with_warnings=with_warnings
            )
            yield figures
        in_doubt = set(doubtful)
        for at in sorted(in_doubt.union(remarkable)):
            figure = self._figure(stretch, at, names, problems)
            if figure is not None and at in in_doubt:
                yield NumberedObservation(stretch.lines[at], figure)

    def _figure(
        self, stretch: Stretch, at: int, names: list[str], problems: ProblemList
    ) -> Observation | None:
        """The figure of one row; all that is wrong or doubtful about it is noted."""
        cells = stretch.rows[at]
        if is_blank(cells):
            return None
        if len(cells) != len(names):
            facts = {"found": str(len(cells)), "expected": str(len(names))}
            problems.add(Problem("CDS308", facts, place=stretch.place(at)))
            return None
        pairs = zip(names, cells, strict=True)
        figure, flaws = self._reader.read({name: _unguarded(cell, name) for name, cell in pairs})
        for column, problem in flaws:
            cell = names.index(column) if column in names else 0
            problems.add(problem.placed(stretch.place(at, cell)))
        return figure


def read_figures(
    source: Path | Encoded,
    plan: Plan,
    *,
    today: date,
    documents: Collection[str] = (),
    progress: Progress = lambda _: None,
) -> CanonicalFigures:
    """The figures of a canonical CSV file, validated against the plan as one iterates.

    Args:
        source: The file.
        plan: Declares the indicators, bodies and documents that rows may name.
        today: A period that ends later than this day has not ended.
        documents: Keys of documents that the store keeps beside the plan's own.
        progress: Receives, now and then, the fraction of the file that has been read.

    Raises:
        ImportRefusedError: The bytes are no text.
        OSError: The file cannot be read.
    """
    encoded = source if isinstance(source, Encoded) else examine(source)
    columns = ColumnReader(plan, today=today, documents=documents)
    reader = RowReader(plan, today=today, documents=documents)
    return CanonicalFigures(encoded, columns, reader, progress)


def is_blank(cells: Sequence[str]) -> bool:
    """Whether a row holds nothing that anybody sees."""
    return not any(map(str.strip, cells))


def _narrowed(stretches: Iterable[Stretch], width: int) -> Iterator[Stretch]:
    """The rows without what hangs over at the right, where that is empty, as Excel leaves it."""
    for stretch in stretches:
        rows = [row[:width] if is_blank(row[width:]) else row for row in stretch.rows]
        yield replace(stretch, read=rows)


def _header_problems(columns: list[str], header: Stretch) -> list[Problem]:
    if len(columns) == 1:
        for sign, name in _OTHER_SIGNS.items():
            if sign in header.raw[0]:
                return [Problem("CDS303", {"sign": name}, place=header.place(0))]
    problems = []
    for cell, column in enumerate(columns):
        facts = {"value": column}
        if column not in COLUMNS:
            facts["suggestions"] = ", ".join(did_you_mean(column, COLUMNS))
            problems.append(Problem("CDS305", facts, place=header.place(0, cell)))
        elif column in columns[:cell]:
            problems.append(Problem("CDS307", facts, place=header.place(0, cell)))
    missing = [column for column in REQUIRED if column not in columns]
    place = header.place(0)
    for column in missing:
        facts = {"column": column} | ({"on": "--on"} if column == "period" else {})
        problems.append(Problem("CDS306", facts, place=place))
    return problems


def _unguarded(cell: str, column: str) -> str:
    if column in _TEXT_COLUMNS:
        cell = unguarded(cell)
    return cell.strip()


def figure_lines(figures: Iterable[Observation]) -> Iterator[str]:
    """The canonical CSV line by line, header first, the figures in the order they come in."""
    writer = csv.writer(Echo(), lineterminator="\n")
    yield writer.writerow(COLUMNS)
    for figure in figures:
        yield writer.writerow(_cells(figure))


def _cells(figure: Observation) -> list[str]:
    return [
        guarded(figure.indicator),
        guarded(figure.org_unit),
        guarded(figure.disaggregation),
        figure.period.text,
        _value(figure),
        _number(figure.numerator),
        _number(figure.denominator),
        _number(figure.stated),
        figure.qualifier,
        guarded(figure.document or ""),
        figure.reported.text if figure.reported else "",
        guarded(figure.note or ""),
    ]


def _value(figure: Observation) -> str:
    if figure.not_available is not None:
        return f"na:{figure.not_available}"
    return str(figure.state) if figure.state is not None else _number(figure.value)


def _number(number: Decimal | None) -> str:
    return "" if number is None else format_decimal(number)
