"""From years and values to places in a drawing, and how places are written.

Owns the frame of the picture. Places are whole numbers of its units: a drawing has several hundred.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from cdstrack.core.verdict.trajectory import Point
from cdstrack.render.indicator.axes import nice_ticks
from cdstrack.words.parse.numbers import format_number

WIDTH, HEIGHT = 720, 250
LEFT, RIGHT, TOP, BOTTOM = 8, 712, 28, 220
_LETTER, _MOST_ASIDE = 9, 90
_TICKS = 4
_MOST_PLACES = 120
"""Places of a line that are all drawn."""

Place = tuple[float, float]


class Scale:
    """From decimal years and values to places."""

    def __init__(self, times: Sequence[float], values: Sequence[float], language: str) -> None:
        self.first, self.last = min(times), max(times)
        self.ticks = nice_ticks(min(values), max(values), _TICKS)
        self.labels = [format_number(tick, language) for tick in self.ticks]
        # The numbers are inside the drawing, before its first figure.
        self._left = LEFT + min(_MOST_ASIDE, _LETTER * max(map(len, self.labels)))

    def x(self, t: float) -> float:
        """The place of a time."""
        span = self.last - self.first
        return self._left + (RIGHT - self._left) * ((t - self.first) / span if span else 0.5)

    def y(self, value: float) -> float:
        """The height of a value."""
        low, high = self.ticks[0], self.ticks[-1]
        return BOTTOM - (BOTTOM - TOP) * (value - low) / (high - low)

    def at(self, point: Point) -> Place:
        """The place of a point."""
        return self.x(point.t), self.y(point.x)


def thinned(places: list[Place]) -> list[Place]:
    """The same line with at most four places a unit of width: first, lowest, highest, last."""
    if len(places) <= _MOST_PLACES:
        return places
    kept: list[Place] = []
    for _, found in groupby(places, key=lambda place: int(place[0])):
        column = list(found)
        telling = {0, len(column) - 1}
        telling |= {column.index(edge(column, key=lambda place: place[1])) for edge in (min, max)}
        kept += [column[at] for at in sorted(telling)]
    return kept


def places_text(places: Iterable[Place]) -> str:
    """The places as SVG writes them."""
    return " ".join(f"{coordinate(x)},{coordinate(y)}" for x, y in places)


def coordinate(place: float) -> str:
    """A coordinate, to the nearest whole: a drawing has several hundred.

    >>> coordinate(12.4), coordinate(-0.2)
    ('12', '0')
    """
    return str(round(place))
