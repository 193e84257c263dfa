"""`cdstrack owners`: who is responsible for what, and owes what."""

from typing import Annotated

from cdstrack.cli.app.options import REPORT, flag, takes
from cdstrack.cli.app.session import Session
from cdstrack.render.view import Format

FORMATS = (Format.TEXT, Format.MARKDOWN, Format.JSON, Format.HTML)


@takes(*REPORT, formats=FORMATS)
def owners(session: Session, *, everything: Annotated[bool, flag("--all")] = False) -> None:
    """Every lead body and person; with `--all` the context figures too."""
    from cdstrack.cli.use_cases.responsibility import read_owners
    from cdstrack.cli.use_cases.weekly_pages import write_owners

    write_owners(session, read_owners(session, context=everything))
