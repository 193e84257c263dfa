"""What the shipped plans print: each file of tests/shipped is typed in and answered as written.

The files are of the form that tests/transcripts has. A plan without one is none the worse.
"""

from pathlib import Path

import pytest
from tests.conftest import Golden
from tests.desk import Desk, replay

KEPT = Path(__file__).parents[1] / "shipped"
FILES = sorted(KEPT.glob("*/status.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_shipped_plan_prints_what_is_written(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, golden: Golden
) -> None:
    monkeypatch.setenv("CDSTRACK_TODAY", "2026-11-22")
    given = replay(path.read_text(encoding="utf-8"), Desk(folder, monkeypatch))
    golden(path, given)
