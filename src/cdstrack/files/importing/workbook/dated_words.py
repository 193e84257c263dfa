"""Words that a date format puts around a day: `"Q4/"yyyy` shows the last day of 2025 as `Q4/2025`.

Words that name the parts of the date (`ngày 31 tháng 12`) change nothing. With others the cell is read
as the text that it shows; where that cannot be told, it is a fault.
"""

import re
from collections.abc import Callable
from datetime import date

from cdstrack.core.record.sheet import Fault
from cdstrack.words.parse.search import fold

_TOKEN = re.compile(
    r'"(?P<text>[^"]*)"|\\(?P<letter>.)|(?P<space>_.|\*.)|(?P<bracket>\[[^\]]*\])'
    r"|(?P<part>y+|m+|d+|h+|s+|am/pm|a/p|g+|e+|b+)|(?P<other>.)",
    re.DOTALL | re.IGNORECASE,
)
_NAMES = (
    "ngày",
    "tháng",
    "năm",
    "thứ",
    "day",
    "month",
    "year",
    "the",
    "of",
    "年",
    "月",
    "日",
    "年月日",
)
_PARTS = frozenset(map(fold, _NAMES))
"""Names of the parts of a date."""
_DRAWN: dict[str, Callable[[date], str]] = {
    "d": lambda day: f"{day.day}",
    "dd": lambda day: f"{day.day:02}",
    "m": lambda day: f"{day.month}",
    "mm": lambda day: f"{day.month:02}",
    "y": lambda day: f"{day.year % 100:02}",
    "yy": lambda day: f"{day.year % 100:02}",
    "yyy": lambda day: f"{day.year:04}",
    "yyyy": lambda day: f"{day.year:04}",
}


def has_words(literal: str) -> bool:
    """Whether what a date format adds to a day says more than the names of its parts.

    >>> has_words("Q4/"), has_words(" tháng "), has_words("/")
    (True, False, False)
    """
    return not set(fold(literal).split()) <= _PARTS


def day_in_words(code: str, day: date) -> str | Fault | None:
    """What a format with words of its own shows of a day (CDS381 where that is unknown); else None.

    >>> day_in_words('"Q4/"yyyy', date(2025, 12, 31)), day_in_words("dd/mm/yyyy", date(2025, 12, 31))
    ('Q4/2025', None)
    """
    looks, literals, unknown = list[str](), list[str](), False
    for match in _TOKEN.finditer(code):
        kind, sign = match.lastgroup, match[match.lastgroup or 0]
        if kind == "part":
            draw = _DRAWN.get(sign.lower())
            unknown |= draw is None
            looks.append(draw(day) if draw else "")
        elif kind in {"text", "letter", "other"}:
            looks.append(sign)
            literals.append(sign)
        literals.append(" " * (kind in {"part", "space"}))
    if not has_words("".join(literals)):
        return None
    return Fault("CDS381", day.isoformat()) if unknown else "".join(looks).strip()
