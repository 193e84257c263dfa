"""Whether a file is a sound store: every page, every reference, every guard.

Owns what "sound" means for backups, restores and `doctor`. The guards are compared with those
that this program's own migrations make, so that dropped triggers are reported.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from cdstrack.store.connection import APPLICATION_ID, header
from cdstrack.store.schema import STEPS, Steps

_MOST = 3
_OBJECTS = (
    "SELECT type || ' ' || name AS object, sql FROM sqlite_schema"
    " WHERE name NOT LIKE 'sqlite^_%' ESCAPE '^'"
)


def faults(path: Path, steps: Steps = STEPS) -> list[str]:
    """What is wrong with the file, in SQLite's words or ours; empty for a sound store.

    Raises:
        sqlite3.Error: The file cannot be read at all.
    """
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as file:
        pages = [line for (line,) in file.execute("PRAGMA integrity_check(10)") if line != "ok"]
        if pages:
            return pages[:_MOST]
        references = [str(row) for row in file.execute("PRAGMA foreign_key_check")]
        if references:
            return [f"foreign key: {row}" for row in references[:_MOST]]
        return _foreign(file, steps) or _tampered(file, steps)


def _foreign(file: sqlite3.Connection, steps: Steps) -> list[str]:
    application, version = header(file)
    if application != APPLICATION_ID or version < 1:
        return ["no store of cdstrack"]
    if version > len(steps):
        return [f"version {version}, newer than this program ({len(steps)})"]
    return []


def _tampered(file: sqlite3.Connection, steps: Steps) -> list[str]:
    _, version = header(file)
    found = dict(file.execute(_OBJECTS).fetchall())
    expected = _built(steps[:version])
    missing = [f"missing: {name}" for name in expected if name not in found]
    changed = [
        f"changed: {name}" for name in expected if name in found and found[name] != expected[name]
    ]
    added = [f"added: {name}" for name in found if name not in expected]
    return [*missing, *changed, *added][:_MOST]


def _built(steps: Steps) -> dict[str, str]:
    """The structure as the steps make it, built in memory."""
    with closing(sqlite3.connect(":memory:")) as file:
        for statement in (each for step in steps for each in step):
            file.execute(statement)
        return dict(file.execute(_OBJECTS).fetchall())
