"""What makes a table one that cannot be read: too many columns, rows of another width, faulty headings.

Reads no figures.
"""

import re
from collections.abc import Iterator

from cdstrack.core.problem import Problem
from cdstrack.core.record.sheet import CellContent, Fault
from cdstrack.files.csv.sheet import MOST_COLUMNS, BookSheet
from cdstrack.files.importing.form.heading import Heading

_WHOLE = re.compile(r"-?\d{1,3}(?:\.\d{3})+|-?\d+", re.ASCII)
_DECIMALS = re.compile(r"\d{1,6} ?%?", re.ASCII)


def misshapen(sheet: BookSheet, heading: Heading, last: int) -> Iterator[Problem]:
    """The problems with the shape of a table that ends with the row `last`."""
    yield from _too_wide(sheet)
    yield from _ragged(sheet, heading, last)
    yield from _faulty(sheet, heading)


def _too_wide(sheet: BookSheet) -> Iterator[Problem]:
    """That a table has more columns than are read (CDS359)."""
    if sheet.last_column > MOST_COLUMNS:
        facts = {"found": str(sheet.last_column), "limit": str(MOST_COLUMNS)}
        yield Problem("CDS359", facts, place=sheet.place(1, MOST_COLUMNS + 1))


def _ragged(sheet: BookSheet, heading: Heading, last: int) -> Iterator[Problem]:
    """The rows of a text with more cells than its heading: a decimal comma has cut one in two (CDS308).

    Between commas even an empty cell too many tells it, unless all rows have it, and so does a
    whole number beside a note that is nothing but digits.
    """
    if sheet.name is not None:
        return
    width = max((len(cells) for row, cells in sheet.rows if row <= heading.last), default=0)
    lengths = {len(cells) for row, cells in sheet.rows if heading.last < row <= last}
    has_commas = sheet.separator == ","
    is_uneven = has_commas and len(lengths) > 1
    for row, cells in sheet.rows:
        if not heading.last < row <= last:
            continue
        place = sheet.place(row, width + 1)
        if any(cells[width:]) or (is_uneven and len(cells) > width):
            facts = {"found": str(len(cells)), "expected": str(width)}
            yield Problem("CDS308", facts, place=place)
        elif has_commas and (cut := _cut(cells, heading)):
            yield Problem("CDS308", cut, place=sheet.place(row, heading.columns["note"]))


def _cut(cells: tuple[CellContent, ...], heading: Heading) -> dict[str, str]:
    """A whole number, and a note behind it that may be its decimals; empty where there is none."""
    note = heading.columns.get("note", 0)
    held = {at: cell for at, cell in enumerate(cells, 1) if isinstance(cell, str)}
    digits = held.get(note, "")
    if not _DECIMALS.fullmatch(digits):
        return {}
    before = [
        held[each.index] for each in heading.values if each.index < note and each.index in held
    ]
    whole = next((text for text in before if _WHOLE.fullmatch(text)), None)
    return {} if whole is None else {"value": whole, "note": digits}


def _faulty(sheet: BookSheet, heading: Heading) -> Iterator[Problem]:
    """The headings of figures that are no text: a year formatted as a date, an error."""
    results = {each.index for each in heading.values}
    for row, cells in sheet.rows:
        if row > heading.last:
            return
        for index, cell in enumerate(cells, 1):
            if row >= heading.first and index in results and isinstance(cell, Fault):
                yield Problem(cell.code, {"value": cell.value}, place=sheet.place(row, index))
