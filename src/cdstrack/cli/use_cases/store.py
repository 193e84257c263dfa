"""The store as a whole: created beside a plan, copied, backed up, restored.

Owns the contents of a new working folder.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cdstrack.cli.app.workspace import open_workspace
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.files import workplace
from cdstrack.files.workplace import PLAN_NAME, blank_plan, is_empty, laid_out
from cdstrack.store.address import Address, Server, read_address
from cdstrack.store.backup import FOLDER, backup_now, backups_of, let_go
from cdstrack.store.copying import back_up_server, copy_store
from cdstrack.store.filesystem import named
from cdstrack.store.ledger import create_store, open_reader
from cdstrack.store.restore import Restored, restore
from cdstrack.store.version_check import admit, exists
from cdstrack.words.parse.clean import clean

_OF_FILES = {".db", ".sqlite", ".sqlite3", ".bak", ".zip", ".gz"}
_FEW = 5
HEAD_SHOWN = 12
"""Digits of a head that are printed."""


def lay_out(
    plan: Path, store: Address, language: str, example: str | None = None, *, blank: bool = False
) -> list[Address]:
    """Creates plan, figures and an empty store; beside an existing plan only the store.

    The plan is a shipped `example`, None for the default one, or a short `blank` one to be written
    over, in `language`. The files that were not there yet: all of them were made, or none.

    Raises:
        RefusedError: CDS020, another plan is there; or the plan that is there is not valid.
        StoreUnusableError: What is called as the store is none.
        OSError: A file cannot be written.
    """
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
        if exists(store):
            admit(store)
            return list(made)
        create_store(store)
        return [*made, store]


def _contents(language: str, example: str | None, *, blank: bool) -> dict[str, bytes]:
    if blank:
        return {workplace.PLAN_NAME: blank_plan(language)}
    return workplace.example(example).contents()


def back_up(store: Address, at: datetime, beside: Path, folder: str | None = None) -> Path:
    """Makes a verified copy of the store, named by the instant, in a folder.

    Raises:
        RefusedError: CDS024, the folder is a file, or is called like one.
        OSError: The copy cannot be written.
    """
    into = None if folder is None else _folder(folder)
    if isinstance(store, Server):
        return back_up_server(store, at, beside, into)
    return backup_now(store, at, into)


@dataclass(frozen=True, slots=True)
class CopiedStore:
    """What was copied where, and the last submission with its head; None where there is none."""

    source: str
    target: str
    last: int | None
    head: str | None


def copy_record(source: str, target: str) -> CopiedStore:
    """Copies a record, with its ids, instants and chain, into a store that is empty or missing.

    Raises:
        StoreUnusableError: CDS445, something has been recorded there; or one of the two cannot be
            used.
    """
    original, copy = read_address(source), read_address(target)
    copy_store(original, copy)
    with open_reader(copy) as ledger:
        last, cutoff = ledger.submissions(limit=1), ledger.cutoff()
    head = None if cutoff.head is None else cutoff.head[:HEAD_SHOWN]
    return CopiedStore(str(original), str(copy), last[0].id if last else None, head)


def delete_old_backups(store: Path, folder: str | None, kept: int) -> list[Path]:
    """Deletes all but the latest backups; returns the deleted ones.

    Raises:
        OSError: One cannot be deleted.
    """
    return let_go(store, None if folder is None else _folder(folder), kept)


def _folder(typed: str) -> Path:
    path = Path(typed)
    with named(path):
        is_like_one = path.suffix.lower() in _OF_FILES and not path.is_dir()
        is_file = path.is_file() or is_like_one
    if is_file:
        facts = {"value": clean(typed), "folder": clean(str(path.parent))}
        raise RefusedError(Problem("CDS024", facts))
    return path


def restore_backup(store: Address, file: str | None, at: datetime, beside: Path) -> Restored:
    """Restores a backup over the store, and keeps the replaced file.

    Raises:
        RefusedError: CDS417, no backup is named; or it is none.
        StoreUnusableError: It cannot be used.
        OSError: It cannot be written.
    """
    if file is None:
        names = [each.path.name for each in backups_of(beside)[-_FEW:]]
        facts = {"folder": str(beside.parent / FOLDER), "files": ", ".join(names)}
        raise RefusedError(Problem("CDS417", facts))
    return restore(Path(file), store, at)
