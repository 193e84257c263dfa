"""The source documents of plan and store: listing them, what cites them, and adding one."""

import re
from dataclasses import dataclass, replace
from datetime import date

from cdstrack.cli.app.workspace import Author, Basis, Workspace, new_act, read_text
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
from cdstrack.store.ledger import open_reader, open_writer
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import read_day


def read_sources(workspace: Workspace, basis: Basis) -> tuple[CitedDocument, ...]:
    """Every document with the number of its citations, those of the plan first."""
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
    """The facts of a source document as typed; None for those left out."""

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
    """Records a source document unless it is recorded already.

    Returns:
        The number of the submission; None if the document was recorded before.

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
    """The day of issue. It must not be in the future: the weekly pages would omit its figures."""
    day = read_day(typed)
    if isinstance(day, Problem):
        return replace(day, facts={**day.facts, "typed_at": "--issued"})
    if day <= today:
        return day
    facts = {"reported": str(day), "today": str(today), "typed_at": "--issued"}
    return Problem("CDS238", facts)
