"""A coarse look at the series of a large file, in columns and in the order in which they come.

Owns what need not be looked at again: a series that `cdstrack.core.checks.doubts` finds nothing in,
and whose figures are each of another day. It never lets one pass that the rules would name, which a
law holds; what it cannot tell is looked at figure by figure. Numbers are whole millionths.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from operator import ge, sub
from typing import NamedTuple

from cdstrack.core.checks.course import OFF_OF_A_WHOLE
from cdstrack.core.checks.doubts import JUMP_OF_A_FIELD
from cdstrack.core.plan.model import Indicator, Measure, Unit
from cdstrack.core.record.columns import MILLION, ObservationColumns
from cdstrack.core.record.observation import SHARE_OF, Observation

MOST_SERIES = 200_000
"""Series that are remembered; of a file with more of them nothing is known."""
_ROUNDED = 2
"""Millionths by which two numbers may seem nearer to each other than they are."""
_NEAR = 5
"""A fifth: safely less than the quarter of `OFF_OF_A_NUMBER`, however floats are rounded."""
_COUNTED = {Unit.COUNT, Unit.AMOUNT}
_BY_THE_LAST = {Measure.STOCK, Measure.RANK}
Series = tuple[str, str, str]


class _Run(NamedTuple):
    """Figures of one series that follow each other in the file."""

    periods: Sequence[str]
    starts: Sequence[str]
    ends: Sequence[str]
    values: Sequence[int | None]
    numerators: Sequence[int | None]


class _Seen(NamedTuple):
    """Where a series has come to: its last day, its last number, and what later ones need."""

    end: str
    value: int | None
    kinds: frozenset[str] = frozenset()
    parts: Mapping[tuple[str, str], int] = {}
    counted: int | None = None


class Survey:
    """What passed by so far, as the figures of one file.

    `moving` are indicators and org units with a figure that a rule may doubt, `crowded` those with
    two figures that may be of one day. `is_orderly` tells that no cell can have come twice.
    `is_complete` turns false where there are too many series: then nothing above says anything.
    """

    def __init__(self, indicators: Mapping[str, Indicator]) -> None:
        self.moving: set[tuple[str, str]] = set()
        self.crowded: set[tuple[str, str]] = set()
        self.is_orderly = True
        self.is_complete = True
        self._indicators = indicators
        self._seen: dict[Series, _Seen] = {}
        self._in_order: Sequence[str] = ()

    def see(self, figures: ObservationColumns, is_held: Callable[[Series], bool]) -> None:
        """Looks at figures that are new; `is_held` tells of a series that the record has some of."""
        if not len(figures) or not self.is_complete:
            return
        names = ("period", "period_start", "period_end", "value", "numerator")
        columns = [figures.column(name) for name in names]
        for first, end in figures.runs():
            series: Series = figures.series(first)  # type: ignore[assignment]
            run = _Run(*(column[first:end] for column in columns))  # type: ignore[arg-type]
            self._see_run(series, run, is_held=is_held(series))
        self.is_complete = len(self._seen) <= MOST_SERIES

    def see_one(self, figure: Observation) -> None:
        """Takes note of a figure that was looked at by itself: nothing more is known of its series."""
        about = figure.indicator, figure.org_unit
        self.moving.add(about)
        self.crowded.add(about)
        self.is_orderly = False

    def _see_run(self, series: Series, run: _Run, *, is_held: bool) -> None:
        about = series[:2]
        seen = self._seen.get(series)
        last = seen.end if seen else ""
        if last >= run.ends[0] or not self._are_in_order(run.ends):
            self.is_orderly = False
            is_held = True
        if is_held:
            self.crowded.add(about)
            self.moving.add(about)
        indicator = self._indicators.get(series[0])
        if about in self.moving or indicator is None:
            self.moving.add(about)
            self._seen[series] = _Seen(max(last, *run.ends), None)
            return
        now = _passed(run, seen, indicator)
        if now is None:
            self.moving.add(about)
        self._seen[series] = now or _Seen(run.ends[-1], None)

    def _are_in_order(self, ends: Sequence[str]) -> bool:
        """Whether each day is later than the one before; those of a series are mostly the last one's."""
        if ends == self._in_order:
            return True
        if any(map(ge, ends, ends[1:])):
            return False
        self._in_order = ends
        return True


def is_calm(figures: ObservationColumns, indicator: Indicator) -> bool:
    """Whether no rule finds anything in the whole of a series, and each figure is of another day.

    The figures come in order of time.
    """
    run = _run(figures, slice(None))
    return not any(map(ge, run.ends, run.ends[1:])) and _passed(run, None, indicator) is not None


def _run(figures: ObservationColumns, part: slice) -> _Run:
    names = ("period", "period_start", "period_end", "value", "numerator")
    return _Run(*(figures.column(name)[part] for name in names))  # type: ignore[arg-type]


def _passed(run: _Run, seen: _Seen | None, indicator: Indicator) -> _Seen | None:
    """Where the series is after a run that no rule doubts; None where one may."""
    before = seen or _Seen("", None)
    if indicator.unit is Unit.STATE:
        return before._replace(end=run.ends[-1])
    values = [value for value in run.values if value is not None]
    is_share_of_one = indicator.unit is Unit.PERCENT and _may_be_a_share_of_one(values)
    is_of_a_field = indicator.unit is Unit.RANK and any(run.numerators)
    if len(values) < len(run.values) or is_share_of_one or is_of_a_field:
        return None
    if indicator.measure in _BY_THE_LAST:
        passed = _Seen(run.ends[-1], values[-1])
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


def _rate(run: _Run, values: list[int], before: _Seen, indicator: Indicator) -> _Seen | None:
    """Rates are compared with the one before where their periods are of one kind."""
    kinds = before.kinds.union(map(_kind, run.periods))
    if len(kinds) > 1 or "/" in kinds or not _is_calm(_after(before.value, values), indicator):
        return None
    return _Seen(run.ends[-1], values[-1], kinds)


@lru_cache(maxsize=4096)
def _kind(period: str) -> str:
    """What periods have in common that are of one kind; `/` where one has a first and a last day.

    >>> _kind("2025-Q1"), _kind("2025-01"), _kind("2025-01-01/2025-02-03")
    ('7Q', '7', '/')
    """
    return "/" if "/" in period else f"{len(period)}{period[5:6].strip('0123456789')}"


def _by_parts(run: _Run, values: list[int], before: _Seen, indicator: Indicator) -> _Seen | None:
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
    return _Seen(run.ends[-1], values[-1], parts=parts, counted=counted)
