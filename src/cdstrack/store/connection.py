"""One SQLite file, opened rightly: pragmas, transactions, and what its errors mean.

Owns everything that SQLite must be told on each connection, and turns its complaints into
problems that a person can act on. Knows nothing of what the tables hold.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import uniform
from time import monotonic, sleep

from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from cdstrack.core.problem import Problem, StoreUnusableError
from cdstrack.words.labels.vocabulary import Pair
from cdstrack.words.problems.os_errors import both, cause

APPLICATION_ID = 0x43445354
"""Marks a SQLite file as a store of cdstrack: the letters CDST in the file's header."""
WAIT = 30.0
"""Seconds that a connection waits for another program's lock before it gives up."""
_CACHE_KIB = 32 * 1024
_BETWEEN_LOOKS = (0.001, 0.012)
"""Seconds between two looks whether a lock is free: at random, within these."""

_PROBLEMS = {
    sqlite3.SQLITE_BUSY: "CDS402",
    sqlite3.SQLITE_LOCKED: "CDS402",
    sqlite3.SQLITE_CORRUPT: "CDS403",
    sqlite3.SQLITE_NOTADB: "CDS403",
    sqlite3.SQLITE_FORMAT: "CDS403",
    sqlite3.SQLITE_READONLY: "CDS407",
    sqlite3.SQLITE_PERM: "CDS407",
    sqlite3.SQLITE_CANTOPEN: "CDS407",
    sqlite3.SQLITE_AUTH: "CDS407",
    sqlite3.SQLITE_FULL: "CDS408",
    sqlite3.SQLITE_IOERR: "CDS408",
    sqlite3.SQLITE_NOLFS: "CDS408",
}
_INTERRUPTED = {sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_RECOVERY}


def unusable(code: str, path: Path, **facts: object) -> StoreUnusableError:
    """The refusal that names the store and what is wrong with it.

    An error among the facts is told in words, in both languages.
    """
    told: dict[str, str] = {}
    for name, fact in facts.items():
        if isinstance(fact, BaseException):
            told |= both(name, cause(fact))
        else:
            told |= both(name, fact) if isinstance(fact, Pair) else {name: str(fact)}
    return StoreUnusableError(Problem(code, {"path": str(path), **told}))


@contextmanager
def explained(path: Path, wait: float = WAIT) -> Iterator[None]:
    """Turns SQLite's errors about the file into a `StoreUnusableError` that says what to do.

    Anything else, such as a row that the schema refuses, is a mistake of this program and goes on
    as it is.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        code = _problem_code(cause)
        if code is None:
            raise
        raise unusable(code, path, detail=cause, seconds=f"{wait:g}") from error


def _problem_code(cause: BaseException | None) -> str | None:
    number = getattr(cause, "sqlite_errorcode", None)
    if number is None:
        return None
    if number in _INTERRUPTED:
        return "CDS409"
    if number == sqlite3.SQLITE_ERROR and str(cause).startswith("no such"):
        return "CDS403"
    return _PROBLEMS.get(number & 0xFF)


def connect(path: Path, *, write: bool, wait: float = WAIT) -> Connection:
    """A connection to a file that exists; a reading one cannot change it.

    The driver starts no transactions of its own: on Python 3.11 those it starts let CREATE TABLE
    survive a rollback, and they take the lock too late for a check before a write.

    Raises:
        StoreUnusableError: The file cannot be opened.
    """
    mode = "rw" if write else "ro"

    def opened() -> sqlite3.Connection:
        return sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            timeout=wait,
        )

    engine = create_engine(
        "sqlite://", creator=opened, poolclass=NullPool, isolation_level="AUTOCOMMIT"
    )
    with explained(path, wait):
        connection = engine.connect()
        try:
            _set_up(connection, write=write)
        except BaseException:
            connection.close()
            raise
    return connection


def _set_up(connection: Connection, *, write: bool) -> None:
    pragmas = ["foreign_keys = ON", "recursive_triggers = ON", "trusted_schema = OFF"]
    if write:
        # DELETE, not WAL: offices keep files on network shares, where WAL loses data.
        pragmas += ["synchronous = FULL", "journal_mode = DELETE", f"cache_size = -{_CACHE_KIB}"]
    for pragma in pragmas:
        connection.exec_driver_sql(f"PRAGMA {pragma}").close()


def header(connection: Connection) -> tuple[int, int]:
    """The file's application id and the version of its schema."""
    application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    return int(application), int(version)


def begin(connection: Connection, *statements: str, wait: float = WAIT) -> None:
    """Runs the statements that open a transaction, as soon as other programs let it.

    SQLite itself would look less and less often, at last every tenth of a second, and would miss
    the short moments between the writes of several busy programs.

    Raises:
        DBAPIError: Another program held its lock for the whole wait, or something else is wrong.
    """
    deadline = monotonic() + wait
    connection.exec_driver_sql("PRAGMA busy_timeout = 0")
    try:
        while not _begun(connection, statements, last=monotonic() >= deadline):
            sleep(uniform(*_BETWEEN_LOOKS))  # noqa: S311 - so that two do not look in step
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {round(wait * 1000)}")


def _begun(connection: Connection, statements: tuple[str, ...], *, last: bool) -> bool:
    try:
        for statement in statements:
            connection.exec_driver_sql(statement).close()
    except DBAPIError as error:
        number = getattr(error.orig, "sqlite_errorcode", 0)
        if last or number != sqlite3.SQLITE_BUSY:
            raise
        roll_back(connection)
        return False
    return True


@contextmanager
def immediate(connection: Connection, wait: float = WAIT) -> Iterator[None]:
    """One write transaction that holds the lock from its start; whole or not at all."""
    begin(connection, "BEGIN IMMEDIATE", wait=wait)
    try:
        yield
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        roll_back(connection)
        raise


def roll_back(connection: Connection) -> None:
    """Ends the open transaction, if there still is one: after some errors SQLite has ended it."""
    driver = connection.connection.driver_connection
    if isinstance(driver, sqlite3.Connection) and driver.in_transaction:
        connection.exec_driver_sql("ROLLBACK")


def snapshot(path: Path, wait: float = WAIT) -> Connection:
    """A connection for reading that sees one unchanging state from now to its end.

    What an interrupted program left half written is taken back first.

    Raises:
        StoreUnusableError: The file cannot be opened or is no SQLite file.
    """
    try:
        return _held(path, wait)
    except StoreUnusableError as error:
        if error.problems[0].code != "CDS409":
            raise
    recover(path, wait)
    return _held(path, wait)


def _held(path: Path, wait: float) -> Connection:
    connection = connect(path, write=False, wait=wait)
    try:
        with explained(path, wait):
            begin(connection, "BEGIN", "SELECT count(*) FROM sqlite_schema", wait=wait)
    except BaseException:
        roll_back(connection)
        connection.close()
        raise
    return connection


def recover(path: Path, wait: float = WAIT) -> None:
    """Takes back what an interrupted program left half written.

    SQLite does so by itself, but only for a connection that may write.

    Raises:
        StoreUnusableError: The file or its folder may not be written.
    """
    with explained(path, wait):
        connection = connect(path, write=True, wait=wait)
        try:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").close()
        finally:
            connection.close()
