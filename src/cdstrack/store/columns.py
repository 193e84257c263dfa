"""Bulk import into SQLite: whole columns of figures, compared and inserted by SQL.

Owns the statements for a million figures. They use the same table, so that every check, trigger and
foreign key applies. Figures that are not plainly new or plainly equal are handed back, to be
compared one by one in `cdstrack.store.bulk_import`.
"""

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, compress, islice, repeat
from operator import ge, sub
from typing import Any, NamedTuple

import apsw

from cdstrack.core.checks.last_figures import Last
from cdstrack.core.checks.survey import MOST_SERIES
from cdstrack.core.record.columns import NO_FIGURES, SERIES, ObservationColumns, Series
from cdstrack.core.record.observation import Cell
from cdstrack.store.connection import Connection, only_row, stream
from cdstrack.store.schema.columns import insertion

_CELL = (*SERIES, "period")
_FIRM = ("value", "state", "not_available", "numerator", "denominator", "qualifier")
_OPEN = ("stated", "document", "reported", "note")
_FEW = 10_000
_WORTH_IT = 500
"""Figures from which on it is faster to make an index when all are there.

The first ones of a long file are as many, even where its rows are long.
"""
_TOGETHER = 16
"""Figures in a statement: each time that one runs, the driver looks for it by its text."""
_Value = str | int | None
CellValues = tuple[_Value, ...]
Kept = Sequence[_Value]

_INSERT = insertion("observation", without_id=True)
_LAST_ID = "SELECT coalesce(max(id), 0) FROM observation"
_LAST = (
    "max(held.period_end), held.value, held.period, count(*),"
    " count(*) = count(DISTINCT held.period_end) AND NOT sum(held.withdrawn)"
)
"""Of the rows of a series; the last column tells whether each is of another day and a figure.

With one `max` alone SQLite takes the other columns from the row that has it.
"""
_LASTS = (
    f"SELECT asked.key, {_LAST} FROM json_each(?) AS asked CROSS JOIN observation AS held"  # noqa: S608 - our names
    " ON held.indicator = asked.value ->> 0 AND held.org_unit = asked.value ->> 1"
    " AND held.disaggregation = asked.value ->> 2 AND held.id <= ? GROUP BY asked.key"
)
_LATEST = (
    f"SELECT withdrawn, {', '.join((*_FIRM, *_OPEN))} FROM observation"  # noqa: S608 - our names
    f" WHERE {' AND '.join(f'{name} = ?' for name in _CELL)} ORDER BY id DESC LIMIT 1"
)
# With `+` the rows are read in the order of the index, which is fast when most of them are asked
# for; without it SQLite goes to the few and sorts them.
_REPEATED = (
    f"SELECT {', '.join(_CELL)} FROM observation WHERE {{sign}}id >= ?"  # noqa: S608 - our names
    f" GROUP BY {', '.join(_CELL)} HAVING count(*) > 1 LIMIT ?"
)

_TOUCHED = "SELECT DISTINCT indicator, org_unit FROM observation WHERE submission = ?"
_OF_THE_TABLE = "SELECT type, name, sql FROM sqlite_schema WHERE tbl_name = 'observation' AND {}"
_PUT_OFF_WHERE_EMPTY = "(type = 'index' OR name = 'observation_no_replace')"
_PUT_OFF = "name = 'observation_no_replace'"
"""Refuses a row whose id is given and not the next one. Here no id is given, and until the
transaction ends nobody else can add a row, so asking it a million times would say nothing."""


class Classification(NamedTuple):
    """What a batch of figures is to the record: new, the same (how many), or to be looked at."""

    new: ObservationColumns
    same: int
    other: ObservationColumns


def insert_rows(connection: apsw.Connection, rows: Iterable[Sequence[_Value]]) -> None:
    """Adds figures and withdrawals, given as whole rows but for the id that SQLite chooses."""
    connection.executemany(_INSERT, rows)


