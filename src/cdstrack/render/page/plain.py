"""The weekly document as plain text for mail: a fixed width, no colour, nothing cut off.

Owns line breaking. A terminal that is wider makes no line longer, so that the same document is the
same bytes in every mail and file; only who asks for fewer columns gets them.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.cells import cell_len

from cdstrack.render.page.layout import Chapter, Document, Item, Reference
from cdstrack.render.page.links import address_of, linked, shortened

WIDTH = 78
"""Columns of a line: what a mail program shows unfolded even when it is quoted once."""

_BULLET, _HANG = "- ", "  "


def document_text(document: Document, width: int = WIDTH, *, links: bool = False) -> str:
    """The document in composed Unicode, lines of at most `width` columns, none ending blank.

    With `links` an address stays in one line, behind which the terminal knows it in full.
    """
    page = _Page(min(width, WIDTH), short=document.short, links=links)
    lines = list(page.lines(document))
    text = "\n".join(line.rstrip() for line in lines).rstrip("\n") + "\n"
    return unicodedata.normalize("NFC", text)


@dataclass(frozen=True, slots=True)
class _Page:
    """Breaks the lines of one document; a `short` one spends none on blanks and addresses."""

    width: int
    short: bool
    links: bool

    def lines(self, document: Document) -> Iterator[str]:
        """Everything, from the banner to the foot."""
        rule = "-" * self.width
        for text in filter(None, (document.banner, *document.heading)):
            yield from _wrapped(text, self.width)
        yield from (rule, "")
        for text in document.opening:
            yield from (*_wrapped(text, self.width), "")
        for chapter in document.chapters:
            yield from self._chapter(chapter)
        if document.sources:
            yield from (rule, document.sources_title)
            for source in document.sources:
                yield from self._reference(source)
            yield from [] if self.short else [""]
        if document.foot:
            yield from (rule, *filter(None, [document.foot_title]))
            yield from self._items(document.foot)

    def _chapter(self, chapter: Chapter) -> Iterator[str]:
        if chapter.title:
            yield from _wrapped(chapter.title, self.width)
            yield from [] if self.short else [""]
        for passage in chapter.passages:
            for text in filter(None, (passage.title, passage.text)):
                yield from _wrapped(text, self.width)
            yield from (*self._items(passage.items), "")

    def _items(self, items: Iterable[Item]) -> Iterator[str]:
        for item in items:
            first, *others = item.lines
            yield from self._hung(first, _BULLET)
            for other in others:
                yield from self._hung(other, _HANG)

    def _reference(self, source: Reference) -> Iterator[str]:
        number = f"[{source.number}] "
        indent = " " * len(number)
        yield from self._hung(source.text, number)
        if self.short or not source.url:
            return
        # Angle brackets keep an address that is broken over lines together (RFC 3986, appendix C).
        if self.links and (address := address_of(source.url)):
            words = shortened(address, self.width - len(indent) - 2)
            yield f"{indent}<{linked(words, address)}>"
        else:
            yield from self._hung(f"<{source.url}>", indent)

    def _hung(self, text: str, mark: str) -> Iterator[str]:
        """The text behind a mark, its other lines indented as far."""
        first, *others = _wrapped(text, self.width - len(mark))
        yield mark + first
        yield from (" " * len(mark) + line for line in others)


def _wrapped(text: str, width: int) -> list[str]:
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
