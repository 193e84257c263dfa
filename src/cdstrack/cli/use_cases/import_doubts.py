"""Looking at the figures of an import beside their neighbours, before it is kept.

Owns which of them are doubtful, by the rules of `check`, and which contradict a figure of the same day.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from heapq import heapify, heappop
from itertools import groupby

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


@dataclass(frozen=True, slots=True)
class Entered:
    """What one look at the figures of an intake beside their neighbours has found.

    `alike` are the cells of those that say of a day what another figure says of it under another
    name, `contradictions` those that state something else. `doubtful` are figures in the order of
    the file, each with what makes it so.
    """

    alike: frozenset[Cell] = frozenset()
    contradictions: tuple[Problem, ...] = ()
    doubtful: tuple[tuple[Observation, Problem], ...] = ()

    @property
    def doubts(self) -> list[Problem]:
        """What is doubtful, each at its place in the file."""
        return [problem for _, problem in self.doubtful]

    def acceptances(self, reason: str) -> list[Acknowledgement]:
        """What accepts everything that is doubtful."""
        return [
            Acknowledgement(about_observation(problem, figure).key, reason)
            for figure, problem in self.doubtful
        ]


def look_at(reader: Reader, plan: Plan, taken: Taken) -> Entered:
    """Looks at the figures that an intake added; each series with one of them is read once.

    Counting what is doubtful ends at `MOST_PROBLEMS`: a file with more is another kind of file.
    """
    alike: set[Cell] = set()
    contradictions: list[Problem] = []
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
) -> Iterator[tuple[Cell, Problem | None]]:
    """The added figures of a day that has another one: how they contradict it, None for not at all."""
    for figure, of_the_day in _with_their_days(series):
        place = taken.place(figure.id or 0)
        other = same_day(figure, of_the_day, indicator) if place else None
        if place is None or other is None or (other.id or 0) > (figure.id or 0):
            continue
        different = contradicting(other, figure)
        facts = {"from_file": "import", "other": other.period.text}
        problem = Contradiction("CDS218", facts, recorded=other, given=figure, different=different)
        yield figure.cell, problem.placed(place) if different else None


def _with_their_days(
    series: list[Observation],
) -> Iterator[tuple[Observation, list[Observation]]]:
    """Each figure with those of its day, itself among them."""
    for _, together in groupby(series, key=lambda each: each.period.end):
        of_the_day = list(together)
        yield from ((figure, of_the_day) for figure in of_the_day)


def _series(
    reader: Reader, plan: Plan, taken: Taken, is_counting: Callable[[], bool]
) -> Iterator[tuple[list[Observation], Indicator]]:
    """The series with figures of an intake, in order of time.

    Those in which nothing but a doubt can be found are left out where none is counted any more.
    """
    for indicator, org_unit in _in_order(taken, is_counting):
        if indicator not in plan.by_id:
            continue
        figures = reader.current(org_unit=org_unit, indicators=[indicator])
        figures.sort(key=lambda each: (each.disaggregation, each.period.end, each.period.text))
        for _, series in groupby(figures, key=lambda each: each.disaggregation):
            yield list(series), plan.by_id[indicator]


def _in_order(taken: Taken, is_counting: Callable[[], bool]) -> Iterator[tuple[str, str]]:
    """The indicators and org units that are to be read, sorted only as far as they are asked for."""
    waiting = [*taken.touched]
    heapify(waiting)
    while waiting and is_counting():
        yield heappop(waiting)
    yield from sorted(taken.crowded & set(waiting) if taken.crowded else ())
