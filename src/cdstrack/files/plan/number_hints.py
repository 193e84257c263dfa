"""What was probably meant by a number, a range or a change that is not valid in a plan.

Owns the guesses behind the remedies; a guess is shown as a suggestion and never taken. Each
function returns facts for a sentence: the name of the fact says what kind of typo it was.
"""

import re
from decimal import Decimal

from cdstrack.core.spelling import unmarked

_PLAIN = r"(?:0|[1-9]\d*)(?:\.\d{1,6})?"
_TWO_READINGS = r"-?[1-9]\d{0,2}\.\d{3}"
_BEFORE = (
    ("at_least", r">=|=>|≥|toi thieu|it nhat|khong duoi|tu|at least|minimum|min"),
    ("more_than", r">|tren|hon|vuot|more than|over|above|greater than"),
    ("at_most", r"<=|=<|≤|toi da|khong qua|khong vuot qua|at most|maximum|max|up to"),
    ("less_than", r"<|duoi|less than|below|under"),
    ("about", r"~|≈|khoang|xap xi|about|approximately|approx\.?|around|circa|ca\."),
    ("top", r"top|nhom|trong nhom"),
)
"""What may be before a number, without accents, by the key that says it."""
_AFTER = (
    ("at_least", r"\+|tro len|or more|and more|or above"),
    ("at_most", r"tro xuong|or less|and less|or below"),
)
_YEARLY = r"(?:/ ?(?:nam|year|yr)|(?:moi|hang) nam|per year|a year|annually|every year|each year)"
_AVERAGE = r"(?:binh quan|trung binh|on average|average)"
_TWICE = {"gap doi": "100", "double": "100", "twice": "100", "gap ba": "200", "triple": "200"}
_TO = r"([\d.,]*\d) ?%? *(?:-|–|—|\.\.|to|den|đến|~) *([\d.,]+) ?%?"
_RANGE = r"([\d.,]+) ?%? *(?:-|–|—|\.\.|to|den|đến|,|;|~) *([\d.,]+) ?%?"
"""Two numbers; between the brackets of a pair a comma separates them, in a number it may not."""
_OUT_OF = r"(\d{1,4}) ?(?:/|of|out of|tren|trong) ?(\d{1,4})"
_POINTS = r"(?:pp|ppt|p\.p\.?|percentage points?|points?|diem %|diem phan tram|diem)"
_LONGEST = 40
_LARGEST_POWER = 12
_YEARLY_KEYS = {"at_least", "more_than", "at_most", "less_than"}


