"""Rules about time: due dates, the path from the baseline through the targets, leads and breaks."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from cdstrack.core.checks.target import fits
from cdstrack.core.checks.walk import (
    IndicatorAt,
    TargetAt,
    indicators,
    targets,
    targets_of,
    value_text,
)
from cdstrack.core.plan.comparators import Comparator, JudgedBy
from cdstrack.core.plan.model import Direction, Plan
from cdstrack.core.problem import Problem
from cdstrack.core.verdict.threshold import threshold_of


def one_target_for_a_due_date(plan: Plan) -> Iterator[Problem]:
    """An indicator has at most one target for a date, and one of a kind without a date."""
    for entry in indicators(plan):
        seen: dict[date | Comparator | None, int] = {}
        for number, target in enumerate(targets_of(*entry), 1):
            due = target.target.due
            slot = due or target.comparator
            if slot is None:
                continue
            if slot in seen:
                facts = {"first": str(seen[slot])} | ({"due": due.isoformat()} if due else {})
                yield target.error("CDS164", *(["due"] if due else []), **facts)
            seen.setdefault(slot, number)


def targets_do_not_get_easier(plan: Plan) -> Iterator[Problem]:
    """A later target asks at least as much as an earlier one.

    Numbers are compared with numbers, percentages of an unstated baseline with each other, and
    yearly targets with each other.
    """
    for entry in indicators(plan):
        hardest: dict[str, tuple[tuple[Fraction, bool], TargetAt]] = {}
        dated = [target for target in targets_of(*entry) if target.target.due and target.comparator]
        for target in sorted(dated, key=lambda each: each.target.due or date.max):
            asked = _asked(target)
            if asked is None:
                continue
            kind, demand = asked
            if kind in hardest and demand < hardest[kind][0]:
                yield _easier(target, hardest[kind][1])
            else:
                hardest[kind] = demand, target


def _asked(entry: TargetAt) -> tuple[str, tuple[Fraction, bool]] | None:
    """How much a target asks, growing with the demand, and what it can be compared with."""
    target, direction = entry.target, entry.indicator.direction
    if not fits(target.comparator, entry.indicator.unit):
        return None
    if target.kind.relative and entry.indicator.baseline is None:
        return target.comparator, (Fraction(target.stated_value), False)
    if target.declared and not target.declared.thresholds:
        return None
    threshold = threshold_of(target, entry.indicator.baseline)
    if threshold is None:
        return None
    bound = threshold.low if direction is Direction.INCREASE else threshold.high
    if bound is None:
        return None
    kind = "yearly" if target.kind.judged_by is JudgedBy.YEARS else "number"
    return kind, (bound * direction.sign, threshold.strict)


def _easier(later: TargetAt, earlier: TargetAt) -> Problem:
    facts = {
        "key": later.target.comparator.value,
        "value": value_text(later.target),
        "due": f"{later.target.due}",
        "earlier_key": earlier.target.comparator.value,
        "earlier_value": value_text(earlier.target),
        "earlier_due": f"{earlier.target.due}",
        "direction": later.indicator.direction.value,
    }
    return later.error("CDS165", later.target.comparator.value, **facts)


def due_dates_follow_the_start(plan: Plan) -> Iterator[Problem]:
    """A target is due after its baseline and after the plan starts."""
    for entry in targets(plan):
        due, baseline = entry.target.due, entry.indicator.baseline
        if due is None:
            continue
        if baseline and due <= baseline.date:
            facts = {"due": due.isoformat(), "date": baseline.date.isoformat()}
            yield entry.error("CDS166", "due", **facts)
        if plan.plan.starts and due <= plan.plan.starts:
            facts = {"due": due.isoformat(), "date": plan.plan.starts.isoformat()}
            yield entry.error("CDS167", "due", **facts)


def yearly_counting_starts_before_the_due_date(plan: Plan) -> Iterator[Problem]:
    """A yearly target counts from a year that ends by the due date."""
    for entry in targets(plan):
        first, due = entry.target.from_, entry.target.due
        if first and due and date(first, 12, 31) > due:
            yield entry.error("CDS168", "from", year=str(first), due=due.isoformat())


def leads_follow_one_another(plan: Plan) -> Iterator[Problem]:
    """Each responsible body after the first begins on a later day than the one before."""
    for entry in indicators(plan):
        leads = entry.indicator.lead
        for at in range(1, len(leads)):
            before, since = leads[at - 1].since, leads[at].since
            if since is None or (before is not None and since <= before):
                yield _lead_problem(entry, at)


def _lead_problem(entry: IndicatorAt, at: int) -> Problem:
    lead, before = entry.indicator.lead[at], entry.indicator.lead[at - 1]
    if lead.since is None:
        return entry.error_at_key("CDS169", "lead", at, "since", unit=lead.unit)
    facts = {"unit": lead.unit, "since": f"{lead.since}", "before": before.unit}
    return entry.error("CDS169", "lead", at, "since", **facts, earlier=f"{before.since}")


def breaks_fall_on_different_days(plan: Plan) -> Iterator[Problem]:
    """A day has at most one break of an indicator's definition."""
    for entry in indicators(plan):
        days: set[date] = set()
        for at, found in enumerate(entry.indicator.breaks):
            if found.date in days:
                yield entry.error("CDS170", "breaks", at, "date", value=found.date.isoformat())
            days.add(found.date)
