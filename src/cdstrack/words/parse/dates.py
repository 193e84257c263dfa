"""Days and periods as officials write them: `31/7/2022`, `quý III/2022`; read and written.

Owns what people type and what they are shown; the day always comes before the month. The
canonical spelling is that of `cdstrack.core.record.period`. Knows no clock and no file.
"""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from cdstrack.core.problem import Problem
from cdstrack.core.record.period import Period, Precision
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.date_forms import (
    DAY_FORMS,
    ENGLISH_MONTHS,
    OUR_SIDE,
    PERIOD_FORMS,
    RANGES,
    ROMAN_QUARTERS,
    SHORT_YEAR,
    Form,
)
from cdstrack.words.parse.search import unmarked

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""The years in which a figure, a week or a recording can lie."""

_NAMED_DAYS = {"today": 0, "hom nay": 0, "yesterday": 1, "hom qua": 1}
_MONTHS_FROM = 60
"""Minimum number of days for an age to be given in months."""
_YEARS_FROM = 730
"""Minimum number of days for an age to be given in years."""
_DAYS_PER_YEAR = 365.25
_WHOLE_WITHIN = 0.04
"""Parts of a year by which a number of years may be off and still be said without more."""
_NEARLY_FROM = 0.75
_HYPHENS = str.maketrans("\u2010\u2011", "--")
"""The hyphen of Unicode, and the one with which Word keeps a date on one line."""
_CLOCK = re.compile(
    r"(?P<day>\S+)[T ](?P<time>\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)(?P<zone>Z|[+-]\d\d:\d\d)?"
)


def read_period(text: str) -> Period | Problem:
    """The period that a person typed, canonical or as officials write it.

    Refused are what is no period (CDS212), days that do not exist (CDS213), the month before
    the day (CDS214), years of two digits (CDS228) and ranges that end before they begin (CDS229).

    >>> read_period("31/7/2022").text, read_period("quý III/2022").text
    ('2022-07-31', '2022-Q3')
    >>> read_period("từ 1/1 đến 14/11/2024").text
    '2024-01-01/2024-11-14'
    """
    typed = clean(text).strip()
    plain = " ".join(unmarked(typed).translate(_HYPHENS).split())
    for pattern in RANGES:
        if match := pattern.fullmatch(plain):
            return _read_range(match, typed)
    return _read(plain, PERIOD_FORMS, typed)


def read_period_on(text: str, today: date) -> Period | Problem:
    """The same, where `today`, `hôm nay`, `yesterday` and `hôm qua` are days too.

    >>> read_period_on("hôm-qua", date(2022, 8, 31)).text
    '2022-08-30'
    """
    days = _NAMED_DAYS.get(" ".join(unmarked(clean(text)).replace("-", " ").split()))
    return read_period(text) if days is None else Period.day(today - timedelta(days=days))


def _read_range(match: re.Match[str], typed: str) -> Period | Problem:
    last = _read(match["last"], DAY_FORMS, typed)
    if isinstance(last, Problem):
        return last
    begun = match["first"]
    if re.fullmatch(OUR_SIDE, begun):
        begun += re.sub(r"\d", "", begun) + str(last.end.year)
    first = _read(begun, DAY_FORMS, typed)
    if isinstance(first, Problem):
        return first
    if last.end < first.end:
        return Problem("CDS229", {"value": typed})
    return Period.parse(f"{first.text}/{last.text}")


def _read(plain: str, forms: tuple[Form, ...], typed: str) -> Period | Problem:
    for pattern, canonical in forms:
        if match := pattern.fullmatch(plain):
            return _period(match, canonical(match), typed)
    code = "CDS228" if SHORT_YEAR.fullmatch(plain) else "CDS212"
    return Problem(code, {"value": typed})


def _period(match: re.Match[str], canonical: str, typed: str) -> Period | Problem:
    if not FIRST_YEAR <= int(match["year"]) <= LAST_YEAR:
        return Problem("CDS213", {"value": typed})
    try:
        return Period.parse(canonical)
    except ValueError:
        return _impossible(match, typed)


def _impossible(match: re.Match[str], typed: str) -> Problem:
    """Why the day, month or year does not exist; a swapped day and month are recognised."""
    parts = {name: part for name, part in match.groupdict().items() if part and part.isdigit()}
    if "day" in parts and "month" in parts and match.start("day") < match.start("month"):
        year, day, month = (int(parts[name]) for name in ("year", "month", "day"))
        if 1 <= month <= 12 and 12 < day <= monthrange(year, month)[1]:
            return Problem("CDS214", {"value": typed, "meant": f"{day}/{month}/{year}"})
    return Problem("CDS213", {"value": typed})


def read_day(text: str) -> date | Problem:
    """One day; a month or a longer period is refused (CDS232), and what is no date (CDS212 ff).

    >>> read_day("20-10-2020")
    datetime.date(2020, 10, 20)
    """
    period = read_period(text)
    if isinstance(period, Problem):
        return period
    if period.precision is not Precision.DAY:
        return Problem("CDS232", {"value": clean(text).strip()})
    return period.end


def read_instant(text: str, timezone: tzinfo) -> datetime | Problem:
    """A moment in UTC: a day with a time, or the last moment of a day.

    Without a zone in the text, `timezone` applies. Anything else is refused (CDS234).

    >>> read_instant("2022-08-21T02:10:05Z", UTC).isoformat()
    '2022-08-21T02:10:05+00:00'
    """
    typed = clean(text).strip()
    match = _CLOCK.fullmatch(typed)
    day = read_day(match["day"] if match else typed)
    if isinstance(day, Problem):
        known = day.code in {"CDS213", "CDS214", "CDS228"}
        return Problem(day.code if known else "CDS234", {**day.facts, "value": typed})
    if match is None:
        return datetime.combine(day, time.max, timezone).astimezone(UTC)
    try:
        moment = datetime.fromisoformat(f"{day}T{match['time']}{match['zone'] or ''}")
    except ValueError:
        return Problem("CDS234", {"value": typed})
    return (moment if match["zone"] else moment.replace(tzinfo=timezone)).astimezone(UTC)


def format_day(day: date, language: str) -> str:
    """`31/07/2022` in Vietnamese, `2022-07-31` in English."""
    return f"{day.day:02}/{day.month:02}/{day.year}" if language == "vi" else day.isoformat()


def format_period(period: Period, language: str, *, short: bool = False) -> str:
    """The period in words, or as short as a table needs it; both can be read back.

    >>> [format_period(Period.parse("2022-Q3"), "vi", short=short) for short in (False, True)]
    ['quý III/2022', 'Q3/2022']
    """
    if period.precision is Precision.DAY:
        return format_day(period.end, language)
    if language != "vi":
        return period.text if short else _in_english(period)
    return _short(period) if short else _in_vietnamese(period)


def _in_vietnamese(period: Period) -> str:
    first, last = period.start, period.end
    match period.precision:
        case Precision.MONTH:
            return f"tháng {last.month}/{last.year}"
        case Precision.QUARTER:
            return f"quý {ROMAN_QUARTERS[last.month // 3 - 1]}/{last.year}"
        case Precision.HALF:
            return f"6 tháng {'đầu' if last.month == 6 else 'cuối'} năm {last.year}"
        case Precision.YEAR:
            return f"năm {last.year}"
        case _:
            return f"từ {format_day(first, 'vi')} đến {format_day(last, 'vi')}"


def _short(period: Period) -> str:
    first, last = period.start, period.end
    match period.precision:
        case Precision.MONTH:
            return f"T{last.month}/{last.year}"
        case Precision.QUARTER:
            return f"Q{last.month // 3}/{last.year}"
        case Precision.HALF:
            return f"6T {'đầu' if last.month == 6 else 'cuối'} {last.year}"
        case Precision.YEAR:
            return str(last.year)
        case _:
            begun = format_day(first, "vi")
            begun = begun.removesuffix(f"/{last.year}")
            return f"{begun}–{format_day(last, 'vi')}"


def _in_english(period: Period) -> str:
    last = period.end
    match period.precision:
        case Precision.MONTH:
            return f"{ENGLISH_MONTHS[last.month - 1]} {last.year}"
        case Precision.QUARTER:
            return f"Q{last.month // 3} {last.year}"
        case Precision.HALF:
            return f"H{last.month // 6} {last.year}"
        case Precision.YEAR:
            return str(last.year)
        case _:
            return f"{period.start} to {last}"


def format_age(days: int, language: str) -> str:
    """How long ago something was: in days, from two months on in months, from two years on in years.

    Years are said as people say them: `nearly` from three quarters of the next one on.

    >>> format_age(12, "vi"), format_age(600, "vi"), format_age(1, "en")
    ('12 ngày', '20 tháng', '1 day')
    >>> format_age(731, "vi"), format_age(1900, "vi"), format_age(2161, "en")
    ('2 năm', 'hơn 5 năm', 'nearly 6 years')
    """
    if abs(days) >= _YEARS_FROM:
        return _years(abs(days) / _DAYS_PER_YEAR, language)
    in_months = abs(days) >= _MONTHS_FROM
    count = round(days * 12 / _DAYS_PER_YEAR) if in_months else days
    if language == "vi":
        return f"{count} {'tháng' if in_months else 'ngày'}"
    return f"{count} {'month' if in_months else 'day'}{'' if abs(count) == 1 else 's'}"


def _years(years: float, language: str) -> str:
    nearest = round(years)
    if abs(years - nearest) <= _WHOLE_WITHIN:
        about, count = "", nearest
    elif years - int(years) >= _NEARLY_FROM:
        about, count = ("gần " if language == "vi" else "nearly "), int(years) + 1
    else:
        about, count = ("hơn " if language == "vi" else "over "), int(years)
    return f"{about}{count} {'năm' if language == 'vi' else 'years'}"


def format_instant(
    moment: datetime, timezone: tzinfo, language: str, *, exact: bool = False
) -> str:
    """A moment to the second, as the clocks of `timezone` show it.

    With `exact`, a fraction of a second is included, so that the printed text identifies exactly
    this moment when it is entered again.

    >>> format_instant(datetime(2022, 8, 21, 2, 10, 5, tzinfo=UTC), UTC, "vi")
    '21/08/2022 02:10:05'
    """
    local = moment.astimezone(timezone)
    fraction = f".{local.microsecond:06}" if exact and local.microsecond else ""
    return f"{format_day(local.date(), language)} {local:%H:%M:%S}{fraction}"
