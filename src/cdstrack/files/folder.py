"""A folder of pages that is replaced as a whole or not at all.

A reader finds the old pages or the new ones, never some of each, whatever interrupts the writing. Only a
folder that holds nothing but such pages is replaced: a list beside them names what was written.
"""

import ctypes
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from errno import EINVAL, ENOSYS, ENOTDIR
from pathlib import Path
from secrets import token_hex

from cdstrack.core.problem import Problem, RefusedError
from cdstrack.core.temporary import temporary_name
from cdstrack.files.output import clear_leftovers, followed, keep_name, this_process

LIST = ".cdstrack-pages"
"""The file that names the pages of a folder, one a line."""
_AT_WORKING_FOLDER, _EXCHANGE = -100, 2
"""Arguments of Linux's `renameat2`."""


def write_folder(folder: Path, pages: Iterable[tuple[str, str]]) -> None:
    """Puts the pages under their paths into the folder, which holds nothing else afterwards.

    Args:
        folder: Need not exist; a link stays a link.
        pages: Relative paths with `/`, and texts, which may come one by one.

    Raises:
        RefusedError: CDS029, the folder holds something that was not written by this function.
        OSError: It cannot be written; the old pages are intact.
    """
    place = followed(folder)
    try:
        refuse_other_folder(folder)
        clear_leftovers(place)
        beside = place.with_name(temporary_name(place.name, this_process(), token_hex(4), "tmp"))
        try:
            beside.mkdir()
            if place.exists():
                shutil.copymode(place, beside)
            _write(beside, pages)
            _take_place(beside, place)
            keep_name(place.parent)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(folder)) from error


def refuse_other_folder(folder: Path) -> None:
    """Refuses a folder that holds anything but pages written by `write_folder`.

    Raises:
        RefusedError: CDS029.
        OSError: It is no folder, or cannot be looked into.
    """
    place = followed(folder)
    if not place.exists():
        return
    if not place.is_dir():
        raise OSError(ENOTDIR, os.strerror(ENOTDIR), str(folder))
    own = {LIST, *_listed(place)}
    other = next((path for path in sorted(_files(place)) if path not in own), None)
    if other is not None:
        raise RefusedError(Problem("CDS029", {"folder": str(folder), "file": other}))


def _listed(place: Path) -> list[str]:
    with suppress(OSError, UnicodeDecodeError):
        return (place / LIST).read_text(encoding="utf-8").splitlines()
    return []


def _files(place: Path) -> Iterator[str]:
    """What is in a folder, below it too; a folder counts where it holds nothing, and a link as a file."""
    for path in place.iterdir():
        inner = list(_files(path)) if path.is_dir() and not path.is_symlink() else []
        yield from (f"{path.name}/{each}" for each in inner) if inner else (path.name,)


def _write(folder: Path, pages: Iterable[tuple[str, str]]) -> None:
    written = []
    for name, text in pages:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_file(path, text)
        written.append(name)
    _write_file(folder / LIST, "".join(f"{name}\n" for name in written))
    for path in {(folder / name).parent for name in written}:
        keep_name(path)


def _write_file(path: Path, text: str) -> None:
    with path.open("wb") as file:
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())


def _take_place(new: Path, place: Path) -> None:
    """Gives the new folder its name; the old one then has the temporary name."""
    if not place.exists():
        new.rename(place)
    elif not _exchanged(new, place):
        away = new.with_name(f"{new.name}.old")
        place.rename(away)
        try:
            new.rename(place)
        except OSError:
            away.rename(place)
            raise
        away.rename(new)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether the system exchanged two names in one step; some systems and file systems cannot.

    Raises:
        OSError: It refused to.
    """
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    names = (_AT_WORKING_FOLDER, os.fsencode(one), _AT_WORKING_FOLDER, os.fsencode(other))
    if renameat2(*names, _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in {EINVAL, ENOSYS}:
        return False
    raise OSError(number, os.strerror(number), str(other))