def insert_columns(
    connection: apsw.Connection, submission: int, figures: ObservationColumns
) -> None:
    """Adds figures to a submission, in their order."""
    fixed = (("submission", submission), ("withdrawn", 0), *figures.shared.items())
    columns = figures.columns
    # One figure, or several that agree in everything, shares every column and has none of its own.
    alone = len(figures) % _TOGETHER if columns else len(figures)
    recurring = tuple(
        (name, tuple(column[:_TOGETHER])) for name, column in columns.items() if _recurs(column)
    )
    if len(recurring) == len(columns):
        recurring = ()
    own = tuple(name for name in columns if name not in dict(recurring))
    groups = zip(
        *chain.from_iterable([iter(columns[name])] * _TOGETHER for name in own), strict=False
    )
    rows = (column[-alone:] for column in columns.values())
    last = zip(*rows, strict=True) if columns else repeat(())
    connection.executemany(_insertion_of(fixed, recurring, own, _TOGETHER), groups)
    connection.executemany(_insertion_of(fixed, (), tuple(columns), 1), islice(last, alone))


def _recurs(column: Sequence[_Value]) -> bool:
    """Whether the values of each group are those of the first one, as periods often are."""
    return len(column) > _TOGETHER and column[_TOGETHER:] == column[:-_TOGETHER]


@lru_cache(maxsize=64)
def _insertion_of(
    fixed: tuple[tuple[str, _Value], ...],
    recurring: tuple[tuple[str, tuple[_Value, ...]], ...],
    own: tuple[str, ...],
    count: int,
) -> str:
    """SQL that adds so many rows; what is fixed or recurs is in its text, the others are parameters.

    The parameters are given column by column.

    >>> _insertion_of((("submission", 1),), (("period", ("2021", "2022")),), ("value",), 2)
    "INSERT INTO observation (submission, period, value) VALUES (1, '2021', ?1), (1, '2022', ?2)"
    """
    names = (*(name for name, _ in (*fixed, *recurring)), *own)
    known = [apsw.format_sql_value(value) for _, value in fixed]
    rows = []
    for row in range(count):
        again = (apsw.format_sql_value(values[row]) for _, values in recurring)
        numbers = (f"?{column * count + row + 1}" for column in range(len(own)))
        rows.append(f"({', '.join((*known, *again, *numbers))})")
    return f"INSERT INTO observation ({', '.join(names)}) VALUES {', '.join(rows)}"  # noqa: S608 - written by APSW as literals


