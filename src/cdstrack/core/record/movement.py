"""How far a figure moved since the previous one that it may be compared with.

Owns which two figures are comparable: never across a definition break; a flow only with the same
part of the year before; a rate only with a period of the same kind. Judges no target.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from cdstrack.core.plan.model import Break, Indicator, Measure
from cdstrack.core.record.agreement import rounds_to
from cdstrack.core.record.observation import SHARE_OF, Observation, exact_value, number_of
from cdstrack.core.record.period import Period, Precision

_NEARLY_AS_LONG = timedelta(days=5)


class NotCompared(StrEnum):
    """Why a figure is not compared with an earlier one."""

    FIRST = "first"
    BREAK = "break"
    NO_SAME_PART = "no_same_part"
    OTHER_SPAN = "other_span"
    NO_FIGURE = "no_figure"


@dataclass(frozen=True, slots=True)
class Movement:
    """The change of a figure from the previous comparable one, or the reason why there is none.

    `change` is the figure minus the previous one, in the unit; for a state, in steps. `better`
    says whether it went the wanted way; None where it stood still. `broken_by` is the break that
    lies between the figure and the earlier ones. `numerator` and `denominator` tell which part of
    a share moved.
    """

    previous: Observation | None = None
    change: Fraction | None = None
    better: bool | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    same_part: bool = False
    not_compared: NotCompared | None = None
    broken_by: Break | None = None


def movement(figure: Observation, others: Iterable[Observation], indicator: Indicator) -> Movement:
    """The change of a figure from the previous comparable one.

    Args:
        figure: The figure.
        others: Figures of its indicator; those of another unit or part are left out here.
        indicator: What is measured.
    """
    value = number_of(figure, indicator.unit)
    if value is None:
        return Movement(not_compared=NotCompared.NO_FIGURE)
    earlier = sorted(
        (other for other in others if _is_earlier(other, figure)),
        key=lambda other: (other.period.end, other.id or 0),
    )
    if not earlier:
        return Movement(not_compared=NotCompared.FIRST)
    since, broken_by = last_break(indicator, figure.period.end)
    unbroken = [other for other in earlier if since is None or other.period.end >= since]
    if not unbroken:
        return Movement(not_compared=NotCompared.BREAK, broken_by=broken_by)
    alike = [
        other for other in unbroken if are_alike(other.period, figure.period, indicator.measure)
    ]
    if not alike:
        of_a_year = indicator.measure.speaks_of_a_year
        why = NotCompared.NO_SAME_PART if of_a_year else NotCompared.OTHER_SPAN
        return Movement(not_compared=why)
    return _compared(figure, alike[-1], value, indicator)


def comparable(
    figure: Observation, others: Iterable[Observation], indicator: Indicator
) -> list[Observation]:
    """All earlier figures comparable with one, in chronological order, one for each day.

    Of a flow they are the same parts of earlier years.
    """
    since, _ = last_break(indicator, figure.period.end)
    by_day = {
        other.period.end: other
        for other in sorted(others, key=lambda other: other.id or 0)
        if _is_earlier(other, figure)
        and (since is None or other.period.end >= since)
        and are_of_a_kind(other.period, figure.period, indicator.measure)
    }
    return [by_day[day] for day in sorted(by_day)]


def are_of_a_kind(earlier: Period, later: Period, measure: Measure) -> bool:
    """Whether figures of two periods lie on one line: of a flow, those of the same part of a year."""
    if measure is Measure.FLOW:
        return _part(earlier) == _part(later)
    return are_alike(earlier, later, measure)


def contradicts_itself(figure: Observation, indicator: Indicator) -> bool:
    """Whether the percentage printed by the source contradicts its own two numbers.

    It agrees when the share rounds to it at the decimals it is printed with: 68 beside 67.84 does,
    80.2 beside 96.17 does not.
    """
    is_share = indicator.unit in SHARE_OF and figure.denominator is not None
    if figure.stated is None or not is_share:
        return False
    computed = exact_value(figure, indicator.unit)
    return computed is not None and not rounds_to(computed, figure.stated)


def _compared(
    figure: Observation, previous: Observation, value: Fraction, indicator: Indicator
) -> Movement:
    change = value - (number_of(previous, indicator.unit) or Fraction(0))
    wanted = change * indicator.direction.sign
    is_share = indicator.unit in SHARE_OF
    return Movement(
        previous=previous,
        change=change,
        better=None if wanted == 0 else wanted > 0,
        numerator=_difference(figure.numerator, previous.numerator) if is_share else None,
        denominator=_difference(figure.denominator, previous.denominator) if is_share else None,
        same_part=indicator.measure.speaks_of_a_year,
    )


def _is_earlier(other: Observation, figure: Observation) -> bool:
    same_series = other.cell[:3] == figure.cell[:3]
    return same_series and other.is_figure and other.period.end < figure.period.end


def last_break(indicator: Indicator, day: date) -> tuple[date | None, Break | None]:
    """The last break up to the day; figures of the day itself are measured the new way."""
    past = [each for each in indicator.breaks if each.date <= day]
    last = max(past, key=lambda each: each.date, default=None)
    return (last.date, last) if last else (None, None)


def are_alike(earlier: Period, later: Period, measure: Measure) -> bool:
    """Whether a figure of the later period may be compared with one of the earlier."""
    if measure.speaks_of_a_year:
        return is_same_part_of_the_year_before(earlier, later)
    if measure is not Measure.RATE:
        return True
    as_long = abs(earlier.length - later.length) <= _NEARLY_AS_LONG
    return earlier.precision is later.precision and (
        as_long or later.precision is not Precision.RANGE
    )


def is_same_part_of_the_year_before(earlier: Period, later: Period) -> bool:
    """Whether two periods are the same days of two years in a row."""
    year_before = earlier.end.year == later.end.year - 1
    return year_before and _part(earlier) == _part(later)


def _part(period: Period) -> tuple[int, int, int, int]:
    """The days of a year that a period is about."""
    start, end = period.start, period.end
    return start.month, start.day, end.month, end.day


def _difference(new: Decimal | None, old: Decimal | None) -> Decimal | None:
    return None if new is None or old is None else new - old
