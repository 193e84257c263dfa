"""The questions about figures, as SQLModel selects.

Each must find its rows by an index however many there are; the tests read SQLite's plans for them.
A flag of a question says whether the parameter of its name is given.
"""

from sqlalchemy import BigInteger, ColumnElement, bindparam, literal_column, or_, true, tuple_
from sqlalchemy.orm import aliased
from sqlmodel import col, func, select

from cdstrack.store.query.revisions import (
    CELL,
    NO,
    ONE,
    Statement,
    before_and_after,
    between,
    counted,
    first,
    is_latest,
    last_with_key,
    latest,
    same_key,
)
from cdstrack.store.schema.columns import PLACE
from cdstrack.store.schema.tables import ObservationRow, SubmissionRow

_BEYOND = literal_column(str((1 << 63) - 1), BigInteger)
"""Beyond every id and every count."""
_BY_CELL = ("indicator", "org_unit", "disaggregation", "period_end", "period")


def current(*, org_unit: bool, indicators: bool, known_at: bool) -> Statement:
    """The latest revision of each cell, unless it withdraws, by indicator, end and id."""
    this, found = latest(ObservationRow, known_at=known_at)
    if indicators:
        found = found.where(col(this.indicator).in_(bindparam("indicators", expanding=True)))
    elif org_unit:
        # The key begins with the indicator, so one must be named to reach the org unit.
        found = found.where(col(this.indicator).in_(_indicators()))
    if org_unit:
        found = found.where(col(this.org_unit) == bindparam("org_unit"))
    return found.order_by(col(this.indicator), col(this.period_end), col(this.id))


def places(*, known_at: bool) -> Statement:
    """Where the last row of each cell of an indicator stands, of all bodies but one.

    Of very many figures a page lists a few: what the others say is not read. A cell that has
    nothing but a withdrawal is left out.
    """
    this, earlier = (aliased(ObservationRow, name=name) for name in ("this", "earlier"))
    held = (
        select(earlier.id)
        .where(same_key(ObservationRow, earlier, this), col(earlier.id) < this.id)
        .where(counted(earlier.submission, known_at=known_at))
        .exists()
    )
    of_others = col(this.org_unit) != bindparam("besides")
    return (
        select(*(col(getattr(this, name)) for name in PLACE))
        .where(col(this.indicator) == bindparam("indicator"), of_others)
        .where(*is_latest(ObservationRow, this, known_at=known_at))
        .where(or_(col(this.withdrawn) == NO, held))
    )


def series_touched() -> Statement:
    """The series with rows of some acts or documents, or with a day of report from one text to another."""
    row = ObservationRow
    series = (col(row.indicator), col(row.org_unit), col(row.disaggregation))
    reported = col(row.reported).between(bindparam("since"), bindparam("until"))
    return (
        select(*series)
        .distinct()
        .where(or_(_among(row, "submission"), _among(row, "document"), reported))
    )


def figure_after() -> Statement:
    """A row of an indicator from an act on, of some documents, or with a day of report from a text on."""
    row = ObservationRow
    late = col(row.submission) >= bindparam("submission")
    reported = col(row.reported) >= bindparam("month")
    return _some_row(or_(late, _among(row, "document"), reported))


def figure_until() -> Statement:
    """The same of acts until one, of some documents, or with a day of report until a text."""
    row = ObservationRow
    early = col(row.submission) <= bindparam("submission")
    reported = col(row.reported) <= bindparam("day")
    return _some_row(or_(early, _among(row, "document"), reported))


def _some_row(wanted: ColumnElement[bool]) -> Statement:
    about = col(ObservationRow.indicator) == bindparam("indicator")
    return first(select(col(ObservationRow.id)).where(about, wanted))


def _among(row: type[ObservationRow], name: str) -> ColumnElement[bool]:
    """Whether a column holds one of the values that are given under its plural."""
    return col(getattr(row, name)).in_(bindparam(f"{name}s", expanding=True))


def by_cell(*, known_at: bool) -> Statement:
    """The same by indicator, org unit, part, end and period: the order of the canonical CSV."""
    this, found = latest(ObservationRow, known_at=known_at)
    return found.order_by(*(getattr(this, name) for name in _BY_CELL))


def of_series(*, known_at: bool) -> Statement:
    """The same of some indicators and org units."""
    this, found = latest(ObservationRow, known_at=known_at)
    among = (
        col(this.indicator).in_(bindparam("indicators", expanding=True)),
        col(this.org_unit).in_(bindparam("org_units", expanding=True)),
    )
    return found.where(*among).order_by(*(getattr(this, name) for name in _BY_CELL))


def figure_count() -> Statement:
    """How many rows there are: the highest id, as none is ever removed."""
    return select(func.coalesce(func.max(ObservationRow.id), NO))


