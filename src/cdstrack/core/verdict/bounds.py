"""Between which values everything lies that is said of the future.

Owns how large the field of a place is taken to be: that of the latest figure that names one
(`31/63`), else the one that the target states (`of: 63`).
"""

from collections.abc import Iterable
from fractions import Fraction

from cdstrack.core.plan.limits import limits
from cdstrack.core.plan.model import Indicator, Target, Unit
from cdstrack.core.verdict.series import SeriesValue

Bounds = tuple[Fraction | None, Fraction | None]


def bounds_of(
    indicator: Indicator, figures: Iterable[SeriesValue], target: Target | None = None
) -> Bounds:
    """The bounds of possible values: the limits of the indicator, or the field of a rank.

    Args:
        indicator: What is measured.
        figures: What is known of it, in order of time.
        target: Which of its targets is asked about.
    """
    low, high = (None if limit is None else Fraction(limit) for limit in limits(indicator))
    field = _field(figures, target) if indicator.unit is Unit.RANK else None
    ceilings = [end for end in (high, field) if end is not None]
    return low, min(ceilings, default=None)


def _field(figures: Iterable[SeriesValue], target: Target | None) -> Fraction | None:
    named = [figure.observation.denominator for figure in figures]
    stated = [target.of] if target else []
    return next((Fraction(field) for field in (*reversed(named), *stated) if field), None)


def held(value: float, bounds: Bounds) -> float:
    """The value inside the bounds."""
    floor, ceiling = bounds
    if floor is not None:
        value = max(float(floor), value)
    return value if ceiling is None else min(float(ceiling), value)
