"""Where lines are broken: at words, never inside one that fits a line.

Owns which words stay together (a number with its unit, a comparison sign with its number, a short
remark in brackets, in sentences a command to type), and what becomes of a word that is wider than its
room. Everything is measured in terminal columns.
"""

import re
from collections.abc import Iterator

from rich.cells import cell_len, split_graphemes

_TIE = "\N{NO-BREAK SPACE}"
_TIED = re.compile(
    r"(?<=[≥>≤<→]) (?=\S)"  # a sign and its number
    r"|(?<=\d) (?=[^\W\d_]|%|‰)"  # a number and the first word of its unit
    r"|(?<=điểm) (?=[%‰])"  # points of a share
)
_REMARK = re.compile(r"\([^()]{1,12}\)")
_COMMAND = re.compile(
    r"cdstrack(?: (?:--?[a-z-]+|\"[^\"]*\"|[a-z0-9][\w./:=-]*|[A-ZĐ][A-ZĐÀ-Ỹ_-]*)(?![^\s,;.)]))+"
)
_NAME_AND_VALUE = re.compile(r" *(?:\S+ )*\S+ {2,}(?=\S)")
_MARKS = "-/_=;,"
"""A word that must be broken is broken behind one of these where it can be."""
_HANG = 2


def wrapped(text: str, width: int, hang: int = 0) -> list[str]:
    """The text in lines of at most `width` columns, all but the first `hang` columns shorter.

    >>> wrapped("≥ 90% của 1.446 hồ sơ", 10)
    ['≥ 90% của', '1.446 hồ', 'sơ']
    """
    if cell_len(text) <= width:
        return [text.replace(_TIE, " ")]
    lines: list[str] = []
    for word in _tied(text).split(" "):
        rest = width - hang if lines else width
        for part in [word] if cell_len(word) <= rest else _parts(word, width - hang):
            room = width if len(lines) == 1 else width - hang
            if lines and cell_len(lines[-1]) + 1 + cell_len(part) <= room:
                lines[-1] += f" {part}"
            else:
                lines.append(part)
    return [line.replace(_TIE, " ") for line in lines]


def hung(line: str, width: int) -> list[str]:
    """The line within the width; what runs on is indented two columns more than the line itself.

    Of a name and a value with a gap between them, the value runs on below itself. A command to
    type is broken only where it is longer than a line, so that it can be copied.

    >>> hung("  chốt năm 2022, chủ tịch duyệt", 20)
    ['  chốt năm 2022, chủ', '    tịch duyệt']
    >>> hung("kỳ   quý III năm 2022", 16)
    ['kỳ   quý III năm', '     2022']
    """
    if cell_len(line) <= width:
        return [line]
    text = line.lstrip(" ")
    indent = len(line) - len(text)
    hang = _hang(line, width - indent, indent)
    tied = _COMMAND.sub(lambda match: match[0].replace(" ", _TIE), text)
    first, *others = wrapped(tied, width - indent, hang)
    return [" " * indent + first, *(" " * (indent + hang) + each for each in others)]


def folded(text: str, width: int) -> str:
    """The text with every line of it within the width."""
    return "\n".join(_folded(text, width))


def _folded(text: str, width: int) -> Iterator[str]:
    for line in text.split("\n"):
        # An address that the terminal links takes fewer columns than it has letters.
        yield from [line] if "\x1b" in line else hung(line, width)


def _hang(line: str, room: int, indent: int) -> int:
    """How far what runs on is indented beyond the line.

    Below its value, where that leaves half the room, and enough for the longest word.
    """
    name = _NAME_AND_VALUE.match(line)
    behind = cell_len(name[0]) - indent if name else _HANG
    longest = max(map(cell_len, line.split()))
    return behind if behind <= room // 2 and behind + longest <= room else _HANG


def clipped(text: str, width: int) -> str:
    """The text in one line: the words that fit, and a mark where there were more.

    >>> clipped("Hồ sơ công việc cấp tỉnh", 16), clipped("Cáp quang", 16)
    ('Hồ sơ công việc…', 'Cáp quang')
    """
    if cell_len(text) <= width:
        return text
    first, *_ = wrapped(text, max(width - 1, 1))
    return f"{first.rstrip(' ,;:')}…"


def clipped_inside(text: str, width: int) -> str:
    """The same with the end kept: names of one family differ there.

    >>> clipped_inside("Hồ sơ công việc cấp tỉnh", 16)
    'Hồ sơ… cấp tỉnh'
    """
    words = text.split(" ")
    for first in (2, 1):
        head = " ".join(words[:first])
        for place in range(first + 1, len(words)):
            shorter = f"{head}… {' '.join(words[place:])}"
            if cell_len(shorter) <= width:
                return shorter
    room = width - cell_len(words[-1]) - len("… ")
    if len(words) > 1 and room > 0:
        return f"{_pieces(words[0], room)[0]}… {words[-1]}"
    return clipped(text, width)


def _tied(text: str) -> str:
    tied = _TIED.sub(_TIE, text)
    return _REMARK.sub(lambda match: match[0].replace(" ", _TIE), tied)


def _parts(word: str, width: int) -> list[str]:
    """A word too wide for a line: its tied words, or what of a single one fits."""
    return [piece for tied in word.split(_TIE) for piece in _pieces(tied, width)]


def _pieces(word: str, width: int) -> list[str]:
    spans, _ = split_graphemes(word)
    pieces = [""]
    for start, end, size in spans:
        if pieces[-1] and cell_len(pieces[-1]) + size > width:
            at = max(map(pieces[-1].rfind, _MARKS)) + 1
            at = at if 2 * at > len(pieces[-1]) else len(pieces[-1])
            pieces[-1:] = [pieces[-1][:at], pieces[-1][at:]]
        pieces[-1] += word[start:end]
    return pieces
