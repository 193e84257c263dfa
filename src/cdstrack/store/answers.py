"""Queries on an open store, by the name and the parameters of a query; rows become values.

Executes statements compiled ahead on the plain driver, so that commands that only read need not
load SQLModel.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from cdstrack.store.address import WAIT, Address, Server, unusable
from cdstrack.store.connection import Connection, explained, stream
from cdstrack.store.query import question
from cdstrack.store.rows import mapping

Value = TypeVar("Value")
_LONG = {"current", "by_cell", "changes", "replacing", "changes_of_each", "beside_latest"}
"""Questions whose answer may be every figure there is."""


class Answers:
    """The answers of one open store; every method may raise `StoreUnusableError`."""

    def __init__(self, connection: Connection, path: Address, wait: float = WAIT) -> None:
        self._connection = connection
        self._dialect = "postgresql" if isinstance(path, Server) else "sqlite"
        self._wait = wait
        self.path = path

    def _values(
        self, name: str, value_of: Callable[[mapping.Row], Value], **given: object
    ) -> Iterator[Value]:
        """The answers to a question of `cdstrack.store.query`, one by one."""
        with self._readable():
            asked = question(name, given, self._dialect)
            long = name in _LONG
            found = stream(self._connection, *asked) if long else self._connection.execute(*asked)
            yield from map(value_of, found)

    @contextmanager
    def _readable(self) -> Iterator[None]:
        """Says of the store what the database raises, and what making values of rows raises."""
        with explained(self.path, self._wait):
            try:
                yield
            except mapping.UNREADABLE as error:
                raise unusable("CDS403", self.path, detail=error) from error

    def _one(
        self, name: str, value_of: Callable[[mapping.Row], Value], **given: object
    ) -> Value | None:
        return next(self._values(name, value_of, **given), None)


def text_of(row: mapping.Row) -> str:
    """The text that is all of a row."""
    return str(row[0])


def count_of(row: mapping.Row) -> int:
    """The number that is all of a row."""
    return int(row[0])


def pair_of(row: mapping.Row) -> tuple[int, int]:
    """The two numbers of a row."""
    return row[0], row[1]
