"""Bulk import into a record on a server: COPY, and comparison in batches.

The counterpart of `cdstrack.store.columns`, with the same results.
"""

from collections.abc import Callable, Iterable, Sequence

from typing_extensions import override

from cdstrack.core.checks.last_figures import Last
from cdstrack.core.record.columns import ObservationColumns, Series
from cdstrack.store.columns import Bulk, CellValues, Kept, compared_columns, last_of
from cdstrack.store.schema.columns import TABLES
from cdstrack.store.server.cells import last_rows, latest_rows
from cdstrack.store.server.connection import ServerConnection
from cdstrack.store.server.lines import CANONICAL, COPY, Value

Digest = Callable[[str], object]
"""Is given the lines that a server was sent, in the canonical form."""


def copy_rows(
    connection: ServerConnection, digest: Digest, rows: Sequence[Sequence[Value]]
) -> None:
    """Adds figures and withdrawals, given as rows without the id."""
    first = connection.next_id("observation", len(rows))
    numbered = [(number, *row) for number, row in enumerate(rows, first)]
    connection.copy("observation", TABLES["observation"], map(COPY.line, numbered))
    digest("".join(map(CANONICAL.line, numbered)))


def copy_columns(
    connection: ServerConnection, digest: Digest, submission: int, figures: ObservationColumns
) -> None:
    """Adds figures, given as columns, to a submission in their order."""
    first = connection.next_id("observation", len(figures))
    ids = range(first, first + len(figures))
    known = {"id": ids, "submission": submission, "withdrawn": 0, **figures.shared}
    columns = [figures.columns.get(name, known.get(name)) for name in TABLES["observation"]]
    lines = COPY.lines(columns, len(figures))
    connection.copy("observation", TABLES["observation"], (lines,))
    digest(CANONICAL.lines(columns, len(figures)))


class ServerBulk(Bulk):
    """Compares imported figures with the record as it was before the write transaction."""

    def __init__(self, connection: ServerConnection) -> None:
        super().__init__(connection)
        self._server = connection

    @override
    def _ask_of(self, series: Sequence[Series]) -> Sequence[Last | None]:
        found = last_rows(self._server, series, self.last)
        return [None if row[0] is None else last_of(row) for row in found]

    @override
    def _kept(self, cells: Sequence[CellValues]) -> Iterable[Kept | None]:
        return latest_rows(self._server, cells, compared_columns())
