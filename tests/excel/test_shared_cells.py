"""What one cell shows for several rows, and what a reader of the sheet does not see."""

from typing import Any

import pytest
from tests.conftest import Run
from tests.excel.conftest import Write

HEAD = ["TT", "Chỉ tiêu", "Kết quả năm 2021", "Cơ quan chủ trì"]


@pytest.mark.usefixtures("desk")
def test_a_figure_merged_over_two_indicators_belongs_to_neither(
    run: Run, write_book: Write
) -> None:
    rows = [HEAD, [1, "Hồ sơ trên mạng", 75], [2, "Số doanh nghiệp", None], [3, "Vốn đầu tư", 5]]
    write_book(rows, lambda sheet: sheet.merge_cells("C2:C3"))
    answer = run("import", "a.xlsx", "--map", "theo-doi", "--lang", "en")
    assert answer.code == 5
    assert "a.xlsx: Số liệu!C3: CDS326 the merged cell C2:C3 does not show which row" in answer.err
    assert run("export").out.count("\n") == 1


@pytest.mark.usefixtures("desk")
def test_a_figure_merged_over_the_lines_of_one_indicator_is_its_figure(
    run: Run, write_book: Write
) -> None:
    def change(sheet: Any) -> None:
        for area in ("A2:A3", "B2:B3", "C2:C3"):
            sheet.merge_cells(area)

    write_book([HEAD, [1, "Hồ sơ trên mạng", 75, "Sở Mới"], [None, None, None, "Sở Cũ"]], change)
    assert run("import", "a.xlsx", "--map", "theo-doi").code == 0
    assert run("export").out.splitlines()[1:] == ["ho-so,tinh-mau,,2021,75,,,,exact,,,"]


@pytest.mark.usefixtures("desk")
def test_hidden_columns_that_are_read_are_told_and_others_are_not(
    run: Run, write_book: Write
) -> None:
    def change(sheet: Any) -> None:
        sheet.column_dimensions["C"].hidden = True
        sheet.column_dimensions["D"].hidden = True

    write_book([HEAD, [1, "Hồ sơ trên mạng", 75, "Sở Mới"]], change)
    answer = run("import", "a.xlsx", "--map", "theo-doi")
    assert answer.remarks == "trang Số liệu: các cột đang ẩn vẫn được đọc: C\n"


@pytest.mark.usefixtures("desk")
def test_a_heading_that_stands_again_on_the_next_page_is_no_figure(
    run: Run, write_book: Write
) -> None:
    first, second = [1, "Hồ sơ trên mạng", 75, "Sở Mới"], [2, "Số doanh nghiệp", 5, "Sở Cũ"]
    write_book([HEAD, first, [], HEAD, second])
    answer = run("import", "a.xlsx", "--map", "theo-doi")
    assert (answer.code, answer.remarks) == (0, "")
    assert run("export").out.count("\n") == 3
