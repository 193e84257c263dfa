"""What makes a figure doubtful beside its neighbours: the same rules at entry, in `check` and in reports.

Owns what a plausible course looks like. A doubtful figure is kept and judged all the same; until it
is corrected or accepted, reports mark it. Which two figures may be compared at all is decided in
`cdstrack.core.record.movement`.
"""

from collections import deque
from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import sqrt

from cdstrack.core.checks.finding import about_observation
from cdstrack.core.plan.comparators import Limit, TargetKind
from cdstrack.core.plan.model import Direction, Indicator, Measure, Unit
from cdstrack.core.plan.values import format_decimal
from cdstrack.core.problem import Problem, Severity
from cdstrack.core.record.movement import comparable, movement
from cdstrack.core.record.observation import SHARE_OF, Observation, number_of, to_decimal
from cdstrack.core.record.period import Precision

JUMP_OF_A_WHOLE = Fraction(30, 100)
"""A share that moves by more of its whole than this within a year needs a check."""
JUMP_OF_A_FIELD = Fraction(1, 2)
"""A place that moves by more of its field than this needs a check."""
JUMP_TIMES = 5
"""A count, amount or index that grows or shrinks more often than this within a year needs a check."""
OFF_TIMES = 5
"""A move that is more often than this the largest one before it is far off the series."""
OFF_OF_A_WHOLE = 0.05
"""A share that moves by less of its whole than this is never far off its series."""
OFF_OF_A_NUMBER = 0.25
"""Any other figure that moves by less of itself than this is never far off its series."""
FEWEST_MOVES = 4
"""A series of fewer moves says nothing about a usual one."""
LOOKED_BACK = 120
"""Figures before one that are its neighbours."""
_MOVES_LOOKED_AT = 24
_SMALLEST = 10
_DAYS_OF_A_YEAR = 365.25
_MOST_OF_A_SHARE = 2
"""Decimals that a share below one percent is printed with; more of them look like a quotient."""
_ENOUGH_ALIKE = 3
"""A series of so many figures of one or less is about small shares."""
_LARGE_GOAL = 10
"""Percent; if all targets are at least this large, a figure of one or less is unlikely."""
_COUNTED = {Unit.COUNT, Unit.AMOUNT}

Neighbours = Sequence[Observation]


def doubts_of(
    figure: Observation, series: Iterable[Observation], indicator: Indicator
) -> list[Problem]:
    """Everything that makes one figure doubtful.

    Args:
        figure: The figure, of this series or about to enter it.
        series: The figures of its indicator, in any order; those of another series are left out.
        indicator: What they are figures of.
    """
    if not figure.is_figure:
        return []
    mine = _place(figure)
    others = [each for each in series if each.is_figure and each.cell[:3] == figure.cell[:3]]
    before = sorted((each for each in others if _place(each) < mine), key=_place)
    after = min((each for each in others if _place(each) > mine), key=_place, default=None)
    return list(_doubts(figure, before[-LOOKED_BACK:], after, indicator))


def figure_before(figure: Observation, series: Iterable[Observation]) -> Observation | None:
    """The figure of the same series before this one in time."""
    before = (
        each
        for each in series
        if each.is_figure and each.cell[:3] == figure.cell[:3] and _place(each) < _place(figure)
    )
    return max(before, key=_place, default=None)


def doubts_in(
    series: Sequence[Observation], indicator: Indicator
) -> Iterator[tuple[Observation, Problem]]:
    """The same for every figure of one series, which is in order of time."""
    figures = [each for each in series if each.is_figure]
    for at, figure in enumerate(figures):
        after = figures[at + 1] if at + 1 < len(figures) else None
        before = figures[max(0, at - LOOKED_BACK) : at]
        for problem in _doubts(figure, before, after, indicator):
            yield figure, problem


def open_doubts(
    figure: Observation, problems: Iterable[Problem], accepted: Container[str]
) -> tuple[str, ...]:
    """The codes of what makes a figure doubtful and was not accepted."""
    keys = {problem.code: about_observation(problem, figure).key for problem in problems}
    return tuple(code for code, key in keys.items() if key not in accepted)


