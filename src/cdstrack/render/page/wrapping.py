"""Lines broken at words, as people would break them, in terminal columns.

Owns which words stay together: a number with its unit, a comparison sign with its number, a short
remark in brackets. Only a word that is wider than its room is cut, and nothing is left out.
"""

import re

from rich.cells import cell_len, split_graphemes

_TIE = "\N{NO-BREAK SPACE}"
_TIED = re.compile(
    r"(?<=[≥>≤<→]) (?=\S)"  # a sign and its number
    r"|(?<=\d) (?=[^\W\d_]|%|‰)"  # a number and the first word of its unit
    r"|(?<=điểm) (?=[%‰])"  # points of a share
)
_REMARK = re.compile(r"\([^()]{1,12}\)")


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` columns.

    >>> wrapped("≥ 90% của 1.446 hồ sơ", 10)
    ['≥ 90% của', '1.446 hồ', 'sơ']
    """
    lines: list[str] = []
    for word in _tied(text).split(" "):
        for part in [word] if cell_len(word) <= width else _parts(word, width):
            if lines and cell_len(lines[-1]) + 1 + cell_len(part) <= width:
                lines[-1] += f" {part}"
            else:
                lines.append(part)
    return [line.replace(_TIE, " ") for line in lines]


def _tied(text: str) -> str:
    tied = _TIED.sub(_TIE, text.replace(_TIE, " "))
    return _REMARK.sub(lambda match: match[0].replace(" ", _TIE), tied)


def _parts(word: str, width: int) -> list[str]:
    """A word too wide for a line: its tied words, or what of a single one fits."""
    return [piece for tied in word.split(_TIE) for piece in _pieces(tied, width)]


def _pieces(word: str, width: int) -> list[str]:
    spans, _ = split_graphemes(word)
    pieces, used = [""], 0
    for start, end, size in spans:
        if pieces[-1] and used + size > width:
            pieces.append("")
            used = 0
        pieces[-1] += word[start:end]
        used += size
    return pieces
