"""`cdstrack document`: the sources of targets and figures."""

from functools import partial
from typing import Annotated

import typer

from cdstrack.cli.app.completion import complete_document
from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import WRITTEN, argument, takes
from cdstrack.render.view import Format


@takes(*WRITTEN, "known_at", "plan_at", formats=(Format.TEXT, Format.JSON))
def document_list(ctx: typer.Context) -> None:
    """One line a document, those of the plan first."""
    from cdstrack.cli.use_cases.documents import read_sources
    from cdstrack.render.record.sources import documents_fields, documents_text

    run = Invocation.of(ctx)
    sources = read_sources(run.workspace, run.basis)
    run.answer("documents", partial(documents_text, sources), partial(documents_fields, sources))


@takes(*WRITTEN, "known_at", "plan_at", formats=(Format.TEXT, Format.JSON))
def document_show(
    ctx: typer.Context, key: Annotated[str, argument("ID", complete_document)]
) -> None:
    """Its facts, the targets and the figures that cite it."""
    from cdstrack.cli.use_cases.documents import read_source
    from cdstrack.render.record.sources import cited_fields, document_text

    run = Invocation.of(ctx)
    source = read_source(run.workspace, run.basis, key)
    fields = partial(cited_fields, *source, run.view)
    run.answer("document", partial(document_text, *source), fields)
