"""How far down a table goes, and which of its columns nobody reads.

Owns where signatures and notes below a table begin, and the columns that hold something which no
rule takes up: that is told, so that no figure is lost in silence. Reads no figures.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import islice

from cdstrack.core.record.sheet import CellContent
from cdstrack.files.importing.form.free_row import shown
from cdstrack.files.importing.form.heading import Heading
from cdstrack.files.importing.form.layout import Form
from cdstrack.files.importing.sheet import Remark, Sheet
from cdstrack.words.labels.cell_names import column_letters
from cdstrack.words.parse.search import unmarked

MOST_TOLD = 12
_NUMBERING = re.compile(r"\(?\s*(?:\d{1,2}|[A-Za-z])\s*\)?(?:\s*=.*)?")
_LONGEST_NUMBER = 6
_SIGNED = re.compile(r"\bngay\b[\W\d]*\bthang\b[\W\d]*\bnam\b")
"""The place and the day over a signature."""


@dataclass(frozen=True, slots=True)
class Extent:
    """The last row with a number of its own or a figure, and the columns that hold something.

    `no_body` are the rows below the heading that number its columns or say it again.
    """

    last: int
    filled: frozenset[int]
    no_body: frozenset[int]


def extent(sheet: Sheet, heading: Heading) -> Extent:
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
    return Extent(last, frozenset(filled), frozenset(no_body))


def looks_like_figure(cell: CellContent) -> bool:
    """Whether a cell can hold a figure: a number, or words with digits that no signature has."""
    if not isinstance(cell, str):
        return cell is not None
    return any(letter.isdigit() for letter in cell) and not _SIGNED.search(unmarked(cell))


def unread(sheet: Sheet, heading: Heading, form: Form, filled: Collection[int]) -> list[Remark]:
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
    return [Remark("form.columns_unread" if sheet.name else "form.columns_unread_csv", facts)]


def told_first(places: Collection[str]) -> str:
    """The first of many places in one text."""
    return ", ".join(islice(places, MOST_TOLD)) + (", …" if len(places) > MOST_TOLD else "")


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
