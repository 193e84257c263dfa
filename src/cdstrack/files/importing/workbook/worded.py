"""Words and signs that a number format puts around a number: `12 (ước)`, `12 nghìn`, `12*`.

They are no part of the number, yet who reads the sheet reads them. Where they say how firm or how
large the number is, they are read with it; where the format makes another number of it (`0,` shows
12000 as 12), the cell is a fault.
"""

import re
from dataclasses import dataclass, replace

from cdstrack.core.plan.values import format_decimal
from cdstrack.core.record.sheet import Fault, Number
from cdstrack.words.parse.marks import mark_behind
from cdstrack.words.parse.numbers import scale_of
from cdstrack.words.parse.search import fold
from cdstrack.words.parse.value_words import QUALIFIER_WORDS, SIGNS_BEFORE

_TOKEN = re.compile(
    r'"(?P<text>[^"]*)"|\\(?P<letter>.)|(?P<space>_.|\*.)|(?P<bracket>\[[^\]]*\])'
    r"|(?P<number>general|[0#?][0#?., ]*)|(?P<other>.)",
    re.DOTALL | re.IGNORECASE,
)
_BARE = set("$-+/():!^&'~{}<>= *%\u00a0")
"""Characters that a format shows without quotes (ISO/IEC 29500-1, 18.8.31)."""
_MINUS = {"-", "\u2212", "\u2013"}
_SCALED = re.compile(r"[0#?](?P<commas>,+)\s*$")


@dataclass(frozen=True, slots=True)
class Worded:
    """The words that a format shows `before` and `behind` a number, and whether it changes the number."""

    before: str = ""
    behind: str = ""
    is_other: bool = False

    def around(self, number: Number) -> Number | Fault:
        """The number with these words, or the fault that the cell does not show it (CDS370)."""
        if self.is_other:
            return Fault("CDS370", format_decimal(number.value))
        return replace(number, before=self.before, behind=self.behind)


def worded(code: str) -> Worded | None:
    """The words of a section that say how firm or large its numbers are; None where none does.

    >>> worded('0" (ước)"'), worded('#,##0"*"').behind, worded('#,##0 "đồng"')
    (Worded(before='', behind=' (ước)', is_other=False), '*', None)
    >>> worded("#,##0,"), worded("#,##0"), worded('0"5"').is_other
    (Worded(before='', behind='', is_other=True), None, True)
    """
    around = ["", ""]
    number = ""
    for match in _TOKEN.finditer(code):
        kind, sign = match.lastgroup, match[match.lastgroup or 0]
        if kind == "other" and sign not in _BARE:
            return None
        if kind == "number":
            number += sign.rstrip(" ")
            around[1] += " " * (len(sign) - len(sign.rstrip(" ")))
        elif kind in {"text", "letter"} or (kind == "other" and sign != "%"):
            around[bool(number)] += sign
    return _meant(number, *around) if number else None


def hides_sign(code: str, *, negative: bool | None) -> bool:
    """Whether a section shows a number of one sign as one of the other.

    A section of its own for negative numbers has to say itself that they are: by a minus, by
    brackets, by a colour or in words. Elsewhere the program sets the minus before what is there.

    >>> hides_sign("0.0", negative=True), hides_sign("[Red]0.0", negative=True)
    (True, False)
    >>> hides_sign("(0.0)", negative=True), hides_sign("-0.0", negative=False)
    (False, True)
    """
    around, has_number, is_coloured = ["", ""], False, False
    for match in _TOKEN.finditer(code):
        kind, sign = match.lastgroup, match[match.lastgroup or 0]
        is_coloured |= kind == "bracket"
        has_number |= kind == "number"
        if kind in {"text", "letter", "other"}:
            around[has_number] += sign
    before, behind = (text.strip() for text in around)
    is_signed = before in _MINUS or before == "(" or (behind in _MINUS and not before)
    if not has_number or (negative and (is_coloured or any(map(str.isalpha, before + behind)))):
        return False
    return not (is_signed or _MINUS & {before[:1], before[-1:]}) if negative else is_signed


def only_words(code: str) -> str:
    """The words that a section shows instead of a number; empty if it shows the number.

    Signs alone, as the dash of `"-"` for zero, stand for the number.

    >>> only_words('"Đạt"'), only_words('0" (ước)"'), only_words('"-"'), only_words("[Red]General")
    ('Đạt', '', '', '')
    """
    found = [(match.lastgroup, match[match.lastgroup or 0]) for match in _TOKEN.finditer(code)]
    if any(kind == "number" or (kind == "other" and sign not in _BARE) for kind, sign in found):
        return ""
    words = "".join(sign for kind, sign in found if kind in {"text", "letter", "other"}).strip()
    return words if any(map(str.isalnum, words)) else ""


def meant(before: str, behind: str) -> Worded | None:
    """Words around a number, where they say how firm or large it is; else None."""
    return _meant("0", before, behind)


def _meant(number: str, before: str, behind: str) -> Worded | None:
    is_joined = before[-1:].isdecimal() or behind[:1].isdecimal()
    if is_joined or _SCALED.search(number):
        return Worded(is_other=True)
    words = {fold(before), fold(behind)} - {""}
    says = (
        bool(words & QUALIFIER_WORDS.keys())
        or before.strip() in SIGNS_BEFORE
        or mark_behind(f"0{behind.rstrip()}") is not None
        or scale_of(behind) > 1
    )
    return Worded(before, behind) if says else None
