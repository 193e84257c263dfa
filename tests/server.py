"""A PostgreSQL server of the tests' own: in a temporary folder, reached by a socket in it only.

PostgreSQL refuses to be run by root; root's tests run it as `postgres`, or as `nobody`. Its texts
are sorted by Vietnamese rules, so that a test fails which depends on the order of the server.
"""

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import psycopg.sql

_PR_SET_PDEATHSIG = 1
_ACCOUNTS = ("postgres", "nobody")
_OPTIONS = {
    "listen_addresses": "",
    "fsync": "off",  # the tests kill the server, not the computer
    "max_connections": "60",
    "shared_buffers": "64MB",
    "lc_messages": "C",
}


@cache
def find_program(name: str) -> str | None:
    """Where a program of PostgreSQL is; Debian has them beside the path, by version."""
    beside = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=_version)
    return str(beside[-1]) if beside else shutil.which(name)


def _version(program: Path) -> int:
    return int(program.parts[-3])


class TestServer:
    """A running server; `superuser` owns it, and every account of it comes in without a password."""

    __test__ = False
    superuser = "postgres"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._data = folder / "data"
        self._numbers = count(1)
        self._emptied: str | None = None
        self._account = _account()
        if self._account:
            shutil.chown(folder, *self._account)
        self._run("initdb", "-D", self._data, "-U", self.superuser, "-A", "trust", "-E", "UTF8",
                  "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=vi", "--no-sync")  # fmt: skip
        self._process = self._started()

    def _run(self, program: str, *arguments: object) -> None:
        command = [str(find_program(program)), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, check=False, **self._as_account())
        assert done.returncode == 0, done.stderr.decode()

    def _as_account(self) -> dict[str, Any]:
        found: dict[str, Any] = {"cwd": self.folder}
        if self._account:
            user, group = self._account
            found |= {"user": user, "group": group, "extra_groups": []}
        return found

    def _started(self) -> "subprocess.Popen[bytes]":
        options = [f"-c{name}={value}" for name, value in _OPTIONS.items()]
        with (self.folder / "log").open("ab") as log:
            process: subprocess.Popen[bytes] = subprocess.Popen(
                [str(find_program("postgres")), "-D", str(self._data), "-k", str(self.folder), *options],
                stdout=log, stderr=log, start_new_session=True, preexec_fn=_end_with_parent,  # noqa: PLW1509 - no thread has been started
                **self._as_account(),
            )  # fmt: skip
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            try:
                psycopg.connect(self.url("postgres")).close()
            except psycopg.OperationalError:
                time.sleep(0.02)
            else:
                return process
        raise AssertionError((self.folder / "log").read_text())

    def url(self, database: str, user: str = superuser) -> str:
        """The address of a database for an account."""
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def new_database(self) -> str:
        """A new and empty database; its name."""
        name = f"d{next(self._numbers)}"
        self.do(f"CREATE DATABASE {name}")
        return name

    def emptied_database(self) -> str:
        """A database in which nothing is kept from an earlier test; its name."""
        if self._emptied is None:
            self._emptied = self.new_database()
        end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
        self.do(end % self._emptied)
        self.do("DROP SCHEMA IF EXISTS cdstrack CASCADE", self._emptied)
        return self._emptied

    def account(self, name: str) -> str:
        """An account that may do everything, made where there is none yet; its name."""
        self.do(
            f"DO $$ BEGIN CREATE ROLE {name} LOGIN SUPERUSER;"
            " EXCEPTION WHEN duplicate_object THEN NULL; END $$"
        )
        return name

    def do(self, sql: str, database: str = "postgres", user: str = superuser) -> None:
        """Runs SQL as an account."""
        with psycopg.connect(self.url(database, user), autocommit=True) as connection:
            connection.execute(sql.encode())

    @contextmanager
    def asking_for_passwords(self, password: str, user: str = "co_mat_khau") -> Iterator[str]:
        """An account that the server lets in with this password only."""
        rules = self._data / "pg_hba.conf"
        trusting = rules.read_text()
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            quoted = psycopg.sql.Literal(password).as_string(connection)
            connection.execute(f"CREATE ROLE {user} LOGIN PASSWORD {quoted}".encode())
        rules.write_text(f"local all {user} scram-sha-256\n{trusting}")
        self.do("SELECT pg_reload_conf()")
        time.sleep(0.2)
        try:
            yield user
        finally:
            rules.write_text(trusting)
            self.do(f"SELECT pg_reload_conf(); DROP OWNED BY {user}; DROP ROLE {user}")

    def kill(self) -> None:
        """Ends the server and all its processes at once, as a power cut does."""
        children = _children(self._process.pid)
        for process in (self._process.pid, *children):
            _kill(process)
        self._process.wait()

    def start_again(self) -> None:
        """Starts the server after it was killed."""
        (self._data / "postmaster.pid").unlink(missing_ok=True)
        self._process = self._started()

    def stop(self) -> None:
        """Ends the server."""
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self.kill()


def _end_with_parent() -> None:
    """Asks Linux to stop the server when the tests that started it are killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGINT)


def _account() -> tuple[str, str] | None:
    """The account and group that run the server; None where the tests' own can."""
    if os.geteuid() != 0:
        return None
    for name in _ACCOUNTS:
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        return name, str(_group(found.pw_gid))
    raise AssertionError("no account but root")


def _group(number: int) -> str:
    import grp

    return grp.getgrgid(number).gr_name


def _children(parent: int) -> list[int]:
    """The processes that a process has started."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(status.parent.name))
    return found


def _kill(process: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)


@contextmanager
def running_server() -> Iterator[TestServer]:
    """A server that ends with the block, in a folder that only its account may enter."""
    with tempfile.TemporaryDirectory(prefix="cdstrack-pg-", dir="/tmp") as folder:
        server = TestServer(Path(folder))
        try:
            yield server
        finally:
            server.stop()


def main(command: list[str]) -> int:
    """Runs a command with CDSTRACK_DB as the address of an empty database; without one, waits."""
    with running_server() as server:
        url = server.url(server.new_database())
        if command:
            return subprocess.run(
                command, check=False, env={**os.environ, "CDSTRACK_DB": url}
            ).returncode
        print(f"export CDSTRACK_DB='{url}'", flush=True)  # noqa: T201 - for the person who asked
        with suppress(KeyboardInterrupt):
            signal.pause()
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
