"""What was probably meant by a number, date or id that is not valid in a plan.

Owns the guesses behind the remedies; a guess is shown as a suggestion and never taken. Each
function returns facts for a sentence: the name of the fact says what kind of typo it was.
"""

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal

from cdstrack.words.parse.search import unmarked

_PLAIN = r"(?:0|[1-9]\d*)(?:\.\d{1,6})?"
_SIGNS = (("≥", "at_least"), (">=", "at_least"), (">", "more_than"), ("≤", "at_most"))
_WORDS = (
    ("tối thiểu", "at_least"),
    ("ít nhất", "at_least"),
    ("trên", "more_than"),
    ("hơn", "more_than"),
    ("tối đa", "at_most"),
    ("dưới", "less_than"),
    ("<=", "at_most"),
    ("<", "less_than"),
)
_RANGE = r"([\d.,]+) ?%? *(?:-|–|\.\.|to|đến|,|;) *([\d.,]+) ?%?"
_LONGEST = 40
_LARGEST_POWER = 12


def number_facts(text: str, unit: str | None = None) -> dict[str, str]:
    """What the number should look like; `unit` is that of the indicator.

    >>> number_facts("85,5 %", "percent")
    {'percent': '85.5'}
    >>> number_facts("1.446.000")
    {'grouped': '1446000'}
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return {}
    if re.fullmatch(r"\d{1,3}:\d\d(?::\d\d)?", text, re.ASCII):
        return {"clock": "yes"}
    return _comparator_facts(text) or _digit_facts(text, unit)


def _digit_facts(text: str, unit: str | None) -> dict[str, str]:
    bare = text.removesuffix("%").rstrip()
    plain = bare if _is_plain(bare) else _plain_number(bare)
    if not plain or plain == text:
        return {}
    if bare != text:
        return {"percent" if unit == "percent" else "sign": plain}
    if re.fullmatch(r"[1-9]\d{0,2},\d{3}", text, re.ASCII):
        return {"point": plain, "joined": text.replace(",", "")}
    return {"grouped" if re.search(r"[.,]\d{3}[.,]", text) else "plain": plain}


def pair_facts(text: str) -> dict[str, str]:
    """The two numbers of a range written as one text.

    >>> pair_facts("35-40")
    {'pair': '[35, 40]'}
    """
    match = re.fullmatch(_RANGE, text[:_LONGEST].strip(), re.ASCII)
    ends = [_plain_number(end) for end in match.groups()] if match else []
    return {"pair": f"[{ends[0]}, {ends[1]}]"} if ends and all(ends) else {"range": "yes"}


def share_facts(text: str) -> dict[str, str]:
    """The percentage that a relative target needs.

    >>> share_facts("30,5")
    {'share': '30.5%'}
    """
    bare = text[:_LONGEST].strip().removesuffix("%").rstrip().removeprefix("-")
    plain = bare if _is_plain(bare) else _plain_number(bare)
    return {"share": f"{plain}%"} if plain else {}


def _is_plain(text: str) -> bool:
    return re.fullmatch(f"-?{_PLAIN}", text, re.ASCII) is not None


def _comparator_facts(text: str) -> dict[str, str]:
    """`trên 80%` and `>= 80`: the comparator belongs into the key."""
    for sign, key in (*_SIGNS, *_WORDS):
        if text.lower().startswith(sign):
            rest = text[len(sign) :].strip().removesuffix("%").strip()
            value = rest if _is_plain(rest) else _plain_number(rest)
            return {"key": key, "value_at_key": value} if value else {}
    return {}


def _plain_number(text: str) -> str:
    """The digits with a decimal point, or an empty text where they are ambiguous."""
    text = text.replace("\u00a0", "").replace(" ", "").replace("_", "").removeprefix("+")
    sign, text = ("-", text[1:]) if text[:1] in {"-", "−"} else ("", text)
    readings = (
        (r"[1-9]\d{0,2}(\.\d{3})+,\d{1,6}|[1-9]\d{0,2}(\.\d{3}){2,}", ".", ","),
        (r"[1-9]\d{0,2}(,\d{3})+\.\d{1,6}|[1-9]\d{0,2}(,\d{3}){2,}", ",", "."),
        (r"\d+,\d{1,6}", ".", ","),
        (r"\d*\.?\d+", "", "."),
    )
    for pattern, group, point in readings:
        if re.fullmatch(pattern, text, re.ASCII):
            text = text.replace(group, "") if group else text
            return sign + _unpadded(text.replace(point, "."))
    return _without_power(sign, text)


def _unpadded(text: str) -> str:
    """`010` as 10 and `.5` as 0.5."""
    whole, point, part = text.partition(".")
    return (whole.lstrip("0") or "0") + point + part


def _without_power(sign: str, text: str) -> str:
    match = re.fullmatch(r"(\d+(?:\.\d+)?)[eE]\+?(\d{1,2})", text, re.ASCII)
    if match is None or int(match[2]) > _LARGEST_POWER:
        return ""
    return sign + format(Decimal(match[1]).scaleb(int(match[2])).normalize(), "f")


def date_facts(text: str) -> dict[str, str]:
    """How the day should be written, or why there is no such day.

    >>> date_facts("31/12/2025")
    {'plain': '2025-12-31'}
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
    match = re.fullmatch(r"(?P<y>(?:19|20|21)\d\d)", text, re.ASCII)
    return {"year": text, "end": f"{text}-12-31"} if match else {}


def _day_facts(year: int, month: int, day: int) -> dict[str, str]:
    if year < 1:
        return {"no_year": f"{year:04d}"}
    if not 1 <= month <= 12:
        return {"no_month": str(month)}
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        return {"month": f"{year:04d}-{month:02d}", "last": str(last)}
    return {"plain": date(year, month, day).isoformat()}


def misread_facts(text: str) -> dict[str, str]:
    """Whether an id is misread as a word for yes, no or nothing, as a day, or as a number.

    >>> misread_facts("y"), misread_facts("2021-01-01"), misread_facts("2025")
    ({'word': 'y'}, {'day': '2021-01-01'}, {})
    """
    if not text[:1].isdigit():
        return {"word": text}
    return {"day": text} if "-" in text else {}


def id_facts(text: str) -> dict[str, str]:
    """The id that a name makes: without accents, small letters, hyphens.

    >>> id_facts("Hồ sơ_công việc")
    {'plain': 'ho-so-cong-viec'}
    """
    slug = re.sub(r"[^a-z0-9]+", "-", unmarked(text[:80])).strip("-")
    return {"plain": slug} if slug and not slug.isdigit() else {}
