"""Rules about time: due dates, the path from the baseline through the targets, leads and breaks."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from functools import reduce
from itertools import groupby
from typing import Generic, NamedTuple, TypeVar

from cdstrack.core.checks.target import fits
from cdstrack.core.checks.walk import (
    IndicatorAt,
    TargetAt,
    indicators,
    targets,
    targets_of,
    value_text,
    warning,
)
from cdstrack.core.plan.comparators import Comparator, JudgedBy
from cdstrack.core.plan.model import Direction, Plan
from cdstrack.core.problem import Problem
from cdstrack.core.verdict.threshold import threshold_of

Kept = TypeVar("Kept")


def one_target_for_a_due_date(plan: Plan) -> Iterator[Problem]:
    """Of one document, an indicator has one target for a date, and one of a kind without a date.

    Two documents that state two targets for one date are two promises.
    """
    for entry in indicators(plan):
        seen: dict[date | Comparator, _ByDocument[int]] = defaultdict(_ByDocument)
        for number, target in enumerate(targets_of(*entry), 1):
            slot = target.target.due or target.comparator
            if slot is None:
                continue
            first = min(seen[slot].of_the_same(target), default=None)
            if first is not None:
                yield _second_for_a_due_date(target, first)
            seen[slot].put(target, number, keep=min)


@dataclass(slots=True)
class _ByDocument(Generic[Kept]):
    """One thing kept for each document of the targets seen so far; "" for those without any.

    What a target without a document says might be in any of them.
    """

    known: dict[str, Kept] = field(default_factory=dict)

    def put(self, target: TargetAt, thing: Kept, keep: Callable[[Kept, Kept], Kept]) -> None:
        for id_ in target.target.document or ("",):
            self.known[id_] = keep(self.known[id_], thing) if id_ in self.known else thing

    def of_the_same(self, target: TargetAt) -> list[Kept]:
        """The things of those that may be stated by a document which states this target too."""
        named = target.target.document
        if not named:
            return list(self.known.values())
        return [self.known[id_] for id_ in (*named, "") if id_ in self.known]


def _second_for_a_due_date(target: TargetAt, first: int) -> Problem:
    due = target.target.due
    facts = {"first": str(first)} | ({"due": due.isoformat()} if due else {})
    return target.error("CDS164", *(["due"] if due else []), **facts)


def targets_do_not_get_easier(plan: Plan) -> Iterator[Problem]:
    """A later target asks at least as much as an earlier one.

    Numbers are compared with numbers, percentages of an unstated baseline with each other, yearly
    targets with each other, and so are those of a mean. What is counted anew each year may be less
    in a later one. Where the two are stated by different documents it is only a warning.
    """
    for entry in indicators(plan):
        hardest: dict[str, _ByDocument[_Asked]] = defaultdict(_ByDocument)
        dated = [target for target in targets_of(*entry) if target.target.due and target.comparator]
        dated.sort(key=lambda each: each.target.due or date.max)
        for _, due_then in groupby(dated, key=lambda each: each.target.due):
            known = [(each, asked) for each in due_then if (asked := _asked(each)) is not None]
            for target, (kind, demand) in known:
                yield from _easier(_Asked(demand, target), hardest[kind])
            for target, (kind, demand) in known:
                hardest[kind].put(target, _Asked(demand, target), keep=_harder)


class _Asked(NamedTuple):
    """How much a target asks, growing with the demand."""

    demand: tuple[Fraction, bool]
    target: TargetAt


def _harder(first: _Asked | None, second: _Asked) -> _Asked:
    return first if first and first.demand > second.demand else second


def _asked(entry: TargetAt) -> tuple[str, tuple[Fraction, bool]] | None:
    """What a target can be compared in, and how much it asks; None where it has no order."""
    target, kind = entry.target, entry.target.kind
    if not fits(target.comparator, entry.indicator.unit):
        return None
    if entry.indicator.measure.speaks_of_a_year and kind.judged_by is JudgedBy.VALUE:
        return None
    if kind.relative and entry.indicator.baseline is None:
        change = target.stated_value
        named = f"{target.comparator} pp" if change.in_points else target.comparator
        return named, (Fraction(change.amount), False)
    demand = _demand(entry)
    return demand and (kind.judged_by.name, demand)


def _demand(entry: TargetAt) -> tuple[Fraction, bool] | None:
    """The bound in the wanted direction, growing with what is asked, and whether it is strict."""
    target, direction = entry.target, entry.indicator.direction
    if target.declared and not target.declared.thresholds:
        return None
    threshold = threshold_of(target, entry.indicator.baseline, entry.indicator.direction)
    if threshold is None:
        return None
    bound = threshold.low if direction is Direction.INCREASE else threshold.high
    return None if bound is None else (bound * direction.sign, threshold.strict)


def _easier(later: _Asked, earlier: _ByDocument[_Asked]) -> Iterator[Problem]:
    """That a target asks less than the hardest one before it, those of its own document first."""
    own = reduce(_harder, earlier.of_the_same(later.target), None)
    if own and own.demand > later.demand:
        yield _easier_than(later.target, own.target)
        return
    other = reduce(_harder, earlier.known.values(), None)
    if other and other.demand > later.demand:
        found = _easier_than(later.target, other.target)
        yield warning(replace(found, facts={**found.facts, "documents": "two"}))


def _easier_than(later: TargetAt, earlier: TargetAt) -> Problem:
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
