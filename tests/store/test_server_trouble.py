"""When the server is not there, is busy or goes away: one sentence, exit 4, and nothing half kept."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from tests.conftest import Run, lay_out_sample
from tests.server import TestServer

from cdstrack.core.problem import StoreUnusableError
from cdstrack.core.record.acts import Act
from cdstrack.core.record.observation import Observation
from cdstrack.store.address import Server, read_address
from cdstrack.store.ledger import create_store, open_reader, open_writer
from cdstrack.store.server.connection import WRITERS
from cdstrack.store.verification import verify


@pytest.fixture
def place(server: TestServer) -> Server:
    found = Server(server.url(server.emptied_database()))
    create_store(found)
    return found


def code_of(attempt: Callable[[], object]) -> str:
    with pytest.raises(StoreUnusableError) as refused:
        attempt()
    return refused.value.problems[0].code


def end_others(place: Server) -> None:
    """Ends every other connection to the database, as an administrator or a broken network does."""
    with psycopg.connect(place.url, autocommit=True) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def test_a_connection_that_breaks_in_the_middle_of_an_import_keeps_nothing_of_it(
    place: Server, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    def entries() -> Iterator[Observation]:
        for number in range(1200):
            if number == 1100:
                end_others(place)
            yield figure(str(number), str(1000 + number))

    def attempt() -> None:
        with open_writer(place) as ledger:
            ledger.append(act(), entries())

    assert code_of(attempt) == "CDS443"
    with open_reader(place) as ledger:
        assert (ledger.current(), ledger.submissions()) == ([], [])
    assert verify(place).problems == ()


def test_a_connection_that_breaks_while_it_is_kept_says_that_nobody_knows(
    place: Server, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    def attempt() -> None:
        with open_writer(place) as ledger, ledger.writing() as write:
            write.append(act(), [figure()])
            end_others(place)

    assert code_of(attempt) == "CDS444"
    with open_reader(place) as ledger:
        assert ledger.submissions() == []


def test_a_connection_that_breaks_while_it_is_read_is_told(place: Server) -> None:
    def attempt() -> None:
        with open_reader(place) as ledger:
            end_others(place)
            ledger.current()

    assert code_of(attempt) == "CDS443"


def test_who_waits_too_long_for_another_writer_is_told_and_who_reads_never_waits(
    place: Server, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    def attempt() -> None:
        with open_writer(place, wait=0.2) as ledger:
            ledger.append(act(), [figure()])

    with psycopg.connect(place.url) as other:
        other.execute(f"SELECT pg_advisory_xact_lock({WRITERS})".encode())
        began = time.monotonic()
        assert code_of(attempt) == "CDS402"
        with open_reader(place) as ledger:
            assert ledger.current() == []
        assert time.monotonic() - began < 5


def test_who_waited_for_the_lock_sees_what_was_kept_meanwhile(
    place: Server, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    seen: list[int] = []

    def second() -> None:
        with open_writer(place) as ledger, ledger.writing() as write:
            seen.append(len(write.current()))
            write.append(act(), [figure("2", "2022-02")])

    with open_writer(place) as ledger:
        with ledger.writing() as write:
            waiting = threading.Thread(target=second)
            waiting.start()
            time.sleep(0.3)
            write.append(act(), [figure("1", "2022-01")])
        waiting.join(10)
    assert seen == [1]
    with open_reader(place) as ledger:
        first, last = sorted(ledger.submissions(), key=lambda each: each.id)
    assert first.at < last.at


def test_a_reader_sees_one_state_to_its_end(
    place: Server, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    with open_reader(place) as reader:
        assert reader.current() == []
        with open_writer(place) as ledger:
            ledger.append(act(), [figure()])
        assert (reader.current(), reader.submissions()) == ([], [])


MISSING = {
    "postgresql://lan@127.0.0.1:1/cds": "CDS440",
    "postgresql://lan@khong-co.invalid/cds": "CDS440",
    "postgresql:///cds?host=/khong/co": "CDS440",
    "postgresql://lan@127.0.0.1:cong/cds": "CDS448",
    "postgresql://lan@127.0.0.1/cds?khong_co=1": "CDS448",
    "mysql://lan@127.0.0.1/cds": "CDS447",
}


@pytest.mark.parametrize("address", MISSING)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_cannot_be_reached_is_told_in_a_sentence_with_exit_4(
    address: str, language: str, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out_sample(folder)
    monkeypatch.setenv("CDSTRACK_LANG", language)
    for command in ("status", "record ho-so-cap-xa 34 --on 2022-08-30 --yes", "init"):
        answer = run(*command.split(), "--db", address)
        assert (answer.code, answer.out) == (4, "")
        assert answer.err.startswith(MISSING[address])
        assert "Traceback" not in answer.err


def test_a_database_without_a_store_is_answered_as_a_missing_file_is(
    server: TestServer, run: Run, folder: Path
) -> None:
    lay_out_sample(folder)
    address = server.url(server.emptied_database())
    answer = run("status", "--db", address)
    assert (answer.code, "CDS401" in answer.err) == (4, True)
    assert f"cdstrack init --db '{address}'" in " ".join(answer.err.split())


def test_a_database_in_another_encoding_is_refused(
    server: TestServer, run: Run, folder: Path
) -> None:
    lay_out_sample(folder)
    server.do(
        "CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C'"
    )
    answer = run("init", "--db", server.url("latin"))
    assert (answer.code, "CDS449" in answer.err) == (4, True)
    server.do("DROP DATABASE latin")


def test_a_newer_store_is_left_alone(place: Server, run: Run, folder: Path) -> None:
    lay_out_sample(folder)
    with psycopg.connect(place.url, autocommit=True) as owner:
        owner.execute("INSERT INTO cdstrack.schema_version (version) VALUES (999)")
    for command in ("status", "record ho-so-cap-xa 34 --on 2022-08-30 --yes", "doctor --migrate"):
        answer = run(*command.split(), "--db", place.url)
        assert (answer.code, "CDS405" in answer.err) == (4, True)


def test_without_the_driver_the_sentence_says_what_to_install(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out_sample(folder)
    monkeypatch.setitem(__import__("sys").modules, "psycopg", None)
    answer = run("status", "--db", "postgresql://lan@127.0.0.1:1/cds")
    assert (answer.code, "pip install 'cdstrack[postgres]'" in answer.err) == (4, True)


def test_a_path_is_still_a_path() -> None:
    assert str(read_address("postgresql/cds.db")) == "postgresql/cds.db"
    assert isinstance(read_address("postgres://lan@may-chu/cds"), Server)
