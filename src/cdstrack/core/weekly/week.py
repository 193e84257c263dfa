"""ISO weeks, Monday to Sunday, and the day on which something happened in a time zone.

Owns which days a week holds, which week is the last full one, and which weeks were missed. Has no
clock: the caller says what day it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache

_DAYS = 7


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """One ISO week; `year` is the year that owns it, which near New Year need not be its days'.

    >>> Week.of(date(2021, 1, 3)).text
    '2020-W53'
    """

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Week":
        """The week that holds the day."""
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @classmethod
    def last_full(cls, today: date) -> "Week":
        """The latest week whose Sunday is over.

        On a Sunday that is still the week before: the day is not over.

        >>> Week.last_full(date(2022, 8, 21)).text, Week.last_full(date(2022, 8, 22)).text
        ('2022-W32', '2022-W33')
        """
        return cls.of(today - timedelta(days=_DAYS))

    @classmethod
    def parse(cls, text: str) -> "Week":
        """The week that `2022-W33` names.

        Raises:
            ValueError: The text is not written so, or there is no such week.
        """
        year, _, number = text.partition("-W")
        week = cls(int(year), int(number))
        if week.text != text or cls.of(week.monday) != week:
            raise ValueError(text)
        return week

    @property
    def text(self) -> str:
        """The canonical spelling, `2022-W33`."""
        return f"{self.year:04}-W{self.number:02}"

    @property
    def monday(self) -> date:
        """The first day."""
        return _ends(self.year, self.number)[0]

    @property
    def sunday(self) -> date:
        """The last day."""
        return _ends(self.year, self.number)[1]

    def day_of_page(self, as_of: date) -> date:
        """The day of its page: its Sunday; that of a report where it lies in the week, which is a draft."""
        return as_of if as_of in self else self.sunday

    @property
    def before(self) -> "Week":
        """The week that ends on the day before this one begins."""
        return Week.of(self.monday - timedelta(days=1))

    @property
    def after(self) -> "Week":
        """The week that begins on the day after this one ends."""
        return Week.of(self.sunday + timedelta(days=1))

    def __contains__(self, day: date) -> bool:
        monday, sunday = _ends(self.year, self.number)
        return monday <= day <= sunday


@lru_cache(maxsize=256)
def _ends(year: int, number: int) -> tuple[date, date]:
    """The first and the last day of a week."""
    return date.fromisocalendar(year, number, 1), date.fromisocalendar(year, number, _DAYS)


def day_in(zone: tzinfo, instant: datetime) -> date:
    """The day that calendars in the zone show at that instant."""
    return instant.astimezone(zone).date()


def missed_weeks(issued: Iterable[Week], until: Week) -> tuple[Week, ...]:
    """The weeks without a summary, from the first one issued up to and with `until`.

    Nothing was missed before the first summary was issued.

    >>> [week.text for week in missed_weeks([Week(2022, 33), Week(2022, 35)], Week(2022, 36))]
    ['2022-W34', '2022-W36']
    """
    known = set(issued)
    missed: list[Week] = []
    week = min(known, default=until.after)
    while week <= until:
        if week not in known:
            missed.append(week)
        week = week.after
    return tuple(missed)
