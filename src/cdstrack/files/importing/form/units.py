"""Units as the column ĐVT writes them, held against the unit of an indicator.

Owns which words fit the plan's unit, and the magnitude (`triệu đồng`, `1000 người`) that a column
declares for all its numbers. A unit that contradicts the plan's is refused, because it makes the
number another one: another noun, a rate (`người/km2`), a magnitude of a percentage.
"""

import re
from typing import NamedTuple

from cdstrack.core.plan.model import Indicator, Measure, Unit
from cdstrack.core.problem import Problem
from cdstrack.words.labels.vocabulary import UNIT
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.marks import RAISED, lowered
from cdstrack.words.parse.numbers import scale_of
from cdstrack.words.parse.search import fold
from cdstrack.words.parse.value_words import NOT_AVAILABLE

_SIGNS = {"%": Unit.PERCENT, "\u2030": Unit.PER_THOUSAND}
_NAMES = {
    Unit.PERCENT: {"phan tram", "percent", "ti le", "ti le phan tram"},
    Unit.PER_THOUSAND: {"phan nghin", "per thousand"},
    Unit.RANK: {"hang", "thu hang", "xep hang", "vi tri", "bac", "rank", "place"},
    Unit.INDEX: {"diem", "chi so", "diem so", "index", "point", "points"},
}
_UNITS = {fold(name): unit for unit, names in _NAMES.items() for name in names}
_MONEY = {"dong", "vnd", "d"}
_OF_THE_COUNTRY = {"viet", "nam", "vn"}
_PRICES = re.compile(r"[\s,;(]+(?:(?:tính )?theo )?giá\b.*", re.IGNORECASE | re.DOTALL)
"""By which prices an amount of money is counted: `tỷ đồng (giá so sánh 2010)`."""
_CHANGE = re.compile(
    r"\b(?:diem|so voi|so cung|cung ki|ke hoach|kh|muc tieu|points?|of plan|of target)\b"
)
"""Words beside a percentage sign that make it another number: points, comparisons, parts of a plan."""
_GROWTH = re.compile(r"\b(?:tang|giam|change|growth|increase|decrease)\b")
_MAGNITUDES = {
    "nghin": "nghìn",
    "ngan": "nghìn",
    "ng": "nghìn",
    "trieu": "triệu",
    "tr": "triệu",
    "ti": "tỷ",
    "nghin ti": "nghìn tỷ",
    "ngan ti": "nghìn tỷ",
}
_SHORTENED = re.compile(rf"(?P<scale>{'|'.join(_MAGNITUDES)}) ?(?P<money>dong|d|vnd)?")
FACTOR = re.compile(
    r"(?:[x×*] ?)?(?:10\^(?P<power>\d{1,2})|10(?P<raised>[²³⁴⁵⁶⁷⁸⁹])"
    r"|(?P<plain>10+|1(?:[ .,\u00a0\u202f]000)+|'?000))(?:['s]s?)?(?![\d.,])\s*"
)
"""A magnitude in digits, at the beginning of a unit."""
_RAISED = RAISED[:10]
"""The raised digits, from 0 to 9."""
_WORDS = {10**9: "tỷ", 10**6: "triệu", 10**3: "nghìn"}
_AROUND = re.compile(r"^[(\[]?\s*(.*?)\s*[)\]]?$", re.DOTALL)
_WITH_NOTE = re.compile(r"(?P<number>.*\d)(?P<note>\s*\([^()]*\))?", re.DOTALL)
_COUNTED = {Unit.COUNT, Unit.AMOUNT}


class Written(NamedTuple):
    """A unit as written: a factor in digits, the factor of its magnitude words, and what is counted."""

    factor: int
    scale: int
    noun: str


def unit_problem(text: str, indicator: Indicator) -> Problem | None:
    """Why a unit as written cannot be that of the indicator (CDS341); None where it can."""
    written = clean(text).strip()
    if not written or indicator.unit is Unit.STATE or _is_its_own(written, indicator):
        return None
    if _fits(written, indicator):
        return None
    label = indicator.unit_label.text("vi") if indicator.unit_label else ""
    sign = next((sign for sign, each in _SIGNS.items() if each is indicator.unit), "")
    facts = {"indicator": indicator.id, "unit": label or sign or str(indicator.unit)}
    return Problem("CDS341", {"value": written, **facts})


def with_magnitude(text: str, unit: str, indicator: Indicator) -> str:
    """The number with the magnitude that its column declares, unless it names its own.

    >>> from cdstrack.core.plan.model import Indicator
    >>> plan = {"id": "von", "name": {"vi": "Vốn"}, "pillar": "p", "unit": "amount"}
    >>> von = Indicator.model_validate(plan | {"direction": "increase"})
    >>> with_magnitude("12.5", "tr.đ", von), with_magnitude("1 tỷ", "triệu đồng", von)
    ('12.5 triệu đồng', '1 tỷ')
    """
    is_counted = indicator.unit in _COUNTED and not _is_its_own(unit, indicator)
    if not is_counted or text[-1:].isalpha() or NOT_AVAILABLE.fullmatch(text):
        return text
    read = read_unit(unit, indicator)
    scale, words = read.scale * read.factor, list[str]()
    for size, word in _WORDS.items():
        while scale % size == 0:
            words.insert(0, word)
            scale //= size
    label = read_unit(_label(indicator), indicator)
    if read.noun and (is_money(read.noun) or label.scale != 1):
        # Beside its own unit, a number is turned into the thousands or millions of the plan.
        words.append("đồng" if is_money(read.noun) else label.noun)
    match = _WITH_NOTE.fullmatch(text)
    if match is None or not words:
        return text
    return f"{match['number']} {' '.join(words)}{match['note'] or ''}"


