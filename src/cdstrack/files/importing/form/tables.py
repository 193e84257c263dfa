"""Where a form's tables are in a book, how far down each goes, and what of it nobody reads.

Owns the choice of sheets, the beginning of signatures and notes below a table, and the remarks
about columns that are passed over, so that no figure is lost unnoticed. Reads no
figures.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from cdstrack.core.problem import Place, Problem
from cdstrack.core.record.period import Period
from cdstrack.core.record.sheet import CellContent, Number
from cdstrack.files.csv.sheet import Book, BookSheet, Remark, shown
from cdstrack.files.importing.form.heading import Heading, find_heading, unclear_columns
from cdstrack.files.importing.form.layout import REQUIRED, Form
from cdstrack.files.importing.form.remarks import (
    commented,
    firmness,
    hidden,
    skipped,
    told_first,
    unread_sheet,
)
from cdstrack.files.importing.form.shape import misshapen
from cdstrack.words.labels.cells import column_letters
from cdstrack.words.parse.search import unmarked

_NUMBERING = re.compile(r"\(?\s*(?:\d{1,2}|[A-Za-z])\s*\)?(?:\s*=.*)?")
_LONGEST_NUMBER = 6
_FIGURE = re.compile(r"\s*[-+]?\d[\d.,\s]*[%‰]?\s*")
_SIGNED = re.compile(r"\bngay\b[\W\d]*\bthang\b[\W\d]*\bnam\b")
"""The place and the day over a signature."""
"""The names of sheets that the program itself writes and does not read."""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet in which the form's heading was found, with the sheet's number in the file.

    `last` is the last row with a number of its own or a figure; below it are notes and names.
    `no_body` are rows below the heading that belong to it.
    """

    number: int
    sheet: BookSheet
    heading: Heading
    last: int = 0
    no_body: Collection[int] = ()


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a file; `remarks` are about sheets and rows that a reader does not see."""

    found: tuple[Table, ...] = ()
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether there are tables, and no column is missing in them."""
        return bool(self.found) and all(each.code != "CDS306" for each in self.problems)


def find_tables(book: Book, form: Form) -> Tables:
    """The sheets that hold the form.

    A sheet with a part of the heading is another kind of table where a further one has all of it.
    """
    headings = [_heading(sheet, form) for sheet in book.sheets]
    found = [each for each in headings if each is not None]
    if not found:
        needed = [each for each in (*form.columns, *form.values) if each.name in REQUIRED]
        wanted = ", ".join(" / ".join(each.headings[:2]) for each in needed if each.headings)
        facts = {"form": form.name, "columns": wanted}
        return Tables(problems=(Problem("CDS346", facts, place=Place(str(book.path), 1)),))
    only_whole = any(each.is_whole for each in found)
    parts = [
        _tables_of(number, sheet, heading, form)
        if heading and (heading.is_whole or not only_whole)
        else Tables(remarks=tuple(unread_sheet(sheet)))
        for number, (sheet, heading) in enumerate(zip(book.sheets, headings, strict=True))
    ]
    return Tables(
        tuple(table for part in parts for table in part.found),
        tuple(problem for part in parts for problem in part.problems),
        tuple(remark for part in parts for remark in part.remarks),
    )


def _heading(sheet: BookSheet, form: Form) -> Heading | None:
    if sheet.hidden or not form.reads(sheet.name or ""):
        return None
    return find_heading(sheet, form)


def _tables_of(number: int, sheet: BookSheet, heading: Heading, form: Form) -> Tables:
    """The table of a sheet, with the problems of its columns."""
    size = _extent(sheet, heading)
    problems = heading.problems or (
        *misshapen(sheet, heading, size.last),
        *_undated(sheet, heading, form),
        *unclear_columns(heading, sheet, size.filled.intersection(heading.unclear)),
    )
    remarks = [*hidden(sheet, heading), *commented(sheet, heading)]
    if not problems:
        remarks += _unread(sheet, heading, form, size.filled)
        remarks += skipped(sheet, heading, form)
        remarks += firmness(sheet, heading, form, size.last)
    table = Table(number, sheet, heading, size.last, size.no_body)
    return Tables((table,), tuple(problems), tuple(remarks))


def _undated(sheet: BookSheet, heading: Heading, form: Form) -> list[Problem]:
    """The columns of figures without a period, with the column in which one may be."""
    if "period" in heading.columns:
        return []
    undated = dict.fromkeys(each.index for each in heading.values if each.period is None)
    proposed = (
        {"proposed": heading.called(dates[0])} if (dates := _dates(sheet, heading, form)) else {}
    )
    return [
        Problem("CDS347", proposed, place=sheet.place(heading.last, index)) for index in undated
    ]


