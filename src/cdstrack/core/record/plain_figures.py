"""Recognises plain figures: a number within its bounds, of a period that has ended, and little more.

Owns a fast test that no rule of `cdstrack.core.record.observation_rules` applies to such a figure.
For other figures nothing is claimed.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import repeat
from operator import mod
from typing import TypeGuard

from cdstrack.core.plan.limits import limits
from cdstrack.core.plan.model import Indicator, Plan, Unit
from cdstrack.core.plan.values import LARGEST
from cdstrack.core.record.columns import MILLION, Column, ObservationColumns
from cdstrack.core.record.observation import SHARE_OF, Observation
from cdstrack.core.record.observation_rules import LONGEST_TEXT, WHOLE


def _are_numbers(column: Column) -> TypeGuard[Sequence[int]]:
    return None not in column


_NO_NUMBERS = (None, None, None)
_ROUNDED = 0.49e-6
"""How far a share of six decimals may be from its fraction, and a little less."""


class PlainFigures:
    """Tells whether a figure of one indicator is plain, by what the rules are given."""

    def __init__(
        self, indicator: Indicator, plan: Plan, today: date, issued: Mapping[str, date]
    ) -> None:
        low, high = limits(indicator)
        self._low = -LARGEST if low is None else max(low, -LARGEST)
        self._high = LARGEST if high is None else min(high, LARGEST)
        self._whole = SHARE_OF.get(indicator.unit)
        self._counts = indicator.unit in WHOLE
        self._is_recorded = indicator.composite is None
        self._is_state = indicator.unit is Unit.STATE
        self._days = {
            id_: (unit.since or date.min, unit.closed or date.max)
            for id_, unit in plan.org_units.items()
            if unit.since is not None or unit.closed is not None
        }
        declared = {key: each.issued for key, each in plan.documents.items()}
        self._issued = {**issued, **declared}
        self._today = today

    def __contains__(self, figure: Observation) -> bool:
        """Whether no rule finds anything in a figure, for certain."""
        value = figure.value
        if not self._is_recorded or figure.not_available is not None:
            return False
        if self._is_state or figure.state is not None or value is None:
            is_sound = self._is_plain_state(figure)
        else:
            is_sound = (
                self._low < value < self._high
                and not (self._counts and value != value.to_integral_value())
                and self._is_of_its_fraction(figure, value)
            )
        return is_sound and figure.period.end <= self._today and self._says_little(figure)

    def hold_all(self, figures: ObservationColumns) -> bool:
        """Whether that is so of each figure of a series, seen in columns."""
        return (
            self._is_recorded
            and (self._are_plain_states(figures) if self._is_state else self._are_plain(figures))
            and str(max(map(str, figures.column("period_end")))) <= str(self._today)
            and self._say_little(figures)
        )

    def _are_plain_states(self, figures: ObservationColumns) -> bool:
        numbers = ("value", "numerator", "denominator")
        return None not in figures.column("state") and not any(map(figures.distinct, numbers))

    def _are_plain(self, figures: ObservationColumns) -> bool:
        values = figures.column("value")
        if not _are_numbers(values) or figures.distinct("state"):
            return False
        return (
            int(self._low * MILLION) < min(values)
            and max(values) < int(self._high * MILLION)
            and not (self._counts and any(map(mod, values, repeat(MILLION))))
            and self._are_of_their_fractions(figures, values)
        )

    def _say_little(self, figures: ObservationColumns) -> bool:
        notes, documents = figures.distinct("note"), figures.distinct("document")
        return (
            not any(figures.distinct(name) for name in ("not_available", "stated", "reported"))
            and all(len(str(note)) <= LONGEST_TEXT for note in notes)
            and all(self._were_there(str(unit), figures) for unit in figures.distinct("org_unit"))
            and all(self._issued.get(str(document)) is None for document in documents)
        )

    def _were_there(self, unit: str, figures: ObservationColumns) -> bool:
        """Whether a unit is there on the days of all figures."""
        if unit not in self._days:
            return True
        first, last = map(str, self._days[unit])
        ends = [*map(str, figures.column("period_end"))]
        return first <= min(ends) and max(ends) <= last

    def _was_there(self, figure: Observation) -> bool:
        days = self._days.get(figure.org_unit)
        return days is None or days[0] <= figure.period.end <= days[1]

    def _are_of_their_fractions(self, figures: ObservationColumns, values: Sequence[int]) -> bool:
        """The same of fractions in whole numbers, which leave nothing to be rounded."""
        if not figures.distinct("denominator"):
            return True
        if self._whole is None:
            return False
        low, high, whole = self._low * MILLION, self._high * MILLION, self._whole * MILLION
        rows = zip(values, figures.column("numerator"), figures.column("denominator"), strict=True)
        return all(
            bottom is None
            or (
                isinstance(top, int)
                and isinstance(bottom, int)
                and top >= 0
                and bottom > 0
                and low < value - 1
                and value + 1 < high
                and abs(top * whole - value * bottom) * 2 < bottom
            )
            for value, top, bottom in rows
        )

    def _is_plain_state(self, figure: Observation) -> bool:
        numbers = (figure.value, figure.numerator, figure.denominator)
        return self._is_state and figure.state is not None and numbers == _NO_NUMBERS

    def _is_of_its_fraction(self, figure: Observation, value: Decimal) -> bool:
        numerator, denominator = figure.numerator, figure.denominator
        if numerator is None or denominator is None:
            return True
        if self._whole is None or numerator < 0 or denominator <= 0:
            return False
        share, near = float(numerator) / float(denominator) * self._whole, float(value)
        # The bounds are those of the share itself.
        is_inside = self._low < near - _ROUNDED and near + _ROUNDED < self._high
        return is_inside and abs(share - near) < _ROUNDED

    def _says_little(self, figure: Observation) -> bool:
        note, document = figure.note, figure.document
        return (
            figure.stated is None
            and figure.reported is None
            and (note is None or len(note) <= LONGEST_TEXT)
            and self._was_there(figure)
            and (document is None or self._issued.get(document) is None)
        )
