"""The file system around a store: kind of disk, permissions, working files, and new files.

Nothing here opens the store. Linux reports the kind of a disk;
elsewhere it is inferred from folder names.
"""

import os
import re
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from time import time

from cdstrack.core.temporary import LEFT_AFTER, Maker, Temporary, temporary, temporary_name
from cdstrack.store.address import unusable

_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\w*|ncpfs|afs|9p|davfs|ceph|lustre|glusterfs|beegfs"
    r"|fuse\.(?:sshfs|davfs2?|rclone|gvfsd-fuse|s3fs|glusterfs)"
)
_SYNCED = re.compile(
    r"(?:onedrive|dropbox|google ?drive|my drive|icloud\w*|mobile documents|nextcloud|owncloud"
    r"|syncthing|mega|box|pcloud\w*|yandex\.disk)(?:[ -].*)?",
    re.IGNORECASE,
)
_MOUNTS = Path("/proc/self/mountinfo")
_ESCAPED = re.compile(r"\\(\d{3})")
_BESIDE = ("-journal", "-wal", "-shm")
MEGABYTE = 1024 * 1024
LITTLE_ROOM = 100
"""Megabytes below which the next import or backup may not fit."""
OWNER_AND_GROUP = 0o640
Identity = tuple[int, int] | None
"""Tells a file from any other, whatever its name; None where there is none."""


@dataclass(frozen=True, slots=True)
class Disk:
    """Where a file lies; `network` is the kind of a file system that other computers serve.

    `synced` is the folder that a program copies to other computers by itself. Both are empty for
    a plain local folder. `free` is the room left, in megabytes.
    """

    network: str
    synced: str
    free: int


def disk_of(path: Path, mounts: str | None = None) -> Disk:
    """Where the file lies.

    Args:
        path: The file, or where it would be.
        mounts: What the system says of its disks (`mountinfo`); read from it unless given.
    """
    place = Path(os.path.realpath(path.absolute().parent))
    kind = _kind(place, _read_mounts() if mounts is None else mounts)
    synced = next((part for part in place.parts if _SYNCED.fullmatch(part)), "")
    return Disk(kind if _NETWORK.fullmatch(kind) else "", synced, _free(place))


def permissions(path: Path) -> tuple[str, bool]:
    """The file's permissions as `ls` writes them, and whether strangers may read or write it."""
    mode = path.stat().st_mode
    return stat.filemode(mode), bool(mode & stat.S_IRWXO)


def may_write(path: Path) -> bool:
    """Whether this user may record: the file and its folder must take what is written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def beside(path: Path) -> list[str]:
    """The names of SQLite's working files beside the store."""
    names = (path.with_name(path.name + ending) for ending in _BESIDE)
    return [name.name for name in names if name.exists()]


def _kind(place: Path, mounts: str) -> str:
    """The kind of the file system that is mounted nearest above the place; the last one counts."""
    nearest, kind = -1, ""
    for line in mounts.splitlines():
        head, _, tail = line.partition(" - ")
        fields, types = head.split(), tail.split()
        if len(fields) < 5 or not types:
            continue
        point = Path(_ESCAPED.sub(lambda match: chr(int(match[1], 8)), fields[4]))
        depth = len(point.parts)
        if depth >= nearest and place.is_relative_to(point):
            nearest, kind = depth, types[0]
    return kind


def _read_mounts() -> str:
    try:
        return _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def _free(place: Path) -> int:
    existing = next((each for each in (place, *place.parents) if each.exists()), place)
    try:
        return shutil.disk_usage(existing).free // MEGABYTE
    except OSError:
        return LITTLE_ROOM


def file_identity(path: Path) -> Identity:
    """Which file the path leads to at present."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def this_process() -> Maker:
    """What tells this process from any other on any computer."""
    return Maker(sha256(os.uname().nodename.encode()).hexdigest()[:8], os.getpid())


def leftovers(folder: Path) -> list[Path]:
    """Temporary files in the folder that a process which ended has left behind."""
    try:
        found = [(path, made) for path in folder.iterdir() if (made := temporary(path.name))]
    except OSError:
        return []
    return sorted(path for path, made in found if _is_left(path, made))


def clear_leftovers(folder: Path) -> None:
    """Removes them; what may not be removed stays."""
    for path in leftovers(folder):
        with suppress(OSError):
            path.unlink()


def _is_left(path: Path, made: Temporary) -> bool:
    here = this_process()
    if made.maker is not None and made.maker.host == here.host:
        return not _is_running(made.maker.process)
    with suppress(OSError):
        return time() - path.stat().st_mtime > LEFT_AFTER
    return False


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        pass
    return True


@contextmanager
def named(path: Path) -> Iterator[None]:
    """Turns what the system refuses into a problem that names the file which it refused.

    Raises:
        StoreUnusableError: CDS407; it names `path` where the system names none.
    """
    try:
        yield
    except OSError as error:
        raise unusable("CDS407", _refused(error) or path, detail=error) from error


def _refused(error: OSError) -> Path | None:
    """The file that an error names; a temporary one would tell nobody anything."""
    name = error.filename2 or error.filename
    if not isinstance(name, str | bytes):
        return None
    file = Path(os.fsdecode(name))
    return None if temporary(file.name) else file


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Gives a temporary file in the same folder; it takes `path`'s name when the block succeeds.

    The file is readable by its owner and group only, from its first byte on.

    Raises:
        StoreUnusableError: The name is taken, or the folder is missing or cannot be written.
    """
    temporary = path.with_name(temporary_name(path.name, this_process(), token_hex(4), "new"))
    try:
        _refuse_taken(path)
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_AND_GROUP))
        yield temporary
        on_disk(temporary)
        _take_name(temporary, path)
        on_disk(path.parent)
    except FileExistsError:
        raise unusable("CDS410", path) from None
    except FileNotFoundError:
        raise unusable("CDS411", path, folder=path.parent) from None
    except OSError as error:
        raise unusable("CDS407", path, detail=error) from error
    finally:
        for leftover in (temporary, temporary.with_name(f"{temporary.name}-journal")):
            with suppress(OSError):
                leftover.unlink()


def _refuse_taken(path: Path) -> None:
    if os.path.lexists(path):
        raise FileExistsError(path)


def _take_name(temporary: Path, path: Path) -> None:
    # A hard link fails where the name is taken; a rename would silently replace the file.
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        _refuse_taken(path)  # a file system without hard links
        temporary.rename(path)


def on_disk(path: Path) -> None:
    """Waits until the file, or the names in the folder, are on the disk itself.

    Raises:
        OSError: The disk cannot take them.
    """
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
