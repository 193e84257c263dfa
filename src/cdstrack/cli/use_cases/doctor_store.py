"""What `doctor` looks at in the store itself: soundness, journal, place, permissions, backups.

Owns these lines. They are looked at only where there is a store that can be opened.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from cdstrack.cli.app.session import Session
from cdstrack.core.checks.finding import DiagnosisLine
from cdstrack.core.problem import Problem, RefusedError

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from cdstrack.cli.app.clock import Clock
    from cdstrack.core.record.acts import Submission

WITHOUT_BACKUP = timedelta(days=7)
"""So long an act may be in the store alone."""


def look_after(session: Session) -> Iterator[DiagnosisLine]:
    """Every line about the store, in order."""
    for key, look in _LOOKS.items():
        try:
            yield look(session, session.store_path.value)
        except RefusedError as refused:
            yield DiagnosisLine(key, "", problem=refused.problems[0])


def _record(session: Session, path: Path) -> DiagnosisLine:
    del path
    acts = _acts(session)
    if not acts:
        return DiagnosisLine("record", session.sentence("doctor.no_acts"))
    last = acts[0]
    facts = {"count": str(len(acts)), "at": _told(session, last.at)}
    problem = None
    if not last.test_clock and _is_to_come(session, last.at):
        problem = Problem("CDS510", {"act": str(last.id), "at": facts["at"]})
    return DiagnosisLine("record", session.sentence("doctor.acts", **facts), problem=problem)


def _sound(session: Session, path: Path) -> DiagnosisLine:
    from cdstrack.store.connection import explained
    from cdstrack.store.integrity import faults
    from cdstrack.words.problems.os_errors import both, faults_told

    with explained(path):
        found = faults(path)
    if found:
        tampered = found[0].split(":")[0] in {"missing", "changed", "added"}
        code = "CDS415" if tampered else "CDS403"
        facts = {"path": str(path), **both("detail", faults_told(found))}
        return DiagnosisLine("sound", "", problem=Problem(code, facts))
    return DiagnosisLine("sound", session.sentence("doctor.is_sound"))


def _journal(session: Session, path: Path) -> DiagnosisLine:
    from cdstrack.store.filesystem import beside
    from cdstrack.store.ledger import open_reader

    with open_reader(path) as ledger:
        mode = ledger.journal_mode()
    left = beside(path)
    problem = None
    if mode != "delete":
        problem = Problem("CDS420", {"path": str(path), "mode": mode})
    elif left:
        problem = Problem("CDS421", {"path": str(path), "files": ", ".join(left)})
    del session
    return DiagnosisLine("journal", mode, problem=problem)


def _place(session: Session, path: Path) -> DiagnosisLine:
    from cdstrack.store.filesystem import LITTLE_ROOM, disk_of

    disk, facts = disk_of(path), {"path": str(path)}
    told, problem = session.sentence("doctor.local"), None
    if disk.network:
        told = session.sentence("doctor.network", kind=disk.network)
        problem = Problem("CDS422", {**facts, "kind": disk.network})
    elif disk.synced:
        told = session.sentence("doctor.synced", name=disk.synced)
        problem = Problem("CDS423", {**facts, "folder": disk.synced})
    elif disk.free < LITTLE_ROOM:
        problem = Problem("CDS424", {**facts, "free": str(disk.free)})
    return DiagnosisLine("place", told, problem=problem)


def _permissions(session: Session, path: Path) -> DiagnosisLine:
    from cdstrack.store.filesystem import may_write, permissions

    del session
    mode, open_to_all = permissions(path)
    problem = None
    if open_to_all:
        problem = Problem("CDS425", {"path": str(path), "mode": mode})
    elif not may_write(path):
        problem = Problem("CDS426", {"path": str(path), "mode": mode})
    return DiagnosisLine("permissions", mode, problem=problem)


def _backup(session: Session, path: Path) -> DiagnosisLine:
    """The last backup, and whether what came after it has been without one for too long."""
    from cdstrack.store.backup import FOLDER, REPLACED, backups_of

    known = [each for each in backups_of(path) if each.label != REPLACED]
    last = known[-1].at if known else None
    alone = [act.at for act in _acts(session) if last is None or act.at > last]
    problem = None
    if alone and _now(session).now - min(alone) > WITHOUT_BACKUP:
        facts = {"count": str(len(alone)), "folder": str(path.parent / FOLDER)}
        problem = Problem("CDS427", {**facts, "last": _told(session, last) if last else ""})
    if last is None:
        hint = session.sentence("doctor.back_up") if alone and problem is None else ""
        return DiagnosisLine(
            "backup", session.sentence("doctor.no_backup"), problem=problem, hint=hint
        )
    return DiagnosisLine("backup", known[-1].path.name, problem=problem)


def _is_to_come(session: Session, at: datetime) -> bool:
    """Whether an instant is later than the clock allows for."""
    clock = _now(session)
    return not clock.by_hand and at > clock.now + timedelta(minutes=5)


def _now(session: Session) -> "Clock":
    from cdstrack.cli.app.clock import read_clock

    return read_clock(session.environ, zone_or_utc(session))


def _acts(session: Session) -> "list[Submission]":
    from cdstrack.store.ledger import open_reader

    with open_reader(session.store_path.value) as ledger:
        return ledger.submissions()


def _told(session: Session, at: datetime) -> str:
    from cdstrack.words.parse.dates import format_instant

    return format_instant(at, zone_or_utc(session), session.spoken_language)


def zone_or_utc(session: Session) -> "ZoneInfo":
    """The plan's time zone; UTC where there is no plan to ask."""
    from cdstrack.cli.app.clock import read_zone

    try:
        return session.zone
    except RefusedError:
        return read_zone("UTC")


_LOOKS: dict[str, Callable[[Session, Path], DiagnosisLine]] = {
    "record": _record,
    "sound": _sound,
    "journal": _journal,
    "place": _place,
    "permissions": _permissions,
    "backup": _backup,
}
