"""The entry point of the record: creates a store, or opens it for reading or writing, wherever it is.

A reader sees one unchanging state from its opening to its end, and holds the lock that keeps
writers from finishing: read everything, leave the block, then work with it.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import apsw

from cdstrack.core.record.acts import Act, Entry, Submission
from cdstrack.store.address import WAIT, Address, Server, unusable
from cdstrack.store.backup import FOLDER
from cdstrack.store.connection import (
    Connection,
    connect,
    explained,
    header,
    immediate,
    snapshot,
    take_back,
)
from cdstrack.store.filesystem import Identity, clear_leftovers, file_identity, new_file
from cdstrack.store.migrations import apply, create_on_server, migrate
from cdstrack.store.reading import Reader
from cdstrack.store.schema import STEPS, Steps
from cdstrack.store.server import connection as server
from cdstrack.store.server.connection import ServerConnection
from cdstrack.store.version_check import (
    check_server_version,
    check_version,
    refuse_missing,
    refuse_other_version,
    refuse_reader,
)

if TYPE_CHECKING:
    from cdstrack.store.writing import Write

Opened = tuple[Identity, int]
"""Which file was opened, and the version of its schema."""
_ONLY_READ: Opened = (None, 0)


class Ledger(Reader):
    """An open store. One from `open_reader` cannot be written to."""

    def append(self, act: Act, entries: Iterable[Entry]) -> Submission:
        """Keeps one act in a transaction of its own; see `Write.append`."""
        with self.writing() as write:
            return write.append(act, entries)

    def __init__(
        self,
        connection: Connection,
        path: Address,
        wait: float = WAIT,
        opened: Opened = _ONLY_READ,
    ) -> None:
        super().__init__(connection, path, wait)
        self._opened = opened

    @contextmanager
    def writing(self) -> "Iterator[Write]":
        """One transaction for looking and then appending; nobody else writes in between.

        It is kept when the block ends, and taken back whole when the block raises.

        Raises:
            StoreUnusableError: The store is locked for longer than the wait, cannot be written, or
                was replaced (by a restore) or brought up to date while this program waited.
        """
        from cdstrack.store.writing import Write

        with explained(self.path, self._wait), self._transaction():
            yield Write(self._connection, self.path, self._wait)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        connection = self._connection
        if isinstance(connection, ServerConnection):
            with server.writing(connection, self._wait):
                if check_server_version(connection) != self._opened[1]:
                    raise unusable("CDS414", self.path)
                yield
            return
        path = None if isinstance(self.path, Server) else self.path
        with immediate(connection, self._wait, self._refuse_replaced, path):
            # What was waited for may have been a restore: this file then has no name any more,
            # and what is written into it would be lost.
            self._refuse_replaced()
            if self._opened[1] != header(connection)[1]:
                raise unusable("CDS414", self.path)
            yield

    def _refuse_replaced(self) -> None:
        if self._opened[0] != _identity(self.path):
            raise unusable("CDS414", self.path)


def _identity(path: Address) -> Identity:
    return None if isinstance(path, Server) else file_identity(path)


def create_store(path: Address) -> None:
    """Makes an empty store, and its folder where only that one is missing.

    Raises:
        StoreUnusableError: The name is taken, or the file cannot be made.
    """
    if isinstance(path, Server):
        create_on_server(path)
        return
    if not path.parent.exists() and path.parent.parent.is_dir():
        try:
            path.parent.mkdir(exist_ok=True)
        except OSError as error:
            raise unusable("CDS407", path.parent, detail=error) from error
    with new_file(path) as temporary, explained(path):
        connection = connect(temporary, write=True)
        try:
            apply(connection)
        finally:
            connection.close()


@contextmanager
def open_reader(path: Address, *, wait: float = WAIT, steps: Steps = STEPS) -> Iterator[Ledger]:
    """Opens the store for reading; it never changes the file.

    The one exception is a write that an interrupted program left half done: SQLite takes it back.

    Raises:
        StoreUnusableError: The store is missing, locked, damaged, of another program, or of
            another version than this program's.
    """
    if isinstance(path, Server):
        with closing(server.snapshot(path)) as there:
            refuse_other_version(there)
            yield Ledger(there, path, wait)
        return
    refuse_missing(path)
    connection = snapshot(path, wait)
    try:
        with explained(path, wait):
            version = check_version(path, connection, steps)
        if version < len(steps):
            raise unusable("CDS406", path, found=version, known=len(steps))
        yield Ledger(connection, path, wait)
    finally:
        _close(connection)


@contextmanager
def open_writer(path: Address, *, wait: float = WAIT, steps: Steps = STEPS) -> Iterator[Ledger]:
    """Opens the store for writing; an older one is first copied and brought up to date.

    Temporary files that killed processes left beside it are removed.

    Raises:
        StoreUnusableError: The store is missing, locked, damaged, of another program, newer than
            this program, or may not be written.
    """
    if isinstance(path, Server):
        with closing(server.connect(path)) as there:
            refuse_other_version(there)
            refuse_reader(there)
            yield Ledger(there, path, wait, (None, len(steps)))
        return
    refuse_missing(path)
    for folder in (path.parent, path.parent / FOLDER):
        clear_leftovers(folder)
    migrate(path, steps=steps, wait=wait)
    identity = file_identity(path)
    connection = connect(path, write=True, wait=wait)
    try:
        yield Ledger(connection, path, wait, (identity, len(steps)))
    finally:
        _close(connection)


def _close(connection: apsw.Connection) -> None:
    take_back(connection)
    connection.close()
