"""A record moves between files and servers and stays the same; nothing is ever copied over another."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from tests.conftest import Run, lay_out_sample
from tests.server import TestServer

from cdstrack.core.problem import StoreUnusableError
from cdstrack.core.record.acts import Acknowledgement, Act, ActKind, Entry, SourceDocument
from cdstrack.core.record.observation import Observation
from cdstrack.store.address import Address, Server, read_address
from cdstrack.store.copying import copy_store
from cdstrack.store.ledger import create_store, open_reader, open_writer
from cdstrack.store.restore import restore
from cdstrack.store.verification import structure_problems, verify

ODD = "\"\\/\b\f\n\r\t\x01\x1f\x7f\x80é \u2028 😀 Đ\\N \\. %s ? 'a' {b} , \t"
Fill = Callable[[Address], None]


@pytest.fixture
def fill(act: Callable[..., Act], figure: Callable[..., Observation]) -> Fill:
    """Makes a store with acts of many kinds and texts of every kind."""
    from hashlib import sha256

    text = f"schema: 1\n# {ODD}"
    plan = {"plan_text": text, "plan_digest": sha256(text.encode()).hexdigest()}

    def filled(place: Address) -> None:
        create_store(place)
        with open_writer(place) as ledger:
            ledger.append(act(**plan), [figure("75"), figure("68", "2022-08", note=ODD)])
            further: list[Entry] = [
                SourceDocument(key="bc", title=ODD),
                Acknowledgement("CDS506 a", ODD),
            ]
            ledger.append(act(**plan), further)
            change = act(kind=ActKind.CORRECT, reason=ODD, **plan)
            ledger.append(change, [figure("80")])

    return filled


def everything(place: Address) -> list[object]:
    """All that can be read of a record."""
    with open_reader(place) as ledger:
        acts = ledger.submissions()
        return [
            acts,
            [ledger.digest(act.id) for act in acts],
            [ledger.changes(act.id) for act in acts],
            [ledger.documents_changed(act.id) for act in acts],
            [ledger.acknowledgements_changed(act.id) for act in acts],
            [ledger.plan_text(version.digest) for version in ledger.plan_versions()],
            ledger.current(),
            ledger.cutoff(),
            ledger.accounts(),
        ]


@pytest.fixture
def elsewhere(server: TestServer, tmp_path: Path, request: pytest.FixtureRequest) -> Address:
    """Where there is no store yet: a file, or another database than the first one."""
    if request.param == "file":
        return tmp_path / "elsewhere.db"
    return Server(server.url(server.new_database()))


@pytest.mark.parametrize("elsewhere", ["file", "server"], indirect=True)
def test_a_copy_is_the_same_record(store_url: str, elsewhere: Address, fill: Fill) -> None:
    original = read_address(store_url)
    fill(original)
    copy_store(original, elsewhere)
    assert everything(elsewhere) == everything(original)
    assert verify(elsewhere).problems == ()
    assert structure_problems(elsewhere) == []


@pytest.mark.parametrize("elsewhere", ["file", "server"], indirect=True)
def test_a_copy_goes_on_where_the_original_stopped(
    store_url: str,
    elsewhere: Address,
    fill: Fill,
    act: Callable[..., Act],
    figure: Callable[..., Observation],
) -> None:
    original = read_address(store_url)
    fill(original)
    copy_store(original, elsewhere)
    for place in (original, elsewhere):
        with open_writer(place) as ledger:
            ledger.append(act(by=TestServer.superuser), [figure("81", "2022-09")])
    assert everything(elsewhere) == everything(original)


@pytest.mark.parametrize("elsewhere", ["file", "server"], indirect=True)
def test_an_empty_store_is_filled_and_another_one_never(
    store_url: str, elsewhere: Address, fill: Fill
) -> None:
    original = read_address(store_url)
    fill(original)
    create_store(elsewhere)
    copy_store(original, elsewhere)
    before = everything(elsewhere)
    with pytest.raises(StoreUnusableError) as refused:
        copy_store(original, elsewhere)
    assert refused.value.problems[0].code == "CDS445"
    assert everything(elsewhere) == before


def test_of_a_record_that_was_tampered_with_no_copy_is_made(
    server: TestServer, tmp_path: Path, fill: Fill
) -> None:
    place = Server(server.url(server.emptied_database()))
    fill(place)
    with psycopg.connect(place.url, autocommit=True) as owner:
        owner.execute("ALTER TABLE cdstrack.observation DISABLE TRIGGER ALL")
        owner.execute("UPDATE cdstrack.observation SET value = 76000000 WHERE id = 1")
        owner.execute("ALTER TABLE cdstrack.observation ENABLE TRIGGER ALL")
    assert [problem.code for problem in verify(place).problems] == ["CDS430", "CDS433"]
    with pytest.raises(StoreUnusableError) as refused:
        copy_store(place, tmp_path / "copy.db")
    assert refused.value.problems[0].code == "CDS416"
    assert not (tmp_path / "copy.db").exists()


def test_the_account_that_the_server_saw_goes_along_through_files_too(
    server: TestServer, tmp_path: Path, fill: Fill
) -> None:
    first, second, third = (Server(server.url(server.new_database())) for _ in range(3))
    fill(first)
    copy_store(first, second)
    copy_store(second, tmp_path / "copy.db")
    copy_store(tmp_path / "copy.db", third)
    for place in (first, second, tmp_path / "copy.db", third):
        with open_reader(place) as ledger:
            assert ledger.accounts() == dict.fromkeys((1, 2, 3), "postgres")
        assert verify(place).problems == ()


def test_a_backup_of_a_server_is_a_file_that_every_program_reads_and_a_second_server_restores(
    server: TestServer, own_server: TestServer, folder: Path, run: Run
) -> None:
    lay_out_sample(folder)
    address = server.url(server.emptied_database())
    assert run("init", "--db", address).code == 0
    assert run("import", "figures.csv", "--db", address).code == 0
    made = run("backup", "--db", address)
    assert (made.code, made.err) == (0, "")
    (copy,) = (folder / "data/backups").iterdir()
    with closing(sqlite3.connect(copy)) as file:
        assert file.execute("SELECT count(*) FROM observation").fetchone() == (7,)
    second = own_server.url(own_server.new_database())
    done = run("restore", str(copy), "--db", second)
    assert (done.code, done.err) == (0, "")
    for command in ("status", "gaps", "summary", "owners"):
        assert run(command, "--db", second).out == run(command, "--db", address).out
    again = run("restore", str(copy), "--db", second)
    assert (again.code, "CDS445" in again.err) == (4, True)


def test_what_is_no_backup_fills_no_server(server: TestServer, tmp_path: Path) -> None:
    place = Server(server.url(server.emptied_database()))
    junk = tmp_path / "junk.db"
    junk.write_bytes(b"no database" * 500)
    for source in (junk, tmp_path / "missing.db"):
        with pytest.raises(StoreUnusableError) as refused:
            restore(source, place, datetime(2022, 8, 21, tzinfo=UTC))
        assert refused.value.problems[0].code == "CDS416"
    with pytest.raises(StoreUnusableError) as missing, open_reader(place):
        pass
    assert missing.value.problems[0].code == "CDS401"
