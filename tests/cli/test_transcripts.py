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
from tests.conftest import Desk, Golden, replay
from tests.server import TestServer
from typing_extensions import override

FOLDER = Path(__file__).parent.parent / "transcripts"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_every_line_is_answered_as_written(
    path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch, golden: Golden
) -> None:
    written = path.read_text(encoding="utf-8")
    given = replay(written, Desk(sample, monkeypatch))
    golden(path, given)
    assert "Traceback" not in given


ABOUT_FILES = {"care", "init", "settings", "exchange", "refusals", "record"}
"""What these show is about a store that is a file, or missing, or two; and accounts as a column."""


class DeskAtServer(Desk):
    """A desk whose store is a database; its answers are written as those of a file."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch, address: str) -> None:
        super().__init__(folder, patch)
        self.address = address
        patch.setenv("CDSTRACK_DB", address)

    @override
    def type(self, line: str) -> str:
        return super().type(line).replace(self.address, "data/cdstrack.db")


@pytest.mark.parametrize(
    "path",
    sorted(path for path in FOLDER.glob("*.txt") if path.stem not in ABOUT_FILES),
    ids=lambda path: path.stem,
)
def test_every_line_is_answered_as_written_where_the_record_is_on_a_server(
    path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch, server: TestServer
) -> None:
    written = path.read_text(encoding="utf-8")
    address = server.url(server.emptied_database(), server.account("lan"))
    assert replay(written, DeskAtServer(sample, monkeypatch, address)) == written
