"""Text for cron and systemd: a crontab, and the units of a service with its timer.

Owns the quoting of both. cron turns an unescaped `%` into a line break and hands the rest to
/bin/sh; systemd expands `%` and `$` itself and knows double quotes with backslashes. Writes no
file and starts nothing.
"""

import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap

DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
"""Days of the week by their number in a crontab."""
LONGEST_LINE = 998
"""Characters of the longest command that cron accepts."""
WAIT = 600
"""Seconds that a run waits for another one that has not finished."""
BUSY = 75
"""Exit status of a run that gave up waiting."""

_REMARK_WIDTH = 76
_MISREAD = re.compile(r"[\x00-\x1f\x7f\\]")
_ADDRESS = re.compile(r"[A-Za-z0-9._+-]+(?:@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)?", re.ASCII)
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9@_+=:,./-]")


@dataclass(frozen=True, slots=True)
class Schedule:
    """A command and its time. `day` is one of `DAYS`; `command` is words, not yet quoted.

    `then` is a second command, which is run where the first one succeeded; empty for none. Every path
    in it is absolute. `lock` keeps two runs from overlapping. `complaint` is what is printed, with the
    exit status behind it, when the page was not made; `description` is what systemd calls the
    service and the timer.
    """

    command: tuple[str, ...]
    flock: str
    lock: Path
    day: str
    hour: int
    minute: int
    zone: str
    complaint: str
    description: str
    mail_to: str | None = None
    then: tuple[str, ...] = ()

    @property
    def runs(self) -> tuple[tuple[str, ...], ...]:
        """The commands; the first one, which writes to the record, behind the lock."""
        waiting = (self.flock, "-w", str(WAIT), "-E", str(BUSY), str(self.lock))
        locked = (*waiting, *self.command)
        return (locked, self.then) if self.then else (locked,)


def misread(path: Path) -> bool:
    r"""Whether cron or systemd would misread the path: a backslash, a line break, a control.

    >>> misread(Path("/srv/số liệu/a%b.yaml")), misread(Path("/srv/a\\b"))
    (False, True)
    """
    return _MISREAD.search(str(path)) is not None


def is_address(text: str) -> bool:
    """Whether the text is one mail address, or the name of an account on this computer."""
    return len(text) <= 254 and _ADDRESS.fullmatch(text) is not None


def crontab(schedule: Schedule, comments: Sequence[str]) -> str:
    """The lines for `crontab -e`, comments first.

    The page is UTF-8, which cron does not assume; these settings hold for the lines below them.
    """
    lines = [*_remarks(comments)]
    if schedule.mail_to is not None:
        lines.append(f"MAILTO={schedule.mail_to}")
    lines += [
        "SHELL=/bin/sh",
        'CONTENT_TYPE="text/plain; charset=UTF-8"',
        'CONTENT_TRANSFER_ENCODING="8bit"',
    ]
    return "\n".join([*lines, cron_line(schedule)]) + "\n"


def _remarks(comments: Sequence[str]) -> Iterator[str]:
    for comment in comments:
        lines = wrap(comment, _REMARK_WIDTH, break_long_words=False, break_on_hyphens=False)
        yield from (f"# {line}" for line in lines)


def cron_line(schedule: Schedule) -> str:
    """The one line that runs the command."""
    day = DAYS.index(schedule.day)
    made = " && ".join(map(shlex.join, schedule.runs))
    command = f"{made} || echo {shlex.quote(schedule.complaint)} $?"
    escaped = command.replace("%", r"\%")
    return f"{schedule.minute} {schedule.hour} * * {day} {escaped}"


def service_unit(schedule: Schedule, comments: Sequence[str]) -> str:
    """The service that makes one page, and the report where one is asked for."""
    lines = [
        *_remarks(comments),
        "[Unit]",
        f"Description={schedule.description}",
        "",
        "[Service]",
        "Type=oneshot",
        *(f"ExecStart={' '.join(map(_unit_word, words))}" for words in schedule.runs),
    ]
    return "\n".join(lines) + "\n"


def timer_unit(schedule: Schedule, comments: Sequence[str]) -> str:
    """The timer; a run missed while the computer was off is made up for."""
    day, time = schedule.day.capitalize(), f"{schedule.hour:02}:{schedule.minute:02}:00"
    lines = [
        *_remarks(comments),
        "[Unit]",
        f"Description={schedule.description}",
        "",
        "[Timer]",
        f"OnCalendar={day} *-*-* {time} {schedule.zone}",
        "Persistent=true",
        "AccuracySec=1min",
        "",
        "[Install]",
        "WantedBy=timers.target",
    ]
    return "\n".join(lines) + "\n"


def _unit_word(word: str) -> str:
    """A word as systemd reads it back."""
    doubled = word.replace("%", "%%").replace("$", "$$")
    if word and _NOT_PLAIN.search(word) is None:
        return doubled
    return '"' + doubled.replace("\\", "\\\\").replace('"', '\\"') + '"'
