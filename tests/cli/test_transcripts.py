"""Each file of tests/transcripts is typed in, line by line, and must be answered as written.

    $ cdstrack status          a command, run in a folder that holds the sample plan
    what it says on stdout
    ! what it says on stderr
    ~                          an empty line; one that begins with # or $ gets a \\ before it
    [exit 2]                   where it is not 0

Lines that begin with `#` are for the reader. A plain `cdstrack …` runs in this process, anything
else in a real shell. `make golden` writes the answers anew.
"""

from pathlib import Path

import pytest
from tests.conftest import Golden
from tests.desk import Desk, replay
from tests.server import TestServer

pytestmark = pytest.mark.in_a_file

FOLDER = Path(__file__).parent.parent / "transcripts"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_every_line_is_answered_as_written(
    path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch, golden: Golden
) -> None:
    written = path.read_text(encoding="utf-8")
    given = replay(written, Desk(sample, monkeypatch))
    golden(path, given)
    assert "Traceback" not in given


EVERY = "*"
_SECOND = "a second store beside its own plan is a file; a named address stays the store"
ABOUT_FILES: dict[str, dict[str, str]] = {
    "care": {EVERY: "backup and restore of a file; a database is filled once, while it is empty"},
    "settings": {EVERY: "doctor of a file: where it lies, its journal; stores found by folders"},
    "exchange": {
        "cdstrack init moi --blank": _SECOND,
        "cdstrack export --plan moi/targets.yaml": _SECOND,
    },
    "init": {
        "cdstrack init trong --blank": _SECOND,
        "cdstrack check --plan trong/targets.yaml": _SECOND,
        "cdstrack init blank --blank --lang en": _SECOND,
        "cat blank/targets.yaml": _SECOND,
        "cdstrack check --plan blank/targets.yaml --strict": _SECOND,
        "ls": "the folder has no store in it",
    },
    "refusals": {"cdstrack check": "a store that is named must be there; the usual file need not"},
}
"""The commands of a transcript that are about a store which is a file, and why."""


def about_any_store(path: Path) -> str:
    """The transcript without the commands that are about files, and without their answers."""
    left, kept = ABOUT_FILES.get(path.stem, {}), True
    lines = []
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
        if line.startswith("$ "):
            kept = line[2:].rstrip() not in left
        elif line.startswith("#") or not line.strip():
            kept = True
        if kept:
            lines.append(line)
    return "".join(lines)


def test_what_is_left_out_is_there() -> None:
    for stem, left in ABOUT_FILES.items():
        lines = (FOLDER / f"{stem}.txt").read_text(encoding="utf-8").splitlines()
        assert all(f"$ {command}" in lines for command in left if command != EVERY)


@pytest.mark.parametrize(
    "path",
    sorted(path for path in FOLDER.glob("*.txt") if EVERY not in ABOUT_FILES.get(path.stem, ())),
    ids=lambda path: path.stem,
)
def test_every_line_is_answered_as_written_where_the_record_is_on_a_server(
    path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch, server: TestServer
) -> None:
    written = about_any_store(path)
    address = server.url(server.emptied_database(), server.account("lan"))
    monkeypatch.setenv("CDSTRACK_DB", address)
    assert replay(written, Desk(sample, monkeypatch)) == written
