"""One SQLite file: pragmas, transactions, and the meaning of its errors.

Sets every connection up the same way, and turns SQLite's errors into problems that a person can act
on. Knows nothing of the tables.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from random import uniform
from time import monotonic, sleep
from typing import Any, Literal

import apsw

from cdstrack.core.problem import StoreUnusableError
from cdstrack.store.address import BETWEEN_LOOKS, WAIT, Address, Server, unusable
from cdstrack.store.folder_lock import name_stays
from cdstrack.store.server import trouble
from cdstrack.store.server.connection import Parameters, ServerConnection

APPLICATION_ID = 0x43445354
"""Marks a SQLite file as a store of cdstrack: the letters CDST in the file's header."""
_CACHE_KIB = 32 * 1024
_FLAGS = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_URI
"""The most that a connection may do; the mode in its address says what it does."""
Mode = Literal["ro", "rw", "rwc"]
"""How a file is opened: for reading, for writing, for writing even if it must be made."""

_PROBLEMS = {
    apsw.SQLITE_BUSY: "CDS402",
    apsw.SQLITE_LOCKED: "CDS402",
    apsw.SQLITE_CORRUPT: "CDS403",
    apsw.SQLITE_NOTADB: "CDS403",
    apsw.SQLITE_FORMAT: "CDS403",
    apsw.SQLITE_TOOBIG: "CDS403",
    apsw.SQLITE_NOMEM: "CDS403",
    apsw.SQLITE_READONLY: "CDS407",
    apsw.SQLITE_PERM: "CDS407",
    apsw.SQLITE_CANTOPEN: "CDS407",
    apsw.SQLITE_AUTH: "CDS407",
    apsw.SQLITE_FULL: "CDS408",
    apsw.SQLITE_IOERR: "CDS408",
    apsw.SQLITE_NOLFS: "CDS408",
}
_MADE_OTHERWISE = ("no such", "malformed", "JSON cannot hold BLOB")
"""What SQLite says where the file's structure or a value is not as this program made it."""
_INTERRUPTED = {apsw.SQLITE_READONLY_ROLLBACK, apsw.SQLITE_READONLY_RECOVERY}


Connection = apsw.Connection | ServerConnection
"""An open store, whichever it is."""


def stream(connection: Connection, sql: str, parameters: Parameters = ()) -> Iterator[Any]:
    """The rows of an answer one by one; there may be a million of them."""
    if isinstance(connection, ServerConnection):
        return connection.stream(sql, parameters)
    return connection.execute(sql, parameters)


def only_row(connection: Connection, sql: str, parameters: Parameters = ()) -> tuple[Any, ...]:
    """The row of an answer that always has one and no more."""
    (row,) = connection.execute(sql, parameters)
    return tuple(row)


def as_bytes(column: str, connection: Connection) -> str:
    """SQL for a text as its bytes, whatever they are: a damaged file may hold what is no text."""
    on_server = isinstance(connection, ServerConnection)
    return f"convert_to({column}, 'UTF8')" if on_server else f"CAST({column} AS BLOB)"


@contextmanager
def explained(path: Address, wait: float = WAIT) -> Iterator[None]:
    """Turns the database's errors into a `StoreUnusableError` that says what to do.

    Anything else, such as a row that the schema refuses, is a mistake of this program and goes on
    as it is.
    """
    if isinstance(path, Server):
        with trouble.explained(path, wait):
            yield
        return
    try:
        yield
    except UnicodeDecodeError as error:
        raise unusable("CDS403", path, detail=error) from error
    except apsw.Error as error:
        code = _problem_code(error)
        if code is None:
            raise
        raise unusable(code, path, detail=error, seconds=f"{wait:g}") from error


def _problem_code(error: apsw.Error) -> str | None:
    number = getattr(error, "result", None)
    if number is None:  # the driver's own error
        return None
    if getattr(error, "extendedresult", None) in _INTERRUPTED:
        return "CDS409"
    if number == apsw.SQLITE_ERROR and str(error).startswith(_MADE_OTHERWISE):
        return "CDS403"
    return _PROBLEMS.get(number)


def open_file(path: Path, mode: Mode = "ro", wait: float = WAIT) -> apsw.Connection:
    """A connection to a file, with SQLite's own settings.

    Args:
        path: The file. SQLite is given an address, as a name may hold bytes that are no text.
        mode: Whether to read or to write, and whether to make a file that is not there.
        wait: Seconds to wait for a lock.

    Raises:
        apsw.Error: The file cannot be opened.
    """
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = apsw.Connection(address, flags=_FLAGS)
    connection.set_busy_timeout(round(wait * 1000))
    return connection


