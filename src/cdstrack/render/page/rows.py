"""Rows of tables: cells side by side in columns of fixed width.

Owns how names are shortened to the width of a column.
"""

from collections import Counter
from collections.abc import Set as AbstractSet
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from cdstrack.render.page.canvas import cell_text, grid
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

    def texts(self, row: tuple[Cell, ...]) -> list[Text]:
        """The cells of a row, each in the width of its column."""
        return [
            cell_text(_replaced(cell, shortened), width)
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


def print_row(console: Console, texts: list[Text], widths: list[int], gutter: int) -> None:
    """Prints the cells of a row side by side.

    Rich takes a millisecond to lay out a row, of which a large plan has thousands. Without colour
    there is nothing to lay out but blanks, unless a word is wider than its column.
    """
    cells = [text.plain.split("\n") for text in texts]
    fits = all(
        cell_len(line) <= width for cell, width in zip(cells, widths, strict=True) for line in cell
    )
    if console.color_system is not None or not fits:
        console.print(grid(texts, widths, gutter))
        return
    padded = (
        [line + " " * (width - cell_len(line) + gutter) for line in cell]
        for cell, width in zip(cells, widths, strict=True)
    )
    blanks = [" " * (width + gutter) for width in widths]
    for line in zip_longest(*padded):
        console.file.write("".join(part or blank for part, blank in zip(line, blanks, strict=True)))
        console.file.write("\n")
