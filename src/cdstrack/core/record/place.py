"""Where figures of one indicator stand, without what they say: enough to find the newest of very many.

Owns the two orders in which a page lists figures.
"""

from collections.abc import Iterable
from datetime import date
from heapq import nlargest
from typing import NamedTuple

from cdstrack.core.record.period import Period


class Place(NamedTuple):
    """The cell of a figure or of a withdrawal, the last row there, and the last day of its period.

    The day is that of the row: where years end on another day than 31 December, a year's text alone
    does not tell it.
    """

    id: int
    org_unit: str
    disaggregation: str
    period: str
    end: str
    withdrawn: int

    def time_order(self) -> tuple[date, str, int]:
        """Its place in time, among parts of a whole, and in the order of recording."""
        return date.fromisoformat(self.end), self.disaggregation, self.id


def newest_cells(places: Iterable[Place], most: int) -> list[Place]:
    """The last of some places in the order of a list of cells: by time, then by body and part."""
    return nlargest(most, places, key=_of_cell)


def newest_figures(places: Iterable[Place], most: int) -> list[Place]:
    """The last of some places in the order of an explanation."""
    return nlargest(most, places, key=Place.time_order)


def _of_cell(place: Place) -> tuple[date, str, str, str]:
    return Period.parse(place.period).end, place.org_unit, place.disaggregation, place.period
