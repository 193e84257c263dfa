"""Integrity of a store's file: every page, every reference, every guard.

Owns what "sound" means for backups, restores and `doctor`. The guards are compared with those
that this program's own migrations make, so that dropped triggers are reported.
"""

from contextlib import closing
from pathlib import Path

import apsw

from cdstrack.store import schema
from cdstrack.store.address import Server
from cdstrack.store.connection import APPLICATION_ID, explained, header, open_file, stream
from cdstrack.store.schema import STEPS, Steps
from cdstrack.store.server import connection as server
from cdstrack.store.server.connection import ServerConnection

_MOST = 3
OBJECTS_ON_SERVER = Path(schema.__file__).with_name("postgresql_objects.sql")
"""The question which objects a store on a server has."""
EXPECTED_ON_SERVER = OBJECTS_ON_SERVER.with_suffix(".txt")
"""The answer of a store that nobody changed, an object a line; a test writes it."""
_OBJECTS = (
    "SELECT type || ' ' || name AS object, sql FROM sqlite_schema"
    " WHERE name NOT LIKE 'sqlite^_%' ESCAPE '^'"
)


def faults(path: Path, steps: Steps = STEPS) -> list[str]:
    """What is wrong with the file, in SQLite's words or ours; empty for a sound store.

    Raises:
        apsw.Error: The file cannot be read at all.
    """
    with closing(open_file(path)) as file:
        pages = [line for (line,) in file.execute("PRAGMA integrity_check(10)") if line != "ok"]
        if pages:
            return pages[:_MOST]
        references = [str(row) for row in file.execute("PRAGMA foreign_key_check")]
        if references:
            return [f"foreign key: {row}" for row in references[:_MOST]]
        return _foreign(file, steps) or _tampered(file, steps)


def server_faults(place: Server) -> list[str]:
    """The same of a store on a server, whose own files are the server's business.

    Raises:
        StoreUnusableError: It cannot be read.
    """
    with explained(place), closing(server.snapshot(place)) as connection:
        found = dict(connection.execute(OBJECTS_ON_SERVER.read_text(encoding="utf-8")))
        changed = _compared(_expected_on_server(), found)
        return changed or _orphans(connection)


def _orphans(connection: ServerConnection) -> list[str]:
    """Figures whose submission is not there; of all other rows the server's own keys vouch."""
    found = connection.execute(
        "SELECT DISTINCT each.submission FROM observation AS each WHERE NOT EXISTS"
        " (SELECT FROM submission WHERE submission.id = each.submission) ORDER BY 1 LIMIT ?",
        (_MOST,),
    )
    return [f"foreign key: observation of submission {number}" for (number,) in found]


def _expected_on_server() -> dict[str, str]:
    lines = EXPECTED_ON_SERVER.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines)


def _foreign(file: apsw.Connection, steps: Steps) -> list[str]:
    application, version = header(file)
    if application != APPLICATION_ID or version < 1:
        return ["no store of cdstrack"]
    if version > len(steps):
        return [f"version {version}, newer than this program ({len(steps)})"]
    return []


def _tampered(file: apsw.Connection, steps: Steps) -> list[str]:
    _, version = header(file)
    return _compared(_built(steps[:version]), _objects(file))


def _compared(expected: dict[str, str], found: dict[str, str]) -> list[str]:
    missing = [f"missing: {name}" for name in expected if name not in found]
    changed = [
        f"changed: {name}" for name in expected if name in found and found[name] != expected[name]
    ]
    added = [f"added: {name}" for name in found if name not in expected]
    return [*missing, *changed, *added][:_MOST]


def _built(steps: Steps) -> dict[str, str]:
    """The structure as the steps make it, built in memory."""
    with closing(apsw.Connection(":memory:")) as file:
        for statement in (each for step in steps for each in step):
            file.execute(statement)
        return _objects(file)


def _objects(file: apsw.Connection) -> dict[str, str]:
    """The SQL of everything in the file by its kind and name."""
    return dict(stream(file, _OBJECTS))
