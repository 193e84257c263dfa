"""Permissions on a server's record: owner, writer and reader, and which of them an account is.

The owner created the record and migrates it. Writers and readers are two roles of the server that
are granted to accounts. Roles belong to the whole server, so an administrator may have to create
them.
"""

from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from enum import StrEnum

from cdstrack.core.problem import StoreUnusableError
from cdstrack.store.address import Address, Server
from cdstrack.store.schema.columns import TABLES
from cdstrack.store.server import connection as server
from cdstrack.store.server import trouble
from cdstrack.store.server.connection import NAMESPACE, ServerConnection

READER, WRITER = "cdstrack_reader", "cdstrack_writer"
_NOT_FOR_WRITERS = {"chain_start", "database_user"}
"""What only copies write, and what the server writes itself."""


class Access(StrEnum):
    """What an account may do with a record."""

    OWNER = "owner"
    WRITER = "writer"
    READER = "reader"


@dataclass(frozen=True, slots=True)
class Account:
    """An account of the server in this database, and the version of the server."""

    name: str
    access: Access
    server_version: str


def account_on(place: Server) -> Account:
    """The account that the address logs in with.

    Raises:
        StoreUnusableError: The store cannot be opened.
    """
    with closing(server.snapshot(place)) as there, trouble.explained(place):
        name, owns, adds, version = there.execute(
            "SELECT current_user, pg_has_role(current_user, nspowner, 'MEMBER'),"
            " has_table_privilege('submission', 'INSERT'), current_setting('server_version')"
            " FROM pg_namespace WHERE nspname = ?",
            (NAMESPACE,),
        ).fetchone()
    access = Access.OWNER if owns else Access.WRITER if adds else Access.READER
    return Account(str(name), access, str(version).split()[0])


def grants() -> tuple[str, ...]:
    """The SQL that grants the two roles their permissions; the owner of the record runs it."""
    added = ", ".join(f"{NAMESPACE}.{table}" for table in TABLES if table not in _NOT_FOR_WRITERS)
    both = f"{READER}, {WRITER}"
    return (
        f"GRANT USAGE ON SCHEMA {NAMESPACE} TO {both}",
        f"GRANT SELECT ON ALL TABLES IN SCHEMA {NAMESPACE} TO {both}",
        f"GRANT INSERT ON {added} TO {WRITER}",
    )


def grant_access(place: Address) -> tuple[str, ...]:
    """Creates the two roles with their permissions; returns the SQL that this account may not run.

    A file has no roles.

    Raises:
        StoreUnusableError: The server cannot be reached.
    """
    if not isinstance(place, Server):
        return ()
    with closing(server.connect(place)) as there:
        left = tuple(_make_roles(there))
        if left:
            return (*left, *grants())
        try:
            with trouble.explained(place), server.writing(there):
                for statement in grants():
                    there.execute(statement)
        except StoreUnusableError as error:
            if error.problems[0].code != "CDS442":
                raise
            return grants()
    return ()


def _make_roles(connection: ServerConnection) -> Iterator[str]:
    """Creates the missing roles; returns the SQL for those that this account may not create."""
    for role in (READER, WRITER):
        known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = ?", (role,))
        if known.fetchone() is not None:
            continue
        statement = f"CREATE ROLE {role} NOLOGIN"
        (may_make,) = connection.execute(
            "SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
        if not may_make:
            yield statement
            continue
        from psycopg.errors import DuplicateObject, UniqueViolation

        with suppress(DuplicateObject, UniqueViolation):  # somebody else made it just now
            connection.execute(statement)
