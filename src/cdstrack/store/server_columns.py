"""The fast lane into a record on a server: figures go in by COPY, and are compared batch by batch.

The counterpart of `cdstrack.store.columns`, whose answers it gives.
"""

from collections.abc import Iterable, Sequence
from itertools import count, repeat

from typing_extensions import override

from cdstrack.core.record.columns import ObservationColumns
from cdstrack.store.columns import Bulk, CellValues, Kept, SeriesValues, compared_columns
from cdstrack.store.schema.columns import TABLES
from cdstrack.store.server.cells import held_series, latest_rows
from cdstrack.store.server.connection import ServerConnection
from cdstrack.store.server.copy_lines import copy_column, copy_field, copy_line


def copy_rows(connection: ServerConnection, rows: Sequence[Sequence[str | int | None]]) -> None:
    """Adds figures and withdrawals, given as whole rows but for the id."""
    ids = count(connection.next_id("observation", len(rows)))
    lines = (copy_line((number, *row)) for number, row in zip(ids, rows, strict=False))
    connection.copy("observation", TABLES["observation"], lines)


def copy_columns(
    connection: ServerConnection, submission: int, figures: ObservationColumns
) -> None:
    """Adds figures to a submission, in their order."""
    fixed = {"submission": submission, "withdrawn": 0, **figures.shared}
    ids = map(str, count(connection.next_id("observation", len(figures))))
    columns = [
        copy_column(figures.columns[name])
        if name in figures.columns
        else repeat(copy_field(fixed.get(name)), len(figures))
        for name in TABLES["observation"][1:]
    ]
    lines = ("\t".join(row) + "\n" for row in zip(ids, *columns, strict=False))
    connection.copy("observation", TABLES["observation"], lines)


class ServerBulk(Bulk):
    """The comparison of one write transaction with what the record held before."""

    def __init__(self, connection: ServerConnection) -> None:
        super().__init__(connection)
        self._server = connection

    @override
    def _ask_of(self, series: Sequence[SeriesValues]) -> list[bool]:
        unknown = [each for each in dict.fromkeys(series) if each not in self._held]
        answers = held_series(self._server, unknown, self.last)
        for each, is_held in zip(unknown, answers, strict=True):
            self._held[each] = is_held
        return self._held.all(series)

    @override
    def _kept(self, cells: Sequence[CellValues]) -> Iterable[Kept | None]:
        return latest_rows(self._server, cells, compared_columns())
