"""Forms that are not ours: the shipped description of the follow-up form, and described ones."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from tests.conftest import Run
from tests.excel.conftest import Write
from tests.excel.test_own_columns import exported, refused

HEADING = [
    ["UBND TỈNH MẪU"],
    ["BIỂU THEO DÕI CHỈ TIÊU CHUYỂN ĐỔI SỐ"],
    ["(Số liệu tính đến ngày 31/7/2022)"],
    [
        *("TT", "Chỉ tiêu", "ĐVT", "Mục tiêu", None, "Kết quả", "Tỷ lệ hoàn thành (%)"),
        *("Đánh giá", "Cơ quan chủ trì", "Ghi chú"),
    ],
    [None, None, None, 2025, 2030],
    [f"({n})" for n in range(1, 11)],
]
BODY = [
    ["I", "CHÍNH QUYỀN SỐ"],
    [1, "Hồ sơ trên mạng", "%", 90, 100, "67,84%", 75.4, "Chưa đạt", "Sở Mới", "đang rà soát"],
    [2, "Số doanh nghiệp", "doanh nghiệp", 5000, None, "1.446", None, None, "Sở Mới"],
    ["II", "KINH TẾ SỐ"],
    [3, "Vốn đầu tư", "triệu đồng", None, None, "12.500,5"],
    [4, "Tỷ suất", "‰", None, None, "-"],
    [5, "Hạng chung", "Hạng", 30, None, "31/63", None, "Đạt"],
    [6, "Quy hoạch", "", None, None, "Đạt"],
    [7, "Một chỉ tiêu khác", "%", None, None, None],
    ["", "Tổng cộng", "", None, None, 100],
]


def merge(sheet: Any) -> None:
    """Merges the heading as the form has it: over two lines, and the years under one head."""
    for column in "ABCFGHIJ":
        sheet.merge_cells(f"{column}4:{column}5")
    sheet.merge_cells("D4:E4")
    sheet.merge_cells("A2:J2")


@pytest.mark.usefixtures("desk")
def test_the_usual_follow_up_form_is_read_as_it_arrives(run: Run, write_book: Write) -> None:
    write_book(HEADING + BODY, merge)
    answer = run("import", "a.xlsx", "--map", "theo-doi", "--lang", "en")
    assert answer.code == 0, answer.err
    assert exported(run) == [
        "hang,tinh-mau,,2022-07-31,31,31,63,,exact,,,",
        "ho-so,tinh-mau,,2022-07-31,67.84,,,,exact,,,đang rà soát",
        "so-dn,tinh-mau,,2022-07-31,1446,,,,exact,,,",
        "von,tinh-mau,,2022-07-31,12.5005,,,,exact,,,",
    ]
    assert answer.remarks.splitlines() == [
        "rows with figures that the form description skips: 1 (16)",
        'not figures, ignored: Số liệu!F12 "-", Số liệu!F14 "Đạt"',
        "rows without a figure: 3 (12, 14, 15)",
    ]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("over", "kept"),
    [
        ("Kết quả đến 31/7/2022", "2022-07-31"),
        ("Kết quả thực hiện 6 tháng đầu năm 2022", "2022-H1"),
        ("Thực hiện quý II/2022", "2022-Q2"),
        ("Kết quả năm 2021", "2021"),
        ("Lũy kế từ 1/1 đến 31/7/2022", "2022-01-01/2022-07-31"),
    ],
)
def test_the_period_stands_in_the_heading_of_the_column(
    run: Run, write_book: Write, over: str, kept: str
) -> None:
    write_book([["TT", "Chỉ tiêu", "ĐVT", over], [1, "Hồ sơ trên mạng", "%", 75]])
    assert run("import", "a.xlsx", "--map", "theo-doi").code == 0
    assert [row.split(",")[3] for row in exported(run)] == [kept]


@pytest.mark.usefixtures("desk")
def test_two_result_columns_are_two_figures_each_with_its_period(
    run: Run, write_book: Write
) -> None:
    heading = ["TT", "Chỉ tiêu", "ĐVT", "Kết quả năm 2020", "Kết quả năm 2021"]
    write_book([heading, [1, "Hồ sơ trên mạng", "%", 60, 75]])
    assert run("import", "a.xlsx", "--map", "theo-doi").code == 0
    assert [row.split(",")[3:5] for row in exported(run)] == [["2020", "60"], ["2021", "75"]]


@pytest.mark.usefixtures("desk")
def test_a_form_without_a_period_asks_for_it(run: Run, write_book: Write) -> None:
    write_book([["TT", "Chỉ tiêu", "ĐVT", "Kết quả"], [1, "Hồ sơ trên mạng", "%", 75]])
    assert refused(run("import", "a.xlsx", "--map", "theo-doi")) == ["a.xlsx: Số liệu!D1: CDS347"]
    assert run("import", "a.xlsx", "--map", "theo-doi", "--on", "2021").code == 0


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("name", "unit", "code"),
    [
        ("Hồ sơ mạng", "%", "B2: CDS216"),
        ("Hồ sơ trên mạng và giấy", "%", "B2: CDS216"),
        ("Hồ sơ trên mạng", "triệu đồng", "C2: CDS341"),
        ("Vốn đầu tư", "%", "C2: CDS341"),
        ("Số doanh nghiệp", "%", "C2: CDS341"),
    ],
)
def test_an_uncertain_name_or_another_unit_is_refused_never_guessed(
    run: Run, write_book: Write, name: str, unit: str, code: str
) -> None:
    write_book([["TT", "Chỉ tiêu", "ĐVT", "Kết quả năm 2021"], [1, name, unit, 75]])
    answer = run("import", "a.xlsx", "--map", "theo-doi")
    assert refused(answer) == [f"a.xlsx: Số liệu!{code}"]
    assert ("chép vào mô tả biểu (--map)" in answer.remarks) == code.endswith("CDS216")


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "name", ["hồ sơ trên mạng", "HỒ SƠ TRÊN MẠNG", "Ho so tren mang", "a) Hồ  sơ\ntrên mạng"]
)
def test_a_name_counts_without_accents_case_and_numbering(
    run: Run, write_book: Write, name: str
) -> None:
    write_book([["TT", "Chỉ tiêu", "ĐVT", "Kết quả năm 2021"], [1, name, "%", 75]])
    assert run("import", "a.xlsx", "--map", "theo-doi").code == 0


@pytest.mark.usefixtures("desk")
def test_a_statistical_table_is_described_in_a_few_lines(
    run: Run, write_book: Write, folder: Path
) -> None:
    (folder / "bang.yaml").write_text(
        """\
