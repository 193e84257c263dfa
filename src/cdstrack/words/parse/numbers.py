"""Numbers as officials write them: `1.446`, `67,84`, `1,8 triệu`, `981/1.446`; read and written.

Owns the readings of a text and the spelling of a number in both languages. It never guesses: a text
with two readings returns both, and the caller, which knows the unit, decides. Knows no indicator.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from cdstrack.core.plan.values import format_decimal
from cdstrack.core.problem import Problem
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.search import fold, unmarked

Number = Decimal | Fraction | int | float
Readings = tuple[Decimal, ...]
"""What a text can mean: one number, or two where a mark may group or be decimal."""

MOST_DECIMALS = 6
_SPACES = "\u0020\u00a0\u2009\u202f"
_MINUS = "-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"
"""What is typed for a minus: hyphens, Word's unbreakable one, its en dash for a hyphen, and `−`."""
SIGN = rf"[+\{_MINUS}]?"
_SIGN = rf"(?P<sign>{SIGN})"
_GROUPED = re.compile(
    rf"{_SIGN}(?P<whole>[1-9]\d{{0,2}}(?P<group>[.,{_SPACES}])\d{{3}}(?:(?P=group)\d{{3}})*)"
    r"(?:(?!(?P=group))[.,](?P<decimals>\d+))?",
    re.ASCII,
)
_PLAIN = re.compile(rf"{_SIGN}(?P<whole>\d+)(?:[.,](?P<decimals>\d+))?", re.ASCII)
_MAGNITUDES = {
    "nghin": 10**3,
    "ngan": 10**3,
    "thousand": 10**3,
    "trieu": 10**6,
    "million": 10**6,
    "ty": 10**9,
    "ti": 10**9,
    "billion": 10**9,
}
_WORDED = re.compile(r"(?P<number>.*\d)\s*(?P<words>[^\W\d_]+(?: [^\W\d_]+){0,7})", re.DOTALL)
_CURRENCY = {"dong", "vnd"}
_MARKS = {"vi": (".", ","), "en": (",", ".")}
"""The thousands separator and the decimal mark."""


def read_number(text: str) -> Readings | Problem:
    """All readings of a text: one number, or (grouped, decimal) where both are possible.

    Thousands are grouped by dot, comma or one kind of space, decimals follow a comma or a point.
    Exponents, underscores, other scripts' digits, `.5`, `5,` and anything else are refused
    (CDS201), as are more than six decimals (CDS205) and what the store cannot hold (CDS206).

    >>> read_number("67,84"), read_number("1 446"), read_number("1.446.000,5")
    ((Decimal('67.84'),), (Decimal('1446'),), (Decimal('1446000.5'),))
    >>> read_number("1.446")
    (Decimal('1446'), Decimal('1.446'))
    """
    stripped = text.strip()
    matches = [pattern.fullmatch(stripped) for pattern in (_GROUPED, _PLAIN)]
    readings = []
    for match in filter(None, matches):
        number = _decimal(match)
        if isinstance(number, str):
            return Problem(number, {"value": clean(stripped), "most": str(_largest())})
        readings.append(number)
    return tuple(readings) or Problem("CDS201", {"value": clean(stripped)})


def _decimal(match: re.Match[str]) -> Decimal | str:
    """The number matched, or the code of what is wrong with it."""
    decimals = match["decimals"] or ""
    if len(decimals) > MOST_DECIMALS:
        return "CDS205"
    sign = "" if match["sign"] in {"", "+"} else "-"
    whole = re.sub(r"\D", "", match["whole"])
    number = Decimal(f"{sign}{whole}.{decimals}")
    if abs(number) > _largest():
        return "CDS206"
    return number or abs(number)


