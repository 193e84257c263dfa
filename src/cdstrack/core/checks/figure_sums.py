"""The rule that declared parts add up to their whole (`sum_of` in the plan).

Owns when parts and whole are comparable: the same unit and part, dated the same, all of them
there and none of them stated loosely.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from cdstrack.core.checks.finding import Finding, about_figure
from cdstrack.core.plan.model import Indicator, Measure, Plan, Unit
from cdstrack.core.problem import Problem, Severity
from cdstrack.core.record.observation import (
    Observation,
    Qualifier,
    exact_value,
    format_decimal,
    to_decimal,
)

_LOOSE = {Qualifier.ABOUT, Qualifier.OVER, Qualifier.NEARLY, Qualifier.ESTIMATE}
_SPANS = {Measure.FLOW, Measure.RATE}
When = tuple[str, str, date | None, date]
"""Unit, part, first day (of what is counted over a span) and last day."""


@dataclass(slots=True)
class Sums:
    """Gathers the figures that stand in a sum, and then compares."""

    plan: Plan
    _known: dict[str, dict[When, Observation]] = field(default_factory=lambda: defaultdict(dict))
    _wanted: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        wholes = [each for each in self.plan.indicators if each.sum_of]
        names = {each.id for each in wholes} | {part for each in wholes for part in each.sum_of}
        self._wanted = frozenset(names)

    def add(self, figure: Observation) -> None:
        """Takes a figure in, where it is a part or a whole."""
        if figure.indicator not in self._wanted or figure.value is None:
            return
        indicator = self.plan.by_id.get(figure.indicator)
        if indicator is not None:
            start = figure.period.start if indicator.measure in _SPANS else None
            when = (figure.org_unit, figure.disaggregation, start, figure.period.end)
            self._known[figure.indicator][when] = figure

    def findings(self) -> Iterator[Finding]:
        """Each whole whose parts, all of them known, add up to something else."""
        for whole in self.plan.indicators:
            if not whole.sum_of or whole.unit is Unit.STATE:
                continue
            for when, total in self._known[whole.id].items():
                parts = [self._known[part].get(when) for part in whole.sum_of]
                known = [part for part in parts if part is not None]
                if len(known) == len(parts) and (problem := _problem(whole, total, known)):
                    yield about_figure(problem, total)


def _problem(whole: Indicator, total: Observation, parts: list[Observation]) -> Problem | None:
    figures = [total, *parts]
    if any(figure.qualifier in _LOOSE for figure in figures):
        return None
    stated, *added = [exact_value(figure, whole.unit) or Fraction(0) for figure in figures]
    slack = sum((_rounding(figure, whole.unit) for figure in figures), Fraction(0))
    if abs(sum(added, Fraction(0)) - stated) <= slack:
        return None
    facts = {
        "total": format_decimal(to_decimal(stated)),
        "sum": format_decimal(to_decimal(sum(added, Fraction(0)))),
        "parts": " + ".join(
            f"{part.indicator} {format_decimal(to_decimal(number))}"
            for part, number in zip(parts, added, strict=True)
        ),
    }
    return Problem("CDS501", facts, Severity.WARNING)


def _rounding(figure: Observation, unit: Unit) -> Fraction:
    """How far a printed figure may be from what it was rounded from; nothing for counts."""
    if unit is Unit.COUNT or figure.value is None or figure.denominator is not None:
        return Fraction(0)
    decimals = len(format_decimal(figure.value).partition(".")[2])
    return Fraction(Decimal(5).scaleb(-decimals - 1))
