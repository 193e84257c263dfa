"""One SQLite file: pragmas, transactions, and the meaning of its errors.

Sets every connection up the same way, and turns SQLite's errors into problems that a person can act
on. Knows nothing of the tables.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import uniform
from time import monotonic, sleep
from typing import Any

from cdstrack.core.problem import StoreUnusableError
from cdstrack.store import server_trouble
from cdstrack.store.address import WAIT, Address, Server, unusable
from cdstrack.store.server import Parameters, ServerConnection

APPLICATION_ID = 0x43445354
"""Marks a SQLite file as a store of cdstrack: the letters CDST in the file's header."""
_CACHE_KIB = 32 * 1024
_BETWEEN_LOOKS = (0.001, 0.012)
"""Seconds between two looks whether a lock is free: at random, within these."""

_PROBLEMS = {
    sqlite3.SQLITE_BUSY: "CDS402",
    sqlite3.SQLITE_LOCKED: "CDS402",
    sqlite3.SQLITE_CORRUPT: "CDS403",
    sqlite3.SQLITE_NOTADB: "CDS403",
    sqlite3.SQLITE_FORMAT: "CDS403",
    sqlite3.SQLITE_TOOBIG: "CDS403",
    sqlite3.SQLITE_NOMEM: "CDS403",
    sqlite3.SQLITE_READONLY: "CDS407",
    sqlite3.SQLITE_PERM: "CDS407",
    sqlite3.SQLITE_CANTOPEN: "CDS407",
    sqlite3.SQLITE_AUTH: "CDS407",
    sqlite3.SQLITE_FULL: "CDS408",
    sqlite3.SQLITE_IOERR: "CDS408",
    sqlite3.SQLITE_NOLFS: "CDS408",
}
_MADE_OTHERWISE = ("no such", "malformed", "JSON cannot hold BLOB")
"""What SQLite says where the file's structure or a value is not as this program made it."""
_INTERRUPTED = {sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_RECOVERY}


Connection = sqlite3.Connection | ServerConnection
"""An open store, whichever it is."""


def stream(connection: Connection, sql: str, parameters: Parameters = ()) -> Iterator[Any]:
    """The rows of an answer one by one; there may be a million of them."""
    if isinstance(connection, ServerConnection):
        return connection.stream(sql, parameters)
    return connection.execute(sql, parameters)


@contextmanager
def explained(path: Address, wait: float = WAIT) -> Iterator[None]:
    """Turns the database's errors into a `StoreUnusableError` that says what to do.

    Anything else, such as a row that the schema refuses, is a mistake of this program and goes on
    as it is.
    """
    if isinstance(path, Server):
        with server_trouble.explained(path, wait):
            yield
        return
    try:
        yield
    except UnicodeDecodeError as error:
        raise unusable("CDS403", path, detail=error) from error
    except sqlite3.Error as error:
        code = _problem_code(error)
        if code is None:
            raise
        raise unusable(code, path, detail=error, seconds=f"{wait:g}") from error


def _problem_code(error: sqlite3.Error) -> str | None:
    number = getattr(error, "sqlite_errorcode", None)
    if number is None:
        # The driver's own error: a text of the file is none.
        return "CDS403" if str(error).startswith("Could not decode") else None
    if number in _INTERRUPTED:
        return "CDS409"
    if number == sqlite3.SQLITE_ERROR and str(error).startswith(_MADE_OTHERWISE):
        return "CDS403"
    return _PROBLEMS.get(number & 0xFF)


def connect(path: Path, *, write: bool, wait: float = WAIT) -> sqlite3.Connection:
    """A connection to a file that exists; a reading one cannot change it.

    The driver starts no transactions of its own: on Python 3.11 those it starts let CREATE TABLE
    survive a rollback, and they take the lock too late for a check before a write.

    Raises:
        StoreUnusableError: The file cannot be opened.
    """
    address = f"{path.absolute().as_uri()}?mode={'rw' if write else 'ro'}"
    with explained(path, wait):
        connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=wait)
        try:
            _set_up(connection, write=write)
        except BaseException:
            connection.close()
            raise
    return connection


def _set_up(connection: sqlite3.Connection, *, write: bool) -> None:
    pragmas = ["foreign_keys = ON", "recursive_triggers = ON", "trusted_schema = OFF"]
    if write:
        # DELETE, not WAL: offices keep files on network shares, where WAL loses data.
        pragmas += ["synchronous = FULL", "journal_mode = DELETE", f"cache_size = -{_CACHE_KIB}"]
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}").close()


def header(connection: sqlite3.Connection) -> tuple[int, int]:
    """The file's application id and the version of its schema."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return application, version


def _at_once() -> None:
    """Looks at nothing before a lock is asked for."""


def begin(
    connection: sqlite3.Connection,
    *statements: str,
    wait: float = WAIT,
    look: Callable[[], None] = _at_once,
) -> None:
    """Runs the statements that open a transaction, as soon as other programs let it.

    `look` is called each time before, and may raise: a file that was replaced meanwhile must not be
    locked any more. SQLite would take the journal of the new file, which has the same name, for one
    that was left behind, write its pages into the old file and delete it.

    SQLite itself would look less and less often, at last every tenth of a second, and would miss
    the short moments between the writes of several busy programs.

    Raises:
        sqlite3.Error: Another program held its lock for the whole wait, or something else is wrong.
    """
    deadline = monotonic() + wait
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        look()
        while not _begun(connection, statements, last=monotonic() >= deadline):
            sleep(uniform(*_BETWEEN_LOOKS))  # noqa: S311 - so that two do not look in step
            look()
    finally:
        connection.execute(f"PRAGMA busy_timeout = {round(wait * 1000)}")


def _begun(connection: sqlite3.Connection, statements: tuple[str, ...], *, last: bool) -> bool:
    try:
        for statement in statements:
            connection.execute(statement).close()
    except sqlite3.Error as error:
        if last or error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        connection.rollback()
        return False
    return True


@contextmanager
def immediate(
    connection: sqlite3.Connection, wait: float = WAIT, look: Callable[[], None] = _at_once
) -> Iterator[None]:
    """One write transaction that holds the lock from its start; whole or not at all."""
    begin(connection, "BEGIN IMMEDIATE", wait=wait, look=look)
    try:
        yield
        connection.commit()
    except BaseException:
        connection.rollback()
        raise


def snapshot(path: Path, wait: float = WAIT) -> sqlite3.Connection:
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


def _newest(path: Path, wait: float) -> sqlite3.Connection:
    """The same of the file that has the name when the lock is given."""
    while True:
        with suppress(_ReplacedError):
            return _held(path, wait)


def _held(path: Path, wait: float) -> sqlite3.Connection:
    opened = _file_number(path)
    connection = connect(path, write=False, wait=wait)

    def look() -> None:
        if _file_number(path) != opened:
            raise _ReplacedError

    try:
        with explained(path, wait):
            begin(connection, "BEGIN", "SELECT count(*) FROM sqlite_schema", wait=wait, look=look)
    except BaseException:
        connection.rollback()
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
    with explained(path, wait):
        connection = connect(path, write=True, wait=wait)
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").close()
        finally:
            connection.close()
