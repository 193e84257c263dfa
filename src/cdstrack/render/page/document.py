"""A report that is read from top to bottom: headings, facts, numbered steps, small tables.

Owns how such a document becomes text for a terminal or mail, and Markdown. What it says comes
from `explain_page` and `show_page`; every text in it is clean already.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from cdstrack.render.markdown import escaped
from cdstrack.render.page.drawing import TONES
from cdstrack.render.page.layout import Cell, Line

_GUTTER = 2
_WIDEST_NAME = 26
_BREAK = "<br>"


@dataclass(frozen=True, slots=True)
class Heading:
    """A title; `level` 1 is the document's own."""

    text: str
    level: int = 2
    tone: str = "strong"


@dataclass(frozen=True, slots=True)
class Lines:
    """Sentences, one a line; in a list with a dash where `listed`."""

    lines: Cell
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Numbered:
    """Steps in an order that matters."""

    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with what they are, one or several lines each."""

    rows: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A small table."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Lines that are shown as they are: a chart, with its own colours."""

    text: str


Block = Heading | Lines | Numbered | Facts | Grid | Drawing
Document = Sequence[Block]


def document_text(document: Document, width: int, *, colour: bool = False) -> str:
    """The document in `width` columns; long lines are wrapped at words, none is cut."""
    console = Console(
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
    for place, block in enumerate(document):
        if place and not _belongs(document[place - 1], block):
            console.print()
        for part in _parts(block):
            console.print(part)
    assert isinstance(console.file, StringIO)  # noqa: S101 - made above
    lines = console.file.getvalue().splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


def document_markdown(document: Document) -> str:
    """The document in Markdown; what comes from outside is escaped."""
    return "\n\n".join("\n".join(_marked_down(block)) for block in document) + "\n"


def _belongs(before: Block, block: Block) -> bool:
    """Whether a block follows the one before it without a blank line: the body of a heading."""
    return isinstance(before, Heading) and not isinstance(block, Heading)


def _parts(block: Block) -> Iterator[RenderableType]:
    match block:
        case Heading(text=text, tone=tone):
            yield _styled(Line(text, tone))
        case Lines(lines=lines, listed=True):
            yield _hanging([("–", (line,)) for line in lines])
        case Lines(lines=lines):
            yield from map(_styled, lines)
        case Numbered(steps=steps):
            numbered = enumerate(steps, start=1)
            yield _hanging([(f"{place}.", (Line(step),)) for place, step in numbered])
        case Facts(rows=rows):
            yield _hanging(rows)
        case Grid():
            yield _grid(block)
        case Drawing(text=text):
            yield Text.from_ansi(text, no_wrap=True, overflow="ignore")


def _hanging(rows: Iterable[tuple[str, Cell]]) -> Table:
    """Rows with a name, number or dash in front; what follows hangs behind it."""
    table = Table.grid(padding=(0, _GUTTER, 0, 0), pad_edge=False)
    table.add_column(max_width=_WIDEST_NAME, overflow="fold")
    table.add_column(overflow="fold")
    for name, cell in rows:
        table.add_row(_styled(Line(name)), _stacked(cell))
    return table


def _grid(grid: Grid) -> Table:
    table = Table.grid(padding=(0, _GUTTER, 0, 0), pad_edge=False)
    for _ in grid.head:
        table.add_column(overflow="fold")
    table.add_row(*(_styled(Line(text, "strong")) for text in grid.head))
    for row in grid.rows:
        table.add_row(*map(_stacked, row))
    return table


def _stacked(cell: Cell) -> Text:
    return Text("\n").join(map(_styled, cell))


def _styled(line: Line) -> Text:
    """Text that Rich takes as it is: no markup, no highlighting, no cutting."""
    return Text(line.text, style=TONES.get(line.tone, ""), overflow="fold")


def _marked_down(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text, level=level):
            yield f"{'#' * (level + 1)} {escaped(text)}"
        case Lines(lines=lines, listed=True):
            yield from (f"- {escaped(line.text)}" for line in lines)
        case Lines(lines=lines):
            yield _BREAK.join(escaped(line.text) for line in lines)
        case Numbered(steps=steps):
            yield from (f"{place}. {escaped(step)}" for place, step in enumerate(steps, start=1))
        case Facts(rows=rows):
            yield from _marked_table(("", ""), [((Line(name),), cell) for name, cell in rows])
        case Grid(head=head, rows=rows):
            yield from _marked_table(head, rows)
        case Drawing(text=text):
            yield f"```text\n{text}\n```"


def _marked_table(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    yield _marked_row(map(escaped, head))
    yield _marked_row("---" for _ in head)
    for row in rows:
        yield _marked_row(_BREAK.join(escaped(line.text) for line in cell) for cell in row)


def _marked_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
