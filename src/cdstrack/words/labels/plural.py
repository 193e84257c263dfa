"""What an English noun becomes beside the number one.

Owns the regular plural only: names of units come from plans, which state them once, in the plural.
"""

import re

_PLURAL = re.compile(r"\b(?!series\b)([a-z]{2,}?)(ies|(?<=ss|sh|ch)es|(?<=x)es|(?<![sui])s)\b")
_IRREGULAR = {"people": "person"}


def for_one(nouns: str) -> str:
    """An English noun phrase as it is said of one thing; what is no regular plural stays.

    >>> for_one("percentage points"), for_one("hospitals with LIS"), for_one("business units")
    ('percentage point', 'hospital with LIS', 'business unit')
    >>> for_one("companies"), for_one("boxes"), for_one("places"), for_one("billion dong")
    ('company', 'box', 'place', 'billion dong')
    """
    if nouns in _IRREGULAR:
        return _IRREGULAR[nouns]
    return _PLURAL.sub(_singular, nouns, count=1)


def _singular(found: re.Match[str]) -> str:
    stem, ending = found.groups()
    return stem + ("y" if ending == "ies" else "")
