"""How wide each column of a page becomes in the room that there is.

Owns the arithmetic of widths in terminal columns, so that a table never has to cut a number off.
"""

import re

from rich.cells import cell_len

from cdstrack.render.page import Cell, Page

GUTTER = 2
"""Blank columns between two columns of a page."""

_NUMBER = re.compile(r"\S*\d\S*")
_LONGEST_NUMBER = 27
"""What the store can hold, as part and whole: 9.000.000.000.000/…; a longer word may be folded."""


def natural_widths(page: Page) -> list[int]:
    """What each column would like: its longest line, or as much of it as the column may take."""
    return [
        max(_least(page, place), min(column.most, max(map(cell_len, _texts(page, place)))))
        for place, column in enumerate(page.columns)
    ]


def least_widths(page: Page) -> list[int]:
    """How far each column may shrink: to its declared least, but not below a number in it."""
    natural = natural_widths(page)
    return [min(natural[place], _least(page, place)) for place in range(len(page.columns))]


def least_width(page: Page) -> int:
    """The narrowest room in which the page keeps its numbers whole."""
    return sum(least_widths(page)) + _gutters(page)


def fitted_widths(page: Page, width: int) -> list[int]:
    """The widths of the columns in `width` columns of room.

    Columns shrink, the one that is furthest above its least first, until all fit; where even that
    is not enough the page is wider than its room rather than a number cut in two.
    """
    widths, least = natural_widths(page), least_widths(page)
    room = width - _gutters(page)
    while sum(widths) > room and widths != least:
        widest = max(range(len(widths)), key=lambda place: widths[place] - least[place])
        widths[widest] -= 1
    return widths


def _least(page: Page, place: int) -> int:
    numbers = (match for text in _texts(page, place) for match in _NUMBER.findall(text))
    longest = max(map(cell_len, numbers), default=0)
    return max(page.columns[place].least, min(longest, _LONGEST_NUMBER))


def _texts(page: Page, place: int) -> list[str]:
    rows = [row for section in page.sections for row in section.rows]
    return [*page.columns[place].head, *(line.text for row in rows for line in row[place])]


def _gutters(page: Page) -> int:
    return GUTTER * (len(page.columns) - 1)


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
