"""Tables in terminal columns: aligned, wrapped at words, none cut in two.

Owns rules and the order of the lines. What the cells say comes from the pages.
"""

from collections.abc import Iterable
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from cdstrack.render.page.canvas import cell_text, grid, line_text, new_console, trimmed
from cdstrack.render.page.layout import GUTTER, Cell, Draft, Line, Page
from cdstrack.render.page.rows import RowWriter, print_row
from cdstrack.render.page.sizing import (
    fitted_widths,
    least_width,
    listed,
    packed,
    stacked,
)


class Strokes(NamedTuple):
    """What lines are drawn with; an empty `thin` leaves a blank line between rows."""

    heavy: str
    thin: str


DRAWN, PLAIN = Strokes("━", "─"), Strokes("-", "")
"""For a terminal, and for mail and log files."""


def widest(drafts: Iterable[Draft], width: int) -> Page:
    """The first page that fits the width, else the last one in a single column.

    Raises:
        StopIteration: There is no page.
    """
    untried = iter(drafts)
    draft = next(untried)
    while (page := _fitting(draft, width)) is None:
        narrower = next(untried, None)
        if narrower is None:
            return stacked(draft.page())
        draft = narrower
    return page


def _fitting(draft: Draft, width: int) -> Page | None:
    """The page where it fits the width; None where even a part of it does not, or the whole."""
    if draft.part is not None and least_width(draft.part()) > width:
        return None
    page = draft.page()
    return page if least_width(page) <= width else None


def drawn(page: Page, width: int, strokes: Strokes, *, colour: bool = False) -> str:
    """The page in at most `width` columns, or as few as keep its words whole."""
    widths = fitted_widths(page, width)
    room = sum(widths) + page.gutter * (len(widths) - 1)
    console = new_console(max(width, room), colour=colour)
    console.print(line_text(Line(page.title, "strong")))
    _print_packed(console, page.totals)
    for notice in page.above:
        console.print(line_text(Line(f"! {notice}", "strong")))
    if page.is_empty:
        console.print(line_text(Line(page.empty)))
    else:
        length = console.width if page.dense else room
        _print_rows(console, page, widths, Strokes(*(stroke * length for stroke in strokes)))
    _print_packed(console, page.below)
    return trimmed(console)


def _print_packed(console: Console, cells: Iterable[Cell]) -> None:
    for parts in cells:
        for row in packed(parts, console.width):
            console.print(Text(" " * GUTTER).join(map(line_text, row)))


def _print_rows(console: Console, page: Page, widths: list[int], lines: Strokes) -> None:
    if not page.dense:
        console.print(line_text(Line(lines.heavy)))
    if any(section.rows for section in page.sections) and page.columns[0].head:
        heads = (tuple(Line(text, "strong") for text in each.head) for each in page.columns)
        console.print(
            grid(
                [cell_text(cell, width) for cell, width in zip(heads, widths, strict=True)],
                widths,
                page.gutter,
            )
        )
    writer = RowWriter(page, widths)
    for section in page.sections:
        _print_title(console, page, section.title, lines)
        tall = bool(section.title)
        for place, row in enumerate(section.rows):
            cells = writer.cells(row)
            # Rows of one line each need nothing between them.
            tall, before = any(len(cell) > 1 for cell in cells), tall
            if page.ruled and (tall or before) and (place or section.title):
                # Rich takes longer over a line between two rows than over both of them.
                console.file.write(f"{lines.thin}\n")
            print_row(console, cells, widths, page.gutter)
        if section.folded is not None:
            console.print(line_text(Line(listed(section.folded, console.width))))
    console.print(line_text(Line(lines.heavy)))


def _print_title(console: Console, page: Page, title: str, lines: Strokes) -> None:
    """The title of a section under a rule; on a dense page in front of what is left of the rule."""
    if not page.dense:
        console.print(line_text(Line(lines.heavy)))
        if title:
            console.print(line_text(Line(title, "strong")))
        return
    stroke = lines.heavy[:1]
    left = max(len(lines.heavy) - cell_len(title) - 1, 0) if title else len(lines.heavy)
    rule = Text(stroke * left)
    console.print(line_text(Line(title, "strong")) + Text(" ") + rule if title else rule)
