"""A file that is not read under the form that was asked for says which form it has."""

from pathlib import Path

import pytest
from tests.conftest import Run
from tests.excel.conftest import Write
from tests.excel.test_own_columns import exported

FOLLOW_UP = [
    ["TT", "Chỉ tiêu", "ĐVT", "Kết quả đến 31/7/2022"],
    [1, "Hồ sơ trên mạng", "%", "67,84%"],
]
NAMED = 'Chỉ tiêu,Kỳ số liệu,Số liệu\nHồ sơ trên mạng,30/6/2022,"67,84%"\n'


@pytest.mark.usefixtures("desk")
def test_a_follow_up_form_without_map_is_one_problem_that_names_the_command(
    run: Run, write_book: Write
) -> None:
    write_book(FOLLOW_UP, name="tháng 7.xlsx")
    answer = run("import", "tháng 7.xlsx")
    assert answer.code == 5
    assert answer.remarks.splitlines() == [
        "tháng 7.xlsx: Số liệu!A1: CDS325 đây là biểu đọc được bằng mô tả có sẵn theo-doi",
        "  Chạy: cdstrack import 'tháng 7.xlsx' --map theo-doi",
        "tháng 7.xlsx: 1 lỗi; không nhận tệp, chưa có gì được ghi",
    ]
    assert run("import", "tháng 7.xlsx", "--map", "theo-doi").code == 0


@pytest.mark.usefixtures("desk")
def test_a_result_may_be_headed_by_the_usual_abbreviation(run: Run, write_book: Write) -> None:
    write_book(
        [["TT", "Tên chỉ tiêu", "ĐVT", "KQ quý II/2022"], [1, "Hồ sơ trên mạng", "%", 67.84]]
    )
    assert "--map theo-doi" in run("import", "a.xlsx").err
    assert run("import", "a.xlsx", "--map", "theo-doi").code == 0
    assert exported(run) == ["ho-so,tinh-mau,,2022-Q2,67.84,,,,exact,,,"]


@pytest.mark.usefixtures("desk")
def test_a_table_with_none_of_our_columns_is_one_problem_that_names_the_form(
    run: Run, write_book: Write
) -> None:
    write_book([["TT", "Tên chỉ tiêu", "ĐVT", "Đạt được"], [1, "Hồ sơ trên mạng", "%", 67.84]])
    answer = run("import", "a.xlsx")
    assert answer.remarks.splitlines() == [
        (
            "a.xlsx:1:1: CDS346 không tìm thấy dòng tiêu đề: indicator / Mã chỉ tiêu, "
            "period / Kỳ số liệu, value / Số liệu"
        ),
        (
            "  Nếu là biểu theo dõi chỉ tiêu, thêm --map theo-doi; biểu khác: viết mô tả "
            "(docs/mapping.md)."
        ),
        "a.xlsx: 1 lỗi; không nhận tệp, chưa có gì được ghi",
    ]


@pytest.mark.usefixtures("desk")
def test_a_column_that_a_form_lacks_is_asked_for_under_the_headings_of_that_form(
    run: Run, write_book: Write
) -> None:
    write_book([["TT", "Tên chỉ tiêu", "ĐVT", "Đạt được"], [1, "Hồ sơ trên mạng", "%", 67.84]])
    answer = run("import", "a.xlsx", "--map", "theo-doi")
    assert answer.remarks.splitlines()[:2] == [
        "a.xlsx: Số liệu!A1: CDS306 thiếu cột: Kết quả",
        (
            "  Sửa tiêu đề cột, ví dụ: Kết quả, TH, Kết quả *, Kết quả thực hiện*; "
            "hoặc viết mô tả cho biểu này (docs/mapping.md)."
        ),
    ]


@pytest.mark.usefixtures("desk")
def test_where_such_a_form_has_no_date_the_command_has_one(run: Run, write_book: Write) -> None:
    write_book([["TT", "Chỉ tiêu", "ĐVT", "Kết quả"], *FOLLOW_UP[1:]])
    answer = run("import", "a.xlsx", "--lang", "en")
    assert "Run: cdstrack import a.xlsx --map theo-doi --on 2022-07-31" in answer.err
    dated = run("import", "a.xlsx", "--on", "31/7/2022", "--lang", "en")
    assert "Run: cdstrack import a.xlsx --map theo-doi\n" in dated.err


@pytest.mark.usefixtures("desk")
def test_our_headings_with_names_instead_of_ids_are_read(run: Run) -> None:
    Path("a.csv").write_text(NAMED, encoding="utf-8")
    assert run("import", "a.csv").code == 0
    assert exported(run) == ["ho-so,tinh-mau,,2022-06-30,67.84,,,,exact,,,"]


@pytest.mark.usefixtures("desk")
def test_beside_a_column_of_ids_that_of_names_is_passed_over(run: Run, write_book: Write) -> None:
    head = ["Mã chỉ tiêu", "Tên chỉ tiêu", "Kỳ số liệu", "Số liệu"]
    write_book([head, ["ho-so", "Số doanh nghiệp", "tháng 7/2022", 75]])
    assert run("import", "a.xlsx").code == 0
    assert exported(run) == ["ho-so,tinh-mau,,2022-07,75,,,,exact,,,"]


@pytest.mark.usefixtures("desk")
def test_a_missing_column_is_asked_for_under_the_headings_of_the_language(run: Run) -> None:
    Path("a.csv").write_text("Mã chỉ tiêu;Số liệu\nho-so;75\n", encoding="utf-8")
    assert "CDS306 thiếu cột: period / Kỳ số liệu" in run("import", "a.csv").err
    Path("a.csv").write_text("Mã chỉ tiêu;Kỳ số liệu\nho-so;2021\n", encoding="utf-8")
    told = run("import", "a.csv").err
    assert (
        "Dòng tiêu đề cần có: Mã chỉ tiêu (hoặc Chỉ tiêu, khi ghi tên), Kỳ số liệu, Số liệu" in told
    )


@pytest.mark.usefixtures("desk")
def test_a_loose_cell_under_canonical_headings_says_which_headings_are_read_loosely(
    run: Run,
) -> None:
    Path("a.csv").write_text('indicator,period,value\nho-so,2021,"67,84%"\n', encoding="utf-8")
    told = run("import", "a.csv").err
    assert "dùng tiêu đề cột: Mã chỉ tiêu, Kỳ số liệu, Số liệu" in told
    Path("a.csv").write_text('Mã chỉ tiêu,Kỳ số liệu,Số liệu\nho-so,2021,"67,84%"\n', "utf-8")
    assert run("import", "a.csv").code == 0


@pytest.mark.usefixtures("desk")
def test_an_option_against_the_date_of_the_form_is_said(run: Run, write_book: Write) -> None:
    write_book(FOLLOW_UP)
    answer = run("import", "a.xlsx", "--map", "theo-doi", "--on", "31/8/2022", "--lang", "en")
    assert answer.code == 0
    assert answer.remarks.splitlines() == [
        (
            "NOTE: the form states 2022-07-31 (Số liệu!D1), but the figures were read for 2022-08-31 "
            "because of --on; if the form is correct, remove --on"
        ),
    ]
    same = run("import", "a.xlsx", "--map", "theo-doi", "--on", "31/7/2022", "--lang", "en")
    assert "NOTE" not in same.err