def _dates(sheet: BookSheet, heading: Heading, form: Form) -> list[int]:
    """The columns that nothing reads and that hold nothing but days or periods."""
    read = {*heading.columns.values(), *(each.index for each in heading.values)}
    held: dict[int, bool] = {}
    for row, cells in sheet.rows:
        if row <= heading.last:
            continue
        for index, cell in enumerate(cells, 1):
            if cell is not None and index not in read and held.get(index, True):
                held[index] = _is_date(cell, form)
    return [index for index in sorted(held) if held[index] and heading.called(index)]


def _is_date(cell: CellContent, form: Form) -> bool:
    if isinstance(cell, str):
        return isinstance(form.habits.calendar.read(cell), Period)
    return isinstance(cell, date | Period)


@dataclass(frozen=True, slots=True)
class _Extent:
    """The last row with a number of its own or a figure, and the columns that hold something.

    `no_body` are the rows below the heading that number its columns or say it again.
    """

    last: int
    filled: frozenset[int]
    no_body: frozenset[int]


def _extent(sheet: BookSheet, heading: Heading) -> _Extent:
    """How far a table goes below its heading."""
    names = heading.columns.get("indicator", 1)
    results = {each.index for each in heading.values}
    results |= {
        heading.columns[name] for name in ("numerator", "denominator") if name in heading.columns
    }
    last = heading.last
    filled: set[int] = set()
    waiting: set[int] = set()
    no_body: set[int] = set()
    for row, cells in sheet.rows:
        if row <= heading.last:
            continue
        if _is_numbering(row, cells, heading) or _repeats(cells, heading):
            no_body.add(row)
            continue
        held = {index: cell for index, cell in enumerate(cells, 1) if cell is not None}
        is_numbered = any(_is_number(held.get(index)) for index in range(1, names))
        figures = {
            index for index, cell in held.items() if index > names and looks_like_figure(cell)
        }
        waiting |= {index for index in held if shown(held[index])}
        if is_numbered or figures:
            filled |= waiting
            waiting.clear()
        if is_numbered or not figures.isdisjoint(results):
            last = row
    return _Extent(last, frozenset(filled), frozenset(no_body))


def looks_like_figure(cell: CellContent) -> bool:
    """Whether a cell can hold a figure: a number, or words with digits that no signature has."""
    if not isinstance(cell, str):
        return cell is not None
    return any(letter.isdigit() for letter in cell) and not _SIGNED.search(unmarked(cell))


def is_figure(cell: CellContent) -> bool:
    """Whether a cell holds a number and nothing else, as a title never does.

    >>> is_figure("67,84 %"), is_figure("Biểu số 1"), is_figure("2022")
    (True, False, True)
    """
    return isinstance(cell, Number) or (isinstance(cell, str) and bool(_FIGURE.fullmatch(cell)))


def _unread(
    sheet: BookSheet, heading: Heading, form: Form, filled: Collection[int]
) -> list[Remark]:
    """That columns hold something which nothing reads, unless the form knows that they do."""
    read = {*heading.columns.values(), *(each.index for each in heading.values)}
    names = heading.columns.get("indicator", 1)
    left = [
        index for index in sorted(set(filled) - read) if not _is_known(index, names, heading, form)
    ]
    if not left:
        return []
    told = [
        f'{column_letters(index)} "{heading.called(index)}"'.removesuffix(' ""') for index in left
    ]
    facts = {"sheet": sheet.name or "", "columns": told_first(told)}
    key = "form.columns_unread" if sheet.name else "form.columns_unread_csv"
    dates = [] if "period" in heading.columns else _dates(sheet, heading, form)
    proposed = [
        Remark("form.period_proposed", {"column": heading.called(index)})
        for index in dates
        if index in left
    ]
    return [Remark(key, facts), *proposed]


def _is_known(index: int, names: int, heading: Heading, form: Form) -> bool:
    lines = heading.over.get(index, ())
    if not lines:
        return index < names
    return any(map(form.ignores, (*lines, " ".join(lines))))


def _is_number(cell: CellContent) -> bool:
    """Whether this numbers a row: `1`, `1.2`, `II`, `a)`."""
    text = shown(cell)
    return bool(text) and len(text) <= _LONGEST_NUMBER and " " not in text


def _repeats(cells: tuple[CellContent, ...], heading: Heading) -> bool:
    """Whether this is a line of the heading once more, as on every page of a long form."""
    texts = {index: text for index, cell in enumerate(cells, 1) if (text := shown(cell))}
    places = {each.index for each in heading.values} | {heading.columns.get("indicator", 0)}
    if places.isdisjoint(texts):
        return False
    return all(text in heading.over.get(index, ()) for index, text in texts.items())


def _is_numbering(row: int, cells: tuple[CellContent, ...], heading: Heading) -> bool:
    """Whether this is the row right under a heading that numbers its columns: (1), (2), (3)."""
    if row != heading.last + 1:
        return False
    texts = [shown(cell) for cell in cells if cell is not None]
    return len(texts) > 2 and all(_NUMBERING.fullmatch(text) for text in texts)
