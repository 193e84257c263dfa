"""`cdstrack backup`: a verified copy of the store, named by the instant."""

from pathlib import Path
from typing import Annotated

from cdstrack.cli.app.options import argument, option, takes
from cdstrack.cli.app.session import Session
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.words.parse.clean import clean

_OF_FILES = {".db", ".sqlite", ".sqlite3", ".bak", ".zip", ".gz"}


@takes()
def backup(
    session: Session,
    folder: Annotated[str | None, argument("[DIR]")] = None,
    *,
    keep: Annotated[str | None, option("--keep", metavar="N")] = None,
) -> None:
    """Prints the path of the copy; says which old ones it let go."""
    from cdstrack.cli.app.clock import read_clock
    from cdstrack.cli.use_cases.revising import read_number
    from cdstrack.store.backup import backup_now, let_go

    at = read_clock(session.environ, session.zone).now
    into = None if folder is None else _folder(folder)
    kept = None if keep is None else read_number(keep, "--keep")
    store = session.store_path.value
    made = backup_now(store, at, into)
    session.done.append("")
    session.write(session.sentence("backup.made", file=str(made)))
    for old in let_go(store, into, kept) if kept else ():
        session.write(session.sentence("backup.let_go", file=str(old)))


def _folder(typed: str) -> Path:
    """The folder to copy into, which need not exist.

    Raises:
        RefusedError: CDS024, it is a file, or is called like one.
    """
    path = Path(typed)
    if path.is_file() or (path.suffix.lower() in _OF_FILES and not path.is_dir()):
        facts = {"value": clean(typed), "folder": clean(str(path.parent))}
        raise RefusedError(Problem("CDS024", facts))
    return path
