"""The shapes of a report before it has a format: words in cells and blocks, without syntax.

Owns the table (`Page`), the outline of blocks that is read from top to bottom (`Block`), and the
document model of the weekly page, the owners' page and the reminder (`Document`). Every text is
clean and in the reader's language.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Line(NamedTuple):
    """One line of a cell. `tone` is a verdict's word or `strong`; it becomes a colour or weight.

    `link` is the address that a terminal opens for it.
    """

    text: str
    tone: str = ""
    link: str = ""


Cell = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """How a column may be sized, in terminal columns.

    It is as wide as its longest line, at most `most`. Where room is short it shrinks to `least`, but
    never below a number that it holds. A `clipped` column shrinks first, by shortening its names.
    """

    head: tuple[str, ...]
    most: int
    least: int
    clipped: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """Names in one line: `lead`, as many entries as fit, and `rest` with the number of the others."""

    lead: str
    entries: tuple[str, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a common title, which may be empty; `folded` lists what has no row."""

    title: str
    rows: tuple[tuple[Cell, ...], ...]
    folded: Listing | None = None


GUTTER = 2
"""Blank columns between two columns, and between two parts of a line."""


@dataclass(frozen=True, slots=True)
class Page:
    """A titled table, with the lines above it and below it; `totals` come before everything else.

    `empty` is said instead of a table without rows; `ruled` draws a line between any two rows.
    A `dense` page spends no line on rules: the title of a section is in its rule. `gutter` is how
    many blank columns are between two columns.
    """

    title: str
    above: tuple[str, ...]
    columns: tuple[Column, ...]
    sections: tuple[Section, ...]
    below: tuple[Cell, ...]
    empty: str
    ruled: bool = True
    totals: tuple[Cell, ...] = ()
    dense: bool = False
    gutter: int = GUTTER

    @property
    def is_empty(self) -> bool:
        """Whether there is no row at all, and nothing folded."""
        return not any(section.rows or section.folded for section in self.sections)


@dataclass(frozen=True, slots=True)
class Draft:
    """A page that is built on demand by `page`.

    `part` builds the same columns with only the first rows, which is never wider: a layout that
    does not fit is discarded by it. None if there are few rows anyway.
    """

    page: Callable[[], Page]
    part: Callable[[], Page] | None = None


FIRST_ROWS = 50
"""Rows by which a layout is tried: in a plan of thousands, most layouts are too wide within ten."""


def first_rows(
    columns: tuple[Column, ...], rows: Iterable[tuple[Cell, ...]], gutter: int = GUTTER
) -> Page:
    """A table of some rows alone, only to be measured."""
    return Page("", (), columns, (Section("", tuple(rows)),), (), "", gutter=gutter)


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
class SmallTable:
    """A small table."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Lines that are shown as they are: a chart, with its own colours."""

    text: str


Block = Heading | Lines | Numbered | Facts | SmallTable | Drawing


@dataclass(frozen=True, slots=True)
class Tabular:
    """A report of rows: its pages from the roomiest layout to the narrowest.

    `drawn` may have bars, `plain` has none.
    """

    drawn: Iterable[Draft]
    plain: Iterable[Draft]


@dataclass(frozen=True, slots=True)
class Outline:
    """A report read from top to bottom; `drawn` may have a chart, `plain` has none."""

    drawn: Callable[[], Sequence[Block]]
    plain: Callable[[], Sequence[Block]]


@dataclass(frozen=True, slots=True)
class Picture:
    """A small line through the last figures, for formats that draw.

    Coordinates run from 0 to 1, left to right and bottom to top; `level` is the height of the
    target where it is in sight. `title` says the same in words.
    """

    title: str
    points: tuple[tuple[float, float], ...]
    level: float | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list; the first line says what it is, the others add to it."""

    lines: tuple[str, ...]
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A list under a title, which may be empty; `text` comes before the items."""

    title: str = ""
    items: tuple[Item, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the document with its own title."""

    title: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A source that figures refer to by its number."""

    number: int
    text: str
    url: str = ""


class Light(NamedTuple):
    """One indicator in the table of lights; `tone` is the verdict's word, `cells` follow it."""

    tone: str
    verdict: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lights:
    """Verdicts as a table with a colour, a sign and a word each; `rest` says what it leaves out."""

    title: str
    head: tuple[str, ...]
    rows: tuple[Light, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole page. `heading` has the title first; `opening` is the summary for a hurried reader.

    `foot` says what the page was made from. `banner` comes before everything. `lights` is for
    formats with colours: what it says is in the chapters too. Plain text saves lines of a
    document that is `short`: addresses of sources, and blank lines.
    """

    language: str
    heading: tuple[str, ...]
    opening: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    sources_title: str = ""
    sources: tuple[Reference, ...] = ()
    foot_title: str = ""
    foot: tuple[Item, ...] = ()
    banner: str = ""
    lights: Lights | None = None
    short: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """A report in sentences."""

    document: Callable[[], Document]


def cell(*texts: str) -> Cell:
    """A cell of plain lines; empty ones are left out."""
    return tuple(Line(text) for text in texts if text)


def grouped(rows: Iterable[tuple[str, tuple[Cell, ...]]]) -> tuple[Section, ...]:
    """Sections from titled rows, in the order in which the titles first come."""
    by_title: dict[str, list[tuple[Cell, ...]]] = {}
    for title, row in rows:
        by_title.setdefault(title, []).append(row)
    return tuple(Section(title, tuple(found)) for title, found in by_title.items())


def item(*lines: str) -> Item:
    """An entry of the lines that say something."""
    return Item(tuple(line for line in lines if line))


def sentence(text: str) -> str:
    """The text as a sentence: a capital letter before, a full stop after.

    >>> sentence("còn thiếu 3 điểm")
    'Còn thiếu 3 điểm.'
    """
    if not text:
        return ""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "…")) else ".")
