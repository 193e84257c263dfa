"""Compares the figures of an import with the rest of their series, before it is committed.

Owns which of them are doubtful, by the rules of `check`, and which contradict a figure of the same
day.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from heapq import heapify, heappop
from itertools import groupby, islice
from operator import eq, itemgetter

from cdstrack.core.checks.calm import is_calm
from cdstrack.core.checks.doubts import doubts_in
from cdstrack.core.checks.finding import about_observation
from cdstrack.core.plan.model import Indicator, Plan
from cdstrack.core.problem import MOST_PROBLEMS, Problem
from cdstrack.core.record.acts import Acknowledgement
from cdstrack.core.record.observation import Cell, Observation
from cdstrack.core.record.revision import Contradiction
from cdstrack.core.record.same_day import contradicting, same_day
from cdstrack.store.intake import Taken
from cdstrack.store.reading import Reader

_AT_ONCE = 100
"""Org units whose series are read together."""


@dataclass(frozen=True, slots=True)
class Entered:
    """What the comparison of imported figures with their series has found.

    `alike` are the cells of figures that repeat the value of a day under another name of the
    period, `contradictions` are those with another value. `doubtful` are figures in the order of
    the file, each with its doubts.
    """

    alike: frozenset[Cell] = frozenset()
    contradictions: tuple[Contradiction, ...] = ()
    doubtful: tuple[tuple[Observation, Problem], ...] = ()

    @property
    def doubts(self) -> list[Problem]:
        """The doubts, each with its place in the file."""
        return [problem for _, problem in self.doubtful]

    def acceptances(self, reason: str) -> list[Acknowledgement]:
        """The acknowledgements that accept all doubts."""
        return [
            Acknowledgement(about_observation(problem, figure).key, reason)
            for figure, problem in self.doubtful
        ]


def look_at(reader: Reader, plan: Plan, taken: Taken) -> Entered:
    """Compares the imported figures; each of their series is read once.

    Doubts are counted up to `MOST_PROBLEMS`: a file with more is of another kind.
    """
    alike: set[Cell] = set()
    contradictions: list[Contradiction] = []
    doubtful: list[tuple[Observation, Problem]] = []

    def is_counting() -> bool:
        return len(doubtful) < MOST_PROBLEMS

    for series, indicator in _series(reader, plan, taken, is_counting):
        is_crowded = series[0].cell[:2] in taken.crowded
        for cell, problem in _of_one_day(series, indicator, taken) if is_crowded else ():
            if problem is None:
                alike.add(cell)
            else:
                contradictions.append(problem)
        if is_counting():
            doubtful += _doubtful(series, indicator, taken)
    doubtful.sort(key=lambda each: each[1].place.line if each[1].place else 0)
    return Entered(frozenset(alike), tuple(contradictions), tuple(doubtful))


def _doubtful(
    series: list[Observation], indicator: Indicator, taken: Taken
) -> Iterator[tuple[Observation, Problem]]:
    for figure, problem in doubts_in(series, indicator):
        if place := taken.place(figure.id or 0):
            yield figure, problem.placed(place)


def _of_one_day(
    series: list[Observation], indicator: Indicator, taken: Taken
) -> Iterator[tuple[Cell, Contradiction | None]]:
    """The added figures of a day with another figure: the contradiction, or None if the values agree."""
    for figure, of_the_day in _with_their_days(series):
        place = taken.place(figure.id or 0)
        other = same_day(figure, of_the_day, indicator) if place else None
        if place is None or other is None or (other.id or 0) > (figure.id or 0):
            continue
        different = contradicting(other, figure)
        kept_in = "in_record" if taken.place(other.id or 0) is None else "in_file"
        facts = {kept_in: "import", "other": other.period.text}
        problem = Contradiction("CDS218", facts, recorded=other, given=figure, different=different)
        yield figure.cell, problem.placed(place) if different else None


def _with_their_days(
    series: list[Observation],
) -> Iterator[tuple[Observation, list[Observation]]]:
    """Each figure with all figures of its day, itself included."""
    for _, together in groupby(series, key=lambda each: each.period.end):
        of_the_day = list(together)
        yield from ((figure, of_the_day) for figure in of_the_day)


def _series(
    reader: Reader, plan: Plan, taken: Taken, is_counting: Callable[[], bool]
) -> Iterator[tuple[list[Observation], Indicator]]:
    """The series with imported figures in which a rule may find something, in chronological order.

    Once no more doubts are counted, series in which only doubts can be found are omitted.
    """
    for name, waiting in groupby(_in_order(taken, is_counting), key=itemgetter(0)):
        indicator = plan.by_id.get(name)
        while indicator and (units := [unit for _, unit in islice(waiting, _AT_ONCE)]):
            for series in reader.series_of([name], units):
                days = series.columns.column("period_end")
                is_crowded = any(map(eq, days, days[1:]))
                if is_crowded or (is_counting() and not is_calm(series.columns, indicator)):
                    yield list(series.figures), indicator


def _in_order(taken: Taken, is_counting: Callable[[], bool]) -> Iterator[tuple[str, str]]:
    """The indicators and org units to read, sorted lazily."""
    waiting = [*taken.touched]
    heapify(waiting)
    while waiting and is_counting():
        yield heappop(waiting)
    yield from sorted(taken.crowded & set(waiting) if taken.crowded else ())
