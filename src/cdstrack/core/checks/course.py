"""The course of one series: which earlier figure a figure is compared with, and fast comparisons.

Owns the comparison in floats that settles most questions about a million figures. It answers only
where the rounding of floats cannot matter; near a limit `cdstrack.core.checks.doubts` decides by
exact numbers.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import pairwise
from math import sqrt
from operator import eq

from cdstrack.core.plan.model import Indicator, Measure, Unit
from cdstrack.core.record.movement import are_alike, are_of_a_kind, last_break
from cdstrack.core.record.observation import SHARE_OF, Observation

JUMP_OF_A_WHOLE = 30
"""A share that moves by more percent of its whole than this within a year needs a check."""
JUMP_TIMES = 5
"""A count, amount or index that grows or shrinks more often than this within a year needs a check."""
SMALLEST_JUMP = 10
"""Counts, amounts and indices that are both below this do not jump."""
OFF_TIMES = 5
"""A move that is more often than this the largest one before it is far off the series."""
OFF_OF_A_WHOLE = 0.05
"""A share that moves by less of its whole than this is never far off its series."""
OFF_OF_A_NUMBER = 0.25
"""Any other figure that moves by less of itself than this is never far off its series."""
FEWEST_MOVES = 4
"""A series of fewer moves says nothing about a usual one."""
MOVES_LOOKED_AT = 24
LOOKED_BACK = 120
"""Figures before one that are its neighbours."""
DAYS_OF_A_YEAR = 365.25
_MARGIN = 1e-9
"""How far two floats must be apart, as a part of them, for their order to be certain."""
LAST_STANDS = {Measure.STOCK, Measure.RANK}
"""What has one value on a day is compared with the last day that has one."""


class Course:
    """The figures of one series in chronological order, without those that have no value.

    `ends` are the last days of their periods. Figures are asked about by their position.
    """

    def __init__(self, series: Sequence[Observation], indicator: Indicator) -> None:
        self.indicator = indicator
        self.figures = [each for each in series if each.is_figure]
        self.ends = [each.period.end for each in self.figures]

    @cached_property
    def _near(self) -> list[float]:
        """The numbers as floats, each the result of one division."""
        scale = SHARE_OF.get(self.indicator.unit)
        return [_near(figure, scale) for figure in self.figures]

    @cached_property
    def _days(self) -> list[int]:
        return [end.toordinal() for end in self.ends]

    @cached_property
    def _has_twins(self) -> bool:
        """Whether two figures have different values for one day."""
        pairs = pairwise(zip(self.ends, self._near, strict=True))
        return any(one[0] == other[0] and one[1] != other[1] for one, other in pairs)

    @cached_property
    def shares_days(self) -> bool:
        """Whether two figures are for one day."""
        return any(map(eq, self.ends, self.ends[1:]))

    @cached_property
    def moving(self) -> Sequence[int]:
        """The positions of figures that may be jumps or far off; all others certainly are neither.

        If each figure is compared with the one before it, small changes need no further look.
        """
        if self.indicator.measure not in LAST_STANDS or self.shares_days:
            return range(len(self.figures))
        unit, pairs = self.indicator.unit, enumerate(pairwise(self._near), start=1)
        if unit in SHARE_OF:
            least = OFF_OF_A_WHOLE * SHARE_OF[unit] * (1 - _MARGIN)
            return [at for at, (was, now) in pairs if abs(now - was) >= least]
        if unit is Unit.RANK:
            return [at for at, (was, now) in pairs if now != was]
        least = OFF_OF_A_NUMBER * (1 - _MARGIN)
        return [
            at
            for at, (was, now) in pairs
            if abs(now - was) >= least * max(abs(was), abs(now)) and now != was
        ]

    def first_before(self, at: int) -> int:
        """The position of the first of the earlier figures that one may be compared with."""
        return max(0, at - LOOKED_BACK)

    def before(self, at: int) -> list[Observation]:
        """The earlier figures that one may be compared with."""
        return self.figures[self.first_before(at) : at]

    def previous(self, at: int) -> int | None:
        """The earlier figure to compare with: of a stock the last one, else the last like it."""
        ends, end, measure = self.ends, self.ends[at], self.indicator.measure
        period, since = self.figures[at].period, self._since(end)
        found = None
        for other in range(at - 1, self.first_before(at) - 1, -1):
            day = ends[other]
            if (since is not None and day < since) or (found is not None and day != ends[found]):
                break
            if day >= end:
                continue
            if measure in LAST_STANDS:
                return other
            if are_alike(self.figures[other].period, period, measure) and (
                found is None or self._id(other) > self._id(found)
            ):
                found = other
        return found

    def is_jump(self, at: int, previous: int) -> bool | None:
        """Whether a figure changed too much from an earlier one; None if floats cannot tell."""
        now, was = self._near[at], self._near[previous]
        years = max(1.0, (self._days[at] - self._days[previous]) / DAYS_OF_A_YEAR)
        whole = SHARE_OF.get(self.indicator.unit)
        if whole is not None:
            return _is_above(abs(now - was), JUMP_OF_A_WHOLE / 100 * whole * years, abs(was))
        if self.indicator.unit is Unit.RANK:
            field = self.figures[at].denominator or (self.indicator.bounds or (None, None))[1]
            return field is not None and _is_above(abs(now - was), float(field) / 2, now)
        small, large = sorted((abs(was), abs(now)))
        if not small:
            return False
        is_large = _is_above(large, SMALLEST_JUMP, 0)
        is_more = _is_above(large, small * JUMP_TIMES**years, 0)
        if is_large is False or is_more is False:
            return False
        return None if is_large is None or is_more is None else True

    def is_surely_near(self, at: int) -> bool:
        """Whether a figure is certainly not far off its series.

        Its change is small, or an earlier change was not much smaller, or there are too few.
        """
        if self._has_twins:
            return False
        near, days, last, kept, needed = self._near, self._days, at, 0, 0.0
        for other in self._comparable(at):
            size, took = abs(near[last] - near[other]), days[last] - days[other]
            if not took:  # another name of the same day, with the same number
                continue
            pace = size / sqrt(took)
            if not kept:
                if _is_above(size, self._least_move(near[other], near[at]), near[at]) is False:
                    return True
                needed = pace / OFF_TIMES
            elif _is_above(pace, needed, near[last]):
                return True
            last, kept = other, kept + 1
            if kept == MOVES_LOOKED_AT:
                return False
        return kept <= FEWEST_MOVES

    def _comparable(self, at: int) -> Iterator[int]:
        """The earlier figures comparable with one, the latest first."""
        ends, end, measure = self.ends, self.ends[at], self.indicator.measure
        period, since = self.figures[at].period, self._since(end)
        for other in range(at - 1, self.first_before(at) - 1, -1):
            if since is not None and ends[other] < since:
                return
            if ends[other] < end and are_of_a_kind(self.figures[other].period, period, measure):
                yield other

    def _least_move(self, was: float, now: float) -> float:
        whole = SHARE_OF.get(self.indicator.unit)
        if whole is not None:
            return OFF_OF_A_WHOLE * whole
        least = 1.0 if self.indicator.unit is Unit.COUNT else 0.0
        return max(OFF_OF_A_NUMBER * max(abs(was), abs(now)), least)

    def _since(self, day: date) -> date | None:
        return last_break(self.indicator, day)[0] if self.indicator.breaks else None

    def _id(self, at: int) -> int:
        return self.figures[at].id or 0


def _near(figure: Observation, whole: int | None) -> float:
    """The number of a figure; a state counts as its rank, a part of a whole in its unit."""
    if figure.state is not None:
        return float(figure.state.rank)
    if figure.exact is not None:
        return float(figure.exact)
    numerator, denominator = figure.numerator, figure.denominator
    if whole is not None and numerator is not None and denominator is not None:
        return float(numerator) / float(denominator) * whole
    return float(figure.value or 0)


def _is_above(measured: float, limit: float, of: float) -> bool | None:
    """Whether a number is above a limit; None if they are too close to tell.

    `of` is a number that the measured one is a difference of: its rounding error counts too.
    """
    margin = _MARGIN * (measured + abs(limit) + abs(of))
    if measured > limit + margin:
        return True
    return False if measured < limit - margin else None
