"""Figures for tests, their numbers and words written as texts."""

from decimal import Decimal
from typing import Any

from cdstrack.core.plan.vocabulary import State
from cdstrack.core.record.observation import Observation, Qualifier

_NUMBERS = ("value", "numerator", "denominator", "stated")
_KINDS: dict[str, type] = {
    "state": State,
    "qualifier": Qualifier,
    **dict.fromkeys(_NUMBERS, Decimal),
}


def typed_figure(**fields: Any) -> Observation:
    """The observation of these fields."""
    kinds = {
        name: _KINDS[name] for name in fields if isinstance(fields[name], str) and name in _KINDS
    }
    return Observation(**fields | {name: kind(fields[name]) for name, kind in kinds.items()})
