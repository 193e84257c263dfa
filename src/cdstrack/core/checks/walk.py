"""The parts of a plan with their paths, and problems placed at them.

Owns how the rules of `cdstrack.core.checks.plan_rules` traverse a plan, so that each rule states
only its invariant.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from cdstrack.core.plan.comparators import Comparator, Limit
from cdstrack.core.plan.model import Indicator, Plan, Target
from cdstrack.core.plan.values import RelativeChange, format_decimal
from cdstrack.core.problem import Path, Problem, Severity
from cdstrack.core.verdict.threshold import relative_bound


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
    """The same problem as a warning."""
    return replace(problem, severity=Severity.WARNING)


def advice(problem: Problem) -> Problem:
    """The same problem as advice."""
    return replace(problem, severity=Severity.ADVICE)


_WHOLE = 100


def numbers(entry: TargetAt) -> Iterator[tuple[Path, Decimal]]:
    """Every number of a target in the indicator's unit, with its path."""
    target = entry.target
    for key in comparators(target):
        if key.kind.is_single or key.kind.limit is Limit.RANGE:
            yield from _numbers_at((*entry.path, key.value), getattr(target, key))
    if target.declared:
        for key in target.declared.thresholds:
            path = (*entry.path, "declared", key.value)
            yield from _numbers_at(path, getattr(target.declared, key))


def _numbers_at(path: Path, value: Decimal | tuple[Decimal, ...]) -> Iterator[tuple[Path, Decimal]]:
    if isinstance(value, tuple):
        yield from (((*path, at), each) for at, each in enumerate(value))
    else:
        yield path, value


def all_numbers(entry: IndicatorAt) -> Iterator[tuple[Path, Decimal]]:
    """Every number of an indicator in its unit: the baseline and those of the targets."""
    if entry.indicator.baseline:
        yield (*entry.path, "baseline", "value"), entry.indicator.baseline.value
    for target in targets_of(*entry):
        yield from numbers(target)


def computed_bounds(entry: TargetAt) -> Iterator[tuple[Path, Decimal]]:
    """The numbers that the changes of a relative target amount to, with the paths of the changes.

    Without a baseline, or with a change that makes no sense, there is none.
    """
    target, baseline = entry.target, entry.indicator.baseline
    if baseline is None:
        return
    for key in comparators(target):
        if key.kind.relative and is_sensible(key, getattr(target, key)):
            bound = relative_bound(key, getattr(target, key), baseline.value)
            yield (*entry.path, key.value), Decimal(bound.numerator) / bound.denominator


def is_sensible(key: Comparator, change: RelativeChange) -> bool:
    """Whether the change is above zero, and no fall by more than 100 per cent."""
    is_share_of_fall = key.kind.limit is Limit.CEILING and not change.in_points
    return change.amount > 0 and (change.amount <= _WHOLE or not is_share_of_fall)


def share_facts(entry: TargetAt) -> dict[str, str]:
    """The baseline and the change from which a relative target was computed, as facts."""
    baseline = entry.indicator.baseline
    from_ = format_decimal(baseline.value) if baseline else ""
    return {"key": entry.target.comparator.value, "share": value_text(entry.target), "from": from_}


def value_text(target: Target) -> str:
    """The value of the comparator, as it is written in a plan."""
    value = target.stated_value
    if isinstance(value, tuple):
        return "[" + ", ".join(format_decimal(each) for each in value) + "]"
    if isinstance(value, Decimal):
        return format_decimal(value)
    return "true" if value is True else str(value)
