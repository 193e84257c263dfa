"""What docs/record-keeping.md tells an auditor to type gives what it says."""

import re
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.conftest import Run

from cdstrack.core.record.acts import Act
from cdstrack.core.record.observation import Observation
from cdstrack.store.backup import backup
from cdstrack.store.ledger import open_writer

ONLY_IN_FILES = True

PAGE = (Path(__file__).parents[2] / "docs/record-keeping.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def auditor(
    store: Path, act: Callable[..., Act], figure: Callable[..., Observation]
) -> Iterator[sqlite3.Connection]:
    """A connection of the plain driver to a store with a figure and its revision."""
    later = datetime(2022, 8, 22, tzinfo=UTC)
    with open_writer(store) as ledger:
        ledger.append(act(), [figure("6784", indicator="ho-so")])
        backup(store, store.with_name("old.db"))
        ledger.append(act(at=later), [figure("67.84", indicator="ho-so")])
    with closing(sqlite3.connect(f"{store.as_uri()}?mode=ro", uri=True)) as connection:
        yield connection


def answers(auditor: sqlite3.Connection, block: str) -> list[list[tuple[object, ...]]]:
    statements = re.sub(r"--.*", "", block).split(";")
    return [auditor.execute(each).fetchall() for each in statements if each.strip()]


def test_the_questions_of_the_page_are_answered_as_it_says(auditor: sqlite3.Connection) -> None:
    application, version, integrity, references, guards, log, cell, known, *later = answers(
        auditor, BLOCKS[0]
    )
    undone, changes, accepted, back = later
    assert application == [(1128551252,)]
    assert version == [(7,)]
    assert integrity == [("ok",)]
    assert references == []
    assert [count for _, count in guards] == [3] * 12
    assert [(row[0], row[3]) for row in log] == [(1, "lan"), (2, "lan")]
    assert [row[3:5] for row in cell] == [("6784", 6784.0), ("67.84", 67.84)]
    assert known == [("ho-so", "tinh-mau", "", "2022-07", 6784.0)]
    assert (undone, accepted, back) == ([], [], [])
    assert [(row[0], *row[4:]) for row in changes] == [(2, "ho-so", "2022-07", "6784", "67.84")]


def test_a_backup_is_compared_with_the_store_as_the_page_says(
    auditor: sqlite3.Connection, store: Path
) -> None:
    block = BLOCKS[1].replace("backups/….db", str(store.with_name("old.db")))
    assert answers(auditor, block) == [[], [], []]


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="the sqlite3 shell is not installed")
def test_the_shell_is_refused_with_the_words_of_the_page(
    auditor: sqlite3.Connection, store: Path
) -> None:
    del auditor
    told = subprocess.run(
        ["sqlite3", store, "DELETE FROM observation"], check=False, capture_output=True, text=True
    )
    assert "observation: rows are only ever added, never deleted" in told.stderr
    assert "observation: rows are only ever added, never deleted" in PAGE


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="the sqlite3 shell is not installed")
@pytest.mark.parametrize("block", BLOCKS)
def test_the_plain_shell_answers_every_question_of_the_page(
    auditor: sqlite3.Connection, store: Path, block: str
) -> None:
    del auditor
    block = block.replace("backups/….db", str(store.with_name("old.db")))
    told = subprocess.run(
        ["sqlite3", "-bail", "-readonly", store],
        input=block,
        check=False,
        capture_output=True,
        text=True,
    )
    assert (told.returncode, told.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="the sqlite3 shell is not installed")
def test_the_plan_of_an_act_is_written_out_by_the_shell_as_it_was(sample: Path, run: Run) -> None:
    run("init")
    for month in range(1, 8):
        run("record", "giao-dich", str(month), "--on", f"2022-0{month}")
    (lines,) = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    digest, write, check = lines.splitlines()
    told = subprocess.run(["bash", "-c", digest], check=True, capture_output=True, text=True)
    write = write.replace("…", told.stdout.strip())
    subprocess.run(["bash", "-c", write], check=True, capture_output=True)
    summed = subprocess.run(["bash", "-c", check], check=True, capture_output=True, text=True)
    assert summed.stdout.split()[0] == told.stdout.strip()
    assert (sample / "plan.yaml").read_bytes() == (sample / "targets.yaml").read_bytes()


def test_every_test_that_the_page_names_exists() -> None:
    named = set(re.findall(r"`(tests/\S+\.py)`", PAGE))
    assert named
    assert [name for name in named if not (Path(__file__).parents[2] / name).exists()] == []
