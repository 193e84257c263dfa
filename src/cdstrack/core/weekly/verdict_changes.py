"""What a week did to verdicts: those that changed and why, and what each correction had to do with it.

Compares two reports of the same plan, of the Sunday before and of the day of the page.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from cdstrack.core.plan.model import MethodName, Plan
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.judging import build_status
from cdstrack.core.reports.status import StatusItem, StatusReport, TargetLine
from cdstrack.core.verdict.vocabulary import Status
from cdstrack.core.weekly.news import Correction


class Cause(StrEnum):
    """Why a verdict changed within the week."""

    FIGURE = "figure"
    DUE_PASSED = "due_passed"
    ENDED = "ended"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """One target whose verdict changed from the Sunday before to this one."""

    item: StatusItem
    line: TargetLine
    before: Status
    cause: Cause


@dataclass(frozen=True, slots=True)
class CorrectionEffect:
    """A correction, and the verdict on its indicator as it was and would have stayed without it."""

    correction: Correction
    without: Status | None
    with_it: Status | None


def verdict_changes(
    before: StatusReport, after: StatusReport, arrived: set[str]
) -> tuple[VerdictChange, ...]:
    """The targets whose verdicts differ; `arrived` as for `_cause`."""
    found = []
    for old, new in zip(before.items, after.items, strict=True):
        for was, now in zip(old.targets, new.targets, strict=True):
            if was.verdict.status is not now.verdict.status:
                cause = _cause(new, now, before.header.as_of, arrived)
                found.append(VerdictChange(new, now, was.verdict.status, cause))
    return tuple(found)


def _cause(item: StatusItem, line: TargetLine, sunday_before: date, arrived: set[str]) -> Cause:
    """The cause of a changed verdict; `arrived` are the indicators with a figure made known in the week.

    An index is among them where a member is.

    A due date that passed turns every verdict into another word, whatever figure came with it;
    only being met takes a figure.
    """
    status, due = line.verdict.status, line.target.due
    if status is Status.NOT_APPLICABLE:
        return Cause.ENDED
    has_figure = item.indicator.id in arrived
    # A due date is past on the day after it.
    has_passed = due is not None and sunday_before <= due < sunday_before + timedelta(days=7)
    if has_passed and not (has_figure and status is Status.ACHIEVED):
        return Cause.DUE_PASSED
    return Cause.FIGURE if has_figure else Cause.TIME


def with_effects(
    plan: Plan,
    found: tuple[Correction, ...],
    after: StatusReport,
    figures: Iterable[Observation],
    method: MethodName | None,
) -> tuple[CorrectionEffect, ...]:
    """Each correction with the verdict as it would be had none been made."""
    if not found:
        return ()
    cells = {each.before.cell for each in found}
    kept = [figure for figure in figures if figure.cell not in cells]
    day = after.header.as_of
    old = [each.before for each in found]
    put_back = [each for each in old if each.reported is None or each.reported.end <= day]
    uncorrected = build_status(plan, [*kept, *put_back], after.header, method=method)
    without = {item.indicator.id: item.status for item in uncorrected.items}
    with_it = {item.indicator.id: item.status for item in after.items}
    return tuple(
        CorrectionEffect(each, without.get(each.indicator.id), with_it.get(each.indicator.id))
        for each in found
    )
