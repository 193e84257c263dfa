"""Workbooks and CSV for an office: typed, coloured, harmless, and read back as they were."""

import shlex
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from tests.conftest import Run, forget_record, lay_out_sample

from cdstrack.core.record.sheet import Sheet, SheetColumn
from cdstrack.files.export.cells import share_format
from cdstrack.files.export.workbook import write_workbook

HOSTILE = [
    "=1+1",
    "+84",
    "-5 điểm",
    "@x",
    "'tis",
    "''",
    '=HYPERLINK("x")',
    "[red]đỏ[/]",
    "<r>&</r>",
    'a;b,c"d',
]


@pytest.fixture
def recorded(sample: Path, run: Run) -> Path:
    """The sample plan with its figures recorded."""
    assert run("init").code == 0
    assert run("import", "figures.csv").code == 0
    return sample


@pytest.mark.usefixtures("recorded")
def test_numbers_are_numbers_days_are_days_and_texts_are_texts(run: Run) -> None:
    assert run("export", "a.xlsx").code == 0
    sheet = load_workbook("a.xlsx")["Số liệu"]
    head, *found = sheet.iter_rows(values_only=True)
    rows = {(row[0], row[5]): dict(zip(head, row, strict=True)) for row in found}
    share = rows["ho-so-cap-tinh", datetime.combine(date(2022, 7, 31), datetime.min.time())]
    assert (share["Số liệu"], share["Tử số"], share["Mẫu số"]) == (67.842324, 981, 1446)
    assert share["Ghi chú"] == "=theo báo cáo tháng"
    assert share["Ngày công bố"] == datetime.combine(date(2022, 8, 5), datetime.min.time())
    assert {row["Kỳ số liệu"] for row in rows.values()} >= {"năm 2021", "tháng 7/2022"}
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:O8")
    assert sheet["H5"].number_format == "[$-42A]#,##0.00"
    assert sheet["H2"].number_format == "[$-42A]#,##0"


@pytest.mark.usefixtures("recorded")
def test_verdicts_have_words_and_colours_that_follow_the_words(run: Run) -> None:
    assert run("export", "a.xlsx", "--report", "status", "--report", "gaps").code == 0
    book = load_workbook("a.xlsx")
    assert book.sheetnames == ["Tình hình", "Còn thiếu", "Nguồn", "Về tệp này"]
    sheet = book["Tình hình"]
    head = [cell.value for cell in sheet[1]]
    column = head.index("Đánh giá")
    verdicts = [row[column].value for row in sheet.iter_rows(min_row=2)]
    assert verdicts[:2] == ["● đúng tiến độ", "● đúng tiến độ"]
    rules = [
        rule
        for area in sheet.conditional_formatting
        for rule in area.rules
        if str(area.sqref).startswith(f"{get_column_letter(column + 1)}2:")
    ]
    coloured = {rule.formula[0]: rule.dxf.fill.bgColor.rgb for rule in rules}
    assert coloured['"● đúng tiến độ"'] == "FFDDEBF7"
    assert coloured['"✗ không đạt"'] == "FFFFC7CE"
    assert any(
        rule.type == "dataBar" for area in sheet.conditional_formatting for rule in area.rules
    )


@pytest.mark.usefixtures("recorded")
def test_beside_a_verdict_that_another_year_gave_stands_that_year_s_figure(run: Run) -> None:
    plan = Path("targets.yaml")
    flow = """
  - id: duong
    name: Đường làm mới
    pillar: kinh-te-so
    unit: count
    direction: increase
    measure: flow
    targets: [{due: 2020-12-31, at_least: 12}]
"""
    plan.write_text(plan.read_text(encoding="utf-8").rstrip() + flow, encoding="utf-8")
    for year, value in (("2020", "13"), ("2021", "11")):
        assert run("record", "duong", value, "--on", year).code == 0
    assert run("export", "a.xlsx", "--report", "status").code == 0
    head, *rows = load_workbook("a.xlsx")["Tình hình"].iter_rows(values_only=True)
    (row,) = (each for each in rows if "Đường làm mới" in each)
    told = dict(zip(head, row, strict=True))
    assert (told["Số liệu mới nhất"], told["Đánh giá"]) == (11, "✓ đạt")
    assert told["Ghi chú"] == "năm 2020: 13"


