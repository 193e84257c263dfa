"""What an analyst types as `--by`: which part of the whole a figure is about.

Owns the canonical text of the parts. Their names for readers are those of the plan.
"""

import re
from collections.abc import Mapping, Sequence

from cdstrack.core.plan.model import Indicator
from cdstrack.core.plan.values import SLUG
from cdstrack.core.problem import Problem
from cdstrack.core.record.role import DIMENSION as ROLE_DIMENSION
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.search import Match, find
from cdstrack.words.parse.value_words import ROLE_WORDS

_PAIR = re.compile(rf"{SLUG}={SLUG}")


def _members_of(dimension: str, indicator: Indicator) -> Mapping[str, Sequence[str]]:
    """The members that a dimension can have, with their names; empty where any will do."""
    if dimension == ROLE_DIMENSION:
        return ROLE_WORDS
    return dict.fromkeys((indicator.every or {}).get(dimension, ()), ())


def read_disaggregation(parts: Sequence[str], indicator: Indicator) -> str | Problem:
    """The canonical text of `dimension=member` parts: sorted, joined by `;`; else CDS221.

    Where the plan lists the members of a dimension (`every`), the member is found among them as
    ids are found, by its beginning or without accents. The members of `role` are always the same.
    """
    members: dict[str, str] = {}
    for part in parts:
        typed = clean(part).strip()
        dimension, _, member = (side.strip() for side in typed.partition("="))
        listed = _members_of(dimension, indicator)
        match = find(member, listed) if listed else Match(member, member)
        pair = f"{dimension}={match.found}"
        if dimension in members or not _PAIR.fullmatch(pair) or not match.found:
            return Problem("CDS221", {"value": typed, "members": ", ".join(listed)})
        members[dimension] = match.found
    return ";".join(f"{dimension}={members[dimension]}" for dimension in sorted(members))
