"""The store as a whole: created beside a plan, backed up and restored.

Owns what is laid out where nothing is yet.
"""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cdstrack.cli.app.workspace import open_workspace
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.words.parse.clean import clean

if TYPE_CHECKING:
    from cdstrack.store.restore import Restored

_OF_FILES = {".db", ".sqlite", ".sqlite3", ".bak", ".zip", ".gz"}
_FEW = 5


def lay_out(
    plan: Path, store: Path, language: str, example: str | None = None, *, blank: bool = False
) -> list[Path]:
    """Plan, figures and an empty store; beside a plan that is there already, only the store.

    Args:
        plan: The plan, which need not exist.
        store: The store, which need not exist.
        language: The language of a blank plan.
        example: Which shipped plan to lay out; null for the default one.
        blank: Whether to lay out a short plan to be written over.

    Returns:
        The files that were not there yet; all of them were made, or none.

    Raises:
        RefusedError: CDS020, another plan is there; or the plan that is there is not valid.
        OSError: A file cannot be written.
    """
    from cdstrack.files.workplace import PLAN_NAME, is_empty, laid_out
    from cdstrack.store.ledger import create_store

    contents: dict[str, bytes] = {}
    if not plan.exists() or (blank and is_empty(plan)):
        contents = _contents(language, example, blank=blank)
    else:
        if example or blank:
            wanted = _contents(language, example, blank=blank)[PLAN_NAME]
            if plan.read_bytes() != wanted:
                raise RefusedError(Problem("CDS020", {"files": str(plan)}))
        open_workspace(plan, store)  # an invalid plan is refused before anything is made
    with laid_out(plan.parent, contents) as made:
        if store.exists():
            return made
        create_store(store)
        return [*made, store]


def _contents(language: str, example: str | None, *, blank: bool) -> dict[str, bytes]:
    from cdstrack.files import workplace
    from cdstrack.files.workplace import blank_plan

    if blank:
        return {workplace.PLAN_NAME: blank_plan(language)}
    return workplace.example(example).contents()


def back_up(store: Path, at: datetime, folder: str | None = None) -> Path:
    """A verified copy of the store, named by the instant.

    Raises:
        RefusedError: CDS024, the folder is a file, or is called like one.
        StoreUnusableError: The store cannot be read.
        OSError: The copy cannot be written.
    """
    from cdstrack.store.backup import backup_now

    return backup_now(store, at, None if folder is None else _folder(folder))


def delete_old_backups(store: Path, folder: str | None, kept: int) -> list[Path]:
    """Deletes all but the latest backups; those that were deleted.

    Raises:
        OSError: One cannot be deleted.
    """
    from cdstrack.store.backup import let_go

    return let_go(store, None if folder is None else _folder(folder), kept)


def _folder(typed: str) -> Path:
    path = Path(typed)
    if path.is_file() or (path.suffix.lower() in _OF_FILES and not path.is_dir()):
        facts = {"value": clean(typed), "folder": clean(str(path.parent))}
        raise RefusedError(Problem("CDS024", facts))
    return path


def restore_backup(store: Path, file: str | None, at: datetime) -> "Restored":
    """Restores a backup over the store, and keeps the replaced file.

    Raises:
        RefusedError: CDS417, no backup is named; or it is none.
        StoreUnusableError: It cannot be used.
        OSError: It cannot be written.
    """
    from cdstrack.store.backup import FOLDER, backups_of
    from cdstrack.store.restore import restore

    if file is None:
        names = [each.path.name for each in backups_of(store)[-_FEW:]]
        facts = {"folder": str(store.parent / FOLDER), "files": ", ".join(names)}
        raise RefusedError(Problem("CDS417", facts))
    return restore(Path(file), store, at)
