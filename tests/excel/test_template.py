"""The workbook that goes to a department, and what comes back of it."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.conftest import Run
from tests.excel.test_own_columns import exported
from tests.excel.test_template_used import HEADING


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of the sheet to fill in, by heading."""
    head, *found = load_workbook(path)["Số liệu"].iter_rows(HEADING, values_only=True)
    return [dict(zip(head, row, strict=True)) for row in found]


@pytest.mark.usefixtures("desk")
def test_each_indicator_has_a_row_with_its_last_figure_and_the_period_that_ended(run: Run) -> None:
    assert run("record", "ho-so", "67,84", "--on", "31/7/2022").code == 0
    assert run("template", "a.xlsx").code == 0
    found = {(row["Mã chỉ tiêu"], row["Phân tổ"]): row for row in rows(Path("a.xlsx"))}
    assert {("von", None), ("nganh", "sector=du-lich"), ("nganh", "sector=nong-nghiep")} <= set(
        found
    )
    files = found["ho-so", None]
    assert files["Tên chỉ tiêu"] == "Hồ sơ trên mạng"
    assert (files["Kỳ gần nhất"], files["Số liệu gần nhất"]) == (
        datetime.combine(date(2022, 7, 31), datetime.min.time()),
        67.84,
    )
    assert (files["Kỳ số liệu"], files["Số liệu"]) == ("quý II/2022", None)
    assert found["nganh", "sector=du-lich"]["Kỳ số liệu"] == "năm 2021"
    assert found["von", None]["ĐVT"] == "tỷ đồng"


@pytest.mark.usefixtures("desk")
def test_cells_offer_lists_and_last_figures_are_grey(run: Run) -> None:
    run("record", "ho-so", "67,84", "--on", "31/7/2022")
    assert run("template", "a.xlsx").code == 0
    book = load_workbook("a.xlsx")
    sheet = book["Số liệu"]
    assert sheet["G4"].font.color.rgb == "FF808080"
    rules = {str(each.sqref): each for each in sheet.data_validations.dataValidation}
    assert rules["H4"].type == "list"
    assert rules["H4"].formula1.startswith("'Danh mục'!")
    assert (rules["I4"].type, rules["I4"].formula1, rules["I4"].formula2) == (
        "decimal",
        "0.0",
        "100.0",
    )
    row = next(cell.row for cell in sheet["P"] if cell.value == "viec")
    states = rules[f"I{row}"]
    assert (states.type, states.errorStyle) == ("list", "information")
    assert book["Danh mục"].sheet_state == "hidden"
    columns = list(book["Danh mục"].iter_cols(values_only=True))
    assert ["chính xác", "khoảng"] in [list(column[:2]) for column in columns]
    assert book["Hướng dẫn"]["A1"].value == "Chỉ ghi vào các ô nền vàng."


@pytest.mark.usefixtures("desk")
def test_what_comes_back_is_imported_without_a_mapping(run: Run) -> None:
    assert run("template", "a.xlsx", "--on", "2021").code == 0
    book = load_workbook("a.xlsx")
    sheet = book["Số liệu"]
    at = {cell.value: cell.column for cell in sheet[HEADING]}
    filled: dict[Any, dict[str, object]] = {
        ("ho-so", None): {"Tử số": 981, "Mẫu số": 1446, "Văn bản": "bc-1"},
        ("so-dn", None): {"Số liệu": 1446, "Mức chắc chắn": "khoảng", "Ghi chú": "ước"},
        ("viec", None): {"Số liệu": "đang thực hiện", "Kỳ số liệu": "31/7/2022"},
        ("nganh", "sector=du-lich"): {"Số liệu": 6.5},
        ("hang", None): {"Số liệu": "31/63"},
    }
    empty = []
    for row in range(HEADING + 1, sheet.max_row + 1):
        key = sheet.cell(row, at["Mã chỉ tiêu"]).value, sheet.cell(row, at["Phân tổ"]).value
        empty += [] if key in filled else [str(row)]
        for heading, value in filled.get(key, {}).items():
            sheet.cell(row, at[heading], value)
    book.save("b.xlsx")
    answer = run("import", "b.xlsx", "--lang", "en")
    assert answer.code == 0, answer.err
    assert answer.remarks == f"rows without a figure: {len(empty)} ({', '.join(empty)})\n"
    assert exported(run) == [
        "hang,tinh-mau,,2021,31,31,63,,exact,,,",
        "ho-so,tinh-mau,,2021,67.842324,981,1446,,exact,bc-1,,",
        "nganh,tinh-mau,sector=du-lich,2021,6.5,,,,exact,,,",
        "so-dn,tinh-mau,,2021,1446,,,,about,,,ước",
        "viec,tinh-mau,,2022-07-31,in-progress,,,,exact,,,",
    ]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(("day", "asked"), [("hôm-nay", "31"), ("yesterday", "30")])
