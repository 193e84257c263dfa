"""The rows that put back what a submission changed, from the rows that it left.

Owns what takes the place of a row: a copy of the row before it in its cell, else a mark that the
cell is withdrawn. They are made row by row without making figures of them, as there may be a
million; a row that no figure could have made is refused all the same.
"""

from cdstrack.core.record.acts import Withdrawal
from cdstrack.core.record.period import Period
from cdstrack.store import mapping

_AFTER_DAYS = 9
"""The first column after the days of the period and the mark of a withdrawal."""


def reversing_row(submission: int, row: mapping.Row) -> mapping.Row:
    """The row that puts a cell back as it was.

    Args:
        submission: The act that puts it back.
        row: A row of the act that is taken back, with the row before it in its cell beside it.

    Raises:
        ValueError: A row was not written by this program.
        TypeError: A column holds what it cannot hold; the file is damaged.
    """
    after, before = mapping.halves(row)
    left, earlier = mapping.standing_period(after), mapping.standing_period(before)
    cell = mapping.cell_of(after)
    if earlier is None:
        period = left or Period.parse(cell.period)
        gone = Withdrawal(cell.indicator, cell.org_unit, period, cell.disaggregation)
        return mapping.withdrawal_row(submission, gone)
    days = earlier.start.isoformat(), earlier.end.isoformat()
    return (submission, *cell, *days, 0, *before[_AFTER_DAYS:])
