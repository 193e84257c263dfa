"""The tables as SQL makes them and as the program reads them, and what a row must obey."""

# ruff: noqa: S608 - the tests put SQL together as another client would

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from tests.store.rows import BAD, SOUND

from cdstrack.core.plan.model import State
from cdstrack.core.record.acts import Act, ActKind
from cdstrack.core.record.observation import Observation, Qualifier
from cdstrack.store.connection import APPLICATION_ID, only_row
from cdstrack.store.ledger import open_writer
from cdstrack.store.schema import STEPS, columns, tables

ONLY_IN_FILES = True

FACTS = ("table_xinfo", "foreign_key_list")
TABLES = tables.PlanVersionRow.metadata.sorted_tables
NAMES = [table.name for table in TABLES]


def shape(connection: sqlite3.Connection, table: str) -> dict[str, object]:
    facts: dict[str, object] = {
        pragma: sorted(connection.execute(f"PRAGMA {pragma}({table})").fetchall(), key=str)
        for pragma in FACTS
    }
    indexes = connection.execute(f"PRAGMA index_list({table})").fetchall()
    facts["indexes"] = {
        (name, unique, origin, partial): connection.execute(f"PRAGMA index_info({name})").fetchall()
        for _, name, unique, origin, partial in indexes
    }
    strict = "SELECT strict FROM pragma_table_list WHERE name = ?"
    return {**facts, "strict": connection.execute(strict, (table,)).fetchone()}


@pytest.fixture
def released() -> Iterator[sqlite3.Connection]:
    """A database with what the migrations make."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for statement in (each for step in STEPS for each in step):
            connection.execute(statement)
        yield connection


@pytest.fixture
def declared() -> Iterator[sqlite3.Connection]:
    """A database with the tables of `cdstrack.store.schema.tables`."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
        tables.PlanVersionRow.metadata.create_all(engine)
        yield connection


@pytest.mark.parametrize("table", NAMES)
def test_the_tables_of_the_program_are_those_that_the_migrations_make(
    released: sqlite3.Connection, declared: sqlite3.Connection, table: str
) -> None:
    assert shape(released, table) == shape(declared, table)
    assert shape(released, table)["strict"] == (1,)


def test_rows_are_written_in_the_order_of_the_declared_columns() -> None:
    declared = {table.name: tuple(column.name for column in table.columns) for table in TABLES}
    assert declared == columns.TABLES


def add(connection: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    marks = ", ".join(f":{name}" for name in row)
    connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", row)


@pytest.fixture(params=["released", "declared"])
def filled(request: pytest.FixtureRequest) -> sqlite3.Connection:
    """Either database with a sound row in each table but the last ones of the test."""
    connection: sqlite3.Connection = request.getfixturevalue(request.param)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


@pytest.mark.parametrize("table", NAMES)
def test_what_the_program_cannot_have_written_is_refused_by_both(
    filled: sqlite3.Connection, table: str
) -> None:
    for earlier in NAMES[: NAMES.index(table)]:
        add(filled, earlier, SOUND[earlier])
    for bad in BAD[table]:
        with pytest.raises(sqlite3.IntegrityError):
            add(filled, table, SOUND[table] | bad)
    add(filled, table, SOUND[table])


def test_no_two_acts_share_an_instant(filled: sqlite3.Connection) -> None:
    add(filled, "plan_version", SOUND["plan_version"])
    add(filled, "submission", SOUND["submission"])
    with pytest.raises(sqlite3.IntegrityError):
        add(filled, "submission", SOUND["submission"])


@pytest.mark.parametrize("column", ["kind", "state", "qualifier"])
def test_the_words_of_a_column_are_those_of_the_core(
    filled: sqlite3.Connection, column: str
) -> None:
    """Each is let in, so that the core cannot have one that the store refuses."""
    words = {"kind": ActKind, "state": State, "qualifier": Qualifier}[column]
    add(filled, "plan_version", SOUND["plan_version"])
    add(filled, "submission", SOUND["submission"])
    for number, word in enumerate(words, 2):
        if column == "kind":
            undoes = 1 if word == ActKind.UNDO else None
            further = {"at": f"2022-08-22T12:00:{number:02}.000000Z", "undoes": undoes}
            add(filled, "submission", SOUND["submission"] | further | {column: word, "reason": "x"})
        else:
            value = None if column == "state" else 1
            add(filled, "observation", SOUND["observation"] | {"value": value, column: word})


@pytest.fixture
def stranger(
    store: Path, act: Callable[..., Act], figure: Callable[..., Observation]
) -> Iterator[sqlite3.Connection]:
    with open_writer(store) as ledger:
        ledger.append(act(), [figure("75")])
    with closing(sqlite3.connect(store, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA foreign_keys = ON")
        yield connection


def test_the_file_says_whose_it_is_and_which_version(stranger: sqlite3.Connection) -> None:
    assert stranger.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert APPLICATION_ID.to_bytes(4, "big") == b"CDST"
    assert stranger.execute("PRAGMA user_version").fetchone()[0] == len(STEPS)
    assert stranger.execute("PRAGMA journal_mode").fetchone()[0] == "delete"


def test_the_program_asks_sqlite_for_every_safeguard(store: Path) -> None:
    with open_writer(store) as ledger:
        pragmas = ("foreign_keys", "recursive_triggers", "synchronous", "trusted_schema")
        found = {pragma: only_row(ledger._connection, f"PRAGMA {pragma}")[0] for pragma in pragmas}
    full = 2
    assert found == {
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "synchronous": full,
        "trusted_schema": 0,
    }
