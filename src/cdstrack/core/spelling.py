"""Words that are spelt almost alike, for "did you mean".

Owns how near is near enough. Compares ids and keys, which have no accents.
"""

from collections.abc import Collection, Iterable

NEAR = 0.6
"""Likeness (difflib's ratio) from which a suggestion is worth making."""
SURELY = 0.8
"""Likeness from which an unknown id is treated as a typo."""


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
