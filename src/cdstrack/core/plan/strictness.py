"""Whether one target asks for more than another.

Owns the order of what targets can ask. Two that are not measured alike (a place and a share, a
range and another that overlaps it) have no order.
"""

from decimal import Decimal
from enum import StrEnum

from cdstrack.core.plan.comparators import Comparator, JudgedBy, Limit
from cdstrack.core.plan.model import Declared, State, Target


class Strictness(StrEnum):
    """The later target beside the earlier one."""

    SAME = "same"
    RAISED = "raised"
    LOWERED = "lowered"
    CHANGED = "changed"


def compare_strictness(before: Target, after: Target) -> Strictness:
    """Whether the later target asks for more (raised) or less (lowered) than the earlier one.

    >>> half, most = (Target.model_validate({"at_least": at}) for at in ("50", "80"))
    >>> str(compare_strictness(half, most)), str(compare_strictness(most, half))
    ('raised', 'lowered')
    """
    if _asked(before) == _asked(after):
        return Strictness.SAME
    if before.kind.limit is after.kind.limit is Limit.RANGE:
        return _ranges(before.stated_value, after.stated_value)
    old, new = _level(before), _level(after)
    if old is None or new is None or old[0] != new[0] or old[1] == new[1]:
        return Strictness.CHANGED
    return Strictness.RAISED if new[1] > old[1] else Strictness.LOWERED


def _asked(target: Target) -> tuple[object, ...]:
    chosen = target.declared
    threshold = () if chosen is None else (_threshold(chosen),)
    beside = (target.of, target.from_, target.beyond)
    return (target.comparator, target.stated_value, *beside, *threshold)


def _level(target: Target) -> tuple[str, tuple[Decimal, int]] | None:
    """What is measured, and a pair that grows with what is asked."""
    if target.kind.judged_by is JudgedBy.STATE:
        return (target.kind.family, (Decimal(State(target.stated_value).rank), 0))
    if not target.kind.has_number:
        chosen = None if target.declared is None else _threshold(target.declared)
        return None if chosen is None else _placed("declared ", *chosen)
    if target.kind.relative:
        change = target.stated_value
        return _placed("points " if change.in_points else "", target.comparator, change.amount)
    return _placed("", target.comparator, target.stated_value)


def _placed(
    prefix: str, comparator: Comparator, value: Decimal
) -> tuple[str, tuple[Decimal, int]] | None:
    kind = comparator.kind
    if kind.limit is Limit.RANGE:
        return None
    return (prefix + kind.family, (value * kind.harder, kind.strict))


def _threshold(declared: Declared) -> tuple[Comparator, Decimal] | None:
    return next(((key, getattr(declared, key)) for key in declared.thresholds), None)


def _ranges(before: tuple[Decimal, ...], after: tuple[Decimal, ...]) -> Strictness:
    """A range inside the other one asks for more."""
    (low, high), (new_low, new_high) = before, after
    if low <= new_low and new_high <= high:
        return Strictness.RAISED
    return Strictness.LOWERED if new_low <= low and high <= new_high else Strictness.CHANGED
