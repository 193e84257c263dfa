"""`cdstrack document add`: keeps a source document in the store."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from cdstrack.cli.app.options import argument, option, takes
from cdstrack.cli.app.session import Session
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.words.parse.clean import clean

if TYPE_CHECKING:
    from datetime import date

    from cdstrack.core.record.acts import SourceDocument, Submission

Text = str | None


@takes()
def document_add(
    session: Session,
    key: Annotated[str, argument("ID")],
    *,
    title: Annotated[str, option("--title", metavar="TEXT")],
    number: Annotated[Text, option("--number", metavar="TEXT")] = None,
    issuer: Annotated[Text, option("--issuer", metavar="TEXT")] = None,
    issued: Annotated[Text, option("--issued", metavar="DATE")] = None,
    url: Annotated[Text, option("--url", metavar="URL")] = None,
    note: Annotated[Text, option("--note", metavar="TEXT")] = None,
    reason: Annotated[Text, option("--reason", metavar="TEXT")] = None,
) -> None:
    """Says under which submission it was kept."""
    from cdstrack.core.record.acts import SourceDocument

    document = SourceDocument(
        key=_read_key(session, key),
        title=_read_text("--title", title) or "",
        number=_read_text("--number", number),
        issuer=_read_text("--issuer", issuer),
        issued=_read_issued(session, issued),
        url=_read_text("--url", url),
        note=_read_text("--note", note),
    )
    kept = _keep(session, document, reason)
    facts = {"document": document.key, "number": str(kept.id) if kept else ""}
    session.write(
        session.sentence(f"document.{'recorded' if kept else 'already_recorded'}", **facts)
    )


def _keep(session: Session, document: "SourceDocument", reason: str | None) -> "Submission | None":
    """Keeps the document unless it is there already, which gives null.

    Raises:
        RefusedError: CDS711, it is there with other facts and no reason was given.
        StoreUnusableError: The store cannot be used.
    """
    from cdstrack.cli.use_cases.revising import reasoned_act
    from cdstrack.core.record.acts import ActKind
    from cdstrack.store.ledger import open_writer

    act = reasoned_act(session, ActKind.DOCUMENT, reason)
    with open_writer(session.store_path.value) as ledger, ledger.writing() as write:
        known = {each.key: each for each in write.documents()}.get(document.key)
        if known == document:
            return None
        if known is not None and act.reason is None:
            raise RefusedError(_other_facts(session, known, document))
        kept = write.append(act, [document])
    session.done.append(str(kept.id))
    return kept


def _other_facts(session: Session, known: "SourceDocument", document: "SourceDocument") -> Problem:
    from cdstrack.core.record.acts import DocumentChange
    from cdstrack.render.changes import beside_words

    fields = beside_words(DocumentChange(0, document.key, known, document), session.view)
    return Problem("CDS711", {"key": document.key, "fields": fields})


def _read_key(session: Session, typed: str) -> str:
    from cdstrack.core.plan.values import SLUG

    if not re.fullmatch(SLUG, typed):
        raise RefusedError(Problem("CDS713", {"value": clean(typed)}))
    if typed in session.plan.documents:
        raise RefusedError(Problem("CDS712", {"key": typed}))
    return typed


def _read_text(where: str, typed: str | None) -> str | None:
    from cdstrack.core.record.observation_rules import LONGEST_TEXT

    if typed is None:
        return None
    text = clean(typed).strip()
    if text and len(text) <= LONGEST_TEXT:
        return text
    limit = {"limit": str(LONGEST_TEXT)} if text else {}
    raise RefusedError(Problem("CDS222", {"where": where, **limit}))


def _read_issued(session: Session, typed: str | None) -> "date | None":
    """The day; one to come would keep the figures of the document from the weeks till then."""
    from cdstrack.cli.app.unwrap import accept
    from cdstrack.words.parse.dates import read_day

    day = None if typed is None else read_day(typed)
    if isinstance(day, Problem):
        day = replace(day, facts={**day.facts, "typed_at": "--issued"})
    if day is None or (known := accept(day)) <= session.clock.today:
        return None if day is None else known
    facts = {"reported": str(known), "today": str(session.clock.today), "typed_at": "--issued"}
    raise RefusedError(Problem("CDS238", facts))
