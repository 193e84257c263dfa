"""The questions that the store is asked about figures, as Core selects.

Owns how "the latest revision of each cell, as known at an instant" is put to SQLite. A statement
here must find its rows by an index however many there are; the tests read the query plans.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Label, Select, and_, func, select, true
from sqlalchemy.sql.selectable import FromClause

from cdstrack.core.record.observation import Cell
from cdstrack.store.mapping import instant_text
from cdstrack.store.schema.tables import OBSERVATION, SUBMISSION

_CELL = ("indicator", "org_unit", "disaggregation", "period")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which figures are asked for; what is null is not asked about.

    `whole_only` leaves out the figures of parts (a sector, an age group).
    """

    org_unit: str | None = None
    indicators: Collection[str] | None = None
    known_at: datetime | None = None
    whole_only: bool = False


def counted(submission: ColumnElement[int], known_at: datetime | None) -> ColumnElement[bool]:
    """Whether a submission had been made by the instant."""
    if known_at is None:
        return true()
    made = select(SUBMISSION.c.id).where(SUBMISSION.c.at <= instant_text(known_at))
    return submission.in_(made)


def current(wanted: Wanted) -> Select[Any]:
    """The latest revision of each cell, unless it withdraws, by indicator, end and id."""
    row = OBSERVATION.alias("row")
    return _current(row, wanted).order_by(row.c.indicator, row.c.period_end, row.c.id)


def by_cell(wanted: Wanted) -> Select[Any]:
    """The same by indicator, org unit, part, end and period: the order of the canonical CSV."""
    row = OBSERVATION.alias("row")
    names = ("indicator", "org_unit", "disaggregation", "period_end", "period")
    return _current(row, wanted).order_by(*(row.c[name] for name in names))


def _current(row: FromClause, wanted: Wanted) -> Select[Any]:
    later = OBSERVATION.alias("later")
    overtaken = (
        # The id, which every index holds: asked for more, SQLite would go on to the row itself.
        select(later.c.id)
        .where(
            *(later.c[name] == row.c[name] for name in _CELL),
            later.c.id > row.c.id,
            counted(later.c.submission, wanted.known_at),
        )
        .exists()
    )
    return select(row).where(
        _asked_for(row, wanted),
        row.c.withdrawn == 0,
        counted(row.c.submission, wanted.known_at),
        ~overtaken,
    )


def _asked_for(row: FromClause, wanted: Wanted) -> ColumnElement[bool]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.indicators is not None:
        conditions.append(row.c.indicator.in_(sorted(wanted.indicators)))
    elif wanted.org_unit is not None:
        # The key begins with the indicator, so one must be named to reach the org unit.
        conditions.append(row.c.indicator.in_(_indicators()))
    if wanted.org_unit is not None:
        conditions.append(row.c.org_unit == wanted.org_unit)
    if wanted.whole_only:
        conditions.append(row.c.disaggregation == "")
    return and_(true(), *conditions)


def _indicators() -> Select[Any]:
    """Every indicator with figures, each found by one step along the index."""
    row = OBSERVATION.alias("any")
    walk = select(func.min(row.c.indicator).label("id")).cte("indicators", recursive=True)
    next_row = OBSERVATION.alias("next")
    following = (
        select(func.min(next_row.c.indicator))
        .where(next_row.c.indicator > walk.c.id)
        .correlate(walk)
        .scalar_subquery()
    )
    walk = walk.union_all(select(following).where(walk.c.id.is_not(None)))
    return select(walk.c.id).where(walk.c.id.is_not(None))


def revisions(cell: Cell, known_at: datetime | None) -> Select[Any]:
    """All rows of one cell, the oldest first, withdrawals too."""
    return (
        select(OBSERVATION)
        .where(
            *(OBSERVATION.c[name] == value for name, value in zip(_CELL, cell, strict=True)),
            counted(OBSERVATION.c.submission, known_at),
        )
        .order_by(OBSERVATION.c.id)
    )


def latest_in_cell(cell: Cell, known_at: datetime | None) -> Select[Any]:
    """The last row of one cell, which may be a withdrawal."""
    return revisions(cell, known_at).order_by(None).order_by(OBSERVATION.c.id.desc()).limit(1)


def latest_in_cells(count: int) -> str:
    """The last row of each of `count` cells, as SQL that takes the four names of every cell.

    A list of values, not a chain of ORs: SQLite then goes to the index once for each cell.
    """
    wanted = ", ".join(["(?, ?, ?, ?)"] * count)
    same = " AND ".join(f"later.{name} = wanted.{name}" for name in _CELL)
    names = ", ".join(_CELL)
    return (
        f"WITH wanted ({names}) AS (VALUES {wanted}) "  # noqa: S608 - our own names and ? marks
        "SELECT row.* FROM wanted JOIN observation AS row ON row.id = "
        f"(SELECT max(later.id) FROM observation AS later WHERE {same})"
    )


def observation(number: int) -> Select[Any]:
    """The row with this id."""
    return select(OBSERVATION).where(OBSERVATION.c.id == number)


def before_and_after(submission: int, limit: int | None) -> Select[Any]:
    """Each row of a submission beside the row before it in its cell (names `before_…`)."""
    row, before = OBSERVATION.alias("row"), OBSERVATION.alias("before")
    earlier = OBSERVATION.alias("earlier")
    last_earlier = _last_of_cell(row, earlier).where(earlier.c.id < row.c.id)
    return (
        select(row, *_named(before, "before_"))
        .select_from(row.outerjoin(before, before.c.id == last_earlier.scalar_subquery()))
        .where(row.c.submission == submission)
        .order_by(row.c.id)
        .limit(limit)
    )


def how_many(submission: int) -> Select[Any]:
    """How many rows a submission has (name `count`)."""
    count = func.count().label("count")
    return select(count).select_from(OBSERVATION).where(OBSERVATION.c.submission == submission)


def beside_latest(submission: int) -> Select[Any]:
    """Each row of a submission beside the row that its cell ends with now (names `latest_…`)."""
    row, latest = OBSERVATION.alias("row"), OBSERVATION.alias("latest")
    last = _last_of_cell(row, OBSERVATION.alias("any"))
    return (
        select(row, *_named(latest, "latest_"))
        .select_from(row.join(latest, latest.c.id == last.scalar_subquery()))
        .where(row.c.submission == submission)
        .order_by(row.c.id)
    )


def touched_later(submission: int) -> Select[Any]:
    """The later submissions that touched a cell which this one touched."""
    row, later = OBSERVATION.alias("row"), OBSERVATION.alias("later")
    same_cell = [later.c[name] == row.c[name] for name in _CELL]
    return (
        select(later.c.submission)
        .distinct()
        .select_from(row.join(later, and_(*same_cell, later.c.id > row.c.id)))
        .where(row.c.submission == submission, later.c.submission > submission)
    )


def _last_of_cell(row: FromClause, other: FromClause) -> Select[Any]:
    same_cell = [other.c[name] == row.c[name] for name in _CELL]
    return select(func.max(other.c.id)).where(*same_cell).correlate(row)


def _named(table: FromClause, prefix: str) -> list[Label[Any]]:
    return [column.label(f"{prefix}{column.name}") for column in table.c]
