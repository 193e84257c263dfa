"""A page of sentences on its way to paper: headings, lists and numbered sources, without syntax.

Owns the shape that the text, Markdown and HTML of the weekly page, the owners' page and the
reminder share. Every text in a letter is clean and in the reader's language already.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list; the first line says what it is, the others tell more."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A list under a title, which may be empty; `text` stands before the items."""

    title: str = ""
    items: tuple[Item, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A numbered part of the letter."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A document that figures refer to by its number."""

    number: int
    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A whole page. `heading` has the title first; `opening` is what a hurried reader reads.

    `foot` says what the page was made from.
    """

    language: str
    heading: tuple[str, ...]
    opening: tuple[str, ...]
    parts: tuple[Part, ...]
    sources_title: str = ""
    sources: tuple[Source, ...] = ()
    foot_title: str = ""
    foot: tuple[Item, ...] = ()


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
