"""What makes a table one that cannot be read: too many columns, rows of another width, faulty headings.

Reads no figures.
"""

from collections.abc import Iterator

from cdstrack.core.problem import Problem
from cdstrack.core.record.sheet import Fault
from cdstrack.files.csv.sheet import MOST_COLUMNS, BookSheet
from cdstrack.files.importing.form.heading import Heading


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
    """The rows of a text with more cells than its heading: a decimal comma has cut one in two (CDS308)."""
    if sheet.name is not None:
        return
    width = 0
    for row, cells in sheet.rows:
        if heading.first <= row <= heading.last:
            width = max(width, len(cells))
        elif heading.last < row <= last and any(cells[width:]):
            facts = {"found": str(len(cells)), "expected": str(width)}
            yield Problem("CDS308", facts, place=sheet.place(row, width + 1))


def _faulty(sheet: BookSheet, heading: Heading) -> Iterator[Problem]:
    """The headings of figures that are no text: a year formatted as a date, an error."""
    results = {each.index for each in heading.values}
    for row, cells in sheet.rows:
        if row > heading.last:
            return
        for index, cell in enumerate(cells, 1):
            if row >= heading.first and index in results and isinstance(cell, Fault):
                yield Problem(cell.code, {"value": cell.value}, place=sheet.place(row, index))
