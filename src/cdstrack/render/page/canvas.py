"""What is drawn in terminal columns: text with its tone, cells beside one another, and the console.

Owns colours, which are chosen to be read on black and on white alike, and never say what a sign and
a word do not.
"""

from functools import cache
from io import StringIO

from rich.color import ColorSystem
from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from cdstrack.render.page.folding import wrapped
from cdstrack.render.page.layout import Cell, Line

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


_ANY_HEIGHT = 25
"""Nothing depends on it, but without one Rich takes a dumb terminal to be 80 columns wide."""


def grid(texts: list[Text], widths: list[int], gutter: int) -> Table:
    """Texts beside one another, each in its width, `gutter` blank columns between two."""
    row = Table.grid(padding=(0, gutter, 0, 0), pad_edge=False)
    for width in widths:
        row.add_column(width=width, overflow="fold")
    row.add_row(*texts)
    return row


def broken(cell: Cell, width: int) -> Cell:
    """The lines of a cell, broken at words."""
    lines = []
    for line in cell:
        parts = wrapped(line.text, width)
        is_whole = len(parts) == 1 and parts[0] == line.text and not line.link
        lines += [line] if is_whole else [Line(part, line.tone) for part in parts]
    return tuple(lines)


def cell_text(cell: Cell, width: int) -> Text:
    """The same as one text."""
    return Text("\n").join(map(line_text, broken(cell, width)))


def line_text(line: Line) -> Text:
    """Text that Rich takes as it is: no markup, no highlighting, no cutting."""
    style = TONES.get(line.tone, "")
    if line.link:
        return Text(line.text, style=Style.parse(style) + Style(link=line.link), overflow="fold")
    return Text(line.text, style=style, overflow="fold")


def painted(line: Line) -> str:
    """The line as a terminal of 256 colours takes it, as Rich would write it."""
    return _style(line.tone).render(line.text, color_system=ColorSystem.EIGHT_BIT)


@cache
def _style(tone: str) -> Style:
    return Style.parse(TONES.get(tone, ""))


def new_console(width: int, *, colour: bool) -> Console:
    """A console that draws into a text, whatever the terminal and the environment are."""
    return Console(
        file=StringIO(),
        width=width,
        height=_ANY_HEIGHT,
        color_system="256" if colour else None,
        force_terminal=colour,
        force_jupyter=False,
        no_color=not colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )


def trimmed(console: Console) -> str:
    """The printed text without trailing blanks."""
    assert isinstance(console.file, StringIO)  # noqa: S101 - `new_console` made it
    lines = console.file.getvalue().splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)
