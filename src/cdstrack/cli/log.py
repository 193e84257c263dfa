"""`cdstrack log`: who recorded what, and when."""

from typing import TYPE_CHECKING, Annotated

from cdstrack.cli.common import Session
from cdstrack.cli.options import WRITTEN, option, takes
from cdstrack.render.view import TABULAR

if TYPE_CHECKING:
    from cdstrack.core.log import LogAct
    from cdstrack.core.problem import Problem
    from cdstrack.core.record import Submission
    from cdstrack.store.reading import Reader

_TOLD = 1000
"""So many changes of an act go into the report; a renderer tells fewer still."""


@takes(*WRITTEN, "known_at", formats=TABULAR)
def log(
    session: Session,
    *,
    last: Annotated[str | None, option("--last", "-n", metavar="N")] = None,
) -> None:
    """One line a submission, the latest first."""
    from cdstrack.cli.accept import accept
    from cdstrack.cli.reports import report_header, write_report
    from cdstrack.core.log import LogReport
    from cdstrack.store.ledger import open_reader

    session.plan  # noqa: B018 - an invalid plan is told before a missing store
    limit = None if last is None else accept(_read_count(last))
    with open_reader(session.store_path.value) as ledger:
        undone = ledger.undone()
        acts = tuple(
            _act(ledger, submission, undone)
            for submission in ledger.submissions(known_at=session.known_at, limit=limit)
        )
    known_at = acts[0].submission.at if acts else None
    write_report(session, LogReport(report_header(session, "log", known_at), acts))


def _act(ledger: "Reader", submission: "Submission", undone: frozenset[int]) -> "LogAct":
    """One act with its first changes; the rest is only counted."""
    from itertools import islice

    from cdstrack.core.log import LogAct

    changes = ledger.iter_changes(submission.id)
    told = tuple(islice(changes, _TOLD))
    more = sum(1 for _ in changes)
    return LogAct(submission, told, more, undone=submission.id in undone)


def _read_count(typed: str) -> "int | Problem":
    from cdstrack.core.problem import Problem
    from cdstrack.words.clean import clean

    if typed.isascii() and typed.isdigit() and 0 < len(typed) < 10 and int(typed):
        return int(typed)
    return Problem("CDS022", {"where": "--last", "value": clean(typed)})
