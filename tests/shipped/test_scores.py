"""The scores of the shipped index fit the screen: one line a criterion, with its name whole."""

from pathlib import Path

import pytest
from tests.conftest import Run

NAMES = {
    "vi": ("An toàn thông tin mạng", "Hoạt động chính quyền số"),
    "en": ("Network information security", "Digital government activity"),
}


@pytest.fixture
def index(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    del folder
    monkeypatch.setenv("CDSTRACK_TODAY", "2023-10-01")
    assert run("init", ".", "--example", "dti-2022").code == 0
    assert run("import", "data/observations.csv").code == 0
    return run


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", [80, 100, 140])
def test_a_criterion_is_one_line(index: Run, width: int, language: str) -> None:
    told = index("scores", "dti", "--width", str(width), "--lang", language).out
    lines = told.partition("\n\n")[0].splitlines()
    assert all(len(line) <= width for line in lines)
    for name in NAMES[language]:
        (line,) = [line for line in lines if line.startswith(name)]
        assert len(line.split("  ")) > 3, "with its points"


def test_evidence_that_all_have_alike_stands_below_once(index: Run) -> None:
    evidence = "Báo cáo xếp hạng đánh giá mức độ chuyển đổi số năm 2022"
    words = " ".join(index("scores", "dti").out.split())
    assert words.count(evidence) == 1
    assert f"Minh chứng của mọi tiêu chí: {evidence}." in words
    again = index(
        "correct",
        "nhan-thuc-so",
        "0,9",
        "--on",
        "2022",
        "--org-unit",
        "da-nang",
        "--reason",
        "x",
        "--document",
        "",
    )
    assert again.code == 0, again.err
    words = " ".join(index("scores", "dti", "--width", "140").out.split())
    assert words.count(evidence) == 7
