"""`cdstrack document`: the sources of targets and figures, and one more of them in the store."""

from functools import partial
from typing import Annotated

import typer

from cdstrack.cli.app.completion import complete_document
from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import WRITTEN, Note, Reason, Text, argument, option, takes
from cdstrack.render.view import Format


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
    from cdstrack.cli.use_cases.store import DocumentInput, add_document

    run = Invocation.of(ctx)
    typed = DocumentInput(key, title, number, issuer, issued, url, note)
    kept = add_document(run.workspace, typed, run.author, reason)
    run.note(kept)
    outcome = "already_recorded" if kept is None else "recorded"
    facts = {"document": key, "number": "" if kept is None else str(kept)}
    run.output.write(run.sentence(f"document.{outcome}", **facts))


@takes(*WRITTEN, "known_at", "plan_at", formats=(Format.TEXT, Format.JSON))
def document_list(ctx: typer.Context) -> None:
    """One line a document, those of the plan first."""
    from cdstrack.cli.use_cases.store import read_sources
    from cdstrack.render.record.sources import documents_fields, documents_text

    run = Invocation.of(ctx)
    sources = read_sources(run.workspace, run.basis)
    run.answer("documents", partial(documents_text, sources), partial(documents_fields, sources))


@takes(*WRITTEN, "known_at", "plan_at", formats=(Format.TEXT, Format.JSON))
def document_show(
    ctx: typer.Context, key: Annotated[str, argument("ID", complete_document)]
) -> None:
    """Its facts, the targets and the figures that cite it."""
    from cdstrack.cli.use_cases.store import read_source
    from cdstrack.render.record.sources import cited_fields, document_text

    run = Invocation.of(ctx)
    source = read_source(run.workspace, run.basis, key)
    fields = partial(cited_fields, *source, run.view)
    run.answer("document", partial(document_text, *source), fields)
