"""Text with footnote marks, and the footnotes: documents numbered in the order of their citation.

Owns the numbering and how a document is cited. Has no syntax: a format writes marks and notes.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from cdstrack.core.record.acts import SourceDocument
from cdstrack.words.labels.annex import annex_text
from cdstrack.words.labels.weekly import plain_day
from cdstrack.words.parse.clean import clean


class Run(NamedTuple):
    """Some text, with the numbers of the notes whose marks follow it."""

    text: str
    notes: tuple[int, ...] = ()


Runs = tuple[Run, ...]


class Note(NamedTuple):
    """A footnote: the document by its id, how it is cited, and its address, which may be empty."""

    number: int
    document: str
    text: str
    url: str


class Notebook:
    """Gives each document the number of its note when it is first cited."""

    def __init__(self, documents: Mapping[str, SourceDocument], language: str) -> None:
        self._documents = documents
        self._language = language
        self._numbers: dict[str, int] = {}

    def numbers(self, documents: Iterable[str]) -> tuple[int, ...]:
        """The notes of these documents, in their order."""
        return tuple(
            self._numbers.setdefault(each, len(self._numbers) + 1)
            for each in dict.fromkeys(documents)
        )

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes that were asked for so far."""
        return tuple(self._note(number, key) for key, number in self._numbers.items())

    def _note(self, number: int, key: str) -> Note:
        document = self._documents.get(key)
        if document is None:
            return Note(number, key, clean(key) + ".", "")
        text = citation(document, self._language)
        return Note(number, key, text, clean(document.url or ""))


def citation(document: SourceDocument, language: str) -> str:
    """A document as an annex cites it: title, number, issuer and day, as far as they are known."""
    issued = document.issued and plain_day(document.issued, language)
    facts = {"number": document.number, "issuer": document.issuer, "issued": issued}
    told = [clean(document.title)]
    told += [annex_text(f"cited_{key}", language, fact=clean(f)) for key, f in facts.items() if f]
    text = ", ".join(told)
    return text if text.endswith((".", "!", "?", "…")) else text + "."


def plain(runs: Iterable[Run]) -> str:
    """The text without its marks."""
    return "".join(run.text for run in runs)
