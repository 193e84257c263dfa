"""Files that are written whole or not at all, and files that no report may replace.

A reader of the file sees its old content or its new one, never half of either, whatever
interrupts the writing. The plan, the store and any SQLite file are protected under every name
that leads to them.
"""

import glob
import os
import shutil
import stat
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from cdstrack.core.problem import Problem, RefusedError
from cdstrack.core.temporary import Maker, temporary, temporary_name
from cdstrack.files.new_folders import make_folders, remove_folders

_SQLITE = b"SQLite format 3\0"
_BESIDE = ("", "-journal", "-wal", "-shm")
"""Endings of the files that SQLite keeps beside a database and would take a report for."""


def write_whole(path: Path, content: str | bytes | Iterable[str]) -> None:
    """Puts the content under the name, in UTF-8; many pieces may come one by one.

    An existing file keeps its permissions; a link stays a link. Where the name is a
    device or a pipe, the content is written to it.

    Raises:
        OSError: It cannot be written (a folder of that name, no such folder, no permission, a full
            disk). It names `path`, and the old content is intact.
    """
    with whole_file(path) as file:
        if isinstance(content, bytes):
            file.write(content)
        elif isinstance(content, str):
            file.write(content.encode())
        else:
            file.writelines(piece.encode() for piece in content)


def write_files(folder: Path, contents: Iterable[tuple[str, str]]) -> list[Path]:
    """Puts texts under their names into a folder, which is made where there is none: all or none.

    Raises:
        OSError: One cannot be written; it is named, and all are as they were before.
    """
    made = make_folders(folder)
    paths: list[Path] = []
    try:
        with ExitStack() as files:
            for name, text in contents:
                paths.append(folder / name)
                file = files.enter_context(whole_file(paths[-1]))
                file.write(text.encode())
                file.flush()
    except OSError as error:
        remove_folders(made)
        raise OSError(error.errno, error.strerror or str(error), str(paths[-1])) from error
    return paths


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
            yield from _beside(followed(path))
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


def followed(path: Path) -> Path:
    """Where the links of a path lead; one that leads to itself leads nowhere."""
    return Path(os.path.realpath(path))


def _is_special(path: Path) -> bool:
    """Whether the name is one to write through, or to fail at: a device, a pipe, a folder."""
    return path.exists() and not path.is_file()


def _beside(path: Path) -> Iterator[BinaryIO]:
    clear_leftovers(path)
    made = temporary_name(path.name, this_process(), token_hex(4), "tmp")
    beside = path.with_name(made)
    try:
        # The mode is cut by the umask, as for any new file; an old file's own one is kept.
        handle = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
        with os.fdopen(handle, "wb") as file:
            if path.exists():
                os.fchmod(file.fileno(), stat.S_IMODE(path.stat().st_mode))
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        keep_name(path.parent)
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()


def this_process() -> Maker:
    """Who makes a temporary file: this process, on this computer."""
    return Maker(sha256(os.uname().nodename.encode()).hexdigest()[:8], os.getpid())


def clear_leftovers(path: Path) -> None:
    """Removes what processes of this computer that were killed have left for the same name."""
    host = this_process().host
    with suppress(OSError):
        for left in path.parent.glob(f".{glob.escape(path.name[:40])}.{host}-*.tmp"):
            made = temporary(left.name)
            if made is not None and made.maker is not None:
                try:
                    os.kill(made.maker.process, 0)
                except ProcessLookupError:
                    _remove(left)


def _remove(left: Path) -> None:
    if left.is_dir() and not left.is_symlink():
        shutil.rmtree(left)
    else:
        left.unlink()


def keep_name(folder: Path) -> None:
    """Brings the names in a folder to disk."""
    # Some file systems cannot bring a folder to disk; the file is complete either way.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def refuse_precious(output: Path, plan: Path | None, store: Path) -> None:
    """Refuses an output that is the plan or the store in use, or any other SQLite file.

    Links are followed. The names of a store that does not exist are kept free for it.

    Raises:
        RefusedError: CDS026.
    """
    kind = _protected_as(output, plan, store)
    if kind:
        raise RefusedError(Problem("CDS026", {"file": str(output), kind: "yes"}))


def _protected_as(output: Path, plan: Path | None, store: Path) -> str:
    if plan is not None and _is_same_file(output, plan):
        return "plan"
    whole = followed(store)
    if any(_is_same_file(output, whole.with_name(f"{whole.name}{end}")) for end in _BESIDE):
        return "store"
    return "database" if _is_database(output) else ""


def _is_same_file(one: Path, other: Path) -> bool:
    with suppress(OSError):
        if one.samefile(other):
            return True
    return followed(one) == followed(other)


def _is_database(path: Path) -> bool:
    if not path.is_file():
        return False
    with suppress(OSError), path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE
    return False
