"""The latest rows of many cells in one query, instead of one for each cell."""

from collections.abc import Collection, Sequence
from typing import Any

from cdstrack.store.server.connection import ServerConnection

_CELL = ("indicator", "org_unit", "disaggregation", "period")


def latest_rows(
    connection: ServerConnection, cells: Collection[Sequence[Any]], columns: Sequence[str]
) -> list[Sequence[Any] | None]:
    """The given columns of the last row of each cell, in the order of the cells; None for no row."""
    if not cells:
        return []
    same_cell = " AND ".join(f"each.{name} = given.{name}" for name in _CELL)
    found = connection.execute(
        f"SELECT {', '.join(f'latest.{name}' for name in columns)}, latest.id IS NOT NULL"  # noqa: S608 - our names
        f" FROM unnest(?::text[], ?::text[], ?::text[], ?::text[])"
        f" WITH ORDINALITY AS given ({', '.join(_CELL)}, place)"
        f" LEFT JOIN LATERAL (SELECT each.* FROM observation AS each WHERE {same_cell}"
        " ORDER BY each.id DESC LIMIT 1) AS latest ON true ORDER BY given.place",
        [list(column) for column in zip(*cells, strict=True)],
    )
    return [row[:-1] if row[-1] else None for row in found]


def last_rows(
    connection: ServerConnection, series: Collection[Sequence[Any]], last: int
) -> list[Sequence[Any]]:
    """Of each indicator, org unit and part the last day that the record has, up to an id.

    With it come the number and the period there, how many rows there are, and whether each is of
    another day and a figure. The day is None where there are none.
    """
    if not series:
        return []
    names = _CELL[:-1]
    same = " AND ".join(f"held.{name} = given.{name}" for name in names)
    latest = ("value", "period")
    there = (f"(array_agg(held.{name} ORDER BY held.period_end DESC))[1]" for name in latest)
    found = connection.execute(
        f"SELECT max(held.period_end), {', '.join(there)}, count(held.id),"  # noqa: S608 - our names
        " count(*) = count(DISTINCT held.period_end) AND max(held.withdrawn) = 0"
        f" FROM unnest(?::text[], ?::text[], ?::text[])"
        f" WITH ORDINALITY AS given ({', '.join(names)}, place)"
        f" LEFT JOIN observation AS held ON {same} AND held.id <= ?"
        " GROUP BY given.place ORDER BY given.place",
        [*(list(column) for column in zip(*series, strict=True)), last],
    )
    return list(found)