def read_unit(written: str, indicator: Indicator) -> Written:
    """A unit with its magnitude: `1000 người` and `nghìn người` are thousands of `người`."""
    text = _AROUND.sub(r"\1", _PRICES.sub("", clean(written).strip()))
    factor = 1
    if (match := FACTOR.match(text)) and match.end():
        power = match["power"] or (match["raised"] and lowered(match["raised"]))
        zeros = int(power) if power else match["plain"].count("0")
        factor, text = 10**zeros, text[match.end() :]
    return Written(factor, *_split(_in_full(text, indicator)))


def _split(unit: str) -> tuple[int, str]:
    """The factor of the leading magnitude words of a unit, and what is counted."""
    words, scale = unit.split(), scale_of(unit)
    leading = next(n for n in range(len(words) + 1) if scale_of(" ".join(words[:n])) == scale)
    return scale, " ".join(words[leading:])


def _fits(written: str, indicator: Indicator) -> bool:
    """Whether a unit as written can be that of an indicator."""
    unit = indicator.unit
    bare = written
    for sign in _SIGNS:
        bare = bare.replace(sign, " ")
    signs: set[Unit | None] = {each for sign, each in _SIGNS.items() if sign in written}
    is_plain = not any(letter.isdigit() or letter == "/" for letter in bare)
    named = _UNITS.get(fold(written))
    if named in _SIGNS.values():
        signs.add(named)
    if signs:
        return is_plain and signs == {unit} and not _is_change(bare, indicator)
    if unit not in {*_COUNTED, Unit.INDEX}:
        return named is unit
    read, label = read_unit(written, indicator), read_unit(_label(indicator), indicator)
    if read.factor not in {1000**power for power in range(5)}:
        return False
    if unit is Unit.AMOUNT and not label.noun and read.factor * read.scale != 1:
        return False
    if unit is Unit.INDEX and (read.factor * read.scale != 1 or not label.noun):
        return named is unit and read.factor * read.scale == 1
    return _fits_noun(read.noun, label.noun, indicator) or named is unit is Unit.INDEX


def _fits_noun(noun: str, label: str, indicator: Indicator) -> bool:
    """Whether what is counted is what the plan counts; where the plan does not say, any noun is."""
    if not noun:
        return True
    if not label:
        is_plain = "/" not in noun and not any(map(str.isdigit, noun))
        return is_plain and not is_money(noun)
    english = indicator.unit_label.en if indicator.unit_label else None
    known = {_parts(each) for each in (label, english or "") if each}
    *first, last = _parts(noun)
    return bool(known & {(*first, last), (*first, last.removesuffix("s"))})


def _is_change(beside: str, indicator: Indicator) -> bool:
    """Whether the words beside a percentage sign say that it is no share: `điểm %`, `% so cùng kỳ`."""
    words = fold(beside)
    is_growth = indicator.measure is not Measure.GROWTH and bool(_GROWTH.search(words))
    return is_growth or bool(_CHANGE.search(words))


def _parts(noun: str) -> tuple[str, ...]:
    """What is counted, and per what, in a comparable form; "per year" is implied for yearly figures.

    >>> _parts("đồng Việt Nam / người / năm"), _parts("km²")
    (('dong', 'nguoi'), ('km2',))
    """
    first, *per = _folded(noun).split("/")
    first = "dong" if is_money(first) else first
    return (first, *(per[:-1] if per[-1:] == ["nam"] and len(per) > 1 else per))


def _folded(noun: str) -> str:
    """A noun for comparing; `km²` is `km2`, and a rate is not its parts."""
    for number, raised in enumerate(_RAISED):
        noun = noun.replace(raised, str(number))
    return "/".join(map(fold, noun.split("/")))


def _label(indicator: Indicator) -> str:
    label = indicator.unit_label
    return label.text("vi") if label else ""


def _in_full(unit: str, indicator: Indicator) -> str:
    """A unit of money as offices shorten it, in full: `tr.đ`, and `tỷ` of what is counted in đồng."""
    first, slash, per = unit.partition("/")
    match = _SHORTENED.fullmatch(fold(first))
    if match is None or not (match["money"] or is_money(_split(_label(indicator))[1])):
        return unit
    return f"{_MAGNITUDES[match['scale']]} đồng{slash}{per}"


def _is_its_own(written: str, indicator: Indicator) -> bool:
    """Whether this is what the program itself writes as the indicator's unit, in any language."""
    label = indicator.unit_label
    known = {
        _folded(each): each for each in (*UNIT[indicator.unit], *(label.texts if label else ()))
    }
    same = known.get(_folded(written), "") if fold(written) else ""
    # A sign makes it another unit: `% người` is a share of them.
    return bool(same) and all((sign in written) == (sign in same) for sign in _SIGNS)


def is_money(noun: str) -> bool:
    """Whether a noun, or what a rate counts, is the country's money and nothing else."""
    words = set(fold(noun.partition("/")[0]).split())
    return not words.isdisjoint(_MONEY) and words <= _MONEY | _OF_THE_COUNTRY
