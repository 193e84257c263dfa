"""The period that a column of figures is about, as the lines of its heading tell it.

Owns periods without their year (`Quý I` under `Năm 2025`) and when two lines make one period.
What cannot be joined with certainty is refused: a quarter that is taken for its year is another
figure. Knows no file.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from cdstrack.core.problem import Problem
from cdstrack.core.record.observation import Qualifier
from cdstrack.core.record.period import Period, Precision
from cdstrack.files.importing.calendar import Calendar, first_year, may_be_month
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_period, read_period
from cdstrack.words.parse.marks import RAISED
from cdstrack.words.parse.search import fold, unmarked

_LONGEST = 8
"""Words that the longest spelling of a period has."""
_MOST_WORDS = 60
_AROUND = " \t()[].,;:*"
_MONTHS = r"(?:\d{1,2}|ba|sau|chin)"
_PARTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.ASCII), joined)
    for pattern, joined in (
        (r"qu[yi] ?(?P<n>[1-4]|i{1,3}|iv)", "quy {n}/{year}"),
        (r"q(?P<n>[1-4])", "quy {n}/{year}"),
        (r"(?:thang ?|t)(?P<n>\d{1,2})", "thang {n}/{year}"),
        (rf"(?P<n>{_MONTHS}) ?t(?:hang)?(?: dau(?: nam)?)?", "{n} thang dau {year}"),
        (rf"(?P<n>{_MONTHS}) ?t(?:hang)? cuoi(?: nam)?", "{n} thang cuoi {year}"),
        (r"ca nam", "{year}"),
        (r"(?:ngay )?\d{1,2}[/-]\d{1,2}", ""),
        (r"(?:tu )?(?:ngay )?\d{1,2}[/-]\d{1,2} ?(?:-|–|den) ?(?:ngay )?\d{1,2}[/-]\d{1,2}", ""),
        (r"(?:giai doan )?\d{4} ?[-–/] ?\d{4}", ""),
    )
)
"""Periods that lack their year, and how they are written with it; empty where a year is not it."""
_MONTHS_OF_YEAR = re.compile(
    rf"(?P<n>{_MONTHS}) ?t(?:hang)?(?: nam |[ /-])(?P<year>\d{{4}})", re.ASCII
)

_OPEN = re.compile(r"\b(?:luy ke|ky nay|trong ky|ky bao cao)\b")
_MARK = re.compile(
    rf"\*+|[†‡§{RAISED[1:]}]+|[(\[](?:\d{{1,2}}|[a-fprs])[)\]](?!\s*[=+/])"
    r"|[(\[]#[)\]]|[#‡※●○■□◆\u2460-\u2473]+|(?<=\d{4})[a-z](?!\w)|(?<=\d{4} )[aefprs](?!\w)",
    re.IGNORECASE,
)
"""Signs that point to a note: stars, raised digits, `(1)`, `[e]`, and a letter behind a year."""
_FIRMNESS = {
    Qualifier.ESTIMATE: re.compile(
        r"\b(?<!cong )(?<!thoa )(?<!hiep )(?<!qui )uoc\b|\bu ?th\b|\best(?:imated?)?\b"
    ),
    Qualifier.PRELIMINARY: re.compile(
        r"\bso bo\b|\btam tinh\b|\bprel(?:iminari)?\b|\bprov(?:isional)?\b"
    ),
}
_PART_OF_YEAR = re.compile(
    r"\b(?:dau|giua|nua dau|nua cuoi|mid|middle|early|late|start|beginning)(?: of)?(?: the)? @"
    r"|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b"
    r"|\b(?:quarters?|qtr|half|weeks?|wk|months?|semester|trimester|ytd|thang)\b"
    r"|\b(?:\d{1,2}[mhq]|[hmq]\d{1,2})\b|\b(?:tuan|ky|dot) (?:\d{1,2}|[ivx]+)\b"
)
"""Words for a part of a year that are no spelling of a period, without accents; `@` is a period."""
_CALENDAR = Calendar()


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The periods that a text names, and those that it names without their year.

    `rest` are the other words, folded to lower case without accents. `pairs` are years that follow
    each other: `2007-08`, which may be a month, and others. `marks` point to notes. `frame` is the
    text with `@` in the place of each period.
    """

    periods: tuple[str, ...]
    parts: tuple[str, ...]
    rest: str
    pairs: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    frame: str = ""

    @property
    def qualifier(self) -> Qualifier | None:
        """How firm the text says that figures are: `Sơ bộ 2019`, `2022 (ước tính)`."""
        words = fold(self.rest)
        return next((each for each, way in _FIRMNESS.items() if way.search(words)), None)


