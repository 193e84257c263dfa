"""The lines of `doctor`: every setting with its value, its origin and its problem, if any.

Owns the list. An unusable setting is a problem in the list and does not end it.
"""

import locale
import os
import platform
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from cdstrack import __version__
from cdstrack.cli.app.clock import VARIABLE
from cdstrack.cli.app.settings import Colour, Origin, Setting, with_command
from cdstrack.cli.use_cases.doctor.setup import Setup
from cdstrack.cli.use_cases.doctor.store import store_lines
from cdstrack.core.checks.finding import DiagnosisLine
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.store.address import Address


def diagnose(setup: Setup) -> Iterator[DiagnosisLine]:
    """All lines in order; no setting of a user raises an error."""
    for key, look in _LOOKS.items():
        try:
            line = look(setup)
        except RefusedError as refused:
            line = DiagnosisLine(key, "", problem=refused.problems[0])
        yield line
        if key == "store" and line.problem is None:
            yield from store_lines(setup)


def _set(key: str, setting: Setting[str] | Setting[Colour]) -> DiagnosisLine:
    return DiagnosisLine(key, setting.value, setting.origin, setting.name)


def _plan(setup: Setup) -> DiagnosisLine:
    found = setup.settings.plan
    path = "" if found.value is None else os.path.realpath(found.value)
    try:
        setup.plans.plan  # noqa: B018 - whether it can be read and is valid
    except RefusedError as refused:
        return DiagnosisLine("plan", path, found.origin, found.name, refused.problems[0])
    return DiagnosisLine("plan", path, found.origin, found.name)


def _kept_plan(setup: Setup) -> DiagnosisLine:
    """Where the compiled plan is cached."""
    from cdstrack.files.plan.compiled import copy_of

    copy = None
    with suppress(RefusedError):  # the line of the plan says why
        copy = copy_of(setup.plans.current_file.digest)
    if copy is None or not copy.is_file():
        return DiagnosisLine("kept_plan", setup.say("no_kept_plan"))
    return DiagnosisLine("kept_plan", str(copy))


def _kept_reports(setup: Setup) -> DiagnosisLine:
    """Where reports on this store are cached, and how many."""
    from cdstrack.files.kept.reports import copies_of

    found = copies_of(setup.settings.local_store)
    if found is None:
        return DiagnosisLine("kept_reports", setup.say("no_kept_plan"))
    pattern, count = found
    facts = {"files": str(pattern), "count": str(count)}
    return DiagnosisLine("kept_reports", setup.say("kept_count", **facts))


def _store(setup: Setup) -> DiagnosisLine:
    from cdstrack.store.ledger import open_reader

    found = setup.settings.store
    path = _where(found.value)
    try:
        with open_reader(found.value):
            pass  # what is damaged inside is named by the lines that follow
    except RefusedError as refused:
        problem = with_command(refused.problems[0], setup.settings)
        return DiagnosisLine("store", path, found.origin, found.name, problem)
    return DiagnosisLine("store", path, found.origin, found.name)


def _where(store: Address) -> str:
    return os.path.realpath(store) if isinstance(store, Path) else str(store)


def _language(setup: Setup) -> DiagnosisLine:
    return _set("language", setup.settings.language(setup.plans.language))


def _today(setup: Setup) -> DiagnosisLine:
    zone, clock = setup.zone, setup.clock
    origin = Origin.ENVIRONMENT if clock.by_hand else Origin.DEFAULT
    shown = f"{clock.today.isoformat()} ({zone.key})"
    return DiagnosisLine("today", shown, origin, VARIABLE if clock.by_hand else "")


def _zone(setup: Setup) -> DiagnosisLine:
    """The plan's time zone, and the UTC offset of the computer."""
    offset = datetime.now().astimezone().strftime("%z")  # the computer's own zone is the point
    facts = {"zone": setup.zone.key, "offset": f"{offset[:3]}:{offset[3:]}"}
    return DiagnosisLine("zone", setup.say("zones", **facts))


def _screen(setup: Setup) -> DiagnosisLine:
    """Whether the output is a terminal, and its encoding."""
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
    "kept_plan": _kept_plan,
    "kept_reports": _kept_reports,
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
