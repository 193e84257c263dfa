"""Units in a heading, in a name, or above a table, recognised by their words.

Owns which words are a unit where no column says that they are. Words that are none are left alone:
only a magnitude, money, a percentage, or what the plan itself counts makes one, unless the text
says that it is (`ĐVT: …`). Knows no form.
"""

import re
from collections.abc import Collection, Iterable

from cdstrack.files.importing.form.units import FACTOR, is_money
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.search import fold

_BRACKETS = re.compile(r"[(\[]\s*(?P<inside>[^()\[\]]+?)\s*[)\]]")
_BEHIND = re.compile(r"(?:[,;:](?!\d)\s*|\s[-–—]\s+)(?P<behind>[^,;:()\[\]]+)$")
_LABELLED = re.compile(
    r"(?P<label>đvt|đơn vị tính|đơn vị đo|đơn vị|units?(?: of measure(?:ment)?)?)\s*[:\uff1a]\s*"
    r"(?P<unit>.+?)(?=\s*(?:[-–/;|]\s*)?(?:đvt|đơn vị|units?\b)|$)",
    re.IGNORECASE | re.DOTALL,
)
_LISTED = re.compile(r"\s*[,;]\s*")
_OF_A_BODY = "đơn vị"
"""`Đơn vị:` may be followed by a unit or by the body that reports."""
_MAGNITUDES = {
    *("nghìn", "ngàn", "nghin", "ngan", "triệu", "trieu", "tỷ", "tỉ", "trăm", "chục", "vạn"),
    *("thousand", "thousands", "million", "millions", "billion", "billions"),
    *("trđ", "tr.đ", "tr.đồng"),
}
_SHARES = {"%", "\u2030", "phần trăm", "percent", "per cent"}
_NO_MAGNITUDE = {"lệ", "suất", "trọng", "số", "le", "suat", "trong", "so"}
"""Behind `tỷ` another word than a unit: `tỷ lệ`, `tỷ trọng`."""
_MOST_WORDS = 6
_LEAST_FACTOR = 1000
_ABROAD = {"usd", "eur", "jpi", "cni"}


def units_in(text: str, nouns: Collection[str]) -> tuple[str, ...]:
    """The units that a heading or a name states in brackets, or behind its last comma or dash.

    `nouns` are folded names of units that are known.

    >>> units_in("Kết quả năm 2022 (nghìn người)", ()), units_in("Kết quả (lũy kế)", ())
    (('nghìn người',), ())
    """
    plain = clean(text).strip()
    if labelled := explicit_units(plain):
        return labelled
    inside = [match["inside"] for match in _BRACKETS.finditer(plain)]
    found = [each for each in inside if is_unit(each) or _is_noun(each, nouns)]
    if not found and (match := _BEHIND.search(plain)) and is_unit(match["behind"].strip()):
        found = [match["behind"].strip()]
    return tuple(found)


def units_above(texts: Iterable[str], nouns: Collection[str]) -> tuple[str, ...]:
    """The units that the texts around a table state for all of it.

    >>> units_above(["Biểu 1", "Đơn vị tính: 1000 người"], ())
    ('1000 người',)
    """
    found: dict[str, None] = {}
    for text in texts:
        plain = clean(text).strip()
        bare = plain.strip("()[] ")
        units = (bare,) if is_unit(bare) else units_in(plain, ())
        if not units and (match := _LABELLED.match(plain)) and _is_noun(match["unit"], nouns):
            units = (match["unit"].strip(),)
        found |= dict.fromkeys(each for unit in units for each in (unit, *_LISTED.split(unit)))
    return tuple(found)


def explicit_units(text: str) -> tuple[str, ...]:
    """The units that a text calls so: `ĐVT: nghìn người`."""
    labelled = [
        (match["label"].lower(), match["unit"].strip(" ()[]."))
        for match in _LABELLED.finditer(text)
    ]
    return tuple(unit for label, unit in labelled if label != _OF_A_BODY or is_unit(unit))


def is_unit(text: str) -> bool:
    """Whether words are a unit by themselves: a magnitude, money, a percentage.

    >>> is_unit("nghìn người"), is_unit("tỷ lệ phủ"), is_unit("%")
    (True, False, True)
    """
    words = text.lower().split()
    if not words or len(words) > _MOST_WORDS:
        return False
    if (
        text.strip().lower() in _SHARES
        or is_money(text)
        or not _ABROAD.isdisjoint(map(fold, words))
    ):
        return True
    if (match := FACTOR.match(text)) and match.end():
        is_large = not match["plain"] or match["plain"].count("0") >= len(str(_LEAST_FACTOR)) - 1
        return is_large and not any(map(str.isdigit, text[match.end() :]))
    is_share = words[0] in {"tỷ", "tỉ"} and not _NO_MAGNITUDE.isdisjoint(words[1:2])
    is_counted = words[0].rstrip(".") in _MAGNITUDES and not is_share
    return is_counted and not any(map(str.isdigit, text.partition("/")[0]))


def _is_noun(text: str, nouns: Collection[str]) -> bool:
    """Whether words are what the plan counts, or a rate of it."""
    return fold(text) in nouns or fold(text.partition("/")[0]) in nouns


def without_unit(text: str) -> str:
    """A name without the unit behind it.

    >>> without_unit("Doanh thu (triệu đồng)"), without_unit("Dân số - nghìn người")
    ('Doanh thu', 'Dân số')
    """
    plain = clean(text).strip()
    for unit in units_in(plain, ()):
        head, _, tail = plain.rpartition(unit)
        if not tail.strip(" )].,;"):
            return head.rstrip(" ([,;:-–—")
    return plain
