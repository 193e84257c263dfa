"""Similar spellings: the folded form of a text, and "did you mean".

Owns how similar is similar enough. Compares ids and keys, which have no accents.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable

NEAR = 0.6
"""Likeness (difflib's ratio) from which a suggestion is worth making."""
SURELY = 0.8
"""Likeness from which an unknown id is treated as a typo."""
_NOT_WORD = re.compile(r"[\W_]+")
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


def unmarked(text: str) -> str:
    """Lower case without accents: `Đồng` becomes `dong`; punctuation stays.

    >>> unmarked("Quý III/2022")
    'quy iii/2022'
    """
    decomposed = unicodedata.normalize("NFD", text.casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return bare.replace("đ", "d")


def folded(text: str) -> str:
    """The words of a text without accents, case or punctuation, `y` and `i` made one.

    >>> folded("Tỷ lệ số-hóa") == folded("tỉ lệ  số hoá")
    True
    """
    return _NOT_WORD.sub(" ", unmarked(text)).strip().replace("y", "i")


def marked(text: str) -> str:
    """The words of a text as `folded` gives them, but with their accents.

    A tone is one wherever its mark is written: it is put behind its word.

    >>> marked("Xã Hoà-Thuỷ") == marked("xã  Hòa Thủy"), marked("Ba Tơ") == marked("Ba Tô")
    (True, False)
    """
    words = _NOT_WORD.sub(" ", unicodedata.normalize("NFC", text.casefold())).split()
    decomposed = (unicodedata.normalize("NFD", word) for word in words)
    return " ".join(
        _TONE.sub("", each) + "".join(_TONE.findall(each)) for each in decomposed
    ).replace("y", "i")


def nearest(word: str, candidates: Iterable[str], cutoff: float = NEAR) -> str:
    """The candidate most like `word`, or an empty text where none is near.

    >>> nearest("at_laest", ["at_least", "at_most"])
    'at_least'
    """
    from difflib import get_close_matches

    return next(iter(get_close_matches(word[:80], list(candidates), n=1, cutoff=cutoff)), "")


class Guesses:
    """Suggestions for many words from one set of candidates.

    Stops after `MOST_COMPARISONS`: comparing is slow, and a hostile file could name thousands of
    unknown ids.
    """

    MOST_COMPARISONS = 20_000

    def __init__(self, candidates: Collection[str], cutoff: float = NEAR) -> None:
        self._candidates = candidates
        self._cutoff = cutoff
        self._left = self.MOST_COMPARISONS

    def nearest(self, word: str) -> str:
        """The candidate most like `word`, or an empty text where none is near."""
        if self._left <= 0:
            return ""
        self._left -= len(self._candidates)
        return nearest(word, self._candidates, self._cutoff)
