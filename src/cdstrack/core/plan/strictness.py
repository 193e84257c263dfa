"""Whether one target asks for more than another.

Owns the order of what targets can ask. Two that are not measured alike (a place and a share, a
range and another that overlaps it) have no order.
"""

from decimal import Decimal
from enum import StrEnum

from cdstrack.core.plan.model import Comparator, Declared, State, Target


class Demand(StrEnum):
    """The later target beside the earlier one."""

    SAME = "same"
    RAISED = "raised"
    LOWERED = "lowered"
    CHANGED = "changed"


_FAMILY = {
    Comparator.AT_LEAST: ("floor", 1, 0),
    Comparator.MORE_THAN: ("floor", 1, 1),
    Comparator.AT_MOST: ("ceiling", -1, 0),
    Comparator.LESS_THAN: ("ceiling", -1, 1),
    Comparator.TOP: ("place", -1, 0),
    Comparator.REDUCE_BY: ("fall", 1, 0),
    Comparator.INCREASE_BY: ("rise", 1, 0),
    Comparator.EACH_YEAR_AT_LEAST: ("yearly", 1, 0),
}
"""What is measured, whether a larger number asks for more, and whether the bound is strict."""


def compare_demands(before: Target, after: Target) -> Demand:
    """Whether the later target asks for more (raised) or less (lowered) than the earlier one.

    >>> half, most = (Target.model_validate({"at_least": at}) for at in ("50", "80"))
    >>> str(compare_demands(half, most)), str(compare_demands(most, half))
    ('raised', 'lowered')
    """
    if _asked(before) == _asked(after):
        return Demand.SAME
    if before.comparator is after.comparator is Comparator.BETWEEN:
        return _ranges(before.stated_value, after.stated_value)
    old, new = _level(before), _level(after)
    if old is None or new is None or old[0] != new[0] or old[1] == new[1]:
        return Demand.CHANGED
    return Demand.RAISED if new[1] > old[1] else Demand.LOWERED


def _asked(target: Target) -> tuple[object, ...]:
    chosen = target.declared
    threshold = () if chosen is None else (_threshold(chosen),)
    return (target.comparator, target.stated_value, target.of, target.from_, *threshold)


def _level(target: Target) -> tuple[str, tuple[Decimal, int]] | None:
    """What is measured, and a pair that grows with what is asked."""
    if target.comparator is Comparator.REACH:
        return ("state", (Decimal(State(target.stated_value).rank), 0))
    if target.comparator is Comparator.UNIVERSAL:
        chosen = None if target.declared is None else _threshold(target.declared)
        return None if chosen is None else _placed("declared ", *chosen)
    return _placed("", target.comparator, target.stated_value)


def _placed(
    prefix: str, comparator: Comparator, value: Decimal
) -> tuple[str, tuple[Decimal, int]] | None:
    if comparator not in _FAMILY:
        return None
    family, sign, strict = _FAMILY[comparator]
    return (prefix + family, (value * sign, strict))


def _threshold(declared: Declared) -> tuple[Comparator, Decimal] | None:
    for comparator in (
        Comparator.AT_LEAST,
        Comparator.MORE_THAN,
        Comparator.AT_MOST,
        Comparator.LESS_THAN,
    ):
        value = getattr(declared, comparator)
        if value is not None:
            return comparator, value
    return None


def _ranges(before: tuple[Decimal, ...], after: tuple[Decimal, ...]) -> Demand:
    """A range inside the other one asks for more."""
    (low, high), (new_low, new_high) = before, after
    if low <= new_low and new_high <= high:
        return Demand.RAISED
    return Demand.LOWERED if new_low <= low and high <= new_high else Demand.CHANGED
