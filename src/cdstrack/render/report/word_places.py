"""Where the words of a sign stand in a drawing, so that those of two signs do not lie over each other.

Owns the room that signs and words take, in the units of the drawing.
"""

from collections.abc import Sequence
from typing import NamedTuple

_SIGN, _LETTER, _LINE = 6, 8, 15
"""Half of a sign, what a letter takes, and the height of a line."""


class Signed(NamedTuple):
    """A sign at a place, and its words; `side` says to which side of the place they run."""

    x: float
    y: float
    side: str
    words: str


class _Box(NamedTuple):
    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def words_below(signed: Sequence[Signed]) -> list[bool]:
    """Which words stand below their sign: those that above it lie over another sign or its words.

    From the highest sign down; where there is no room below either, they stay above.
    """
    signs = [_Box(x - _SIGN, x + _SIGN, y - _SIGN, y + _SIGN) for x, y, _, _ in signed]
    found, placed = [False] * len(signed), list[_Box]()
    for place in sorted(range(len(signed)), key=lambda each: signed[each].y):
        in_the_way = [*signs[:place], *signs[place + 1 :], *placed]
        above, below = (_room(signed[place], shift) for shift in (-_SIGN, _SIGN + _LINE))
        found[place] = any(map(above.meets, in_the_way)) and not any(map(below.meets, in_the_way))
        placed.append(below if found[place] else above)
    return found


def _room(signed: Signed, shift: float) -> _Box:
    """The room of the words on a line that lies `shift` under the place."""
    wide, foot = len(signed.words) * _LETTER, signed.y + shift
    left = signed.x - {"start": 0.0, "middle": wide / 2, "end": wide}[signed.side]
    return _Box(left, left + wide, foot - _LINE, foot)
