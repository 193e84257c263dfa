"""Rules about the numbers of a target: their order, their bounds and what they can mean."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from cdstrack.core.checks.walk import (
    IndicatorAt,
    TargetAt,
    all_numbers,
    computed_bounds,
    indicators,
    share_facts,
    targets,
    targets_of,
)
from cdstrack.core.plan.comparators import KINDS
from cdstrack.core.plan.model import Plan
from cdstrack.core.plan.values import RelativeChange, format_decimal
from cdstrack.core.problem import Path, Problem

_CHANGES = {str(key): str(kind.opposite or "") for key, kind in KINDS.items() if kind.relative}
"""The keys of relative targets, each with the one for the other direction."""


def pairs_ascend(plan: Plan) -> Iterator[Problem]:
    """In `bounds` and `between` the first number is the smaller one."""
    for entry in indicators(plan):
        low, high = entry.indicator.bounds or (None, None)
        if low is not None and high is not None and low >= high:
            yield entry.error("CDS157", "bounds", **_pair("bounds", low, high))
    for target in targets(plan):
        if target.target.between and target.target.between[0] >= target.target.between[1]:
            yield target.error("CDS157", "between", **_pair("between", *target.target.between))


def _pair(key: str, low: Decimal, high: Decimal) -> dict[str, str]:
    first, second = sorted((low, high))
    facts = {"key": key, "value": f"[{format_decimal(low)}, {format_decimal(high)}]"}
    if first < second:
        facts["right"] = f"[{format_decimal(first)}, {format_decimal(second)}]"
    return facts


def values_lie_inside_the_bounds(plan: Plan) -> Iterator[Problem]:
    """No target, baseline or declared threshold lies outside the indicator's bounds.

    On the bound itself a strict comparator could never be met either. A share of the baseline
    lies where it comes to.
    """
    for entry in indicators(plan):
        low, high = entry.indicator.bounds or (None, None)
        if low is not None and high is not None and low >= high:
            continue
        for path, number in all_numbers(entry):
            key = path[-1]
            below = low is not None and (number < low or (key == "less_than" and number == low))
            above = high is not None and (number > high or (key == "more_than" and number == high))
            if below or above:
                yield _outside(entry, path, number)
        for target in targets_of(*entry):
            yield from _computed_outside(entry, target)


def _computed_outside(entry: IndicatorAt, target: TargetAt) -> Iterator[Problem]:
    low, high = entry.indicator.bounds or (None, None)
    for path, number in computed_bounds(target):
        if (low is not None and number < low) or (high is not None and number > high):
            found = _outside(entry, path, number)
            yield replace(found, facts={**found.facts, **share_facts(target)})


def _outside(entry: IndicatorAt, path: Path, number: Decimal) -> Problem:
    low, high = entry.indicator.bounds or (None, None)
    facts = {
        "indicator": entry.indicator.id,
        "value": format_decimal(number),
        "bounds": f"[{_bound(low)}, {_bound(high)}]",
    }
    if number in {low, high}:
        facts["strict"] = "yes"
    return Problem("CDS158", facts, path=path)


def _bound(number: Decimal | None) -> str:
    return "~" if number is None else format_decimal(number)


def ranks_lie_inside_their_field(plan: Plan) -> Iterator[Problem]:
    """A rank is at least 1 and no larger than the number of those ranked."""
    for entry in targets(plan):
        top, field = entry.target.top, entry.target.of
        if top is None or entry.comparator is None:
            continue
        if top < 1 or (field is not None and top > field):
            facts = {"value": format_decimal(top)}
            if field is not None:
                facts["field"] = format_decimal(field)
            yield entry.error("CDS159", "top", **facts)


def changes_are_above_zero(plan: Plan) -> Iterator[Problem]:
    """A target to rise or fall by something asks for some change, and its key says which way."""
    for entry in targets(plan):
        for key, opposite in _CHANGES.items():
            change: RelativeChange | None = getattr(entry.target, key)
            if change is not None and change.amount <= 0:
                facts = {"key": key, "value": str(change)}
                if change.amount:
                    right = replace(change, amount=-change.amount)
                    facts |= {"opposite": opposite, "right": str(right)}
                yield entry.error("CDS174", key, **facts)


def shares_are_of_something(plan: Plan) -> Iterator[Problem]:
    """The baseline of a target to rise or fall by a share is not zero, of which any share is zero."""
    for entry in targets(plan):
        baseline = entry.indicator.baseline
        if baseline is None or baseline.value:
            continue
        for key in _CHANGES:
            change = getattr(entry.target, key)
            if change is not None and not change.in_points:
                yield entry.error("CDS175", key, key=key, value=str(change))


def relative_falls_leave_something(plan: Plan) -> Iterator[Problem]:
    """Nothing falls by more than all of it."""
    for entry in targets(plan):
        change = entry.target.reduce_by
        if change is not None and change.amount > 100 and not change.in_points:
            yield entry.error("CDS160", "reduce_by", value=str(change))
