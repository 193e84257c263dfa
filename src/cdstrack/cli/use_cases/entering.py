"""Looking at the figures of an import beside their neighbours, before it is kept.

Owns which of them are doubtful, by the rules of `check`, and which contradict a figure of the same day.
"""

from collections.abc import Iterator
from itertools import groupby

from cdstrack.core.checks.doubts import doubts_in
from cdstrack.core.checks.finding import about_observation
from cdstrack.core.plan.model import Indicator, Plan
from cdstrack.core.problem import MOST_PROBLEMS, Problem
from cdstrack.core.record.acts import Acknowledgement
from cdstrack.core.record.observation import Cell, Observation
from cdstrack.core.record.revision import Contradiction
from cdstrack.core.record.same_day import contradicting, same_day
from cdstrack.store.bulk_import import Taken
from cdstrack.store.reading import Reader


def doubts_accepted(reader: Reader, plan: Plan, taken: Taken, reason: str) -> list[Acknowledgement]:
    """What accepts everything that is doubtful about the figures that an intake added."""
    return [
        Acknowledgement(about_observation(problem, figure).key, reason)
        for figure, problem in _doubtful(reader, plan, taken)
    ]


def doubts_entered(reader: Reader, plan: Plan, taken: Taken) -> list[Problem]:
    """What is doubtful about the figures that an intake added, each at its place in the file."""
    return [problem for _, problem in _doubtful(reader, plan, taken)]


def _doubtful(reader: Reader, plan: Plan, taken: Taken) -> list[tuple[Observation, Problem]]:
    """The doubtful figures in the order of the file, each with what makes it so.

    Counting ends at `MOST_PROBLEMS`: a file with more of them is another kind of file.
    """
    found: list[tuple[Observation, Problem]] = []
    for series, indicator in _series(reader, plan, taken):
        for figure, problem in doubts_in(series, indicator):
            if place := taken.place(figure.id or 0):
                found.append((figure, problem.placed(place)))
        if len(found) >= MOST_PROBLEMS:
            break
    return sorted(found, key=lambda each: each[1].place.line if each[1].place else 0)


def same_days_entered(
    reader: Reader, plan: Plan, taken: Taken
) -> tuple[frozenset[Cell], list[Problem]]:
    """The figures of an intake that are about the same day as another one, under another name.

    Returns:
        The cells of those that say the same, and those that state something else.
    """
    alike: set[Cell] = set()
    found: list[Problem] = []
    for series, indicator in _series(reader, plan, taken):
        for figure, of_the_day in _with_their_days(series):
            place = taken.place(figure.id or 0)
            other = same_day(figure, of_the_day, indicator) if place else None
            if place is None or other is None or (other.id or 0) > (figure.id or 0):
                continue
            if different := contradicting(other, figure):
                facts = {"from_file": "import", "other": other.period.text}
                problem = Contradiction(
                    "CDS218", facts, recorded=other, given=figure, different=different
                )
                found.append(problem.placed(place))
            else:
                alike.add(figure.cell)
    return frozenset(alike), found


def _with_their_days(
    series: list[Observation],
) -> Iterator[tuple[Observation, list[Observation]]]:
    """Each figure with those of its day, itself among them."""
    for _, together in groupby(series, key=lambda each: each.period.end):
        of_the_day = list(together)
        yield from ((figure, of_the_day) for figure in of_the_day)


def _series(
    reader: Reader, plan: Plan, taken: Taken
) -> Iterator[tuple[list[Observation], Indicator]]:
    """The series with figures of an intake, in order of time."""
    for indicator, org_unit in taken.touched:
        if indicator not in plan.by_id:
            continue
        figures = reader.current(org_unit=org_unit, indicators=[indicator])
        figures.sort(key=lambda each: (each.disaggregation, each.period.end, each.period.text))
        for _, series in groupby(figures, key=lambda each: each.disaggregation):
            yield list(series), plan.by_id[indicator]
