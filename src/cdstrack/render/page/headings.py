"""Room that no row needs, lent to headings that would be folded.

Columns shrink by an estimate of lines; broken at words, a column often needs less than it has got.
"""

from collections.abc import Sequence

from rich.cells import cell_len

from cdstrack.render.page.folding import wrapped
from cdstrack.render.page.layout import Cell, Column, cell

Row = Sequence[Cell]


def with_heads_whole(
    columns: Sequence[Column], rows: Sequence[Row], widths: list[int], least: list[int], left: int
) -> list[int]:
    """The widths with room moved to folded headings, as far as no row becomes taller by it.

    `left` columns of room are not in use yet. The heading that lacks least comes first. No column
    shrinks below its `least`, and one whose names are shortened gives nothing.
    """
    whole = [max(map(cell_len, column.head), default=0) for column in columns]
    lacking = [place for place, size in enumerate(whole) if size > widths[place]]
    if not lacking:
        return widths
    found, spare = list(widths), [*_spare(columns, rows, widths, least), left]
    for place in sorted(lacking, key=lambda place: whole[place] - widths[place]):
        most = min(whole[place] - found[place], sum(spare) - spare[place])
        more = _more(cell(*columns[place].head), found[place], most)
        if more:
            spare[place] = 0
            found[place] += more
            _take(more, found, spare)
    return found


def _more(head: Cell, width: int, most: int) -> int:
    """The fewest columns more, of `most`, with which the heading takes as few lines as it can."""
    lines = _lines(head, width + most)
    return next(more for more in range(most + 1) if _lines(head, width + more) == lines)


def _take(more: int, found: list[int], spare: list[int]) -> None:
    """Takes `more` columns of room: what is not in use, then from the column with most to spare."""
    places = sorted(range(len(found)), key=lambda place: -spare[place])
    for place in (len(found), *places):
        part = min(more, spare[place])
        more -= part
        spare[place] -= part
        if place < len(found):
            found[place] -= part


def _spare(
    columns: Sequence[Column], rows: Sequence[Row], widths: list[int], least: list[int]
) -> list[int]:
    """By how much each column could be narrower with every row and heading as tall as it is."""
    heights = [max(map(_lines, row, widths)) for row in rows]
    spare = []
    for place, (column, width) in enumerate(zip(columns, widths, strict=True)):
        head = cell(*column.head)
        kept = [(head, _lines(head, width))]
        kept += [(row[place], high) for row, high in zip(rows, heights, strict=True)]
        size = width
        while size > max(least[place], 1) and not column.clipped and _fits(kept, size - 1):
            size -= 1
        spare.append(width - size)
    return spare


def _fits(kept: list[tuple[Cell, int]], width: int) -> bool:
    """Whether each cell keeps to its lines at the width."""
    return all(_lines(cell, width) <= lines for cell, lines in kept)


def _lines(cell: Cell, width: int) -> int:
    return sum(len(wrapped(line.text, width)) for line in cell)
