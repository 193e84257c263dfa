"""An older store is copied and brought up to date, whole or not at all."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from cdstrack.core.problem import StoreUnusableError
from cdstrack.core.record.acts import Act
from cdstrack.core.record.observation import Observation
from cdstrack.store.ledger import open_reader, open_writer
from cdstrack.store.migrations import migrate
from cdstrack.store.schema import STEPS

ONLY_IN_FILES = True

WITH_REGION = (
    *STEPS,
    (
        "CREATE TABLE region (id TEXT NOT NULL PRIMARY KEY) STRICT",
        "INSERT INTO region SELECT DISTINCT org_unit FROM observation",
    ),
)
"""A step that this program does not have, as if a later version did."""


@pytest.fixture
def older(store: Path, act: Callable[..., Act], figure: Callable[..., Observation]) -> Path:
    """A store that is one step behind `WITH_REGION`, with a figure in it."""
    with open_writer(store) as ledger:
        ledger.append(act(), [figure("67.84")])
    return store


def asked(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


def test_writing_to_an_older_store_backs_it_up_and_migrates_it(
    older: Path, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    before = older.read_bytes()
    with open_writer(older, steps=WITH_REGION) as ledger:
        ledger.append(act(), [figure("68", "2022-08")])
    assert asked(older, "SELECT id FROM region") == [("tinh-mau",)]
    assert asked(older, "PRAGMA user_version") == [(len(WITH_REGION),)]
    (kept,) = (older.parent / "backups").iterdir()
    assert kept.name == f"cdstrack-before-version-{len(WITH_REGION)}.db"
    assert asked(kept, "PRAGMA user_version") == [(len(STEPS),)]
    assert asked(kept, "SELECT value FROM observation") == [(67840000,)]
    assert len(before) == kept.stat().st_size


def test_a_store_that_is_up_to_date_is_not_touched(older: Path) -> None:
    before = older.stat()
    assert migrate(older) is None
    assert older.stat().st_mtime_ns == before.st_mtime_ns
    assert not (older.parent / "backups").exists()


def test_reading_an_older_store_asks_for_the_migration_and_changes_nothing(older: Path) -> None:
    before = older.read_bytes()
    with (
        pytest.raises(StoreUnusableError, match="CDS406"),
        open_reader(older, steps=WITH_REGION) as ledger,
    ):
        ledger.current()
    assert older.read_bytes() == before


@pytest.mark.parametrize(
    "failing",
    [
        "INSERT INTO region VALUES (NULL)",
        "INSERT INTO no_such_table VALUES (1)",
        "this is no SQL",
        "INSERT INTO plan_version SELECT digest, text FROM plan_version",
    ],
)
def test_a_step_that_fails_half_way_leaves_the_old_version_whole(older: Path, failing: str) -> None:
    before = asked(older, "SELECT type, name, sql FROM sqlite_schema")
    steps = (*STEPS, (*WITH_REGION[-1], failing))
    with pytest.raises(Exception, match=r"region|no_such_table|syntax|plan_version|CDS403"):
        migrate(older, steps=steps)
    assert asked(older, "SELECT type, name, sql FROM sqlite_schema") == before
    assert asked(older, "PRAGMA user_version") == [(len(STEPS),)]
    assert len(list((older.parent / "backups").iterdir())) == 1
    with open_reader(older) as ledger:
        assert [str(kept.value) for kept in ledger.current()] == ["67.84"]


def test_a_step_that_breaks_a_reference_is_taken_back(older: Path) -> None:
    orphaning = (
        "DROP TRIGGER submission_no_delete",
        "DELETE FROM submission",
    )
    with pytest.raises(ValueError, match="rows without the row they refer to"):
        migrate(older, steps=(*STEPS, orphaning))
    assert asked(older, "SELECT count(*) FROM submission") == [(1,)]


def test_a_second_migration_keeps_the_first_backup(older: Path) -> None:
    with pytest.raises(Exception, match="syntax"):
        migrate(older, steps=(*STEPS, ("this is no SQL",)))
    migrate(older, steps=WITH_REGION)
    names = sorted(path.name for path in (older.parent / "backups").iterdir())
    assert names == [
        f"cdstrack-before-version-{len(WITH_REGION)}-2.db",
        f"cdstrack-before-version-{len(WITH_REGION)}.db",
    ]
