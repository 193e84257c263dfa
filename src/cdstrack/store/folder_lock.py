"""A lock on the folder of the store: no file takes the store's name while a program opens it.

A program opens a file by its name and locks it a moment later. Where a restore put another file in
its place in between, SQLite would take the journal of the new file, which has the same name, for one
that the old file was left with, write its pages into the old file and delete it. So whoever opens and
locks shares this lock for that moment, and a restore holds it alone while the name changes. It is
a lock of its own (flock), on nothing but the folder, and ends with its process.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import uniform
from time import monotonic, sleep

from cdstrack.store.address import BETWEEN_LOOKS, WAIT, unusable

_FOLDER = getattr(os, "O_DIRECTORY", 0)


@contextmanager
def name_stays(path: Path, wait: float = WAIT) -> Iterator[None]:
    """Keeps other files from taking the name of this one; a folder without such locks is left as it is.

    The folder is that of the file itself, where a link leads to it: there SQLite looks for a journal.

    Raises:
        StoreUnusableError: CDS402, a restore changes the name for longer than the wait.
    """
    with _locked(path, wait, alone=False):
        yield


@contextmanager
def name_changes(path: Path, wait: float = WAIT) -> Iterator[bool]:
    """Waits until nobody is between opening and locking the file, and keeps others from beginning.

    Gives whether that is certain: some disks of other computers have no such locks.

    Raises:
        StoreUnusableError: CDS402, a program has been opening the file for longer than the wait.
    """
    with _locked(path, wait, alone=True) as is_locked:
        yield is_locked


@contextmanager
def _locked(path: Path, wait: float, *, alone: bool) -> Iterator[bool]:
    try:
        folder = os.open(Path(os.path.realpath(path)).parent, os.O_RDONLY | _FOLDER)
    except OSError:
        yield False
        return
    try:
        yield _is_taken(folder, path, wait, alone=alone)
    finally:
        os.close(folder)  # which ends the lock


def _is_taken(folder: int, path: Path, wait: float, *, alone: bool) -> bool:
    try:
        from fcntl import LOCK_EX, LOCK_NB, LOCK_SH, flock
    except ImportError:  # Windows, where nobody takes the name of a file that is open
        return False
    kind = LOCK_EX if alone else LOCK_SH
    deadline = monotonic() + wait
    while True:
        try:
            flock(folder, kind | LOCK_NB)
        except BlockingIOError as error:
            if monotonic() >= deadline:
                raise unusable("CDS402", path, detail=error, seconds=f"{wait:g}") from None
            sleep(uniform(*BETWEEN_LOOKS))  # noqa: S311 - so that two do not look in step
        except OSError:
            return False
        else:
            return True
