"""The role of a score (self, appraised, final), and which of several scores is the firmest.

Owns the three words and their order. A figure without a role is firmer than a self-assessment and
less firm than an appraisal.
"""

from enum import StrEnum

DIMENSION = "role"
"""The reserved name of the breakdown."""


class Role(StrEnum):
    """Who gave a score, the firmest last."""

    SELF = "self"
    APPRAISED = "appraised"
    FINAL = "final"


WHOLE = ("", *(f"{DIMENSION}={role}" for role in sorted(Role)))
"""The breakdowns of a figure that is about a whole, whoever gave it."""

_FIRMNESS = {Role.SELF: 0, None: 1, Role.APPRAISED: 2, Role.FINAL: 3}


def role_of(disaggregation: str) -> Role | None:
    """Who gave the score; None where the breakdown does not say, or says something else.

    >>> role_of("role=self;sector=du-lich"), role_of("sector=du-lich")
    (<Role.SELF: 'self'>, None)
    """
    if DIMENSION not in disaggregation:
        return None
    given = dict(part.split("=", 1) for part in disaggregation.split(";") if "=" in part)
    value = given.get(DIMENSION)
    return Role(value) if value in set(Role) else None


def without_role(disaggregation: str) -> str:
    """The breakdown without who gave the score.

    >>> without_role("role=self;sector=du-lich"), without_role("role=final")
    ('sector=du-lich', '')
    """
    if role_of(disaggregation) is None:
        return disaggregation
    parts = disaggregation.split(";")
    return ";".join(part for part in parts if not part.startswith(f"{DIMENSION}="))


def firmness(disaggregation: str) -> int:
    """Grows with how firm a score is."""
    return _FIRMNESS[role_of(disaggregation)]
