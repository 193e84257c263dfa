"""`cdstrack restore`: puts a backup in the place of the store, and keeps the replaced file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cdstrack.cli.app.options import argument, takes
from cdstrack.cli.app.session import Session
from cdstrack.core.problem import Problem, RefusedError

if TYPE_CHECKING:
    from cdstrack.core.record.acts import Submission
    from cdstrack.store.restore import Restored

_FEW = 5


@takes()
def restore(session: Session, file: Annotated[str | None, argument("[FILE]")] = None) -> None:
    """Says what was restored, up to which submission, and where the old file is."""
    from cdstrack.store.restore import restore as put_back

    session.plan  # noqa: B018 - an invalid plan is told before anything is changed
    store = session.store_path.value
    if file is None:
        raise RefusedError(_which(store))
    done = put_back(Path(file), store, session.clock.now)
    session.done.append("")
    for line in _told(session, done, file):
        session.write(line)


def _which(store: Path) -> Problem:
    from cdstrack.store.backup import FOLDER, backups_of

    names = [each.path.name for each in backups_of(store)[-_FEW:]]
    return Problem("CDS417", {"folder": str(store.parent / FOLDER), "files": ", ".join(names)})


def _told(session: Session, done: "Restored", file: str) -> list[str]:
    store = str(session.store_path.value)
    lines = [session.sentence("restore.done", store=store, file=file)]
    if done.last is None:
        lines.append(session.sentence("restore.empty"))
    else:
        lines.append(session.sentence("restore.last", **_number_and_time(session, done.last)))
    if done.replaced is not None:
        lines.append(session.sentence("restore.kept", file=str(done.replaced)))
    if done.lost is None:
        lines.append(session.sentence("restore.unknown"))
    elif done.lost:
        facts = {"count": str(len(done.lost)), **_number_and_time(session, done.lost[0])}
        lines.append(session.sentence("restore.lost", **facts))
    return lines


def _number_and_time(session: Session, act: "Submission") -> dict[str, str]:
    from cdstrack.words.parse.dates import format_instant

    at = format_instant(act.at, session.zone, session.language.value)
    return {"number": str(act.id), "at": at}
