"""The store as a whole: created beside a plan, backed up, restored; and the documents it keeps.

Owns what is laid out where nothing is yet, and which facts of a document are kept.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from cdstrack.cli.app.workspace import Author, Basis, Workspace, new_act, open_workspace, read_text
from cdstrack.cli.use_cases.names import find_id
from cdstrack.core.plan.values import SLUG
from cdstrack.core.problem import Problem, RefusedError, accept
from cdstrack.core.record.acts import ActKind, DocumentChange, SourceDocument
from cdstrack.core.record.refusal import OtherFacts, RecordRefusedError
from cdstrack.core.record.sources import (
    Citations,
    CitedDocument,
    all_documents,
    citations,
    list_sources,
)
from cdstrack.files import workplace
from cdstrack.files.workplace import PLAN_NAME, blank_plan, is_empty, laid_out
from cdstrack.store.address import Address, Server, read_address
from cdstrack.store.backup import FOLDER, backup_now, backups_of, let_go
from cdstrack.store.copying import back_up_server, copy_store
from cdstrack.store.ledger import create_store, open_reader, open_writer
from cdstrack.store.restore import Restored, restore
from cdstrack.store.version_check import admit, exists
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import read_day

_OF_FILES = {".db", ".sqlite", ".sqlite3", ".bak", ".zip", ".gz"}
_FEW = 5
HEAD_SHOWN = 12
"""Digits of a head that are printed."""


def lay_out(
    plan: Path, store: Address, language: str, example: str | None = None, *, blank: bool = False
) -> list[Address]:
    """Plan, figures and an empty store; beside a plan that is there already, only the store.

    The plan is a shipped `example`, null for the default one, or a short `blank` one to be written
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
    """A verified copy of the store, named by the instant; `beside` is the file that it would be.

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
    """What was copied where, and the last submission with its head; null where there is none."""

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
    """Deletes all but the latest backups; those that were deleted.

    Raises:
        OSError: One cannot be deleted.
    """
    return let_go(store, None if folder is None else _folder(folder), kept)


def _folder(typed: str) -> Path:
    path = Path(typed)
    if path.is_file() or (path.suffix.lower() in _OF_FILES and not path.is_dir()):
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


def read_sources(workspace: Workspace, basis: Basis) -> tuple[CitedDocument, ...]:
    """Every document with how often it is cited, those of the plan first."""
    plan, known_at = workspace.plan, basis.known_at
    with open_reader(workspace.store) as ledger:
        documents = all_documents(plan, ledger.documents(known_at))
        return list_sources(plan, documents, ledger.figures(known_at))


def read_source(workspace: Workspace, basis: Basis, typed: str) -> tuple[SourceDocument, Citations]:
    """One document, and the targets and figures that cite it.

    Raises:
        RefusedError: CDS216 or CDS217, no document or several are meant.
    """
    plan, known_at = workspace.plan, basis.known_at
    with open_reader(workspace.store) as ledger:
        documents = all_documents(plan, ledger.documents(known_at))
        names = {each.key: [each.title, each.number or ""] for each in documents.values()}
        wanted = documents[accept(find_id(typed, names, "ID"))]
        return wanted, citations(plan, wanted.key, ledger.figures(known_at))


@dataclass(frozen=True, slots=True)
class DocumentInput:
    """The facts of a source document as typed; None where one was left out."""

    key: str
    title: str
    number: str | None = None
    issuer: str | None = None
    issued: str | None = None
    url: str | None = None
    note: str | None = None


def add_document(
    workspace: Workspace, typed: DocumentInput, author: Author, reason: str | None = None
) -> int | None:
    """Keeps a source document unless it is there already.

    Returns:
        The number of the act that keeps it; null where it was there.

    Raises:
        RefusedError: A fact cannot be read, or the plan declares the document (CDS712).
        RecordRefusedError: CDS711, it is there with other facts and no reason was given.
    """
    document = SourceDocument(
        key=_read_key(workspace, typed.key),
        title=read_text("--title", typed.title) or "",
        number=read_text("--number", typed.number),
        issuer=read_text("--issuer", typed.issuer),
        issued=None
        if typed.issued is None
        else accept(read_issued(typed.issued, author.clock.today)),
        url=read_text("--url", typed.url),
        note=read_text("--note", typed.note),
    )
    act = new_act(workspace, author, ActKind.DOCUMENT, reason)
    with open_writer(workspace.store) as ledger, ledger.writing() as write:
        known = {each.key: each for each in write.documents()}.get(document.key)
        if known == document:
            return None
        if known is not None and act.reason is None:
            raise RecordRefusedError(OtherFacts(DocumentChange(0, document.key, known, document)))
        return write.append(act, [document]).id


def _read_key(workspace: Workspace, typed: str) -> str:
    if not re.fullmatch(SLUG, typed):
        raise RefusedError(Problem("CDS713", {"value": clean(typed)}))
    if typed in workspace.plan.documents:
        raise RefusedError(Problem("CDS712", {"key": typed}))
    return typed


def read_issued(typed: str, today: date) -> date | Problem:
    """The day; one to come would keep the figures of the document from the weeks till then."""
    day = read_day(typed)
    if isinstance(day, Problem):
        return replace(day, facts={**day.facts, "typed_at": "--issued"})
    if day <= today:
        return day
    facts = {"reported": str(day), "today": str(today), "typed_at": "--issued"}
    return Problem("CDS238", facts)
