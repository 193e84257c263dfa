"""Backups of the store, made while it is in use and verified before they get their name.

They are named by their instant, by which they are recognised among other files of the folder.
"""

import errno
import itertools
import os
import re
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import apsw

from cdstrack.store.address import WAIT, Address, Server, unusable
from cdstrack.store.connection import explained, open_file, recover
from cdstrack.store.filesystem import named, new_file
from cdstrack.store.integrity import faults
from cdstrack.store.schema import STEPS, Steps
from cdstrack.store.verification import told_against
from cdstrack.store.version_check import admit
from cdstrack.words.problems.os_errors import faults_told

FOLDER = "backups"
"""The folder beside the store that copies are put into unless another one is named."""
LARGE_IMPORT = 1000
"""An import of more rows than this is preceded by a backup."""
BEFORE_IMPORT = "before-import"
REPLACED = "replaced"
_OF_THE_COPY = {
    apsw.SQLITE_FULL,
    apsw.SQLITE_IOERR_WRITE,
    apsw.SQLITE_IOERR_FSYNC,
    apsw.SQLITE_IOERR_DIR_FSYNC,
    apsw.SQLITE_IOERR_TRUNCATE,
}
"""Errors of writing: the store itself is only read."""
_AT = "%Y%m%dT%H%M%SZ"


def backup(
    path: Path,
    to: Path,
    *,
    wait: float = WAIT,
    steps: Steps = STEPS,
    proven: bool = False,
) -> None:
    """Copies the store to a new file, whole and verified or not at all.

    A `proven` copy is one whose chain fits, too; copies that the program makes by itself before
    a change need not be, so that a record which was tampered with can still be added to.

    SQLite's online backup copies one consistent state: readers go on meanwhile, and a writer
    waits until the pages are copied.

    Raises:
        StoreUnusableError: The store cannot be read, the copy cannot be written or is not sound,
            or `to` is taken.
    """
    admit(path, wait=wait, steps=steps)
    with new_file(to) as temporary:
        with explained(path, wait), copy_named(to):
            copy_pages(path, temporary, wait)
        with explained(to):
            found = faults(temporary, steps)
        if found:
            raise unusable("CDS412", to, detail=faults_told(found))
        if proven and (untrue := told_against(temporary)):
            raise unusable("CDS412", to, detail=untrue)


def backup_beside(
    path: Path,
    label: str,
    *,
    folder: Path | None = None,
    wait: float = WAIT,
    steps: Steps = STEPS,
    proven: bool = False,
) -> Path:
    """Copies the store into a folder, under its own name and a label, and returns the copy.

    A number is added where that name is taken: an earlier backup is never replaced.

    Args:
        path: The store.
        label: What follows its name.
        folder: Where to; the folder `backups` beside the store unless named.
        wait: Seconds to wait for a lock.
        steps: The versions that are known.
        proven: Whether the chain of the copy must fit.

    Raises:
        StoreUnusableError: As for `backup`.
    """
    admit(path, wait=wait, steps=steps)
    with copies_in(path.parent / FOLDER if folder is None else folder) as into:
        to = free_name(path, label, into)
        backup(path, to, wait=wait, steps=steps, proven=proven)
    return to


@contextmanager
def copies_in(folder: Path) -> Iterator[Path]:
    """The folder, made where it is missing; it goes again when the block raises.

    Raises:
        StoreUnusableError: It cannot be made.
    """
    there = os.path.lexists(folder)
    with named(folder):
        if not there:
            folder.mkdir(mode=0o750, exist_ok=True)
        elif not stat.S_ISDIR(folder.stat().st_mode):
            raise NotADirectoryError(errno.ENOTDIR, "", folder)
    try:
        yield folder
    except BaseException:
        if not there:
            with suppress(OSError):
                folder.rmdir()
        raise


def free_name(path: Path, label: str, folder: Path) -> Path:
    """A name in the folder that no file has yet."""
    numbers = itertools.chain([""], (f"-{number}" for number in itertools.count(2)))
    names = (f"{path.stem}-{label}{number}{path.suffix}" for number in numbers)
    return next(folder / name for name in names if not os.path.lexists(folder / name))


