"""The least and the greatest possible figure of an indicator."""

from decimal import Decimal

from cdstrack.core.plan.model import Indicator, Unit

_LEAST = {Unit.COUNT: Decimal(0), Unit.RANK: Decimal(1)}


def limits(indicator: Indicator) -> tuple[Decimal | None, Decimal | None]:
    """Below and above which no figure lies; None where nothing limits them.

    Beside the declared bounds, a count is not below 0 and a place not above the first.
    """
    low, high = indicator.bounds or (None, None)
    lows = [limit for limit in (low, _LEAST.get(indicator.unit)) if limit is not None]
    return max(lows, default=None), high