@lru_cache(maxsize=4096)
def mentioned(text: str, calendar: Calendar = _CALENDAR) -> Mentioned:
    """Every period that a text names, from left to right.

    >>> found = mentioned("Kết quả 6 tháng 2025 (quý II)")
    >>> found.periods, found.parts, found.rest
    (('2025-H1',), ('quy ii',), 'ket qua')
    """
    bare = clean(text)
    marks = tuple(_MARK.findall(bare))
    words = unmarked(_MARK.sub(" ", bare)).split()[:_MOST_WORDS]
    periods: list[str] = []
    parts: list[str] = []
    rest: list[str] = []
    pairs: list[str] = []
    frame: list[str] = []
    first = 0
    while first < len(words):
        for last in range(min(len(words), first + _LONGEST), first, -1):
            phrase = " ".join(words[first:last]).strip(_AROUND)
            if calendar.first_day is None and first_year(phrase) is not None:
                pairs.append(phrase)
            if period := _period(phrase, calendar):
                periods.append(period)
                frame.append("@")
            elif _part(phrase):
                parts.append(phrase)
            else:
                continue
            first = last
            break
        else:
            rest.append(words[first].strip(_AROUND))
            frame.append(rest[-1])
            first += 1
    is_dated = bool(periods or parts)
    found = tuple(periods), tuple(parts), " ".join(filter(None, rest)), tuple(pairs)
    return Mentioned(*found, marks if is_dated else (), " ".join(frame))


def heading_period(
    lines: Sequence[str], known: str | None = None, calendar: Calendar = _CALENDAR
) -> str | Problem | None:
    """The period that the lines of a heading name, from the upper to the lower; None for none.

    A line may say more exactly what the one above says (`Quý I/2025` under `Năm 2025`), or lack
    the year that is above. Where no line has one, that of `known` counts, a day that lies in
    the period. Whatever else names two periods, or one without its year, is refused (CDS347).

    >>> heading_period(["Kết quả thực hiện năm 2025", "Quý I"]), heading_period(["Kết quả"])
    ('2025-Q1', None)
    """
    found = [mentioned(line, calendar) for line in lines]
    if years := [pair for each in found for pair in each.pairs if not may_be_month(pair)]:
        return Problem("CDS360", {"value": years[0]})
    parts = list(dict.fromkeys(part for each in found for part in each.parts))
    periods = list(dict.fromkeys(period for each in found for period in each.periods))
    if parts:
        return _joined(parts, periods, known) or Problem("CDS347", {"column": " / ".join(lines)})
    if any(len(set(each.periods)) > 1 for each in found) or not _is_narrowing(periods):
        return _refused(lines, periods)
    if periods and _is_open(found, Period.parse(periods[-1])):
        return Problem("CDS347", {"column": " / ".join(lines)})
    return periods[-1] if periods else None


def _is_open(found: Sequence[Mentioned], period: Period) -> bool:
    """Whether a heading that names a year is about a part of it.

    Its lowest line may be about a span that began with the year and ends before it.
    """
    runs_on = bool(_OPEN.search(found[-1].rest)) and not found[-1].periods
    is_part = any(_PART_OF_YEAR.search(each.frame) for each in found)
    return (runs_on or is_part) and period.precision is Precision.YEAR


def _refused(lines: Sequence[str], periods: Sequence[str]) -> Problem:
    facts = {"column": " / ".join(lines), "periods": told(periods, "en")}
    return Problem("CDS347", {**facts, "periods_vi": told(periods, "vi")})


def told(periods: Sequence[str], language: str) -> str:
    """Periods in words."""
    return ", ".join(format_period(Period.parse(each), language) for each in periods)


def _joined(parts: Sequence[str], periods: Sequence[str], known: str | None) -> str | None:
    """The one period without a year, with the one year that is beside it."""
    found = {_with_year(part, year) for part in parts for year in _years(periods, known)}
    period = found.pop() if len(found) == 1 else None
    if period is None:
        return None
    whole = [Period.parse(each) for each in (*periods, *([] if periods or not known else [known]))]
    mine = Period.parse(period)
    fits = all(_holds(each, mine) or (not periods and _holds(mine, each)) for each in whole)
    return period if fits else None


def _years(periods: Sequence[str], known: str | None) -> list[str]:
    named = [Period.parse(each) for each in periods]
    if any(each.precision is not Precision.YEAR for each in named):
        return []
    if not named:
        return [] if known is None else [str(Period.parse(known).end.year)]
    return [str(each.end.year) for each in named]


def _with_year(part: str, year: str) -> str | None:
    for pattern, joined in _PARTS:
        if (match := pattern.fullmatch(part)) and joined:
            number = match.groupdict().get("n") or ""
            read = read_period(joined.format(n=number, year=year))
            return read.text if isinstance(read, Period) else None
    return None


def _is_narrowing(periods: Sequence[str]) -> bool:
    """Whether each period lies within the one before."""
    whole = [Period.parse(each) for each in periods]
    return all(_holds(outer, inner) for outer, inner in pairwise(whole))


def _holds(outer: Period, inner: Period) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _period(phrase: str, calendar: Calendar) -> str | None:
    if match := _MONTHS_OF_YEAR.fullmatch(phrase):
        phrase = f"{match['n']} thang dau {match['year']}"
    read = calendar.read(phrase)
    return read.text if isinstance(read, Period) else None


def _part(phrase: str) -> bool:
    return any(pattern.fullmatch(phrase) for pattern, _ in _PARTS)
