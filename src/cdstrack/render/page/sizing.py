"""How wide each column of a page becomes, and where its lines are broken.

Owns the arithmetic of widths in terminal columns, so that a table never has to cut a number off, and
which words stay together: a number with its unit, a comparison sign with its number, a short remark
in brackets. Only a word that is wider than its room is cut; names alone are shortened, and only in
columns that say so.
"""

import re
from dataclasses import replace

from rich.cells import cell_len, split_graphemes

from cdstrack.render.page.layout import GUTTER, Cell, Column, Line, Listing, Page, Section

_SAMPLE = 100
"""The first rows decide how wide a column should be; a log has thousands."""
_NUMBER = re.compile(r"\S*\d\S*")
_LONGEST_NUMBER = 27
"""What the store can hold, as part and whole: 9.000.000.000.000/…; a longer word may be folded."""
_ANY_WIDTH = 1000
_TIE = "\N{NO-BREAK SPACE}"
_TIED = re.compile(
    r"(?<=[≥>≤<→]) (?=\S)"  # a sign and its number
    r"|(?<=\d) (?=[^\W\d_]|%|‰)"  # a number and the first word of its unit
    r"|(?<=điểm) (?=[%‰])"  # points of a share
)
_REMARK = re.compile(r"\([^()]{1,12}\)")


def natural_widths(page: Page) -> list[int]:
    """What each column would like: its longest line, or as much of it as the column may take."""
    return [
        max(_longest_number(page, place), min(column.most, max(map(cell_len, _texts(page, place)))))
        for place, column in enumerate(page.columns)
    ]


def least_widths(page: Page) -> list[int]:
    """How far each column may shrink: to its declared least, but not below a number in it."""
    return [
        min(natural, max(page.columns[place].least, _longest_number(page, place)))
        for place, natural in enumerate(natural_widths(page))
    ]


def least_width(page: Page) -> int:
    """The narrowest room in which the page keeps its numbers whole."""
    return sum(least_widths(page)) + _gutters(page)


def fitted_widths(page: Page, width: int) -> list[int]:
    """The widths of the columns in `width` columns of room.

    Columns shrink one by one, always the one that costs the fewest lines, until all fit; what is
    shortened costs none. Where even that is not enough the page is wider than its room rather than
    a number cut in two; `stacked` then needs less.
    """
    widths, least = natural_widths(page), least_widths(page)
    room = width - _gutters(page)
    heights = _Heights(page)
    while sum(widths) > room and widths != least:
        yielding = [place for place, size in enumerate(widths) if size > least[place]]
        cheapest = min(yielding, key=lambda place: heights.cost(widths, place))
        widths[cheapest] -= 1
    return widths


class _Heights:
    """How many lines a page takes at given widths, estimated without breaking a line for real."""

    def __init__(self, page: Page) -> None:
        rows = [row for section in page.sections for row in section.rows][:_SAMPLE]
        breaking = [not column.clipped for column in page.columns]
        self._breaking = breaking
        self._rows = [
            tuple(cell if breaks else () for cell, breaks in zip(row, breaking, strict=True))
            for row in rows
        ]

    def cost(self, widths: list[int], place: int) -> tuple[int, bool, int]:
        """Lines of the page with the column one narrower; then whether it is broken, and its width."""
        narrower = [size - (at == place) for at, size in enumerate(widths)]
        lines = sum(self._height(row, narrower) for row in self._rows)
        return lines, self._breaking[place], -widths[place]

    def _height(self, row: tuple[Cell, ...], widths: list[int]) -> int:
        pairs = zip(row, widths, strict=True)
        return max(sum(-(-len(line.text) // width) for line in cell) for cell, width in pairs)


def stacked(page: Page) -> Page:
    """The same page in one column, for a room in which its columns would cut numbers in two."""
    heads = [" · ".join(column.head) for column in page.columns]
    sections = tuple(
        Section(each.title, tuple((_stacked_row(row, heads),) for row in each.rows), each.folded)
        for each in page.sections
    )
    column = Column((), most=_ANY_WIDTH, least=_LONGEST_NUMBER)
    return replace(page, columns=(column,), sections=sections, ruled=True, dense=False)


def _stacked_row(row: tuple[Cell, ...], heads: list[str]) -> Cell:
    """The cells below one another; all but the first, which is the name, say what they are."""
    name, *others = row
    lines = list(name)
    for head, cell in zip(heads[1:], others, strict=True):
        if cell:
            lines += [Line(f"{head}: {cell[0].text}", cell[0].tone), *cell[1:]]
    return tuple(lines)


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
    return clipped(text, width)


def listed(listing: Listing, width: int) -> str:
    """The listing in one line: the entries that fit, at least a part of the first."""
    text = ""
    for count in range(1, len(listing.entries) + 1):
        named = ", ".join(listing.entries[:count])
        left = len(listing.entries) - count
        rest = listing.rest.format(n=left) if left else ""
        longer = f"{listing.lead} {named}{rest}"
        if cell_len(longer) <= width:
            text = longer
        elif count == 1:
            room = max(width - cell_len(f"{listing.lead} {rest}"), 1)
            text = f"{listing.lead} {clipped(named, room)}{rest}"
    return text


def _longest_number(page: Page, place: int) -> int:
    if page.columns[place].clipped:
        return 0
    numbers = (match for text in _texts(page, place) for match in _NUMBER.findall(text))
    return min(max(map(cell_len, numbers), default=0), _LONGEST_NUMBER)


def _texts(page: Page, place: int) -> list[str]:
    rows = [row for section in page.sections for row in section.rows]
    return [*page.columns[place].head, *(line.text for row in rows for line in row[place])]


def _gutters(page: Page) -> int:
    return page.gutter * (len(page.columns) - 1)


def packed(parts: Cell, width: int) -> list[Cell]:
    """The parts in as few rows as the width allows; none is broken to fill a row up."""
    rows: list[Cell] = []
    used = 0
    for part in parts:
        size = cell_len(part.text) + GUTTER
        if rows and used + size <= width + GUTTER:
            rows[-1] += (part,)
            used += size
        else:
            rows.append((part,))
            used = size
    return rows


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


def hung(line: str, width: int) -> list[str]:
    """The line within the width; what runs on stands two columns behind its own indent.

    >>> hung("  chốt năm 2022, chủ tịch duyệt", 20)
    ['  chốt năm 2022,', '    chủ tịch duyệt']
    """
    text = line.lstrip(" ")
    indent = line[: len(line) - len(text)]
    first, *others = wrapped(text, width - len(indent) - 2) or [""]
    return [indent + first, *(f"{indent}  {each}" for each in others)]


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
