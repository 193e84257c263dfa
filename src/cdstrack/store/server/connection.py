"""One connection to a PostgreSQL server: settings and transactions.

Owns the driver, psycopg, which is imported only if the address is that of a server. Knows nothing
of the tables but the name of their schema.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol

from cdstrack.store.address import WAIT, Server, unusable
from cdstrack.store.server.trouble import UNREACHED, explained

if TYPE_CHECKING:
    import psycopg

NAMESPACE = "cdstrack"
"""The schema of the database that holds the record, and nothing else."""
WRITERS = 0x43445354
"""The advisory lock that a program holds while it writes; the letters CDST."""
REFUSED = "CD"
"""The class of SQLSTATE with which the guards of the schema refuse a change."""
AT_ONCE = 2000
"""Rows of a long answer that are fetched together."""
_PATIENCE = {
    "application_name": "cdstrack",
    "connect_timeout": "10",
    "keepalives_idle": "10",
    "tcp_user_timeout": "30000",
}
"""What the address may say otherwise: seconds, seconds, milliseconds until a server is given up."""
_SET_UP = f"SET search_path = {NAMESPACE}, pg_temp; SET standard_conforming_strings = on"
"""`pg_temp` last: a table that a user makes for a session must not stand for one of the record."""
Parameters = Sequence[Any] | Mapping[str, Any]


class Answer(Protocol):
    """The result rows of a statement."""

    def fetchone(self) -> Any:  # noqa: ANN401 - a row, or None
        """The next row; None at the end."""

    def fetchall(self) -> list[Any]:
        """All remaining rows."""

    def __iter__(self) -> Iterator[Any]: ...


class ServerConnection:
    """The driver's connection as the store uses it; `?` is the placeholder of a parameter.

    It starts no transactions of its own. Added rows are sent while the next ones are prepared; the
    next statement waits until they have arrived.
    """

    def __init__(self, driver: "psycopg.Connection[Any]", server: Server) -> None:
        self._driver = driver
        self.server = server
        self._streams = 0
        self._streaming = 0
        self._under_way: _UnderWay | None = None
        self._last_ids: dict[str, int] = {}

    def execute(self, sql: str, parameters: Parameters = ()) -> Answer:
        """Executes a statement; the whole result is in memory."""
        self._arrive()
        if sql.startswith("ROLLBACK"):
            self._last_ids.clear()
        return self._driver.execute(_marked(sql, parameters), parameters or None)

    def stream(self, sql: str, parameters: Parameters = ()) -> Iterator[Any]:
        """The rows of a long result; inside a transaction only a few are in memory at a time."""
        from psycopg.pq import TransactionStatus

        self._arrive()
        if self._driver.info.transaction_status is TransactionStatus.IDLE:
            yield from self.execute(sql, parameters)
            return
        self._streams += 1
        self._streaming += 1
        try:
            with self._driver.cursor(f"cdstrack_{self._streams}") as cursor:
                cursor.itersize = AT_ONCE
                cursor.execute(_marked(sql, parameters), parameters or None)
                yield from cursor
        finally:
            self._streaming -= 1

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Executes a statement once for each row."""
        self._arrive()
        with self._driver.cursor() as cursor:
            cursor.executemany(_marked(sql, ("?",)), rows)

    def copy(self, table: str, columns: Iterable[str], lines: Iterable[str]) -> None:
        """Adds many rows to a table; each is a line as `copy_line` writes it.

        A refused row may be reported only by the next statement.
        """
        statement = f"COPY {table} ({', '.join(columns)}) FROM STDIN"
        if self._under_way is None or self._under_way.statement != statement:
            self._arrive()
            self._under_way = _UnderWay(self._driver, statement)
        remaining = iter(lines)
        while block := "".join(islice(remaining, AT_ONCE)):
            self._under_way.copy.write(block)
        if self._streaming:  # the answer that is read goes on over the same connection
            self._arrive()

    def next_id(self, table: str, count: int) -> int:
        """Reserves `count` ids after the last one of a table; returns the first.

        Nobody else adds rows before the transaction ends, so the server is queried only once.
        """
        if table not in self._last_ids:
            highest = self.execute(f"SELECT coalesce(max(id), 0) FROM {table}")  # noqa: S608 - our names
            self._last_ids[table] = int(highest.fetchone()[0])
        first = self._last_ids[table] + 1
        self._last_ids[table] += count
        return first

    def commit(self) -> None:
        """Commits the transaction."""
        self._arrive()
        self._last_ids.clear()
        self._driver.commit()

    def rollback(self) -> None:
        """Rolls back the transaction, if there is one."""
        self._last_ids.clear()
        if self._under_way is not None:
            under_way, self._under_way = self._under_way, None
            under_way.give_up()
        self._driver.rollback()

    def close(self) -> None:
        """Closes the connection."""
        self._driver.close()

    def _arrive(self) -> None:
        """Waits until all sent rows are in the table."""
        if self._under_way is not None:
            under_way, self._under_way = self._under_way, None
            under_way.end()


