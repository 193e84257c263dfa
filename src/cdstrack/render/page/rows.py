"""Rows of tables: cells side by side in columns of fixed width.

Owns how names are shortened to the width of a column.
"""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from rich.cells import cell_len
from rich.console import Console

from cdstrack.render.page.canvas import broken, cell_text, grid, painted
from cdstrack.render.page.folding import clipped, clipped_inside
from cdstrack.render.page.layout import Cell, Line, Page


class RowWriter:
    """Writes the cells of a page; names are shortened unless two would become one."""

    def __init__(self, page: Page, widths: list[int]) -> None:
        rows = [row for section in page.sections for row in section.rows]
        self._widths = widths
        self._shortened = [
            _shortened({row[place][0].text for row in rows if row[place]}, width)
            if column.clipped
            else {}
            for place, (column, width) in enumerate(zip(page.columns, widths, strict=True))
        ]

    def cells(self, row: tuple[Cell, ...]) -> list[Cell]:
        """The cells of a row, each in the width of its column."""
        return [
            broken(_replaced(cell, shortened), width)
            for cell, width, shortened in zip(row, self._widths, self._shortened, strict=True)
        ]


def _shortened(texts: AbstractSet[str], width: int) -> dict[str, str]:
    """What each text is shortened to; those that would become alike stay whole."""
    left = {text for text in texts if cell_len(text) > width}
    whole, short = set(texts) - left, dict[str, str]()
    for shorten in (clipped, clipped_inside):
        found = {text: shorten(text, width) for text in left}
        seen = Counter([*found.values(), *short.values(), *whole])
        short |= {text: each for text, each in found.items() if seen[each] == 1}
        left -= set(short)
    return short


def _replaced(cell: Cell, shortened: dict[str, str]) -> Cell:
    if not cell or not shortened:
        return cell
    first, *others = cell
    return (Line(shortened.get(first.text, first.text), first.tone), *others)


def print_row(console: Console, cells: Sequence[Cell], widths: Sequence[int], gutter: int) -> None:
    """Prints the broken cells of a row side by side.

    Rich takes a millisecond to lay out a row, of which a large plan has thousands. There is nothing
    to lay out but blanks, unless a word is wider than its column.
    """
    sizes = [[cell_len(line.text) for line in cell] for cell in cells]
    if any(size > width for found, width in zip(sizes, widths, strict=True) for size in found):
        texts = [cell_text(cell, width) for cell, width in zip(cells, widths, strict=True)]
        console.print(grid(texts, list(widths), gutter))
        return
    paint = _plain if console.color_system is None else painted
    for place in range(max(1, *map(len, cells))):
        for cell, found, width in zip(cells, sizes, widths, strict=True):
            if place < len(cell):
                console.file.write(paint(cell[place]) + " " * (width - found[place] + gutter))
            else:
                console.file.write(" " * (width + gutter))
        console.file.write("\n")


def _plain(line: Line) -> str:
    return line.text
