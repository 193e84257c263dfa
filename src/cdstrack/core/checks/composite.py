"""Rules about composite indices: members, weights, and how figures become points."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from cdstrack.core.checks.ids import circles
from cdstrack.core.checks.walk import IndicatorAt, indicators, warning
from cdstrack.core.plan.composite import Composite, Points
from cdstrack.core.plan.model import Indicator, Plan, Unit
from cdstrack.core.plan.values import format_decimal
from cdstrack.core.problem import Problem
from cdstrack.core.record.observation import SHARE_OF
from cdstrack.core.spelling import Guesses
from cdstrack.core.verdict.threshold import threshold_of

_NOT_BESIDE = ("sum_of", "every", "numerator", "denominator")
_NO_SCALE = {Unit.STATE, Unit.RANK}


def weights_add_up(plan: Plan) -> Iterator[Problem]:
    """`of` is the sum of the weights: the scale that the index is read on."""
    for entry, composite in _composites(plan):
        if composite.of != composite.total_weight:
            facts = {"of": composite.of, "sum": composite.total_weight}
            yield entry.error("CDS901", "composite", "of", **_plain(facts))


def members_are_declared(plan: Plan) -> Iterator[Problem]:
    """Every member is an indicator of the plan."""
    guesses = Guesses(plan.by_id)
    for entry, composite in _composites(plan):
        for member in composite.members:
            if member not in plan.by_id:
                facts = {"section": "indicators", "near": guesses.nearest(member)}
                yield _at_member(entry, "CDS902", member, value=member, **facts)


def composites_form_no_circle(plan: Plan) -> Iterator[Problem]:
    """No index is, directly or through others, a member of itself."""
    follow: dict[str, Iterable[str]] = {
        each.id: each.composite.members for each in plan.indicators if each.composite
    }
    ways = {way[0]: way for way in circles(follow)}
    for entry, _ in _composites(plan):
        way = ways.pop(entry.indicator.id, None)
        if way:
            yield _at_member(entry, "CDS903", way[1], way=" → ".join(way))


def computed_indices_are_not_reported(plan: Plan) -> Iterator[Problem]:
    """An index is a number on a scale, and has no parts but its members."""
    for entry, _ in _composites(plan):
        for key in _NOT_BESIDE:
            if getattr(entry.indicator, key):
                yield entry.error_at_key("CDS904", key, key=key)
        if entry.indicator.unit in _NO_SCALE:
            yield entry.error("CDS905", "unit", unit=entry.indicator.unit)


def members_have_a_number(plan: Plan) -> Iterator[Problem]:
    """A state cannot be weighed or scored."""
    for entry, composite in _composites(plan):
        for member in composite.members:
            known = plan.by_id.get(member)
            if known is not None and known.unit is Unit.STATE:
                yield _at_member(entry, "CDS906", member, value=member)
    for entry, _ in _scored(plan):
        if entry.indicator.unit is Unit.STATE:
            yield entry.error_at_key("CDS171", "points", key="points")


def weights_and_points_are_above_zero(plan: Plan) -> Iterator[Problem]:
    """A weight, and the most points that can be had, is more than nothing."""
    for entry, composite in _composites(plan):
        for member, weight in composite.members.items():
            if weight <= 0:
                facts = {"key": member, "value": format_decimal(weight)}
                yield entry.error("CDS907", "composite", "members", member, **facts)
    for entry, points in _scored(plan):
        if points.max <= 0:
            facts = {"key": "max", "value": format_decimal(points.max)}
            yield entry.error("CDS907", "points", "max", **facts)


def points_have_one_rule(plan: Plan) -> Iterator[Problem]:
    """Points are given by steps or by the value, not by both and not by neither."""
    for entry, points in _scored(plan):
        if bool(points.steps) == (points.by is not None):
            both = {"both": "yes"} if points.steps else {}
            yield entry.error_at_key("CDS908", "points", **both)


def steps_are_different(plan: Plan) -> Iterator[Problem]:
    """No two steps begin at the same value."""
    for entry, points in _scored(plan):
        seen: set[Decimal] = set()
        for at, step in enumerate(points.steps):
            if step.at_least in seen:
                facts = {"value": format_decimal(step.at_least)}
                yield entry.error("CDS909", "points", "steps", at, "at_least", **facts)
            seen.add(step.at_least)


def steps_stay_within_the_most(plan: Plan) -> Iterator[Problem]:
    """No step gives more than all points, or fewer than none."""
    for entry, points in _scored(plan):
        for at, step in enumerate(points.steps):
            if not 0 <= step.points <= max(points.max, Decimal(0)):
                facts = _plain({"value": step.points, "most": points.max})
                yield entry.error("CDS910", "points", "steps", at, "points", **facts)


def shares_of_a_target_have_one(plan: Plan) -> Iterator[Problem]:
    """`by: value` compares with a target that has a number above zero."""
    for entry, points in _scored(plan):
        if points.by is not None and not any(_asked(entry.indicator)):
            yield entry.error("CDS911", "points", "by")


def _asked(indicator: Indicator) -> Iterator[bool]:
    """Of each target whether it asks for a number above zero."""
    for target in indicator.targets:
        if not target.has_comparator:
            continue
        threshold = threshold_of(target, indicator.baseline, indicator.direction)
        bound = None if threshold is None else threshold.wanted_end(indicator.direction.sign)
        yield bound is not None and bound > 0


def indices_break_with_their_members(plan: Plan) -> Iterator[Problem]:
    """Where a member is measured otherwise from a day on, so is the index."""
    for entry, composite in _composites(plan):
        own = {each.date for each in entry.indicator.breaks}
        for member in composite.members:
            known = plan.by_id.get(member)
            for day in sorted({each.date for each in known.breaks} - own) if known else ():
                own.add(day)
                facts = {"value": member, "date": day.isoformat()}
                yield warning(_at_member(entry, "CDS912", member, **facts))


def indices_stay_on_their_scale(plan: Plan) -> Iterator[Problem]:
    """The greatest value that the members allow lies on the scale of the index.

    A percentage that is weighed as it is counts up to a hundred times its weight.
    """
    for entry, composite in _composites(plan):
        most = (entry.indicator.bounds or (None, None))[1]
        scale = composite.of if most is None else most
        reach = _reach(composite, plan.by_id)
        if reach is not None and reach > scale > 0:
            facts = _plain({"value": reach, "of": scale})
            largest = max(composite.members, key=lambda each: _largest(plan.by_id[each]) or 0)
            yield warning(_at_member(entry, "CDS913", largest, member=largest, **facts))


def _reach(composite: Composite, known: Mapping[str, Indicator]) -> Decimal | None:
    """What the index comes to when every member has its greatest value; None where it has none."""
    total = Decimal(0)
    for member, weight in composite.members.items():
        largest = _largest(known[member]) if member in known else None
        if largest is None:
            return None
        total += weight * largest
    return total


def _largest(indicator: Indicator) -> Decimal | None:
    """The greatest value that counts for an index."""
    if indicator.points is not None or indicator.composite is not None:
        return Decimal(1)
    bound = (indicator.bounds or (None, None))[1]
    whole = SHARE_OF.get(indicator.unit)
    return Decimal(whole) if bound is None and whole is not None else bound


def _composites(plan: Plan) -> Iterator[tuple[IndicatorAt, Composite]]:
    for entry in indicators(plan):
        if entry.indicator.composite is not None:
            yield entry, entry.indicator.composite


def _scored(plan: Plan) -> Iterator[tuple[IndicatorAt, Points]]:
    for entry in indicators(plan):
        if entry.indicator.points is not None:
            yield entry, entry.indicator.points


def _at_member(entry: IndicatorAt, code: str, member: str, /, **facts: str) -> Problem:
    return entry.error_at_key(code, "composite", "members", member, **facts)


def _plain(numbers: Mapping[str, Decimal]) -> dict[str, str]:
    return {name: format_decimal(number) for name, number in numbers.items()}
