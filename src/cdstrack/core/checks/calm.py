"""Whether a whole series is calm: no rule for single figures finds anything in it.

Owns the look at one series in columns. It never lets one pass in which
`cdstrack.core.checks.doubts` finds something, which a law holds; of any other it says nothing.
Numbers are whole millionths.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from operator import ge, sub
from typing import NamedTuple

from cdstrack.core.checks.course import OFF_OF_A_WHOLE
from cdstrack.core.checks.doubts import JUMP_OF_A_FIELD
from cdstrack.core.plan.model import Indicator, Measure, Unit
from cdstrack.core.record.columns import MILLION, ObservationColumns
from cdstrack.core.record.observation import SHARE_OF

_ROUNDED = 2
"""Millionths by which two numbers may seem nearer to each other than they are."""
_NEAR = 5
"""A fifth: safely less than the quarter of `OFF_OF_A_NUMBER`, however floats are rounded."""
_COUNTED = {Unit.COUNT, Unit.AMOUNT}
_BY_THE_LAST = {Measure.STOCK, Measure.RANK}


class Run(NamedTuple):
    """Figures of one series that follow each other in the file."""

    periods: Sequence[str]
    starts: Sequence[str]
    ends: Sequence[str]
    values: Sequence[int | None]
    numerators: Sequence[int | None]


class Seen(NamedTuple):
    """Where a series has come to: its last day, its last number, and what later ones need."""

    end: str
    value: int | None
    kinds: frozenset[str] = frozenset()
    parts: Mapping[tuple[str, str], int] = {}
    counted: int | None = None


def is_calm(figures: ObservationColumns, indicator: Indicator) -> bool:
    """Whether no rule finds anything in the whole of a series, and each figure is of another day.

    The figures come in order of time.
    """
    run = _run(figures, slice(None))
    return not any(map(ge, run.ends, run.ends[1:])) and passed(run, None, indicator) is not None


def _run(figures: ObservationColumns, part: slice) -> Run:
    names = ("period", "period_start", "period_end", "value", "numerator")
    return Run(*(figures.column(name)[part] for name in names))  # type: ignore[arg-type]


def passed(run: Run, seen: Seen | None, indicator: Indicator) -> Seen | None:
    """Where the series is after a run that no rule doubts; None where one may."""
    before = seen or Seen("", None)
    if indicator.unit is Unit.STATE:
        return before._replace(end=run.ends[-1])
    values = [value for value in run.values if value is not None]
    is_share_of_one = indicator.unit is Unit.PERCENT and _may_be_a_share_of_one(values)
    is_of_a_field = indicator.unit is Unit.RANK and any(run.numerators)
    if len(values) < len(run.values) or is_share_of_one or is_of_a_field:
        return None
    if indicator.measure in _BY_THE_LAST:
        passed = Seen(run.ends[-1], values[-1])
        return passed if _is_calm(_after(before.value, values), indicator) else None
    if indicator.measure is Measure.RATE:
        return _rate(run, values, before, indicator)
    return _by_parts(run, values, before, indicator)


def _may_be_a_share_of_one(values: Sequence[int]) -> bool:
    return min(values, default=0) <= MILLION and any(0 < value <= MILLION for value in values)


def _after(last: int | None, values: list[int]) -> list[int]:
    return values if last is None else [last, *values]


@lru_cache
def _least_of_a_whole(unit: Unit) -> int | None:
    """The least move of a share, in millionths, that may be doubted; None for what is no share."""
    whole = SHARE_OF.get(unit)
    return None if whole is None else int(OFF_OF_A_WHOLE * whole * MILLION) - _ROUNDED


def _is_calm(values: Sequence[int], indicator: Indicator) -> bool:
    """Whether no number lies far from the one before it."""
    low, high = min(values), max(values)
    if low == high:
        return True
    if indicator.unit is Unit.RANK:
        field = (indicator.bounds or (None, None))[1]
        return field is not None and Fraction(high - low, MILLION) <= JUMP_OF_A_FIELD * Fraction(
            field
        )
    least = _least_of_a_whole(indicator.unit)
    # No move is larger than from the lowest number to the highest.
    if high - low < least if least is not None else (high - low) * _NEAR < low:
        return True
    moves: list[int] = [*map(sub, values[1:], values)]
    up, down = max(moves), min(moves)
    largest = max(up, -down)
    if least is not None:
        return largest < least
    return largest * _NEAR < low or all(map(_is_near, values, values[1:]))


def _is_near(before: int, after: int) -> bool:
    return before == after or abs(after - before) * _NEAR < max(abs(before), abs(after))


def _rate(run: Run, values: list[int], before: Seen, indicator: Indicator) -> Seen | None:
    """Rates are compared with the one before where their periods are of one kind."""
    kinds = before.kinds.union(map(kind_of, run.periods))
    if len(kinds) > 1 or "/" in kinds or not _is_calm(_after(before.value, values), indicator):
        return None
    return Seen(run.ends[-1], values[-1], kinds)


@lru_cache(maxsize=4096)
def kind_of(period: str) -> str:
    """What periods have in common that are of one kind; `/` where one has a first and a last day.

    >>> kind_of("2025-Q1"), kind_of("2025-01"), kind_of("2025-01-01/2025-02-03")
    ('7Q', '7', '/')
    """
    return "/" if "/" in period else f"{len(period)}{period[5:6].strip('0123456789')}"


def _by_parts(run: Run, values: list[int], before: Seen, indicator: Indicator) -> Seen | None:
    """A flow and a growth are compared with the same days of another year.

    What is counted from New Year on does not become less within the year.
    """
    parts = dict(before.parts)
    is_flow = indicator.measure is Measure.FLOW
    counts = values if indicator.unit in _COUNTED else run.numerators
    counted, last = before.counted, before.end
    for start, end, value, count in zip(run.starts, run.ends, values, counts, strict=True):
        part = start[4:], end[4:]
        was = parts.get(part, value)
        if was != value and not _is_calm((was, value), indicator):
            return None
        parts[part] = value
        if is_flow and count is not None:
            if counted is not None and last[:4] == end[:4] and count < counted:
                return None
            counted, last = count, end
    return Seen(run.ends[-1], values[-1], parts=parts, counted=counted)
