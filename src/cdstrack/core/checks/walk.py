"""The paths of a plan's parts, and the making of problems at them.

Owns the way the rules of `cdstrack.core.checks.plan_rules` walk through a plan, so that each of them is only
its invariant.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from cdstrack.core.plan.model import Comparator, Declared, Indicator, Plan, Target
from cdstrack.core.problem import Path, Problem, Severity
from cdstrack.core.record.observation import format_decimal


class IndicatorAt(NamedTuple):
    """An indicator with its path in the plan."""

    path: Path
    indicator: Indicator

    def error(self, code: str, /, *steps: str | int, **facts: str) -> Problem:
        """An error at the value that a path inside the indicator leads to."""
        named = {"indicator": self.indicator.id, **facts}
        return Problem(code, named, path=(*self.path, *steps))

    def error_at_key(self, code: str, /, *steps: str | int, **facts: str) -> Problem:
        """An error at a key; where the key is missing, at the indicator."""
        return replace(self.error(code, *steps, **facts), at_key=True)


class TargetAt(NamedTuple):
    """A target with its path in the plan, and the indicator it belongs to."""

    path: Path
    indicator: Indicator
    target: Target

    def error(self, code: str, /, *steps: str | int, **facts: str) -> Problem:
        """An error at the value that a path inside the target leads to."""
        named = {"indicator": self.indicator.id, **facts}
        return Problem(code, named, path=(*self.path, *steps))

    def error_at_key(self, code: str, /, *steps: str | int, **facts: str) -> Problem:
        """An error at a key; where the key is missing, at the target."""
        return replace(self.error(code, *steps, **facts), at_key=True)

    @property
    def comparator(self) -> Comparator | None:
        """The target's comparator, where it has exactly one."""
        found = comparators(self.target)
        return found[0] if len(found) == 1 else None


def comparators(target: Target) -> list[Comparator]:
    """All comparators that the target sets; a sound one sets one."""
    return [key for key in Comparator if getattr(target, key) is not None]


def indicators(plan: Plan) -> Iterator[IndicatorAt]:
    """Every indicator of the plan, in its order."""
    for at, indicator in enumerate(plan.indicators):
        yield IndicatorAt(("indicators", at), indicator)


def targets(plan: Plan) -> Iterator[TargetAt]:
    """Every target of the plan, in its order."""
    for path, indicator in indicators(plan):
        yield from targets_of(path, indicator)


def targets_of(path: Path, indicator: Indicator) -> Iterator[TargetAt]:
    """Every target of one indicator, in the plan's order."""
    for at, target in enumerate(indicator.targets):
        yield TargetAt((*path, "targets", at), indicator, target)


def warning(problem: Problem) -> Problem:
    """The same problem as a finding that does not stop anything."""
    return replace(problem, severity=Severity.WARNING)


def advice(problem: Problem) -> Problem:
    """The same problem as a wish."""
    return replace(problem, severity=Severity.ADVICE)


_WHOLE = 100

THRESHOLDS = (
    Comparator.AT_LEAST,
    Comparator.MORE_THAN,
    Comparator.AT_MOST,
    Comparator.LESS_THAN,
)
"""The comparators that a declared threshold may have."""


def thresholds(declared: Declared) -> list[Comparator]:
    """The comparators that a declared threshold sets; a sound one sets one."""
    return [key for key in THRESHOLDS if getattr(declared, key) is not None]


def numbers(entry: TargetAt) -> Iterator[tuple[Path, Decimal]]:
    """Every number of a target in the indicator's unit, with its path."""
    target = entry.target
    singles = (*THRESHOLDS, Comparator.TOP, Comparator.EACH_YEAR_AT_LEAST)
    for key in singles:
        if getattr(target, key) is not None:
            yield (*entry.path, key.value), getattr(target, key)
    for at, number in enumerate(target.between or ()):
        yield (*entry.path, "between", at), number
    if target.declared:
        for key in thresholds(target.declared):
            yield (*entry.path, "declared", key.value), getattr(target.declared, key)


def reckoned(entry: TargetAt) -> Iterator[tuple[Path, Decimal]]:
    """The numbers that the shares of a relative target come to, with the paths of the shares.

    Without a baseline, or with a share that makes no sense, there is none.
    """
    target, baseline = entry.target, entry.indicator.baseline
    if baseline is None:
        return
    change = abs(baseline.value) / 100
    if target.reduce_by is not None and 0 < target.reduce_by <= _WHOLE:
        yield (*entry.path, "reduce_by"), baseline.value - change * target.reduce_by
    if target.increase_by is not None and target.increase_by > 0:
        yield (*entry.path, "increase_by"), baseline.value + change * target.increase_by


def share_facts(entry: TargetAt) -> dict[str, str]:
    """What the number of a relative target was reckoned from, for a sentence about it."""
    baseline = entry.indicator.baseline
    from_ = format_decimal(baseline.value) if baseline else ""
    return {"key": entry.target.comparator.value, "share": value_text(entry.target), "from": from_}


def value_text(target: Target) -> str:
    """What stands at the comparator, as it is written in a plan."""
    value = target.stated_value
    if isinstance(value, tuple):
        return "[" + ", ".join(format_decimal(each) for each in value) + "]"
    if isinstance(value, Decimal):
        sign = "%" if target.comparator in {Comparator.REDUCE_BY, Comparator.INCREASE_BY} else ""
        return format_decimal(value) + sign
    return "true" if value is True else str(value)
