"""The example pages of docs/weekly-summary.md are what the program prints from the real figures."""

import re
from pathlib import Path

import pytest
from tests.conftest import Golden, Run

PAGE = Path(__file__).parents[2] / "docs/weekly-summary.md"
EXAMPLE = re.compile(r"(<!-- example: (?P<week>\S+) -->\n```text\n)(?P<text>.*?)(```\n)", re.DOTALL)


@pytest.fixture
def office(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder as `init` lays it out, with the shipped figures in its store."""
    monkeypatch.setenv("CDSTRACK_TODAY", "2024-12-09T01:00:00Z")
    assert run("init").code == 0
    assert run("import", "data/observations.csv").code == 0
    return folder


@pytest.mark.usefixtures("office")
def test_the_weeks_in_the_docs_are_current(run: Run, golden: Golden) -> None:
    def example(match: re.Match[str]) -> str:
        return match[1] + run("summary", "--week", match["week"]).out + match[4]

    docs = PAGE.read_text(encoding="utf-8")
    assert [match["week"] for match in EXAMPLE.finditer(docs)] == ["2022-W33", "2024-W49"]
    for week in ("2022-W33", "2024-W48", "2024-W49"):
        assert len(run("summary", "--week", week).out.splitlines()) <= 60
    golden(PAGE, EXAMPLE.sub(example, docs))


@pytest.mark.usefixtures("office")
def test_the_contradiction_of_october_2024_is_named_with_what_rests_on_it(run: Run) -> None:
    page = " ".join(run("summary", "--full", "--week", "2024-W49").out.split())
    assert "kỳ tháng 10/2024: nguồn in 80,2%, nhưng 1.483/1.542 là 96,17% [2]." in page
    assert "Giảm 4,93 điểm phần trăm so với kỳ tháng 10/2024 (96,17%): tử số giảm 76" in page


@pytest.mark.usefixtures("office")
def test_nothing_is_compared_across_the_decree_of_2022(run: Run) -> None:
    page = " ".join(run("summary", "--full", "--week", "2024-W49").out.split())
    assert "cách tính đã thay đổi từ ngày 1/10/2024" in page
    assert "Cách tính thay đổi từ ngày 1/10/2024: Từ số liệu tháng 10/2024 trở đi" in page
    assert "so với kỳ 1/12/2022" not in page
