"""Weeks as officials write them: `tuần 33/2022`, `2022-W33`, or a day of the week.

Owns what people type for a week, and when that could be a month as well. Knows no clock: the year
of a week that is typed without one is given.
"""

import re
from datetime import date

from cdstrack.core.problem import Problem
from cdstrack.core.record.period import Period, Precision
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import FIRST_YEAR, LAST_YEAR, read_period
from cdstrack.words.parse.search import unmarked

_MONTHS, _DAYS = 12, 7
_WEEK = re.compile(
    r"(?P<iso>\d{4})-?w(?P<iso_week>\d{1,2})"
    r"|(?P<word>tuan (?:thu |so )?|week |w)?(?P<number>\d{1,2})"
    r"(?:(?: nam | of |[ ,]|[ ,]? ?[/-] ?)(?P<year>\d{4}))?",
    re.ASCII,
)


def read_week(text: str, this_year: int) -> Period | Problem:
    """The days of an ISO week, Monday to Sunday.

    A day identifies its week, and so do its Monday and Sunday. Anything else is refused (CDS233),
    and so is a text that could be a month (CDS237). A week without a year is in `this_year`, the
    ISO year of the current week.

    >>> read_week("33/2022", 2022).text, read_week("tuần 8", 2022).text
    ('2022-08-15/2022-08-21', '2022-02-21/2022-02-27')
    """
    typed = clean(text).strip()
    match = _WEEK.fullmatch(" ".join(unmarked(typed).split()))
    if match is None:
        return _of_days(typed)
    number = int(match["iso_week"] or match["number"])
    year = int(match["iso"] or match["year"] or this_year)
    if match["year"] and not match["word"] and number <= _MONTHS:
        facts = {"value": typed, "number": str(number), "year": str(year)}
        return Problem("CDS237", {**facts, "week": f"{year}-W{number:02}"})
    return _week(year, number) or Problem("CDS233", {"value": typed})


def _week(year: int, number: int) -> Period | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return Period.parse(f"{monday}/{date.fromisocalendar(year, number, _DAYS)}")


def _of_days(typed: str) -> Period | Problem:
    """The week of a day, or the one whose Monday and Sunday were typed."""
    days = read_period(typed)
    if isinstance(days, Problem):
        known = days.code in {"CDS214", "CDS228"}
        return days if known else Problem("CDS233", {"value": typed})
    year, number, _ = days.end.isocalendar()
    week = _week(year, number)
    if days.precision is Precision.DAY or (week and week.text == days.text):
        return week or Problem("CDS233", {"value": typed})
    return Problem("CDS233", {"value": typed})
