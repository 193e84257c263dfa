"""What `doctor` looks at: every setting with what it is, where it comes from and what is wrong.

Owns the list. A setting that cannot be used is a problem in the list, never the end of it.
"""

import platform
from collections.abc import Callable, Iterator

from cdstrack import __version__
from cdstrack.cli.app import settings, terminal
from cdstrack.cli.app.error_hints import advised
from cdstrack.cli.app.session import Session
from cdstrack.cli.app.settings import Origin, Setting
from cdstrack.cli.use_cases.doctor_store import look_after, zone_or_utc
from cdstrack.core.checks.finding import DiagnosisLine
from cdstrack.core.problem import Problem, RefusedError

Look = Callable[[Session], DiagnosisLine]


def diagnose(session: Session) -> Iterator[DiagnosisLine]:
    """Every line in order; none of them raises for what a user has set."""
    for key, look in _LOOKS.items():
        try:
            line = look(session)
        except RefusedError as refused:
            line = DiagnosisLine(key, "", problem=refused.problems[0])
        yield line
        if key == "store" and line.problem is None:
            yield from look_after(session)


def _set(key: str, setting: Setting[str]) -> DiagnosisLine:
    return DiagnosisLine(key, setting.value, setting.origin, setting.name)


def _plan(session: Session) -> DiagnosisLine:
    found = session.plan_path
    path = "" if found.value is None else str(found.value.resolve())
    try:
        session.plan  # noqa: B018 - whether it can be read and is valid
    except RefusedError as refused:
        return DiagnosisLine("plan", path, found.origin, found.name, refused.problems[0])
    return DiagnosisLine("plan", path, found.origin, found.name)


def _store(session: Session) -> DiagnosisLine:
    from cdstrack.store.ledger import open_reader

    found = session.store_path
    path = str(found.value.resolve())
    try:
        with open_reader(found.value) as ledger:
            ledger.knowledge()
    except RefusedError as refused:
        problem = advised(refused.problems[0], session)
        return DiagnosisLine("store", path, found.origin, found.name, problem)
    return DiagnosisLine("store", path, found.origin, found.name)


def _language(session: Session) -> DiagnosisLine:
    return _set("language", session.language)


def _today(session: Session) -> DiagnosisLine:
    from cdstrack.cli.app.clock import VARIABLE, read_clock

    zone = zone_or_utc(session)
    clock = read_clock(session.environ, zone)
    origin = Origin.ENVIRONMENT if clock.by_hand else Origin.DEFAULT
    shown = f"{clock.today.isoformat()} ({zone.key})"
    return DiagnosisLine("today", shown, origin, VARIABLE if clock.by_hand else "")


def _zone(session: Session) -> DiagnosisLine:
    """The plan's time zone, and how far the computer's clock is from UTC."""
    from datetime import datetime

    offset = datetime.now().astimezone().strftime("%z")  # the computer's own zone is the point
    told = {"zone": zone_or_utc(session).key, "offset": f"{offset[:3]}:{offset[3:]}"}
    return DiagnosisLine("zone", session.sentence("doctor.zones", **told))


def _screen(session: Session) -> DiagnosisLine:
    """Whether a terminal shows what is printed, and in which encoding."""
    import locale

    encoding = locale.getpreferredencoding(do_setlocale=False).upper()
    if not terminal.is_terminal():
        return DiagnosisLine("screen", session.sentence("doctor.no_screen", encoding=encoding))
    problem = None if encoding == "UTF-8" else Problem("CDS428", {"encoding": encoding})
    facts = {"columns": str(terminal.width(None)), "encoding": encoding}
    return DiagnosisLine("screen", session.sentence("doctor.is_screen", **facts), problem=problem)


def _user(session: Session) -> DiagnosisLine:
    return _set("user", session.user)


def _colour(session: Session) -> DiagnosisLine:
    return _set("colour", settings.colour_setting(session.given.color, session.environ))


def _width(session: Session) -> DiagnosisLine:
    wanted = settings.width_option(session.given.width)
    origin = Origin.DEFAULT if wanted is None else Origin.OPTION
    name = "" if wanted is None else "--width"
    return DiagnosisLine("width", str(terminal.width(wanted)), origin, name)


def _versions(session: Session) -> DiagnosisLine:
    del session
    from importlib.metadata import version

    libraries = ", ".join(f"{name} {version(name)}" for name in ("sqlmodel", "typer", "pydantic"))
    python = f"Python {platform.python_version()}"
    return DiagnosisLine("versions", f"cdstrack {__version__}, {python}, {libraries}")


_LOOKS: dict[str, Look] = {
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
