"""The header of a report: its plan, its day, the state of the record, and notices for every reader.

Owns which notices follow from plan and record; `cdstrack.words` has their sentences.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from cdstrack.core.plan.model import Label, MethodName, Plan


@dataclass(frozen=True, slots=True)
class Notice:
    """Something every reader of the report must know; `cdstrack.words` has the sentence."""

    code: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReportHeader:
    """What the report is about: plan, day, and the record it is based on.

    `known_at` is the instant of the last submission that was counted, `head` the digest of the
    chain up to it; None for an empty store.
    """

    report: str
    plan_id: str
    plan_title: Label
    plan_digest: str
    as_of: date
    known_at: datetime | None
    method: MethodName
    timezone: str
    notices: tuple[Notice, ...] = ()
    head: str | None = None


def unit_notices(plan: Plan, header: ReportHeader) -> tuple[Notice, ...]:
    """The notices of a report on another unit than the plan's area, `plan` being that unit's."""
    others = tuple(each for each in header.notices if each.code != "area_closed")
    return (Notice("of_unit", {"unit": plan.area}), *area_notices(plan, header.as_of), *others)


def area_notices(plan: Plan, as_of: date) -> tuple[Notice, ...]:
    """The notice that the plan's own area no longer exists, from the day after its last."""
    area = plan.org_units.get(plan.area)
    if area is None or area.closed is None or area.closed >= as_of:
        return ()
    facts = {
        "unit": plan.area,
        "closed": area.closed.isoformat(),
        "successor": area.sole_heir or "",
    }
    return (Notice("area_closed", facts),)


def knowledge_notices(asked_for: datetime | None, *, by_the_file: bool) -> tuple[Notice, ...]:
    """That nothing had been recorded by the instant asked for; None where something had been.

    No version of the plan was in force by then either. `by_the_file` says that the report goes by
    the plan file as it is now instead.
    """
    if asked_for is None:
        return ()
    code = "nothing_known_by_file" if by_the_file else "nothing_known"
    return (Notice(code, {"at": asked_for.isoformat()}),)
