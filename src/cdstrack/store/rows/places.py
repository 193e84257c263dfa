"""Where a figure stands, taken from its row without what it says."""

from cdstrack.core.record.place import Place
from cdstrack.store.rows.mapping import Row
from cdstrack.store.rows.row_types import PLACE, refuse_other_types


def place_of(row: Row) -> Place:
    """The place of the figure or the withdrawal that a row keeps.

    Raises:
        TypeError: A column holds what it cannot hold.
    """
    refuse_other_types(row, PLACE)
    return Place(*row)