def _largest() -> Decimal:
    from cdstrack.core.plan.values import LARGEST

    return LARGEST


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with the words that follow it: `169.353 tỷ đồng`.

    `scale` is what the magnitude word multiplies by (1 without one), `is_money` whether a
    currency was named, `is_named` whether the words of the unit were. The readings are those of the
    number alone.
    """

    readings: Readings
    scale: int = 1
    is_money: bool = False
    is_named: bool = False

    def counted_in(self, scale: int) -> Readings:
        """The readings in a unit that is itself `scale` ones: 500 triệu is 0,5 tỷ."""
        return tuple(reading * self.scale / scale for reading in self.readings)


def read_quantity(text: str, unit: str = "") -> Quantity | Problem:
    """A number that may be followed by nghìn, triệu or tỷ, and by a currency or its own unit.

    `unit` is the label of what is counted: `05 xã` is 5 where that is `xã`, and so is `5 DN` where
    it is `doanh nghiệp`.

    >>> read_quantity("1,8 triệu")
    Quantity(readings=(Decimal('1.8'),), scale=1000000, is_money=False, is_named=False)
    """
    worded = _WORDED.fullmatch(text.strip())
    if worded is None:
        readings = read_number(text)
        return readings if isinstance(readings, Problem) else Quantity(readings)
    readings = read_number(worded["number"])
    if isinstance(readings, Problem):
        return readings
    scale, rest = _magnitude(worded["words"])
    is_money = rest in _CURRENCY
    if rest and not is_money and not _is_called(rest, _magnitude(unit)[1]):
        return Problem("CDS201", {"value": clean(text.strip())})
    return Quantity(readings, scale, is_money, is_named=bool(rest) and not is_money)


def _is_called(words: str, unit: str) -> bool:
    """Whether words name a unit, in full or by its initials: `DN` for `doanh nghiệp`."""
    parts = fold(unit).split()
    initials = "".join(part[0] for part in parts) if len(parts) > 1 else ""
    return fold(words) in {fold(unit), initials} - {""}


def scale_of(label: str) -> int:
    """What one of a unit counts for: a label `tỷ đồng` gives 1000000000, `người` gives 1.

    >>> scale_of("nghìn tỷ đồng")
    1000000000000
    """
    return _magnitude(label)[0]


def _magnitude(words: str) -> tuple[int, str]:
    """What the leading magnitude words multiply by, and the words after them."""
    scale, rest = 1, unmarked(words).split()
    while rest and rest[0] in _MAGNITUDES:
        scale *= _MAGNITUDES[rest.pop(0)]
    return scale, " ".join(rest)


def format_number(value: Number, language: str = "en", *, decimals: int = MOST_DECIMALS) -> str:
    """The number with at most `decimals` decimals, half to even, without trailing zeros.

    The value is finite. Writing is for reading: `1,446` in Vietnamese is read back with two
    meanings, so a file or a machine gets `core.observation.format_decimal` instead.

    >>> format_number(Decimal("1446.5"), "vi"), format_number(Decimal("1446.5"), "en")
    ('1.446,5', '1,446.5')
    """
    number, of = value.as_integer_ratio()
    scaled = _half_to_even(number * 10**decimals, of)
    return _spelt(scaled, language, decimals)


def format_toward(value: Number, bound: Number, language: str = "en", *, decimals: int = 2) -> str:
    """The number, with as many decimals as show on which side of `bound` it lies.

    What is not 100 is never printed as 100: decimals are added up to six, and past them the
    rounding is away from the bound.

    >>> format_toward(Decimal("99.996"), 100, "vi"), format_toward(Decimal("67.842"), 100, "vi")
    ('99,996', '67,84')
    """
    (number, of), (near, of_near) = value.as_integer_ratio(), bound.as_integer_ratio()
    return _toward(number, of, near, of_near, language, decimals)


@lru_cache(maxsize=16384)
def _toward(number: int, of: int, near: int, of_near: int, language: str, decimals: int) -> str:
    """The same of two fractions, in whole numbers: a table of a large plan asks for thousands.

    Each is asked for again in every layout that is tried.
    """
    side = _sign(number * of_near - near * of)
    for count in range(decimals, MOST_DECIMALS + 1):
        scale = 10**count
        rounded = _half_to_even(number * scale, of)
        if _sign(rounded * of_near - near * scale) == side:
            return _spelt(rounded, language, count)
    if side == 0:
        return _spelt(_half_to_even(number * 10**decimals, of), language, decimals)
    scaled = number * 10**MOST_DECIMALS
    return _spelt(scaled // of if side < 0 else -(-scaled // of), language, MOST_DECIMALS)


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _half_to_even(number: int, of: int) -> int:
    """A positive or negative part of `of`, which is positive, as a whole number."""
    whole, rest = divmod(number, of)
    return whole + (2 * rest > of or (2 * rest == of and whole % 2 == 1))


def _spelt(scaled: int, language: str, decimals: int) -> str:
    """A number of units of its last decimal, in digits."""
    whole, part = divmod(abs(scaled), 10**decimals)
    group, mark = _MARKS["en" if language == "en" else "vi"]
    digits = f"{whole:,}".replace(",", group)
    tail = f"{part:0{decimals}}".rstrip("0") if decimals else ""
    return ("-" if scaled < 0 else "") + digits + (mark + tail if tail else "")


def read_parts(text: str, entered: str) -> tuple[Decimal, Decimal] | Problem:
    """The numbers before and after the slash; the second is never zero."""
    if text.count("/") > 1:
        return Problem("CDS201", {"value": entered})
    first, _, last = text.partition("/")
    numerator, denominator = _read_part(first.strip()), _read_part(last.strip())
    if isinstance(numerator, Problem):
        return numerator
    if isinstance(denominator, Problem):
        return denominator
    return (numerator, denominator) if denominator else Problem("CDS208", {"value": entered})


def _read_part(text: str) -> Decimal | Problem:
    """A count of things: `1.446` is 1446, because a count has no decimals."""
    readings = read_number(text)
    if isinstance(readings, Problem):
        return readings
    number = readings[0]
    if number < 0 or number != int(number):
        return Problem("CDS204", {"value": text})
    return Decimal(format_decimal(number))
