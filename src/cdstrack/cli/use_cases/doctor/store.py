"""The lines of `doctor` about a store that can be opened: chain, journal, place, permissions, backups."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from cdstrack.cli.use_cases.doctor.setup import Setup
from cdstrack.core.checks.finding import DiagnosisLine
from cdstrack.core.problem import Problem, RefusedError, Severity
from cdstrack.core.record.acts import Submission
from cdstrack.render.page.header_footer import DIGEST_SHOWN
from cdstrack.store.address import Address, Server
from cdstrack.words.parse.dates import format_instant

if TYPE_CHECKING:
    from cdstrack.store.verification import Verified

Place = TypeVar("Place", bound=Address)
_FEW = 5
WITHOUT_BACKUP = timedelta(days=7)
"""Maximum age of a submission without a backup."""
_OF_THE_CHAIN = {"CDS403", "CDS430"}


def store_lines(setup: Setup) -> Iterator[DiagnosisLine]:
    """Every line about the store, in order."""
    store = setup.settings.store.value
    yield from _looked(setup, store, _ANYWHERE)
    if isinstance(store, Server):
        yield from _looked(setup, store, _ON_SERVER)
    else:
        yield from _looked(setup, store, _IN_FILE)


def _looked(
    setup: Setup, store: Place, looks: "dict[str, Callable[[Setup, Place], DiagnosisLine]]"
) -> Iterator[DiagnosisLine]:
    for key, look in looks.items():
        try:
            yield look(setup, store)
        except RefusedError as refused:
            yield DiagnosisLine(key, "", problem=refused.problems[0])
        if key == "sound":
            yield from _proof(setup, store)


def _proof(setup: Setup, path: Address) -> Iterator[DiagnosisLine]:
    """Whether the recomputed chain matches, and the contradictions of single rows."""
    from cdstrack.store.verification import verify

    verified = verify(path)
    yield _chain(setup, verified)
    yield _rows(setup, verified)


def _record(setup: Setup, path: Address) -> DiagnosisLine:
    del path
    acts = _acts(setup)
    if not acts:
        return DiagnosisLine("record", setup.say("no_acts"))
    last = acts[0]
    facts = {"count": str(len(acts)), "at": _instant(setup, last.at)}
    problem = None
    if not last.test_clock and _is_to_come(setup, last.at):
        problem = Problem("CDS510", {"act": str(last.id), "at": facts["at"]})
    return DiagnosisLine("record", setup.say("acts", **facts), problem=problem)


def _sound(setup: Setup, path: Address) -> DiagnosisLine:
    from cdstrack.store.verification import structure_problems

    for problem in structure_problems(path):
        return DiagnosisLine("sound", "", problem=_found(problem))
    return DiagnosisLine("sound", setup.say("is_sound"))


def _chain(setup: Setup, verified: "Verified") -> DiagnosisLine:
    """The digest up to which nothing was changed, and the first submission with a digest."""
    problem = next((each for each in verified.problems if each.code in _OF_THE_CHAIN), None)
    if problem is not None:
        return DiagnosisLine("chain", "", problem=_found(problem))
    if verified.head is None:
        return DiagnosisLine("chain", "" if verified.damaged else setup.say("not_chained"))
    facts = {"count": str(verified.count), "head": verified.head[:DIGEST_SHOWN]}
    if verified.sealed_at is None:
        return DiagnosisLine("chain", setup.say("chained", **facts))
    facts |= {"at": _instant(setup, verified.sealed_at), "sealed": str(verified.sealed)}
    return DiagnosisLine("chain", setup.say("chained_since", **facts))


def _rows(setup: Setup, verified: "Verified") -> DiagnosisLine:
    """The first contradiction of a single row; `check` names all of them."""
    found = [each for each in verified.problems if each.code not in _OF_THE_CHAIN]
    if found:
        return DiagnosisLine("rows", "", problem=_found(found[0]))
    return DiagnosisLine("rows", "" if verified.damaged else setup.say("rows_agree"))


def _found(problem: Problem) -> Problem:
    return replace(problem, severity=Severity.ERROR)


def _journal(setup: Setup, path: Path) -> DiagnosisLine:
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
    del setup
    return DiagnosisLine("journal", mode, problem=problem)


def _leftovers(setup: Setup, path: Path) -> DiagnosisLine:
    """Temporary files that killed processes left beside the store, its backups and the plan."""
    from cdstrack.store.backup import FOLDER
    from cdstrack.store.filesystem import leftovers

    plan = setup.settings.plan.value
    folders = {path.parent, path.parent / FOLDER, *([] if plan is None else [plan.parent])}
    left = sorted(str(file) for folder in folders for file in leftovers(folder))
    if not left:
        return DiagnosisLine("leftovers", setup.say("no_leftovers"))
    shown = ", ".join(left[:_FEW]) + (" …" if len(left) > _FEW else "")
    facts = {"files": shown, "count": str(len(left))}
    return DiagnosisLine("leftovers", "", problem=Problem("CDS437", facts))


def _place(setup: Setup, path: Path) -> DiagnosisLine:
    from cdstrack.store.filesystem import LITTLE_ROOM, disk_of

    disk, facts = disk_of(path), {"path": str(path)}
    said, problem = setup.say("local"), None
    if disk.network:
        said = setup.say("network", kind=disk.network)
        problem = Problem("CDS422", {**facts, "kind": disk.network})
    elif disk.synced:
        said = setup.say("synced", name=disk.synced)
        problem = Problem("CDS423", {**facts, "folder": disk.synced})
    elif disk.free < LITTLE_ROOM:
        problem = Problem("CDS424", {**facts, "free": str(disk.free)})
    return DiagnosisLine("place", said, problem=problem)


def _permissions(setup: Setup, path: Path) -> DiagnosisLine:
    from cdstrack.store.filesystem import may_write, permissions

    del setup
    mode, open_to_all = permissions(path)
    problem = None
    if open_to_all:
        problem = Problem("CDS425", {"path": str(path), "mode": mode})
    elif not may_write(path):
        problem = Problem("CDS426", {"path": str(path), "mode": mode})
    return DiagnosisLine("permissions", mode, problem=problem)


def _backup(setup: Setup, path: Path) -> DiagnosisLine:
    """The last backup, and whether later submissions have been without one for too long."""
    from cdstrack.store.backup import FOLDER, REPLACED, backups_of

    known = [each for each in backups_of(path) if each.label != REPLACED]
    last = known[-1].at if known else None
    alone = [act.at for act in _acts(setup) if last is None or act.at > last]
    problem = None
    if alone and setup.clock.now - min(alone) > WITHOUT_BACKUP:
        facts = {"count": str(len(alone)), "folder": str(path.parent / FOLDER)}
        problem = Problem("CDS427", {**facts, "last": _instant(setup, last) if last else ""})
    if last is None:
        hint = setup.say("back_up") if alone and problem is None else ""
        return DiagnosisLine("backup", setup.say("no_backup"), problem=problem, hint=hint)
    return DiagnosisLine("backup", known[-1].path.name, problem=problem)


def _is_to_come(setup: Setup, at: datetime) -> bool:
    """Whether an instant lies in the future, clock differences allowed for."""
    clock = setup.clock
    return not clock.by_hand and at > clock.now + timedelta(minutes=5)


def _acts(setup: Setup) -> list[Submission]:
    from cdstrack.store.ledger import open_reader

    with open_reader(setup.settings.store.value) as ledger:
        return ledger.submissions()


def _instant(setup: Setup, at: datetime) -> str:
    return format_instant(at, setup.zone, setup.language)


def _server(setup: Setup, place: Server) -> DiagnosisLine:
    """The version of the server, and whether the address shows a password."""
    from cdstrack.store.server_access import account_on

    version = account_on(place).server_version
    problem = Problem("CDS450", {"path": str(place)}) if place.has_secret else None
    return DiagnosisLine("server", setup.say("is_server", version=version), problem=problem)


def _role(setup: Setup, place: Server) -> DiagnosisLine:
    from cdstrack.store.server_access import account_on

    account = account_on(place)
    return DiagnosisLine("role", setup.say(f"is_{account.access}", account=account.name))


_ANYWHERE: dict[str, Callable[[Setup, Address], DiagnosisLine]] = {
    "record": _record,
    "sound": _sound,
}
_ON_SERVER: dict[str, Callable[[Setup, Server], DiagnosisLine]] = {
    "server": _server,
    "role": _role,
}
_IN_FILE: dict[str, Callable[[Setup, Path], DiagnosisLine]] = {
    "journal": _journal,
    "leftovers": _leftovers,
    "place": _place,
    "permissions": _permissions,
    "backup": _backup,
}
