"""One figure is one number in every format, and what is computed from it is no more exact than it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.conftest import Run

PLAN = """\
schema: 1
plan: {id: thu, title: {vi: Kế hoạch thử}, area: tinh, starts: 2017-01-01}
pillars: {p: {vi: Trụ cột}}
org_units: {tinh: {vi: Tỉnh thử}}
indicators:
  - id: thue-bao
    name: {vi: Thuê bao thử nghiệm}
    pillar: p
    unit: percent
    direction: increase
    targets: [{due: 2025-12-31, at_least: 5, wording: "5%"}]
  - id: ho
    name: {vi: Hộ có kết nối}
    pillar: p
    unit: percent
    direction: increase
    bounds: [0, 100]
    targets: [{due: 2025-12-31, more_than: 80, wording: "trên 80%"}]
  - id: thanh-vien
    name: {vi: Thành viên}
    pillar: p
    unit: count
    direction: increase
    targets: [{due: 2023-01-31, at_least: 9000}, {due: 2030-12-31, at_least: 90000}]
"""
FIGURES = """\
indicator,org_unit,disaggregation,period,value,numerator,denominator,stated,qualifier,document,reported,note
thue-bao,tinh,,2018,1.106,,,,exact,,,
thue-bao,tinh,,2019,1.207,,,,exact,,,
thue-bao,tinh,,2020,1.308,,,,exact,,,
thue-bao,tinh,,2021,1.446,,,,exact,,,
ho,tinh,,2021,80,,,,over,,,
thanh-vien,tinh,,2018,5003,,,,exact,,,
thanh-vien,tinh,,2019,5944,,,,exact,,,
thanh-vien,tinh,,2020,6715,,,,exact,,,
thanh-vien,tinh,,2021,7801,,,,exact,,,
"""


@pytest.fixture(autouse=True)
def ready(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CDSTRACK_TODAY", "2022-12-12")
    (folder / "targets.yaml").write_text(PLAN, "utf-8")
    (folder / "figures.csv").write_text(FIGURES, "utf-8")
    assert run("init").code == 0
    assert run("import", "figures.csv").code == 0
    return folder


READ = [
    ["status"],
    ["status", "--long", "--width", "140"],
    ["status", "--width", "60"],
    ["gaps"],
    ["show", "thue-bao"],
    ["show", "ho"],
    ["explain", "thue-bao"],
    ["summary", "--draft", "--full"],
]


@pytest.mark.parametrize("form", ["table", "text", "markdown"])
@pytest.mark.parametrize("command", READ, ids=" ".join)
def test_a_page_writes_the_figure_as_it_was_recorded(
    run: Run, command: list[str], form: str
) -> None:
    offered = "text" if command[0] == "summary" and form == "table" else form
    answer = run(*command, "--format", offered, "--lang", "vi")
    assert answer.code == 0, answer.err
    shown = set(
        re.findall(r"\b1,4\d*|(?:trên|hơn) 80\b|(?<!> )(?<!&gt; )(?<!trên )\b80%", answer.out)
    )
    assert shown
    assert shown <= {"1,446", "trên 80"}


@pytest.mark.parametrize("name", ["a.html", "b.html"])
def test_a_web_page_does(run: Run, name: str) -> None:
    command = ["report"] if name == "a.html" else ["summary", "--draft", "--full"]
    assert run(*command, "-o", name).code == 0
    text = Path(name).read_text("utf-8")
    assert "1,446%" in text
    assert not re.search(r"\b1,45\b", text)
    assert "trên 80%" in text


def cells(path: Path) -> Iterator[str]:
    """What a spreadsheet shows in each cell that has a number, as far as it matters here."""
    for sheet in load_workbook(path):
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, int | float):
                    words = "".join(re.findall(r'"([^"]*)"#', cell.number_format))
                    decimals = re.search(r"\.(0+)", cell.number_format)
                    count = len(decimals[1]) if decimals else 0
                    yield words + f"{cell.value:.{count}f}"


@pytest.mark.parametrize("command", [["export", "--report", "all"], ["export"]], ids=" ".join)
def test_a_workbook_shows_it(run: Run, command: list[str]) -> None:
    assert run(*command, "-o", "a.xlsx").code == 0
    shown = set(cells(Path("a.xlsx")))
    assert "1.446" in shown
    assert "1.45" not in shown
    assert ("trên 80" in shown) == ("all" in command)


def test_files_for_programs_have_it_exactly(run: Run) -> None:
    for form in ("json", "csv"):
        answer = run("status", "--format", form).out
        assert re.search(r'[,"]1\.446[,"]', answer)
        assert re.search(r'"?over"?', answer)
    assert run("export", "-o", "a.csv").code == 0
    assert Path("a.csv").read_text("utf-8").splitlines()[1:] == sorted(
        FIGURES.splitlines()[1:], key=lambda line: line.split(",")[0]
    )


@pytest.mark.parametrize("command", [["gaps"], ["show"]], ids=" ".join)
def test_what_is_counted_in_whole_things_is_forecast_in_whole_things(
    run: Run, command: list[str]
) -> None:
    """A forecast of 16,122.6 members would be more exact than the counts it is made of."""
    words = run(*command, "thanh-vien", "--lang", "en", "--width", "140").out
    assert "16,176" in words
    paces = re.findall(r"(?:at this pace |[+−])[\d,]+(?:\.\d+)?", words)
    assert paces
    assert not [each for each in paces if "." in each]


@pytest.mark.parametrize("command", ["gaps", "show", "explain"])
def test_what_is_due_in_weeks_is_not_asked_by_the_year(run: Run, command: str) -> None:
    """1,199 members in 50 days are no pace of 8,921 a year."""
    answer = run(command, "thanh-vien").out
    assert "8.921" not in answer
    assert "ần thêm 744 mỗi tháng" in " ".join(answer.split())
