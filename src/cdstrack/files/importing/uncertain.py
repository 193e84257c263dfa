"""Names in a file of figures that do not say for certain what is meant: a person decides on them."""

from collections.abc import Mapping
from typing import NamedTuple

from cdstrack.core.problem import Place

INDICATOR, ORG_UNIT = "indicator", "org_unit"
"""The columns whose names a person may decide on."""


class UncertainName(NamedTuple):
    """A name that does not say for certain what is meant, its first place, and what it may mean.

    `kind` is the column, of indicators or of org units, whose ids the candidates are; `coded` says
    that the name has the row's code before it.
    """

    name: str
    place: Place
    candidates: tuple[str, ...]
    kind: str = INDICATOR
    coded: bool = False


NamesMeant = Mapping[UncertainName, str]
"""What a person says that uncertain names mean, by id."""
