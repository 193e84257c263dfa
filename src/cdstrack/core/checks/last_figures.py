"""The last figure of each series that a survey has seen.

Owns how they are kept: by indicator and part, then by org unit, as most files have thousands of org
units one after the other and the same indicator in all of them.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from cdstrack.core.record.columns import ObservationColumns

Last = tuple[str, int | None, str, int]
"""Of the last figure of a series its last day, number and period, and how many figures there are.

The number is None if it is not known which one the next figure is compared with.
"""
_Kind = tuple[str, str]


class Names(NamedTuple):
    """The series at some rows: indicator and part of each, or of all, and org units."""

    kinds: Sequence[_Kind] | _Kind
    units: Sequence[str]


class LastFigures:
    """The last figures by series."""

    def __init__(self) -> None:
        self._found: defaultdict[_Kind, dict[str, Last]] = defaultdict(dict)

    def __len__(self) -> int:
        return sum(map(len, self._found.values()))

    def of(self, names: Names) -> list[Last | None]:
        """The last figure of each series; None if none was seen."""
        kinds, units = names
        if isinstance(kinds, tuple):
            return list(map(self._found[kinds].get, units))
        found = self._found
        return [found[kind].get(unit) for kind, unit in zip(kinds, units, strict=True)]

    def put(self, names: Names, lasts: Sequence[Last]) -> None:
        """Takes the last figures of some series in the place of earlier ones."""
        kinds, units = names
        if isinstance(kinds, tuple):
            self._found[kinds].update(zip(units, lasts, strict=True))
            return
        for kind, unit, last in zip(kinds, units, lasts, strict=True):
            self._found[kind][unit] = last


def names_at(figures: ObservationColumns, rows: Sequence[int]) -> Names:
    """The series of the figures at some rows."""
    units: list[str] = list(map(figures.column("org_unit").__getitem__, rows))  # type: ignore[arg-type]
    about = ("indicator", "disaggregation")
    if not any(name in figures.columns for name in about):
        indicator, part = (str(figures.shared.get(name, "")) for name in about)
        return Names((indicator, part), units)
    columns = (map(figures.column(name).__getitem__, rows) for name in about)
    return Names(list(zip(*columns, strict=True)), units)
