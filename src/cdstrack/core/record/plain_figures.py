"""Most figures are plain: a number within its bounds, of a period that has ended, and little more.

Owns a look that settles for such a figure that no rule of `cdstrack.core.record.observation_rules`
finds anything; of any other it says nothing.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from cdstrack.core.plan.model import Indicator, Plan, Unit
from cdstrack.core.plan.values import LARGEST
from cdstrack.core.record.observation import SHARE_OF, Observation
from cdstrack.core.record.observation_rules import LONGEST_TEXT, WHOLE, limits

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
        self._closed = {id_ for id_, unit in plan.org_units.items() if unit.closed is not None}
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
            and figure.org_unit not in self._closed
            and (document is None or self._issued.get(document) is None)
        )
