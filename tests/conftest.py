"""What all tests share: a folder of their own, a fixed clock, and the program as a function."""

import io
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

SETTINGS = {
    "CDSTRACK_TODAY": "2022-08-31",
    "CDSTRACK_USER": "lan",
    "LANG": "vi_VN.UTF-8",
    "COLUMNS": "80",
}
"""The environment of a test; nothing of whoever runs it shows through."""
_FOREIGN = ("CDSTRACK_", "LC_", "NO_COLOR", "FORCE_COLOR", "TTY_", "_CDSTRACK", "TERM")


@dataclass(frozen=True)
class Answer:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Answer]


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same environment for every test, those of other folders included."""
    for name in list(os.environ):
        if name.startswith(_FOREIGN):
            monkeypatch.delenv(name)
    for name, value in SETTINGS.items():
        monkeypatch.setenv(name, value)


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


@pytest.fixture
def sample_path() -> Path:
    """The sample itself, to be read only."""
    return Path(__file__).parent / "transcripts" / "sample"


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
    from cdstrack.cli.main import main

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
def outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings at all, as in a cron job."""
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
