"""The tables as SQL makes them and as the program reads them, and what a row must obey."""

# ruff: noqa: S608 - the tests put SQL together as another client would

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable, DDLElement

from cdstrack.core.plan.model import State
from cdstrack.core.record.acts import Act, ActKind
from cdstrack.core.record.observation import Observation, Qualifier
from cdstrack.store.connection import APPLICATION_ID
from cdstrack.store.ledger import open_writer
from cdstrack.store.schema import STEPS, columns, tables

FACTS = ("table_xinfo", "foreign_key_list")
TABLES = tables.PlanVersionRow.metadata.sorted_tables
NAMES = [table.name for table in TABLES]
NOON = "2022-08-21T12:00:00.000000Z"
SOUND: dict[str, dict[str, object]] = {
    "plan_version": {"digest": "d1", "text": "schema: 1"},
    "submission": {
        "id": None,
        "at": NOON,
        "kind": "record",
        "recorded_by": "lan",
        "plan_digest": "d1",
        "program": "0.1.0",
        "test_clock": 0,
    },
    "observation": {
        "id": None,
        "submission": 1,
        "indicator": "ho-so",
        "org_unit": "tinh-mau",
        "disaggregation": "",
        "period": "2022-07",
        "period_start": "2022-07-01",
        "period_end": "2022-07-31",
        "withdrawn": 0,
        "entered": "75",
        "value": 75_000_000,
        "qualifier": "exact",
    },
    "document": {"id": None, "submission": 1, "key": "bc-1", "withdrawn": 0, "title": "Báo cáo"},
    "acknowledgement": {
        "id": None,
        "submission": 1,
        "problem": "CDS506 a",
        "withdrawn": 0,
        "reason": "đã xem",
    },
    "summary_issue": {
        "number": 1,
        "submission": 1,
        "week": "2022-W33",
        "as_of": "2022-08-21",
        "known_at": NOON,
        "plan_digest": "d1",
        "language": "vi",
        "text": "…",
        "sha256": "0" * 64,
    },
    "chain": {"submission": 1, "digest": "0" * 64},
    "chain_start": {"submission": 1, "at": NOON},
    "closing": {
        "id": None,
        "submission": 1,
        "period": "2022-Q3",
        "reopened": 0,
        "approved_by": "PCVP",
        "figures": 3,
        "head": "0" * 64,
    },
    "late_entry": {"submission": 1, "reason": "báo cáo đến chậm"},
}
"""A row of each table that every rule lets in."""
BAD: dict[str, tuple[dict[str, object], ...]] = {
    "plan_version": ({"digest": ""}, {"digest": None}, {"text": None}, {"text": b"x"}),
    "submission": (
        {"id": 0},
        {"at": "2022-08-21T12:00:00Z"},
        {"at": "2022-02-30T12:00:00.000000Z"},
        {"at": "2022-08-21 12:00:00.000000Z"},
        {"at": None},
        {"kind": "edit"},
        {"kind": None},
        {"kind": "correct"},  # without a reason
        {"kind": "withdraw", "reason": ""},
        {"kind": "undo"},  # without what it undoes
        {"undoes": 1},  # though it is no undo
        {"kind": "undo", "id": 2, "undoes": 2},
        {"recorded_by": ""},
        {"recorded_by": None},
        {"plan_digest": "d9"},
        {"program": None},
        {"test_clock": 2},
        {"test_clock": None},
        {"test_clock": "yes"},
    ),
    "observation": (
        {"id": 0},
        {"submission": 7},
        {"submission": None},
        {"indicator": ""},
        {"indicator": None},
        {"org_unit": ""},
        {"disaggregation": None},
        {"period": None},
        {"period_start": "2022-02-30"},
        {"period_start": None},
        {"period_end": "31/7/2022"},
        {"period_end": "2022-06-30"},  # before the start
        {"entered": None},
        {"value": "75,5"},
        {"value": 75.5},
        {"value": None},
        {"state": "done"},  # beside a value
        {"value": None, "state": "finished"},
        {"not_available": "chưa báo cáo"},
        {"value": None, "state": "done", "not_available": "chưa báo cáo"},
        {"withdrawn": 1},  # with a value
        {"withdrawn": 2, "value": None},
        {"withdrawn": None},
        {"numerator": 981},  # without a denominator
        {"denominator": 1446},
        {"numerator": 981, "denominator": 0},
        {"qualifier": "roughly"},
        {"qualifier": None},
        {"reported": "2022-02-30"},
        {"reported": "2022-13"},
        {"reported": "2022-Q3"},
        {"reported": ""},
    ),
    "document": (
        {"id": 0},
        {"submission": 7},
        {"key": ""},
        {"key": None},
        {"withdrawn": 2},
        {"withdrawn": 1},  # with a title
        {"title": None},
        {"issued": "2022-02-30"},
        {"issued": "21/8/2022"},
    ),
    "acknowledgement": (
        {"id": 0},
        {"submission": 7},
        {"problem": ""},
        {"problem": None},
        {"withdrawn": 1},  # with a reason
        {"withdrawn": 2},
        {"reason": None},
    ),
    "summary_issue": (
        {"number": 0},
        {"submission": 7},
        {"week": "2022-33"},
        {"week": "2022-W60"},
        {"as_of": "2022-02-30"},
        {"as_of": None},
        {"known_at": "2022-08-21"},
        {"plan_digest": "d9"},
        {"language": None},
        {"text": None},
        {"sha256": "0"},
    ),
    "chain": ({"submission": 7}, {"digest": "0"}, {"digest": None}),
    "chain_start": ({"submission": 7}, {"at": "2022-08-21"}, {"at": None}),
    "closing": (
        {"submission": 7},
        {"period": ""},
        {"period": None},
        {"reopened": 2},
        {"reopened": 1},  # with who approved it
        {"approved_by": ""},
        {"approved_by": None},
        {"figures": -1},
        {"figures": None},
        {"head": "0"},
    ),
    "late_entry": ({"submission": 7}, {"reason": ""}, {"reason": None}),
}
"""What makes such a row one that the program cannot have written."""


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
        for table in TABLES:
            made: list[DDLElement] = [CreateTable(table), *map(CreateIndex, table.indexes)]
            for statement in made:
                connection.execute(str(statement.compile(dialect=sqlite.dialect())))
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
        found = {
            pragma: ledger._connection.execute(f"PRAGMA {pragma}").fetchone()[0]
            for pragma in pragmas
        }
    full = 2
    assert found == {
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "synchronous": full,
        "trusted_schema": 0,
    }
