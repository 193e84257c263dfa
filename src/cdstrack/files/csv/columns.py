"""Splits many CSV lines into cells at once, column by column.

Owns the splitting of lines without quotes. Cells that all lines share at their left and right ends
are removed first and kept once: in a sorted file, or one with empty columns, most cells need no
splitting at all.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Table(NamedTuple):
    """Cells by column position: in `own` one for each row, in `shared` one for all rows."""

    own: Mapping[int, Sequence[str]]
    shared: Mapping[int, str]


def cut_columns(text: str, separator: str, width: int) -> Table | None:
    r"""The cells of the lines, by column; None unless every row has `width` cells.

    >>> cut_columns("a,1,,exact\na,2,,exact\n", ",", 4)
    Table(own={1: ['1', '2']}, shared={0: 'a', 2: '', 3: 'exact'})
    """
    if not text.endswith("\n"):
        text += "\n"
    rows = text.count("\n")
    first = text[: text.index("\n")].split(separator)
    last = text[text.rfind("\n", 0, -1) + 1 : -1].split(separator)
    if not len(first) == len(last) == width:
        return None
    left = _common(first, last, width - 1)
    while left and text.count(f"\n{_head(first, left, separator)}") != rows - 1:
        left //= 2
    right = _common(first[::-1], last[::-1], width - 1 - left)
    while right and text.count(_tail(first, right, separator)) != rows:
        right //= 2
    between = width - left - right
    head, tail = _head(first, left, separator), _tail(first, right, separator)
    # An end of line becomes a cell of its own, which must then come after all those between.
    text = text[len(head) : -len(tail)]
    cells = text.replace(f"{tail}{head}", f"{separator}\n{separator}").split(separator)
    is_even = len(cells) == (between + 1) * rows - 1
    if not is_even or cells[between :: between + 1] != ["\n"] * (rows - 1):
        return None
    own = {left + at: cells[at :: between + 1] for at in range(between)}
    ends = (*range(left), *range(width - right, width))
    return Table(own, {at: first[at] for at in ends})


def _common(first: Sequence[str], last: Sequence[str], most: int) -> int:
    """How many leading cells two rows share, at most `most`."""
    for at in range(most):
        if first[at] != last[at]:
            return at
    return most


def _head(cells: Sequence[str], count: int, separator: str) -> str:
    """The beginning of a line whose first `count` cells are these."""
    return "".join(f"{cell}{separator}" for cell in cells[:count])


def _tail(cells: Sequence[str], count: int, separator: str) -> str:
    """The end of a line whose last `count` cells are these, with its line break."""
    return "".join([*(f"{separator}{cell}" for cell in cells[len(cells) - count :]), "\n"])
