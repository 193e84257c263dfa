"""`cdstrack document add`: adds a source document to the store."""

from typing import Annotated

import typer

from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import Note, Reason, Text, argument, option, takes


@takes()
def document_add(
    ctx: typer.Context,
    key: Annotated[str, argument("ID")],
    *,
    title: Annotated[str, option("--title", metavar="TEXT")],
    number: Annotated[Text, option("--number", metavar="TEXT")] = None,
    issuer: Annotated[Text, option("--issuer", metavar="TEXT")] = None,
    issued: Annotated[Text, option("--issued", metavar="DATE")] = None,
    url: Annotated[Text, option("--url", metavar="URL")] = None,
    note: Note = None,
    reason: Reason = None,
) -> None:
    """Says under which submission it was kept."""
    from cdstrack.cli.use_cases.documents import DocumentInput, add_document

    run = Invocation.of(ctx)
    typed = DocumentInput(key, title, number, issuer, issued, url, note)
    kept = add_document(run.workspace, typed, run.author, reason)
    run.note(kept)
    outcome = "already_recorded" if kept is None else "recorded"
    facts = {"document": key, "number": "" if kept is None else str(kept)}
    run.tell(f"document.{outcome}", **facts)
