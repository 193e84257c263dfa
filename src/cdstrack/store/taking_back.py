"""Undoes the changes of a submission by adding rows.

Owns what takes the place of a row: a copy of the row before it in its cell, else a mark that the
cell is withdrawn. It is written without making figures of rows, as there may be a million; a row
that no figure could have made is refused all the same.
"""

from collections.abc import Callable, Sequence

import apsw

from cdstrack.core.record.acts import Withdrawal
from cdstrack.core.record.observation import Qualifier
from cdstrack.core.record.period import Period
from cdstrack.store.columns import Bulk
from cdstrack.store.connection import only_row
from cdstrack.store.rows import mapping
from cdstrack.store.schema.columns import TABLES

_AFTER_DAYS = 9
"""The first column after the days of the period and the mark of a withdrawal."""
_DAYS = slice(6, 8)
_AT_ONCE = 1_000
"""Rows that are copied before somebody is told how far it is."""
_COLUMNS = TABLES["observation"][1:]
_CELL = ("indicator", "org_unit", "disaggregation", "period")
_WITHOUT_ONE_BEFORE = {
    **{day: f"this.{day}" for day in ("period_start", "period_end")},
    "withdrawn": "1",
    "entered": "''",
    "qualifier": f"'{Qualifier.EXACT}'",
}
"""What a row that withdraws holds beside its cell; nothing in the other columns."""
_OF_THESE = " WHERE +this.submission = ? AND this.id BETWEEN ? AND ? ORDER BY this.id"
"""Along the ids: going from the index of submissions to each row would take longer."""


def _insertion(beside_cell: str, source: str) -> str:
    """SQL that adds a row for each row of a submission; what stands beside its cell is given."""
    columns = (
        "?"
        if name == "submission"
        else f"this.{name}"
        if name in _CELL
        else beside_cell.format(name=name, alone=_WITHOUT_ONE_BEFORE.get(name, "NULL"))
        for name in _COLUMNS
    )
    into = f"INSERT INTO observation ({', '.join(_COLUMNS)})"
    return f"{into} SELECT {', '.join(columns)} FROM observation AS this{source}{_OF_THESE}"  # noqa: S608 - our names


_PUT_BACK = _insertion(
    "coalesce(previous.{name}, {alone})",
    " LEFT JOIN observation AS previous ON previous.withdrawn = 0"  # noqa: S608 - our names
    " AND previous.id = (SELECT max(earlier.id) FROM observation AS earlier WHERE "
    + " AND ".join(f"earlier.{name} = this.{name}" for name in _CELL)
    + " AND earlier.id < this.id)",
)
_WITHDRAW = _insertion("{alone}", "")
_HAS_REVISIONS = (
    "SELECT EXISTS (SELECT 1 FROM observation"  # noqa: S608 - our names
    f" GROUP BY {', '.join(_CELL)} HAVING count(*) > 1)"
)
_MANY_TIMES = 4
"""Going through the index once is faster than finding its way in it for every fifth row."""
_ENDS = "SELECT min(id), max(id) FROM observation WHERE submission = ?"
_FIGURES = "SELECT * FROM observation WHERE submission = ? AND withdrawn = 0"


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


def put_back_in_file(
    file: apsw.Connection, act: int, submission: int, seen: Callable[[int], object]
) -> bool:
    """Adds all these rows by SQLite alone, for a submission whose rows the chain vouches for.

    Args:
        file: The store, in a transaction.
        act: The act that puts back.
        submission: The one that is taken back.
        seen: Is given how many rows there are, time and again.

    Returns:
        False, with nothing added, where a row that was copied is none of a figure: that is for
        `reversing_row` to say.
    """
    file.execute("SAVEPOINT put_back")
    try:
        _copy(file, act, submission, seen)
        are_figures = _are_figures(file, act)
    except apsw.ConstraintError:  # the schema does not take a damaged row again
        are_figures = False
    if not are_figures:
        file.execute("ROLLBACK TO put_back")
    file.execute("RELEASE put_back")
    return are_figures


def _copy(file: apsw.Connection, act: int, submission: int, seen: Callable[[int], object]) -> None:
    first, last = (end or 0 for end in only_row(file, _ENDS, (submission,)))
    put_back = _PUT_BACK if _may_revise(file, last - first + 1) else _WITHDRAW
    done, bulk = 0, Bulk(file)
    bulk.put_off(last - first + 1)
    for start in range(first or 1, last + 1, _AT_ONCE):
        span = (act, submission, start, start + _AT_ONCE - 1)
        file.execute(put_back, span)
        done += file.changes()
        seen(done)
    bulk.make_up()


def _may_revise(file: apsw.Connection, count: int) -> bool:
    """Whether one of so many rows may have one before it in its cell.

    Of a record that is not much larger it is known where no cell has two.
    """
    (all_,) = only_row(file, "SELECT coalesce(max(id), 0) FROM observation")
    return all_ > _MANY_TIMES * count or bool(only_row(file, _HAS_REVISIONS)[0])


def _are_figures(file: apsw.Connection, act: int) -> bool:
    """Whether figures can have made the rows that an act has copied."""
    try:
        return all(map(_has_its_days, file.execute(_FIGURES, (act,))))
    except (*mapping.UNREADABLE, UnicodeDecodeError):
        return False


def _has_its_days(row: Sequence[object]) -> bool:
    period = mapping.standing_period(row)
    days = None if period is None else (period.start.isoformat(), period.end.isoformat())
    return days == row[_DAYS]
