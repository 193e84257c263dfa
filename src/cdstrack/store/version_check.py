"""Whether a file is a store that this program can use: there, a file, ours, and not newer."""

import sqlite3
from pathlib import Path

from cdstrack.store.connection import APPLICATION_ID, WAIT, explained, header, snapshot, unusable
from cdstrack.store.schema import STEPS, Steps


def refuse_missing(path: Path) -> None:
    """Refuses a name under which there is no file to open.

    Raises:
        StoreUnusableError: CDS401, there is nothing; CDS413, there is a folder, a pipe, a device.
    """
    if not path.exists():
        raise unusable("CDS401", path)
    if not path.is_file():
        raise unusable("CDS413", path, folder="yes" if path.is_dir() else "")


def check_version(path: Path, connection: sqlite3.Connection, steps: Steps = STEPS) -> int:
    """The version of an open store, which this program may be behind or ahead of.

    Raises:
        StoreUnusableError: The file belongs to another program, or is newer than this one.
    """
    application, version = header(connection)
    if application != APPLICATION_ID or version < 1:
        raise unusable("CDS404", path)
    if version > len(steps):
        raise unusable("CDS405", path, found=version, known=len(steps))
    return version


def admit(path: Path, *, wait: float = WAIT, steps: Steps = STEPS) -> None:
    """Refuses a file that is no store of this program or an earlier one; changes nothing.

    Raises:
        StoreUnusableError: The store is missing, locked, damaged, foreign or newer.
    """
    refuse_missing(path)
    connection = snapshot(path, wait)
    try:
        with explained(path, wait):
            check_version(path, connection, steps)
    finally:
        connection.close()
