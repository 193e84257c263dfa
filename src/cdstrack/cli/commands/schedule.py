"""`cdstrack schedule`: what cron or systemd are to be told, ready to be put in place."""

import os
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cdstrack.cli.app.options import argument, offer, option, takes
from cdstrack.cli.app.session import Session
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.words.parse.clean import clean

if TYPE_CHECKING:
    from cdstrack.files.schedule import Schedule

KINDS = ("cron", "systemd")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TIME = re.compile(r"(?P<hour>[01]?\d|2[0-3])[:h](?P<minute>[0-5]\d)", re.ASCII)


@takes()
def schedule(
    session: Session,
    kind: Annotated[str | None, argument("[KIND]", offer(*KINDS))] = None,
    *,
    day: Annotated[str, option("--day", metavar="DAY", complete=offer(*WEEKDAYS))] = "mon",
    at: Annotated[str, option("--at", metavar="HH:MM")] = "06:30",
    mail_to: Annotated[str | None, option("--mail-to", metavar="ADDRESS")] = None,
    to: Annotated[str | None, option("--to", metavar="FILE")] = None,
) -> None:
    """Prints for the plan and store of this run; both must be in order."""
    from cdstrack.store.ledger import open_reader

    _one_of("KIND", kind or "cron", KINDS)
    _one_of("--day", day, WEEKDAYS)
    session.plan  # noqa: B018 - an invalid plan is told before a missing store
    with open_reader(session.store_path.value) as ledger:
        ledger.knowledge()
    planned = _planned(session, day, at, mail_to, to)
    parts = [_cron(session, planned)] if kind != "systemd" else []
    parts += _systemd(session, planned) if kind != "cron" else []
    session.write("\n".join(parts))


def _planned(
    session: Session, day: str, at: str, mail_to: str | None, to: str | None
) -> "Schedule":
    from cdstrack.files.schedule import Schedule, is_address

    time = _TIME.fullmatch(at.strip())
    if time is None:
        raise RefusedError(Problem("CDS604", {"value": clean(at)}))
    if mail_to is not None and not is_address(mail_to):
        raise RefusedError(Problem("CDS605", {"value": clean(mail_to)}))
    flock = shutil.which("flock")
    if flock is None:
        raise RefusedError(Problem("CDS610"))
    store = _absolute(session.store_path.value)
    return Schedule(
        command=_command(session, store, to),
        flock=flock,
        lock=store.with_name(f"{store.name}.summary.lock"),
        day=day,
        hour=int(time["hour"]),
        minute=int(time["minute"]),
        zone=session.zone.key,
        complaint=_text(session, "complaint"),
        description=_text(session, "description"),
        mail_to=mail_to,
    )


def _command(session: Session, store: Path, to: str | None) -> tuple[str, ...]:
    """The summary's command line, every path absolute."""
    plan = _absolute(session.plan_path.value or Path())
    words = [*_program(), "summary", "--plan", str(plan), "--db", str(store), "--issue"]
    if session.given.lang:
        words += ["--lang", session.language.value]
    if to is not None:
        words += ["-o", str(_absolute(Path(to)))]
    return tuple(words)


def _program() -> list[str]:
    """This program, as it was started: the installed command, else the interpreter with `-m`."""
    started = Path(sys.argv[0])
    if started.name == "cdstrack" and os.access(started, os.X_OK):
        return [str(_absolute(started))]
    return [str(_absolute(Path(sys.executable))), "-m", "cdstrack"]


def _absolute(path: Path) -> Path:
    """The path from the root; links stay, so that a renewed installation is still found.

    Raises:
        RefusedError: CDS606, cron or systemd would misread it.
    """
    from cdstrack.files.schedule import misread

    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow the links
    if misread(absolute):
        raise RefusedError(Problem("CDS606", {"path": clean(str(absolute))}))
    return absolute


def _cron(session: Session, planned: "Schedule") -> str:
    from cdstrack.files.schedule import LONGEST_LINE, cron_line, crontab

    length = len(cron_line(planned).encode())
    if length > LONGEST_LINE:
        raise RefusedError(Problem("CDS607", {"length": str(length), "most": str(LONGEST_LINE)}))
    clock = _text(session, "cron_clock", zone=planned.zone)
    return crontab(planned, [_text(session, "cron"), clock])


def _systemd(session: Session, planned: "Schedule") -> list[str]:
    from cdstrack.files.schedule import service_unit, timer_unit

    service, timer = "cdstrack-summary.service", "cdstrack-summary.timer"
    folder, start = _text(session, "systemd"), _text(session, "systemd_start")
    clock = _text(session, "systemd_clock", zone=planned.zone)
    return [
        service_unit(planned, [f"{service}: {folder}"]),
        timer_unit(planned, [f"{timer}: {folder}", start, clock]),
    ]


def _text(session: Session, key: str, **facts: str) -> str:
    from cdstrack.words.labels.weekly import say

    return say(f"schedule_{key}", session.language.value, **facts)


def _one_of(where: str, typed: str, allowed: tuple[str, ...]) -> None:
    """Refuses (CDS012) what is not among the words allowed."""
    if typed not in allowed:
        facts = {"where": where, "value": clean(typed), "allowed": ", ".join(allowed)}
        raise RefusedError(Problem("CDS012", facts))
