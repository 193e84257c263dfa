"""A report on its way to paper: lines of words in cells, without boxes, colour or syntax.

Owns the shape that the tables, the plain text and Markdown share. Every text in a page is clean
and in the reader's language already.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Line(NamedTuple):
    """One line of a cell. `tone` is a verdict's word or `strong`; it becomes a colour or weight."""

    text: str
    tone: str = ""


Cell = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """How a column may be sized, in terminal columns.

    It is as wide as its longest line, but at most `most`; it shrinks down to `least` when the
    room is short, though never below a number that it holds.
    """

    head: tuple[str, ...]
    most: int
    least: int


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a common title, which may be empty."""

    title: str
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A titled table, with what stands above it and below it.

    `empty` is said instead of a table without rows; `ruled` draws a line between any two rows.
    """

    title: str
    above: tuple[str, ...]
    columns: tuple[Column, ...]
    sections: tuple[Section, ...]
    below: tuple[Cell, ...]
    empty: str
    ruled: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether there is no row at all."""
        return not any(section.rows for section in self.sections)


def cell(*texts: str) -> Cell:
    """A cell of plain lines; empty ones are left out."""
    return tuple(Line(text) for text in texts if text)


def grouped(rows: Iterable[tuple[str, tuple[Cell, ...]]]) -> tuple[Section, ...]:
    """Sections from titled rows, in the order in which the titles first come."""
    by_title: dict[str, list[tuple[Cell, ...]]] = {}
    for title, row in rows:
        by_title.setdefault(title, []).append(row)
    return tuple(Section(title, tuple(found)) for title, found in by_title.items())
