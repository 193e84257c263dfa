"""The account that a server notes beside a submission is sealed with it, there and in every copy.

Lan records from an account of another name. What she recorded in a file before has no account.
"""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from tests.conftest import Run
from tests.record.tampering import assert_named, printed_head, tampered, verified
from tests.server import TestServer

from cdstrack.store.address import Address, Server, read_address
from cdstrack.store.copying import copy_store
from cdstrack.store.ledger import open_reader
from cdstrack.store.migrations import migrate_on_server
from cdstrack.store.schema import FIRST_ON_SERVER, server_step
from cdstrack.store.schema.columns import TABLES
from cdstrack.store.server.lines import COPY
from cdstrack.store.verification import structure_problems, verify

pytestmark = pytest.mark.in_a_file

ROOT = Path(__file__).parents[2]
RECORD = ("record", "ho-so-cap-tinh", "--on")


@pytest.fixture
def store(
    store_url: str, server: TestServer, sample: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> Address:
    """A record of three submissions: the first from a file, the others with accounts."""
    assert sample.exists()
    assert run("init").code == 0
    assert run("import", "figures.csv").code == 0
    place = Server(server.url(server.new_database()))
    copy_store(sample / "data/cdstrack.db", place)
    monkeypatch.setenv("CDSTRACK_DB", place.url)
    assert run("record", "ho-so-cap-tinh", "60", "--on", "30/6/2022").code == 0
    assert run("record", "ho-so-cap-tinh", "61", "--on", "30/8/2022").code == 0
    kept = read_address(store_url)
    copy_store(place, kept)
    monkeypatch.setenv("CDSTRACK_DB", store_url)
    return kept


ACCOUNTS: dict[str, tuple[str, str]] = {
    "an account": ("UPDATE database_user SET name = 'mai' WHERE submission = 3", "submission 3 "),
    "an account is deleted": ("DELETE FROM database_user WHERE submission = 3", "submission 3 "),
    "an account is said to be sealed later": (
        "UPDATE database_user SET sealed_in = 4 WHERE submission = 3",
        "submission 3 ",
    ),
    "an account is said never to be sealed": (
        "UPDATE database_user SET sealed_in = 99 WHERE submission = 3",
        "submission 3 ",
    ),
    "an account is moved to another submission": (
        "UPDATE database_user SET submission = 1 WHERE submission = 3",
        "submission 3 ",
    ),
    "an account is put beside what has none": (
        "INSERT INTO database_user VALUES (1, 'mai', 1)",
        "submission 1 ",
    ),
}


@pytest.mark.parametrize(("statement", "named"), ACCOUNTS.values(), ids=list(ACCOUNTS))
def test_what_is_done_to_an_account_is_told(
    statement: str, named: str, store: Address, run: Run
) -> None:
    head = printed_head(run)
    assert verified(run, head)[0] == 0
    tampered(store, statement)
    assert_named(run, named)
    assert verified(run, head)[0] == 10


def test_an_account_that_no_digest_would_ever_hold_is_told(store: Address, run: Run) -> None:
    tampered(store, "INSERT INTO database_user VALUES (1, 'mai', 99)")
    for command in ("doctor", "check"):
        answer = run(command, "--lang", "en")
        assert answer.code == 10
        assert "row 1 of table database_user (submission 1)" in " ".join(answer.out.split())


def test_an_account_of_the_same_name_as_who_recorded_changes_no_digest(
    server: TestServer, sample: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sample.exists()
    heads = []
    for address in (
        "data/cdstrack.db",
        server.url(server.emptied_database(), server.account("lan")),
    ):
        monkeypatch.setenv("CDSTRACK_DB", address)
        assert run("init").code == 0
        assert run("import", "figures.csv").code == 0
        heads.append(printed_head(run))
        with open_reader(read_address(address)) as ledger:
            assert ledger.accounts() == {}
    assert heads[0] == heads[1]


def digests(place: Address) -> list[str | None]:
    with open_reader(place) as ledger:
        return [ledger.digest(act.id) for act in reversed(ledger.submissions())]


def test_another_program_computes_the_same_digests(
    store: Address, run: Run, tmp_path: Path
) -> None:
    del run
    copy_store(store, tmp_path / "copy.db")
    page = (ROOT / "docs/record-keeping.md").read_text(encoding="utf-8")
    program = page.split("```python\n")[1].split("```")[0]
    command = [sys.executable, "-c", program, str(tmp_path / "copy.db")]
    printed = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    assert [line.split()[1] for line in printed.splitlines()] == digests(store)


def as_of_version_4(place: Server, original: Path, noted: dict[int, str]) -> None:
    """Makes the first version of the store on a server, with the rows of a file without accounts."""
    with psycopg.connect(place.url) as owner, closing(sqlite3.connect(original)) as file:
        owner.execute("CREATE SCHEMA cdstrack; SET search_path = cdstrack, pg_temp")
        owner.execute(server_step(FIRST_ON_SERVER).encode())
        owner.execute("INSERT INTO schema_version (version) VALUES (4)")
        owner.execute("SET LOCAL cdstrack.copying = 'on'")
        for table, columns in TABLES.items():
            if table in {"database_user", "units_version"}:
                continue
            names = ", ".join(columns)
            rows = file.execute(f"SELECT {names} FROM {table} ORDER BY 1").fetchall()  # noqa: S608 - our names
            copying = f"COPY {table} ({names}) FROM STDIN".encode()
            with owner.cursor() as cursor, cursor.copy(copying) as copy:
                copy.write("".join(map(COPY.line, rows)))
        for submission, name in noted.items():
            owner.execute("INSERT INTO database_user VALUES (%s, %s)", (submission, name))


def test_accounts_noted_before_version_5_are_sealed_with_the_next_submission(
    server: TestServer, sample: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, place = sample / "data/cdstrack.db", Server(server.url(server.new_database()))
    assert run("init").code == 0
    assert run("import", "figures.csv").code == 0
    assert run(*RECORD, "30/6/2022", "60").code == 0
    as_of_version_4(place, file, {1: "so_tttt", 2: "lan"})
    monkeypatch.setenv("CDSTRACK_DB", place.url)
    assert run("status").err[:6] == "CDS406"
    assert migrate_on_server(place)
    assert digests(place) == digests(file)
    assert structure_problems(place) == []
    assert verify(place).problems == ()
    copy_store(place, sample / "waiting.db")
    assert run(*RECORD, "30/8/2022", "61").code == 0
    copy_store(place, sample / "copy.db")
    noted = {1: "so_tttt", 2: "lan"}
    for there, seen in (
        (place, noted | {3: "postgres"}),
        (sample / "copy.db", noted | {3: "postgres"}),
        (sample / "waiting.db", noted),
    ):
        assert verify(there).problems == ()
        with open_reader(there) as ledger:
            assert ledger.accounts() == seen
    tampered(place, "UPDATE database_user SET name = 'mai' WHERE submission = 1")
    assert_named(run, "submission 3 ")
