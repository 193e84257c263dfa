"""A share that Excel holds as a part of one is taken as it stands, with both readings named."""

from typing import Any

import pytest
from tests.conftest import Run
from tests.excel.conftest import Write

HEADING = ["TT", "Chỉ tiêu", "ĐVT", "Kết quả đến 31/7/2022"]


@pytest.mark.usefixtures("desk")
def test_a_cell_in_general_format_is_doubted_and_one_shown_as_a_percentage_is_not(
    run: Run, write_book: Write
) -> None:
    def as_percentage(sheet: Any) -> None:
        sheet["D3"].number_format = "0.00%"

    rows = [HEADING, [1, "Hồ sơ trên mạng", "%", 0.6784]]
    write_book(rows)
    answer = run("import", "a.xlsx", "--map", "theo-doi", "--lang", "en")
    assert answer.code == 0
    assert answer.remarks.splitlines()[0] == (
        'a.xlsx: Số liệu!D2: CDS240 warning: "0.6784": 0.6784% or 67.84%? It was read as 0.6784%'
    )
    write_book([HEADING, [], rows[1]], as_percentage)
    shown = run("import", "a.xlsx", "--map", "theo-doi", "--dry-run", "--on-conflict", "skip")
    assert "CDS240" not in shown.remarks
    assert "67,84%" in shown.out


@pytest.mark.usefixtures("desk")
def test_a_whole_column_of_them_is_told_of_its_first_figures(run: Run, write_book: Write) -> None:
    head = ["Mã chỉ tiêu", "Kỳ số liệu", "Số liệu"]
    write_book([head, *(["ho-so", f"tháng {month}/2021", 0.5123] for month in range(1, 13))])
    answer = run("import", "a.xlsx", "--lang", "en", "--dry-run")
    assert answer.err.count("0.5123% or 51.23%?") == 2


@pytest.mark.usefixtures("desk")
def test_record_asks_in_the_same_way(run: Run) -> None:
    answer = run("record", "ho-so", "0,6784", "--on", "31/7/2022")
    assert answer.code == 0
    assert 'CDS240 cảnh báo: "0,6784": 0,6784% hay 67,84%? Được đọc là 0,6784%' in answer.err
    assert "CDS240" not in run("record", "ho-so", "0,6784%", "--on", "30/6/2022").err
