"""Rules about the keys of one target: which comparator it has and what may stand beside it."""

from collections.abc import Iterator

from cdstrack.core.checks.walk import TargetAt, comparators, targets, thresholds
from cdstrack.core.plan.model import Comparator, Direction, Plan, Unit
from cdstrack.core.problem import Problem

_RISING = {
    Comparator.AT_LEAST,
    Comparator.MORE_THAN,
    Comparator.INCREASE_BY,
    Comparator.EACH_YEAR_AT_LEAST,
}
_FALLING = {Comparator.AT_MOST, Comparator.LESS_THAN, Comparator.TOP, Comparator.REDUCE_BY}
_OPPOSITE = {
    Comparator.AT_LEAST: Comparator.AT_MOST,
    Comparator.MORE_THAN: Comparator.LESS_THAN,
    Comparator.INCREASE_BY: Comparator.REDUCE_BY,
    Comparator.AT_MOST: Comparator.AT_LEAST,
    Comparator.LESS_THAN: Comparator.MORE_THAN,
    Comparator.REDUCE_BY: Comparator.INCREASE_BY,
}
_COMPANIONS = (
    ("of", Comparator.TOP),
    ("from_", Comparator.EACH_YEAR_AT_LEAST),
    ("declared", Comparator.UNIVERSAL),
)
_OF_STATES = {Comparator.REACH, Comparator.UNIVERSAL}
_NOT_OF_RANKS = {Comparator.REDUCE_BY, Comparator.INCREASE_BY, Comparator.EACH_YEAR_AT_LEAST}


def each_target_has_one_comparator(plan: Plan) -> Iterator[Problem]:
    """A target compares in exactly one way."""
    for entry in targets(plan):
        found = comparators(entry.target)
        if not found:
            yield entry.error_at_key("CDS150", known=", ".join(Comparator))
        for extra in found[1:]:
            yield entry.error_at_key("CDS151", extra.value, key=extra, other=found[0])


def declared_thresholds_have_one_comparator(plan: Plan) -> Iterator[Problem]:
    """A threshold that somebody declared compares in exactly one way."""
    for entry in targets(plan):
        if entry.target.declared is None:
            continue
        found = thresholds(entry.target.declared)
        if not found:
            yield entry.error_at_key("CDS152", "declared")
        for extra in found[1:]:
            facts = {"key": extra, "other": found[0]}
            yield entry.error_at_key("CDS151", "declared", extra.value, **facts)


def companions_stand_with_their_comparator(plan: Plan) -> Iterator[Problem]:
    """`of` stands only beside `top`, `from` beside `each_year_at_least`, `declared` beside `universal`."""
    for entry in targets(plan):
        for name, comparator in _COMPANIONS:
            if getattr(entry.target, name) is None or not comparators(entry.target):
                continue
            if getattr(entry.target, comparator) is None:
                key = name.rstrip("_")
                yield entry.error_at_key("CDS153", key, key=key, comparator=comparator)


def comparators_fit_the_unit(plan: Plan) -> Iterator[Problem]:
    """`top` is for ranks, `reach` for states; a state has no number, a rank no percentage."""
    for entry in targets(plan):
        key = entry.comparator
        if key and not fits(key, entry.indicator.unit):
            facts = {"key": key.value, "unit": entry.indicator.unit, _advice(key): "yes"}
            yield entry.error_at_key("CDS154", key.value, **facts)


def fits(key: Comparator, unit: Unit) -> bool:
    """Whether a comparator means something for figures of a unit."""
    if unit is Unit.STATE:
        return key in _OF_STATES
    if key is Comparator.REACH:
        return False
    if unit is Unit.RANK:
        return key not in _NOT_OF_RANKS
    return key is not Comparator.TOP


def _advice(key: Comparator) -> str:
    return key.value if key in {Comparator.TOP, Comparator.REACH} else "other"


def comparators_agree_with_the_direction(plan: Plan) -> Iterator[Problem]:
    """What should rise has a least value, what should fall a greatest one."""
    for entry in targets(plan):
        if entry.indicator.unit in {Unit.RANK, Unit.STATE}:
            continue
        if entry.comparator and fits(entry.comparator, entry.indicator.unit):
            yield from _against(entry, entry.comparator)
        declared = entry.target.declared
        if declared and len(thresholds(declared)) == 1:
            yield from _against(entry, thresholds(declared)[0], "declared")


def contradicts(key: Comparator, direction: Direction) -> bool:
    """Whether a comparator sets a floor to what should fall, or a ceiling to what should rise."""
    return key in (_FALLING if direction is Direction.INCREASE else _RISING)


def _against(entry: TargetAt, key: Comparator, *inside: str) -> Iterator[Problem]:
    direction = entry.indicator.direction
    if contradicts(key, direction):
        facts = {"key": key.value, "direction": direction, "opposite": _OPPOSITE.get(key, "")}
        yield entry.error_at_key("CDS155", *inside, key.value, **facts)
