"""Restores a backup over the store, while others may be using it.

Owns the order that loses nothing: the backup is verified and copied first; then, while nobody
else can write, the old file gets a second name and the copy takes its place in one step. A
program that waited to write meanwhile finds that its file was replaced, and writes nothing.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory
from time import sleep

import apsw

from cdstrack.core.problem import StoreUnusableError
from cdstrack.core.record.acts import Submission
from cdstrack.core.temporary import temporary_name
from cdstrack.store.address import WAIT, Address, Server, unusable
from cdstrack.store.backup import (
    FOLDER,
    REPLACED,
    copies_in,
    copy_named,
    copy_pages,
    free_name,
    time_label,
)
from cdstrack.store.connection import connect, explained, immediate
from cdstrack.store.copying import copy_store
from cdstrack.store.filesystem import (
    OWNER_AND_GROUP,
    file_identity,
    named,
    on_disk,
    this_process,
)
from cdstrack.store.folder_lock import name_changes
from cdstrack.store.integrity import faults
from cdstrack.store.ledger import open_reader
from cdstrack.store.migrations import migrate_copy
from cdstrack.store.verification import told_against
from cdstrack.store.version_check import check_version
from cdstrack.words.problems.os_errors import faults_told

_A_MOMENT = 0.25
"""Seconds for which the restored file lets nobody write where its folder cannot be locked: longer
than an opening takes."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did.

    `replaced` is where the old file is kept; None where there was none. `last` is the last act
    of the restored store, `lost` the acts that only the replaced file holds, the latest first;
    None where that one could not be read.
    """

    replaced: Path | None
    last: Submission | None
    lost: tuple[Submission, ...] | None


def restore(source: Path, path: Address, at: datetime, *, wait: float = WAIT) -> Restored:
    """Puts a copy of the backup in the place of the store; the replaced file is kept.

    Args:
        source: The backup. It is left as it is; an older version of it is brought up to date.
        path: The store, which need not exist and may be damaged.
        at: The instant, for the name under which the replaced file is kept.
        wait: Seconds to wait for programs that are writing.

    Raises:
        StoreUnusableError: The backup is missing or unsound, or a file cannot be written. The
            store is then as it was.
    """
    _refuse_unreadable(source)
    if isinstance(path, Server):
        return _restore_on_server(source, path)
    with named(path):
        return _restore_in_file(source, path, at, wait)


def _restore_in_file(source: Path, path: Path, at: datetime, wait: float) -> Restored:
    if path.is_symlink():
        path = Path(os.path.realpath(path))  # the link goes on standing for the store
    if path.is_dir():
        raise unusable("CDS413", path, folder="yes")
    if path.exists() and source.samefile(path):
        raise unusable("CDS418", source)
    with _verified_copy(source, path, wait) as copy, copies_in(path.parent / FOLDER) as folder:
        kept = free_name(path, f"{time_label(at)}-{REPLACED}", folder)
        acts = _acts(copy)
        with _not_yet_written(copy), _nobody_writes(path, wait) as sound:
            lost = _lost(path, acts) if sound else None
            with name_changes(path, wait) as is_certain:
                replaced = _set_aside(path, kept) if os.path.lexists(path) else None
                _take_place(copy, path)
            if not is_certain:
                sleep(_A_MOMENT)
    return Restored(replaced, acts[0] if acts else None, lost if replaced else ())


def _restore_on_server(source: Path, place: Server) -> Restored:
    """Fills an empty database with the backup, which is left as it is."""
    with TemporaryDirectory(prefix="cdstrack-") as folder:
        here = Path(folder) / source.name
        with _verified_copy(source, here, WAIT) as copy:
            copy_store(copy, place)
            acts = _acts(copy)
    return Restored(None, acts[0] if acts else None, ())


def _refuse_unreadable(source: Path) -> None:
    """Refuses what is no file that may be read; a pipe is not opened."""
    try:
        if not stat.S_ISFIFO(source.stat().st_mode):
            source.open("rb").close()
            return
    except OSError as error:
        raise unusable("CDS416", source, detail=error) from error
    raise unusable("CDS416", source, detail=faults_told(["no store of cdstrack"]))


@contextmanager
def _verified_copy(source: Path, path: Path, wait: float) -> Iterator[Path]:
    """A sound and current copy of the backup beside the store, under a temporary name."""
    copy = path.with_name(temporary_name(path.name, this_process(), token_hex(4), "new"))
    try:
        os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_AND_GROUP))
        try:
            with copy_named(path):
                copy_pages(source, copy, wait)
            found = faults(copy)
        except apsw.Error as error:
            raise unusable("CDS416", source, detail=error) from error
        if found:
            raise unusable("CDS416", source, detail=faults_told(found))
        migrate_copy(copy)
        if untrue := told_against(copy):
            raise unusable("CDS416", source, detail=untrue)
        on_disk(copy)
        yield copy
    finally:
        for leftover in (copy, copy.with_name(f"{copy.name}-journal")):
            with suppress(OSError):
                leftover.unlink()


@contextmanager
def _nobody_writes(path: Path, wait: float) -> Iterator[bool]:
    """Holds the write lock of the store, where it is one; gives whether it is.

    Raises:
        StoreUnusableError: Another program holds the lock for longer than the wait, or the file
            is another program's or newer than this one: neither is replaced; or it was replaced
            meanwhile.
    """
    opened = file_identity(path)

    def look() -> None:
        if file_identity(path) != opened:
            raise unusable("CDS414", path)

    try:
        connection = connect(path, write=True, wait=wait)
    except StoreUnusableError as error:
        if os.path.lexists(path) and error.problems[0].code != "CDS403":
            raise
        yield False
        return
    try:
        with explained(path, wait), immediate(connection, wait, look, path):
            look()
            check_version(path, connection)
            yield True
    finally:
        connection.close()


@contextmanager
def _not_yet_written(copy: Path) -> Iterator[None]:
    """Keeps writers from the new file until the block ends.

    Programs that opened the old file just before look for a journal by that name; one of the new
    file would be taken for a leftover of the old one. See `cdstrack.store.folder_lock`.
    """
    with closing(connect(copy, write=True)) as held, immediate(held):
        yield


def _acts(store: Path) -> list[Submission]:
    """The submissions of a store, the latest first."""
    with open_reader(store) as ledger:
        return ledger.submissions()


def _lost(path: Path, acts: list[Submission]) -> tuple[Submission, ...] | None:
    """The acts of the old store that the restored one does not have; None where it is older."""
    try:
        known = _acts(path)
    except StoreUnusableError:
        return None
    restored = {(act.id, act.at) for act in acts}
    return tuple(act for act in known if (act.id, act.at) not in restored)


def _set_aside(path: Path, kept: Path) -> Path:
    """Gives the old file a second name; a journal left beside it goes with it.

    A journal that stayed would be taken for the new file's.
    """
    try:
        kept.hardlink_to(path)
    except OSError:
        path.rename(kept)  # a file system without hard links
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists():
        journal.rename(kept.with_name(f"{kept.name}-journal"))
    return kept


def _take_place(copy: Path, path: Path) -> None:
    copy.replace(path)
    on_disk(path.parent)
