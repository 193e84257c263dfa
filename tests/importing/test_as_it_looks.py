"""A cell is read as it looks: what is raised, struck out, or put around a number by its format.

A library gives the parts of a text run together (`12` with a raised `1` behind it as `121`), and of a
number only the number (12 where the cell shows `12 (ước)`).
"""

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from tests.conftest import Run
from tests.importing.conftest import Kept, codes
from tests.importing.open_document import number, ods, row, text

from cdstrack.core.record.sheet import Fault
from cdstrack.files.csv.sheet import shown
from cdstrack.files.importing.workbook.reader import read_workbook

Raised = tuple[str, str]
"""What stands on the line, and what is raised behind it."""


def workbook(path: Path, *rows: tuple[Any, ...]) -> Path:
    """A workbook as Excel writes it; a pair of texts is one cell whose second part is raised."""
    with xlsxwriter.Workbook(path) as book:
        sheet, above = book.add_worksheet(), book.add_format({"font_script": 1})
        for at, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, tuple):
                    sheet.write_rich_string(at, column, cell[0], above, cell[1])
                else:
                    sheet.write(at, column, cell)
    return path


@pytest.mark.parametrize(
    ("cell", "look", "mark"),
    [
        (("67", "1"), "67¹", "¹"),
        (("67", "(1)"), "67⁽¹⁾", "⁽¹⁾"),
        (("67,5%", "2"), "67,5%²", "²"),
        (("67", "a"), "67ᵃ", "ᵃ"),
        (("67", "*"), "67*", "*"),
        (("67 ", "1)"), "67 ¹⁾", "¹⁾"),
    ],
)
@pytest.mark.usefixtures("desk")
def test_a_raised_digit_is_no_digit_of_the_figure(
    run: Run, kept: Kept, cell: Raised, look: str, mark: str
) -> None:
    workbook(Path("a.xlsx"), ("indicator", "period", "value"), ("ho-so", 2021, cell))
    answer = run("import", "a.xlsx")
    assert (codes(answer), answer.code, kept()) == (["CDS241"], 5, [])
    assert f'the number is followed by the mark {mark}: "{look}"' in answer.err


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
@pytest.mark.usefixtures("desk")
def test_what_is_struck_out_is_no_part_of_the_number(run: Run, kept: Kept, suffix: str) -> None:
    if suffix == "xlsx":
        with xlsxwriter.Workbook("a.xlsx") as book:
            sheet, out = book.add_worksheet(), book.add_format({"font_strikeout": True})
            sheet.write_row(0, 0, ("indicator", "period", "value"))
            sheet.write_row(1, 0, ("ho-so", 2021))
            sheet.write_rich_string(1, 2, out, "12", "15")
    else:
        out = '<text:span text:style-name="out">12</text:span>15'
        heading = row(*map(text, ("indicator", "period", "value")))
        ods(Path("a.ods"), heading, row(text("ho-so"), text("2021"), text(out)))
    answer = run("import", f"a.{suffix}")
    assert (codes(answer), kept()) == (["CDS201"], [])
    assert '"1\u03362\u033615"' in answer.err


