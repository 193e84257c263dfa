"""Vietnamese in UTF-8 that was decoded as Western letters and saved again: `Bá»™` for `Bộ`.

Owns what is certain about such letters. A single letter proves nothing: `XÃ` and `«Khá»` are right.
Knows no files: callers pass the text.
"""

import re
from functools import cache
from typing import NamedTuple

_LEADS = {0xC3: "ÃĂ", 0xC4: "Ä", 0xC6: "Æ", 0xE1: "á"}
"""First bytes of Vietnamese letters, and what Windows-1252 or Windows-1258 show for each."""
_MIDDLES = {0xBA: "º", 0xBB: "»"}
_AFTER_A_WORD = "\u00a0»«…‘’“”–—•‚„‹›™©®°²³¹"
"""Signs that follow a word in sound text too."""
_PREFILTER = ("á»", "áº", "Ã", "Ă", "Ä", "Æ")
_LETTERS = frozenset("àáâãèéêìíòóôõùúýăđĩũơưÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ")
_FIRST_COMPOSED, _LAST_COMPOSED = "\u1ea0", "\u1ef9"
_SHOWN = 60


class Mojibake(NamedTuple):
    """A garbled word: where it begins, how it is written, and what was meant."""

    start: int
    seen: str
    meant: str


def mojibake(text: str, begin: int = 0) -> Mojibake | None:
    """The first word of a text, from a position on, that is certainly garbled; None where none is.

    >>> mojibake("Theo Bá»™ TT&TT")
    Mojibake(start=5, seen='Bá»™', meant='Bộ')
    >>> mojibake("XÃ… HỘI, «Khá», Bộ, Å, Äpfel") is None
    True
    """
    if text.isascii() or not any(sign in text for sign in _PREFILTER):
        return None
    for match in _sequences().finditer(text, begin):
        if _is_certain(match[0], text, match.start()):
            return _word(text, match.start())
    return None


def is_garbled(text: str) -> bool:
    """Whether more of a text is garbled than chance does: two letters, or one of three signs.

    >>> is_garbled("bÃ¡o cÃ¡o"), is_garbled("Sá»Ÿ"), is_garbled("Ã´")
    (True, True, False)
    """
    if text.isascii():
        return False
    matches = _sequences().finditer(text)
    certain = (match[0] for match in matches if _is_certain(match[0], text, match.start()))
    first, second = next(certain, ""), next(certain, "")
    return bool(second) or len(first) > 2


@cache
def _meanings() -> dict[str, str]:
    """Each Vietnamese letter by the signs that its bytes look like."""
    found: dict[str, str] = {}
    for lead, shown in _LEADS.items():
        middles = _MIDDLES if lead == 0xE1 else {0: ""}
        for middle, sign in middles.items():
            for last in range(0x80, 0xC0):
                letter = bytes(filter(None, (lead, middle, last))).decode()
                if letter in _LETTERS or _FIRST_COMPOSED <= letter <= _LAST_COMPOSED:
                    signs = {
                        bytes([last]).decode(codec, "ignore") for codec in ("cp1252", "latin-1")
                    }
                    for first in shown:
                        found |= {first + sign + each: letter for each in signs - {""}}
    return found


@cache
def _sequences() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_meanings(), key=len, reverse=True))))


def _is_certain(seen: str, text: str, at: int) -> bool:
    """Whether no sound text holds these signs in this order."""
    if seen.startswith("áº") or seen[-1] not in _AFTER_A_WORD:
        return True
    if seen.startswith("á"):
        line = text.rfind("\n", 0, at) + 1
        return "«" not in text[line:at]
    # `Ä` and `Æ` are no letters of Vietnamese; `XÃ–PHƯỜNG` is sound.
    return seen[0] in "ÄÆ" and text[at + len(seen) : at + len(seen) + 1].isalpha()


def _word(text: str, at: int) -> Mojibake:
    start = max(text.rfind(sign, 0, at) for sign in ' \t\r\n,;"') + 1
    seen = re.split(r'[ \t\r\n,;"]', text[start : start + _SHOWN], maxsplit=1)[0]
    return Mojibake(start, seen, _sequences().sub(lambda match: _meanings()[match[0]], seen))