form: 1
name: Bảng thống kê
heading: {row: 2, rows: 1}
columns:
  period: "Năm"
values:
  - {heading: "Tổng số", indicator: ho-so}
  - {heading: "Du lịch", indicator: nganh, disaggregation: sector=du-lich}
  - {column: D, indicator: nganh, disaggregation: sector=nong-nghiep}
fixed: {document: bc-1, qualifier: preliminary}
nothing: ["…"]
"""
    )
    rows = [["ĐVT: %"], ["Năm", "Tổng số", "Du lịch", "Nông nghiệp"], [2020, 50, 5, "…"]]
    write_book([*rows, [2021, 60.5, 6, 7]])
    answer = run("import", "a.xlsx", "--map", "bang.yaml")
    assert answer.code == 0, answer.err
    assert exported(run) == [
        "ho-so,tinh-mau,,2020,50,,,,preliminary,bc-1,,",
        "ho-so,tinh-mau,,2021,60.5,,,,preliminary,bc-1,,",
        "nganh,tinh-mau,sector=du-lich,2020,5,,,,preliminary,bc-1,,",
        "nganh,tinh-mau,sector=du-lich,2021,6,,,,preliminary,bc-1,,",
        "nganh,tinh-mau,sector=nong-nghiep,2021,7,,,,preliminary,bc-1,,",
    ]


@pytest.mark.usefixtures("desk")
def test_a_table_by_body_leaves_its_total_out(run: Run, write_book: Write, folder: Path) -> None:
    (folder / "so.yaml").write_text(
        """\
