"""A fast survey of the series of a large file, in columns and in the order of the file.

Owns which series need no further check: those in which `cdstrack.core.checks.doubts` finds nothing,
and whose figures are all of different days. It never clears a series with a finding, which a
property test holds; what it cannot decide is checked figure by figure. Numbers are whole
millionths.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress, repeat
from operator import add, eq, le, sub
from typing import NamedTuple

from cdstrack.core.checks.calm import Run, Seen, kind_of, passed
from cdstrack.core.checks.last_figures import Last, LastFigures, Names, names_at
from cdstrack.core.checks.moves import (
    FEWEST_BEFORE,
    Look,
    MoveRule,
    Steps,
    is_certain_jump,
    move_rule,
    suspects,
)
from cdstrack.core.plan.model import Indicator
from cdstrack.core.problem import MOST_PROBLEMS
from cdstrack.core.record.columns import ObservationColumns, Series
from cdstrack.core.record.observation import Observation

MOST_SERIES = 200_000
"""Series that are remembered; of a file with more of them nothing is known."""
Held = Callable[[Sequence[Series]], Sequence[Last | None]]
"""Tells what the record has of series; None where it has nothing."""
_UNKNOWN = MoveRule(Look.SERIES)


class _Table(NamedTuple):
    """Figures in columns, grouped by series: where each series begins and ends.

    `before` is the last figure of each series before these, None if there is none.
    """

    figures: ObservationColumns
    begins: Sequence[int]
    stops: Sequence[int]
    before: Sequence[Last | None]


class Survey:
    """The survey of the figures of one file, as far as it was read.

    `moving` are indicators and org units with a figure that a rule may doubt, `crowded` those with
    two figures that may be of one day. `is_orderly` means that no cell can have occurred twice.
    `is_complete` becomes false if there are too many series; the other results are then void.

    Doubts are listed by series, and at most `most`: what comes behind so many is left out.
    """

    def __init__(self, indicators: Mapping[str, Indicator], most: int = MOST_PROBLEMS) -> None:
        self.moving: set[tuple[str, str]] = set()
        self.crowded: set[tuple[str, str]] = set()
        self.is_orderly = True
        self._is_small = True
        self._most = most
        self._certain: list[tuple[str, str]] = []
        self._enough: tuple[str, str] | None = None
        self._has_left_out = False
        self._indicators = indicators
        self._rules = {name: move_rule(each) for name, each in indicators.items()}
        self._last = LastFigures()
        self._passed: dict[Series, Seen] = {}

    @property
    def is_complete(self) -> bool:
        """Whether the results are valid.

        What was certain to be doubtful is so no longer once a figure may come between two others.
        """
        return self._is_small and (self.is_orderly or not self._has_left_out)

    def see(self, figures: ObservationColumns, held: Held | None = None) -> None:
        """Surveys figures that are new to the record; `held` is None if that is empty."""
        if not len(figures) or not self.is_complete:
            return
        figures, begins = figures.by_series()
        names = names_at(figures, begins)
        before = self._before(figures, begins, names, held)
        table = _Table(figures, begins, [*begins[1:], len(figures)], before)
        totals = list(map(sub, table.stops, begins))
        if any(before):
            totals = list(map(add, (each[3] if each else 0 for each in before), totals))
        self._look_at_order(table)
        if self._is_behind_enough(figures):
            self._has_left_out = True
        else:
            self._look_at_moves(table, totals)
        self._last.put(names, _lasts(table, totals))
        self._is_small = len(self._last) <= MOST_SERIES

    def see_one(self, figure: Observation) -> None:
        """Notes a figure that was read outside the columns: its series must be checked in full."""
        about = figure.indicator, figure.org_unit
        self.moving.add(about)
        self.crowded.add(about)
        self.is_orderly = False

    def _before(
        self, figures: ObservationColumns, begins: Sequence[int], names: Names, held: Held | None
    ) -> Sequence[Last | None]:
        """The last figure of each series, in this file or else in the record."""
        found = self._last.of(names)
        if held is None or None not in found:
            return found
        places = [at for at, last in enumerate(found) if last is None]
        lasts = held(figures.series_at([begins[at] for at in places]))
        for at, last in zip(places, lasts, strict=True):
            found[at] = last
        return found

    def _look_at_order(self, table: _Table) -> None:
        """Notes the series in which a day is not later than the one before it."""
        days = _texts(table.figures, "period_end")
        late: list[Series] = []
        if any(table.before):
            rows = zip(table.begins, table.before, strict=True)
            again = [at for at, last in rows if last and last[0] >= days[at]]
            late += table.figures.series_at(again)
        if len(table.begins) < len(days):
            begins = _marked(table.begins, len(days))
            found = compress(range(1, len(days)), map(le, days[1:], days))
            late += table.figures.series_at([at for at in found if not begins[at]])
        if late:
            self.is_orderly = False
            about = {series[:2] for series in late}
            self.crowded |= about
            self.moving |= about

    def _look_at_moves(self, table: _Table, totals: Sequence[int]) -> None:
        """Notes the series with a figure that a rule may doubt."""
        steps, figures = _steps(table, totals), table.figures
        for rule, chosen in self._rules_of(figures):
            if rule.look is Look.SERIES:
                self._look_at_series(table, chosen)
            elif rule.look is not Look.NOTHING:
                rows = range(len(figures)) if chosen is None else _places(chosen)
                part = steps if chosen is None else steps.part(chosen)
                found = [*suspects(part, rule)]
                self._note(figures, [*map(rows.__getitem__, found)])
                if self._enough is None:
                    certain = {rows[at] for at in found if is_certain_jump(part, at, rule)}
                    self._count(figures.about([*certain]))
                if rule.is_rate or rule.is_rank:
                    self._note(figures, [*_of_another_kind(table, rule, rows)])

    def _count(self, certain: Iterable[tuple[str, str]]) -> None:
        """Counts figures that are certain to be named: of a series behind enough of them nobody asks."""
        self._certain += certain
        if len(self._certain) >= self._most:
            self._enough = max(self._certain)

    def _is_behind_enough(self, figures: ObservationColumns) -> bool:
        """Whether all figures are of indicators behind those in which enough is certain."""
        if self._enough is None:
            return False
        return min(map(str, figures.distinct("indicator"))) > self._enough[0]

    def _rules_of(
        self, figures: ObservationColumns
    ) -> Iterator[tuple[MoveRule, Sequence[bool] | None]]:
        """The rules of indicators, each with the rows that it applies to; None for all rows."""
        names = figures.distinct("indicator")
        rules = {str(name): self._rules.get(str(name), _UNKNOWN) for name in names}
        distinct = [*dict.fromkeys(rules.values())]
        if len(distinct) == 1:
            yield distinct[0], None
            return
        numbers = {name: distinct.index(rule) for name, rule in rules.items()}
        of_rows = list(map(numbers.__getitem__, _texts(figures, "indicator")))
        for number, rule in enumerate(distinct):
            yield rule, list(map(eq, of_rows, repeat(number)))

    def _look_at_series(self, table: _Table, chosen: Sequence[bool] | None) -> None:
        """The same where a figure is compared with more than the one before it."""
        names = ("period", "period_start", "period_end", "value", "numerator")
        columns = [table.figures.column(name) for name in names]
        rows = zip(table.begins, table.stops, table.before, strict=True)
        for begin, stop, last in rows:
            if chosen is not None and not chosen[begin]:
                continue
            (series,) = table.figures.series_at([begin])
            if series[:2] in self.moving:
                continue
            seen = self._passed.get(series)
            indicator = self._indicators.get(series[0])
            run = Run(*(column[begin:stop] for column in columns))  # type: ignore[arg-type]
            now = None if indicator is None or (last and not seen) else passed(run, seen, indicator)
            if now is None:
                self.moving.add(series[:2])
            else:
                self._passed[series] = now

    def _note(self, figures: ObservationColumns, rows: Sequence[int]) -> None:
        """Notes the series of some figures."""
        self.moving.update(figures.about(rows))


def _lasts(table: _Table, totals: Sequence[int]) -> Sequence[Last]:
    """The last figure of each series."""
    rows = [stop - 1 for stop in table.stops]
    names = ("period_end", "value", "period")
    columns = (map(table.figures.column(name).__getitem__, rows) for name in names)
    return list(zip(*columns, totals, strict=True))


def _texts(figures: ObservationColumns, name: str) -> Sequence[str]:
    return figures.column(name)  # type: ignore[return-value]


def _places(chosen: Sequence[bool]) -> Sequence[int]:
    return list(compress(range(len(chosen)), chosen))


def _steps(table: _Table, totals: Sequence[int]) -> Steps:
    """Each figure paired with the one before it."""
    values: Sequence[int | None] = table.figures.column("value")  # type: ignore[assignment]
    days = _texts(table.figures, "period_end")
    was, ended = [None, *values[:-1]], ["", *days[:-1]]
    for at, last in zip(table.begins, table.before, strict=True):
        if last is None:
            was[at], ended[at] = values[at], days[at]
        else:
            ended[at], was[at], _, _ = last
    begins = _marked(table.begins, len(days))
    return Steps(values, was, days, ended, begins, _are_long(table, totals))


def _marked(places: Sequence[int], count: int) -> Sequence[int]:
    """1 at each of some places, 0 at all others."""
    marks = bytearray(count)
    for at in places:
        marks[at] = 1
    return marks


def _are_long(table: _Table, totals: Sequence[int]) -> Sequence[int] | None:
    """Marks the figures with enough earlier ones that they can be far off their series."""
    if max(totals) <= FEWEST_BEFORE:
        return None
    marks = bytearray(len(table.figures))
    for begin, stop, total in zip(table.begins, table.stops, totals, strict=True):
        first = max(begin, stop - (total - FEWEST_BEFORE))
        marks[first:stop] = b"\1" * (stop - first)
    return marks


def _of_another_kind(table: _Table, rule: MoveRule, rows: Sequence[int]) -> Iterator[int]:
    """Figures not simply compared with the one before: ranks, and rates of different spans.

    A rank is compared within its own field if it states one. A rate is compared with the last one
    whose period is of the same kind.
    """
    if rule.is_rank:
        fields = table.figures.column("numerator")
        yield from (row for row in rows if fields[row])
    if not rule.is_rate:
        return
    kinds = list(map(kind_of, _texts(table.figures, "period")))
    kinds_before = ["", *kinds[:-1]]
    for at, last in zip(table.begins, table.before, strict=True):
        kinds_before[at] = kind_of(last[2]) if last else kinds[at]
    yield from (row for row in rows if kinds[row] == "/" or kinds[row] != kinds_before[row])
