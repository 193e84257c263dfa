"""The file itself refuses to change, delete or replace what it keeps, whoever asks."""

# ruff: noqa: S608 - the tests put SQL together as another client would

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from cdstrack.core.record.acts import Act, Entry
from cdstrack.store.ledger import open_reader, open_writer

ONLY_IN_FILES = True

TABLES = (
    "plan_version",
    "submission",
    "observation",
    "document",
    "acknowledgement",
    "summary_issue",
)


@pytest.fixture
def stranger(
    store: Path, act: Callable[..., Act], one_of_each: list[Entry]
) -> Iterator[sqlite3.Connection]:
    """Another program's connection, with SQLite's own settings, to a store with a row in each."""
    with open_writer(store) as ledger:
        ledger.append(act(), one_of_each)
    with closing(sqlite3.connect(store, isolation_level=None)) as connection:
        yield connection


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("careful", [False, True])
def test_another_client_can_neither_change_delete_nor_replace_a_row(
    stranger: sqlite3.Connection, table: str, careful: bool
) -> None:
    stranger.execute(f"PRAGMA recursive_triggers = {int(careful)}")
    before = stranger.execute(f"SELECT * FROM {table}").fetchall()
    assert before
    columns = [column for _, column, *_ in stranger.execute(f"PRAGMA table_info({table})")]
    marks = ", ".join("?" * len(columns))
    last = columns[-1]
    attempts: list[tuple[str, tuple[object, ...]]] = [
        (f"UPDATE {table} SET {last} = {last}", ()),
        (f"UPDATE OR REPLACE {table} SET {last} = {last}", ()),
        (f"DELETE FROM {table}", ()),
        (f"INSERT OR REPLACE INTO {table} VALUES ({marks})", before[0]),
        (f"REPLACE INTO {table} VALUES ({marks})", before[0]),
        (
            f"INSERT INTO {table} VALUES ({marks}) ON CONFLICT DO UPDATE SET {last} = excluded.{last}",
            before[0],
        ),
    ]
    for statement, values in attempts:
        with pytest.raises(sqlite3.IntegrityError, match=f"{table}: rows are only ever added"):
            stranger.execute(statement, values)
    assert stranger.execute(f"SELECT * FROM {table}").fetchall() == before


def test_an_instant_cannot_be_taken_from_the_submission_that_has_it(
    stranger: sqlite3.Connection,
) -> None:
    copied = "SELECT NULL, at, kind, 'x', plan_digest, program, NULL, NULL, NULL, NULL, 0"
    with pytest.raises(sqlite3.IntegrityError, match="submission: rows are only ever added"):
        stranger.execute(f"INSERT OR REPLACE INTO submission {copied} FROM submission")


@pytest.mark.parametrize("number", [-5, 0, 4, 2**63 - 1])
def test_a_row_is_only_added_at_the_end(stranger: sqlite3.Connection, number: int) -> None:
    names = [column for _, column, *_ in stranger.execute("PRAGMA table_info(observation)")]
    rest = ", ".join(names[1:])
    with pytest.raises(sqlite3.IntegrityError):
        stranger.execute(
            f"INSERT INTO observation SELECT {number}, {rest} FROM observation WHERE id = 1"
        )
    assert stranger.execute("SELECT count(*) FROM observation").fetchone() == (2,)


def test_a_reader_of_the_store_cannot_write_to_it(store: Path) -> None:
    with (
        open_reader(store) as ledger,
        pytest.raises(apsw.ReadOnlyError, match="readonly"),
    ):
        ledger._connection.execute("INSERT INTO plan_version VALUES ('d', 't')")
