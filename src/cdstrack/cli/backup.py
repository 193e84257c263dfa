"""`cdstrack backup`: a verified copy of the store, named by the instant."""

from pathlib import Path
from typing import Annotated

from cdstrack.cli.common import Session
from cdstrack.cli.options import argument, option, takes


@takes()
def backup(
    session: Session,
    folder: Annotated[str | None, argument("[DIR]")] = None,
    *,
    keep: Annotated[str | None, option("--keep", metavar="N")] = None,
) -> None:
    """Prints the path of the copy; says which old ones it let go."""
    from cdstrack.cli.clock import read_clock
    from cdstrack.cli.revising import read_number
    from cdstrack.store.backups import backup_now, let_go

    at = read_clock(session.environ, session.zone).now
    into = None if folder is None else Path(folder)
    kept = None if keep is None else read_number(keep, "--keep")
    store = session.store_path.value
    made = backup_now(store, at, into)
    session.write(session.sentence("backup.made", file=str(made)))
    for old in let_go(store, into, kept) if kept else ():
        session.write(session.sentence("backup.let_go", file=str(old)))
