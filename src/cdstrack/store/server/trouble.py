"""Translates the errors of a PostgreSQL server and its driver into problems of the store.

Owns the problem code for each SQLSTATE. No message contains a password.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from cdstrack.core.problem import StoreUnusableError
from cdstrack.store.address import WAIT, Server, unusable

UNREACHED = "CDS440"
"""What `broken` means at first contact."""


@contextmanager
def explained(server: Server, wait: float = WAIT, broken: str = "CDS443") -> Iterator[None]:
    """Turns the server's errors into a `StoreUnusableError` that says what to do.

    Any other error, such as a row that the schema refuses, is a bug of this program and propagates.

    Args:
        server: The server.
        wait: Seconds that a lock is waited for.
        broken: The problem code for a connection that breaks here.
    """
    try:
        yield
    except StoreUnusableError:
        raise
    except Exception as error:
        if not _is_of_driver(error):
            raise
        if (code := _problem_code(error, broken)) is None:
            raise
        raise unusable(code, server, detail=_told(error, server), seconds=f"{wait:g}") from None


def _is_of_driver(error: Exception) -> bool:
    return type(error).__module__.partition(".")[0] == "psycopg"


_PROBLEMS: dict[str, str] = {
    "3D000": "CDS440",  # no such database
    "28": "CDS441",
    "42501": "CDS442",
    "25006": "CDS442",
    "55P03": "CDS402",
    "40P01": "CDS402",
    "53300": "CDS440",  # too many connections
    "53": "CDS408",
    "58": "CDS408",
    "XX": "CDS451",
    "42P01": "CDS451",
    "42703": "CDS451",
    "42883": "CDS451",
}
"""By the SQLSTATE, or by its class."""
_BROKEN = ("57P", "08")
_NO_WAY_IN = re.compile(r'password|pg_hba|authentication|role "')


def _problem_code(error: Exception, broken: str) -> str | None:
    import psycopg

    state = getattr(error, "sqlstate", None)
    if state is None:
        # Without a state it is the driver that speaks: at first contact, or where it broke off.
        if not isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
            return None
        return "CDS441" if broken == UNREACHED and _NO_WAY_IN.search(str(error)) else broken
    if state.startswith(_BROKEN):
        return broken
    return _PROBLEMS.get(state) or _PROBLEMS.get(state[:2])


def _told(error: Exception, server: Server) -> str:
    """The driver's message on one line, without the password of the address."""
    return server.without_secrets(" ".join(str(error).split()) or type(error).__name__)