def connect(path: Path, *, write: bool, wait: float = WAIT) -> apsw.Connection:
    """A connection to a file that exists, set up as a store's; a reading one cannot change it.

    Raises:
        StoreUnusableError: The file cannot be opened.
    """
    with explained(path, wait), name_stays(path, wait):
        connection = open_file(path, "rw" if write else "ro", wait)
        try:
            _set_up(connection, write=write)
        except BaseException:
            connection.close()
            raise
    return connection


def _set_up(connection: apsw.Connection, *, write: bool) -> None:
    pragmas = ["foreign_keys = ON", "recursive_triggers = ON", "trusted_schema = OFF"]
    if write:
        # DELETE, not WAL: offices keep files on network shares, where WAL loses data.
        pragmas += ["synchronous = FULL", "journal_mode = DELETE", f"cache_size = -{_CACHE_KIB}"]
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}").close()


def header(connection: apsw.Connection) -> tuple[int, int]:
    """The file's application id and the version of its schema."""
    (application,) = only_row(connection, "PRAGMA application_id")
    (version,) = only_row(connection, "PRAGMA user_version")
    return application, version


def at_once() -> None:
    """Looks at nothing before a lock is asked for."""


def begin(
    connection: apsw.Connection,
    *statements: str,
    wait: float = WAIT,
    look: Callable[[], None] = at_once,
    path: Path | None = None,
) -> None:
    """Runs the statements that open a transaction, as soon as other programs let it.

    `look` is called each time before, and may raise: a file that was replaced meanwhile must not be
    locked any more. Between look and lock it cannot be, where `path` is given: the file, which others
    may replace. See `cdstrack.store.folder_lock`.

    SQLite itself would look less and less often, at last every tenth of a second, and would miss
    the short moments between the writes of several busy programs.

    Raises:
        apsw.Error: Another program held its lock for the whole wait, or something else is wrong.
        StoreUnusableError: CDS402, a restore was at work for the whole wait.
    """
    deadline = monotonic() + wait
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            with nullcontext() if path is None else name_stays(path, wait):
                look()
                if _begun(connection, statements, last=monotonic() >= deadline):
                    return
            sleep(uniform(*BETWEEN_LOOKS))  # noqa: S311 - so that two do not look in step
    finally:
        connection.execute(f"PRAGMA busy_timeout = {round(wait * 1000)}")


def _begun(connection: apsw.Connection, statements: tuple[str, ...], *, last: bool) -> bool:
    try:
        for statement in statements:
            connection.execute(statement).close()
    except apsw.Error as error:
        if last or getattr(error, "result", None) != apsw.SQLITE_BUSY:
            raise
        take_back(connection)
        return False
    return True


@contextmanager
def immediate(
    connection: apsw.Connection,
    wait: float = WAIT,
    look: Callable[[], None] = at_once,
    path: Path | None = None,
) -> Iterator[None]:
    """One write transaction that holds the lock from its start; whole or not at all.

    `look` and `path` are those of `begin`.
    """
    begin(connection, "BEGIN IMMEDIATE", wait=wait, look=look, path=path)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        take_back(connection)
        raise


def take_back(connection: apsw.Connection) -> None:
    """Ends the transaction that is open, if there is one, without keeping anything of it."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def snapshot(path: Path, wait: float = WAIT) -> apsw.Connection:
    """A connection for reading that sees one unchanging state from now to its end.

    What an interrupted program left half written is taken back first.

    Raises:
        StoreUnusableError: The file cannot be opened or is no SQLite file.
    """
    try:
        return _newest(path, wait)
    except StoreUnusableError as error:
        if error.problems[0].code != "CDS409":
            raise
    recover(path, wait)
    return _newest(path, wait)


class _ReplacedError(Exception):
    """Another file has taken the place of the one that was opened."""


def _newest(path: Path, wait: float) -> apsw.Connection:
    """The same of the file that has the name when the lock is given."""
    while True:
        with suppress(_ReplacedError):
            return _held(path, wait)


def _held(path: Path, wait: float) -> apsw.Connection:
    opened = _file_number(path)
    connection = connect(path, write=False, wait=wait)

    def look() -> None:
        if _file_number(path) != opened:
            raise _ReplacedError

    try:
        with explained(path, wait):
            reading = "SELECT count(*) FROM sqlite_schema"
            begin(connection, "BEGIN", reading, wait=wait, look=look, path=path)
    except BaseException:
        take_back(connection)
        connection.close()
        raise
    return connection


def _file_number(path: Path) -> int | None:
    try:
        return path.stat().st_ino
    except OSError:
        return None


def recover(path: Path, wait: float = WAIT) -> None:
    """Takes back what an interrupted program left half written.

    SQLite does so by itself, but only for a connection that may write.

    Raises:
        StoreUnusableError: The file or its folder may not be written.
    """
    with explained(path, wait), name_stays(path, wait):
        connection = connect(path, write=True, wait=wait)
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").close()
        finally:
            connection.close()
