"""docs/commune-index.md answers as written; `make golden` writes its answers anew."""

import re
from pathlib import Path

import pytest
from tests.conftest import Golden, Run
from tests.desk import Desk, replay

PAGE = Path(__file__).parents[2] / "docs/commune-index.md"
_TRANSCRIPT = re.compile(r"(?<=^```transcript\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)


@pytest.mark.usefixtures("desk")
def test_the_page_shows_the_answers_of_today(
    folder: Path, monkeypatch: pytest.MonkeyPatch, golden: Golden, run: Run
) -> None:
    del run
    monkeypatch.setenv("CDSTRACK_LANG", "en")
    given = _TRANSCRIPT.sub(
        lambda match: replay(match[0], Desk(folder, monkeypatch)), PAGE.read_text("utf-8")
    )
    golden(PAGE, given)
    assert "Traceback" not in given
