"""The time that a figure is about, with the precision its source gave it.

Owns the canonical spelling and the first and last day of a period. Reading what people type
(`31/7/2022`, `quý III/2022`) belongs to `cdstrack.words.parse.dates`.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from cdstrack.core.plan.vocabulary import Calendar


class Precision(StrEnum):
    """How exactly a source dated its figure."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    RANGE = "range"


_FORM = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?",
    re.ASCII,
)
_MONTHS_OF_QUARTER, _MONTHS_OF_HALF = 3, 6
_CUT = 14
"""The last day of a period of Decree 09/2019/ND-CP in its last month."""


@dataclass(frozen=True, slots=True)
class Period:
    """A closed span of days; a figure is dated by its `end`.

    `text` is the canonical spelling: `2022-07-31`, `2022-07`, `2022-Q3`, `2022-H1`, `2022` or
    `2022-01-01/2022-12-01`.

    >>> Period.parse("2022-Q3").end
    datetime.date(2022, 9, 30)
    >>> Period.parse("2022-01-01/2022-12-31").is_whole_year
    True
    """

    text: str
    start: date
    end: date
    precision: Precision

    @classmethod
    @lru_cache(maxsize=1 << 15)
    def parse(cls, text: str) -> "Period":
        """The period that a canonical spelling names.

        Raises:
            ValueError: The text is not canonical, or names a day that does not exist.
        """
        if "/" in text:
            first, last = (date.fromisoformat(part) for part in text.split("/"))
            if last < first or text != f"{first}/{last}":
                raise ValueError(text)
            return cls(text, first, last, Precision.RANGE)
        match = _FORM.fullmatch(text)
        if match is None:
            raise ValueError(text)
        year = int(match["year"])
        if match["day"]:
            day = date.fromisoformat(text)
            return cls(text, day, day, Precision.DAY)
        if match["month"]:
            return _months(text, year, int(match["month"]), 1, Precision.MONTH)
        if match["quarter"]:
            first_month = int(match["quarter"]) * _MONTHS_OF_QUARTER - 2
            return _months(text, year, first_month, _MONTHS_OF_QUARTER, Precision.QUARTER)
        if match["half"]:
            first_month = int(match["half"]) * _MONTHS_OF_HALF - 5
            return _months(text, year, first_month, _MONTHS_OF_HALF, Precision.HALF)
        return _months(text, year, 1, 12, Precision.YEAR)

    @classmethod
    def day(cls, day: date) -> "Period":
        """One day."""
        return cls(day.isoformat(), day, day, Precision.DAY)

    @property
    def days(self) -> tuple[date, date]:
        """First and last day: periods in which they are the same are one, however they are called."""
        return self.start, self.end

    @property
    def is_whole_year(self) -> bool:
        """Whether the span is exactly one calendar year, or a year that is cut otherwise."""
        return self.precision is Precision.YEAR or (
            self.start == date(self.end.year, 1, 1) and self.end == date(self.end.year, 12, 31)
        )

    @property
    def closes_its_year(self) -> bool:
        """Whether a figure that runs from 1 January to this period's end covers the whole year.

        So does a whole year, and so does 31 December alone.
        """
        last_day = date(self.end.year, 12, 31)
        return self.is_whole_year or self.start == self.end == last_day

    def cut_by(self, calendar: Calendar | None) -> "Period":
        """The same period with its first and last day by a calendar of reports.

        A day or a span of days stays as it is: it says its days itself.

        Source: Decree 09/2019/ND-CP, as Circular 09/2019/TT-NHNN applies it.

        >>> quarter = Period.parse("2026-Q3").cut_by(Calendar.ND09)
        >>> str(quarter.start), str(quarter.end)
        ('2026-06-15', '2026-09-14')
        >>> str(Period.parse("2026").cut_by(Calendar.ND09).start)
        '2025-12-15'
        """
        if calendar is None or self.precision in {Precision.DAY, Precision.RANGE}:
            return self
        plain = Period.parse(self.text)
        before = plain.start - timedelta(days=1)
        return replace(plain, start=before.replace(day=_CUT + 1), end=plain.end.replace(day=_CUT))

    @property
    def length(self) -> timedelta:
        """From the first day to the last one."""
        return self.end - self.start


def _months(text: str, year: int, month: int, count: int, precision: Precision) -> Period:
    last_month = month + count - 1
    end = date(year, last_month, monthrange(year, last_month)[1])
    return Period(text, date(year, month, 1), end, precision)


def kept_period(text: str, start: str, end: str) -> Period:
    """The period that a kept text names, with the days that were kept beside it.

    Days that no calendar gives are not believed: the period is then that of the calendar.

    Raises:
        ValueError: There is no such period.
    """
    period = Period.parse(text)
    if end == period.end.isoformat():
        return period
    cut = period.cut_by(Calendar.ND09)
    return cut if (start, end) == (cut.start.isoformat(), cut.end.isoformat()) else period
