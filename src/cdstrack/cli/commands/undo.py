"""`cdstrack undo`: takes back a submission, by another one."""

from typing import Annotated

from cdstrack.cli.app.options import argument, flag, option, takes
from cdstrack.cli.app.session import Session
from cdstrack.render.view import Format


@takes("format", formats=(Format.TEXT, Format.JSON))
def undo(
    session: Session,
    number: Annotated[str | None, argument("[N]")] = None,
    *,
    reason: Annotated[str | None, option("--reason", metavar="TEXT")] = None,
    dry_run: Annotated[bool, flag("--dry-run")] = False,
) -> None:
    """Says what was taken back: before and after."""
    from cdstrack.cli.use_cases.revising import read_number, write_revision
    from cdstrack.cli.use_cases.undoing import take_back

    session.plan  # noqa: B018 - an invalid plan is told before a missing store
    wanted = None if number is None else read_number(number, "N")
    revision = take_back(session, wanted, reason, dry_run=dry_run)
    write_revision(session, revision)
