"""A store file that comes into being whole or not at all, and which file a name stands for."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from cdstrack.store.connection import unusable

OWNER_AND_GROUP = 0o640
Identity = tuple[int, int] | None
"""Tells a file from any other, whatever its name; None where there is none."""


def file_identity(path: Path) -> Identity:
    """Which file the path leads to at present."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Gives a temporary file in the same folder; it takes `path`'s name when the block succeeds.

    The file is readable by its owner and group only, from its first byte on.

    Raises:
        StoreUnusableError: The name is taken, or the folder is missing or cannot be written.
    """
    temporary = path.with_name(f".{path.name[:40]}.{token_hex(4)}.new")
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
