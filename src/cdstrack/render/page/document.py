"""The document model of the weekly page, the owners' page and the reminder.

Owns headings, lists and numbered sources before they have a format. Every text is clean and in the
reader's language.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list; the first line says what it is, the others add to it."""

    lines: tuple[str, ...]


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


@dataclass(frozen=True, slots=True)
class Document:
    """A whole page. `heading` has the title first; `opening` is the summary for a hurried reader.

    `foot` says what the page was made from.
    """

    language: str
    heading: tuple[str, ...]
    opening: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    sources_title: str = ""
    sources: tuple[Reference, ...] = ()
    foot_title: str = ""
    foot: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """A report in sentences."""

    document: Callable[[], Document]


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
