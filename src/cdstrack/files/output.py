"""Files that are written whole or not at all.

A reader of the file sees its old content or its new one, never half of either, whatever
interrupts the writing.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO


def write_whole(path: Path, content: str | bytes | Iterable[str]) -> None:
    """Puts the content under the name, in UTF-8; many pieces may come one by one.

    A file that stands there keeps its permissions; a link stays a link. Where the name is a
    device or a pipe, the content is written to it.

    Raises:
        OSError: It cannot be written (a folder of that name, no such folder, no permission, a full
            disk). It names `path`, and what stood there is as it was.
    """
    with whole_file(path) as file:
        if isinstance(content, bytes):
            file.write(content)
        elif isinstance(content, str):
            file.write(content.encode())
        else:
            file.writelines(piece.encode() for piece in content)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, which takes the name when the block succeeds.

    Raises:
        OSError: As for `write_whole`.
    """
    try:
        if _is_special(path):
            with path.open("wb") as file:
                yield file
        else:
            yield from _beside(path.resolve())
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


def _is_special(path: Path) -> bool:
    """Whether the name is one to write through, or to fail at: a device, a pipe, a folder."""
    return path.exists() and not path.is_file()


def _beside(path: Path) -> Iterator[BinaryIO]:
    temporary = path.with_name(f".{path.name[:40]}.{token_hex(4)}.tmp")
    try:
        # The mode is cut by the umask, as for any new file; an old file's own one is kept.
        handle = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
        with os.fdopen(handle, "wb") as file:
            if path.exists():
                os.fchmod(file.fileno(), stat.S_IMODE(path.stat().st_mode))
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        _keep_name(path.parent)
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


def _keep_name(folder: Path) -> None:
    # Some file systems cannot bring a folder to disk; the file is complete either way.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
