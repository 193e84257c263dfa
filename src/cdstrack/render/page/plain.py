"""The weekly document as plain text for mail: a fixed width, no colour, nothing cut off.

Owns line breaking. The width does not depend on the terminal, so that the same document is the same
bytes everywhere.
"""

import unicodedata
from collections.abc import Iterable

from rich.cells import cell_len

from cdstrack.render.page.layout import Chapter, Document, Item, Reference
from cdstrack.render.page.links import address_of, linked, shortened

WIDTH = 78
"""Columns of a line: what a mail program shows unfolded even when it is quoted once."""

_BULLET, _HANG = "- ", "  "


def document_text(document: Document, *, links: bool = False) -> str:
    """The document in composed Unicode, lines of at most `WIDTH` columns, none ending blank.

    With `links` an address stays in one line, behind which the terminal knows it in full.
    """
    rule = "-" * WIDTH
    heading = filter(None, (document.banner, *document.heading))
    lines = [line for text in heading for line in _wrapped(text)]
    lines += [rule, ""]
    lines += _paragraphs(document.opening)
    for chapter in document.chapters:
        lines += _chapter(chapter, short=document.short)
    if document.sources:
        lines += [rule, document.sources_title]
        lines += [
            line
            for each in document.sources
            for line in _reference(each, short=document.short, links=links)
        ]
        lines += [] if document.short else [""]
    if document.foot:
        lines += [rule, *filter(None, [document.foot_title])]
        lines += _items(document.foot)
    text = "\n".join(line.rstrip() for line in lines).rstrip("\n") + "\n"
    return unicodedata.normalize("NFC", text)


def _chapter(chapter: Chapter, *, short: bool) -> list[str]:
    lines = _wrapped(chapter.title) if chapter.title else []
    lines += [""] if chapter.title and not short else []
    for passage in chapter.passages:
        for text in (passage.title, passage.text):
            lines += _wrapped(text) if text else []
        lines += [*_items(passage.items), ""]
    return lines


def _items(items: Iterable[Item]) -> list[str]:
    lines = []
    for item in items:
        first, *others = item.lines
        lines += _hung(first, _BULLET)
        lines += [line for other in others for line in _hung(other, _HANG)]
    return lines


def _reference(source: Reference, *, short: bool, links: bool) -> list[str]:
    number = f"[{source.number}] "
    lines = _hung(source.text, number)
    # Angle brackets keep an address that is broken over lines together (RFC 3986, appendix C).
    is_shown = bool(source.url) and not short
    address = address_of(source.url) if links and is_shown else ""
    if address:
        indent = " " * len(number)
        words = shortened(address, WIDTH - len(indent) - 2)
        return [*lines, f"{indent}<{linked(words, address)}>"]
    return lines + (_hung(f"<{source.url}>", " " * len(number)) if is_shown else [])


def _paragraphs(texts: Iterable[str]) -> list[str]:
    return [line for text in texts for line in (*_wrapped(text), "")]


def _hung(text: str, mark: str) -> list[str]:
    """The text behind a mark, its other lines indented as far."""
    indent = " " * len(mark)
    first, *others = _wrapped(text, WIDTH - len(mark))
    return [mark + first, *(indent + line for line in others)]


def _wrapped(text: str, width: int = WIDTH) -> list[str]:
    """The words in lines of the width; a word that is longer is broken."""
    lines = [""]
    pieces = [piece for word in text.split() for piece in _pieces(word, width)]
    for piece in pieces:
        longer = f"{lines[-1]} {piece}" if lines[-1] else piece
        if cell_len(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(piece)
    return lines


def _pieces(word: str, width: int) -> Iterable[str]:
    """The word, in pieces of at most the width; an address is broken after a slash if it can be."""
    while cell_len(word) > width:
        end = width
        while cell_len(word[:end]) > width:
            end -= 1
        end = word.rfind("/", width // 2, end) + 1 or end
        yield word[:end]
        word = word[end:]
    yield word