class _UnderWay:
    """A COPY in progress, to which rows can be added."""

    def __init__(self, driver: "psycopg.Connection[Any]", statement: str) -> None:
        self.statement = statement
        self._open = ExitStack()
        cursor = self._open.enter_context(driver.cursor())
        self.copy = self._open.enter_context(cursor.copy(statement.encode()))

    def end(self) -> None:
        """Waits until the rows are in the table."""
        self._open.close()

    def give_up(self) -> None:
        """Aborts without the rows; the server's report that it was aborted is ignored."""
        error = ValueError("taken back")
        with suppress(Exception):
            self._open.__exit__(ValueError, error, None)


def _marked(sql: str, parameters: Parameters) -> bytes:
    positional = parameters and not isinstance(parameters, Mapping)
    return (sql.replace("?", "%s") if positional else sql).encode()


def connect(server: Server) -> ServerConnection:
    """A connection to a database that exists.

    Raises:
        StoreUnusableError: There is no driver, no such server or database, or access is denied.
    """
    given = _parts(server)
    import psycopg
    from psycopg.conninfo import make_conninfo

    address = make_conninfo(**{**_PATIENCE, **given, "client_encoding": "utf8"})
    with explained(server, broken=UNREACHED):
        driver = psycopg.connect(address, autocommit=True)
    try:
        with explained(server):
            driver.execute(_SET_UP.encode())
            _refuse_encoding(driver, server)
    except BaseException:
        driver.close()
        raise
    return ServerConnection(driver, server)


def _parts(server: Server) -> dict[str, Any]:
    """The parts of the address.

    The driver's message about an unreadable address may contain a part of a password.
    """
    try:
        from psycopg import ProgrammingError
        from psycopg.conninfo import conninfo_to_dict
    except ImportError as error:
        raise unusable("CDS446", server) from error
    try:
        found = conninfo_to_dict(server.url)
    except ProgrammingError:
        raise unusable("CDS448", server) from None
    if not re.fullmatch("[0-9,]*", str(found.get("port") or "")):
        raise unusable("CDS448", server)
    return found


def _refuse_encoding(driver: "psycopg.Connection[Any]", server: Server) -> None:
    found = driver.info.parameter_status("server_encoding")
    if found != "UTF8":
        raise unusable("CDS449", server, encoding=found or "")


@contextmanager
def writing(connection: ServerConnection, wait: float = WAIT) -> Iterator[None]:
    """One atomic write transaction that holds the writers' lock from its start.

    Every statement sees what was committed before the lock was granted, and nobody else commits
    until it is released.

    Raises:
        StoreUnusableError: The lock was not free in time, or the connection broke.
    """
    connection.execute("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
    try:
        connection.execute(f"SET LOCAL lock_timeout = {max(1, round(wait * 1000))}")
        connection.execute(f"SELECT pg_advisory_xact_lock({WRITERS})")
        connection.execute("SET LOCAL lock_timeout = 0")
        yield
    except BaseException:
        with suppress(Exception):  # what went wrong first is what is told
            connection.rollback()
        raise
    with explained(connection.server, broken="CDS444"):
        connection.commit()


def snapshot(server: Server) -> ServerConnection:
    """A connection for reading that sees one unchanging state.

    Raises:
        StoreUnusableError: As for `connect`.
    """
    connection = connect(server)
    try:
        with explained(server):
            connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    except BaseException:
        connection.close()
        raise
    return connection
