"""Who may do what with a record on a server, what is said to who may not, and no password anywhere."""

from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from tests.conftest import Answer, Run, lay_out_sample, run_program
from tests.server import TestServer

from cdstrack.core.problem import StoreUnusableError
from cdstrack.core.record.acts import Act
from cdstrack.core.record.observation import Observation
from cdstrack.store.address import Server, read_address
from cdstrack.store.ledger import open_reader, open_writer
from cdstrack.store.server_access import Access, account_on

PEOPLE = {"chu": "", "ghi": "IN ROLE cdstrack_writer", "xem": "IN ROLE cdstrack_reader", "la": ""}
"""The owner, a writer, a reader, and a stranger."""
SECRET = "b1-mat:k/hau@"  # noqa: S105 - made up
SECRET_IN_URL = "b1-mat%3Ak%2Fhau%40"  # noqa: S105 - made up


@pytest.fixture
def database(server: TestServer, folder: Path) -> Iterator[str]:
    """A database whose owner has made a store in it; the two roles are there."""
    name = server.new_database()
    for role in ("cdstrack_reader", "cdstrack_writer"):
        once(server, f"CREATE ROLE {role} NOLOGIN")
    for person, membership in PEOPLE.items():
        once(server, f"CREATE ROLE {person} LOGIN {membership}")
    server.do(f"ALTER DATABASE {name} OWNER TO chu")
    lay_out_sample(folder)
    assert run_program("init", "--db", server.url(name, "chu")).code == 0
    yield name
    server.do(f"DROP DATABASE {name} WITH (FORCE)")


def once(server: TestServer, statement: str) -> None:
    server.do(f"DO $$ BEGIN {statement}; EXCEPTION WHEN duplicate_object THEN NULL; END $$")


READING = (
    *("status", "gaps", "targets", "log", "check", "owners", "document list", "plan versions"),
    *("show ho-so-cap-tinh", "explain ho-so-cap-tinh", "summary --week 2022-W34", "doctor"),
    *("export out.csv", "import figures.csv --dry-run", "backup", "log --verify 000000000000"),
    "record ho-so-cap-xa 34 --on 2022-08-30 --dry-run",
)
WRITING = (
    *("import figures.csv", "record ho-so-cap-xa 34 --on 2022-08-30 --yes", "undo"),
    *("document add bc-1 --title Báo-cáo", "summary --week 2022-W34 --issue"),
    "check --acknowledge 4c5c6a94 --reason x",
    "correct ho-so-cap-tinh 61 --on 2022-06-30 --reason x",
)


def rows(server: TestServer, database: str) -> dict[str, int]:
    with psycopg.connect(server.url(database)) as connection:
        tables = connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'cdstrack'"
        ).fetchall()
        counts = {}
        for (name,) in tables:
            counted = connection.execute(f"SELECT count(*) FROM cdstrack.{name}".encode())  # noqa: S608 - our names
            counts[name] = counted.fetchall()[0][0]
        return counts


def as_person(server: TestServer, database: str, person: str, command: str) -> Answer:
    return run_program(*command.split(), "--db", server.url(database, person))


def test_a_reader_reads_everything_and_writes_nothing(server: TestServer, database: str) -> None:
    assert as_person(server, database, "ghi", "import figures.csv").code == 0
    before = rows(server, database)
    for command in READING:
        answer = as_person(server, database, "xem", command)
        assert answer.code in {0, 10}, (command, answer.err)
    for command in WRITING:
        answer = as_person(server, database, "xem", command)
        assert (answer.code, "CDS442" in answer.err) == (4, True), (command, answer)
    assert rows(server, database) == before


def test_a_writer_records_and_changes_nothing_that_stands(
    server: TestServer, database: str
) -> None:
    for command in WRITING[:-1]:
        answer = as_person(server, database, "ghi", command)
        assert answer.code in {0, 10}, (command, answer.err)
    before = rows(server, database)
    with psycopg.connect(server.url(database, "ghi"), autocommit=True) as connection:
        for attempt in (
            "UPDATE cdstrack.observation SET value = 1",
            "DELETE FROM cdstrack.chain",
            "TRUNCATE cdstrack.submission CASCADE",
            "ALTER TABLE cdstrack.observation DISABLE TRIGGER ALL",
            "DROP TABLE cdstrack.chain",
            "CREATE TABLE cdstrack.beside (id int)",
            "INSERT INTO cdstrack.database_user VALUES (99, 'chu')",
            "INSERT INTO cdstrack.schema_version VALUES (99)",
            "INSERT INTO cdstrack.chain_start VALUES (1, '2022-08-21T12:00:00.000000Z')",
        ):
            with pytest.raises(psycopg.Error, match=r"permission denied|must be owner"):
                connection.execute(attempt.encode())
    assert rows(server, database) == before


def test_a_stranger_is_told_which_role_is_missing(server: TestServer, database: str) -> None:
    for command in ("status", "record ho-so-cap-xa 34 --on 2022-08-30 --yes", "doctor"):
        answer = as_person(server, database, "la", command)
        assert "CDS442" in answer.out + answer.err
        assert answer.code in {4, 10}


@pytest.mark.parametrize(
    ("person", "access"),
    [("chu", Access.OWNER), ("ghi", Access.WRITER), ("xem", Access.READER)],
)
def test_doctor_says_which_one_it_is(
    server: TestServer, database: str, person: str, access: Access
) -> None:
    assert account_on(Server(server.url(database, person))).access is access
    told = as_person(server, database, person, "doctor").out
    assert f"{person}: " in told


