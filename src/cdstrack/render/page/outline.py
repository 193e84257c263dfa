"""Outlines in terminal columns: headings, lists, facts and small tables, read from top to bottom.

Owns how a block is laid out; a word that fits a line is never broken.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cdstrack.render.page.canvas import broken, line_text, new_console, trimmed
from cdstrack.render.page.layout import (
    GUTTER,
    Block,
    Cell,
    Column,
    Drawing,
    Facts,
    Heading,
    Line,
    Lines,
    Numbered,
    Page,
    Section,
    SmallTable,
)
from cdstrack.render.page.links import address_of, shortened
from cdstrack.render.page.rows import print_row
from cdstrack.render.page.sizing import fitted_widths, least_width, stacked

_WIDEST_NAME, _WIDE_COLUMN = 26, 60


def outline_text(
    blocks: Sequence[Block], width: int, *, colour: bool = False, links: bool = False
) -> str:
    """The outline in `width` columns; long lines are wrapped at words, none is cut.

    With `links` an address stays in one line, behind which the terminal knows it in full.
    """
    console = new_console(width, colour=colour)
    for place, block in enumerate(_linking(blocks, width) if links else blocks):
        if place and not _belongs(blocks[place - 1], block):
            console.print()
        if isinstance(block, SmallTable):
            _print_small_table(console, block, width)
            continue
        for part in _parts(block, width):
            console.print(part)
    return trimmed(console)


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


def _belongs(before: Block, block: Block) -> bool:
    """Whether a block follows the one before it without a blank line: the body of a heading."""
    return isinstance(before, Heading) and not isinstance(block, Heading)


def _parts(block: Block, width: int) -> Iterator[RenderableType]:
    match block:
        case Heading(text=text, tone=tone):
            yield line_text(Line(text, tone))
        case Lines(lines=lines, listed=True):
            yield from _hanging([("–", (line,)) for line in lines], width)
        case Lines(lines=lines):
            yield from map(line_text, lines)
        case Numbered(steps=steps):
            numbered = enumerate(steps, start=1)
            yield from _hanging([(f"{place}.", (Line(step),)) for place, step in numbered], width)
        case Facts(rows=rows):
            yield from _hanging(rows, width)
        case Drawing(text=text):
            yield Text.from_ansi(text, no_wrap=True, overflow="ignore")


def _hanging(rows: Iterable[tuple[str, Cell]], width: int) -> Iterator[RenderableType]:
    """Rows with a name, number or dash in front; what follows hangs behind it.

    A word that is too long for the room behind the name has a line of its own below it.
    """
    listed = list(rows)
    names = min(_WIDEST_NAME, max((cell_len(name) for name, _ in listed), default=0))
    room = width - names - GUTTER

    def is_wide(row: tuple[str, Cell]) -> bool:
        words = (word for line in row[1] if not line.link for word in line.text.split())
        return any(room < cell_len(word) <= width - GUTTER for word in words)

    for wide, run in groupby(listed, is_wide):
        if not wide:
            yield _side_by_side(run, names)
            continue
        for name, cell in run:
            yield line_text(Line(name))
            yield Padding(_stacked(cell), (0, 0, 0, GUTTER))


def _side_by_side(rows: Iterable[tuple[str, Cell]], names: int) -> Table:
    table = Table.grid(padding=(0, GUTTER, 0, 0), pad_edge=False)
    table.add_column(width=names, overflow="fold")
    table.add_column(overflow="fold")
    for name, cell in rows:
        table.add_row(line_text(Line(name)), _stacked(cell))
    return table


def _print_small_table(console: Console, table: SmallTable, width: int) -> None:
    """The rows under their heads; where that would break a word, the cells of a row one by one."""
    most = max(_WIDE_COLUMN, width * 2 // 3)
    columns = tuple(Column((text,), most, least=1) for text in table.head)
    page = Page("", (), columns, (Section("", table.rows),), (), "")
    head = tuple((Line(text, "strong"),) for text in table.head)
    if least_width(page) > width:
        page, head = stacked(page), ()
    widths = fitted_widths(page, width, whole=0)
    for row in (head, *page.sections[0].rows) if head else page.sections[0].rows:
        cells = [broken(cell, size) for cell, size in zip(row, widths, strict=True)]
        print_row(console, cells, widths, GUTTER)


def _stacked(cell: Cell) -> Text:
    return Text("\n").join(map(line_text, cell))
