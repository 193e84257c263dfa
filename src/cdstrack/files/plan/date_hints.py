"""What was probably meant by a day that is not one, or is not written year-month-day.

Owns the guesses behind the remedies; a guess is shown as a suggestion and never taken.
"""

import re
from calendar import monthrange
from datetime import date

from cdstrack.core.spelling import unmarked

_QUARTER = r"(?:q|quy) ?(?P<q>[1-4]|iv|i{1,3})[ /-]?(?:nam )?(?P<y>\d{4})"
_MONTH = r"(?:thang )?(?P<m>\d\d?)[/-](?P<y>\d{4})|(?P<y2>\d{4})-(?P<m2>\d\d?)"
_LONGEST = 60
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def date_facts(text: str) -> dict[str, str]:
    """How the day should be written, or why there is no such day.

    >>> date_facts("31/12/2025")
    {'plain': '2025-12-31'}
    >>> date_facts("giai đoạn 2021-2025")
    {'year': '2025', 'end': '2025-12-31'}
    >>> date_facts("2025-02-30")
    {'month': '2025-02', 'last': '28'}
    """
    text = text.strip()
    for pattern in (
        r"(?P<y>\d{4})[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)",
        r"(?P<d>\d\d?)[-/.](?P<m>\d\d?)[-/.](?P<y>\d{4})",
        r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)",
    ):
        match = re.fullmatch(pattern, text, re.ASCII)
        if match:
            return _day_facts(int(match["y"]), int(match["m"]), int(match["d"]))
    return _part_of_year_facts(text) or _year_facts(text)


def _part_of_year_facts(text: str) -> dict[str, str]:
    """The last day of a quarter or a month: `Q3/2025`, `quý III năm 2025`, `6/2025`."""
    words = unmarked(text)
    match = re.fullmatch(_QUARTER, words, re.ASCII)
    if match:
        number = _ROMAN.get(match["q"]) or int(match["q"])
        return _last_day(text, int(match["y"]), 3 * number)
    match = re.fullmatch(_MONTH, words, re.ASCII)
    if match:
        return _last_day(text, int(match["y"] or match["y2"]), int(match["m"] or match["m2"]))
    return {}


def _last_day(text: str, year: int, month: int) -> dict[str, str]:
    if not 1 <= month <= 12:
        return {"no_month": str(month)}
    return {"year": text, "end": date(year, month, monthrange(year, month)[1]).isoformat()}


def _year_facts(text: str) -> dict[str, str]:
    """The end of the year that a text names; of several, of the last: `giai đoạn 2021-2025`."""
    years = re.findall(r"(?<!\d)(?:19|20|21)\d\d(?!\d)", text[:_LONGEST], re.ASCII)
    plain = re.sub(r"\d{4}", "", text)
    if not years or re.search(r"\d", plain):
        return {}
    return {"year": years[-1], "end": f"{years[-1]}-12-31"}


def _day_facts(year: int, month: int, day: int) -> dict[str, str]:
    if year < 1:
        return {"no_year": f"{year:04d}"}
    if not 1 <= month <= 12:
        return {"no_month": str(month)}
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        return {"month": f"{year:04d}-{month:02d}", "last": str(last)}
    return {"plain": date(year, month, day).isoformat()}
