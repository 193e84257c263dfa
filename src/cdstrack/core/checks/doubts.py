"""The rules by which a figure is doubtful, compared with others of its series.

The same rules apply at entry, in `check` and in reports. A doubtful figure is kept and judged like
any other; reports mark it until it is corrected or accepted. Which two figures may be compared is
decided in `cdstrack.core.record.movement`.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import sqrt
from operator import itemgetter

from cdstrack.core.checks.course import (
    DAYS_OF_A_YEAR,
    FEWEST_MOVES,
    JUMP_OF_A_WHOLE,
    JUMP_TIMES,
    LOOKED_BACK,
    MOVES_LOOKED_AT,
    OFF_OF_A_NUMBER,
    OFF_OF_A_WHOLE,
    OFF_TIMES,
    SMALLEST_JUMP,
    Course,
)
from cdstrack.core.checks.doubt import Doubt, counted_since_new_year, worded
from cdstrack.core.checks.finding import about_observation
from cdstrack.core.plan.comparators import Limit, TargetKind
from cdstrack.core.plan.model import Direction, Indicator, Measure, Unit
from cdstrack.core.plan.values import format_decimal
from cdstrack.core.problem import Problem
from cdstrack.core.record.movement import comparable
from cdstrack.core.record.observation import SHARE_OF, Observation, number_of

JUMP_OF_A_FIELD = Fraction(1, 2)
"""A place that moves by more of its field than this needs a check."""
_MOST_OF_A_SHARE = 2
"""Decimals that a share below one percent is printed with; more of them look like a quotient."""
_ENOUGH_ALIKE = 3
"""A series of so many figures of one or less is about small shares."""
_LARGE_GOAL = 10
"""Percent; if all targets are at least this large, a figure of one or less is unlikely."""

Neighbours = Sequence[Observation]
_PLACE = itemgetter(0)


def doubts_of(
    figure: Observation, series: Iterable[Observation], indicator: Indicator
) -> list[Problem]:
    """All doubts about one figure.

    Args:
        figure: The figure, of this series or about to enter it.
        series: The figures of its indicator, in any order; those of another series are left out.
        indicator: What they are figures of.
    """
    if not figure.is_figure:
        return []
    mine = _place(figure)
    others = sorted(((_place(each), each) for each in _beside(figure, series)), key=_PLACE)
    before = [each for place, each in others if place < mine][-LOOKED_BACK:]
    after = [each for place, each in others if place > mine][:1]
    course = Course([*before, figure, *after], indicator)
    return [worded(doubt, figure, indicator) for doubt in _doubts(course, len(before))]


def figure_before(figure: Observation, series: Iterable[Observation]) -> Observation | None:
    """The previous figure of the same series."""
    mine = _place(figure)
    before = (each for each in _beside(figure, series) if _place(each) < mine)
    return max(before, key=_place, default=None)


def _beside(figure: Observation, series: Iterable[Observation]) -> Iterator[Observation]:
    """The figures of the same series; there may be thousands at each submission."""
    indicator, org_unit, part, _ = figure.cell
    for each in series:
        is_beside = each.indicator == indicator and each.org_unit == org_unit
        if is_beside and each.disaggregation == part and each.is_figure:
            yield each


def doubts_in(
    series: Sequence[Observation], indicator: Indicator
) -> Iterator[tuple[Observation, Problem]]:
    """All doubts about the figures of one series in chronological order, as problems."""
    for figure, doubt in found_in(Course(series, indicator)):
        yield figure, worded(doubt, figure, indicator)


def found_in(course: Course) -> Iterator[tuple[Observation, Doubt]]:
    """The same before problems are made of them, because a million figures may have a million."""
    rules, moving = _rules(course.indicator), set(course.moving)
    for at, figure in enumerate(course.figures):
        if at in moving and (doubt := _unsteady(course, at)):
            yield figure, doubt
        for rule in rules:
            if doubt := rule(course, at):
                yield figure, doubt


def open_doubts(
    figure: Observation, problems: Iterable[Problem], accepted: Container[str]
) -> tuple[str, ...]:
    """The codes of the doubts about a figure that nobody has accepted."""
    keys = {problem.code: about_observation(problem, figure).key for problem in problems}
    return tuple(code for code, key in keys.items() if key not in accepted)


def _place(figure: Observation) -> tuple[date, str]:
    return figure.period.end, figure.period.text


def _doubts(course: Course, at: int) -> Iterator[Doubt]:
    """All doubts about one figure of a series."""
    found = (rule(course, at) for rule in (_unsteady, *_rules(course.indicator)))
    yield from filter(None, found)


def _rules(indicator: Indicator) -> list[Callable[[Course, int], Doubt | None]]:
    """The rules, besides steadiness, that apply to the figures of an indicator."""
    fitting = {
        _flow_falls: indicator.measure is Measure.FLOW,
        _share_of_one: indicator.unit is Unit.PERCENT,
    }
    return [rule for rule, fits in fitting.items() if fits]


def _unsteady(course: Course, at: int) -> Doubt | None:
    """A figure is neither a jump from the one before, nor far off its series."""
    return _jumps(course, at) or _is_far_off(course, at)


def _jumps(course: Course, at: int) -> Doubt | None:
    """A figure does not move further in a year than such figures do.

    A share: 30 points of 100. A place: half of the field. A count, amount or index: five times,
    unless both are below ten. Over several years a share and a count may move so far each year.
    """
    figure = course.figures[at]
    before = None if figure.state is not None else course.previous(at)
    if before is None:
        return None
    previous, is_jump = course.figures[before], course.is_jump(at, before)
    if is_jump is None:
        is_jump = _is_jump(figure, previous, course.indicator)
    return Doubt("CDS503", previous) if is_jump else None


def _is_jump(figure: Observation, previous: Observation, indicator: Indicator) -> bool:
    """Whether a figure is a jump from an earlier one, by exact numbers."""
    was, now = (number_of(each, indicator.unit) or Fraction(0) for each in (previous, figure))
    change = now - was
    years = _years(previous.period.end, figure.period.end)
    if indicator.unit in SHARE_OF:
        return abs(change) > Fraction(JUMP_OF_A_WHOLE, 100) * SHARE_OF[indicator.unit] * years
    if indicator.unit is Unit.RANK:
        field = figure.denominator or (indicator.bounds or (None, None))[1]
        return field is not None and abs(change) > JUMP_OF_A_FIELD * Fraction(field)
    small, large = sorted((abs(was), abs(now)))
    return large >= SMALLEST_JUMP and 0 < small * JUMP_TIMES ** float(years) < large


def _years(earlier: date, later: date) -> Fraction:
    """The years between two days, at least one."""
    return max(Fraction(1), Fraction((later - earlier).days) / Fraction(DAYS_OF_A_YEAR))


def _is_far_off(course: Course, at: int) -> Doubt | None:
    """A figure does not move far more than its series ever did.

    Moves are compared over the root of the time that they took, as moves by chance add up.
    """
    figure, indicator = course.figures[at], course.indicator
    if figure.state is not None or indicator.unit is Unit.RANK or course.is_surely_near(at):
        return None
    now = number_of(figure, indicator.unit) or Fraction(0)
    series = comparable(figure, course.before(at), indicator)[-MOVES_LOOKED_AT:]
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
    return Doubt("CDS513", previous, max(size for size, _ in moves))


def _move(earlier: Observation, later: Observation, unit: Unit) -> tuple[float, int]:
    """The change from one figure to another, and the days between them."""
    before, after = number_of(earlier, unit), number_of(later, unit)
    size = 0.0 if before is None or after is None else abs(float(after - before))
    return size, (later.period.end - earlier.period.end).days


def _least_move(previous: Observation, now: Fraction, unit: Unit) -> float:
    if unit in SHARE_OF:
        return OFF_OF_A_WHOLE * SHARE_OF[unit]
    was = number_of(previous, unit) or Fraction(0)
    return max(OFF_OF_A_NUMBER * float(max(abs(was), abs(now))), 1.0 if unit is Unit.COUNT else 0.0)


def _flow_falls(course: Course, at: int) -> Doubt | None:
    """What is counted from New Year on does not become less before the year is over.

    A span that begins on another day than 1 January is not counted from New Year on. Of a share
    it is the part that does not become less.
    """
    figure, end = course.figures[at], course.ends[at]
    number = counted_since_new_year(figure, course.indicator)
    if number is None:
        return None
    for other in range(at - 1, course.first_before(at) - 1, -1):
        if course.ends[other].year != end.year:
            break
        was = counted_since_new_year(course.figures[other], course.indicator)
        if was is None or course.ends[other] >= end:
            continue
        return None if number >= was else Doubt("CDS504", course.figures[other])
    return None


def _share_of_one(course: Course, at: int) -> Doubt | None:
    """A percentage of one or less, where the others are larger, may be a share of one.

    Shares below one percent exist, so the number is not changed. With a percent sign, written or
    shown by the cell, there is no doubt. Without other figures the plan's numbers stand for them.
    The growth of a year is often near zero: 0.84 among 2.64 and 7.33 cannot mean 84, 0.05 may mean
    5.
    """
    figure, indicator = course.figures[at], course.indicator
    value = figure.value
    if value is None or not 0 < value <= 1 or figure.numerator is not None:
        return None
    if "%" in figure.entered:
        return None
    others = [*course.before(at), *course.figures[at + 1 : at + 2]]
    return Doubt("CDS240") if _is_alone(value, others, indicator) else None


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
