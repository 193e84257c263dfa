"""Who is responsible for what, and which figures they owe.

Owns the rule for when a figure is owed: one reporting period after the last one, for every
indicator whose targets still ask for figures. Leads are dated, and a closed body's duties pass to
its successor. Has no clock: the report says which day it is.
"""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from cdstrack.core.observation import Observation
from cdstrack.core.plan import Comparator, Frequency, Indicator, Plan
from cdstrack.core.report import Header, StatusItem, StatusReport, TargetLine
from cdstrack.core.status import Status

AHEAD = 7
"""A figure is asked for from so many days before it is due: in the week before."""

_MONTHS = {
    Frequency.MONTHLY: 1,
    Frequency.QUARTERLY: 3,
    Frequency.HALF_YEARLY: 6,
    Frequency.YEARLY: 12,
}
_WHOLE = ""
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

    `last` is the end of the period that was last answered for, with a figure or with a reason why
    there is none. `frequency` is the declared one, or yearly.
    """

    item: StatusItem
    due: date | None
    last: date | None
    frequency: Frequency
    declared: bool


@dataclass(frozen=True, slots=True)
class Owner:
    """A lead body, and in it a named person, with what they are responsible for and owe."""

    lead: str | None
    person: str | None
    duties: tuple[Duty, ...]
    owed: tuple[Owed, ...]


@dataclass(frozen=True, slots=True)
class OwnersReport:
    """Everybody responsible, in the order in which the plan declares the bodies, nobody last."""

    header: Header
    owners: tuple[Owner, ...]


def build_owners(
    plan: Plan, report: StatusReport, observations: Iterable[Observation]
) -> OwnersReport:
    """Who is responsible for the indicators of the report, and what they owe on its day.

    Args:
        plan: What was promised.
        report: The verdicts; its day decides who leads and what is due.
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
    owners.sort(key=lambda owner: (_place(owner.lead, declared), owner.lead or "", _last(owner)))
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


def last_answers(plan: Plan, observations: Iterable[Observation], day: date) -> dict[str, date]:
    """Until when each indicator has been answered for, in the plan's own area.

    "Not available" answers as well as a figure. An indicator that asks something of every sector
    has been answered for as far as its slowest sector has.
    """
    ends: dict[str, dict[str, date]] = defaultdict(dict)
    for figure in observations:
        if figure.org_unit == plan.area and figure.period.end <= day:
            _keep_later(ends[figure.indicator], figure)
    return {
        indicator.id: answered
        for indicator in plan.indicators
        if (answered := _answered(indicator, ends[indicator.id])) is not None
    }


def owed_of(
    plan: Plan, items: Iterable[StatusItem], answers: Mapping[str, date], day: date
) -> tuple[Owed, ...]:
    """The figures owed on the day or within the `AHEAD` days after it, the longest overdue first."""
    owed = [_owed(plan, item, answers.get(item.indicator.id)) for item in items if _asks(item, day)]
    until = day + timedelta(days=AHEAD)
    wanted = [each for each in owed if each.due is None or each.due <= until]
    return tuple(sorted(wanted, key=lambda each: each.due or date.min))


def one_period_after(day: date, frequency: Frequency) -> date:
    """The day one reporting period later; from a month's last day to a month's last day.

    >>> one_period_after(date(2022, 6, 30), Frequency.MONTHLY)
    datetime.date(2022, 7, 31)
    """
    if frequency is Frequency.WEEKLY:
        return day + timedelta(days=7)
    year, month = divmod(day.year * 12 + day.month - 1 + _MONTHS[frequency], 12)
    last = monthrange(year, month + 1)[1]
    is_last = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if is_last else min(day.day, last))


def _owed(plan: Plan, item: StatusItem, last: date | None) -> Owed:
    indicator = item.indicator
    frequency = indicator.frequency or Frequency.YEARLY
    since = last or (indicator.baseline.date if indicator.baseline else plan.plan.starts)
    due = one_period_after(since, frequency) if since else None
    return Owed(item, due, last, frequency, declared=indicator.frequency is not None)


def _asks(item: StatusItem, day: date) -> bool:
    """Whether some target still asks for figures."""
    return any(_still_asks(line, day) for line in item.targets)


def _still_asks(line: TargetLine, day: date) -> bool:
    status, target = line.verdict.status, line.target
    if status is Status.NOT_APPLICABLE:
        return False
    is_over = target.comparator is Comparator.REACH or (target.due or date.max) < day
    return not (is_over and status in _SETTLED)


def _successor(plan: Plan, unit: str, day: date) -> str:
    seen = {unit}
    while (body := plan.org_units.get(unit)) and body.closed and body.closed < day:
        if body.successor is None or body.successor in seen:
            break
        unit = body.successor
        seen.add(unit)
    return unit


def _answered(indicator: Indicator, ends: Mapping[str, date]) -> date | None:
    if indicator.every is None:
        return ends.get(_WHOLE)
    ((dimension, names),) = indicator.every.items()
    groups = [f"{dimension}={name}" for name in names]
    if not groups:
        return max(ends.values(), default=None)
    return min(ends[group] for group in groups) if set(groups) <= set(ends) else None


def _keep_later(ends: dict[str, date], figure: Observation) -> None:
    known = ends.get(figure.disaggregation, date.min)
    ends[figure.disaggregation] = max(known, figure.period.end)


def _place(lead: str | None, declared: list[str]) -> int:
    if lead is None:
        return len(declared) + 1
    return declared.index(lead) if lead in declared else len(declared)


def _last(owner: Owner) -> tuple[bool, str]:
    return owner.person is None, owner.person or ""
