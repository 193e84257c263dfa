"""Conflicts between figures of one day: a stock or a rank has one value a day, whatever its period.

Owns which figures that concerns. A flow, a growth and a rate are about their whole span instead,
so `2022-06` and `2022-Q2` are two things.
"""

from collections.abc import Iterable

from cdstrack.core.plan.model import Indicator, Measure
from cdstrack.core.record.observation import Observation

_OF_A_DAY = {Measure.STOCK, Measure.RANK}
_STATED = ("value", "state", "numerator", "denominator", "qualifier")


def same_day(
    figure: Observation, others: Iterable[Observation], indicator: Indicator
) -> Observation | None:
    """The figure recorded last for the same day under another period; None where there is none."""
    if indicator.measure not in _OF_A_DAY or not figure.is_figure:
        return None
    found = (
        other
        for other in others
        if other.period.end == figure.period.end
        and other.cell[:3] == figure.cell[:3]
        and other.period != figure.period
        and other.is_figure
    )
    return max(found, key=lambda other: other.id or 0, default=None)


def contradicting(recorded: Observation, figure: Observation) -> tuple[str, ...]:
    """The fields in which two figures of one day contradict each other; empty if they agree."""
    return tuple(name for name in _STATED if getattr(recorded, name) != getattr(figure, name))
