"""What-if reports: verdicts with and without assumed figures, and where an index can gain points.

Nothing is recorded. An assumed figure replaces all figures of the whole that its indicator has for
the same day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cdstrack.core.derived.composite import Composition, MemberScore, standing
from cdstrack.core.derived.figures import Derived, derive, latest
from cdstrack.core.plan.model import Indicator, MethodName, Plan
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.core.record.role import without_role
from cdstrack.core.record.template import last_period
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.reports.judging import judge_all
from cdstrack.core.reports.status import StatusItem


@dataclass(frozen=True, slots=True)
class Effect:
    """One indicator before and after; equal where the assumption does not touch it."""

    before: StatusItem
    after: StatusItem

    @property
    def is_change(self) -> bool:
        """Whether its value or a verdict is another one."""
        statuses = (
            [line.verdict.status for line in each.targets] for each in (self.before, self.after)
        )
        was, now = statuses
        return self.before.latest_exact != self.after.latest_exact or was != now


@dataclass(frozen=True, slots=True)
class WhatIfReport:
    """The figures assumed, and every indicator that they change."""

    header: ReportHeader
    assumed: tuple[Observation, ...]
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """A member by what is still to be had from it, on the scale of the index.

    `running` adds up the members so far, the largest first; None where the member has no figure.
    """

    member: MemberScore
    running: Fraction | None


@dataclass(frozen=True, slots=True)
class GoalReport:
    """The gap of an index to a value, and its members by what each can still add.

    `missing` is None where the index has no value.
    """

    header: ReportHeader
    indicator: Indicator
    composition: Composition | None
    goal: Fraction
    needs: tuple[Need, ...]

    @property
    def now(self) -> Fraction | None:
        """The value of the index."""
        return None if self.composition is None else self.composition.value

    @property
    def missing(self) -> Fraction | None:
        """What is missing to the goal; zero or less where it is reached."""
        return None if self.now is None else self.goal - self.now

    @property
    def enough(self) -> int | None:
        """How many members, the largest first, would do if all their points were had; None if none do."""
        missing = self.missing
        if missing is None:
            return None
        if missing <= 0:
            return 0
        running = enumerate((need.running for need in self.needs), start=1)
        return next((n for n, sum_ in running if sum_ is not None and sum_ >= missing), None)


def build_what_if(
    plan: Plan,
    observations: Sequence[Observation],
    assumed: Sequence[Observation],
    header: ReportHeader,
    method: MethodName | None = None,
) -> WhatIfReport:
    """Every indicator whose value or verdict the assumed figures change.

    Args:
        plan: The plan.
        observations: The current figures of the plan's area.
        assumed: Figures of indicators that are not computed.
        header: Names the day.
        method: Overrides the indicators' own methods and the default.
    """
    before = judge_all(plan, plan.indicators, derive(plan, observations), header, method=method)
    changed = derive(plan, with_assumed(observations, assumed))
    after = judge_all(plan, plan.indicators, changed, header, method=method)
    effects = map(Effect, before.items, after.items)
    return WhatIfReport(
        header, tuple(assumed), tuple(effect for effect in effects if effect.is_change)
    )


def with_assumed(
    observations: Iterable[Observation], assumed: Sequence[Observation]
) -> list[Observation]:
    """The figures with the assumed ones in the place of those of the same day."""
    replaced = {_place(figure) for figure in assumed}
    return [*(each for each in observations if _place(each) not in replaced), *assumed]


def assumed_period(plan: Plan, indicator: Indicator, derived: Derived, as_of: date) -> Period:
    """The period that an assumed figure is about.

    That of an index that the indicator is a member of, where one has a period; else that of its
    latest figure; without any figure the last period that has ended.
    """
    for each in plan.indicators:
        if each.composite is not None and indicator.id in each.composite.members:
            found = standing(derived.of(each.id, plan.area), as_of)
            if found is not None and found.period is not None:
                return found.period
    until = [each for each in derived.figures if each.period.end <= as_of]
    score = latest(indicator, Derived(until), plan.area)
    known = None if score is None else score.period
    return known or last_period(indicator.frequency, as_of, indicator.calendar)


def build_goal(
    plan: Plan, indicator: Indicator, derived: Derived, header: ReportHeader, goal: Fraction
) -> GoalReport:
    """The gap of an index of the plan's area to a value."""
    found = standing(derived.of(indicator.id, plan.area), header.as_of)
    members = () if found is None else found.members
    known = sorted((each for each in members if each.lost), key=lambda each: -(each.lost or 0))
    running, needs = Fraction(0), []
    for member in known:
        running += member.lost or 0
        needs.append(Need(member, running))
    needs += [Need(member, None) for member in members if member.lost is None]
    return GoalReport(header, indicator, found, goal, tuple(needs))


def _place(figure: Observation) -> tuple[str, str, str, date]:
    part = without_role(figure.disaggregation)
    return figure.indicator, figure.org_unit, part, figure.period.end