def _place(figure: Observation) -> tuple[date, str]:
    return figure.period.end, figure.period.text


def _doubts(
    figure: Observation, before: Neighbours, after: Observation | None, indicator: Indicator
) -> Iterator[Problem]:
    jump = _jumps(figure, before, indicator)
    found = (
        jump or _is_far_off(figure, before, indicator),
        _flow_falls(figure, before, indicator),
        _share_of_one(figure, [*before, after] if after else before, indicator),
    )
    yield from (problem for problem in found if problem is not None)


def _jumps(figure: Observation, before: Neighbours, indicator: Indicator) -> Problem | None:
    """A figure does not move further in a year than such figures do.

    A share: 30 points of 100. A place: half of the field. A count, amount or index: five times,
    unless both are below ten. Over several years a share and a count may move so far each year.
    """
    if figure.state is not None:
        return None
    moved = movement(figure, before_of(figure, before, indicator), indicator)
    previous, change = moved.previous, moved.change
    if previous is None or change is None or not _is_jump(figure, previous, change, indicator):
        return None
    was, now = number_of(previous, indicator.unit), number_of(figure, indicator.unit)
    if was is None or now is None:
        return None
    return _warning("CDS503", before=_plain(was), after=_plain(now), earlier=previous.period.text)


def before_of(
    figure: Observation, before: "Neighbours | deque[Observation]", indicator: Indicator
) -> Iterable[Observation]:
    """The earlier figures that may be the one to compare with; of a stock, only the last."""
    if indicator.measure not in {Measure.STOCK, Measure.RANK}:
        return before
    earlier = (each for each in reversed(before) if each.period.end < figure.period.end)
    return [each for each in [next(earlier, None)] if each is not None]


def _is_jump(
    figure: Observation, previous: Observation, change: Fraction, indicator: Indicator
) -> bool:
    years = _years(previous.period.end, figure.period.end)
    if indicator.unit in SHARE_OF:
        return abs(change) > JUMP_OF_A_WHOLE * SHARE_OF[indicator.unit] * years
    if indicator.unit is Unit.RANK:
        field = figure.denominator or (indicator.bounds or (None, None))[1]
        return field is not None and abs(change) > JUMP_OF_A_FIELD * Fraction(field)
    after = number_of(figure, indicator.unit) or Fraction(0)
    small, large = sorted((abs(after - change), abs(after)))
    return large >= _SMALLEST and 0 < small * JUMP_TIMES ** float(years) < large


def _years(earlier: date, later: date) -> Fraction:
    """The years between two days, at least one."""
    return max(Fraction(1), Fraction((later - earlier).days) / Fraction(_DAYS_OF_A_YEAR))


def _is_far_off(figure: Observation, before: Neighbours, indicator: Indicator) -> Problem | None:
    """A figure does not move far more than its series ever did.

    Moves are compared over the root of the time that they took, as moves by chance add up.
    """
    now = number_of(figure, indicator.unit)
    if now is None or figure.state is not None or indicator.unit is Unit.RANK:
        return None
    series = comparable(figure, before, indicator)[-_MOVES_LOOKED_AT:]
    if len(series) <= FEWEST_MOVES:
        return None
    previous = series[-1]
    move, days = _move(previous, figure, indicator.unit)
    if move < _least_move(previous, now, indicator.unit) or days <= 0:
        return None
    moves = [_move(earlier, later, indicator.unit) for earlier, later in pairwise(series)]
    usual = max((size / sqrt(took) for size, took in moves if took > 0), default=0.0)
    if move / sqrt(days) <= OFF_TIMES * usual:
        return None
    was = number_of(previous, indicator.unit) or Fraction(0)
    largest = max(size for size, _ in moves)
    return _warning(
        "CDS513",
        before=_plain(was),
        after=_plain(now),
        earlier=previous.period.text,
        largest=_plain(Fraction(largest)),
    )


