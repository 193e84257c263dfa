"""Problems as of Sunday: gaps, declines, stale and contradictory data, missing reports, due dates.

Owns which facts of a status report the week's page names as shortcomings, and the due dates near
ahead. Has no words and no clock.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cdstrack.core.plan.model import Indicator
from cdstrack.core.record.movement import Movement, contradicts_itself, movement
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.gaps import GapRow, build_gaps
from cdstrack.core.reports.status import StatusItem, StatusReport
from cdstrack.core.verdict.vocabulary import Status
from cdstrack.core.weekly.news import NewObservation

MOST_DECISIONS = 5
"""Targets in need of a decision that a page of one sheet names, and the largest gaps named."""
MILESTONE_AHEAD = 90
"""How many days ahead the page mentions a due date."""

WITHOUT_DATA = frozenset({Status.NO_DATA, Status.AWAITING_DATA})
FAILED = frozenset({Status.MISSED, Status.OVERDUE})
FINE = frozenset({Status.ACHIEVED, Status.ACHIEVED_LATE, Status.ON_TRACK})
"""Verdicts that are never named under shortcomings."""
WORST_FIRST = (
    Status.DETERIORATING,
    Status.OFF_TRACK,
    Status.OVERDUE,
    Status.BEHIND,
    Status.MISSED,
    Status.INSUFFICIENT_DATA,
)
"""Verdicts that ask for a decision, in the order in which a page names them: what can still be
turned comes before what is over, and what cannot be judged yet comes last."""


@dataclass(frozen=True, slots=True)
class Falling:
    """A figure that is worse than the previous comparable one; `item` where it has a target."""

    figure: Observation
    indicator: Indicator
    movement: Movement
    item: StatusItem | None


@dataclass(frozen=True, slots=True)
class Milestone:
    """A due date near ahead, with its targets that still apply."""

    due: date
    days: int
    rows: tuple[GapRow, ...]

    @property
    def counts(self) -> dict[Status, int]:
        """How many of its targets have each verdict, in the order of `Status`."""
        statuses = [row.line.verdict.status for row in self.rows]
        return {status: statuses.count(status) for status in Status if status in statuses}


def largest_gaps(report: StatusReport) -> tuple[GapRow, ...]:
    """The open targets with most of their way to go: one an indicator, its active one.

    Those of which the way made is not known come last. Left out are those that are met, and those
    without a number to judge by.
    """
    found = [row for row in build_gaps(report).rows if _is_open_gap(row, report.header.as_of)]
    return tuple(found[:MOST_DECISIONS])


def decisions(report: StatusReport) -> tuple[GapRow, ...]:
    """The targets that ask for a decision, worst first: the active one of each indicator.

    Among equals, the one with most of its way to go comes first. What cannot be judged is named
    where it is known to fall short.
    """
    rows = [row for row in build_gaps(report).rows if _asks_for_a_decision(row)]
    return tuple(sorted(rows, key=lambda row: WORST_FIRST.index(row.line.verdict.status)))


def fallen(
    report: StatusReport, figures: Mapping[tuple[str, ...], list[Observation]]
) -> tuple[Falling, ...]:
    """Latest figures of indicators with targets that fell.

    An indicator that is met or on course is not named.

    Args:
        report: The status report.
        figures: What it was built from, by series (indicator, body, part); those of its area.
    """
    found = []
    for item in report.items:
        if item.latest is not None and applies(item):
            moved = movement(item.latest, figures[item.latest.cell[:3]], item.indicator)
            fell = moved.better is False and item.status not in FINE
            if fell or item.status is Status.DETERIORATING:
                found.append(Falling(item.latest, item.indicator, moved, item))
    return tuple(found)


def falling(
    report: StatusReport, found: tuple[Falling, ...], news: Iterable[NewObservation]
) -> tuple[Falling, ...]:
    """The same, and this week's figures that fell of the others.

    Args:
        report: The status report.
        found: What `fallen` gave.
        news: The week's new figures.
    """
    shown = {each.figure.cell for each in found}
    fine = {item.indicator.id for item in report.items if item.status in FINE}
    others = (
        Falling(new.known.figure, new.indicator, new.movement, None)
        for new in news
        if new.indicator.id not in fine
        and new.movement.better is False
        and new.known.figure.cell not in shown
    )
    return (*found, *others)


def applies(item: StatusItem) -> bool:
    """Whether the indicator's active target still applies."""
    return item.status is not Status.NOT_APPLICABLE


def contradictions(
    report: StatusReport, news: Sequence[NewObservation], fallen: Iterable[Falling]
) -> tuple[tuple[Observation, Indicator], ...]:
    """Figures in use, or behind a movement on the page, whose source contradicts itself.

    Only a figure whose source printed the share can; of a series without one nothing is compared.
    """
    shown = [(new.known.figure, new.indicator) for new in news if _prints_a_share(new)]
    shown += [(item.latest, item.indicator) for item in report.items if item.latest]
    moved = [(new.movement, new.indicator) for new in news if _prints_a_share(new)]
    moved += [(each.movement, each.indicator) for each in fallen]
    shown += [(each.previous, indicator) for each, indicator in moved if each.previous]
    by_cell = {figure.cell: (figure, indicator) for figure, indicator in shown}
    return tuple(pair for pair in by_cell.values() if contradicts_itself(*pair))


def _prints_a_share(new: NewObservation) -> bool:
    return any(figure.stated is not None for figure in new.series)


def past_targets(report: StatusReport, wanted: frozenset[Status]) -> tuple[GapRow, ...]:
    """The targets whose due date is over and whose verdict is one of these."""
    return tuple(
        GapRow(item, line)
        for item in report.items
        for line in item.targets
        if line.target.due
        and line.target.due < report.header.as_of
        and line.verdict.status in wanted
    )


def milestones(report: StatusReport) -> tuple[Milestone, ...]:
    """The due dates within `MILESTONE_AHEAD` days, that of the report's day included."""
    day, by_due = report.header.as_of, dict[date, list[GapRow]]()
    for item in report.items:
        for line in item.targets:
            due = line.target.due
            near = due is not None and day <= due <= day + timedelta(days=MILESTONE_AHEAD)
            if due is not None and near and line.verdict.status is not Status.NOT_APPLICABLE:
                by_due.setdefault(due, []).append(GapRow(item, line))
    return tuple(Milestone(due, (due - day).days, tuple(by_due[due])) for due in sorted(by_due))


def _is_open_gap(row: GapRow, day: date) -> bool:
    item, verdict = row.item, row.line.verdict
    is_active = item.active is not None and row.line is item.targets[item.active]
    is_open = (row.line.target.due or date.max) >= day and applies(item)
    is_missing = verdict.met is False and verdict.gap is not None and verdict.years is None
    is_fine = verdict.status in FINE
    return is_active and is_open and is_missing and not is_fine


def _asks_for_a_decision(row: GapRow) -> bool:
    item, verdict = row.item, row.line.verdict
    if item.active is None or row.line is not item.targets[item.active]:
        return False
    if verdict.status is Status.INSUFFICIENT_DATA:
        return verdict.met is False and bool(verdict.gap)
    return verdict.status in WORST_FIRST
