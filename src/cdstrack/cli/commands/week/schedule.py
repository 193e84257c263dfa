"""`cdstrack schedule`: the line for cron, or the units for systemd, ready to be installed."""

import os
import re
import shutil
import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import Text, argument, option, takes
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.render.view import ANNEX
from cdstrack.words.parse.clean import clean

if TYPE_CHECKING:
    from cdstrack.files.schedule import Schedule

_TIME = re.compile(r"(?P<hour>[01]?\d|2[0-3])[:h](?P<minute>[0-5]\d)", re.ASCII)


class Kind(StrEnum):
    """What runs the summary."""

    CRON = "cron"
    SYSTEMD = "systemd"


Weekday = StrEnum("Weekday", ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"])


@takes()
def schedule(
    ctx: typer.Context,
    kind: Annotated[Kind | None, argument("[KIND]")] = None,
    *,
    day: Annotated[Weekday, option("--day", metavar="DAY")] = Weekday.MON,
    at: Annotated[str, option("--at", metavar="HH:MM")] = "06:30",
    mail_to: Annotated[Text, option("--mail-to", metavar="ADDRESS")] = None,
    to: Annotated[Text, option("--to", metavar="FILE")] = None,
    report: Annotated[Text, option("--report", metavar="FILE")] = None,
) -> None:
    """Prints for the plan and store of this run; both must be usable."""
    from cdstrack.store.ledger import open_reader

    run = Invocation.of(ctx)
    with open_reader(run.workspace.store) as ledger:
        ledger.knowledge()
    planned = replace(_planned(run, day, at, mail_to, to), then=_report(run, report))
    parts = [_cron(run, planned)] if kind is not Kind.SYSTEMD else []
    parts += _systemd(run, planned) if kind is not Kind.CRON else []
    run.output.write("\n".join(parts))


def _planned(run: Invocation, day: str, at: str, mail_to: str | None, to: str | None) -> "Schedule":
    from cdstrack.files.schedule import Schedule, is_address

    time = _TIME.fullmatch(at.strip())
    if time is None:
        raise RefusedError(Problem("CDS604", {"value": clean(at)}))
    if mail_to is not None and not is_address(mail_to):
        raise RefusedError(Problem("CDS605", {"value": clean(mail_to)}))
    flock = shutil.which("flock")
    if flock is None:
        raise RefusedError(Problem("CDS610"))
    return Schedule(
        command=_command(run, to),
        flock=flock,
        lock=_lock(run),
        day=day,
        hour=int(time["hour"]),
        minute=int(time["minute"]),
        zone=run.plans.zone.key,
        complaint=_text(run, "complaint"),
        description=_text(run, "description"),
        mail_to=mail_to,
    )


def _lock(run: Invocation) -> Path:
    """A file that two runs must not hold at once: beside the store, else beside the plan."""
    store = _absolute(run.settings.local_store)
    folder = store.parent
    if not folder.is_dir():  # a record on a server needs no folder of its own
        folder = _absolute(run.settings.plan.value or Path()).parent
    return folder / f"{store.name}.summary.lock"


def _command(run: Invocation, to: str | None) -> tuple[str, ...]:
    """The summary's command line, every path absolute."""
    words = [*_started(run, "summary"), "--db", _store(run), "--issue", *_language(run)]
    if to is not None:
        words += ["-o", str(_absolute(Path(to)))]
    return tuple(words)


def _report(run: Invocation, to: str | None) -> tuple[str, ...]:
    """The command line of the report on the whole plan; empty where none is asked for.

    Raises:
        RefusedError: CDS018, no report can be written to a file of that ending.
    """
    from cdstrack.files.workplace import default_store

    if to is None:
        return ()
    path = Path(to)
    replace(run.output, formats=ANNEX, target=path).format  # noqa: B018 - what the ending asks for
    store = run.settings.store.value
    # A line of cron is short: the store that the plan leads to need not be named twice.
    is_beside = isinstance(store, Path) and default_store(_plan(run)) == _absolute(store)
    named = [] if is_beside else ["--db", _store(run)]
    return (*_started(run, "report"), *named, *_language(run), "-o", str(_absolute(path)))


def _started(run: Invocation, command: str) -> list[str]:
    """This program with a command, for the plan of this run."""
    return [*_program(), command, "--plan", str(_plan(run))]


def _language(run: Invocation) -> list[str]:
    """The language where one was named."""
    return ["--lang", run.language] if run.given.lang else []


def _plan(run: Invocation) -> Path:
    return _absolute(run.settings.plan.value or Path())


def _store(run: Invocation) -> str:
    """The store as an option; the address of a server only without a password in it.

    Raises:
        RefusedError: CDS450.
    """
    store = run.settings.store.value
    if isinstance(store, Path):
        return str(_absolute(store))
    if store.has_secret:
        raise RefusedError(Problem("CDS450", {"path": str(store)}))
    return store.url


def _program() -> list[str]:
    """This program, as it was started: the installed command, else the interpreter with `-m`."""
    started = Path(sys.argv[0])
    if started.name == "cdstrack" and os.access(started, os.X_OK):
        return [str(_absolute(started))]
    return [str(_absolute(Path(sys.executable))), "-m", "cdstrack"]


def _absolute(path: Path) -> Path:
    """The path from the root; links stay, so that a renewed installation is still found."""
    from cdstrack.files.schedule import misread

    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow the links
    if misread(absolute):
        raise RefusedError(Problem("CDS606", {"path": clean(str(absolute))}))
    return absolute


def _cron(run: Invocation, planned: "Schedule") -> str:
    from cdstrack.files.schedule import LONGEST_LINE, cron_line, crontab

    length = len(cron_line(planned).encode())
    if length > LONGEST_LINE:
        raise RefusedError(Problem("CDS607", {"length": str(length), "most": str(LONGEST_LINE)}))
    clock = _text(run, "cron_clock", zone=planned.zone)
    return crontab(planned, [_text(run, "cron"), clock])


def _systemd(run: Invocation, planned: "Schedule") -> list[str]:
    from cdstrack.files.schedule import service_unit, timer_unit

    service, timer = "cdstrack-summary.service", "cdstrack-summary.timer"
    folder, start = _text(run, "systemd"), _text(run, "systemd_start")
    clock = _text(run, "systemd_clock", zone=planned.zone)
    return [
        service_unit(planned, [f"{service}: {folder}"]),
        timer_unit(planned, [f"{timer}: {folder}", start, clock]),
    ]


def _text(run: Invocation, key: str, **facts: str) -> str:
    from cdstrack.words.labels.weekly import say

    return say(f"schedule_{key}", run.language, **facts)