def _move(earlier: Observation, later: Observation, unit: Unit) -> tuple[float, int]:
    """How far one figure lies from another, and in how many days."""
    before, after = number_of(earlier, unit), number_of(later, unit)
    size = 0.0 if before is None or after is None else abs(float(after - before))
    return size, (later.period.end - earlier.period.end).days


def _least_move(previous: Observation, now: Fraction, unit: Unit) -> float:
    if unit in SHARE_OF:
        return OFF_OF_A_WHOLE * SHARE_OF[unit]
    was = number_of(previous, unit) or Fraction(0)
    return max(OFF_OF_A_NUMBER * float(max(abs(was), abs(now))), 1.0 if unit is Unit.COUNT else 0.0)


def _flow_falls(figure: Observation, before: Neighbours, indicator: Indicator) -> Problem | None:
    """What is counted from New Year on does not become less before the year is over.

    A span that begins on another day than 1 January is not counted from New Year on. Of a share
    it is the part that does not become less.
    """
    number = None
    if indicator.measure is Measure.FLOW:
        number = _counted_since_new_year(figure, indicator)
    if number is None:
        return None
    for other in reversed(before):
        was = _counted_since_new_year(other, indicator)
        end = other.period.end
        if was is None or end.year != figure.period.end.year or end >= figure.period.end:
            continue
        if number >= was:
            return None
        facts = {"before": _plain(was), "after": _plain(number)}
        return _warning("CDS504", earlier=other.period.text, **facts)
    return None


def _counted_since_new_year(figure: Observation, indicator: Indicator) -> Fraction | None:
    period = figure.period
    if period.precision is Precision.RANGE and (period.start.month, period.start.day) != (1, 1):
        return None
    if indicator.unit in _COUNTED:
        return number_of(figure, indicator.unit)
    return None if figure.numerator is None else Fraction(figure.numerator)


def _share_of_one(figure: Observation, others: Neighbours, indicator: Indicator) -> Problem | None:
    """A percentage of one or less, where the others are larger, may be a share of one.

    Shares below one percent exist, so the number is not changed. With a percent sign, written or
    shown by the cell, there is no doubt. Without other figures the plan's numbers stand for them.
    The growth of a year is often near zero: 0.84 among 2.64 and 7.33 cannot mean 84, 0.05 may mean 5.
    """
    value = figure.value
    if indicator.unit is not Unit.PERCENT or value is None or figure.numerator is not None:
        return None
    if not 0 < value <= 1 or "%" in figure.entered or not _is_alone(value, others, indicator):
        return None
    shown, other = format_decimal(value), format_decimal(value * 100)
    facts = {"value": figure.entered or shown, "computed": shown, "other": other}
    return _warning("CDS240", **facts, other_vi=other.replace(".", ","))


def _is_alone(value: Decimal, others: Neighbours, indicator: Indicator) -> bool:
    known = [number for each in others if (number := number_of(each, indicator.unit)) is not None]
    if indicator.measure is Measure.GROWTH and known and value * 100 > 2 * max(known):
        return False
    if known and (min(known) > 1 or max(known) > 1 or len(known) >= _ENOUGH_ALIKE):
        return min(known) > 1
    is_quotient = value < 1 and len(format_decimal(value).partition(".")[2]) > _MOST_OF_A_SHARE
    return is_quotient or _is_far_below_its_goals(indicator)


def _is_far_below_its_goals(indicator: Indicator) -> bool:
    """Whether all that the plan says about an indicator that should rise is far from below one."""
    goals = [each.stated_value or None for each in indicator.targets if _is_plain_floor(each.kind)]
    goals += [indicator.baseline.value] if indicator.baseline else []
    known = [goal for goal in goals if isinstance(goal, Decimal)]
    is_rising = indicator.direction is Direction.INCREASE
    return is_rising and bool(known) and min(known) >= _LARGE_GOAL


def _is_plain_floor(kind: TargetKind) -> bool:
    return kind.is_absolute and kind.limit is Limit.FLOOR


def _plain(number: Fraction) -> str:
    return format_decimal(to_decimal(number))


def _warning(code: str, /, **facts: str) -> Problem:
    return Problem(code, facts, Severity.WARNING)
