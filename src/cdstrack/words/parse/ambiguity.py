"""What a person should look at again though it could be read: the other thing it may have meant.

Owns doubts about one number as it was written. Nothing is refused here: the figure is kept as read,
and who wrote it hears of the other reading.
"""

import re
from decimal import Decimal

from cdstrack.core.plan.comparators import Limit, TargetKind
from cdstrack.core.plan.model import Direction, Indicator, Unit
from cdstrack.core.plan.values import format_decimal
from cdstrack.core.problem import Problem, Severity
from cdstrack.words.parse.numbers import read_number
from cdstrack.words.parse.values import Reading

_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}[.,]\d{3}(?![\d.,])", re.ASCII)
_MOST_OF_A_SHARE = 2
"""Decimals that a share below one percent is printed with; more of them look like a quotient."""
_LARGE_GOAL = 10
"""Percent; where every goal is at least so large, a figure below one is hardly meant."""


def doubts(reading: Reading, indicator: Indicator) -> list[Problem]:
    """Every warning about how a value was written (CDS236, CDS240)."""
    found = (point_was_decimal(reading), share_of_one(reading, indicator))
    return [doubt for doubt in found if doubt is not None]


def point_was_decimal(reading: Reading) -> Problem | None:
    """A warning where `1.446` was read as a decimal only because 1446 is out of bounds.

    The contract takes the one reading that is possible; whoever meant the other must hear it.
    """
    grouped = _GROUPED.search(reading.entered)
    if grouped is None or reading.value is None or reading.numerator is not None:
        return None
    readings = read_number(grouped[0])
    if isinstance(readings, Problem) or len(readings) == 1 or reading.value != readings[1]:
        return None
    shown, other = format_decimal(reading.value), format_decimal(readings[0])
    facts = {"value": grouped[0], "computed": shown, "other": other}
    return Problem("CDS236", facts, Severity.WARNING)


def share_of_one(reading: Reading, indicator: Indicator) -> Problem | None:
    """A warning where a percentage may be a share of one: 0,6784 in a cell that is not shown as %.

    Shares below one percent exist, so the number is taken as it stands. Who writes the sign, or has
    the cell show it, has said which one is meant.
    """
    value = reading.value
    if indicator.unit is not Unit.PERCENT or value is None or reading.numerator is not None:
        return None
    if not 0 < value < 1 or "%" in reading.entered:
        return None
    shown, other = format_decimal(value), format_decimal(value * 100)
    is_quotient = len(shown.partition(".")[2]) > _MOST_OF_A_SHARE
    if not (is_quotient or _is_far_below_its_goals(indicator)):
        return None
    facts = {"value": reading.entered, "computed": shown, "other": other}
    facts["other_vi"] = other.replace(".", ",")
    return Problem("CDS240", facts, Severity.WARNING)


def _is_far_below_its_goals(indicator: Indicator) -> bool:
    """Whether all that the plan says about an indicator that should rise is far from below one."""
    goals = [each.stated_value or None for each in indicator.targets if _is_plain_floor(each.kind)]
    goals += [indicator.baseline.value] if indicator.baseline else []
    known = [goal for goal in goals if isinstance(goal, Decimal)]
    is_rising = indicator.direction is Direction.INCREASE
    return is_rising and bool(known) and min(known) >= _LARGE_GOAL


def _is_plain_floor(kind: TargetKind) -> bool:
    return kind.is_absolute and kind.limit is Limit.FLOOR
