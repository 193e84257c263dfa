"""The cells of many lines at once, column by column.

Owns the cutting of lines in which nothing is quoted. What all of them have in common at their left
and right ends is taken off first and told once: in a file that is sorted, or that leaves columns
empty, most cells need not be cut at all.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Table(NamedTuple):
    """Cells by the position of their column: one a row in `own`, or one for all in `shared`."""

    own: Mapping[int, Sequence[str]]
    shared: Mapping[int, str]


def cut_columns(text: str, separator: str, width: int) -> Table | None:
    r"""The cells of lines, all of them cut at once; None where a row has more or fewer.

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
    """How many cells two rows have in common from their beginning on, at most `most`."""
    for at in range(most):
        if first[at] != last[at]:
            return at
    return most


def _head(cells: Sequence[str], count: int, separator: str) -> str:
    """What a line begins with that has these cells first."""
    return "".join(f"{cell}{separator}" for cell in cells[:count])


def _tail(cells: Sequence[str], count: int, separator: str) -> str:
    """What a line ends with that has these cells last, its end included."""
    return "".join([*(f"{separator}{cell}" for cell in cells[len(cells) - count :]), "\n"])