def copy_pages(path: Path, to: Path, wait: float) -> None:
    """Copies every page of one consistent state into a file.

    Raises:
        apsw.Error: One of the two cannot be read or written.
    """
    try:
        _copy_once(path, to, wait)
    except apsw.ReadOnlyError as error:
        if getattr(error, "extendedresult", None) != apsw.SQLITE_READONLY_ROLLBACK:
            raise
        recover(path, wait)
        _copy_once(path, to, wait)


@contextmanager
def copy_named(to: Address) -> Iterator[None]:
    """Names the copy, not the store, where the disk cannot take what is copied.

    Raises:
        StoreUnusableError: CDS429.
    """
    try:
        yield
    except apsw.Error as error:
        if getattr(error, "extendedresult", None) not in _OF_THE_COPY:
            raise
        raise unusable("CDS429", to, detail=error) from error


def _copy_once(path: Path, to: Path, wait: float) -> None:
    with (
        closing(open_file(path, wait=wait)) as original,
        closing(open_file(to, "rwc")) as copy,
    ):
        # The backup itself would try for ever where another program holds the lock.
        original.execute("BEGIN")
        original.execute("SELECT count(*) FROM sqlite_schema").close()
        with copy.backup("main", original, "main") as pages:
            pages.step()


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the store; `label` is "" for one that was asked for, else why it was made."""

    path: Path
    at: datetime
    label: str
    size: int


def backup_now(path: Path, at: datetime, folder: Path | None = None) -> Path:
    """Makes a verified copy named by the instant, and returns it.

    Raises:
        StoreUnusableError: The store cannot be read, or the copy cannot be written.
    """
    return backup_beside(path, time_label(at), folder=folder, proven=True)


def backup_before_import(path: Address, at: datetime, rows: int) -> Path | None:
    """The same before an import, where it is large; returns None for a small one.

    A server keeps its own backups, and an import there is undone like anything else.

    Raises:
        StoreUnusableError: The store cannot be read, or the copy cannot be written.
    """
    if rows <= LARGE_IMPORT or isinstance(path, Server):
        return None
    return backup_beside(path, f"{time_label(at)}-{BEFORE_IMPORT}")


def backups_of(path: Path, folder: Path | None = None) -> list[Backup]:
    """The backups of a store in a folder, the oldest first; none where there is no folder.

    Raises:
        StoreUnusableError: The folder cannot be read.
    """
    folder = path.parent / FOLDER if folder is None else folder
    name = re.compile(
        rf"{re.escape(path.stem)}-(?P<at>\d{{8}}T\d{{6}}Z)(?:-(?P<label>[a-z][a-z-]*))?(?:-\d+)?"
        + re.escape(path.suffix),
        re.ASCII,
    )
    found = [
        Backup(file, at, match["label"] or "", file.lstat().st_size)
        for file in _files_in(folder)
        if (match := name.fullmatch(file.name)) and (at := _instant(match["at"]))
    ]
    return sorted(found, key=lambda each: (each.at, len(each.path.name), each.path.name))


def _files_in(folder: Path) -> list[Path]:
    with named(folder), suppress(FileNotFoundError):
        return list(folder.iterdir())
    return []


def let_go(path: Path, folder: Path | None, keep: int) -> list[Path]:
    """Removes the oldest backups that were asked for, all but `keep` of them; returns those.

    Those that were made before an import, a migration or a restore stay.

    Raises:
        StoreUnusableError: The folder cannot be read, or one cannot be removed.
    """
    asked_for = [each.path for each in backups_of(path, folder) if not each.label]
    old = asked_for[: max(0, len(asked_for) - keep)]
    for file in old:
        with named(file):
            file.unlink()
    return old


def time_label(at: datetime) -> str:
    """The instant as a backup's name has it.

    >>> time_label(datetime(2022, 8, 21, 2, 10, 5, tzinfo=UTC))
    '20220821T021005Z'
    """
    return at.astimezone(UTC).strftime(_AT)


def _instant(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, _AT).replace(tzinfo=UTC)
    except ValueError:
        return None