@pytest.mark.parametrize(
    ("code", "held", "read"),
    [
        ('0" (ước)"', 105, "105,estimate"),
        ('#,##0" (sơ bộ)"', 1050, "1050,preliminary"),
        ('"khoảng "0', 105, "105,about"),
        ('0" nghìn"', 105, "105000,exact"),
        ('0.0" triệu"', 1.5, "1500000,exact"),
        ('0.000" nghìn"', 1.446, "1446,exact"),
        ('#,##0 "doanh nghiệp"', 105, "105,exact"),
        ("#,##0.00 [$₫-42A]", 105, "105,exact"),
        ("_-* #,##0_-;-* #,##0_-", 105, "105,exact"),
        ("0.00E+00", 105, "105,exact"),
        ('0"*"', 105, "CDS241"),
        ('0"¹"', 105, "CDS241"),
        ("#,##0,", 105000, "CDS370"),
        ('0.0,,"tr"', 105000, "CDS370"),
        ('0"5"', 105, "CDS370"),
    ],
)
@pytest.mark.usefixtures("desk")
def test_words_that_a_number_format_shows_are_read(
    run: Run, kept: Kept, code: str, held: float, read: str
) -> None:
    with xlsxwriter.Workbook("a.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ("indicator", "period", "value"))
        sheet.write_row(1, 0, ("doanh-nghiep", 2021))
        sheet.write_number(1, 2, held, book.add_format({"num_format": code}))
    answer = run("import", "a.xlsx")
    if read.startswith("CDS"):
        assert (codes(answer), kept()) == ([read], [])
    else:
        assert [line.partition(",,2021,")[2] for line in kept()] == [read]


@pytest.mark.usefixtures("desk")
def test_a_percentage_keeps_the_words_behind_it(run: Run, kept: Kept) -> None:
    with xlsxwriter.Workbook("a.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ("indicator", "period", "value"))
        sheet.write_row(1, 0, ("ho-so", 2021))
        sheet.write_number(1, 2, 0.675, book.add_format({"num_format": '0.0%" (ước)"'}))
    assert run("import", "a.xlsx").code == 0
    assert kept() == ["ho-so,,2021,67.5,estimate"]


@pytest.mark.parametrize(
    ("style", "seen"),
    [
        ("<number:number/><number:text> (ước)</number:text>", "105 (ước)"),
        ("<number:text>khoảng </number:text><number:number/>", "khoảng 105"),
        ("<number:number/><number:text> cơ sở</number:text>", "105"),
        ('<number:number number:display-factor="1000"/>', "CDS370"),
    ],
)
def test_words_that_an_ods_format_shows_are_read(folder: Path, style: str, seen: str) -> None:
    cell = number(105, more='table:style-name="own"')
    ods(folder / "a.ods", row(text("|"), cell, text("|")), numbers=style)
    ((_, (_, content, _)),) = read_workbook(folder / "a.ods").sheets[0].rows
    assert (content.code if isinstance(content, Fault) else shown(content)) == seen


@pytest.mark.parametrize("typed", ["67¹", "67⁽¹⁾", "67†", "67 (1)", "67%(a)", "67,5 (*)", "67**"])
@pytest.mark.usefixtures("desk")
def test_a_typed_mark_is_named(run: Run, typed: str) -> None:
    answer = run("record", "ho-so", typed, "--on", "2021")
    assert (codes(answer), answer.code) == (["CDS241"], 2)


@pytest.mark.usefixtures("desk")
def test_a_raised_part_of_a_period_is_no_digit_of_the_year(run: Run, kept: Kept) -> None:
    workbook(Path("a.xlsx"), ("indicator", "period", "value"), ("ho-so", ("202", "1"), 67))
    answer = run("import", "a.xlsx")
    assert (codes(answer), kept()) == (["CDS212"], [])
    assert '"202¹"' in answer.err


@pytest.mark.parametrize("raised", ["e", "(e)"])
@pytest.mark.usefixtures("desk")
def test_a_declared_mark_counts_raised_or_on_the_line(run: Run, kept: Kept, raised: str) -> None:
    description = Path("wide.yaml").read_text("utf-8")
    Path("b.yaml").write_text(f"{description}qualifiers: {{e: estimate}}\n", encoding="utf-8")
    figures = ("Số doanh nghiệp số", 104, ("105", raised))
    workbook(Path("a.xlsx"), ("Chỉ tiêu", "2019", ("2020", raised)), figures)
    assert run("import", "a.xlsx", "--map", "b.yaml").code == 0
    assert kept() == ["doanh-nghiep,,2019,104,exact", "doanh-nghiep,,2020,105,estimate"]


@pytest.mark.parametrize(
    ("inside", "seen"),
    [
        ("1<text:tab/>446", "1 446"),
        ("12<text:line-break/>5", "12 5"),
        ('67<text:span text:style-name="up">1</text:span>', "67¹"),
        ('67<text:span text:style-name="low">1</text:span>', "671"),
        ('Năm<text:line-break/>2022<text:s text:c="2"/>(ước)', "Năm 2022  (ước)"),
        (
            (
                '67<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
                "<text:note-body><text:p>sơ bộ</text:p></text:note-body></text:note>"
            ),
            "67¹",
        ),
    ],
)
def test_an_ods_text_is_read_as_it_looks(folder: Path, inside: str, seen: str) -> None:
    ods(folder / "a.ods", row(text("|"), text(inside), text("|")))
    ((_, (_, content, _)),) = read_workbook(folder / "a.ods").sheets[0].rows
    assert shown(content) == seen


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
@pytest.mark.usefixtures("desk")
def test_a_number_that_is_struck_out_is_no_figure(run: Run, kept: Kept, suffix: str) -> None:
    if suffix == "xlsx":
        with xlsxwriter.Workbook("a.xlsx") as book:
            sheet, out = book.add_worksheet(), book.add_format({"font_strikeout": True})
            sheet.write_row(0, 0, ("indicator", "period", "value"))
            sheet.write_row(1, 0, ("ho-so", 2021))
            sheet.write_number(1, 2, 67, out)
    else:
        figure = (text("ho-so"), text("2021"), number(67, more='table:style-name="out"'))
        ods(Path("a.ods"), row(*map(text, ("indicator", "period", "value"))), row(*figure))
    answer = run("import", f"a.{suffix}")
    assert (codes(answer), kept()) == (["CDS371"], [])
    assert "the number 67 in the cell is struck out" in answer.err


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
@pytest.mark.usefixtures("desk")
def test_comments_on_cells_that_are_read_are_quoted(run: Run, kept: Kept, suffix: str) -> None:
    said = "số ước, chờ báo cáo chính thức"
    if suffix == "xlsx":
        with xlsxwriter.Workbook("a.xlsx") as book:
            sheet = book.add_worksheet()
            sheet.write_row(0, 0, ("indicator", "period", "value"))
            sheet.write_row(1, 0, ("ho-so", 2021, 67))
            sheet.write_comment(1, 2, said)
            sheet.write_comment(4, 7, "beside the table")
    else:
        note = f"<office:annotation><text:p>{said}</text:p></office:annotation>"
        cell = number(67).replace("<text:p>", f"{note}<text:p>")
        heading = row(*map(text, ("indicator", "period", "value")))
        ods(Path("a.ods"), heading, row(text("ho-so"), text("2021"), cell))
    answer = run("import", f"a.{suffix}")
    assert kept() == ["ho-so,,2021,67,exact"]
    name = "Sheet1" if suffix == "xlsx" else "Trang"
    assert f"NOTE: 1 cells have comments, which are not read; look at them: {name}!C2 “{said}”" in (
        answer.out + answer.err
    )
