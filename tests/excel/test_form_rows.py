"""Rows of forms as departments draw them: without a figure, under the table, in units as offices shorten them."""

from typing import Any

import pytest
from tests.conftest import Run
from tests.excel.conftest import Write
from tests.excel.follow_up_form import FIRST, SECOND, kept, merging, one_line, split
from tests.excel.test_own_columns import refused

pytestmark = pytest.mark.usefixtures("desk")


def test_names_under_the_table_are_passed_over_and_told(run: Run, write_book: Write) -> None:
    rows, merged = split("Kết quả thực hiện năm 2021", ["Quý I", "Quý II"], note=True)
    below = [
        ["Ghi chú: (*) số liệu ước thực hiện."],
        [None, None, None, None, "Mẫu, ngày 05 tháng 7 năm 2022"],
        [None, "NGƯỜI LẬP BIỂU", None, None, None, "KT. GIÁM ĐỐC"],
        [None, None, None, None, None, "PHÓ GIÁM ĐỐC"],
        [None, "Nguyễn Văn A", None, None, None, "Trần Thị B"],
    ]
    write_book([*rows, [1, FIRST, "%", 90, 10, 20], [], *below], merging(merged))
    answer = run("import", "a.xlsx", "--map", "theo-doi")
    assert answer.code == 0, answer.err
    assert kept(run) == ["ho-so,2021-Q1,10", "ho-so,2021-Q2,20"]
    assert answer.remarks == (
        'ngoài bảng có ghi "Ghi chú: (*) số liệu ước thực hiện.", nhưng số liệu được ghi không kèm '
        "mức chắc chắn này; nếu đúng cho cả biểu, ghi trong mô tả biểu: fixed: {qualifier: estimate}\n"
        'không phải số liệu, bỏ qua: Số liệu!E7 "Mẫu, ngày 05 tháng 7 năm 2022", Số liệu!F8 '
        '"KT. GIÁM ĐỐC", Số liệu!F9 "PHÓ GIÁM ĐỐC", Số liệu!F10 "Trần Thị B"\n'
    )


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ([None, "Chỉ tiêu khác", None, None, "khoảng 60%"], "B5: CDS216"),
        ([2, "Chỉ tiêu khác", None, None, "đang làm"], "B5: CDS216"),
        ([None, "Hồ sơ mạng", None, None, "đang làm"], "B5: CDS216"),
        ([None, FIRST, None, None, "đang làm"], "E5: CDS230"),
    ],
)
def test_a_row_below_that_may_be_a_figure_is_still_refused(
    run: Run, write_book: Write, row: list[Any], code: str
) -> None:
    rows, merged = split("Kết quả thực hiện năm 2021", ["Quý I", "Quý II"])
    write_book([*rows, [1, FIRST, "%", 90, 10, 20], row], merging(merged))
    assert refused(run("import", "a.xlsx", "--map", "theo-doi")) == [f"a.xlsx: Số liệu!{code}"]


def test_rows_without_a_figure_are_named_once_and_sections_are_none(
    run: Run, write_book: Write
) -> None:
    rows, merged = split("Kết quả thực hiện năm 2021", ["Quý I", "Quý II"])
    body = [
        ["I", "CHÍNH QUYỀN SỐ"],
        [1, FIRST, "%", 90, 10, None],
        [2, SECOND, "doanh nghiệp", 90, None, None],
        [3, "Một chỉ tiêu khác", "%", 90, None, None],
    ]
    write_book([*rows, *body], merging(merged))
    answer = run("import", "a.xlsx", "--map", "theo-doi")
    assert answer.remarks == "2 dòng không có số liệu: 6, 7\n"


@pytest.mark.parametrize(
    ("unit", "number", "kept_as"),
    [
        *(("tỷ", 2.5, "2.5"), ("tr.đ", 2500, "2.5"), ("trđ", 2500, "2.5")),
        *(("tr. đồng", 2500, "2.5"), ("Tỷ.đ", 2.5, "2.5"), ("triệu", 2500, "2.5")),
        *(("triệu đ", 2500, "2.5"), ("nghìn đồng", 2500000, "2.5")),
    ],
)
def test_money_is_counted_in_units_as_offices_shorten_them(
    run: Run, write_book: Write, unit: str, number: float, kept_as: str
) -> None:
    write_book([one_line("Kết quả năm 2021"), [1, "Vốn đầu tư", unit, number]])
    answer = run("import", "a.xlsx", "--map", "theo-doi")
    assert answer.code == 0, answer.err
    assert kept(run) == [f"von,2021,{kept_as}"]
