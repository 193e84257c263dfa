"""When an observation became known, and which one was current on a day: the page's two clocks.

Owns what a revision keeps of the figure it replaces. The day on which a figure was first recorded
stays with it through every correction, so that a figure put right is not news once more; and where
a later document has another number, the earlier one is used until the day of that document.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, tzinfo

from cdstrack.core.plan.model import Plan
from cdstrack.core.record.acts import (
    ActKind,
    Change,
    Cutoff,
    SourceDocument,
    Submission,
    reported_day,
    reported_period,
)
from cdstrack.core.record.observation import Cell, Observation
from cdstrack.core.record.period import Period
from cdstrack.core.record.revision import same_observation
from cdstrack.core.reports.closings import LateChange
from cdstrack.core.weekly.week import day_in

LATE_AFTER = 14
"""A figure recorded more days than this after it was made known is said to be late: two pages
went out without it."""

REVISING = frozenset({ActKind.CORRECT, ActKind.UNDO})
"""Acts that leave a figure in the place of another one."""


@dataclass(frozen=True, slots=True)
class UnitsAsKnown:
    """What units come to by what had been made known on the Sunday before a week, and on its own day.

    `arrived` are the indicators of which a unit's figure became known in between.
    """

    before: tuple[Observation, ...] = ()
    after: tuple[Observation, ...] = ()
    arrived: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class KnownRecord:
    """The record at the cut-off, as far as the summary needs it.

    `figures` are the current ones; `submissions` all that were made, by number; `changes` what
    those of the week did to cells that held something; `documents` those kept in the store.
    `histories` is all that was done to the cells whose current figure is a revision, the oldest
    first. `head` is the digest of the chain up to the last submission that the page counts.
    `accepted` are the keys of the findings that somebody accepted, `late` what the week's acts did
    to closed periods. `units` is what those of the plan's area come to.
    """

    figures: tuple[Observation, ...]
    submissions: Mapping[int, Submission]
    changes: tuple[Change, ...] = ()
    documents: tuple[SourceDocument, ...] = ()
    histories: Mapping[Cell, Sequence[Change]] = field(default_factory=dict)
    head: str | None = None
    accepted: frozenset[str] = frozenset()
    late: tuple[LateChange, ...] = ()
    units: UnitsAsKnown = UnitsAsKnown()

    @property
    def last(self) -> Submission | None:
        """The submission with the latest instant; having issued a page adds nothing to know."""
        recorded = (each for each in self.submissions.values() if each.kind is not ActKind.SUMMARY)
        return max(recorded, key=lambda each: each.at, default=None)

    @property
    def cutoff(self) -> Cutoff:
        """The cutoff that the page states."""
        return Cutoff(self.last.at if self.last else None, self.head)


@dataclass(frozen=True, slots=True)
class KnownObservation:
    """A figure with when it was made known, and when and by which act it was first recorded.

    `revises` says that it took the place of the figure before it in the record. `dated` says that
    the day on which it was made known is stated, by the figure or its document; otherwise that of
    recording is taken for it.
    """

    figure: Observation
    reported: Period
    recorded: date
    first_act: int
    revises: bool = False
    dated: bool = True

    @property
    def days_late(self) -> int:
        """Days from being made known to being recorded; 0 where that was at once."""
        return max(0, (self.recorded - self.reported.end).days)

    @property
    def is_late(self) -> bool:
        """Whether it was recorded long after it was made known."""
        return self.days_late > LATE_AFTER


def known_observations(
    plan: Plan, record: KnownRecord, zone: tzinfo
) -> tuple[KnownObservation, ...]:
    """Every current figure with when it was made known and recorded.

    A revision follows the observations that it replaced, the oldest first.
    """
    issued = issue_days(plan, record.documents)
    return tuple(
        known for figure in record.figures for known in _lineage(figure, record, issued, zone)
    )


def issue_days(plan: Plan, documents: Iterable[SourceDocument]) -> dict[str, date | None]:
    """The days of the plan's documents and of those kept in the store, by key."""
    issued = {document.key: document.issued for document in documents}
    return issued | {key: document.issued for key, document in plan.documents.items()}


def known_of_units(
    figures: Iterable[Observation],
    issued: Mapping[str, date | None],
    recorded: Mapping[int, date],
    day: date,
) -> list[Observation]:
    """Of the current figures of units, those that had been made known by the day.

    Args:
        figures: Current figures.
        issued: The days of documents by key.
        recorded: The days of submissions by number, in the plan's time zone.
        day: The day.
    """

    def is_known(figure: Observation) -> bool:
        made_known = issued.get(figure.document) if figure.document else None
        return reported_day(figure, made_known, recorded[figure.submission or 0]) <= day

    return [figure for figure in figures if is_known(figure)]


def known_by(known: Iterable[KnownObservation], day: date) -> list[KnownObservation]:
    """What had been made known by the day: of each cell the figure that replaced the others.

    Args:
        known: As `known_observations` gives them, each figure behind those that it replaced.
        day: The day.
    """
    found: list[KnownObservation] = []
    for each in known:
        if each.reported.end > day:
            continue
        if each.revises and found and found[-1].figure.cell == each.figure.cell:
            found.pop()
        found.append(each)
    return found


def _lineage(
    figure: Observation, record: KnownRecord, issued: Mapping[str, date | None], zone: tzinfo
) -> Iterator[KnownObservation]:
    line = _replaced(figure, record)
    act = line[0].submission or 0
    recorded = day_in(zone, record.submissions[act].at)
    for place, each in enumerate(line):
        day = issued.get(each.document or "")
        reported = reported_period(each, day, recorded)
        dated = each.reported is not None or day is not None
        yield KnownObservation(each, reported, recorded, act, revises=place > 0, dated=dated)


def _replaced(figure: Observation, record: KnownRecord) -> list[Observation]:
    """The figure behind those that it replaced, the oldest first."""
    line = [figure]
    if not record.histories:
        return line
    rows = [change.after for change in record.histories.get(figure.cell, ())]
    place: int | None = len(rows) - 1
    while place is not None and (place := _place_before(place, rows, record)) is not None:
        line.append(rows[place] or figure)
    return line[::-1]


def _place_before(
    place: int, rows: Sequence[Observation | None], record: KnownRecord
) -> int | None:
    """The position of the observation that this one replaced; None for a first one.

    An undo puts back what stood there once. After a withdrawal, or word that there is no figure,
    comes a first one.
    """
    row = rows[place] if place > 0 else None
    if row is None:
        return None
    if record.submissions[row.submission or 0].kind is ActKind.UNDO:
        earlier = reversed(range(place))
        return next((each for each in earlier if same_observation(rows[each], row)), None)
    before = rows[place - 1]
    return place - 1 if before is not None and before.is_figure else None
