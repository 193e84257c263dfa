"""Headings of forms as departments draw them: which column is a result, and of which period."""

from pathlib import Path

import pytest
from tests.conftest import Run
from tests.excel.conftest import Write
from tests.excel.follow_up_form import FIRST, SECOND, kept, merging, one_line, split
from tests.excel.test_own_columns import refused

pytestmark = pytest.mark.usefixtures("desk")


@pytest.mark.parametrize("note", [True, False])
def test_the_lower_line_of_a_heading_tells_plan_and_result_apart(
    run: Run, write_book: Write, note: bool
) -> None:
    parts = ["Kế hoạch", "Thực hiện", "Đạt tỷ lệ (%)"]
    rows, merged = split("Kết quả thực hiện đến 31/7/2022", parts, note=note)
    write_book([*rows, [1, FIRST, "%", None, 90, 67.84, 75.4]], merging(merged))
    answer = run("import", "a.xlsx", "--map", "theo-doi", "--lang", "en")
    assert (answer.code, kept(run)) == (0, ["ho-so,2022-07-31,67.84"])
    assert answer.remarks == (
        'sheet Số liệu: columns not read: E "Kết quả thực hiện đến 31/7/2022 / Kế hoạch", '
        'G "Kết quả thực hiện đến 31/7/2022 / Đạt tỷ lệ (%)"\n'
    )


@pytest.mark.parametrize(
    "aside",
    [
        *("Kết quả cần đạt năm 2021", "Thực hiện so kế hoạch (%)", "Kết quả kỳ trước"),
        *("Kết quả 6 tháng đầu năm 2022 so với năm 2021", "Kết quả so với cùng kỳ (%)"),
        *("Kết quả tăng/giảm", "Thực hiện cùng kỳ năm trước", "Kết quả phấn đấu năm 2021"),
        *("Thực hiện kế hoạch (%)", "Kết quả tỷ lệ đạt (%)", "Thực hiện % hoàn thành"),
    ],
)
def test_plans_shares_of_them_and_comparisons_are_no_results(
    run: Run, write_book: Write, aside: str
) -> None:
    write_book([one_line(aside, "Kết quả năm 2020"), [1, FIRST, "%", 90, 75]])
    answer = run("import", "a.xlsx", "--map", "theo-doi")
    assert (answer.code, kept(run)) == (0, ["ho-so,2020,75"])
    assert answer.remarks == f'trang Số liệu: không đọc cột D "{aside}"\n'


def test_a_heading_about_carrying_out_a_plan_is_a_result(run: Run, write_book: Write) -> None:
    heading = one_line("Kết quả thực hiện kế hoạch năm 2021")
    write_book([heading, [1, FIRST, "%", 75]])
    assert run("import", "a.xlsx", "--map", "theo-doi").code == 0
    assert kept(run) == ["ho-so,2021,75"]


def test_a_description_may_name_such_a_column_itself(
    run: Run, write_book: Write, folder: Path
) -> None:
    (folder / "a.yaml").write_text(
        'form: 1\ncolumns: {indicator: "Chỉ tiêu"}\nvalues: "Kết quả kỳ trước*"\n'
    )
    write_book([one_line("Kết quả kỳ trước", "Kết quả"), [1, FIRST, "%", 75, 80]])
    assert run("import", "a.xlsx", "--map", "a.yaml", "--on", "2021").code == 0
    assert kept(run) == ["ho-so,2021,75"]


@pytest.mark.parametrize(
    ("group", "parts", "periods"),
    [
        ("Kết quả thực hiện năm 2021", "Quý I|Quý II|Quý III", "2021-Q1 2021-Q2 2021-Q3"),
        ("Kết quả thực hiện", "Quý I/2022|Quý II/2022", "2022-Q1 2022-Q2"),
        ("Kết quả năm 2022", "Tháng 1|Tháng 2|Tháng 3", "2022-01 2022-02 2022-03"),
        ("Kết quả", "Năm 2021|6 tháng 2022", "2021 2022-H1"),
        ("Thực hiện năm 2021", "6 tháng đầu năm|Lũy kế 9 tháng", "2021-H1 2021-01-01/2021-09-30"),
        ("Thực hiện năm 2021", "3 tháng|Cả năm", "2021-Q1 2021"),
    ],
)
@pytest.mark.parametrize("drawn", ["with notes", "at the edge", "without merged cells"])
def test_two_lines_of_a_heading_make_one_period(
    run: Run, write_book: Write, group: str, parts: str, periods: str, drawn: str
) -> None:
    rows, merged = split(group, parts.split("|"), note=drawn == "with notes")
    figures = [10 + at for at in range(len(periods.split()))]
    areas = [] if drawn == "without merged cells" else merged
    write_book([*rows, [1, FIRST, "%", 90, *figures]], merging(areas))
    answer = run("import", "a.xlsx", "--map", "theo-doi")
    assert answer.code == 0, answer.err
    assert [row.split(",")[1] for row in kept(run)] == periods.split()
    assert sorted(float(row.split(",")[2]) for row in kept(run)) == figures


