"""The spellings of days and periods that are understood, and their canonical form.

Owns one pattern a spelling, matched against text in lower case without accents. Whether such a
day exists is decided in `cdstrack.words.parse.dates`.
"""

import re
from calendar import monthrange
from collections.abc import Callable

ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(ENGLISH_MONTHS, 1)}
_MONTH_NUMBERS |= {name[:3]: number for name, number in _MONTH_NUMBERS.items()} | {"sept": 9}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTH_NUMBERS, key=len, reverse=True))})\.?"
ROMAN_QUARTERS = ("I", "II", "III", "IV")
_COUNTS = {"ba": 3, "sau": 6, "chin": 9}
_QUARTERS = {
    word: number
    for number, words in enumerate(
        (("mot", "first", "1st"), ("hai", "second", "2nd"), ("ba", "third", "3rd")), 1
    )
    for word in words
} | dict.fromkeys(("tu", "bon", "fourth", "4th"), 4)

_YEAR = r"(?P<year>\d{4})"
_OF_YEAR = rf"(?: nam |[ /-]){_YEAR}"
_DAY = r"(?:ngay )?(?P<day>\d{1,2})"
ISO_SIDE, OUR_SIDE = r"\d{4}-\d{1,2}-\d{1,2}", r"\d{1,2}[/.-]\d{1,2}"
RANGES = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"(?P<first>{ISO_SIDE})/(?P<last>{ISO_SIDE})",
        (
            rf"(?:tu )?(?:ngay )?(?P<first>{ISO_SIDE}|{OUR_SIDE}(?:[/.-]\d{{4}})?)"
            rf"(?: ?[-–—] ?| den | to )(?:ngay )?(?P<last>{ISO_SIDE}|{OUR_SIDE}[/.-]\d{{4}})"
        ),
    )
)
SHORT_YEAR = re.compile(r"(?:ngay )?\d{1,2}([/.-])\d{1,2}\1\d{2}", re.ASCII)


def _month_text(match: re.Match[str]) -> str:
    month = match["month"]
    number = int(month) if month.isdigit() else _MONTH_NUMBERS[month]
    return f"{match['year']}-{number:02}"


def _day_text(match: re.Match[str]) -> str:
    return f"{_month_text(match)}-{int(match['day']):02}"


def _quarter_text(match: re.Match[str]) -> str:
    quarter = match["quarter"].upper()
    if quarter in ROMAN_QUARTERS:
        return f"{match['year']}-Q{ROMAN_QUARTERS.index(quarter) + 1}"
    return f"{match['year']}-Q{_QUARTERS.get(match['quarter']) or int(quarter)}"


def _half_text(match: re.Match[str]) -> str:
    half = {"first": 1, "second": 2}.get(match["half"]) or match["half"]
    return f"{match['year']}-H{half}"


def _months_text(match: re.Match[str]) -> str:
    """The first or last N months of a year, as a half, a quarter, a year or a range."""
    year, count = match["year"], _COUNTS.get(match["count"]) or int(match["count"])
    at_start = match["which"] == "dau"
    if count not in range(1, 13):
        return ""
    named = {3: f"{year}-Q{1 if at_start else 4}", 6: f"{year}-H{1 if at_start else 2}", 12: year}
    first, last = (1, count) if at_start else (13 - count, 12)
    last_day = monthrange(int(year), last)[1]
    return named.get(count, f"{year}-{first:02}-01/{year}-{last:02}-{last_day}")


Form = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]
DAY_FORMS: tuple[Form, ...] = tuple(
    (re.compile(pattern, re.ASCII), _day_text)
    for pattern in (
        rf"{_DAY}(?P<mark>[/.-])(?P<month>\d{{1,2}})(?P=mark){_YEAR}",
        rf"{_DAY} thang (?P<month>\d{{1,2}})(?: nam |[/-]){_YEAR}",
        rf"{_YEAR}(?P<mark>[/.-])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -]{_MONTH},?[ -]{_YEAR}",
        rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}",
    )
)
PERIOD_FORMS: tuple[Form, ...] = DAY_FORMS + tuple(
    (re.compile(pattern, re.ASCII), canonical)
    for pattern, canonical in (
        (rf"{_YEAR}[/-](?P<month>\d{{1,2}})", _month_text),
        (rf"(?P<month>\d{{1,2}})[/-]{_YEAR}", _month_text),
        (rf"(?:thang |t)(?P<month>\d{{1,2}}){_OF_YEAR}", _month_text),
        (rf"{_MONTH}[ -]{_YEAR}", _month_text),
        (rf"{_YEAR}[ -]{_MONTH}", _month_text),
        (rf"qu[yi] (?P<quarter>mot|hai|ba|tu|bon){_OF_YEAR}", _quarter_text),
        (rf"(?P<quarter>{'|'.join(_QUARTERS)}) quarter (?:of )?{_YEAR}", _quarter_text),
        (rf"{_YEAR}[ -]?q(?P<quarter>[1-4])", _quarter_text),
        (rf"(?:qu[yi] ?|q)(?P<quarter>[1-4]|i{{1,3}}|iv){_OF_YEAR}", _quarter_text),
        (rf"{_YEAR}[ -]?h(?P<half>[12])", _half_text),
        (rf"h(?P<half>[12]){_OF_YEAR}", _half_text),
        (rf"(?:the )?(?P<half>first|second) half of {_YEAR}", _half_text),
        (
            rf"(?P<count>\d{{1,2}}|{'|'.join(_COUNTS)}) ?t(?:hang)? (?P<which>dau|cuoi){_OF_YEAR}",
            _months_text,
        ),
        (rf"(?:ca )?(?:nam )?{_YEAR}", lambda match: match["year"]),
    )
)
