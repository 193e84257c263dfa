"""The paragraphs about the made-up plan, which has every kind of indicator, in both languages."""

from pathlib import Path

import pytest
from tests.conftest import Golden, Run

HERE = Path(__file__).parent


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_kind_of_indicator_has_its_sentences(
    language: str, run: Run, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CDSTRACK_TODAY", "2026-11-28")
    for arguments in (["init", "--example", "mau"], ["import", "data/observations.csv"]):
        assert run(*arguments).code == 0
    answer = run("report", "--paragraph", "--all", "--lang", language)
    assert answer.code == 0
    golden(HERE / "mau" / f"paragraphs.{language}.txt", answer.out)
