"""How a figure becomes points: by steps, or by its share of the target. Exact, unrounded."""

from datetime import date
from fractions import Fraction

from cdstrack.core.plan.composite import Points
from cdstrack.core.plan.model import Indicator
from cdstrack.core.record.observation import Observation, number_of
from cdstrack.core.verdict.threshold import Threshold, threshold_of


def points_of(indicator: Indicator, figure: Observation) -> Fraction | None:
    """The points of a figure; None if it is no number, or no target defines them.

    Args:
        indicator: One with `points`.
        figure: A figure of it.
    """
    rule, value = indicator.points, number_of(figure, indicator.unit)
    if rule is None or value is None:
        return None
    if rule.by is None:
        return _by_steps(rule, value, figure)
    reached = _share_of_target(indicator, value, figure.period.end)
    return None if reached is None else reached * Fraction(rule.max)


def _by_steps(rule: Points, value: Fraction, figure: Observation) -> Fraction:
    """The points of the highest step that the figure reaches; none below all of them."""
    reached = (
        step
        for step in rule.steps
        if Threshold(low=Fraction(step.at_least)).satisfied_by(value, figure.qualifier)
    )
    highest = max(reached, key=lambda step: step.at_least, default=None)
    return Fraction(0) if highest is None else Fraction(highest.points)


def _share_of_target(indicator: Indicator, value: Fraction, day: date) -> Fraction | None:
    """Value over target, from 0 to 1; of what should fall the target over the value.

    Of a target of zero or less there are no parts: it is met or not.
    """
    asked, sign = target_number(indicator, day), indicator.direction.sign or 1
    if asked is None:
        return None
    if value * sign >= asked * sign:
        return Fraction(1)
    if asked <= 0:
        return Fraction(0)
    return max(Fraction(0), asked / value if sign < 0 else value / asked)


def target_number(indicator: Indicator, day: date) -> Fraction | None:
    """What is asked on a day: the number of the first target that is not past, else of the last.

    Targets without a number ask for nothing here.
    """
    numbers = []
    for target in indicator.ordered_targets:
        threshold = threshold_of(target, indicator.baseline, indicator.direction)
        end = None if threshold is None else threshold.wanted_end(indicator.direction.sign)
        if end is not None:
            numbers.append((target.due or date.max, end))
    current = [number for due, number in numbers if due >= day]
    return current[0] if current else numbers[-1][1] if numbers else None
