"""The questions about what units reported, as SQLModel selects: figures, columns of numbers, sums.

All of them are about wholes, whoever gave the figure.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Text,
    bindparam,
    case,
    cast,
    literal_column,
    or_,
)
from sqlalchemy.orm import aliased
from sqlmodel import col, func, select

from cdstrack.core.record.role import WHOLE
from cdstrack.store.query.revisions import NO, ONE, Statement, counted, latest
from cdstrack.store.schema.columns import OF_UNITS
from cdstrack.store.schema.tables import ObservationRow

_INEXACT: list[ColumnElement[str]] = [literal_column(f"'{each}'") for each in ("over", "nearly")]
"""The qualifiers of values that are not quite what is written."""
_COMMA: Any = literal_column("','")
_BITS, _REST = (literal_column(str(each), BigInteger) for each in (32, (1 << 32) - 1))
"""A number is 2^32 times the one half and the other half."""
_FAR_TOO_MANY = literal_column(str(1 << 40), BigInteger)
"""Added where it is not clear whether a unit meets something."""


def of_units(*, org_units: bool, known_at: bool) -> Statement:
    """Of the latest revision of each cell of some indicators that is about a whole, what is added up.

    Units do not stand for more than their numbers here: notes and documents of some hundred
    thousand figures would take longer to read than the figures.
    """
    this, found = latest(ObservationRow, known_at=known_at)
    number = or_(col(this.value).is_not(None), col(this.state).is_not(None))
    wanted = col(this.indicator).in_(bindparam("indicators", expanding=True))
    if org_units:
        found = found.where(col(this.org_unit).in_(bindparam("org_units", expanding=True)))
    columns = (getattr(this, name) for name in OF_UNITS)
    return found.with_only_columns(*columns).where(wanted, _is_whole(this), number)


def unit_values(*, known_at: bool) -> Statement:
    """What all units reported of one indicator, each period as a row of columns: units and values.

    Units with an odd row are named besides. Every row counts here, also one that was revised: then
    its unit is there twice.
    """
    this = aliased(ObservationRow, name="this")
    return _by_period(this, *_columns(this, this.value), known_at=known_at)


def unit_parts(*, known_at: bool) -> Statement:
    """The same of a share: numerators and denominators, or values and 0 where there are none."""
    this = aliased(ObservationRow, name="this")
    parts = func.coalesce(this.numerator, this.value), func.coalesce(this.denominator, NO)
    return _by_period(this, *_columns(this, *parts), known_at=known_at)


def added_values(*, known_at: bool) -> Statement:
    """The units that reported in each period but for one, how many gave a value, and the sum of these.

    Every row counts here as well. A sum is given as that of the numbers over 2^32 and of what is
    left of them, so that no sum is too great for the database.
    """
    this = aliased(ObservationRow, name="this")
    return _added(this, this.value, known_at=known_at)


def added_parts(*, known_at: bool) -> Statement:
    """The same of a share: how many gave its fraction, and the sums of numerators and denominators."""
    this = aliased(ObservationRow, name="this")
    return _added(this, this.numerator, this.denominator, known_at=known_at)


def met_values(*, known_at: bool) -> Statement:
    """The units that reported in each period but for one, how many gave a value, and how many meet it.

    A value is met by where it `times` one number and one more, the `edge`, is greater than another
    number, `over`. One that is not quite what is written, or `most` is less than, counts as so many
    that nobody takes the sum for a number of units.
    """
    this = aliased(ObservationRow, name="this")
    return _met(this, this.value, literal_column("1000000", BigInteger), known_at=known_at)


def met_parts(*, known_at: bool) -> Statement:
    """The same of a share: the numerator times one number, and the denominator times the other."""
    this = aliased(ObservationRow, name="this")
    return _met(this, this.numerator, this.denominator, known_at=known_at)


def _met(this: type[ObservationRow], part: Any, whole: Any, *, known_at: bool) -> Statement:  # noqa: ANN401
    times, over, edge, most = (
        bindparam(name, type_=BigInteger) for name in ("times", "over", "edge", "most")
    )
    is_unclear = or_(part > most, part < -most, whole > most, col(this.qualifier).in_(_INEXACT))
    is_met = part * times + edge > whole * over
    met = func.sum(case((is_unclear, _FAR_TOO_MANY), (is_met, ONE), else_=NO))
    return _but_one(this, func.count(part), NO, met, known_at=known_at)


def _added(this: type[ObservationRow], *numbers: Any, known_at: bool) -> Statement:  # noqa: ANN401
    halves = (
        func.sum(half)
        for each in numbers
        for half in (col(each).op(">>")(_BITS), col(each).op("&")(_REST))
    )
    return _but_one(this, func.count(numbers[0]), *halves, known_at=known_at)


def _but_one(this: type[ObservationRow], *columns: ColumnElement[Any], known_at: bool) -> Statement:
    """The units of all rows of each period but those of one unit, and columns of these rows."""
    units = func.aggregate_strings(col(this.org_unit), _COMMA)
    found = _by_period(this, units, *columns, known_at=known_at)
    return found.where(col(this.org_unit) != bindparam("besides"))


def _by_period(
    this: type[ObservationRow], *columns: ColumnElement[Any], known_at: bool
) -> Statement:
    """Columns of the rows of each period of one indicator that are about a whole."""
    ends = func.min(this.period_end), func.max(this.period_end)
    made = counted(this.submission, known_at=known_at)
    mine = col(this.indicator) == bindparam("indicator")
    found = select(col(this.period), *ends, *columns)
    return found.where(mine, _is_whole(this), made).group_by(col(this.period))


def _columns(this: type[ObservationRow], *numbers: Any) -> Iterator[ColumnElement[str]]:  # noqa: ANN401
    """Units, their numbers, and the units with an odd row; each column as one text."""
    is_number = col(this.value).is_not(None)
    is_odd = or_(col(this.value).is_(None), col(this.qualifier).in_(_INEXACT))
    yield _joined(col(this.org_unit), is_number)
    yield from (_joined(cast(number, Text), is_number) for number in numbers)
    yield _joined(col(this.org_unit), is_odd)


def _joined(column: Any, wanted: ColumnElement[bool]) -> ColumnElement[str]:  # noqa: ANN401
    """The texts of a column in one, those of the rows that are wanted."""
    return func.aggregate_strings(column, _COMMA).filter(wanted)


def _is_whole(this: type[ObservationRow]) -> ColumnElement[bool]:
    """Whether a figure is about a whole, whoever gave it."""
    return col(this.disaggregation).in_([literal_column(f"'{each}'") for each in WHOLE])
