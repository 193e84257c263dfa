"""The successors of a closed body: one body, or several with the share that each took over.

Owns their notation in a plan: `xa-moi`, `xa-a; xa-b`, `xa-a 60%; xa-b 40%`.
"""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, NamedTuple

from cdstrack.core.plan.declaration import Then, UnfitError, Written
from cdstrack.core.plan.values import SLUG

_HEIR = re.compile(rf"({SLUG})(?:\s+(\d{{1,3}}(?:\.\d{{1,6}})?)\s*%)?", re.ASCII)
_SCHEMA = rf"^{SLUG}( +\d{{1,3}}(\.\d{{1,6}})? *%)?( *; *{SLUG}( +\d{{1,3}}(\.\d{{1,6}})? *%)?)*$"
_WHOLE = 100


class Heir(NamedTuple):
    """A body that took over; `share` is the part that it took, None where none is stated."""

    id: str
    share: Fraction | None


def heirs_of(text: str) -> tuple[Heir, ...]:
    """The bodies that a text names, one alone with all of it.

    Raises:
        ValueError: The text is not written in this way.

    >>> heirs_of("xa-a 60%; xa-b 40%")
    (Heir(id='xa-a', share=Fraction(3, 5)), Heir(id='xa-b', share=Fraction(2, 5)))
    >>> heirs_of("xa-moi"), heirs_of("")
    ((Heir(id='xa-moi', share=Fraction(1, 1)),), ())
    """
    if not text.strip():
        return ()
    found = []
    for part in text.split(";"):
        match = _HEIR.fullmatch(part.strip())
        if match is None:
            raise ValueError(part.strip())
        share = None if match[2] is None else Fraction(Decimal(match[2])) / _WHOLE
        found.append(Heir(match[1], share))
    if len(found) == 1 and found[0].share is None:
        return (Heir(found[0].id, Fraction(1)),)
    return tuple(found)


def _successor(text: str) -> str:
    try:
        heirs_of(text)
    except ValueError as error:
        raise UnfitError("cds_id", str(error)) from None
    return text


Successor = Annotated[str, Then(_successor), Written({"type": "string", "pattern": _SCHEMA})]
"""One id, or several with shares, separated by semicolons."""
