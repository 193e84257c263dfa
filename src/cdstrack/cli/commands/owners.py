"""`cdstrack owners`: who is responsible for what, and owes what."""

from typing import Annotated

from cdstrack.cli.app.options import REPORT, flag, takes
from cdstrack.cli.app.session import Session
from cdstrack.render.view import DOCUMENT


@takes(*REPORT, formats=DOCUMENT)
def owners(session: Session, *, everything: Annotated[bool, flag("--all")] = False) -> None:
    """Every lead body and person; with `--all` the context figures too."""
    from cdstrack.cli.use_cases.reports import write_report
    from cdstrack.cli.use_cases.responsibility import read_owners
    from cdstrack.render import formats

    write_report(session, formats.owners, read_owners(session, context=everything))
