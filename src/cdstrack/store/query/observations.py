"""The questions about figures, as SQLModel selects.

Owns how "the latest revision of each cell, as known at an instant" is put. A statement here must
find its rows by an index however many there are; the tests read SQLite's plans for them.

Each flag of a question says whether the parameter of its name is given.
"""

from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, and_, bindparam, literal_column, true
from sqlalchemy.orm import aliased
from sqlmodel import col, func, select

from cdstrack.store.schema.tables import ObservationRow, SubmissionRow

_CELL = ("indicator", "org_unit", "disaggregation", "period")
Statement = Select[*tuple[Any, ...]]
_Rows = type[ObservationRow]
NO, ONE = (literal_column(number, Integer) for number in "01")


def counted(submission: int, *, known_at: bool) -> ColumnElement[bool]:
    """Whether a submission had been made by the instant."""
    if not known_at:
        return true()
    made = select(SubmissionRow.id).where(col(SubmissionRow.at) <= bindparam("known_at"))
    return col(submission).in_(made)


def first(found: Statement, limit: ColumnElement[int] = ONE) -> Statement:
    """The first rows of an answer, as many as the limit; the offset is named as SQLite wants it."""
    return found.limit(limit).offset(NO)


def current(*, org_unit: bool, indicators: bool, known_at: bool) -> Statement:
    """The latest revision of each cell, unless it withdraws, by indicator, end and id."""
    this = aliased(ObservationRow, name="this")
    conditions: list[ColumnElement[bool]] = []
    if indicators:
        conditions.append(col(this.indicator).in_(bindparam("indicators", expanding=True)))
    elif org_unit:
        # The key begins with the indicator, so one must be named to reach the org unit.
        conditions.append(col(this.indicator).in_(_indicators()))
    if org_unit:
        conditions.append(col(this.org_unit) == bindparam("org_unit"))
    found = select(this).where(*conditions, _stands(this, known_at=known_at))
    return found.order_by(col(this.indicator), col(this.period_end), col(this.id))


def by_cell(*, known_at: bool) -> Statement:
    """The same by indicator, org unit, part, end and period: the order of the canonical CSV."""
    this = aliased(ObservationRow, name="this")
    names = ("indicator", "org_unit", "disaggregation", "period_end", "period")
    return (
        select(this)
        .where(_stands(this, known_at=known_at))
        .order_by(*(getattr(this, n) for n in names))
    )


def _stands(this: _Rows, *, known_at: bool) -> ColumnElement[bool]:
    later = aliased(ObservationRow, name="later")
    overtaken = (
        # The id, which every index holds: asked for more, SQLite would go on to the row itself.
        select(later.id)
        .where(*_same_cell(later, this), col(later.id) > this.id)
        .where(counted(later.submission, known_at=known_at))
        .exists()
    )
    return and_(col(this.withdrawn) == NO, counted(this.submission, known_at=known_at), ~overtaken)


def _same_cell(one: _Rows, other: _Rows) -> list[ColumnElement[bool]]:
    return [getattr(one, name) == getattr(other, name) for name in _CELL]


def _indicators() -> Statement:
    """Every indicator with figures, each found by one step along the index."""
    this, following = (aliased(ObservationRow, name=name) for name in ("this", "next"))
    walk = select(func.min(this.indicator).label("id")).cte("indicators", recursive=True)
    step = select(func.min(following.indicator)).where(col(following.indicator) > walk.c.id)
    one_step = step.correlate(walk).scalar_subquery()
    walk = walk.union_all(select(one_step).where(walk.c.id.is_not(None)))
    return select(walk.c.id).where(walk.c.id.is_not(None))


def revisions(*, known_at: bool) -> Statement:
    """All rows of one cell, the oldest first, withdrawals too."""
    cell = [getattr(ObservationRow, name) == bindparam(name) for name in _CELL]
    made = counted(ObservationRow.submission, known_at=known_at)
    return select(ObservationRow).where(*cell, made).order_by(col(ObservationRow.id))


def latest_in_cell(*, known_at: bool) -> Statement:
    """The last row of one cell, which may be a withdrawal."""
    last_first = revisions(known_at=known_at).order_by(None).order_by(col(ObservationRow.id).desc())
    return first(last_first)


def observation() -> Statement:
    """The row with this id."""
    return select(ObservationRow).where(ObservationRow.id == bindparam("id"))


def changes() -> Statement:
    """Each row of a submission beside the row before it in its cell, at most `limit` of them."""
    this, before, earlier = _aliases("this", "previous", "earlier")
    last_earlier = _last_of_cell(earlier, this).where(col(earlier.id) < this.id).scalar_subquery()
    found = (
        select(this, before)
        .select_from(this)
        .outerjoin(before, col(before.id) == last_earlier)
        .where(col(this.submission) == bindparam("submission"))
        .order_by(col(this.id))
    )
    return first(found, bindparam("limit"))


def change_count() -> Statement:
    """How many rows a submission has."""
    mine = col(ObservationRow.submission) == bindparam("submission")
    return select(func.count()).select_from(ObservationRow).where(mine)


def beside_latest() -> Statement:
    """Each row of a submission beside the row that its cell ends with now."""
    this, latest, other = _aliases("this", "latest", "other")
    return (
        select(this, latest)
        .join(latest, col(latest.id) == _last_of_cell(other, this).scalar_subquery())
        .where(col(this.submission) == bindparam("submission"))
        .order_by(col(this.id))
    )


def cells_touched_later() -> Statement:
    """The later submissions that touched a cell which this one touched."""
    this, later = _aliases("this", "later")
    return (
        select(later.submission)
        .distinct()
        .select_from(this)
        .join(later, and_(*_same_cell(later, this), col(later.id) > this.id))
        .where(col(this.submission) == bindparam("submission"))
        .where(col(later.submission) > bindparam("submission"))
    )


def _last_of_cell(other: _Rows, this: _Rows) -> Statement:
    return select(func.max(other.id)).where(*_same_cell(other, this)).correlate(this)


def _aliases(*names: str) -> tuple[_Rows, ...]:
    return tuple(aliased(ObservationRow, name=name) for name in names)
