"""Reports as tables for a terminal: aligned columns, colour where it is wanted, nothing cut off.

Owns lines, weights and colours. What the cells say comes from the pages. Colours are chosen to be
read on black and on white alike, and never say what a sign and a word do not.
"""

from collections.abc import Iterable
from io import StringIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from cdstrack.core.report import StatusReport
from cdstrack.render.page import Cell, Line, Page
from cdstrack.render.sizing import GUTTER, fitted_widths, least_width, packed
from cdstrack.render.status_page import LAYOUTS, status_page
from cdstrack.render.view import View
from cdstrack.words.labels_text import phrase

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
_RULE, _THIN_RULE = "━", "─"


def status_table(report: StatusReport, view: View) -> str:
    """Where every indicator stands, in the roomiest layout that fits the view's width."""
    pages = (status_page(report, view, layout) for layout in LAYOUTS)
    return drawn(widest(pages, view.width), view)


def widest(pages: Iterable[Page], width: int) -> Page:
    """The first page that fits the width, else the last one; pages are built as they are asked for.

    Raises:
        ValueError: There is no page.
    """
    page = None
    for page in pages:
        if least_width(page) <= width:
            break
    if page is None:
        raise ValueError("no page to choose from")
    return page


def drawn(page: Page, view: View) -> str:
    """The page as a table, between its title and notices and the lines below it."""
    widths = fitted_widths(page, view.width)
    room = sum(widths) + GUTTER * (len(widths) - 1)
    console = _console(max(view.width, room), colour=view.colour)
    console.print(_line(Line(page.title, "strong")))
    for notice in page.above:
        console.print(_line(Line(f"! {notice}", "strong")))
    if page.is_empty:
        console.print(_line(Line(phrase("nothing", view.language))))
    else:
        _print_rows(console, page, widths, room)
    for parts in page.below:
        for row in packed(parts, console.width):
            console.print(Text(" " * GUTTER).join(map(_line, row)))
    return _trimmed(console)


def _print_rows(console: Console, page: Page, widths: list[int], room: int) -> None:
    heads = tuple(tuple(Line(text, "strong") for text in column.head) for column in page.columns)
    console.print(_line(Line(_RULE * room)))
    console.print(_grid([heads], widths))
    for section in page.sections:
        console.print(_line(Line(_RULE * room)))
        if section.title:
            console.print(_line(Line(section.title, "strong")))
        for place, row in enumerate(section.rows):
            if place or section.title:
                console.print(_line(Line(_THIN_RULE * room)))
            console.print(_grid([row], widths))
    console.print(_line(Line(_RULE * room)))


def _grid(rows: Iterable[tuple[Cell, ...]], widths: list[int]) -> Table:
    grid = Table.grid(padding=(0, GUTTER, 0, 0), pad_edge=False)
    for width in widths:
        grid.add_column(width=width, overflow="fold")
    for row in rows:
        grid.add_row(*(Text("\n").join(map(_line, cell)) for cell in row))
    return grid


def _line(line: Line) -> Text:
    """Text that Rich takes as it is: no markup, no highlighting, no cutting."""
    return Text(line.text, style=TONES.get(line.tone, ""), overflow="fold")


def _console(width: int, *, colour: bool) -> Console:
    return Console(
        file=StringIO(),
        width=width,
        color_system="256" if colour else None,
        force_terminal=colour,
        no_color=not colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )


def _trimmed(console: Console) -> str:
    """What was printed, without the blanks that only fill lines up."""
    assert isinstance(console.file, StringIO)  # noqa: S101 - `_console` made it
    lines = console.file.getvalue().splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)
