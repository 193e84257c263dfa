"""A small line through a few figures, scaled into a square from 0 to 1.

Owns the scaling. Which figures are drawn is decided in the core, how they look in the template.
"""

from collections.abc import Sequence
from datetime import date

from cdstrack.render.page.layout import Picture

_MIDDLE = 0.5


def picture(
    title: str, figures: Sequence[tuple[date, float]], threshold: float | None
) -> Picture | None:
    """The figures from the first day to the last, lowest to highest; None of fewer than two.

    The target is in sight where it lies no further from the figures than they spread.

    >>> picture("x", [(date(2022, 1, 1), 5.0), (date(2022, 1, 11), 10.0)], 15.0)
    Picture(title='x', points=((0.0, 0.0), (1.0, 0.5)), level=1.0)
    """
    if len(figures) < 2:
        return None
    values = [value for _, value in figures]
    low, high = min(values), max(values)
    spread = high - low
    in_sight = threshold is not None and low - spread <= threshold <= high + spread
    if in_sight and threshold is not None:
        low, high = min(low, threshold), max(high, threshold)
    first, last = figures[0][0], figures[-1][0]

    def height(value: float) -> float:
        return (value - low) / (high - low) if high > low else _MIDDLE

    points = tuple(
        ((day - first).days / ((last - first).days or 1), height(value)) for day, value in figures
    )
    level = height(threshold) if in_sight and threshold is not None else None
    return Picture(title, points, level)