form: 1
columns: {org_unit: "Đơn vị", numerator: "Trên mạng", denominator: "Tổng hồ sơ"}
values: {column: D}
fixed: {indicator: ho-so}
period_from: title
skip: ["Tổng*"]
indicators: {x: y}
"""
    )
    rows = [
        ["Số liệu đến hết tháng 7 năm 2022"],
        ["TT", "Đơn vị", "Trên mạng", "Tỷ lệ", "Tổng hồ sơ"],
        [1, "Sở Mới", 981, None, 1446],
        [2, "so-cu", 5, 50, 10],
        ["Tổng", None, 986, None, 1456],
    ]
    write_book(rows)
    answer = run("import", "a.xlsx", "--map", "so.yaml")
    assert answer.code == 0, answer.err
    assert exported(run) == [
        "ho-so,so-cu,,2022-07,50,5,10,,exact,,,",
        "ho-so,so-moi,,2022-07,67.842324,981,1446,,exact,,,",
    ]


@pytest.mark.usefixtures("desk")
def test_days_may_be_counted_where_the_form_says_so(
    run: Run, write_book: Write, folder: Path
) -> None:
    form = 'form: 1\ncolumns: {indicator: "Chỉ tiêu", period: "Ngày"}\nvalues: "Số"\n'
    (folder / "a.yaml").write_text(form + "dates: serial\n")
    write_book([["Chỉ tiêu", "Ngày", "Số"], ["ho-so", 44773, 75], ["ho-so", date(2021, 1, 1), 7]])
    assert run("import", "a.xlsx", "--map", "a.yaml").code == 0
    assert [row.split(",")[3] for row in exported(run)] == ["2021-01-01", "2022-07-31"]
    rows = [["ho-so", 2022, 75], ["ho-so", 59, 75], ["ho-so", 10**12, 75]]
    write_book([["Chỉ tiêu", "Ngày", "Số"], *rows])
    assert refused(run("import", "a.xlsx", "--map", "a.yaml")) == [
        f"a.xlsx: Số liệu!B{row}: CDS340" for row in (2, 3, 4)
    ]


@pytest.mark.usefixtures("desk")
def test_a_workbook_that_counts_days_from_1904_is_read_by_its_own_days(
    run: Run, write_book: Write, folder: Path
) -> None:
    def count_from_1904(sheet: Any) -> None:
        sheet.parent.epoch = CALENDAR_MAC_1904
        sheet["B3"].number_format = "General"

    form = 'form: 1\ncolumns: {indicator: "Chỉ tiêu", period: "Ngày"}\nvalues: "Số"\n'
    (folder / "a.yaml").write_text(form + "dates: serial\n")
    day = date(2022, 7, 31)
    write_book([["Chỉ tiêu", "Ngày", "Số"], ["ho-so", day, 75], ["von", day, 7]], count_from_1904)
    assert run("import", "a.xlsx", "--map", "a.yaml").code == 0
    assert [row.split(",")[3] for row in exported(run)] == ["2022-07-31", "2022-07-31"]


@pytest.mark.usefixtures("desk")
def test_a_declared_decimal_mark_is_held_against_every_cell(
    run: Run, write_book: Write, folder: Path
) -> None:
    form = 'form: 1\ncolumns: {indicator: "Chỉ tiêu"}\nvalues: "Năm 2021"\nperiod_from: heading\n'
    (folder / "a.yaml").write_text(form + 'decimal: "."\n')
    write_book([["Chỉ tiêu", "Năm 2021"], ["von", "1.446"], ["so-dn", "1,446"]])
    assert run("import", "a.xlsx", "--map", "a.yaml").code == 0
    assert [row.split(",")[4] for row in exported(run)] == ["1446", "1.446"]
    write_book([["Chỉ tiêu", "Năm 2021"], ["ho-so", "67,84"]])
    answer = run("import", "a.xlsx", "--map", "a.yaml", "--lang", "en")
    assert refused(answer) == ["a.xlsx: Số liệu!B2: CDS345"]
    assert 'does not use the decimal mark "." of the form' in answer.err


@pytest.mark.usefixtures("desk")
def test_merged_cells_beside_the_figures_count_for_every_row_that_they_cover(
    run: Run, write_book: Write, folder: Path
) -> None:
    (folder / "a.yaml").write_text(
        'form: 1\ncolumns: {indicator: "Chỉ tiêu", period: "Kỳ"}\nvalues: "Số"\n'
    )

    def change(sheet: Any) -> None:
        sheet.merge_cells("A2:A3")

    write_book([["Chỉ tiêu", "Kỳ", "Số"], ["ho-so", 2020, 7], [None, 2021, 8]], change)
    assert run("import", "a.xlsx", "--map", "a.yaml").code == 0
    assert len(exported(run)) == 2
