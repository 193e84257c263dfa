"""Rows of tables: cells side by side in columns of fixed width, and the text of a line.

Owns weights and colours, and how names are shortened to the width of a column. Colours are chosen
to be read on black and on white alike, and never say what a sign and a word do not.
"""

from collections import Counter
from collections.abc import Set as AbstractSet
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from cdstrack.render.page.layout import Cell, Line, Page
from cdstrack.render.page.sizing import clipped, clipped_inside, wrapped

GREEN, ORANGE, RED, BLUE = "color(28)", "color(130)", "color(160)", "color(63)"
TONES = {
    "strong": "bold",
    "achieved": f"bold {GREEN}",
    "achieved_late": f"bold {GREEN}",
    "on_track": f"bold {GREEN}",
    "behind": f"bold {ORANGE}",
    "off_track": f"bold {RED}",
    "deteriorating": f"bold {RED}",
    "missed": f"bold {RED}",
    "overdue": f"bold {RED}",
    "pending": BLUE,
    "awaiting_data": BLUE,
}
"""Rich styles; a tone that is not named here is printed plain."""


def line_text(line: Line) -> Text:
    """Text that Rich takes as it is: no markup, no highlighting, no cutting."""
    style = TONES.get(line.tone, "")
    if line.link:
        return Text(line.text, style=Style.parse(style) + Style(link=line.link), overflow="fold")
    return Text(line.text, style=style, overflow="fold")


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
            text_of(_replaced(cell, shortened), width)
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


def grid(texts: list[Text], widths: list[int], gutter: int) -> Table:
    """A row as Rich lays it out."""
    table = Table.grid(padding=(0, gutter, 0, 0), pad_edge=False)
    for width in widths:
        table.add_column(width=width, overflow="fold")
    table.add_row(*texts)
    return table


def text_of(cell: Cell, width: int) -> Text:
    """A cell in the width of its column; what is longer is wrapped at words."""
    lines = (Line(part, line.tone) for line in cell for part in wrapped(line.text, width))
    return Text("\n").join(map(line_text, lines))
