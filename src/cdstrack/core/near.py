"""Words that are spelt almost alike, for "did you mean".

Owns how near is near enough. Compares ids and keys, which have no accents.
"""

from collections.abc import Iterable

NEAR = 0.6
"""Likeness (difflib's ratio) from which a suggestion is worth making."""
SURELY = 0.8
"""Likeness from which an unknown id is taken for a slip of the hand."""


def nearest(word: str, candidates: Iterable[str], cutoff: float = NEAR) -> str:
    """The candidate most like `word`, or an empty text where none is near.

    >>> nearest("at_laest", ["at_least", "at_most"])
    'at_least'
    """
    from difflib import get_close_matches

    return next(iter(get_close_matches(word[:80], list(candidates), n=1, cutoff=cutoff)), "")
