"""Migrates a store to this program's version: all steps or none, after an automatic backup.

`user_version` in the file's header says which step the file has reached.
"""

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import apsw

from cdstrack.store.address import WAIT, Address, Server, unusable
from cdstrack.store.backup import backup_beside
from cdstrack.store.chain import CHAINED_SINCE, seal
from cdstrack.store.connection import (
    APPLICATION_ID,
    at_once,
    connect,
    explained,
    header,
    immediate,
)
from cdstrack.store.filesystem import Identity, file_identity
from cdstrack.store.folder_lock import name_stays
from cdstrack.store.schema import FIRST_ON_SERVER, STEPS, Steps, server_step
from cdstrack.store.server import connection as server
from cdstrack.store.server import trouble
from cdstrack.store.version_check import check_server_version, check_version


def apply(
    connection: apsw.Connection,
    steps: Steps = STEPS,
    look: Callable[[], None] = at_once,
    path: Path | None = None,
) -> None:
    """Brings the open file to the last version, in one transaction.

    Foreign keys are off while the steps run (a table may have to be built anew) and are checked
    before the end; the version is read inside the lock, so that two programs that come together
    do the work once.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    with immediate(connection, look=look, path=path):
        _, version = header(connection)
        for number, step in enumerate(steps[version:], version + 1):
            for statement in step:
                connection.execute(statement)
            if number == CHAINED_SINCE:
                seal(connection)
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise ValueError(f"rows without the row they refer to: {broken[:3]}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {max(version, len(steps))}")
    connection.execute("PRAGMA foreign_keys = ON")


def create_on_server(place: Server) -> None:
    """Makes an empty store in a database; what else is in the database stays as it is.

    Raises:
        StoreUnusableError: CDS410, it has one; or this account may not make one.
    """
    with (
        closing(server.connect(place)) as connection,
        trouble.explained(place),
        server.writing(connection),
    ):
        if check_server_version(connection):
            raise unusable("CDS410", place)
        make_on_server(connection)


def make_on_server(connection: server.ServerConnection) -> None:
    """The same inside a transaction of the caller, which looked whether there is one."""
    connection.execute(f"CREATE SCHEMA {server.NAMESPACE}")
    _apply_on_server(connection, range(FIRST_ON_SERVER, len(STEPS) + 1), server_step)


def _apply_on_server(
    connection: server.ServerConnection, numbers: range, step: Callable[[int], str]
) -> None:
    for number in numbers:
        connection.execute(step(number))
        connection.execute("INSERT INTO schema_version (version) VALUES (?)", (number,))


def migrate(path: Address, *, steps: Steps = STEPS, wait: float = WAIT) -> Address | None:
    """Brings an older store to this program's version and returns the backup made before it.

    A server keeps its own backups; the address is returned instead.

    Returns None, and touches nothing, where the store is up to date.

    Raises:
        StoreUnusableError: The store cannot be opened, copied or written, is of another program,
            or is newer than this one.
    """
    if isinstance(path, Server):
        return path if migrate_on_server(path) else None
    with explained(path, wait):
        with name_stays(path, wait):
            opened = file_identity(path)
            connection = connect(path, write=True, wait=wait)
            version = _version(path, connection, steps)
        try:
            if version == len(steps):
                return None
            kept = backup_beside(path, f"before-version-{len(steps)}", wait=wait, steps=steps)
            apply(connection, steps, partial(_refuse_replaced, path, opened), path)
        finally:
            connection.close()
    return kept


def _version(path: Path, connection: apsw.Connection, steps: Steps) -> int:
    """The version of the open file, which is closed where it is none that this program can use."""
    try:
        return check_version(path, connection, steps)
    except BaseException:
        connection.close()
        raise


def _refuse_replaced(path: Path, opened: Identity) -> None:
    if file_identity(path) != opened:
        raise unusable("CDS414", path)


def migrate_on_server(
    place: Server, latest: int = len(STEPS), step: Callable[[int], str] = server_step
) -> bool:
    """Brings an older store on a server to a version: all steps or none, without a backup.

    Returns:
        Whether there was anything to do.

    Raises:
        StoreUnusableError: There is no store, it is newer, or this account does not own it.
    """
    with (
        closing(server.connect(place)) as connection,
        trouble.explained(place),
        server.writing(connection),
    ):
        version = check_server_version(connection)
        if not version:
            raise unusable("CDS401", place)
        _apply_on_server(connection, range(version + 1, latest + 1), step)
        return version < latest


def migrate_copy(path: Path) -> None:
    """Brings a copy that nobody else uses to this program's version, without a backup.

    Raises:
        StoreUnusableError: The file is no store, or cannot be written.
    """
    with explained(path):
        connection = connect(path, write=True)
        try:
            if check_version(path, connection, STEPS) < len(STEPS):
                apply(connection, STEPS)
        finally:
            connection.close()
