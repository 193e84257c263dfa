"""The figures of each unit, and its contribution to the figure of its area on a day.

Owns the past of units that were merged or split: where figures are added, the figures of their
predecessors count for them.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from cdstrack.core.plan.heirs import Heir
from cdstrack.core.plan.model import Frequency, Indicator, RollUpBy, Unit
from cdstrack.core.record.observation import Qualifier
from cdstrack.core.record.period import Period
from cdstrack.core.units.tree import Units
from cdstrack.core.verdict.trajectory import one_period_before

_ONE = Fraction(1)


class UnitFigure(NamedTuple):
    """One figure of a unit: its value, and numerator and denominator if it is a fraction.

    Of two figures of one day the one with the higher `order` counts: the firmer one, of equally
    firm ones the one recorded later.
    """

    org_unit: str
    period: Period
    value: Fraction
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    qualifier: Qualifier = Qualifier.EXACT
    order: tuple[int, int] = (0, 0)


class Contribution(NamedTuple):
    """What a unit contributes on a day; `weight` is 1 if all units weigh the same."""

    value: Fraction
    numerator: Fraction
    denominator: Fraction
    newest: date
    qualifier: Qualifier = Qualifier.EXACT

    def shared(self, share: Fraction) -> "Contribution":
        """The share of it that a successor took over."""
        return self._replace(
            value=self.value * share,
            numerator=self.numerator * share,
            denominator=self.denominator * share,
        )

    def plus(self, other: "Contribution") -> "Contribution":
        """The sum of two contributions of one unit."""
        return Contribution(
            self.value + other.value,
            self.numerator + other.numerator,
            self.denominator + other.denominator,
            max(self.newest, other.newest),
        )


@dataclass(frozen=True)
class UnitSeries:
    """The figures of one indicator by unit, and the contribution of each unit on a day.

    Args:
        units: All units of the plan.
        indicator: The indicator; it has a `rollup`.
        figures: The figures of the units.
        weights: The figures of the weighting indicator by unit; None without weights.
    """

    units: Units
    indicator: Indicator
    figures: Iterable[UnitFigure]
    weights: "UnitSeries | None" = None

    @cached_property
    def _by_unit(self) -> Mapping[str, list[UnitFigure]]:
        """The figures of each unit in order of time; of two of one day the firmer, later one."""
        found: dict[str, dict[date, UnitFigure]] = defaultdict(dict)
        of_years = self.indicator.measure.speaks_of_a_year
        figures = (each for each in self.figures if not of_years or each.period.closes_its_year)
        for figure in filter(self._is_whole, figures) if self._needs_parts else figures:
            of_unit, day = found[figure.org_unit], figure.period.end
            if day not in of_unit or of_unit[day].order <= figure.order:
                of_unit[day] = figure
        return {unit: [of_unit[day] for day in sorted(of_unit)] for unit, of_unit in found.items()}

    @cached_property
    def _days(self) -> Mapping[str, list[date]]:
        return {unit: [each.period.end for each in of] for unit, of in self._by_unit.items()}

    @property
    def first_day(self) -> date | None:
        """The day of the earliest figure."""
        return min((days[0] for days in self._days.values()), default=None)

    @property
    def is_empty(self) -> bool:
        """Whether no unit has reported anything that counts."""
        return not self._by_unit

    @property
    def _needs_parts(self) -> bool:
        """Whether a figure counts only as a fraction: in a ratio, or weighted by its denominator."""
        by = self._by
        return by is RollUpBy.RATIO or (by is RollUpBy.WEIGHTED_MEAN and self.weights is None)

    def _is_whole(self, figure: UnitFigure) -> bool:
        """Whether a figure has the numerator and denominator that are needed."""
        is_ratio = self._by is RollUpBy.RATIO
        return bool(figure.denominator) and (figure.numerator is not None or not is_ratio)

    @property
    def _by(self) -> RollUpBy | None:
        return self.indicator.rollup.by if self.indicator.rollup else None

    def on(self, unit: str, day: date, not_before: date) -> Contribution | None:
        """The contribution of a unit on a day; None if it has no figure since another day.

        A unit that took over others is the sum of their last figures, and of its own if it existed
        before. Where figures are not added, its own series begins anew, unless only its name
        changed.
        """
        figure = self._figure(unit, day, not_before)
        own = self.contribution(figure, day) if figure else None
        if unit not in self.units.predecessors:
            return own
        merged = self._merged_since(unit, figure.period.end if figure else None, day)
        if not merged or (figure is not None and own is None):
            return own
        if own is None and not any(self.units.is_made_of(unit, part.id) for part in merged):
            return None
        if not self._adds and not self.units.is_renamed(unit):
            return None
        total = own
        for part in merged:
            found = self._part(part, day, not_before)
            if found is None:
                return None
            total = found if total is None else total.plus(found)
        return total

    @property
    def _adds(self) -> bool:
        by = self._by
        return self.indicator.unit in {Unit.COUNT, Unit.AMOUNT} if by is None else by.adds

    def _part(self, part: Heir, day: date, not_before: date) -> Contribution | None:
        """The contribution of a closed unit, for the share that went into the unit in question."""
        if part.share is None:
            return None
        closed = self.units.by_id[part.id].closed or day
        found = self.on(part.id, min(day, closed), not_before)
        return found.shared(part.share) if found else None

    def _merged_since(self, unit: str, known: date | None, day: date) -> list[Heir]:
        """The units merged into this one that its own figure does not include.

        The figures of a unit created by the merger are about all of it, whatever their day.
        """
        return [
            part
            for part in self.units.predecessors.get(unit, ())
            if (closed := self.units.by_id[part.id].closed) is not None
            and closed < day
            and (known is None or (closed >= known and not self.units.is_made_of(unit, part.id)))
        ]

    def _figure(self, unit: str, day: date, not_before: date) -> UnitFigure | None:
        """The latest figure of a unit up to a day; None if it is older than `not_before`."""
        days = self._days.get(unit)
        at = bisect_right(days, day) - 1 if days else -1
        if days is None or at < 0 or days[at] < not_before:
            return None
        return self._by_unit[unit][at]

    def contribution(self, figure: UnitFigure, day: date) -> Contribution | None:
        """The contribution of a figure; None if the unit's weight is unknown."""
        unit, period, value, numerator, denominator, qualifier, _ = figure
        weight = denominator or _ONE if self.weights is None else self._weight(unit, day)
        if weight is None:
            return None
        part = value if numerator is None else numerator
        return Contribution(value, part, weight, period.end, qualifier)

    def _weight(self, unit: str, day: date) -> Fraction | None:
        """The unit's weight on a day; None if unknown."""
        assert self.weights is not None  # noqa: S101 - the caller asked
        weight = self.weights.indicator
        frequency = Frequency.YEARLY if weight.measure.speaks_of_a_year else weight.frequency
        found = self.weights.on(unit, day, one_period_before(day, frequency))
        return found.value if found else None
