"""What `explain`, `show` and `status --methods` print: transcripts on the plan of this folder."""

import os
import shutil
from pathlib import Path

import pytest
from tests.conftest import Desk, replay

HERE = Path(__file__).parent


@pytest.mark.parametrize("path", sorted(HERE.glob("pages/*.txt")), ids=lambda path: path.stem)
def test_every_page_is_printed_as_written(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(HERE / "sample", folder, dirs_exist_ok=True)
    given = replay(path.read_text(encoding="utf-8"), Desk(folder, monkeypatch))
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(given, encoding="utf-8")
    assert given == path.read_text(encoding="utf-8")
    assert "Traceback" not in given
