"""The fast lane into a record on a server: figures go in by COPY, and are compared batch by batch.

The counterpart of `cdstrack.store.columns`, whose answers it gives.
"""

from collections.abc import Iterable, Sequence
from itertools import count, repeat

from typing_extensions import override

from cdstrack.core.record.columns import ObservationColumns
from cdstrack.store.columns import Bulk, CellValues, Kept, SeriesValues, compared_columns, last_id
from cdstrack.store.schema.columns import TABLES
from cdstrack.store.server import ServerConnection, copy_column, copy_field, copy_line
from cdstrack.store.server_cells import held_series, latest_rows


def copy_rows(connection: ServerConnection, rows: Iterable[Sequence[str | int | None]]) -> None:
    """Adds figures and withdrawals, given as whole rows but for the id."""
    numbered = zip(count(last_id(connection) + 1), rows, strict=False)
    lines = (copy_line((number, *row)) for number, row in numbered)
    connection.copy("observation", TABLES["observation"], lines)


def copy_columns(
    connection: ServerConnection, submission: int, figures: ObservationColumns
) -> None:
    """Adds figures to a submission, in their order."""
    fixed = {"submission": submission, "withdrawn": 0, **figures.shared}
    names = ("id", *fixed, *figures.columns)
    same = "\t".join(map(copy_field, fixed.values()))
    ids = map(str, count(last_id(connection) + 1))
    columns = [copy_column(each) for each in figures.columns.values()]
    rows = zip(*columns, strict=True) if columns else repeat((), len(figures))
    lines = ("\t".join((number, same, *row)) + "\n" for row, number in zip(rows, ids, strict=False))
    connection.copy("observation", names, lines)


class ServerBulk(Bulk):
    """The comparison of one write transaction with what the record held before."""

    def __init__(self, connection: ServerConnection) -> None:
        super().__init__(connection)
        self._server = connection

    @override
    def _are_held(self, series: Sequence[SeriesValues]) -> list[bool]:
        unknown = [each for each in dict.fromkeys(series) if each not in self._held]
        answers = held_series(self._server, unknown, self.last)
        for each, is_held in zip(unknown, answers, strict=True):
            self._held[each] = is_held
        return self._held.all(series)

    @override
    def _kept(self, cells: Sequence[CellValues]) -> Iterable[Kept | None]:
        return latest_rows(self._server, cells, compared_columns())
