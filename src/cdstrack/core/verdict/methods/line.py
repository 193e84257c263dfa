"""A straight line by weighted least squares, which `escap` and `aarr` share."""

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple


class Weighted(NamedTuple):
    """One figure for the fit: its value, years since the origin, the value fitted, its weight."""

    x: float
    years: float
    fitted: float
    weight: float


class FittedLine(NamedTuple):
    """A fitted line: it runs through the weighted means (`middle`, `level`) with `slope`.

    The slope is `cross` over `spread`, the weighted sums of (t - middle) * (y - level) and of
    (t - middle)^2.
    """

    middle: float
    level: float
    cross: float
    spread: float

    @property
    def slope(self) -> float:
        """Change per year."""
        return self.cross / self.spread


def fit(rows: Sequence[Weighted]) -> FittedLine:
    """The line by weighted least squares; the rows have at least two different years.

    >>> fit([Weighted(10, 0, 10, 1), Weighted(12, 1, 12, 5), Weighted(14, 2, 14, 9)]).slope
    2.0
    """
    total = fsum(row.weight for row in rows)
    middle = fsum(row.weight * row.years for row in rows) / total
    level = fsum(row.weight * row.fitted for row in rows) / total
    cross = fsum(row.weight * (row.years - middle) * (row.fitted - level) for row in rows)
    spread = fsum(row.weight * (row.years - middle) ** 2 for row in rows)
    return FittedLine(middle, level, cross, spread)