def _indicators() -> Statement:
    """Every indicator with figures, each found by one step along the index."""
    this, following = (aliased(ObservationRow, name=name) for name in ("any", "next"))
    walk = select(func.min(this.indicator).label("id")).cte("indicators", recursive=True)
    step = select(func.min(following.indicator)).where(col(following.indicator) > walk.c.id)
    one_step = step.correlate(walk).scalar_subquery()
    walk = walk.union_all(select(one_step).where(walk.c.id.is_not(None)))
    return select(walk.c.id).where(walk.c.id.is_not(None))


def revisions(*, known_at: bool) -> Statement:
    """All rows of one cell, the oldest first, withdrawals too."""
    cell = [getattr(ObservationRow, name) == bindparam(name) for name in CELL]
    made = counted(ObservationRow.submission, known_at=known_at)
    return select(ObservationRow).where(*cell, made).order_by(col(ObservationRow.id))


def revised(*, org_units: bool, known_at: bool) -> Statement:
    """All rows of the cells of some indicators that have several, the oldest of each cell first.

    The cells are found in the index alone; of the many that have one row none is read.
    """
    other = aliased(ObservationRow, name="other")
    key = [col(getattr(other, name)) for name in CELL]
    several = (
        select(*key)
        .where(col(other.indicator).in_(bindparam("indicators", expanding=True)))
        .where(counted(other.submission, known_at=known_at))
        .group_by(*key)
        .having(func.count() > ONE)
    )
    if org_units:
        several = several.where(col(other.org_unit).in_(bindparam("org_units", expanding=True)))
    cell = [col(getattr(ObservationRow, name)) for name in CELL]
    made = counted(ObservationRow.submission, known_at=known_at)
    found = select(ObservationRow).where(tuple_(*cell).in_(several), made)
    return found.order_by(*cell, col(ObservationRow.id))


def latest_in_cell() -> Statement:
    """The last row of one cell, which may be a withdrawal."""
    unsorted = revisions(known_at=False).order_by(None)
    return first(unsorted.order_by(col(ObservationRow.id).desc()))


def observation() -> Statement:
    """The row with this id."""
    return select(ObservationRow).where(ObservationRow.id == bindparam("id"))


def changes() -> Statement:
    """Each row of a submission beside the row before it in its cell, at most `limit` of them."""
    this, found = before_and_after(ObservationRow)
    mine = col(this.submission) == bindparam("submission")
    return first(found.where(mine).order_by(col(this.id)), bindparam("limit"))


def changes_of_each(*, indicators: bool) -> Statement:
    """The same of each of some submissions, at most `limit` rows of each, in their order.

    The row after the last one that is wanted of a submission is found first, along the index, so
    that of a submission of a million figures no more is read. The limit that limits nothing keeps
    a server from finding it again for every row.
    """
    this, found = before_and_after(ObservationRow)
    act, other = aliased(SubmissionRow, name="act"), aliased(ObservationRow, name="other")
    too_far = (
        select(other.id)
        .where(col(other.submission) == act.id, _named(other, indicators=indicators))
        .order_by(col(other.id))
        .limit(ONE)
        .offset(bindparam("limit"))
        .correlate(act)
        .scalar_subquery()
    )
    ends = func.coalesce(too_far, _BEYOND).label("too_far")
    span = first(select(col(act.id), ends).where(between(act.id)), _BEYOND).subquery("span")
    return (
        found.join(span, span.c.id == this.submission)
        .where(col(this.id) < span.c.too_far, _named(this, indicators=indicators))
        .order_by(span.c.id, col(this.id))
    )


def change_counts(*, indicators: bool) -> Statement:
    """How many rows each of some submissions has, where it has any."""
    submission = col(ObservationRow.submission)
    mine = between(ObservationRow.submission), _named(ObservationRow, indicators=indicators)
    return select(submission, func.count()).where(*mine).group_by(submission)


def _named(table: type[ObservationRow], *, indicators: bool) -> ColumnElement[bool]:
    """Whether a row is about one of the indicators that are given, if any are."""
    if not indicators:
        return true()
    return col(table.indicator).in_(bindparam("indicators", expanding=True))


def change_count() -> Statement:
    """How many rows a submission has."""
    mine = col(ObservationRow.submission) == bindparam("submission")
    return select(func.count()).select_from(ObservationRow).where(mine)


def beside_latest() -> Statement:
    """Each row of a submission beside the row that its cell ends with now."""
    this, now, other = (aliased(ObservationRow, name=n) for n in ("this", "latest", "other"))
    return (
        select(this, now)
        .join(now, col(now.id) == last_with_key(ObservationRow, other, this).scalar_subquery())
        .where(col(this.submission) == bindparam("submission"))
        .order_by(col(this.id))
    )


def periods(*, submission: bool) -> Statement:
    """The different periods of all figures, or of those of a submission."""
    found = select(ObservationRow.period).distinct()
    if submission:
        found = found.where(col(ObservationRow.submission) == bindparam("submission"))
    return found.order_by(col(ObservationRow.period))


def count_in_periods() -> Statement:
    """How many cells of some periods hold a figure."""
    this, found = latest(ObservationRow, known_at=False)
    wanted = col(this.period).in_(bindparam("periods", expanding=True))
    return select(func.count()).select_from(found.where(wanted).subquery("standing"))
