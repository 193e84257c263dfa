"""What `doctor` looks at: every setting with its value, its origin and what is wrong with it.

Owns the list, and what is looked at in a store that can be opened. A setting that cannot be used is
a problem in the list, never the end of it.
"""

import locale
import platform
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from cdstrack import __version__
from cdstrack.cli.app.clock import VARIABLE, Clock, read_clock, read_zone
from cdstrack.cli.app.plan_version import Plans
from cdstrack.cli.app.settings import Colour, Origin, Setting, Settings, with_command
from cdstrack.core.checks.finding import DiagnosisLine
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.core.record.acts import Submission
from cdstrack.words.parse.dates import format_instant
from cdstrack.words.problems.os_errors import both, faults_told
from cdstrack.words.talk.general import talk_text

WITHOUT_BACKUP = timedelta(days=7)
"""Maximum age of a submission without a backup."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What is looked at; `language` is that of the lines, whatever is wrong with the setting.

    `columns` is the width of the output, and `on_terminal` says whether it is a terminal.
    """

    settings: Settings
    plans: Plans
    language: str
    columns: int
    on_terminal: bool

    def say(self, key: str, **facts: str) -> str:
        """A sentence of `cdstrack.words.talk.general`."""
        return talk_text(f"doctor.{key}", self.language, facts)

    @property
    def zone(self) -> ZoneInfo:
        """The plan's time zone; UTC where there is no plan to ask."""
        try:
            return self.plans.zone
        except RefusedError:
            return read_zone("UTC")

    @property
    def clock(self) -> Clock:
        """Today and now."""
        return read_clock(self.settings.environ, self.zone)


def diagnose(setup: Setup) -> Iterator[DiagnosisLine]:
    """Every line in order; none of them raises for what a user has set."""
    for key, look in _LOOKS.items():
        try:
            line = look(setup)
        except RefusedError as refused:
            line = DiagnosisLine(key, "", problem=refused.problems[0])
        yield line
        if key == "store" and line.problem is None:
            yield from _store_lines(setup)


def _set(key: str, setting: Setting[str] | Setting[Colour]) -> DiagnosisLine:
    return DiagnosisLine(key, setting.value, setting.origin, setting.name)


def _plan(setup: Setup) -> DiagnosisLine:
    found = setup.settings.plan
    path = "" if found.value is None else str(found.value.resolve())
    try:
        setup.plans.plan  # noqa: B018 - whether it can be read and is valid
    except RefusedError as refused:
        return DiagnosisLine("plan", path, found.origin, found.name, refused.problems[0])
    return DiagnosisLine("plan", path, found.origin, found.name)


def _store(setup: Setup) -> DiagnosisLine:
    from cdstrack.store.ledger import open_reader

    found = setup.settings.store
    path = str(found.value.resolve())
    try:
        with open_reader(found.value) as ledger:
            ledger.knowledge()
    except RefusedError as refused:
        problem = with_command(refused.problems[0], setup.settings)
        return DiagnosisLine("store", path, found.origin, found.name, problem)
    return DiagnosisLine("store", path, found.origin, found.name)


def _language(setup: Setup) -> DiagnosisLine:
    return _set("language", setup.settings.language(setup.plans.language))


def _today(setup: Setup) -> DiagnosisLine:
    zone, clock = setup.zone, setup.clock
    origin = Origin.ENVIRONMENT if clock.by_hand else Origin.DEFAULT
    shown = f"{clock.today.isoformat()} ({zone.key})"
    return DiagnosisLine("today", shown, origin, VARIABLE if clock.by_hand else "")


def _zone(setup: Setup) -> DiagnosisLine:
    """The plan's time zone, and how far the computer's clock is from UTC."""
    offset = datetime.now().astimezone().strftime("%z")  # the computer's own zone is the point
    facts = {"zone": setup.zone.key, "offset": f"{offset[:3]}:{offset[3:]}"}
    return DiagnosisLine("zone", setup.say("zones", **facts))


def _screen(setup: Setup) -> DiagnosisLine:
    """Whether a terminal shows what is printed, and in which encoding."""
    encoding = locale.getpreferredencoding(do_setlocale=False).upper()
    if not setup.on_terminal:
        return DiagnosisLine("screen", setup.say("no_screen", encoding=encoding))
    problem = None if encoding == "UTF-8" else Problem("CDS428", {"encoding": encoding})
    facts = {"columns": str(setup.columns), "encoding": encoding}
    return DiagnosisLine("screen", setup.say("is_screen", **facts), problem=problem)


def _user(setup: Setup) -> DiagnosisLine:
    return _set("user", setup.settings.user)


def _colour(setup: Setup) -> DiagnosisLine:
    return _set("colour", setup.settings.colour)


def _width(setup: Setup) -> DiagnosisLine:
    wanted = setup.settings.width
    origin = Origin.DEFAULT if wanted is None else Origin.OPTION
    name = "" if wanted is None else "--width"
    return DiagnosisLine("width", str(wanted or setup.columns), origin, name)


def _versions(setup: Setup) -> DiagnosisLine:
    del setup
    from importlib.metadata import version

    libraries = ", ".join(f"{name} {version(name)}" for name in ("sqlmodel", "typer", "pydantic"))
    python = f"Python {platform.python_version()}"
    return DiagnosisLine("versions", f"cdstrack {__version__}, {python}, {libraries}")


_LOOKS: dict[str, Callable[[Setup], DiagnosisLine]] = {
    "plan": _plan,
    "store": _store,
    "language": _language,
    "today": _today,
    "zone": _zone,
    "user": _user,
    "colour": _colour,
    "width": _width,
    "screen": _screen,
    "versions": _versions,
}


def _store_lines(setup: Setup) -> Iterator[DiagnosisLine]:
    """Every line about the store, in order."""
    for key, look in _STORE_LOOKS.items():
        try:
            yield look(setup, setup.settings.store.value)
        except RefusedError as refused:
            yield DiagnosisLine(key, "", problem=refused.problems[0])


def _record(setup: Setup, path: Path) -> DiagnosisLine:
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


def _sound(setup: Setup, path: Path) -> DiagnosisLine:
    from cdstrack.store.connection import explained
    from cdstrack.store.integrity import faults

    with explained(path):
        found = faults(path)
    if found:
        tampered = found[0].split(":")[0] in {"missing", "changed", "added"}
        code = "CDS415" if tampered else "CDS403"
        facts = {"path": str(path), **both("detail", faults_told(found))}
        return DiagnosisLine("sound", "", problem=Problem(code, facts))
    return DiagnosisLine("sound", setup.say("is_sound"))


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
    """The last backup, and whether what came after it has been without one for too long."""
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
    """Whether an instant is later than the clock allows for."""
    clock = setup.clock
    return not clock.by_hand and at > clock.now + timedelta(minutes=5)


def _acts(setup: Setup) -> list[Submission]:
    from cdstrack.store.ledger import open_reader

    with open_reader(setup.settings.store.value) as ledger:
        return ledger.submissions()


def _instant(setup: Setup, at: datetime) -> str:
    return format_instant(at, setup.zone, setup.language)


_STORE_LOOKS: dict[str, Callable[[Setup, Path], DiagnosisLine]] = {
    "record": _record,
    "sound": _sound,
    "journal": _journal,
    "place": _place,
    "permissions": _permissions,
    "backup": _backup,
}
