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

FOLDER = Path(__file__).parent.parent / "transcripts"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_every_line_is_answered_as_written(
    path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch, golden: Golden
) -> None:
    written = path.read_text(encoding="utf-8")
    given = replay(written, Desk(sample, monkeypatch))
    golden(path, given)
    assert "Traceback" not in given
