"""`cdstrack export`: the figures as a file that reads back exactly."""

from dataclasses import replace
from typing import Annotated

from cdstrack.cli.common import Session
from cdstrack.cli.options import WRITTEN, argument, takes
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.render.view import Format


@takes(*WRITTEN, "known_at", formats=(Format.CSV,))
def export(session: Session, file: Annotated[str | None, argument("[FILE]")] = None) -> None:
    """All current figures, by indicator, org unit, group and period."""
    from cdstrack.files.figures_csv import figure_lines
    from cdstrack.store.ledger import open_reader

    if file and session.given.output:
        raise RefusedError(Problem("CDS009", {"first": "FILE", "second": "--output"}))
    if file:
        session = replace(session, given=replace(session.given, output=file))
    session.plan  # noqa: B018 - an invalid plan is told before a missing store
    session.format  # noqa: B018 - an ending that cannot be written is told before reading
    with open_reader(session.store_path.value) as ledger:
        session.write(figure_lines(ledger.figures(session.known_at)))
