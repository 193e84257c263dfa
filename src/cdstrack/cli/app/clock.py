"""The day and the instant of a run.

Owns the only reading of the clock, its replacement `CDSTRACK_TODAY`, and the two options that move
a report in time.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cdstrack.core.problem import Problem, RefusedError, accept
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import read_day, read_instant

VARIABLE = "CDSTRACK_TODAY"
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


@dataclass(frozen=True, slots=True)
class Clock:
    """The day in the plan's time zone and the instant in UTC; `by_hand` when neither is real."""

    today: date
    now: datetime
    by_hand: bool = False


def read_clock(environ: Mapping[str, str], zone: ZoneInfo) -> Clock:
    """The clock of this run: `CDSTRACK_TODAY` where it is set, else the computer's.

    A date means noon of that day in `zone`; an instant needs its offset or `Z`.

    Raises:
        RefusedError: CDS015, the variable holds neither.
    """
    text = environ.get(VARIABLE)
    if not text:
        now = datetime.now(UTC).replace(microsecond=0)
        return Clock(now.astimezone(zone).date(), now)
    moment = _instant(text, zone)
    if moment is None:
        raise RefusedError(Problem("CDS015", {"where": VARIABLE, "value": clean(text)}))
    return Clock(moment.astimezone(zone).date(), moment, by_hand=True)


def _instant(text: str, zone: ZoneInfo) -> datetime | None:
    try:
        if _DAY.fullmatch(text):
            return datetime.combine(date.fromisoformat(text), time(12), zone).astimezone(UTC)
        now = datetime.fromisoformat(text)
        return now.astimezone(UTC).replace(microsecond=0) if now.tzinfo else None
    except (ValueError, OverflowError):
        return None


def read_zone(name: str) -> ZoneInfo:
    """The plan's time zone.

    Raises:
        RefusedError: CDS016, this computer does not know it.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise RefusedError(Problem("CDS016", {"zone": clean(name)})) from None


def read_as_of(typed: str | None, today: date) -> date:
    """The day of a report: `--as-of`, else today.

    Raises:
        RefusedError: The option is not a day.
    """
    if typed is None:
        return today
    return accept(read_day(typed))


def read_known_at(typed: str | None, zone: ZoneInfo) -> datetime | None:
    """The instant up to which records count: `--known-at`, else None for all of them.

    Raises:
        RefusedError: The option is neither a day nor an instant.
    """
    return None if typed is None else accept(read_instant(typed, zone))
