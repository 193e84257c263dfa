"""From plan and store to who is responsible for what: what `owners` and `remind` share."""

from dataclasses import replace
from typing import TYPE_CHECKING

from cdstrack.cli.app.session import Session
from cdstrack.cli.use_cases.reports import report_header

if TYPE_CHECKING:
    from cdstrack.core.weekly.obligations import OwnersReport


def read_owners(session: Session, *, context: bool = False) -> "OwnersReport":
    """Who is responsible and owes what, on the day and by the knowledge asked for.

    Raises:
        RefusedError: An option is wrong, the plan invalid, or the store cannot be used.
    """
    from cdstrack.core.reports.status import build_status
    from cdstrack.core.weekly.obligations import build_owners
    from cdstrack.store.ledger import open_reader

    plan, method, known_at = session.plan, session.method, session.known_at
    with open_reader(session.store_path.value) as ledger:
        figures = ledger.current(org_unit=plan.area, indicators=set(plan.by_id), known_at=known_at)
        last = ledger.knowledge(known_at)
    header = report_header(session, "owners", last.at if last else None)
    report = build_status(plan, figures, header, method=method, context=context)
    return replace(build_owners(plan, report, figures), header=header)