def test_the_period_may_be_a_day_by_its_name(run: Run, day: str, asked: str) -> None:
    assert run("template", "a.xlsx", "--on", day).code == 0
    assert {str(row["Kỳ số liệu"])[:2] for row in rows(Path("a.xlsx"))} == {asked}


@pytest.mark.usefixtures("desk")
def test_an_untouched_template_stores_nothing(run: Run) -> None:
    assert run("template", "a.xlsx").code == 0
    answer = run("import", "a.xlsx", "--lang", "en")
    assert (answer.code, answer.out.startswith("nothing new in a.xlsx")) == (0, True)


@pytest.mark.usefixtures("desk")
def test_a_department_gets_its_own_indicators_about_the_unit_asked_for(run: Run) -> None:
    assert run("template", "a.xlsx", "--lead", "so-moi", "--org-unit", "so-cu").code == 0
    assert [(row["Mã chỉ tiêu"], row["Đơn vị"]) for row in rows(Path("a.xlsx"))] == [
        ("ho-so", "Sở Cũ"),
        ("so-dn", "Sở Cũ"),
    ]
    assert run("template", "b.xlsx", "hồ sơ", "--lang", "en").code == 0
    title, asked, head, *_ = load_workbook("b.xlsx")["Figures"].iter_rows(values_only=True)
    assert title[0].startswith("Request for figures: ")
    assert asked[0] == "Fill in the yellow cells and return this file."
    assert (head[0], head[-1]) == ("Indicator name", "Indicator")


def test_the_title_says_for_which_plan_and_who_answers_and_gives_no_figure_a_date(
    folder: Path, run: Run
) -> None:
    """A cut-off date above a heading dates the figures of other forms; here each row says its own."""
    titled = CHANGES.replace("title: {vi: ", "title: {vi: =Số liệu đến ngày 31/12/2020 của ", 1)
    (folder / "targets.yaml").write_text(titled, "utf-8")
    assert run("init").code == 0
    assert run("template", "a.xlsx", "--lead", "so-moi", "--on", "2021").code == 0
    book = load_workbook("a.xlsx")
    sheet = book["Số liệu"]
    assert sheet["A1"].data_type == "s"
    assert sheet["A1"].value.startswith("Phiếu thu thập số liệu: =Số liệu đến ngày 31/12/2020")
    assert sheet["A2"].value == (
        "Cơ quan báo cáo: Sở Mới. Ghi vào các ô nền vàng rồi gửi lại tệp này."
    )
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("B4", "$3:$3")
    at = {cell.value: cell.column for cell in sheet[HEADING]}
    sheet.cell(HEADING + 1, at["Số liệu"], 7)
    sheet.cell(HEADING + 1, at["Kỳ số liệu"]).value = None
    book.save("b.xlsx")
    assert "b.xlsx: Số liệu!H4: CDS222" in run("import", "b.xlsx", "--lang", "en").err


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("a.csv",), "CDS018"),
        (("a.xlsx", "--lead", "so-cu"), "CDS355"),
        (("a.xlsx", "--org-unit", "so-khac"), "CDS216"),
        (("a.xlsx", "--on", "hôm kia"), "CDS212"),
        (("khong/co/a.xlsx",), "CDS017"),
    ],
)
def test_what_cannot_be_made_is_told(run: Run, arguments: tuple[str, ...], code: str) -> None:
    answer = run("template", *arguments)
    assert (answer.code, code in answer.remarks) == (2, True)


@pytest.mark.usefixtures("desk")
def test_a_workbook_that_came_back_is_not_replaced_by_an_empty_one(run: Run) -> None:
    assert run("template", "a.xlsx").code == 0
    before = Path("a.xlsx").read_bytes()
    answer = run("template", "a.xlsx", "--lang", "en")
    assert answer.code == 2
    assert answer.err.startswith("CDS410 a.xlsx already exists and is not replaced\n")
    assert Path("a.xlsx").read_bytes() == before


@pytest.mark.usefixtures("desk")
def test_cells_keep_what_a_spreadsheet_would_take_for_a_day(run: Run) -> None:
    assert run("template", "a.xlsx").code == 0
    sheet = load_workbook("a.xlsx")["Số liệu"]
    at = {cell.value: cell.column_letter for cell in sheet[HEADING]}
    by_id = {cell.value: cell.row for cell in sheet["P"]}
    rank, count = by_id["hang"], by_id["so-dn"]
    as_typed = [(rank, "Số liệu"), (rank, "Kỳ số liệu"), (rank, "Ngày công bố")]
    assert {sheet[f"{at[name]}{row}"].number_format for row, name in as_typed} == {"@"}
    assert sheet[f"{at['Số liệu']}{count}"].number_format == "General"


@pytest.mark.usefixtures("desk")
def test_a_closed_unit_is_asked_for_its_last_period_and_the_successor_is_named(run: Run) -> None:
    answer = run("template", "a.xlsx", "hồ sơ", "--org-unit", "so-cu", "--lang", "en")
    assert answer.err.splitlines()[1:] == [
        "so-cu closed on 2022-06-30: the template asks for the last period before that day",
        "for its successor: --org-unit so-moi",
    ]
    head, row = load_workbook("a.xlsx")["Figures"].iter_rows(HEADING, values_only=True)
    assert dict(zip(head, row, strict=True))["Period"] == "Q2 2022"


