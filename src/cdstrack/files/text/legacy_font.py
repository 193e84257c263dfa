"""Vietnamese written for the fonts of before Unicode: recognised and named, never converted.

Owns the letter tables of TCVN3 (`.VnTime`) and VNI (`VNI-Times`), whose letters arrive as Western
ones: `Tû lÖ`, `Tyû leä`. Knows no files: callers pass the text.
"""

import re
from collections.abc import Mapping
from enum import StrEnum

from cdstrack.words.parse.search import unmarked


class Font(StrEnum):
    """What the letters were made for."""

    TCVN3 = "TCVN3"
    VNI = "VNI"


_TCVN3 = dict(
    zip(
        "¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
_TONES = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_ROUND = dict(zip("âáàåãä", ["", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"], strict=True))
_SHORT = dict(zip("êéèúüë", ["", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"], strict=True))
_VNI_BASES = {"a": "a", "e": "e", "o": "o", "u": "u", "y": "y", "ô": "ơ", "ö": "ư"}
_VNI: Mapping[str, str] = {
    **{
        base + tone: letter + mark
        for base, letter in _VNI_BASES.items()
        for tone, mark in _TONES.items()
    },
    **{base + shape: base + "\u0302" + mark for base in "aeo" for shape, mark in _ROUND.items()},
    **{"a" + shape: "a\u0306" + mark for shape, mark in _SHORT.items()},
    **dict(zip("ôöñæóòî", "ơưđỉĩịỵ", strict=True)),
}
_VNI_PART = re.compile("|".join(sorted(_VNI, key=len, reverse=True)))

_ONSET = "(?:ngh|ng|nh|gh|gi|kh|ch|ph|th|tr|qu|[bcdghklmnprstvx])?"
_CODA = "(?:ng|nh|ch|[cmnpt])?"
_SYLLABLE = re.compile(f"{_ONSET}[aeiouy]{{1,3}}{_CODA}")
_WORD = re.compile(r"[^\s\d!-/:-@\[-`{-~]+")
# What no word of composed Vietnamese holds; `oà` and `uý` are spelled so in Unicode too.
_DISTINCTIVE = {
    Font.TCVN3: re.compile("[¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ß×äåæçëîïñðöøüûþ÷]"),
    Font.VNI: re.compile("[ñöïûøåäüëæî]|[aeo]â|aê|[aeoy][ùõ]|ôù"),
}
_UNICODE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
"""Letters that Vietnamese has in Unicode and no old font's text does."""
_ENOUGH = 3
"""Minimum of distinctive words that read as Vietnamese; fewer may be a name or a sign."""


def legacy_font(text: str) -> Font | None:
    """The old font that a text was written for, or None where it is Unicode or another language.

    Distinctive words (those with letters that Vietnamese does not have) must become Vietnamese
    syllables by the font's table, at least three of them, the majority of all such words, and no fewer
    than there are words in the letters of Unicode. `text` holds the bytes of such a file as
    Latin-1 letters, which is also how it looks when pasted.

    >>> legacy_font("Tû lÖ hå s¬ xö lý trªn m«i tr­êng m¹ng")
    <Font.TCVN3: 'TCVN3'>
    >>> legacy_font("Tyû leä hoà sô xöû lyù treân moâi tröôøng maïng")
    <Font.VNI: 'VNI'>
    >>> legacy_font("Tỷ lệ hồ sơ xử lý trên môi trường mạng, Microsoft® à la carte") is None
    True
    """
    words = set(_WORD.findall(text))
    enough = max(_ENOUGH, sum(1 for word in words if _UNICODE.search(word)))
    scores = {font: _score(font, words) for font in Font}
    best = max(scores, key=lambda font: scores[font])
    return best if scores[best] >= enough else None


def _score(font: Font, words: set[str]) -> int:
    """How many distinctive words read as Vietnamese; 0 unless most of them do.

    A single letter proves nothing: `Å` and `ä` are signs and names of other languages.
    """
    distinctive = [
        word for word in words if len(word) > 1 and _DISTINCTIVE[font].search(word.lower())
    ]
    read = sum(_reads(font, word) for word in distinctive)
    return read if read * 2 > len(distinctive) else 0


def _reads(font: Font, word: str) -> bool:
    if font is Font.TCVN3:
        meant = "".join(_TCVN3.get(letter, letter) for letter in word)
    else:
        meant = _VNI_PART.sub(lambda part: _VNI[part[0]], word.lower())
    return _SYLLABLE.fullmatch(unmarked(meant)) is not None
