"""The backups of a store: named by time, counted, and the oldest let go when asked.

Owns the names, so that a backup can be told from any other file in the folder. Knows no clock:
the instant is given.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cdstrack.store.backup.copies import FOLDER, backup_beside
from cdstrack.store.connection import WAIT, unusable

LARGE_IMPORT = 1000
"""An import of more rows than this is preceded by a backup."""
BEFORE_IMPORT = "before-import"
REPLACED = "replaced"
_AT = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the store; `label` is "" for one that was asked for, else why it was made."""

    path: Path
    at: datetime
    label: str
    size: int


def backup_now(path: Path, at: datetime, folder: Path | None = None, *, wait: float = WAIT) -> Path:
    """Makes a verified copy named by the instant, and returns it.

    Raises:
        StoreUnusableError: The store cannot be read, or the copy cannot be written.
    """
    return backup_beside(path, time_label(at), folder=folder, wait=wait)


def backup_before_import(path: Path, at: datetime, rows: int) -> Path | None:
    """The same before an import, where it is large; returns null for a small one.

    Raises:
        StoreUnusableError: The store cannot be read, or the copy cannot be written.
    """
    if rows <= LARGE_IMPORT:
        return None
    return backup_beside(path, f"{time_label(at)}-{BEFORE_IMPORT}")


def backups_of(path: Path, folder: Path | None = None) -> list[Backup]:
    """The backups of a store in a folder, the oldest first; none where there is no folder."""
    folder = path.parent / FOLDER if folder is None else folder
    name = re.compile(
        rf"{re.escape(path.stem)}-(?P<at>\d{{8}}T\d{{6}}Z)(?:-(?P<label>[a-z][a-z-]*))?(?:-\d+)?"
        + re.escape(path.suffix),
        re.ASCII,
    )
    try:
        found = [
            Backup(file, at, match["label"] or "", file.stat().st_size)
            for file in folder.iterdir()
            if (match := name.fullmatch(file.name)) and (at := _instant(match["at"]))
        ]
    except OSError:
        return []
    return sorted(found, key=lambda each: (each.at, len(each.path.name), each.path.name))


def let_go(path: Path, folder: Path | None, keep: int) -> list[Path]:
    """Removes the oldest backups that were asked for, all but `keep` of them; returns those.

    Those that were made before an import, a migration or a restore stay.

    Raises:
        StoreUnusableError: One cannot be removed.
    """
    asked_for = [each.path for each in backups_of(path, folder) if not each.label]
    old = asked_for[: max(0, len(asked_for) - keep)]
    for file in old:
        try:
            file.unlink()
        except OSError as error:
            raise unusable("CDS407", file, detail=error) from error
    return old


def time_label(at: datetime) -> str:
    """The instant as it stands in a backup's name.

    >>> time_label(datetime(2022, 8, 21, 2, 10, 5, tzinfo=UTC))
    '20220821T021005Z'
    """
    return at.astimezone(UTC).strftime(_AT)


def _instant(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, _AT).replace(tzinfo=UTC)
    except ValueError:
        return None
