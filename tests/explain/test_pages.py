"""What `explain`, `show` and `status --methods` print: transcripts on the plans of this folder."""

import shutil
from pathlib import Path

import pytest
from tests.conftest import Golden
from tests.desk import Desk, replay

HERE = Path(__file__).parent


PAGES = [*sorted(HERE.glob("pages/*.txt")), *sorted(HERE.glob("*/pages/*.txt"))]
"""Each stands on the `sample` beside its folder."""


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_page_is_printed_as_written(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, golden: Golden
) -> None:
    shutil.copytree(path.parent.parent / "sample", folder, dirs_exist_ok=True)
    given = replay(path.read_text(encoding="utf-8"), Desk(folder, monkeypatch))
    golden(path, given)
    assert "Traceback" not in given
