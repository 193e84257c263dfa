"""`cdstrack document show`: one source, and what cites it."""

from functools import partial
from typing import Annotated

from cdstrack.cli.app.completion import complete_document
from cdstrack.cli.app.options import WRITTEN, argument, takes
from cdstrack.cli.app.session import Session
from cdstrack.render.view import Format


@takes(*WRITTEN, "known_at", "plan_at", formats=(Format.TEXT, Format.JSON))
def document_show(session: Session, key: Annotated[str, argument("ID", complete_document)]) -> None:
    """Its facts, the targets and the figures that cite it."""
    from cdstrack.cli.app.unwrap import accept
    from cdstrack.cli.use_cases.lookup import find_id
    from cdstrack.cli.use_cases.reports import write_answer
    from cdstrack.core.record.sources import all_documents, citations
    from cdstrack.render.record.sources import cited_fields, document_text
    from cdstrack.store.ledger import open_reader

    plan, known_at = session.plan, session.known_at
    with open_reader(session.store_path.value) as ledger:
        documents = all_documents(plan, ledger.documents(known_at))
        names = {each.key: [each.title, each.number or ""] for each in documents.values()}
        wanted = documents[accept(find_id(key, names, "ID"))]
        cited = citations(plan, wanted.key, ledger.figures(known_at))
    render = (
        partial(document_text, wanted, cited),
        partial(cited_fields, wanted, cited, session.view),
    )
    write_answer(session, "document", *render, session.view)
