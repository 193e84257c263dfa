"""Tables and outlines in terminal columns: aligned, wrapped at words, no number cut off.

Owns lines and what stands above and below a table. What the cells say comes from the pages.
"""

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from cdstrack.render.page.layout import (
    GUTTER,
    Block,
    Cell,
    Drawing,
    Facts,
    Heading,
    Line,
    Lines,
    Numbered,
    Page,
    SmallTable,
)
from cdstrack.render.page.links import address_of, shortened
from cdstrack.render.page.rows import RowWriter, grid, line_text, print_row, text_of
from cdstrack.render.page.sizing import (
    fitted_widths,
    least_width,
    listed,
    packed,
    stacked,
)

_ANY_HEIGHT = 25
"""Nothing depends on it, but without one Rich takes a dumb terminal to be 80 columns wide."""


class Strokes(NamedTuple):
    """What lines are drawn with; an empty `thin` leaves a blank line between rows."""

    heavy: str
    thin: str


DRAWN, PLAIN = Strokes("━", "─"), Strokes("-", "")
"""For a terminal, and for mail and log files."""
_WIDEST_NAME = 26


def widest(pages: Iterable[Page], width: int) -> Page:
    """The first page that fits the width, else the last one in a single column.

    Pages are built as they are asked for.

    Raises:
        StopIteration: There is no page.
    """
    built = iter(pages)
    page = next(built)
    while least_width(page) > width:
        narrower = next(built, None)
        if narrower is None:
            return stacked(page)
        page = narrower
    return page


def drawn(page: Page, width: int, strokes: Strokes, *, colour: bool = False) -> str:
    """The page in at most `width` columns, or as few as keep its numbers whole."""
    widths = fitted_widths(page, width)
    room = sum(widths) + page.gutter * (len(widths) - 1)
    console = _console(max(width, room), colour=colour)
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
    return _trimmed(console)


def _print_packed(console: Console, cells: Iterable[Cell]) -> None:
    for parts in cells:
        for row in packed(parts, console.width):
            console.print(Text(" " * GUTTER).join(map(line_text, row)))


def outline_text(
    blocks: Sequence[Block], width: int, *, colour: bool = False, links: bool = False
) -> str:
    """The outline in `width` columns; long lines are wrapped at words, none is cut.

    With `links` an address stays in one line, behind which the terminal knows it in full.
    """
    console = _console(width, colour=colour)
    for place, block in enumerate(_linking(blocks, width) if links else blocks):
        if place and not _belongs(blocks[place - 1], block):
            console.print()
        for part in _parts(block):
            console.print(part)
    return _trimmed(console)


def _linking(blocks: Sequence[Block], width: int) -> list[Block]:
    """The same with the addresses of facts, which documents have, as links of one line."""
    return [_linking_facts(each, width) if isinstance(each, Facts) else each for each in blocks]


def _linking_facts(facts: Facts, width: int) -> Facts:
    names = max((cell_len(name) for name, _ in facts.rows), default=0)
    room = width - min(names, _WIDEST_NAME) - GUTTER

    def linking(line: Line) -> Line:
        address = address_of(line.text)
        return Line(shortened(address, room), line.tone, address) if address else line

    return Facts(tuple((name, tuple(map(linking, cell))) for name, cell in facts.rows))


def _print_rows(console: Console, page: Page, widths: list[int], lines: Strokes) -> None:
    if not page.dense:
        console.print(line_text(Line(lines.heavy)))
    if any(section.rows for section in page.sections) and page.columns[0].head:
        heads = (tuple(Line(text, "strong") for text in each.head) for each in page.columns)
        console.print(
            grid(
                [text_of(cell, width) for cell, width in zip(heads, widths, strict=True)],
                widths,
                page.gutter,
            )
        )
    writer = RowWriter(page, widths)
    for section in page.sections:
        _print_title(console, page, section.title, lines)
        tall = bool(section.title)
        for place, row in enumerate(section.rows):
            texts = writer.texts(row)
            # Rows of one line each need nothing between them.
            tall, before = any("\n" in text.plain for text in texts), tall
            if page.ruled and (tall or before) and (place or section.title):
                console.print(line_text(Line(lines.thin)))
            print_row(console, texts, widths, page.gutter)
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


def _belongs(before: Block, block: Block) -> bool:
    """Whether a block follows the one before it without a blank line: the body of a heading."""
    return isinstance(before, Heading) and not isinstance(block, Heading)


def _parts(block: Block) -> Iterator[RenderableType]:
    match block:
        case Heading(text=text, tone=tone):
            yield line_text(Line(text, tone))
        case Lines(lines=lines, listed=True):
            yield _hanging([("–", (line,)) for line in lines])
        case Lines(lines=lines):
            yield from map(line_text, lines)
        case Numbered(steps=steps):
            numbered = enumerate(steps, start=1)
            yield _hanging([(f"{place}.", (Line(step),)) for place, step in numbered])
        case Facts(rows=rows):
            yield _hanging(rows)
        case SmallTable():
            yield _small_table(block)
        case Drawing(text=text):
            yield Text.from_ansi(text, no_wrap=True, overflow="ignore")


def _hanging(rows: Iterable[tuple[str, Cell]]) -> Table:
    """Rows with a name, number or dash in front; what follows hangs behind it."""
    table = Table.grid(padding=(0, GUTTER, 0, 0), pad_edge=False)
    table.add_column(max_width=_WIDEST_NAME, overflow="fold")
    table.add_column(overflow="fold")
    for name, cell in rows:
        table.add_row(line_text(Line(name)), _stacked(cell))
    return table


def _small_table(grid: SmallTable) -> Table:
    table = Table.grid(padding=(0, GUTTER, 0, 0), pad_edge=False)
    for _ in grid.head:
        table.add_column(overflow="fold")
    table.add_row(*(line_text(Line(text, "strong")) for text in grid.head))
    for row in grid.rows:
        table.add_row(*map(_stacked, row))
    return table


def _stacked(cell: Cell) -> Text:
    return Text("\n").join(map(line_text, cell))


def _console(width: int, *, colour: bool) -> Console:
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


def _trimmed(console: Console) -> str:
    """What was printed, without the blanks that only fill lines up."""
    assert isinstance(console.file, StringIO)  # noqa: S101 - `_console` made it
    lines = console.file.getvalue().splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)