CHANGES = """\
schema: 1
plan: {id: thu, title: {vi: Kế hoạch thử}, area: tinh-mau}
pillars: {p: {vi: Trụ cột}}
org_units:
  so-cu: {vi: Sở Cũ, closed: 2022-06-30, successor: so-moi}
  so-moi: {vi: Sở Mới}
indicators:
  - {id: con, name: {vi: Còn đo}, pillar: p, unit: percent, direction: increase, lead: so-cu}
  - id: het
    name: {vi: Hết đo}
    pillar: p
    unit: percent
    direction: increase
    lead: so-cu
    targets:
      - {due: 2025-12-31, at_least: 90, ended: {date: 2022-07-01, reason: bỏ cấp huyện}}
  - id: nganh
    name: {vi: Từng ngành}
    pillar: p
    unit: percent
    direction: increase
    every: {sector: []}
"""


def test_who_answers_today_is_asked_and_only_for_what_still_counts(folder: Path, run: Run) -> None:
    (folder / "targets.yaml").write_text(CHANGES, "utf-8")
    assert run("init").code == 0
    assert run("template", "a.xlsx", "--lead", "so-moi").code == 0
    assert [row["Mã chỉ tiêu"] for row in rows(Path("a.xlsx"))] == ["con"]
    assert run("template", "b.xlsx", "--lead", "so-moi", "--as-of", "2022-06-30").code == 2
    assert run("template", "b.xlsx", "--lead", "so-cu", "--as-of", "2022-06-30").code == 0
    asked = [(row["Mã chỉ tiêu"], bool(row["Mục tiêu"])) for row in rows(Path("b.xlsx"))]
    assert asked == [("het", True), ("con", False)]


def test_a_group_that_the_plan_does_not_name_is_written_by_the_department(
    folder: Path, run: Run
) -> None:
    (folder / "targets.yaml").write_text(CHANGES, "utf-8")
    assert run("init").code == 0
    assert run("record", "nganh", "6", "--on", "2020", "--by", "sector=du-lich").code == 0
    assert run("template", "a.xlsx", "--indicator", "nganh").code == 0
    assert [row["Phân tổ"] for row in rows(Path("a.xlsx"))] == ["sector=du-lich", "sector="]
    book = load_workbook("a.xlsx")
    sheet = book["Số liệu"]
    at = {cell.value: cell.column for cell in sheet[HEADING]}
    sheet.cell(5, at["Số liệu"], 7)
    book.save("b.xlsx")
    refused = run("import", "b.xlsx", "--lang", "en")
    assert (refused.code, "b.xlsx: Số liệu!E5: CDS221" in refused.err) == (5, True)
    sheet.cell(5, at["Phân tổ"], "sector=y-te")
    book.save("b.xlsx")
    assert run("import", "b.xlsx").code == 0
    assert "nganh,tinh-mau,sector=y-te,2021,7,,,,exact,,," in exported(run)


def test_a_long_unit_is_cut_in_the_hint_and_nothing_is_said_beside_it(
    folder: Path, run: Run
) -> None:
    unit = "hồ sơ của tổ chức và cá nhân " * 8
    plan = CHANGES.replace("lead: so-cu}", f'lead: so-cu, unit_label: {{vi: "{unit.strip()}"}}}}')
    (folder / "targets.yaml").write_text(plan, "utf-8")
    assert run("init").code == 0
    answer = run("template", "a.xlsx", "--indicator", "con", "--lang", "en")
    assert answer.remarks == "created a.xlsx, rows to fill in: 1\n"
    sheet = load_workbook("a.xlsx")["Figures"]
    rules = {str(each.sqref): each for each in sheet.data_validations.dataValidation}
    assert rules["I4"].prompt.startswith("Enter the number in the unit hồ sơ của tổ chức")


@pytest.mark.usefixtures("desk")
def test_a_template_names_the_documents_to_choose_from(run: Run) -> None:
    assert run("template", "a.xlsx").code == 0
    found = list(load_workbook("a.xlsx")["Nguồn"].iter_rows(values_only=True))
    assert found[1][:2] == ("bc-1", "Báo cáo số 1")


@pytest.mark.usefixtures("desk")
def test_a_dash_means_nothing_as_no_figure_yet_does(run: Run) -> None:
    assert run("template", "a.xlsx", "--on", "2021").code == 0
    book = load_workbook("a.xlsx")
    sheet = book["Số liệu"]
    at = {cell.value: cell.column for cell in sheet[HEADING]}
    for row, nothing in zip((4, 5, 6), ("-", "chưa có", "–"), strict=True):
        sheet.cell(row, at["Số liệu"], nothing)
    book.save("b.xlsx")
    answer = run("import", "b.xlsx")
    assert (answer.code, exported(run)) == (0, [])
