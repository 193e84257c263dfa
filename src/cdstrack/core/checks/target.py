"""Rules about the keys of one target: which comparator it has and which other keys it allows."""

from collections.abc import Iterator

from cdstrack.core.checks.walk import (
    TargetAt,
    comparators,
    computed_bounds,
    indicators,
    targets,
    targets_of,
)
from cdstrack.core.plan.comparators import KINDS, Comparator, Limit
from cdstrack.core.plan.model import Direction, Plan, Target, Unit
from cdstrack.core.plan.values import format_decimal
from cdstrack.core.problem import Problem

_COMPANIONS = dict.fromkeys(kind.companion for kind in KINDS.values() if kind.companion)


def each_target_has_one_comparator(plan: Plan) -> Iterator[Problem]:
    """A target compares in exactly one way."""
    for entry in targets(plan):
        found = comparators(entry.target)
        if not found:
            yield entry.error_at_key("CDS150", known=", ".join(Comparator))
        for extra in found[1:]:
            facts = {"key": extra, "other": found[0], **_range_of(entry.target, found)}
            yield entry.error_at_key("CDS151", extra.value, **facts)


def _range_of(target: Target, found: list[Comparator]) -> dict[str, str]:
    """A least and a greatest value are the ends of a range."""
    if found != [Comparator.AT_LEAST, Comparator.AT_MOST]:
        return {}
    ends = (getattr(target, key) for key in found)
    return {"write": f"between: [{', '.join(map(format_decimal, ends))}]"}


def declared_thresholds_have_one_comparator(plan: Plan) -> Iterator[Problem]:
    """A threshold that somebody declared compares in exactly one way."""
    for entry in targets(plan):
        if entry.target.declared is None:
            continue
        found = entry.target.declared.thresholds
        if not found:
            yield entry.error_at_key("CDS152", "declared")
        for extra in found[1:]:
            facts = {"key": extra, "other": found[0]}
            yield entry.error_at_key("CDS151", "declared", extra.value, **facts)


def companions_stand_with_their_comparator(plan: Plan) -> Iterator[Problem]:
    """A companion key (`of`, `from`, `declared`, `beyond`, `partial`) is set only beside its own."""
    for entry in targets(plan):
        found = comparators(entry.target)
        for name in _COMPANIONS:
            if getattr(entry.target, name) is None or not found:
                continue
            if all(key.kind.companion != name for key in found):
                key = name.rstrip("_")
                yield entry.error_at_key("CDS153", key, key=key, comparator=_beside(name))
    for indicator in indicators(plan):
        if indicator.indicator.partial and not indicator.indicator.sum_of:
            yield indicator.error_at_key("CDS153", "partial", key="partial", comparator="sum_of")


def _beside(companion: str) -> str:
    """The comparators that a key may be beside, the first of each way of judging."""
    found = [each for each in Comparator if each.kind.companion == companion]
    first = {each.kind.judged_by: each for each in reversed(found)}
    return "`, `".join(each for each in found if first[each.kind.judged_by] is each)


def comparators_fit_the_unit(plan: Plan) -> Iterator[Problem]:
    """`top` is for ranks, `reach` for states; a state has no number, a rank no percentage."""
    for entry in targets(plan):
        key = entry.comparator
        if key and not fits(key, entry.indicator.unit):
            instead = key.value if len(key.kind.units) == 1 else "other"
            facts = {"key": key.value, "unit": entry.indicator.unit, instead: "yes"}
            yield entry.error_at_key("CDS154", key.value, **facts)


def points_are_of_a_percentage(plan: Plan) -> Iterator[Problem]:
    """Percentage points (`pp`) are added to what is counted in per cent, and to nothing else."""
    for entry in targets(plan):
        for key in comparators(entry.target):
            change = getattr(entry.target, key)
            if key.kind.relative and change.in_points and entry.indicator.unit is not Unit.PERCENT:
                facts = {"unit": entry.indicator.unit, "value": str(change), "key": key}
                yield entry.error("CDS179", key, **facts | _absolute(entry, key))


def _absolute(entry: TargetAt, key: Comparator) -> dict[str, str]:
    """The target as a number of its own, where the baseline says what it comes to."""
    bound = next((number for path, number in computed_bounds(entry) if path[-1] == key), None)
    if bound is None:
        return {}
    instead = Comparator.AT_LEAST if key.kind.limit is Limit.FLOOR else Comparator.AT_MOST
    return {"instead": f"{instead}: {format_decimal(bound)}"}


def fits(key: Comparator, unit: Unit) -> bool:
    """Whether a comparator means something for figures of a unit."""
    return unit in key.kind.units


def comparators_agree_with_the_direction(plan: Plan) -> Iterator[Problem]:
    """What should rise has a least value, what should fall a greatest one."""
    for entry in targets(plan):
        if entry.indicator.unit in {Unit.RANK, Unit.STATE}:
            continue
        if entry.comparator and fits(entry.comparator, entry.indicator.unit):
            yield from _against(entry, entry.comparator)
        declared = entry.target.declared
        if declared and len(declared.thresholds) == 1:
            yield from _against(entry, declared.thresholds[0], "declared")


def contradicts(key: Comparator, direction: Direction) -> bool:
    """Whether a comparator sets a floor to what should fall, or a ceiling to what should rise.

    Of what should neither rise nor fall it may set no limit that is open at one side.
    """
    limits = {
        Direction.INCREASE: {Limit.CEILING},
        Direction.DECREASE: {Limit.FLOOR},
        Direction.NONE: {Limit.CEILING, Limit.FLOOR},
    }
    return key.kind.limit in limits[direction]


def _against(entry: TargetAt, key: Comparator, *inside: str) -> Iterator[Problem]:
    direction = entry.indicator.direction
    if contradicts(key, direction):
        opposite = "" if direction is Direction.NONE else key.kind.opposite or ""
        facts = {"key": key.value, "direction": direction, "opposite": opposite}
        if direction is Direction.NONE:
            facts["wanted"] = "increase" if key.kind.limit is Limit.FLOOR else "decrease"
        yield entry.error_at_key("CDS155", *inside, key.value, **facts)


_OF_NUMBERS = ("bounds", "baseline", "sum_of", "numerator", "denominator")


def ranks_are_better_when_lower(plan: Plan) -> Iterator[Problem]:
    """The wanted direction of a rank is down: place 1 is the best."""
    for entry in indicators(plan):
        direction = entry.indicator.direction
        if entry.indicator.unit is Unit.RANK and direction is not Direction.DECREASE:
            yield entry.error("CDS161", "direction")


def states_have_no_numbers(plan: Plan) -> Iterator[Problem]:
    """A state (not-started, in-progress, done) has no bounds, baseline, fraction or sum."""
    for entry in indicators(plan):
        if entry.indicator.unit is not Unit.STATE:
            continue
        for key in _OF_NUMBERS:
            if getattr(entry.indicator, key):
                yield entry.error_at_key("CDS171", key, key=key)
        for target in targets_of(*entry):
            if target.target.declared:
                yield target.error_at_key("CDS156", "declared")