def test_the_log_names_the_account_that_the_server_saw(server: TestServer, database: str) -> None:
    as_person(server, database, "ghi", "record ho-so-cap-xa 34 --on 2022-08-30 --yes")
    assert "lan (tài khoản ghi)" in as_person(server, database, "xem", "log -p").out
    assert '"account": "ghi"' in as_person(server, database, "xem", "log --format json").out


def test_an_account_cannot_claim_to_copy_so_as_not_to_be_noted(
    server: TestServer, database: str, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    url = server.url(database, "ghi") + "&options=-ccdstrack.copying%3Don"
    with open_writer(Server(url)) as ledger:
        number = ledger.append(act(), [figure()]).id
    with open_reader(Server(server.url(database, "xem"))) as ledger:
        assert ledger.accounts() == {number: "ghi"}


def test_init_prints_what_somebody_else_must_run(own_server: TestServer, folder: Path) -> None:
    lay_out_sample(folder)
    name = own_server.new_database()
    own_server.do(f"CREATE ROLE chu LOGIN; ALTER DATABASE {name} OWNER TO chu")
    answer = run_program("init", "--db", own_server.url(name, "chu"))
    assert answer.code == 0
    statements = [line for line in answer.out.splitlines() if line.endswith(";")]
    assert statements[0] == "CREATE ROLE cdstrack_reader NOLOGIN;"
    own_server.do("".join(statements), name)
    own_server.do("CREATE ROLE xem LOGIN IN ROLE cdstrack_reader")
    assert as_person(own_server, name, "xem", "status").code == 0


ADDRESSES = (
    f"postgresql://lan:{SECRET_IN_URL}@127.0.0.1:1/cds",
    f"postgresql://lan:{SECRET}@127.0.0.1:1/cds",
    f"postgres://lan@127.0.0.1:1/cds?password={SECRET_IN_URL}",
    f"postgresql://127.0.0.1:1/cds?user=lan&%70assword={SECRET_IN_URL}",
    f"postgresql://lan:{SECRET_IN_URL}@127.0.0.1:khong/cds",
    f"postgresql://lan:{SECRET_IN_URL}@127.0.0.1:1/cds?khong-co=1",
)
COMMANDS = (
    *("init", "status", "doctor", "log --format json", "import figures.csv", "backup"),
    *("record ho-so-cap-xa 34 --on 2022-08-30 --yes", "schedule cron", "doctor --migrate"),
    *("check", "restore figures.csv", "summary", "export a.csv", "doctor --format json"),
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_password_is_printed_whatever_goes_wrong(
    address: str, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out_sample(folder)
    place = read_address(address)
    for command in (*COMMANDS, f"copy-store {address} b.db", f"copy-store b.db {address}"):
        monkeypatch.setenv("CDSTRACK_DB", address)
        answer = run(*command.split())
        said = answer.out + answer.err + repr(place) + str(place) + f"{place}"
        assert answer.code != 1, answer.err
        for part in (SECRET, SECRET_IN_URL, "b1-mat", "hau"):
            assert part not in said, (command, said)


def test_a_crash_prints_no_password_either(
    server: TestServer, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out_sample(folder)
    address = (
        f"postgresql://postgres:{SECRET_IN_URL}@/{server.emptied_database()}?host={server.folder}"
    )
    monkeypatch.setenv("CDSTRACK_DB", address)
    assert run("init").code == 0

    def broken(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("cdstrack.store.writing.Write.append", broken)
    answer = run("record", "ho-so-cap-xa", "34", "--on", "2022-08-30", "--yes")
    assert (answer.code, "a bug" in answer.err) == (1, True)
    assert "b1-mat" not in answer.err
    doctor = run("doctor")
    assert (doctor.code, "CDS450" in doctor.out, "b1-mat" in doctor.out) == (10, True, False)


def test_the_password_comes_from_the_password_file(
    server: TestServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """libpq reads it; that it asks for one is seen on a server that wants one."""
    kept = tmp_path / "pgpass"
    kept.write_text(f"*:*:*:*:{SECRET.replace(':', chr(92) + ':')}\n")
    kept.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(kept))
    with server.asking_for_passwords(SECRET) as user:
        name = server.emptied_database()
        with pytest.raises(StoreUnusableError) as missing:
            open_reader(Server(server.url(name, user))).__enter__()
        assert missing.value.problems[0].code == "CDS401"  # let in; there is no store yet
        monkeypatch.setenv("PGPASSFILE", str(tmp_path / "none"))
        with pytest.raises(StoreUnusableError) as refused:
            open_reader(Server(server.url(name, user))).__enter__()
        assert refused.value.problems[0].code == "CDS441"


@pytest.mark.parametrize("way", ["cron", "systemd"])
def test_the_line_for_cron_has_the_address_and_a_lock_that_can_be_made(
    server: TestServer, database: str, folder: Path, way: str
) -> None:
    address = server.url(database, "ghi")
    answer = run_program("schedule", way, "--to", "tuan.html", "--db", address)
    assert (answer.code, answer.err) == (0, "")
    assert address in answer.out.replace("%%", "%").replace(r"\%", "%")
    assert f"{folder}/cdstrack.db.summary.lock" in answer.out
