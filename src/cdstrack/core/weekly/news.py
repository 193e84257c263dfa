"""What is new in a week: observations, late ones, and corrections.

Owns when something is news. A figure is, in the week in which it was made known; a correction, in
the week in which it was recorded; and a figure recorded this week that had been made known before
is an addition, so that no figure ever escapes every page. What a week did to one cell counts as a
whole: a figure mistyped and put right in the same week was never on any page. A figure that says
nowhere when it was made known is news only while it is not old; an old one is an addition.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import tzinfo
from functools import cached_property
from itertools import groupby

from cdstrack.core.plan.model import Indicator, Plan
from cdstrack.core.record.acts import Change, Submission
from cdstrack.core.record.movement import Movement, movement
from cdstrack.core.record.observation import Cell, Observation
from cdstrack.core.verdict.trajectory import is_stale
from cdstrack.core.weekly.as_known import REVISING, KnownObservation, KnownRecord
from cdstrack.core.weekly.week import Week, day_in

MOST_ADDITIONS = 10
"""Figures that one submission may add and still have each of them named."""


@dataclass(frozen=True)
class NewObservation:
    """A figure made known in the week, and how far it moved.

    `series` are the figures of its indicator, body and part known by then, in any order.
    """

    known: KnownObservation
    indicator: Indicator
    series: tuple[Observation, ...] = ()

    @cached_property
    def movement(self) -> Movement:
        """How far it moved: of a hundred thousand figures a page names three."""
        return movement(self.known.figure, self.series, self.indicator)


@dataclass(frozen=True, slots=True)
class Addition:
    """Figures made known before the week that one submission of the week brought in."""

    submission: Submission
    figures: tuple[KnownObservation, ...]

    @property
    def named(self) -> tuple[KnownObservation, ...]:
        """The figures, where they are few enough to be named; else none, and they are counted."""
        return self.figures if len(self.figures) <= MOST_ADDITIONS else ()


@dataclass(frozen=True, slots=True)
class Correction:
    """A change of a figure recorded before, made in the week; `after` is None if withdrawn.

    `submission` is the last one that touched it.
    """

    indicator: Indicator
    before: Observation
    after: Observation | None
    submission: Submission


def of_the_page(
    figures: Iterable[Observation],
    submissions: Mapping[int, Submission],
    plan: Plan,
    week: Week,
    zone: tzinfo,
) -> Iterator[Observation]:
    """Of very many figures those that a page can look at.

    These are the figures of the plan's own area, and every series in which something was made
    known or recorded in the week, or was ever revised.

    Args:
        figures: Current figures, those of one series beside each other.
        submissions: All that were made, by number.
        plan: The plan.
        week: The week of the page.
        zone: The plan's time zone.
    """
    recorded, issued = may_bring_news(submissions, plan, week, zone)
    for series, group in groupby(figures, key=_series):
        found = list(group)
        if series[1] == plan.area or any(_may_be_news(f, week, recorded, issued) for f in found):
            yield from found


def may_bring_news(
    submissions: Mapping[int, Submission], plan: Plan, week: Week, zone: tzinfo
) -> tuple[frozenset[int], frozenset[str]]:
    """The acts and the documents of whose figures a page may speak, whatever these say themselves."""
    recorded = (
        act
        for act, each in submissions.items()
        if each.kind in REVISING or day_in(zone, each.at) in week
    )
    documents = plan.documents.items()
    issued = (key for key, each in documents if each.issued and each.issued in week)
    return frozenset(recorded), frozenset(issued)


def _may_be_news(
    figure: Observation, week: Week, recorded: Container[int], issued: Container[str | None]
) -> bool:
    if figure.reported is not None and figure.reported.end in week:
        return True
    return figure.submission in recorded or figure.document in issued


def observation_order(plan: Plan) -> Callable[[Observation], tuple[int | str, ...]]:
    """Sorts figures as the plan lists pillars and indicators, targets before context."""
    pillars = {pillar: place for place, pillar in enumerate(plan.pillars)}
    places = {
        indicator.id: (pillars.get(indicator.pillar, len(pillars)), not indicator.targets, place)
        for place, indicator in enumerate(plan.indicators)
    }

    def order(figure: Observation) -> tuple[int | str, ...]:
        end = figure.period.end.isoformat()
        return (
            *places[figure.indicator],
            figure.org_unit != plan.area,
            figure.org_unit,
            figure.disaggregation,
            end,
            figure.period.text,
        )

    return order


def new_observations(
    plan: Plan,
    record: KnownRecord,
    before: Iterable[KnownObservation],
    standing: Iterable[KnownObservation],
    week: Week,
    acts: frozenset[int],
) -> tuple[NewObservation, ...]:
    """The figures made known in the week, beside what had been known by its Sunday.

    What the week's `acts` put in the place of a figure known before is a correction, and none.

    Args:
        plan: The plan.
        record: What the store says.
        before: What had been made known by the Sunday before.
        standing: What had been by this Sunday.
        week: The week.
        acts: The submissions made in it.
    """
    changed = {change.cell for change in _net(record.changes, acts)}
    known_before = (each.figure.cell for each in before) if changed else ()
    corrected = changed.intersection(known_before)
    together = by_series(each.figure for each in standing)
    by_sunday = {series: tuple(figures) for series, figures in together.items()}
    found = []
    for each in standing:
        figure, indicator = each.figure, plan.by_id.get(each.figure.indicator)
        if indicator is None or (corrected and figure.cell in corrected):
            continue
        if each.reported.end in week and not _is_undated_and_old(each, indicator):
            found.append(NewObservation(each, indicator, by_sunday[_series(figure)]))
    order = observation_order(plan)
    return tuple(sorted(found, key=lambda each: order(each.known.figure)))


def run_up(new: NewObservation, most: int) -> tuple[Observation, ...]:
    """The figure behind those that led to it, each compared with the one before; the oldest first.

    At most `most` of them, and none from before a break or of a part of the year that differs.
    """
    found = [new.known.figure]
    while len(found) < most:
        before = movement(found[-1], new.series, new.indicator).previous
        if before is None:
            break
        found.append(before)
    return tuple(reversed(found))


def _is_undated_and_old(known: KnownObservation, indicator: Indicator) -> bool:
    """Whether nothing says when it was made known, and it was old on the day of recording."""
    age = (known.recorded - known.figure.period.end).days
    return not known.dated and is_stale(age, indicator.frequency)


def by_series(figures: Iterable[Observation]) -> dict[tuple[str, ...], list[Observation]]:
    """The figures of each indicator, body and part."""
    found: dict[tuple[str, ...], list[Observation]] = {}
    for figure in figures:
        found.setdefault(_series(figure), []).append(figure)
    return found


def _series(figure: Observation) -> tuple[str, str, str]:
    """What a figure shares with those of other times: the beginning of its cell."""
    return figure.indicator, figure.org_unit, figure.disaggregation


def acts_of(record: KnownRecord, week: Week, zone: tzinfo) -> frozenset[int]:
    """The submissions made in the week."""
    made = record.submissions.items()
    return frozenset(number for number, act in made if day_in(zone, act.at) in week)


def additions(
    plan: Plan,
    record: KnownRecord,
    standing: Iterable[KnownObservation],
    week: Week,
    acts: frozenset[int],
) -> tuple[Addition, ...]:
    """The figures that the week's `acts` recorded and that had been made known before it.

    They are grouped by the submission of the week; a cell that had a value before is no addition.
    One that was corrected later stays with the act that first recorded it. Old figures that say
    nowhere when they were made known are additions too.
    """
    changed = {change.cell for change in _net(record.changes, acts)}
    by_act: dict[int, list[KnownObservation]] = {}
    for each in standing:
        figure, act = each.figure, each.figure.submission
        act = act if act in acts else each.first_act
        indicator = plan.by_id.get(figure.indicator)
        if indicator is None or act not in acts or (changed and figure.cell in changed):
            continue
        if each.reported.end < week.monday or _is_undated_and_old(each, indicator):
            by_act.setdefault(act, []).append(each)
    order = observation_order(plan)
    return tuple(
        Addition(
            record.submissions[act],
            tuple(sorted(by_act[act], key=lambda each: order(each.figure))),
        )
        for act in sorted(by_act)
    )


def corrections(plan: Plan, record: KnownRecord, acts: frozenset[int]) -> tuple[Correction, ...]:
    """The figures recorded before the week that its `acts` changed or withdrew."""
    found = [
        Correction(
            plan.by_id[change.cell.indicator],
            change.before,
            change.after,
            record.submissions[change.submission],
        )
        for change in _net(record.changes, acts)
        if change.before is not None
        and not _same(change.before, change.after)
        and change.cell.indicator in plan.by_id
    ]
    order = observation_order(plan)
    return tuple(sorted(found, key=lambda each: order(each.before)))


def _net(changes: Iterable[Change], acts: frozenset[int]) -> list[Change]:
    """The net change of the week to each cell that had a figure before it."""
    by_cell: dict[Cell, Change] = {}
    for change in sorted(changes, key=lambda each: each.submission):
        first = by_cell.get(change.cell, change)
        by_cell[change.cell] = Change(change.submission, change.cell, first.before, change.after)
    return [change for change in by_cell.values() if _held(change.before, acts)]


def _held(before: Observation | None, acts: frozenset[int]) -> bool:
    """Whether there was a figure before the week; word that there is none is no figure."""
    if before is None or not before.is_figure:
        return False
    return before.submission not in acts


def _same(before: Observation, after: Observation | None) -> bool:
    kept = {"id", "submission", "entered"}
    return after is not None and before.model_dump(exclude=kept) == after.model_dump(exclude=kept)
