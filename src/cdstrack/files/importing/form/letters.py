"""Whether the letters of a book are those that were meant.

Owns the search for old fonts and for text that was saved in another encoding, in all its cells.
"""

from cdstrack.core.problem import Problem
from cdstrack.files.csv.sheet import Book
from cdstrack.files.text.encodings import garbled_text, listed
from cdstrack.files.text.legacy_font import legacy_font
from cdstrack.files.text.mojibake import is_garbled, mojibake

_SAMPLE = 20_000
"""Letters of a file in which old fonts are looked for."""


def unreadable(book: Book) -> list[Problem]:
    """That the letters of a file are not those that were meant (CDS330 or CDS339)."""
    sample: list[str] = []
    length = 0
    for sheet in book.sheets:
        for _, cells in sheet.rows:
            texts = [cell for cell in cells if isinstance(cell, str)]
            sample += texts
            length += sum(map(len, texts))
            if length > _SAMPLE:
                break
    if font := legacy_font(" ".join(sample)):
        return [Problem("CDS330", {"font": font}, place=book.sheets[0].place(1))]
    # The letters of a file that is one text were examined with its encoding.
    found = [
        (cell, garbled_text(word, sheet.place(row, column)))
        for sheet in book.sheets
        if sheet.name is not None
        for row, cells in sheet.rows
        for column, cell in enumerate(cells, 1)
        if isinstance(cell, str) and (word := mojibake(cell))
    ]
    is_wrong = is_garbled("\n".join(cell for cell, _ in found))
    return listed([problem for _, problem in found]) if is_wrong else []
