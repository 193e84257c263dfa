"""The report as a workbook: titles, native charts, qualifiers around numbers, ready to print."""

import re
import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("workspace")
SHEETS = [
    *("Tình hình", "Biểu đồ", "Số liệu biểu đồ", "Còn thiếu", "Số liệu", "Nhật ký", "Nguồn"),
    "Về tệp này",
]


def charts(path: Path) -> dict[str, str]:
    """The charts of a workbook, by the names of their parts."""
    with ZipFile(path) as archive:
        names = [
            name for name in archive.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", name)
        ]
        return {name: archive.read(name).decode() for name in names}


def test_every_report_is_a_sheet_under_its_title(run: Run, folder: Path) -> None:
    answer = run("report", "-o", "a.xlsx")
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    book = load_workbook(folder / "a.xlsx")
    assert book.sheetnames == SHEETS
    for sheet in book:
        above = [sheet.cell(row, 1).value for row in (1, 2, 3)]
        assert above == [sheet.title, "Đề án chuyển đổi số tỉnh Mẫu", "Tính đến ngày 31/08/2022"]
    sheet = book["Tình hình"]
    assert sheet["A5"].value == "Chỉ tiêu"
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("B6", "$5:$5")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)


def test_an_indicator_with_figures_has_a_chart_with_its_path_and_targets(
    run: Run, folder: Path
) -> None:
    assert run("report", "-o", "a.xlsx").code == 0
    drawn = charts(folder / "a.xlsx")
    with_figures = [each for each in drawn.values() if "Hồ sơ cấp tỉnh" in each]
    assert len(with_figures) == 1
    assert all(
        f"<c:v>{name}</c:v>" in with_figures[0] for name in ("số liệu", "lộ trình", "mục tiêu")
    )
    assert "'Số liệu biểu đồ'!$D$6:$D$7" in with_figures[0]
    numbers = load_workbook(folder / "a.xlsx")["Số liệu biểu đồ"]
    found = [[cell.value for cell in row] for row in numbers.iter_rows(min_row=6, max_row=7)]
    assert [(row[1], row[3]) for row in found] == [("số liệu", 60), ("số liệu", 67.842324)]


def test_a_qualified_figure_is_shown_so_and_still_counts_as_a_number(
    run: Run, folder: Path
) -> None:
    assert run("record", "ho-so-cap-xa", "trên 60", "--on", "31/7/2022", "--yes").code == 0
    assert run("report", "-o", "a.xlsx").code == 0
    sheet = load_workbook(folder / "a.xlsx")["Tình hình"]
    heads = [cell.value for cell in sheet[5]]
    row = next(
        row for row in sheet.iter_rows() if row[heads.index("Mã chỉ tiêu")].value == "ho-so-cap-xa"
    )
    cell = row[heads.index("Số liệu mới nhất")]
    assert (cell.value, cell.number_format) == (60, '[$-42A]"trên "#,##0')


def test_the_same_input_gives_the_same_bytes(run: Run, folder: Path) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        assert run("report", "-o", name).code == 0
    assert (folder / "one.xlsx").read_bytes() == (folder / "two.xlsx").read_bytes()


def test_filters_leave_out_sheets_rows_and_charts(run: Run, folder: Path) -> None:
    assert run("report", "-o", "a.xlsx", "indicator=giao-dich").code == 0
    book = load_workbook(folder / "a.xlsx")
    figures = [row[0] for row in book["Số liệu"].iter_rows(min_row=6, values_only=True)]
    assert set(figures) == {"giao-dich"}
    assert len(charts(folder / "a.xlsx")) == 1


def test_a_name_is_never_a_formula_of_a_chart(run: Run, folder: Path) -> None:
    plan = folder / "targets.yaml"
    text = plan.read_text(encoding="utf-8")
    short = re.search(r"short: \{vi: ([^,}]+)", text)
    assert short is not None
    plan.write_text(text.replace(short[0], "short: {vi: '=1+1'"), encoding="utf-8")
    assert run("report", "-o", "a.xlsx").code == 0
    drawn = charts(folder / "a.xlsx").values()
    assert any("<a:t> =1+1</a:t>" in each for each in drawn)
    assert not any("<c:f>1+1</c:f>" in each for each in drawn)


def test_a_report_without_indicators_is_a_workbook_still(run: Run, folder: Path) -> None:
    assert run("report", "-o", "a.xlsx", "không-có-gì-như-vậy").code == 0
    assert load_workbook(folder / "a.xlsx").sheetnames == SHEETS
    assert charts(folder / "a.xlsx") == {}


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="LibreOffice is not installed",
)
def test_libreoffice_prints_titles_charts_and_qualifiers(run: Run, folder: Path) -> None:
    assert run("record", "ho-so-cap-xa", "trên 60", "--on", "31/7/2022", "--yes").code == 0
    assert run("report", "-o", "a.xlsx").code == 0
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "a.xlsx"]
    subprocess.run(convert, check=True, capture_output=True, timeout=180)
    done = subprocess.run(["pdftotext", "-layout", "a.pdf", "-"], check=True, capture_output=True)
    pages = done.stdout.decode().split("\f")
    assert "Tình hình" in pages[0]
    assert "trên 60" in pages[0]
    assert "lộ trình" in pages[1]
    assert "Đề án chuyển đổi số tỉnh Mẫu" in pages[1]
