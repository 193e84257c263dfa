"""What the tables with revisions have in common, as parts of SQLModel selects.

Figures are revised by cell, documents by key, acknowledgements by problem: the latest row with a
key counts, as known at an instant. A later row has a higher id.
"""

from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Integer, Select, and_, bindparam, literal_column, true
from sqlalchemy.orm import aliased
from sqlmodel import SQLModel, col, func, select

from cdstrack.store.schema.tables import (
    AcknowledgementRow,
    DocumentRow,
    ObservationRow,
    SubmissionRow,
)

Statement = Select[*tuple[Any, ...]]
Row = TypeVar("Row", ObservationRow, DocumentRow, AcknowledgementRow)
CELL = ("indicator", "org_unit", "disaggregation", "period")
_KEYS: dict[type[SQLModel], tuple[str, ...]] = {
    ObservationRow: CELL,
    DocumentRow: ("key",),
    AcknowledgementRow: ("problem",),
}
NO, ONE = (literal_column(number, Integer) for number in "01")


def first(found: Statement, limit: ColumnElement[int] = ONE) -> Statement:
    """The first rows of an answer, as many as the limit; SQLite's dialect wants an offset."""
    return found.limit(limit).offset(NO)


def counted(submission: int, *, known_at: bool) -> ColumnElement[bool]:
    """Whether a submission had been made by the instant."""
    if not known_at:
        return true()
    made = select(SubmissionRow.id).where(col(SubmissionRow.at) <= bindparam("known_at"))
    return col(submission).in_(made)


def latest(table: type[Row], *, known_at: bool) -> tuple[type[Row], Statement]:
    """The latest row of each key, unless it withdraws; with the alias of the table."""
    this = aliased(table, name="this")
    return this, select(this).where(
        col(this.withdrawn) == NO, *is_latest(table, this, known_at=known_at)
    )


def is_latest(
    table: type[Row], this: type[Row], *, known_at: bool
) -> tuple[ColumnElement[bool], ...]:
    """Whether a row counts and none after it does with its key."""
    later = aliased(table, name="later")
    overtaken = (
        # The id, which every index holds: asked for more, SQLite would go on to the row itself.
        select(later.id)
        .where(same_key(table, later, this), col(later.id) > this.id)
        .where(counted(later.submission, known_at=known_at))
        .exists()
    )
    return counted(this.submission, known_at=known_at), ~overtaken


def standing(table: type[Row], *, known_at: bool) -> Statement:
    """The same in the order in which they were kept."""
    this, found = latest(table, known_at=known_at)
    return found.order_by(col(this.id))


def before_and_after(table: type[Row]) -> tuple[type[Row], Statement]:
    """Each row beside the row before it with its key; with the alias of the table."""
    this, _, found = _beside(table)
    return this, found


def replacing(table: type[Row]) -> Statement:
    """Each row of a submission beside the row before it, where that is no withdrawal."""
    this, previous, found = _beside(table)
    mine = col(this.submission) == bindparam("submission")
    return found.where(mine, col(previous.withdrawn) == NO).order_by(col(this.id))


def _beside(table: type[Row]) -> tuple[type[Row], type[Row], Statement]:
    this, previous, earlier = (aliased(table, name=n) for n in ("this", "previous", "earlier"))
    last = last_with_key(table, earlier, this).where(col(earlier.id) < this.id)
    beside = col(previous.id) == last.scalar_subquery()
    return this, previous, select(this, previous).select_from(this).outerjoin(previous, beside)


def between(submission: int | None) -> ColumnElement[bool]:
    """Whether a submission is one of those from `first` to `last`."""
    return col(submission).between(bindparam("first"), bindparam("last"))


def changed(table: type[Row]) -> Statement:
    """Each row of some submissions beside the row before it with its key, in their order."""
    this, found = before_and_after(table)
    return found.where(between(this.submission)).order_by(col(this.id))


def touched_later(table: type[Row]) -> Statement:
    """The later submissions that have a row with a key which this submission has a row with."""
    this, later = aliased(table, name="this"), aliased(table, name="later")
    return (
        select(later.submission)
        .distinct()
        .select_from(this)
        .join(later, and_(same_key(table, later, this), col(later.id) > this.id))
        .where(col(this.submission) == bindparam("submission"))
        .where(col(later.submission) > bindparam("submission"))
    )


def last_with_key(table: type[Row], other: type[Row], this: type[Row]) -> Statement:
    """The highest id with the key of a row."""
    return select(func.max(other.id)).where(same_key(table, other, this)).correlate(this)


def same_key(table: type[Row], one: type[Row], other: type[Row]) -> ColumnElement[bool]:
    """Whether two rows have one key."""
    return and_(*(getattr(one, name) == getattr(other, name) for name in _KEYS[table]))
