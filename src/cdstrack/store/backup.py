"""Copies of the store, made while others use it and verified before they get their name."""

import itertools
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from cdstrack.store.connection import WAIT, explained, recover, unusable
from cdstrack.store.new_file import new_file


def backup(path: Path, to: Path, *, wait: float = WAIT) -> None:
    """Copies the store to a new file, whole and verified or not at all.

    Writers go on meanwhile: SQLite's online backup copies one consistent state.

    Raises:
        StoreUnusableError: The store cannot be read, the copy cannot be written or is not sound,
            or `to` is taken.
    """
    if not path.is_file():
        raise unusable("CDS401", path)
    with new_file(to) as temporary:
        with explained(path, wait):
            _copy(path, temporary, wait)
        _verify(temporary, to)


def backup_beside(path: Path, label: str, *, wait: float = WAIT) -> Path:
    """Copies the store into the folder `backups` beside it, under its own name and a label.

    A number is added where that name is taken: an earlier backup is never replaced.

    Raises:
        StoreUnusableError: As for `backup`.
    """
    folder = path.parent / "backups"
    try:
        folder.mkdir(mode=0o750, exist_ok=True)
    except OSError as error:
        raise unusable("CDS407", folder, detail=error.strerror or error) from error
    names = (f"{path.stem}-{label}{number}{path.suffix}" for number in _numbers())
    to = next(folder / name for name in names if not os.path.lexists(folder / name))
    backup(path, to, wait=wait)
    return to


def _numbers() -> Iterator[str]:
    return itertools.chain([""], (f"-{number}" for number in itertools.count(2)))


def _copy(path: Path, to: Path, wait: float) -> None:
    source = f"{path.absolute().as_uri()}?mode=ro"
    try:
        _copy_once(source, to, wait)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
            raise
        recover(path, wait)
        _copy_once(source, to, wait)


def _copy_once(source: str, to: Path, wait: float) -> None:
    with (
        closing(sqlite3.connect(source, uri=True, timeout=wait)) as original,
        closing(sqlite3.connect(to, isolation_level=None)) as copy,
    ):
        original.backup(copy)


def _verify(copy: Path, to: Path) -> None:
    with (
        explained(to),
        closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as file,
    ):
        findings = [line for (line,) in file.execute("PRAGMA integrity_check")]
        findings += [str(row) for row in file.execute("PRAGMA foreign_key_check")]
    if findings != ["ok"]:
        raise unusable("CDS412", to, detail="; ".join(findings[:3]))
