"""What all tests share: a folder of their own, a fixed clock, the program, and reviewed texts."""

import io
import os
import re
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import hypothesis
import pytest
from tests.server import TestServer, find_program, running_server

from cdstrack.store.address import Address, Server, read_address
from cdstrack.store.server.connection import connect, snapshot

SETTINGS = {
    "CDSTRACK_TODAY": "2022-08-31",
    "CDSTRACK_USER": "lan",
    "LANG": "vi_VN.UTF-8",
    "COLUMNS": "80",
    "PAGER": "cat",
}
"""The environment of a test; nothing of whoever runs it shows through."""
_FOREIGN = ("CDSTRACK_", "LC_", "NO_COLOR", "FORCE_COLOR", "TTY_", "_CDSTRACK", "TERM")

# A shell starts what is to run in the background with Ctrl-C ignored, and all that it starts would
# ignore it as well.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# A busy machine is no defect: no law is judged by how long an example takes to draw or to run.
hypothesis.settings.register_profile(
    "patient", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
# CI tries the same examples each time, so that a change is judged by itself; a person's run draws
# new ones.
hypothesis.settings.register_profile(
    "steady", hypothesis.settings.get_profile("patient"), derandomize=True
)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "patient"))


VERSION = re.compile(r"cdstrack \d+\.\d+\.\d+")
NO_SERVER = "PostgreSQL's server is not installed: apt-get install postgresql"
_NO_SOURCE = re.compile(r"^CDS506 .*: \d+\n  .*\n", re.MULTILINE)


@dataclass(frozen=True)
class Answer:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def remarks(self) -> str:
        """What was said beside the data, but for the warning that new figures state no document."""
        return _NO_SOURCE.sub("", self.err)


Run = Callable[..., Answer]
Golden = Callable[[Path | str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--store server`: tests of commands whose store is not named have it on a server."""
    parser.addoption("--store", choices=["file", "server"], default="file")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what is about files where the record is on a server."""
    if config.getoption("--store") == "server":
        about_files = [item for item in items if item.get_closest_marker("in_a_file")]
        config.hook.pytest_deselected(items=about_files)
        items[:] = [item for item in items if not item.get_closest_marker("in_a_file")]


def store_here() -> Address:
    """The store of a test: the file beside the plan, or the database of the run."""
    return read_address(os.environ.get("CDSTRACK_DB") or str(Path("data/cdstrack.db").absolute()))


def asked(question: str) -> list[tuple[object, ...]]:
    """The rows that another program finds in the store of a test."""
    place = store_here()
    opened = snapshot(place) if isinstance(place, Server) else sqlite3.connect(place)
    with closing(opened) as store:
        return [tuple(row) for row in store.execute(question)]


def forget_record() -> None:
    """Empties the database of the run, for a test that begins anew; a file stays behind."""
    place = store_here()
    if isinstance(place, Server):
        with closing(connect(place)) as store:
            store.execute("DROP SCHEMA IF EXISTS cdstrack CASCADE")


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the program keeps checked plans while tests run."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def settings(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, shared_cache: Path
) -> None:
    """The same environment for every test, those of other folders included."""
    for name in list(os.environ):
        if name.startswith(_FOREIGN):
            monkeypatch.delenv(name)
    for name, value in SETTINGS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("XDG_CACHE_HOME", str(shared_cache))
    if request.config.getoption("--store") == "server":
        running: TestServer = request.getfixturevalue("server")
        account = running.account(SETTINGS["CDSTRACK_USER"])
        monkeypatch.setenv("CDSTRACK_DB", running.url(running.emptied_database(), account))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which the test stands in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def sample(folder: Path) -> Path:
    """A folder with the sample plan and its file of figures, but no store."""
    lay_out_sample(folder)
    return folder


def lay_out_sample(folder: Path) -> None:
    """Copies the sample plan and its figures into a folder."""
    source = Path(__file__).parent / "transcripts" / "sample"
    for path in source.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())


@pytest.fixture
def run(folder: Path) -> Run:
    """The program in this process: arguments in, what it said and its exit code out."""
    del folder
    return run_program


def run_program(*arguments: str) -> Answer:
    """Runs the program on streams of its own, which it may set up as it likes."""
    from cdstrack.cli.app.main import main

    kept = sys.stdout, sys.stderr
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="ascii") for _ in kept]
    sys.stdout, sys.stderr = streams
    try:
        code = main(list(arguments))
    finally:
        sys.stdout, sys.stderr = kept
    out, err = (_written(stream) for stream in streams)
    return Answer(code, out, err)


def _written(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


@pytest.fixture
def sample_record(sample: Path, run: Run) -> Path:
    """The sample with its figures recorded."""
    assert run("init").code == 0
    assert run("import", "figures.csv").code == 0
    return sample


@pytest.fixture
def shipped_record(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the shipped plan, and its figures recorded as they were late in 2026."""
    monkeypatch.setenv("CDSTRACK_TODAY", "2026-11-28")
    assert run("init").code == 0
    assert run("import", "data/observations.csv").code == 0
    return folder


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own: where in it the program keeps what it keeps."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "cdstrack"


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings at all, as in a cron job."""
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Runs what asks for `store_url` on both kinds of stores, unless its module is about files."""
    if "store_url" in metafunc.fixturenames:
        only_files = getattr(metafunc.module, "ONLY_IN_FILES", False)
        kinds = ["file"] if only_files else ["file", "server"]
        metafunc.parametrize("store_url", kinds, indirect=True)


@pytest.fixture(scope="session")
def server() -> Iterator[TestServer]:
    """A PostgreSQL server, started when the first test asks for it."""
    if find_program("initdb") is None:
        pytest.skip(NO_SERVER)
    with running_server() as started:
        yield started


@pytest.fixture
def own_server() -> Iterator[TestServer]:
    """A PostgreSQL server for one test: it has no roles yet, and may be killed."""
    if find_program("initdb") is None:
        pytest.skip(NO_SERVER)
    with running_server() as started:
        yield started


@pytest.fixture
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where there is no store yet: the name of a file, or the address of a database."""
    if request.param == "file":
        return str(tmp_path / "cdstrack.db")
    running: TestServer = request.getfixturevalue("server")
    return running.url(running.emptied_database())


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with a reviewed file; UPDATE_GOLDEN=1 writes it anew, for `git diff` to show.

    A name without a folder is that of a file in `golden/` beside the test. The texts are compared
    byte for byte, with the version of the program masked.
    """
    kept = request.path.parent / "golden"

    def compare(where: Path | str, text: str) -> None:
        path = kept / where if isinstance(where, str) else where
        given = VERSION.sub("cdstrack X.Y.Z", text)
        if os.environ.get("UPDATE_GOLDEN"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(given, encoding="utf-8", newline="")
        assert given == VERSION.sub("cdstrack X.Y.Z", path.read_bytes().decode())

    return compare


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints the counts that tests say they reached, such as the kills that a store survived."""
    for report in terminalreporter.stats.get("passed", []):
        for name, value in report.user_properties:
            if name == "reached":
                terminalreporter.write_line(f"{value}")