@pytest.mark.parametrize(
    "heading",
    [
        *("Kết quả 6 tháng đầu năm 2022 và năm 2021", "Kết quả 2022 (đến 15/6)"),
        *("Kết quả tháng 6", "Kết quả quý II", "Kết quả giai đoạn 2021-2025"),
    ],
)
def test_a_period_that_is_not_certain_is_refused(run: Run, write_book: Write, heading: str) -> None:
    write_book([one_line(heading), [1, FIRST, "%", 75]])
    answer = run("import", "a.xlsx", "--map", "theo-doi")
    assert refused(answer) == ["a.xlsx: Số liệu!D1: CDS347"]
    assert heading in answer.err


def test_two_periods_in_one_heading_are_told(run: Run, write_book: Write) -> None:
    write_book([one_line("Kết quả quý I/2022 và năm 2021"), [1, FIRST, "%", 75]])
    answer = run("import", "a.xlsx", "--map", "theo-doi")
    assert answer.err.splitlines()[0] == (
        'a.xlsx: Số liệu!D1: CDS347 tiêu đề "Kết quả quý I/2022 và năm 2021" nêu nhiều hơn một kỳ: '
        "quý I/2022, năm 2021"
    )


def test_a_quarter_takes_its_year_from_a_title_whose_day_lies_in_it(
    run: Run, write_book: Write
) -> None:
    rows = [["(Số liệu tính đến ngày 30/6/2022)"], one_line("Kết quả quý II")]
    write_book([*rows, [1, FIRST, "%", 75]])
    assert run("import", "a.xlsx", "--map", "theo-doi").code == 0
    assert kept(run) == ["ho-so,2022-Q2,75"]


@pytest.mark.parametrize("second", [80, None])
def test_two_columns_for_one_period_are_refused_even_where_one_is_empty(
    run: Run, write_book: Write, second: int | None
) -> None:
    rows = [["(Số liệu tính đến ngày 30/6/2022)"], one_line("Kết quả kỳ này", "Lũy kế từ đầu năm")]
    write_book([*rows, [1, FIRST, "%", 75, second]])
    answer = run("import", "a.xlsx", "--map", "theo-doi")
    assert refused(answer) == ["a.xlsx: Số liệu!E2: CDS357"]
    assert answer.err.splitlines()[0].endswith(
        'hai cột số liệu cho cùng một kỳ (30/06/2022): "Lũy kế từ đầu năm" và "Kết quả kỳ này" ở '
        "Số liệu!D2"
    )


def test_a_part_of_the_results_that_says_something_else_is_refused(
    run: Run, write_book: Write
) -> None:
    rows, merged = split("Kết quả đến 31/7/2022", ["Tử số", "Mẫu số", "Tỷ lệ"])
    write_book([*rows, [1, FIRST, "%", 90, 981, 1446, 67.84]], merging(merged))
    answer = run("import", "a.xlsx", "--map", "theo-doi")
    assert refused(answer) == [f"a.xlsx: Số liệu!{letter}3: CDS356" for letter in "EF"]


@pytest.mark.parametrize("part", ["Lũy kế", "Kỳ này"])
def test_a_span_that_may_end_before_its_year_is_not_the_year(
    run: Run, write_book: Write, part: str
) -> None:
    rows, merged = split("Kết quả năm 2021", ["Quý I", part])
    write_book([*rows, [1, FIRST, "%", 90, 10, 20]], merging(merged))
    assert refused(run("import", "a.xlsx", "--map", "theo-doi")) == ["a.xlsx: Số liệu!F3: CDS347"]


def test_where_no_part_of_the_results_is_clear_the_parts_are_named(
    run: Run, write_book: Write
) -> None:
    rows, merged = split("Kết quả năm 2021", ["Cấp tỉnh", "Cấp huyện"])
    write_book([*rows, [1, FIRST, "%", 90, 10, 20]], merging(merged))
    answer = run("import", "a.xlsx", "--map", "theo-doi")
    assert refused(answer) == [f"a.xlsx: Số liệu!{letter}3: CDS356" for letter in "EF"]


