"""Bringing a store to this program's version: all steps or none, after an automatic backup.

`user_version` in the file's header says which step the file has reached.
"""

import sqlite3
from pathlib import Path

from cdstrack.store.backup import backup_beside
from cdstrack.store.chain import CHAINED_SINCE, seal
from cdstrack.store.connection import (
    APPLICATION_ID,
    WAIT,
    connect,
    explained,
    header,
    immediate,
)
from cdstrack.store.schema import STEPS, Steps
from cdstrack.store.version_check import check_version


def apply(connection: sqlite3.Connection, steps: Steps = STEPS) -> None:
    """Brings the open file to the last version, in one transaction.

    Foreign keys are off while the steps run (a table may have to be built anew) and are checked
    before the end; the version is read inside the lock, so that two programs that come together
    do the work once.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    with immediate(connection):
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


def migrate(path: Path, *, steps: Steps = STEPS, wait: float = WAIT) -> Path | None:
    """Brings an older store to this program's version and returns the backup made before it.

    Returns null, and touches nothing, where the store is up to date.

    Raises:
        StoreUnusableError: The store cannot be opened, copied or written, is of another program,
            or is newer than this one.
    """
    with explained(path, wait):
        connection = connect(path, write=True, wait=wait)
        try:
            version = check_version(path, connection, steps)
            if version == len(steps):
                return None
            kept = backup_beside(path, f"before-version-{len(steps)}", wait=wait, steps=steps)
            apply(connection, steps)
        finally:
            connection.close()
    return kept


def migrate_copy(path: Path, *, steps: Steps = STEPS) -> None:
    """Brings a copy that nobody else uses to this program's version, without a backup.

    Raises:
        StoreUnusableError: The file is no store, or cannot be written.
    """
    with explained(path):
        connection = connect(path, write=True)
        try:
            if check_version(path, connection, steps) < len(steps):
                apply(connection, steps)
        finally:
            connection.close()
