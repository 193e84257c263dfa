"""Periods in the spelling of a form: years that span two calendar years, and those of SDMX.

Owns what `years` and `periods` in a description mean, and which texts look like a pair of years.
Any other spelling is that of `cdstrack.words.parse.dates`. Knows no file.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from cdstrack.core.problem import Problem
from cdstrack.core.record.period import Period
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import read_period
from cdstrack.words.parse.search import unmarked

FIRST_DAYS = {"school": "09-01", "fiscal": "04-01", "calendar": ""}
"""The first day of the years that `years` names; with `calendar`, `2007-08` is a month."""
FIRST_DAY = re.compile(r"(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])", re.ASCII)
_PAIR = re.compile(
    r"(?P<named>(?:nam hoc|nien hoc|nam tai chinh|school year|financial year|fiscal year|fy)? ?)"
    r"(?P<first>\d{4}) ?(?P<mark>[-–/]) ?(?P<last>\d{4}|\d\d)",
    re.ASCII,
)
_FEWEST_CANONICAL = 3
_SPAN = re.compile(r"(?:giai doan )?(?P<first>\d{4}) ?[-–] ?(?P<last>\d{4})", re.ASCII)
_SDMX = re.compile(
    r"(?P<year>\d{4})-?(?:(?P<kind>[ahstqmwd])(?P<number>\d{1,3})?)", re.ASCII | re.IGNORECASE
)
_MONTHS = {"a": 12, "h": 6, "s": 6, "t": 4, "q": 3, "m": 1}
"""The kinds of SDMX periods that are months, and how many; 2020-S1 and 2020-T1 are spans of them."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """How a form writes periods.

    `first_day` is the month and day on which its years begin (`09-01`), None where the form does
    not tell, and empty where its years are those of the calendar; `2010-2015` is then whole years
    too. `sdmx` tells that periods are
    written as SDMX does.
    """

    first_day: str | None = None
    sdmx: bool = False

    def read(self, text: str) -> Period | Problem:
        """The period that a text names; CDS360 for years whose first day nobody knows.

        >>> Calendar("09-01").read("2019/20").text, Calendar(sdmx=True).read("2020-S1").text
        ('2019-09-01/2020-08-31', '2020-H1')
        """
        plain = " ".join(unmarked(clean(text)).split())
        if self.sdmx and (match := _SDMX.fullmatch(plain)) and (found := _sdmx(match)):
            return found
        if self.first_day is not None and (years := self._years(plain)):
            return years
        if self.first_day is None and first_year(plain) and not may_be_month(plain):
            return Problem("CDS360", {"value": clean(text).strip()})
        return read_period(text)

    def _years(self, plain: str) -> Period | None:
        """The years from one to another, by their first day; with that of the calendar all whole."""
        first, match = first_year(plain), _SPAN.fullmatch(plain)
        if first is not None and self.first_day:
            return _years_from(first, first + 1, self.first_day)
        if match is None or int(match["last"]) <= int(match["first"]):
            return None
        first, last = int(match["first"]), int(match["last"])
        return _years_from(first, last if self.first_day else last + 1, self.first_day or "01-01")

    def problem(self, texts: Collection[str], *, canonical: bool = False) -> Problem | None:
        """Why texts that could all be months are pairs of years instead (CDS360).

        One text proves nothing: `2008-09` is a month. Where every one of several is a year with the
        one after it, it is the years that are meant. In `canonical` spelling a month is written so
        by rule: there three different periods are the least, and none of another kind beside them.
        """
        if self.first_day is not None:
            return None
        plain = {" ".join(unmarked(clean(text)).split()) for text in texts}
        pairs = sorted(text for text in plain if may_be_month(text))
        if canonical and (len(pairs) < _FEWEST_CANONICAL or len(pairs) < len(plain)):
            return None
        if len(pairs) < 2 or any(first_year(text) is None for text in pairs):
            return None
        return Problem("CDS360", {"value": ", ".join(pairs[:3]) + ", …" * (len(pairs) > 3)})


def first_year(text: str) -> int | None:
    """The first of two years that follow each other, as a text names them; else None.

    >>> first_year("2007-08"), first_year("2015/2016"), first_year("2016-2020")
    (2007, 2015, None)
    """
    match = _PAIR.fullmatch(text)
    if match is None:
        return None
    first, last = int(match["first"]), match["last"]
    return first if last in {str(first + 1), str(first + 1)[-2:]} else None


def may_be_month(text: str) -> bool:
    """Whether a text is a year and a month, as `2007-08` is.

    >>> may_be_month("2007-08"), may_be_month("2019/20"), may_be_month("nam hoc 2007-08")
    (True, False, False)
    """
    match = _PAIR.fullmatch(text)
    if match is None or match["named"].strip():
        return False
    return match["last"] in _MONTH_NUMBERS


_MONTH_NUMBERS = {f"{month:02}" for month in range(1, 13)}


def _years_from(first: int, last: int, day: str) -> Period:
    """From a day of one year to the day before it in another."""
    begun, next_begun = (date.fromisoformat(f"{year:04}-{day}") for year in (first, last))
    return Period.parse(f"{begun}/{next_begun - timedelta(days=1)}")


def _sdmx(match: re.Match[str]) -> Period | None:
    """The period of SDMX's year, kind and number; None where there is no such."""
    kind, year = match["kind"].lower(), match["year"]
    number = int(match["number"] or 1)
    try:
        if kind == "w":
            monday = date.fromisocalendar(int(year), number, 1)
            return Period.parse(f"{monday}/{monday + timedelta(days=6)}")
        if kind == "d":
            day = date(int(year), 1, 1) + timedelta(days=number - 1)
            return Period.day(day) if day.year == int(year) else None
        months = _MONTHS[kind]
        if not 1 <= number <= 12 // months or (match["number"] is None and kind != "a"):
            return None
        named = {"a": year, "h": f"{year}-H{number}", "s": f"{year}-H{number}"}
        named |= {"q": f"{year}-Q{number}", "m": f"{year}-{number:02}"}
        if kind in named:
            return Period.parse(named[kind])
        begun = Period.parse(f"{year}-{4 * number - 3:02}")
        return Period.parse(f"{begun.start}/{Period.parse(f'{year}-{4 * number:02}').end}")
    except ValueError:
        return None
