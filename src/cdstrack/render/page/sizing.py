"""How wide each column of a page becomes.

Owns the arithmetic of widths in terminal columns, so that a table never has to cut a word or a
number in two. Names alone are shortened, and only in columns that say so.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from rich.cells import cell_len

from cdstrack.render.page.folding import clipped
from cdstrack.render.page.headings import with_heads_whole
from cdstrack.render.page.layout import GUTTER, Cell, Column, Line, Listing, Page, Section, cell

_SAMPLE = 100
"""The first rows decide how wide a column should be; a log has thousands."""
_ANY_WIDTH = 1000


class _Sizes(NamedTuple):
    """The preferred width of each column, and how far it may shrink."""

    natural: list[int]
    least: list[int]


def _sizes(page: Page) -> _Sizes:
    """A column would like its longest line, or as much of it as it may take.

    It shrinks to its declared least, but not below a word in it.
    """
    rows = [row for section in page.sections for row in section.rows]
    cells_of = list(zip(*rows, strict=True)) or [()] * len(page.columns)
    natural, least = [], []
    for column, cells in zip(page.columns, cells_of, strict=True):
        texts = {*column.head, *[line.text for cell in cells for line in cell]}
        # Names are shortened, and a single column has nothing to yield to.
        whole = column.clipped or len(page.columns) == 1
        word = 0 if whole else longest({word for text in texts for word in text.split()})
        natural.append(max(word, min(column.most, longest(texts))))
        least.append(min(natural[-1], max(column.least, word)))
    return _Sizes(natural, least)


def longest(texts: Iterable[str]) -> int:
    """The columns that the longest of some texts takes; a letter takes two at most."""
    most = 0
    for text in sorted(texts, key=len, reverse=True):
        if 2 * len(text) <= most:
            break
        if len(text) <= most and text.isascii():
            continue
        most = max(most, cell_len(text))
    return most


def least_widths(page: Page) -> list[int]:
    """How far each column may shrink."""
    return _sizes(page).least


def least_width(page: Page) -> int:
    """The narrowest room in which the page keeps its words whole."""
    return sum(least_widths(page)) + _gutters(page)


def fitted_widths(page: Page, width: int, whole: int | None = None) -> list[int]:
    """The widths of the columns in `width` columns of room.

    Columns shrink one by one, always the one that costs the fewest lines, until all fit; what is
    shortened costs none. Where even that is not enough the page is wider than its room rather than
    a word cut in two; `stacked` then needs less. The column `whole`, that of names, keeps its lines
    whole where that takes no more lines than breaking it.
    """
    (natural, least), heights = _sizes(page), _Heights(page)
    room = width - _gutters(page)
    found = _shrunk(natural, room, least, heights)
    if whole is not None and found[whole] < natural[whole]:
        longer = [natural[whole] if place == whole else size for place, size in enumerate(least)]
        other = _shrunk(natural, room, longer, heights)
        if sum(other) <= room and heights.total(other) <= heights.total(found):
            found, least = other, longer
    left = max(room - sum(found), 0)
    return with_heads_whole(page.columns, heights.rows[1:], found, least, left)


def _shrunk(natural: list[int], room: int, least: list[int], heights: "_Heights") -> list[int]:
    widths = list(natural)
    while sum(widths) > room and widths != least:
        yielding = [place for place, size in enumerate(widths) if size > least[place]]
        cheapest = min(yielding, key=lambda place: heights.cost(widths, place))
        widths[cheapest] -= 1
    return widths


class _Heights:
    """How many lines a page takes at given widths, estimated without breaking a line for real."""

    def __init__(self, page: Page) -> None:
        heads = tuple(cell(*column.head) for column in page.columns)
        rows = [row for section in page.sections for row in section.rows][:_SAMPLE]
        breaking = [not column.clipped for column in page.columns]
        self._breaking = breaking
        self.rows = [
            tuple(each if breaks else () for each, breaks in zip(row, breaking, strict=True))
            for row in (heads, *rows)
        ]

    def cost(self, widths: list[int], place: int) -> tuple[int, bool, int]:
        """Lines of the page with the column one narrower; then whether it is broken, and its width."""
        narrower = [size - (at == place) for at, size in enumerate(widths)]
        return self.total(narrower), self._breaking[place], -widths[place]

    def total(self, widths: list[int]) -> int:
        """Lines of the page."""
        return sum(self._height(row, widths) for row in self.rows)

    def _height(self, row: tuple[Cell, ...], widths: list[int]) -> int:
        pairs = zip(row, widths, strict=True)
        return max(sum(-(-len(line.text) // width) for line in cell) for cell, width in pairs)


def stacked(page: Page) -> Page:
    """The same page in one column, for a room in which its columns would cut words in two."""
    heads = [" · ".join(column.head) for column in page.columns]
    sections = tuple(
        Section(each.title, tuple((_stacked_row(row, heads),) for row in each.rows), each.folded)
        for each in page.sections
    )
    column = Column((), most=_ANY_WIDTH, least=1)
    return replace(page, columns=(column,), sections=sections, ruled=True, dense=False)


def _stacked_row(row: tuple[Cell, ...], heads: list[str]) -> Cell:
    """The cells below one another; all but the first, which is the name, say what they are."""
    name, *others = row
    lines = list(name)
    for head, other in zip(heads[1:], others, strict=True):
        if other:
            lines += [Line(f"{head}: {other[0].text}", other[0].tone), *other[1:]]
    return tuple(lines)


def listed(listing: Listing, width: int) -> str:
    """The listing in one line: the entries that fit, at least a part of the first."""
    text = ""
    for count in range(1, len(listing.entries) + 1):
        named = ", ".join(listing.entries[:count])
        left = len(listing.entries) - count
        rest = listing.rest.format(n=left) if left else ""
        longer = f"{listing.lead} {named}{rest}"
        if cell_len(longer) <= width:
            text = longer
        elif count == 1:
            room = max(width - cell_len(f"{listing.lead} {rest}"), 1)
            text = f"{listing.lead} {clipped(named, room)}{rest}"
    return text


def _gutters(page: Page) -> int:
    return page.gutter * (len(page.columns) - 1)


def packed(parts: Cell, width: int) -> list[Cell]:
    """The parts in as few rows as the width allows; none is broken to fill a row up."""
    rows: list[Cell] = []
    used = 0
    for part in parts:
        size = cell_len(part.text) + GUTTER
        if rows and used + size <= width + GUTTER:
            rows[-1] += (part,)
            used += size
        else:
            rows.append((part,))
            used = size
    return rows
