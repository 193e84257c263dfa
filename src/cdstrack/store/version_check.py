"""Whether a file is a store that this program can use: there, a file, ours, and not newer."""

from contextlib import closing
from pathlib import Path
from stat import S_ISDIR, S_ISREG

import apsw

from cdstrack.store.address import WAIT, Address, Server, unusable
from cdstrack.store.connection import APPLICATION_ID, explained, header, snapshot
from cdstrack.store.schema import STEPS, Steps
from cdstrack.store.server.connection import NAMESPACE, ServerConnection
from cdstrack.store.server.connection import snapshot as snapshot_on
from cdstrack.words.labels.vocabulary import Pair

_NO_ROLE = Pair("chưa được cấp vai trò nào", "it was granted no role")
_LEADS_NOWHERE = Pair("liên kết dẫn đến nơi không có gì", "the link leads nowhere")
_READS_ONLY = Pair("tài khoản này chỉ được xem", "it may only read")


def refuse_missing(path: Path) -> None:
    """Refuses a name under which there is no file to open.

    Raises:
        StoreUnusableError: CDS401, there is nothing; CDS413, there is a folder, a pipe, a device;
            CDS407, nobody may look, or there is a link that leads nowhere.
    """
    found = _mode(path)
    if found is None:
        raise unusable("CDS401", path)
    if not S_ISREG(found):
        raise unusable("CDS413", path, folder="yes" if S_ISDIR(found) else "")


def _mode(path: Path) -> int | None:
    """What is under a name, as the system tells it; None where nothing is."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        _refuse_dangling(path)
        return None
    except OSError as error:
        raise unusable("CDS407", path, detail=error) from error


def _refuse_dangling(path: Path) -> None:
    """Refuses a link to what is not there, a disk that is not mounted say: a store may be behind it."""
    for each in (path, *path.parents):
        if each.is_symlink() and not each.exists():
            raise unusable("CDS407", each, detail=_LEADS_NOWHERE)


def check_version(path: Path, connection: apsw.Connection, steps: Steps = STEPS) -> int:
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


def check_server_version(connection: ServerConnection) -> int:
    """The same of a store on a server; 0 where the database has none.

    Raises:
        StoreUnusableError: It is newer than this program, or this account may not look into it.
    """
    place = connection.server
    with explained(place):
        usable = connection.execute(
            "SELECT has_schema_privilege(oid, 'USAGE') FROM pg_namespace WHERE nspname = ?",
            (NAMESPACE,),
        ).fetchone()
        if usable is None:
            return 0
        if not usable[0]:
            raise unusable("CDS442", place, detail=_NO_ROLE)
        (version,) = connection.execute("SELECT max(version) FROM schema_version").fetchone() or (
            0,
        )
    if version > len(STEPS):
        raise unusable("CDS405", place, found=version, known=len(STEPS))
    return int(version)


def refuse_reader(connection: ServerConnection) -> None:
    """Refuses an account that may not record, before anything is prepared for it.

    Raises:
        StoreUnusableError: CDS442.
    """
    with explained(connection.server):
        asked = "SELECT has_table_privilege('submission', 'INSERT')"
        (may_add,) = connection.execute(asked).fetchone()
    if not may_add:
        raise unusable("CDS442", connection.server, detail=_READS_ONLY)


def refuse_other_version(connection: ServerConnection) -> None:
    """Refuses a database without a store, or with one of another version.

    Raises:
        StoreUnusableError: CDS401, CDS405 or CDS406.
    """
    version = check_server_version(connection)
    if not version:
        raise unusable("CDS401", connection.server)
    if version < len(STEPS):
        place = connection.server
        raise unusable("CDS406", place, found=version, known=len(STEPS), server=place)


def exists(place: Address) -> bool:
    """Whether something is there that may be a store.

    Raises:
        StoreUnusableError: A server cannot be asked, or nobody may look into the folder.
    """
    if not isinstance(place, Server):
        return _mode(place) is not None
    with closing(snapshot_on(place)) as there:
        return check_server_version(there) > 0


def admit(path: Address, *, wait: float = WAIT, steps: Steps = STEPS) -> None:
    """Refuses a file that is no store of this program or an earlier one; changes nothing.

    Raises:
        StoreUnusableError: The store is missing, locked, damaged, foreign or newer.
    """
    if isinstance(path, Server):
        with closing(snapshot_on(path)) as there:
            check_server_version(there)
        return
    refuse_missing(path)
    connection = snapshot(path, wait)
    try:
        with explained(path, wait):
            check_version(path, connection, steps)
    finally:
        connection.close()
