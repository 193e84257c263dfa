"""Folders that are made on the way to a file, and go again where the file cannot be written."""

import os
from collections.abc import Iterable
from contextlib import suppress
from errno import ENOTDIR
from pathlib import Path


def make_folders(folder: Path) -> list[Path]:
    """Makes a folder and those above it where they are missing; gives the new ones, the outermost first.

    Raises:
        OSError: One cannot be made; where a file or a link that leads nowhere is in the way, it is
            called no folder.
    """
    made: list[Path] = []
    try:
        for each in reversed([each for each in (folder, *folder.parents) if not each.is_dir()]):
            made += _made(each)
    except OSError:
        remove_folders(made)
        raise
    return made


def _made(folder: Path) -> list[Path]:
    try:
        folder.mkdir()
    except FileExistsError as error:
        if folder.is_dir():  # another program was quicker
            return []
        raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR), str(folder)) from error
    return [folder]


def remove_folders(made: Iterable[Path]) -> None:
    """Removes folders that `make_folders` made, as far as nothing is in them."""
    for each in reversed(list(made)):
        with suppress(OSError):
            each.rmdir()
