"""Moves of many figures at once: which of them a rule may doubt, each beside the one before it.

Owns a look at whole columns, of many series of one kind. It never lets one pass that
`cdstrack.core.checks.doubts` would name, which a law holds; of what it does not let pass it says
nothing. Numbers are whole millionths.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum, auto
from fractions import Fraction
from functools import lru_cache
from itertools import compress, count, repeat
from math import sqrt
from operator import ge, le, mul, or_, sub
from typing import NamedTuple

from cdstrack.core.checks.course import (
    FEWEST_MOVES,
    JUMP_OF_A_WHOLE,
    JUMP_TIMES,
    MOVES_LOOKED_AT,
    OFF_OF_A_WHOLE,
    OFF_TIMES,
    SMALLEST_JUMP,
)
from cdstrack.core.checks.doubts import JUMP_OF_A_FIELD
from cdstrack.core.plan.model import Indicator, Measure, Unit
from cdstrack.core.record.columns import MILLION
from cdstrack.core.record.observation import SHARE_OF

FEWEST_BEFORE = FEWEST_MOVES + 1
"""Figures that a series must have before one that is far off it."""
_ROUNDED = 2
"""Millionths by which two numbers may seem nearer to each other than they are."""
_NEAR = 5
"""A fifth: safely less than the quarter of `OFF_OF_A_NUMBER`, however floats are rounded."""
_MARGIN = 1e-5
"""More than the rounding to millionths can change in a move that may be far off."""
_DAYS_OF_A_YEAR = 365
"""Within so many days a move is not divided by years."""
_ENDLESS = 1 << 80
_LAST_STANDS = {Measure.STOCK, Measure.RANK, Measure.RATE}


class Look(Enum):
    """What is looked at where figures of an indicator move."""

    NOTHING = auto()
    SIZE = auto()
    """How large a move is."""
    TIMES = auto()
    """How large it is beside the numbers themselves."""
    SERIES = auto()
    """More than the figure before: each series is for `cdstrack.core.checks.calm`."""


class MoveRule(NamedTuple):
    """From which size on a move may be doubted: as a `jump`, or as `far` off a series that is long.

    Both are used where sizes are looked at. Before a `broken` series began anew, nothing is known.
    """

    look: Look
    jump: int = 0
    far: int = 0
    is_percent: bool = False
    is_rank: bool = False
    is_rate: bool = False
    is_broken: bool = False
    is_certain: bool = False


def move_rule(indicator: Indicator) -> MoveRule:
    """What is looked at in figures of an indicator."""
    unit, measure = indicator.unit, indicator.measure
    if unit is Unit.STATE:
        return MoveRule(Look.NOTHING)
    if measure not in _LAST_STANDS:
        return MoveRule(Look.SERIES)
    is_rate, is_broken = measure is Measure.RATE, bool(indicator.breaks)
    is_certain = measure is Measure.STOCK and not is_broken
    if unit is Unit.RANK:
        field = (indicator.bounds or (None, None))[1]
        most = _ENDLESS if field is None else int(JUMP_OF_A_FIELD * Fraction(field) * MILLION) + 1
        return MoveRule(Look.SIZE, most, most, is_rank=True, is_rate=is_rate)
    whole = SHARE_OF.get(unit)
    if whole is None:
        return MoveRule(Look.TIMES, is_rate=is_rate, is_broken=is_broken, is_certain=is_certain)
    return MoveRule(
        Look.SIZE,
        whole * JUMP_OF_A_WHOLE * MILLION // 100 - _ROUNDED,
        int(OFF_OF_A_WHOLE * whole * MILLION) - _ROUNDED,
        is_percent=unit is Unit.PERCENT,
        is_rate=is_rate,
        is_broken=is_broken,
        is_certain=is_certain,
    )


class Steps(NamedTuple):
    """Figures by columns, those of a series one after the other, each beside the one before it.

    The first figure of a series has itself before it. `begins` is 1 where nothing of the series
    is in the row above, `is_long` where the series is so long that a figure may be far off it;
    None where none is.
    """

    now: Sequence[int | None]
    was: Sequence[int | None]
    ends: Sequence[str]
    ended: Sequence[str]
    begins: Sequence[int]
    is_long: Sequence[int] | None

    def part(self, chosen: Sequence[bool]) -> "Steps":
        """The figures that are chosen, by one mark for each: whole series."""
        columns = (None if each is None else list(compress(each, chosen)) for each in self)
        return Steps(*columns)  # type: ignore[arg-type]


def suspects(steps: Steps, rule: MoveRule) -> Iterator[int]:
    """The positions of figures that a rule may doubt, some of them more than once."""
    now, was = _numbers(steps.now), _numbers(steps.was)
    if now is not steps.now or was is not steps.was:
        pairs = zip(steps.now, steps.was, strict=True)
        yield from (at for at, (old, new) in enumerate(pairs) if old is None or new is None)
    if rule.is_percent and min(now) <= MILLION:
        yield from (at for at, value in enumerate(now) if 0 < value <= MILLION)
    moves = list(map(abs, map(sub, now, was)))
    if rule.look is Look.SIZE:
        jumps, far = _large(moves, rule, steps.is_long)
    else:
        jumps, far = _many_times(now, was, moves, steps.is_long)
    yield from jumps
    if far and rule.is_broken:
        yield from far
    elif far:
        yield from _unlike_those_before(far, moves, steps)


def is_certain_jump(steps: Steps, at: int, rule: MoveRule) -> bool:
    """Whether a rule is certain to name a figure, if nothing comes between it and the one before."""
    now, was = steps.now[at], steps.was[at]
    days = _day(steps.ends[at]) - _day(steps.ended[at])
    if not rule.is_certain or now is None or was is None or not 0 < days <= _DAYS_OF_A_YEAR:
        return False
    if rule.look is Look.SIZE:
        return abs(now - was) >= rule.jump + 2 * _ROUNDED
    small, large = sorted((abs(now), abs(was)))
    is_large = large >= SMALLEST_JUMP * MILLION
    return is_large and 0 < small * JUMP_TIMES < large * (1 - _MARGIN)


def _numbers(column: Sequence[int | None]) -> Sequence[int]:
    if None in column:
        return [value or 0 for value in column]
    return column  # type: ignore[return-value]


Found = tuple[Sequence[int], Sequence[int]]
"""Positions of figures that may have jumped, and of those that may be far off their series."""


def _large(moves: Sequence[int], rule: MoveRule, is_long: Sequence[int] | None) -> Found:
    least = rule.jump if is_long is None else rule.far
    if max(moves) < least:
        return (), ()
    found = list(compress(count(), map(ge, moves, repeat(least))))
    if is_long is None:
        return found, ()
    jumps = [at for at in found if moves[at] >= rule.jump]
    return jumps, [at for at in found if is_long[at] and moves[at] < rule.jump]


def _many_times(
    now: Sequence[int], was: Sequence[int], moves: Sequence[int], is_long: Sequence[int] | None
) -> Found:
    """Of numbers that are no shares; none of them is negative as a rule."""
    if max(moves) * _NEAR < min(now):
        return (), ()
    if min(now) < 0 or min(was) < 0:
        now, was = list(map(abs, now)), list(map(abs, was))
    times, least = repeat(JUMP_TIMES), SMALLEST_JUMP * MILLION
    up, down = map(le, map(mul, was, times), now), map(le, map(mul, now, times), was)
    jumps = [
        at
        for at in compress(count(), map(or_, up, down))
        if now[at] and was[at] and max(now[at], was[at]) >= least
    ]
    if is_long is None:
        return jumps, ()
    off = map(ge, map(mul, moves, repeat(_NEAR)), map(max, now, was))
    return jumps, [at for at in compress(count(), off) if is_long[at] and moves[at]]


def _unlike_those_before(far: Sequence[int], moves: Sequence[int], steps: Steps) -> Iterator[int]:
    """Those of the figures before which no move was nearly as large for the time that it took."""
    for at in far:
        needed = _pace(at, moves, steps) / OFF_TIMES * (1 + _MARGIN)
        for other in range(at, max(0, at - MOVES_LOOKED_AT + 2), -1):
            if steps.begins[other]:
                yield at
                break
            if _pace(other - 1, moves, steps) > needed:
                break
        else:
            yield at


def _pace(at: int, moves: Sequence[int], steps: Steps) -> float:
    """The size of a move over the root of the days that it took; 0 for a first figure."""
    days = _day(steps.ends[at]) - _day(steps.ended[at])
    return moves[at] / sqrt(days) if days > 0 else 0.0


@lru_cache(maxsize=4096)
def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()
