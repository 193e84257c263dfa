"""Who is responsible for what, and which observations they owe.

Leads are dated, and the duties of a closed body pass to its successor. The caller gives the day.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from cdstrack.core.plan.comparators import JudgedBy
from cdstrack.core.plan.model import Frequency, Indicator, Plan
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.reports.order import Order
from cdstrack.core.reports.status import StatusItem, StatusReport, TargetLine
from cdstrack.core.verdict.vocabulary import Status
from cdstrack.core.weekly.next_due import Answers, last_answers, next_due

AHEAD = 7
"""How many days before its due date an observation is asked for: a week."""

_SETTLED = {Status.ACHIEVED, Status.ACHIEVED_LATE, Status.MISSED}


@dataclass(frozen=True, slots=True)
class Responsible:
    """The body responsible on a day; `inherited` is the closed one that the plan still names.

    `since` is the day from which the plan names it, `before` the body that it followed.
    """

    unit: str
    since: date | None = None
    before: str | None = None
    inherited: str | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """One indicator with the body responsible for it; None where the plan names none."""

    item: StatusItem
    responsible: Responsible | None


@dataclass(frozen=True, slots=True)
class Owed:
    """A figure that is owed: `due` is None where nothing tells when the first one was due.

    `latest` is the last answer, a figure or a reason why there is none; None where there never was
    one. `missing` are the groups (sectors) asked for, where they differ.
    `frequency` is the declared one, or yearly.
    """

    item: StatusItem
    due: date | None
    latest: Observation | None
    frequency: Frequency
    declared: bool
    missing: tuple[str, ...] = ()

    @property
    def last(self) -> date | None:
        """The end of the period that was last answered for."""
        return self.latest.period.end if self.latest else None


@dataclass(frozen=True, slots=True)
class Owner:
    """A lead body, and in it a named person, with what they are responsible for and owe."""

    lead: str | None
    person: str | None
    duties: tuple[Duty, ...]
    owed: tuple[Owed, ...]


@dataclass(frozen=True, slots=True)
class OwnersReport:
    """Everybody responsible, nobody last."""

    header: ReportHeader
    owners: tuple[Owner, ...]


def build_owners(
    plan: Plan, report: StatusReport, observations: Iterable[Observation]
) -> OwnersReport:
    """Who is responsible for the indicators of the report, and what they owe on its day.

    Args:
        plan: The plan.
        report: The verdicts; its day decides who leads and what is due, and its order, unless it
            is that of the plan, in which order they come: who leads its first indicator first.
        observations: The current figures that the report was built from.
    """
    day = report.header.as_of
    answers = last_answers(plan, observations, day)
    duties: dict[tuple[str | None, str | None], list[Duty]] = defaultdict(list)
    for item in report.items:
        duty = Duty(item, responsible_on(plan, item.indicator, day))
        unit = duty.responsible.unit if duty.responsible else None
        duties[unit, item.indicator.person].append(duty)
    owners = [
        Owner(lead, person, tuple(held), owed_of(plan, (each.item for each in held), answers, day))
        for (lead, person), held in duties.items()
    ]
    declared = list(plan.org_units)
    if report.order is Order.PLAN:
        owners.sort(
            key=lambda owner: (_place(owner.lead, declared), owner.lead or "", _last(owner))
        )
    owners.sort(key=lambda owner: owner.lead is None)
    return OwnersReport(report.header, tuple(owners))


def responsible_on(plan: Plan, indicator: Indicator, day: date) -> Responsible | None:
    """The body responsible on the day.

    Where the plan's lead has been closed by then, its successor is, as far as the plan names one.
    """
    named = indicator.lead_on(day)
    if named is None:
        return None
    dated = sorted(indicator.lead, key=lambda lead: lead.since or date.min)
    place = max(n for n, lead in enumerate(dated) if (lead.since or date.min) <= day)
    before = dated[place - 1].unit if place else None
    unit = _successor(plan, named, day)
    return Responsible(unit, dated[place].since, before, named if unit != named else None)


def owed_of(
    plan: Plan, items: Iterable[StatusItem], answers: Mapping[str, Answers], day: date
) -> tuple[Owed, ...]:
    """The figures owed on the day or within the `AHEAD` days after it, the longest overdue first."""
    until = day + timedelta(days=AHEAD)
    owed = [_owed(plan, item, answers, until) for item in items if _asks(item, day)]
    wanted = [each for each in owed if each.due is None or each.due <= until]
    return tuple(sorted(wanted, key=lambda each: each.due or date.min))


def _owed(plan: Plan, item: StatusItem, answers: Mapping[str, Answers], until: date) -> Owed:
    indicator = item.indicator
    asked = next_due(plan, indicator, answers.get(indicator.id, {}), until)
    declared = indicator.frequency is not None
    frequency = indicator.frequency or Frequency.YEARLY
    return Owed(item, asked.due, asked.latest, frequency, declared, asked.missing)


def _asks(item: StatusItem, day: date) -> bool:
    """Whether some target still asks for figures; what is computed asks its members."""
    if item.indicator.composite is not None:
        return False
    return any(_still_asks(line, day) for line in item.targets)


def _still_asks(line: TargetLine, day: date) -> bool:
    status, target = line.verdict.status, line.target
    if status is Status.NOT_APPLICABLE:
        return False
    is_over = target.kind.judged_by is JudgedBy.STATE or (target.due or date.max) < day
    return not (is_over and status in _SETTLED)


def _successor(plan: Plan, unit: str, day: date) -> str:
    seen = {unit}
    while (body := plan.org_units.get(unit)) and body.closed and body.closed < day:
        if body.sole_heir is None or body.sole_heir in seen:
            break
        unit = body.sole_heir
        seen.add(unit)
    return unit


def _place(lead: str | None, declared: list[str]) -> int:
    if lead is None:
        return len(declared) + 1
    return declared.index(lead) if lead in declared else len(declared)


def _last(owner: Owner) -> tuple[bool, str]:
    return owner.person is None, owner.person or ""


def leading_bodies(plan: Plan) -> list[str]:
    """The bodies that lead an indicator or have led one, then those they were merged into."""
    leads = list(dict.fromkeys(lead.unit for each in plan.indicators for lead in each.lead))
    merged: list[str] = []
    ahead = list(leads)
    while ahead:
        unit = plan.org_units.get(ahead.pop())
        if unit and unit.sole_heir and unit.sole_heir not in {*leads, *merged}:
            merged.append(unit.sole_heir)
            ahead.append(unit.sole_heir)
    return [*leads, *merged]
