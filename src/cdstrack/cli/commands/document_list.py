"""`cdstrack document list`: the sources of targets and figures."""

from functools import partial

from cdstrack.cli.app.options import WRITTEN, takes
from cdstrack.cli.app.session import Session
from cdstrack.render.view import Format


@takes(*WRITTEN, "known_at", "plan_at", formats=(Format.TEXT, Format.JSON))
def document_list(session: Session) -> None:
    """One line a document, those of the plan first."""
    from cdstrack.cli.use_cases.reports import write_answer
    from cdstrack.core.record.sources import all_documents, list_sources
    from cdstrack.render.record.sources import documents_fields, documents_text
    from cdstrack.store.ledger import open_reader

    plan, known_at = session.plan, session.known_at
    with open_reader(session.store_path.value) as ledger:
        documents = all_documents(plan, ledger.documents(known_at))
        sources = list_sources(plan, documents, ledger.figures(known_at))
    render = partial(documents_text, sources), partial(documents_fields, sources)
    write_answer(session, "documents", *render, session.view)