class Bulk:
    """The comparison of one write transaction with what the record held before: up to `last`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.last = self._last_id()
        self._lasts: dict[Series, Last | None] = {}
        self._put_off: list[str] = []

    def sift(self, figures: ObservationColumns, slow: frozenset[Cell] | None) -> Classification:
        """Sorts a batch against what the record held before.

        The figures of `slow` cells are compared one by one; None means all cells.
        """
        if slow is None:
            return Classification(NO_FIGURES, 0, figures)
        held = self._may_be_held(figures) if self.last else []
        if not slow and not any(held):
            return Classification(figures, 0, NO_FIGURES)
        held = held or [False] * len(figures)
        new, other = [False] * len(figures), [False] * len(figures)
        names = (*_CELL, *_FIRM, *_OPEN)
        rows = list(zip(*(figures.column(name) for name in names), strict=True))
        kept = iter(self._kept([row[: len(_CELL)] for row in compress(rows, held)]))
        for at, row in enumerate(rows):
            is_same = _is_same(row, next(kept)) if held[at] else None
            other[at] = is_same is False or row[: len(_CELL)] in slow
            new[at] = is_same is None and not other[at]
        same = len(figures) - sum(new) - sum(other)
        return Classification(figures.pick(new), same, figures.pick(other))

    def lasts(self, series: Sequence[Series]) -> Sequence[Last | None]:
        """The last figure that the record held of each series before; None where it held none."""
        if not self.last:
            return [None] * len(series)
        if len(self._lasts) > MOST_SERIES:
            self._lasts = {}
        unknown = [each for each in dict.fromkeys(series) if each not in self._lasts]
        if unknown:
            self._lasts |= zip(unknown, self._ask_of(unknown), strict=True)
        return list(map(self._lasts.__getitem__, series))

    def put_off(self, count: int) -> None:
        """Lets the table go without what costs as much as the rows, where `count` or more come in.

        That is the guard of ids and, where the table is empty, its indexes.
        """
        if count < _WORTH_IT or not isinstance(self._connection, apsw.Connection):
            return
        which = _PUT_OFF if self.last else _PUT_OFF_WHERE_EMPTY
        for kind, name, sql in list(stream(self._connection, _OF_THE_TABLE.format(which))):
            self._connection.execute(f"DROP {kind} {name}")
            self._put_off.append(sql)

    def make_up(self) -> None:
        """Makes what was put off; before anything is looked up, and before the end."""
        for sql in self._put_off:
            self._connection.execute(sql)
        self._put_off = []

    def touched(self, submission: int) -> list[tuple[str, str]]:
        """Indicators and org units with a figure of a submission."""
        return sorted(self._connection.execute(_TOUCHED, (submission,)).fetchall())

    def repeated(self, limit: int) -> frozenset[Cell]:
        """Cells that were added twice since the transaction began, at most `limit`."""
        sign = "+" if self._last_id() - self.last > max(_FEW, self.last // 8) else ""
        found = self._connection.execute(_REPEATED.format(sign=sign), (self.last + 1, limit))
        return frozenset(Cell(*row) for row in found)

    def _last_id(self) -> int:
        return last_id(self._connection)

    def _may_be_held(self, figures: ObservationColumns) -> list[bool]:
        """Whether the record may hold the cell of each: its series has a figure no earlier than that.

        A period begins before the same one ends, whatever calendar it was recorded by.
        """
        begins = figures.begins()
        lasts = self.lasts(figures.series_at(begins))
        lengths = map(sub, [*begins[1:], len(figures)], begins)
        days = (
            repeat(last[0] if last else "", length)
            for last, length in zip(lasts, lengths, strict=True)
        )
        return list(map(ge, chain.from_iterable(days), figures.column("period_start")))  # type: ignore[arg-type]

    def _ask_of(self, series: Sequence[Series]) -> Sequence[Last | None]:
        """The same of series that are not known yet."""
        found: list[Last | None] = [None] * len(series)
        for at, *last in self._connection.execute(_LASTS, (json.dumps(series), self.last)):
            found[at] = last_of(last)
        return found

    def _kept(self, cells: Sequence[CellValues]) -> Iterable[Kept | None]:
        """The last row of each cell, as far as it is compared; None where there is none."""
        for cell in cells:
            yield self._connection.execute(_LATEST, cell).fetchone()


def last_of(row: Sequence[Any]) -> Last:
    """What `_LAST` found. Where figures were corrected, or share a day, no number is known."""
    day, value, period, count, are_plain = row
    return day, value if are_plain else None, period, count


def last_id(connection: Connection) -> int:
    """The highest id of a figure; 0 where there is none."""
    return int(only_row(connection, _LAST_ID)[0])


def compared_columns() -> tuple[str, ...]:
    """What is compared of a kept row: whether it withdraws, and what it says."""
    return ("withdrawn", *_FIRM, *_OPEN)


def _is_same(row: tuple[_Value, ...], kept: Kept | None) -> bool | None:
    """Whether a kept row is this very figure; None where there is no figure in the cell."""
    if kept is None or kept[0]:
        return None
    given, firm = row[len(_CELL) :], len(_FIRM)
    return tuple(kept[1 : firm + 1]) == given[:firm] and all(
        mine is None or mine == its
        for mine, its in zip(given[firm:], kept[firm + 1 :], strict=True)
    )
