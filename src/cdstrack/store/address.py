"""The address of a record: a file, or a database on a server.

Owns how an address is typed and printed. Its password appears in no text made of it.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from cdstrack.core.problem import Problem, StoreUnusableError
from cdstrack.words.labels.vocabulary import Pair
from cdstrack.words.problems.os_errors import both, cause

WAIT = 30.0
"""Seconds that a connection waits for another program's lock before it gives up."""
BETWEEN_LOOKS = (0.001, 0.012)
"""Seconds between two looks whether a lock is free: at random, within these."""
_SHORTEST_PIECE = 3
_KIND = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_POSTGRESQL = re.compile(r"postgres(?:ql)?://")
# As far as the last @, and not the first: a password with a sign that should have been encoded
# is still a password.
_OF_USER = re.compile(r"(://[^/?#@:]*):(.*)@", re.DOTALL)
_GIVEN = re.compile(r"([?&])([^=&]*)=([^&]*)")


@dataclass(frozen=True, slots=True, repr=False)
class Server:
    """A database on a PostgreSQL server, by its URL; printed, it has no password."""

    url: str

    @property
    def has_secret(self) -> bool:
        """Whether a password is in the address."""
        return str(self) != self.url

    def without_secrets(self, text: str) -> str:
        """A text of somebody else's without the password, or any piece that it was cut into.

        Where a sign in a password should have been encoded, the driver takes it for another part
        of the address, and says so of a piece.
        """
        found = [match[2] for match in _OF_USER.finditer(self.url)]
        found += [given[3] for given in _GIVEN.finditer(self.url) if _is_secret(given)]
        pieces = {piece for secret in found for piece in _pieces(secret)}
        for piece in sorted(pieces, key=len, reverse=True):
            text = text.replace(piece, "***")
        return text

    def __str__(self) -> str:  # type: ignore[explicit-override]
        masked = _OF_USER.sub(r"\1:***@", self.url)
        return _GIVEN.sub(_without_secret, masked)

    def __repr__(self) -> str:  # type: ignore[explicit-override]
        return f"Server({str(self)!r})"


Address = Path | Server


def _is_secret(given: re.Match[str]) -> bool:
    return "password" in unquote(given[2]).lower()


def _without_secret(given: re.Match[str]) -> str:
    return f"{given[1]}{given[2]}=***" if _is_secret(given) else given[0]


def _pieces(secret: str) -> set[str]:
    whole = {secret, unquote(secret)}
    parts = {part for text in whole for part in re.split(r"[:/@?#&\[\],]", text)}
    return whole - {""} | {part for part in parts if len(part) >= _SHORTEST_PIECE}


def read_address(text: str) -> Address:
    """The place that a text names: a URL of a database, else a path.

    Raises:
        StoreUnusableError: CDS447, it is the URL of something else.
    """
    if _POSTGRESQL.match(text):
        return Server(text)
    if kind := _KIND.match(text):
        raise unusable("CDS447", Path(f"{kind[1]}://…"))
    return Path(text)


def unusable(code: str, address: Address, **facts: object) -> StoreUnusableError:
    """The refusal that names the store and what is wrong with it.

    An error among the facts is put into words, in both languages.
    """
    worded: dict[str, str] = {}
    for name, fact in facts.items():
        if isinstance(fact, BaseException):
            worded |= both(name, cause(fact))
        else:
            worded |= both(name, fact) if isinstance(fact, Pair) else {name: str(fact)}
    return StoreUnusableError(Problem(code, {"path": str(address), **worded}))
