"""What is over each column of a table: the lines of a heading, merged cells included.

Owns which texts belong to a heading and where it ends. A title that happens to be right above
is none of it. Knows nothing of periods and figures.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from cdstrack.core.record.period import Period
from cdstrack.core.record.sheet import CellContent, Number
from cdstrack.files.csv.sheet import BookSheet, shown
from cdstrack.files.importing.calendar import Calendar
from cdstrack.files.importing.form.heading_periods import mentioned
from cdstrack.files.importing.form.layout import Form

MOST_LINES = 3
_LARGEST_MERGED = 1 << 14
_YEARS = range(1990, 2101)
_LETTER = re.compile(r"[^\W\d_]")
Position = tuple[int, int]
Rows = Mapping[int, Sequence[CellContent]]
Lines = Mapping[int, tuple[str, ...]]
"""What is over each column, from the upper line to the lower."""


def covering(sheet: BookSheet) -> dict[Position, Position]:
    """For each cell of a merged area, the one that holds its content."""
    return {
        (row, column): (first, left)
        for first, left, last, right in sheet.merged
        if (last - first + 1) * (right - left + 1) <= _LARGEST_MERGED
        for row in range(first, last + 1)
        for column in range(left, right + 1)
    }


class HeadingLines:
    """The rows at the top of a sheet, from which headings are put together."""

    def __init__(self, sheet: BookSheet, top: Rows, form: Form) -> None:
        self._sheet, self._top, self._form = sheet, top, form
        self._merged = covering(sheet)

    def over(self, first: int, count: int) -> Lines:
        """The texts of these lines over each column."""
        rows = range(first, first + count)
        width = max((len(self._top.get(row, ())) for row in rows), default=0)
        titles = self._titles(rows, width)
        found = {}
        for index in range(1, width + 1):
            places = dict.fromkeys(self._place(row, index, rows) for row in rows)
            texts = (shown(self._content(each)) for each in places if each not in titles)
            if lines := tuple(filter(None, texts)):
                found[index] = lines
        return found

    def last(self, first: int, last: int, beside: Iterable[int]) -> int:
        """The last line of a heading of which these lines are known.

        Cells merged over several lines tell it, and so does a line that has words only where the
        columns `beside` the figures have none.
        """
        inside = range(first, last + 1)
        ends = [end for begun, _, end, _ in self._sheet.merged if begun in inside]
        found = min(max(ends, default=last), last + MOST_LINES)
        if self._form.heading_rows is None:
            while found - first + 1 < MOST_LINES and self._is_lower_line(found + 1, set(beside)):
                found += 1
        return max(found, last)

    def _is_lower_line(self, row: int, beside: set[int]) -> bool:
        cells = self._top.get(row, ())
        filled = {index: cell for index, cell in enumerate(cells, 1) if cell is not None}
        if not filled or not beside or min(filled) <= min(beside) or beside & filled.keys():
            return False
        calendar = self._form.habits.calendar
        return all(_may_head(cell, calendar) for cell in filled.values())

    def _titles(self, rows: range, width: int) -> set[Position]:
        """The merged cells that stretch over columns which have a heading of their own below."""
        wide = {
            (first, left): (last, range(left, min(right, width) + 1))
            for first, left, last, right in self._sheet.merged
            if first in rows and right > left
        }
        return {
            place
            for place, (last, columns) in wide.items()
            if any(
                self._is_beside(self._content(self._merged.get((row, index), (row, index))))
                for row in range(last + 1, rows.stop)
                for index in columns
            )
        }

    def _place(self, row: int, index: int, rows: range) -> Position:
        """The cell whose content is in a line over a column.

        Where nobody merges cells, a text counts for the columns at its right too, as far as the
        line below goes on and theirs is empty.
        """
        if (row, index) in self._merged or row + 1 not in rows:
            return self._merged.get((row, index), (row, index))
        left = index
        while left > 1 and self._is_bare((row, left)) and self._goes_on((row + 1, left)):
            left -= 1
        is_lent = (
            left < index and (row, left) not in self._merged and self._goes_on((row + 1, left))
        )
        return (row, left) if is_lent else (row, index)

    def _is_bare(self, place: Position) -> bool:
        return place not in self._merged and not shown(self._content(place))

    def _goes_on(self, place: Position) -> bool:
        cell = self._content(place)
        return place not in self._merged and bool(shown(cell)) and not self._is_beside(cell)

    def _is_beside(self, cell: CellContent) -> bool:
        text = shown(cell)
        return bool(text) and any(column.fits(text) for column in self._form.columns)

    def _content(self, place: Position) -> CellContent:
        cells = self._top.get(place[0], ())
        return cells[place[1] - 1] if place[1] <= len(cells) else None


def _may_head(cell: CellContent, calendar: Calendar) -> bool:
    """Whether a cell can be the lower line of a heading: words, or a period."""
    if isinstance(cell, Number):
        return cell.value in _YEARS
    text = shown(cell)
    if isinstance(cell, str) and _LETTER.search(text):
        return True
    when = mentioned(text, calendar)
    return isinstance(cell, str | date | Period) and bool(when.periods) and not when.rest
