"""No password of an address is ever printed, kept in a file or handed on."""

import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from tests.conftest import Run, lay_out_sample
from tests.server import TestServer

from cdstrack.core.problem import StoreUnusableError
from cdstrack.store.address import Server, read_address
from cdstrack.store.ledger import open_reader

SECRET = "b1-mat:k/hau@"  # noqa: S105 - made up
SECRET_IN_URL = "b1-mat%3Ak%2Fhau%40"  # noqa: S105 - made up
PARTS = (SECRET, SECRET_IN_URL, "b1-mat", "k/hau", "k%2Fhau")


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
        for part in PARTS:
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


def test_a_password_that_works_is_in_no_output_and_no_file(
    server: TestServer, folder: Path, shared_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out_sample(folder)
    database = server.emptied_database()
    with server.asking_for_passwords(SECRET) as user:
        server.do(f"ALTER ROLE {user} SUPERUSER")
        address = f"postgresql://{user}:{SECRET_IN_URL}@/{database}?host={server.folder}"
        monkeypatch.setenv("CDSTRACK_DB", address)
        said = ""
        for command in WITH_IT:
            done = subprocess.run(
                [sys.executable, "-m", "cdstrack", *command.split()],
                capture_output=True,
                check=False,
                text=True,
            )
            assert done.returncode in {0, 2, 4, 10}, (command, done.stderr)
            said += done.stdout + done.stderr
        with open_reader(Server(address)), psycopg.connect(server.url(database)) as other:
            said += str(other.execute("SELECT * FROM pg_stat_activity").fetchall())
        server.do("DROP SCHEMA cdstrack CASCADE", database)
    kept = [each for place in (folder, shared_cache) for each in place.rglob("*") if each.is_file()]
    assert {each.suffix for each in kept} >= {".db", ".csv", ".html", ".plan"}
    for part in PARTS:
        assert part not in said
        assert not [each for each in kept if part.encode() in each.read_bytes()]


WITH_IT = (
    *("init", "import figures.csv", "status", "log --format json", "log -p", "check", "doctor"),
    *(
        "doctor --format json",
        "backup",
        "copy-store data/khong-co.db khac.db",
        "restore figures.csv",
    ),
    *("export a.csv", "summary -o a.html", "schedule cron --to a.html", "init --blank"),
    *("close 2022-Q1 --by PCVP", "status --khong-co", "record x", "doctor --migrate"),
)