@pytest.mark.parametrize("above", ["Cùng kỳ năm 2020", "Kỳ trước", "So với năm 2020"])
def test_a_result_under_an_earlier_period_or_a_comparison_is_left_out(
    run: Run, write_book: Write, above: str
) -> None:
    rows = [
        ["TT", "Chỉ tiêu", "ĐVT", above, None, "Năm 2021", None],
        [None, None, None, "KH", "TH", "Kế hoạch", "Thực hiện"],
        [1, FIRST, "%", 10, 20, 30, 40],
    ]
    write_book(rows, merging(["D1:E1", "F1:G1"]))
    answer = run("import", "a.xlsx", "--map", "theo-doi")
    assert (answer.code, kept(run)) == (0, ["ho-so,2021,40"])
    assert f'E "{above} / TH"' in answer.err


def test_three_lines_of_a_heading_and_years_as_numbers(run: Run, write_book: Write) -> None:
    rows = [
        ["TT", "Chỉ tiêu", "ĐVT", "Kết quả thực hiện"],
        [None, None, None, 2020, 2021],
        [None, None, None, None, "Quý I", "Quý II"],
        [1, FIRST, "%", 10, 20, 30],
    ]
    write_book(rows, merging(["D1:F1", "D2:D3", "E2:F2", *(f"{each}1:{each}3" for each in "ABC")]))
    assert run("import", "a.xlsx", "--map", "theo-doi").code == 0
    assert kept(run) == ["ho-so,2020,10", "ho-so,2021-Q1,20", "ho-so,2021-Q2,30"]


def test_a_column_without_a_heading_that_holds_something_is_told(
    run: Run, write_book: Write
) -> None:
    write_book([one_line("Kết quả năm 2021"), [1, FIRST, "%", 10, 20]])
    answer = run("import", "a.xlsx", "--map", "theo-doi")
    assert (answer.code, answer.remarks) == (0, "trang Số liệu: không đọc cột E\n")


def test_a_quarter_to_come_is_passed_over_while_it_is_empty(run: Run, write_book: Write) -> None:
    rows, merged = split("Kết quả thực hiện năm 2022", ["Quý I", "Quý II", "Quý III", "Quý IV"])
    write_book([*rows, [1, FIRST, "%", 90, 10, 20]], merging(merged))
    assert run("import", "a.xlsx", "--map", "theo-doi").code == 0
    assert kept(run) == ["ho-so,2022-Q1,10", "ho-so,2022-Q2,20"]
    write_book([*rows, [1, FIRST, "%", 90, 10, 20, None, 40]], merging(merged))
    answer = run("import", "a.xlsx", "--map", "theo-doi")
    assert refused(answer) == ["a.xlsx: Số liệu!H4: CDS215"]
    assert 'lấy từ tiêu đề "Kết quả thực hiện năm 2022 / Quý IV": để trống ô' in answer.err
    assert "--on" not in answer.err


@pytest.mark.parametrize("area", ["A2:F2", "D2:F2", None])
def test_a_title_right_above_the_heading_makes_no_column_a_result(
    run: Run, write_book: Write, area: str | None
) -> None:
    title = "(Số liệu tính đến ngày 31/12/2022)"
    above = [None] * 3 if area == "D2:F2" else []
    rows = [
        ["BIỂU THEO DÕI"],
        [*above, title],
        ["TT", "Chỉ tiêu", "ĐVT", "Năm 2021", None, "Ghi chú"],
        [None, None, None, "Kế hoạch", "Thực hiện"],
        [1, FIRST, "%", 90, 75],
        [2, SECOND, "doanh nghiệp", 3000, None],
    ]
    merged = ["D3:E3", *(f"{letter}3:{letter}4" for letter in "ABCF"), *([area] if area else [])]
    write_book(rows, merging(merged))
    answer = run("import", "a.xlsx", "--map", "theo-doi")
    assert answer.code == 0, answer.err
    assert kept(run) == ["ho-so,2021,75"]
    assert answer.remarks.splitlines() == [
        'trang Số liệu: không đọc cột D "Năm 2021 / Kế hoạch"',
        "1 dòng không có số liệu: 6",
    ]


def test_a_heading_of_two_lines_may_stand_again_on_the_next_page(
    run: Run, write_book: Write
) -> None:
    rows, merged = split("Kết quả thực hiện năm 2021", ["Quý I", "Quý II"])
    body = [[1, FIRST, "%", 90, 10, 20], *rows[1:], [2, SECOND, "doanh nghiệp", 90, 30, 40]]
    write_book([*rows, *body], merging([*merged, "E5:F5"]))
    answer = run("import", "a.xlsx", "--map", "theo-doi")
    assert (answer.code, answer.remarks) == (0, "")
    assert len(kept(run)) == 4
