"""The rows of each submission as lines of the canonical form, from either database.

Owns that form, which the chain digests: the submission and its rows as JSON arrays, one a line, by
table and id, each in the released order of its columns. Texts stand as they are stored, numbers in
millionths. The database writes the arrays, so that a million rows cost little more than reading
them, and bytes that are no text do no harm; PostgreSQL writes the same ones as SQLite. Only figures
on their way to a server are written by this program, while the server is at work.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

import apsw

from cdstrack.store.connection import Connection, only_row, stream
from cdstrack.store.schema.columns import TABLES
from cdstrack.store.server.connection import ServerConnection

Line = bytes | str
COLUMNS = {
    table: columns for table, columns in TABLES.items() if table not in {"plan_version", "chain"}
}
"""The tables whose rows belong to a submission, and their columns in the order of the form."""
FIGURES = "observation"
_OWNERS = {"submission": "id", "database_user": "sealed_in"}
_AT_ONCE = 2000


def owner(table: str) -> str:
    """The column that names the submission with whose digest a row is sealed."""
    return _OWNERS.get(table, "submission")


def line_of(table: str, connection: Connection) -> str:
    """SQL for a row's line in the canonical form: bytes from a file, text from a server."""
    if isinstance(connection, ServerConnection):
        items = (f"coalesce(to_json({column})::text, 'null')" for column in COLUMNS[table])
        return f"'[' || concat_ws(',', {', '.join(items)}) || E']\\n'"
    return f"CAST({_array(table)} AS BLOB)"


def _array(table: str) -> str:
    return f"json_array({', '.join(COLUMNS[table])}) || char(10)"


def tables_of(connection: Connection) -> list[str]:
    """The tables of the form that the store has: an older version of the schema lacks the last."""
    if isinstance(connection, ServerConnection):
        return list(COLUMNS)
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    there = {name for (name,) in names}
    return [table for table in COLUMNS if table in there]


def lines_of(connection: Connection, submission: int, tables: Iterable[str]) -> Iterator[Line]:
    """The lines of one submission, which may be very many; some may come together as one."""
    for table in tables:
        if table == FIGURES and not isinstance(connection, ServerConnection):
            yield from _blocks(connection, submission)
            continue
        found = stream(
            connection,
            f"SELECT {line_of(table, connection)} FROM {table}"  # noqa: S608 - our names
            f" WHERE {owner(table)} = ? ORDER BY {COLUMNS[table][0]}",
            (submission,),
        )
        yield from map(itemgetter(0), found)


def _blocks(connection: apsw.Connection, submission: int) -> Iterator[bytes]:
    """The figures of one submission in a file, some hundred lines at a time."""
    end = "SELECT {0}(id) FROM observation WHERE submission = ?"
    first, last = (
        only_row(connection, end.format(which), (submission,))[0] or 0 for which in ("min", "max")
    )
    # Along the ids: going from the index of submissions to each row would take as long again.
    lines = (
        f"SELECT {_array('observation')} AS line FROM observation"  # noqa: S608 - our names
        " WHERE id BETWEEN ? AND ? AND +submission = ? ORDER BY id"
    )
    together = f"SELECT CAST(group_concat(line, '') AS BLOB) FROM ({lines})"  # noqa: S608 - ours
    for begin in range(first, last + 1, _AT_ONCE):
        ids = (begin, min(begin + _AT_ONCE - 1, last))
        (block,) = only_row(connection, together, (*ids, submission))
        yield block or b""


_Group = tuple[int, Iterator[tuple[int, Line]]]


class _Table:
    """The rows of a table by their submissions, in order; each group is read before the next one."""

    def __init__(self, connection: Connection, name: str) -> None:
        self._groups = _grouped(connection, name)
        self._next = next(self._groups, None)
        self.strays: set[int] = set()
        """Submissions that are not there, though rows say that they are theirs."""

    def lines(self, submission: int) -> Iterator[Line]:
        """Those of the submission that follows the one asked for before."""
        while (group := self._next) is not None and group[0] < submission:
            self._pass_over(group)
        if group is not None and group[0] == submission:
            yield from map(itemgetter(1), group[1])
            self._next = next(self._groups, None)

    def end(self) -> None:
        """Passes over what is left after the last submission."""
        while self._next is not None:
            self._pass_over(self._next)

    def _pass_over(self, group: _Group) -> None:
        self.strays.add(group[0])
        self._next = next(self._groups, None)


def by_submission(connection: Connection, strays: set[int]) -> Iterator[tuple[int, Iterator[Line]]]:
    """Each submission with its lines; each must be read before the next one is asked for.

    `strays` gets the submissions that are not there though rows say that they are theirs. An
    account may wait for the submission with which it is sealed.
    """
    beside = [table for table in tables_of(connection) if table != "submission"]
    tables = {name: _Table(connection, name) for name in beside}
    for submission, lines in _grouped(connection, "submission"):
        yield submission, _merged(submission, lines, tables.values())
    for name, table in tables.items():
        table.end()
        if owner(name) == "submission":
            strays |= table.strays


def _grouped(connection: Connection, table: str) -> Iterator[_Group]:
    found = stream(
        connection,
        f"SELECT {owner(table)}, {line_of(table, connection)} FROM {table}"  # noqa: S608 - our names
        f" ORDER BY {owner(table)}, {COLUMNS[table][0]}",
    )
    # A damaged row may belong to nothing, or to what is no number: the submission that lacks it tells.
    for submission, lines in groupby(found, key=itemgetter(0)):
        if isinstance(submission, int):
            yield submission, lines


def _merged(
    submission: int, own: Iterator[tuple[int, Line]], tables: Iterable[_Table]
) -> Iterator[Line]:
    yield from map(itemgetter(1), own)
    for table in tables:
        yield from table.lines(submission)
