"""The tables as SQL makes them and as the program reads them, and what a row must obey."""

# ruff: noqa: S608 - the tests put SQL together as another client would

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlmodel import SQLModel

from cdstrack.core.record.acts import Act
from cdstrack.core.record.observation import Observation
from cdstrack.store.connection import APPLICATION_ID
from cdstrack.store.ledger import open_writer
from cdstrack.store.schema import tables
from cdstrack.store.schema import version_1 as schema_1

FACTS = ("table_xinfo", "foreign_key_list")


def shape(connection: sqlite3.Connection, table: str) -> dict[str, object]:
    facts: dict[str, object] = {
        pragma: sorted(connection.execute(f"PRAGMA {pragma}({table})").fetchall(), key=str)
        for pragma in FACTS
    }
    strict = "SELECT strict FROM pragma_table_list WHERE name = ?"
    return {**facts, "strict": connection.execute(strict, (table,)).fetchone()}


@pytest.mark.parametrize("table", [table.name for table in tables.TABLES])
def test_the_tables_of_the_program_are_those_that_the_migrations_make(table: str) -> None:
    engine = create_engine("sqlite://")
    with closing(sqlite3.connect(":memory:")) as made, engine.connect() as declared:
        for statement in schema_1.STATEMENTS:
            made.execute(statement)
        SQLModel.metadata.create_all(declared, list(tables.TABLES))
        driver = declared.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        assert shape(made, table) == shape(driver, table)
        assert shape(made, table)["strict"] == (1,)


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


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("submission", 7),
        ("indicator", ""),
        ("period_start", "2022-02-30"),
        ("period_end", "31/7/2022"),
        ("period_end", "2022-06-30"),  # before the start
        ("value", "75,5"),
        ("value", 75.5),
        ("value", None),
        ("state", "done"),  # beside a value
        ("not_available", "chưa báo cáo"),
        ("withdrawn", 1),  # with a value
        ("withdrawn", 2),
        ("numerator", 981),  # without a denominator
        ("qualifier", "roughly"),
        ("reported", "2022-02-30"),
        ("reported", "2022-13"),
        ("reported", "2022-Q3"),
        ("indicator", None),
    ],
)
def test_a_row_that_no_figure_can_have_made_is_refused(
    stranger: sqlite3.Connection, column: str, value: object
) -> None:
    row = dict(stranger.execute("SELECT * FROM observation").fetchone()) | {"id": None}
    marks = ", ".join(f":{name}" for name in row)
    with pytest.raises(sqlite3.IntegrityError):
        stranger.execute(f"INSERT INTO observation VALUES ({marks})", {**row, column: value})
    stranger.execute(f"INSERT INTO observation VALUES ({marks})", row)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", "2022-08-21T12:00:00Z"),
        ("at", "2022-02-30T12:00:00.000000Z"),
        ("at", "2022-08-21 12:00:00.000000Z"),
        ("kind", "edit"),
        ("kind", "correct"),  # without a reason
        ("kind", "undo"),  # without what it undoes
        ("undoes", 1),  # though it is no undo
        ("recorded_by", ""),
        ("plan_digest", "d9"),
        ("test_clock", 2),
    ],
)
def test_an_act_that_cannot_have_happened_is_refused(
    stranger: sqlite3.Connection, column: str, value: object
) -> None:
    row = dict(stranger.execute("SELECT * FROM submission").fetchone()) | {"id": None}
    row["at"] = "2022-08-22T12:00:00.000000Z"
    marks = ", ".join(f":{name}" for name in row)
    with pytest.raises(sqlite3.IntegrityError):
        stranger.execute(f"INSERT INTO submission VALUES ({marks})", {**row, column: value})
    stranger.execute(f"INSERT INTO submission VALUES ({marks})", row)


def test_the_file_says_whose_it_is_and_which_version(stranger: sqlite3.Connection) -> None:
    assert stranger.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert APPLICATION_ID.to_bytes(4, "big") == b"CDST"
    assert stranger.execute("PRAGMA user_version").fetchone()[0] == 1
    assert stranger.execute("PRAGMA journal_mode").fetchone()[0] == "delete"


def test_the_program_asks_sqlite_for_every_safeguard(store: Path) -> None:
    with open_writer(store) as ledger:
        pragmas = ("foreign_keys", "recursive_triggers", "synchronous", "trusted_schema")
        found = {
            pragma: ledger._connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()
            for pragma in pragmas
        }
    full = 2
    assert found == {
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "synchronous": full,
        "trusted_schema": 0,
    }