def number_facts(text: str, unit: str | None = None) -> dict[str, str]:
    """What the number should look like; `unit` is that of the indicator.

    >>> number_facts("85,5 %", "percent")
    {'percent': '85.5'}
    >>> number_facts("1.446.000")
    {'grouped': '1446000'}
    >>> number_facts("30/63", "rank")
    {'write': 'top: 30, of: 63'}
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return {}
    if re.fullmatch(r"\d{1,3}:\d\d(?::\d\d)?", text, re.ASCII):
        return {"clock": "yes"}
    return _sentence_facts(unmarked(text), unit) or _digit_facts(text, unit)


def two_readings_facts(text: str) -> dict[str, str]:
    """Both readings of a number with a point before exactly three digits.

    >>> two_readings_facts("1.850%")
    {'joined': '1850%', 'decimal': '1.8500%'}
    """
    match = re.fullmatch(rf"({_TWO_READINGS})(.*)", text.strip(), re.ASCII | re.DOTALL)
    if match is None:
        return {}
    number, rest = match.groups()
    return {"joined": number.replace(".", "") + rest, "decimal": f"{number}0{rest}"}


def plain_number(text: str) -> str:
    """A number as the plan writes it; "" where the text is none or has two readings.

    >>> plain_number("33,10 %"), plain_number("1.446.000"), plain_number("1.850")
    ('33.10', '1446000', '')
    """
    bare = text[:_LONGEST].strip().removesuffix("%").rstrip()
    if re.fullmatch(_TWO_READINGS, bare, re.ASCII) or re.fullmatch(
        r"[1-9]\d{0,2},\d{3}", bare, re.ASCII
    ):
        return ""
    return bare if _is_plain(bare) else _plain_number(bare)


def pair_facts(text: str) -> dict[str, str]:
    """The two numbers of a range written as one text.

    >>> pair_facts("35-40")
    {'pair': '[35, 40]'}
    """
    pair = _pair(text)
    return {"pair": pair} if pair else {"range": "yes"}


def change_facts(text: str, *, percent: bool) -> dict[str, str]:
    """The change that a relative target needs: a share of the baseline, percentage points, or both.

    >>> change_facts("0,5", percent=True)
    {'share': '0.5%', 'points': '0.5 pp'}
    >>> change_facts("0.5 - 1%", percent=True)["points"], change_facts("30,5%", percent=False)
    ('0.5 pp', {'share': '30.5%'})
    """
    bare = unmarked(text[:_LONGEST]).strip()
    points = re.fullmatch(rf"(.+?) ?{_POINTS}", bare)
    number = (points[1] if points else bare).removeprefix("-").strip()
    first = re.fullmatch(_TO, number, re.ASCII)
    plain = plain_number(first[1] if first else number)
    if not plain:
        return {}
    if points:
        return {"points": f"{plain} pp"}
    share = {"share": f"{plain}%"}
    return share | {"points": f"{plain} pp"} if percent else share


def _digit_facts(text: str, unit: str | None) -> dict[str, str]:
    bare = text.removesuffix("%").rstrip()
    plain = bare if _is_plain(bare) else _plain_number(bare)
    if not plain or plain == text:
        return _with_a_noun(text, unit)
    if bare != text:
        return {"percent" if unit == "percent" else "sign": plain}
    if re.fullmatch(r"[1-9]\d{0,2},\d{3}", text, re.ASCII):
        return {"decimal": f"{text.replace(',', '.')}0", "joined": text.replace(",", "")}
    return {"grouped" if re.search(r"[.,]\d{3}[.,]", text) else "plain": plain}


def _with_a_noun(text: str, unit: str | None) -> dict[str, str]:
    """`90 phần trăm` and `1850 triệu USD`: what follows the number is the unit."""
    match = re.fullmatch(r"([\d.,]+) ?(?P<noun>(?![eE][+-]?\d)[^\d\s.,].*)", text, re.DOTALL)
    plain = plain_number(match[1]) if match else ""
    if match is None or not plain:
        return {}
    if unmarked(match["noun"]) in {"phan tram", "percent", "per cent", "pct", "pc"}:
        return {"percent" if unit == "percent" else "sign": plain}
    return {"number": plain, "noun": match["noun"]}


def _sentence_facts(words: str, unit: str | None) -> dict[str, str]:
    """A value that says more than a number: `trên 80%`, `30/63`, `6 - 6,5`, `8%/năm`, `gấp đôi`."""
    place = re.fullmatch(rf"(?:{_BEFORE[-1][1]})? ?{_OUT_OF}", words, re.ASCII)
    if place and unit == "rank":
        return {"write": f"top: {place[1]}, of: {place[2]}"}
    if pair := _pair(words, _TO):
        return {"key": "between", "value_at_key": pair}
    if words in _TWICE:
        return {"key": "increase_by", "value_at_key": f"{_TWICE[words]}%"}
    return _yearly_facts(words) or _compared_facts(words)


def _yearly_facts(words: str) -> dict[str, str]:
    """`bình quân 8%/năm` is a mean, `8%/năm` is every year."""
    average = re.search(_AVERAGE, words)
    rest = re.sub(rf"{_AVERAGE}|{_YEARLY}", " ", words)
    if rest == words:
        return {}
    compared = _compared_facts(rest.strip())
    key = compared.get("key", "at_least")
    number = compared.get("value_at_key") or plain_number(rest)
    if not number or key not in _YEARLY_KEYS:
        return {}
    return {"key": f"{'average' if average else 'each_year'}_{key}", "value_at_key": number}


def _compared_facts(words: str) -> dict[str, str]:
    for key, before in _BEFORE:
        match = re.fullmatch(rf"(?:{before}) ?(?P<number>[\d.,]+(?: ?%)?)", words)
        if match and (plain := plain_number(match["number"])):
            return {"key": key, "value_at_key": plain}
    for key, after in _AFTER:
        match = re.fullmatch(rf"(?P<number>[\d.,]+(?: ?%)?) ?(?:{after})", words)
        if match and (plain := plain_number(match["number"])):
            return {"key": key, "value_at_key": plain}
    return {}


def _pair(text: str, pattern: str = _RANGE) -> str:
    match = re.fullmatch(pattern, text[:_LONGEST].strip().removeprefix("tu "), re.ASCII)
    ends = [plain_number(end) for end in match.groups()] if match else []
    return f"[{ends[0]}, {ends[1]}]" if ends and all(ends) else ""


def _is_plain(text: str) -> bool:
    return re.fullmatch(f"-?{_PLAIN}", text, re.ASCII) is not None


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
