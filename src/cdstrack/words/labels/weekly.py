"""How the weekly letters speak: their sentences, and days as letters write them, `15/8/2022`.

Owns the look-up of a sentence and the spelling of days, periods and weeks. Must not know layout.
"""

from collections.abc import Mapping
from datetime import date

from cdstrack.core.record.period import Period, Precision
from cdstrack.core.weekly.week import Week
from cdstrack.words.labels.owners import OWNERS
from cdstrack.words.labels.vocabulary import Pair
from cdstrack.words.labels.weekly_texts import PAGE
from cdstrack.words.parse.dates import format_period

SENTENCES: Mapping[str, Pair] = {**PAGE, **OWNERS}
"""Every sentence, by key."""


def say(key: str, language: str, **facts: object) -> str:
    """A sentence of the page with its facts, which must be clean already.

    Raises:
        KeyError: There is no such sentence, or a fact is missing.

    >>> say("as_of", "vi", day="21/8/2022")
    'Tính đến ngày 21/8/2022'
    """
    return SENTENCES[key].text(language).format_map(facts)


def plain_day(day: date, language: str) -> str:
    """`21/8/2022` in Vietnamese, ISO in English.

    >>> plain_day(date(2022, 8, 21), "vi")
    '21/8/2022'
    """
    return f"{day.day}/{day.month}/{day.year}" if language == "vi" else day.isoformat()


def plain_period(period: Period, language: str) -> str:
    """A period with its days written so; others as everywhere.

    >>> plain_period(Period.parse("2024-01-01/2024-11-14"), "vi")
    '1/1–14/11/2024'
    """
    if period.precision is Precision.DAY:
        return plain_day(period.end, language)
    if period.precision is not Precision.RANGE:
        return format_period(period, language)
    return _span(period.start, period.end, language, "–" if language == "vi" else " to ")


def week_title(week: Week, language: str) -> str:
    """The heading of a week's page.

    >>> week_title(Week(2022, 33), "vi")
    'Tóm tắt tuần 33 năm 2022 (từ ngày 15/8 đến ngày 21/8/2022)'
    """
    return say("week", language, **_days(week, language))


def week_name(week: Week, language: str) -> str:
    """The week with its number and its days.

    >>> week_name(Week(2020, 53), "vi")
    'tuần 53 năm 2020 (28/12/2020–3/1/2021)'
    """
    return say("week_name", language, **_days(week, language))


def _days(week: Week, language: str) -> dict[str, object]:
    monday, sunday = plain_day(week.monday, language), plain_day(week.sunday, language)
    if language == "vi":
        monday = monday.removesuffix(f"/{week.sunday.year}")
    return {"number": week.number, "year": week.year, "monday": monday, "sunday": sunday}


def due_words(due: date | None, language: str) -> str:
    """A due date as a target is called by it: the year alone for its last day.

    >>> due_words(date(2025, 12, 31), "vi"), due_words(date(2025, 6, 30), "vi")
    ('năm 2025', '30/6/2025')
    """
    if due is None:
        return say("no_due", language)
    if (due.month, due.day) == (12, 31):
        return say("year_of", language, year=due.year)
    return plain_day(due, language)


def _span(first: date, last: date, language: str, mark: str) -> str:
    begun = plain_day(first, language)
    if language == "vi":
        begun = begun.removesuffix(f"/{last.year}")
    return f"{begun}{mark}{plain_day(last, language)}"
