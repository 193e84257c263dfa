"""The description of a form: the shipped one can be changed, and a wrong one is told by its place."""

from pathlib import Path

import pytest
from tests.conftest import Run
from tests.excel.conftest import Write


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("form: 2\ncolumns: {indicator: a}\nvalues: b\n", "a.yaml:1:7: CDS351"),
        ("columns: {indicator: a}\nvalues: b\n", "a.yaml:1:1: CDS352"),
        ("form: 1\ncolumns: {indicater: a}\nvalues: b\n", "a.yaml:2:11: CDS350"),
        ("form: 1\ncolumns: {indicator: [[a]]}\nvalues: b\n", "a.yaml:2:23: CDS351"),
        ("form: 1\ncolumns: {indicator: {column: 7}}\nvalues: b\n", "a.yaml:2:22: CDS351"),
        ("form: 1\ncolumns: {indicator: a}\nvalues: b\nheading: {row: x}\n", "a.yaml:4:16: CDS351"),
        ("form: 1\ncolumns: {indicator: a}\nvalues: b\ndecimal: ';'\n", "a.yaml:4:10: CDS351"),
        (
            "form: 1\ncolumns: {indicator: a}\nvalues: b\nperiod_from: [top]\n",
            "a.yaml:4:14: CDS351",
        ),
        ("form: 1\ncolumns: {indicator: a}\nvalues: b\ncolour: red\n", "a.yaml:4:1: CDS350"),
        ("- a\n", "a.yaml:1:1: CDS351"),
        ("form: 1\n  x: [\n", "a.yaml:2:4: CDS133"),
    ],
)
@pytest.mark.usefixtures("desk")
def test_a_wrong_description_is_told_by_line_and_column(
    run: Run, folder: Path, write_book: Write, text: str, told: str
) -> None:
    write_book([["a", "b"]])
    (folder / "a.yaml").write_text(text)
    answer = run("import", "a.xlsx", "--map", "a.yaml", "--lang", "en")
    assert answer.code == 2
    assert told in answer.err, answer.err
    assert "{" not in answer.err.replace("{row: 5, rows: 2}", "").split("Write:")[0].split("|")[0]


@pytest.mark.usefixtures("desk")
def test_a_description_that_is_not_there_is_named(run: Run, write_book: Write) -> None:
    write_book([["a", "b"]])
    answer = run("import", "a.xlsx", "--map", "khong-co.yaml")
    assert (answer.code, answer.err.splitlines()[0]) == (
        2,
        "CDS328 không có mô tả biểu khong-co.yaml",
    )
    answer = run("import", "a.xlsx", "--map", "theo-dõi")
    assert (answer.code, "Có phải là: theo-doi?" in answer.remarks) == (2, True)


@pytest.mark.usefixtures("desk")
def test_the_shipped_description_can_be_copied_and_changed(
    run: Run, write_book: Write, folder: Path
) -> None:
    text = run("examples", "theo-doi").out
    assert "form: 1\n" in text
    (folder / "a.yaml").write_text(text + 'indicators: {"Tên khác": ho-so}\n')
    write_book([["TT", "Chỉ tiêu", "ĐVT", "Kết quả năm 2021"], [1, "Tên khác", "%", 75]])
    assert run("import", "a.xlsx", "--map", "a.yaml").code == 0
    answer = run("examples", "theo-dõi")
    assert (answer.code, "Có phải là: theo-doi?" in answer.remarks) == (2, True)