@pytest.mark.usefixtures("recorded")
def test_a_printed_page_can_be_read_and_says_which_day_it_speaks_about(run: Run) -> None:
    assert run("export", "a.xlsx", "--report", "all").code == 0
    book = load_workbook("a.xlsx")
    sheet = book["Tình hình"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.print_title_rows == "$1:$1"
    printed = [cell.value for cell in sheet[1] if cell.column_letter <= "K"]
    assert printed[-2:] == ["Đánh giá", "Ghi chú"]
    assert sheet.print_area == f"'Tình hình'!$A$1:$K${sheet.max_row}"
    widths = [sheet.column_dimensions[letter].width for letter in "ABCDEFGHIJK"]
    assert sum(widths) < 230  # letters across A4: smaller print than this nobody reads
    for each in book:
        head, foot = each.oddHeader.left.text, each.oddFooter.right.text
        assert head == "Đề án chuyển đổi số tỉnh Mẫu. Tính đến ngày 31/08/2022"
        assert foot == "&P/&N"


def test_a_row_is_as_tall_as_its_longest_text(folder: Path, run: Run) -> None:
    lay_out_sample(folder)
    assert run("init").code == 0
    assert run("record", "dan-so", "5", "--on", "2021", "--note", "lời dài " * 40).code == 0
    assert run("record", "dan-so", "6", "--on", "2020", "--note", "ngắn").code == 0
    assert run("export", "a.xlsx").code == 0
    sheet = load_workbook("a.xlsx")["Số liệu"]
    assert sheet["O2"].value == "ngắn"
    assert sheet.row_dimensions[2].height is None
    assert sheet.row_dimensions[3].height == 8 * 15
    assert sheet["O3"].alignment.wrap_text


def test_a_text_longer_than_a_cell_is_cut_as_spreadsheets_count_letters(folder: Path) -> None:
    grid = Sheet("a", (SheetColumn("b"),), [("\U0001f600" * 40_000,), ("x" * 40_000,)])
    with (folder / "a.xlsx").open("wb") as file:
        write_workbook(file, [grid])
    sheet = load_workbook("a.xlsx")["a"]
    lengths = [len(str(sheet[cell].value).encode("utf-16-le")) // 2 for cell in ("A2", "A3")]
    assert lengths == [32_000, 32_000]


def test_the_way_is_shown_as_whole_only_when_it_is_made() -> None:
    shown = [share_format(share) for share in (0.671, 0.994, 0.9996, 0.9999999, 1.0)]
    assert shown == ["0%", "0%", "0.00%", "0.0000%", "0%"]


@pytest.mark.usefixtures("recorded")
def test_every_workbook_names_its_sources_and_what_it_speaks_about(run: Run) -> None:
    assert run("export", "a.xlsx", "--report", "all", "--lang", "en").code == 0
    book = load_workbook("a.xlsx")
    assert book.sheetnames == ["Figures", "Status", "Gaps", "Log", "Sources", "About"]
    sources = {row[0]: row for row in book["Sources"].iter_rows(values_only=True)}
    assert sources["bao-cao-7"][1:3] == ("Báo cáo tháng 7 năm 2022", "123/BC-STTTT")
    about = dict(row[:2] for row in book["About"].iter_rows(min_row=2, values_only=True))
    assert about["Plan"] == "Digital transformation of Mẫu province"
    assert about["As of"] == datetime.combine(date(2022, 8, 31), datetime.min.time())
    log = list(book["Log"].iter_rows(min_row=2, values_only=True))
    assert (log[0][0], log[0][4], log[0][7]) == (1, "import", "figures.csv")


@pytest.mark.usefixtures("recorded")
def test_the_same_figures_give_the_same_bytes(run: Run) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        assert run("export", name, "--report", "all").code == 0
    assert Path("a.xlsx").read_bytes() == Path("b.xlsx").read_bytes()


def hostile(folder: Path, run: Run) -> list[str]:
    """Records figures with notes that a spreadsheet would run; the notes as they are kept."""
    lay_out_sample(folder)
    assert run("init").code == 0
    for number, note in enumerate(HOSTILE, 1):
        day = f"2022-07-{number:02}"
        assert run("record", "dan-so", str(number), "--on", day, f"--note={note}").code == 0
    return HOSTILE


@pytest.mark.parametrize("arguments", [("a.xlsx",), ("a.csv",), ("a.csv", "--excel")])
def test_no_text_becomes_a_formula_and_every_text_comes_back(
    folder: Path, run: Run, arguments: tuple[str, ...]
) -> None:
    notes = hostile(folder, run)
    assert run("export", *arguments).code == 0
    written = Path(arguments[0])
    if written.suffix == ".xlsx":
        with ZipFile(written) as archive:
            parts = [archive.read(name) for name in archive.namelist() if "worksheets" in name]
        assert not any(b"<f>" in part or b"<f " in part for part in parts)
    else:
        import csv

        text = written.read_text("utf-8-sig")
        rows = list(csv.reader(text.splitlines(), delimiter=";" if len(arguments) > 1 else ","))
        assert not any(cell[:1] in set("=+-@\t\r") for row in rows for cell in row)
    before = run("export").out
    Path("data/cdstrack.db").unlink(missing_ok=True)
    forget_record()
    assert run("init").code == 0
    assert run("import", arguments[0]).code == 0
    assert run("export").out == before
    assert [line for line in notes if line in before] != []


@pytest.mark.usefixtures("recorded")
def test_csv_for_excel_has_what_a_vietnamese_excel_opens(run: Run) -> None:
    assert run("export", "a.csv", "--excel").code == 0
    content = Path("a.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    lines = content.decode("utf-8-sig").split("\r\n")
    assert lines[0].startswith("Mã chỉ tiêu;Tên chỉ tiêu;ĐVT;Đơn vị;")
    assert ";31/07/2022;31/07/2022;67,842324;981;1446;68;" in lines[4]
    assert run("import", "a.csv", "--lang", "en").out.startswith("nothing new")


@pytest.mark.usefixtures("recorded")
@pytest.mark.parametrize("report", ["status", "gaps", "log"])
def test_reports_as_csv_are_those_of_their_commands(run: Run, report: str) -> None:
    told = run("export", "--report", report).out
    assert told == run(report, "--format", "csv").out
    assert run("export", "a.csv", "--report", report, "--excel").code == 0


def test_a_number_of_three_decimals_is_never_a_group_of_thousands(folder: Path, run: Run) -> None:
    lay_out_sample(folder)
    run("init")
    assert run("record", "doanh-thu", "1,4460", "--on", "2021").code == 0
    for name, more in (("a.xlsx", ()), ("a.csv", ("--excel",))):
        assert run("export", name, *more).code == 0
        assert run("import", name, "--lang", "en").out.startswith("nothing new")
    assert ";1,4460;" in Path("a.csv").read_text("utf-8-sig")


def test_what_a_spreadsheet_would_round_is_written_as_text(folder: Path, run: Run) -> None:
    lay_out_sample(folder)
    run("init")
    assert run("record", "doanh-thu", "8999999999999,123456", "--on", "2021").code == 0
    assert run("export", "a.xlsx").code == 0
    assert load_workbook("a.xlsx")["Số liệu"]["H2"].value == "8999999999999.123456"
    assert run("import", "a.xlsx", "--lang", "en").out.startswith("nothing new")


@pytest.mark.usefixtures("recorded")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--format", "xlsx"), "CDS349"),
        (("a.csv", "--report", "status", "--report", "log"), "CDS353"),
        (("a.csv", "--report", "targets"), "CDS012"),
        (("a.xlsx", "--excel"), "CDS009"),
        (("a.ods",), "CDS018"),
    ],
)
def test_what_cannot_be_written_is_told(run: Run, arguments: tuple[str, ...], code: str) -> None:
    answer = run("export", *arguments)
    assert (answer.code, code in answer.remarks) == (2, True)
    assert not Path("a.xlsx").exists()


@pytest.mark.usefixtures("recorded")
@pytest.mark.parametrize("command", [("export",), ("template",), ("export", "--report", "all")])
def test_a_full_disk_is_told_in_one_sentence_and_leaves_nothing(command: tuple[str, ...]) -> None:
    # Files may grow to one block, as on a disk that is full: the process is told so and goes on.
    line = shlex.join([sys.executable, "-m", "cdstrack", command[0], "a.xlsx", *command[1:]])
    answer = subprocess.run(
        ["bash", "-c", f"ulimit -f 1; {line} --lang en"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 2, answer.stderr
    assert answer.stderr.startswith("CDS017 cannot use the file a.xlsx: ")
    assert len(answer.stderr.splitlines()) == 2
    assert not Path("a.xlsx").exists()
    assert {path.name for path in Path().iterdir()} <= {"data", "figures.csv", "targets.yaml"}


def test_more_figures_than_a_sheet_has_rows_are_refused_whole(
    recorded: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cdstrack.files.export.workbook.MOST_ROWS", 3)
    answer = run("export", "a.xlsx")
    assert (answer.code, "CDS354" in answer.remarks) == (2, True)
    assert {path.name for path in recorded.iterdir()} <= {"data", "figures.csv", "targets.yaml"}
