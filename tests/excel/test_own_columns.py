"""Workbooks with our own columns: what is taken, what is refused, and where it stands."""

import re
from datetime import date
from typing import Any

import pytest
from tests.conftest import Answer, Run
from tests.excel.conftest import OWN, Write


def exported(run: Run) -> list[str]:
    """The figures that are recorded now, without the header."""
    return run("export").out.splitlines()[1:]


def refused(answer: Answer) -> list[str]:
    """The places and codes of an answer's problems."""
    assert answer.code == 5
    return re.findall(r"^(.*? CDS\d{3}) ", answer.err, re.MULTILINE)


@pytest.mark.usefixtures("desk")
def test_figures_are_found_under_vietnamese_and_english_headings(
    run: Run, write_book: Write
) -> None:
    write_book([OWN, ["ho-so", date(2022, 7, 31), 67.84]], name="vi.xlsx")
    write_book([["Indicator", "PERIOD", "value"], ["so-dn", 2021, 1446]], name="en.xlsx")
    assert run("import", "vi.xlsx").code == 0
    assert run("import", "en.xlsx").code == 0
    assert exported(run) == [
        "ho-so,tinh-mau,,2022-07-31,67.84,,,,exact,,,",
        "so-dn,tinh-mau,,2021,1446,,,,exact,,,",
    ]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("indicator", "value", "row"),
    [
        ("hồ sơ trên mạng", "67,84%", "ho-so,tinh-mau,,2021,67.84,,,,exact,,,"),
        ("Ho So Tren Mang", 67.84, "ho-so,tinh-mau,,2021,67.84,,,,exact,,,"),
        ("1. Hồ sơ trên mạng", "981/1.446", "ho-so,tinh-mau,,2021,67.842324,981,1446,,exact,,,"),
        ("hang", "31/63", "hang,tinh-mau,,2021,31,31,63,,exact,,,"),
        ("hang", "thứ 31/63", "hang,tinh-mau,,2021,31,31,63,,exact,,,"),
        ("hang", "xếp hạng 31", "hang,tinh-mau,,2021,31,,,,exact,,,"),
        ("xa", "05 xã", "xa,tinh-mau,,2021,5,,,,exact,,,"),
        ("xa", "hơn 1,8 nghìn xã", "xa,tinh-mau,,2021,1800,,,,over,,,"),
        ("xa", "05 huyện", None),
        ("so-dn", "gần 3.000", None),
        ("so-dn", "gần 3 nghìn", "so-dn,tinh-mau,,2021,3000,,,,nearly,,,"),
        ("so-dn", "1,8 triệu", "so-dn,tinh-mau,,2021,1800000,,,,exact,,,"),
        ("von", "169.353 tỷ đồng", None),
        ("von", "169.353,0 tỷ đồng", "von,tinh-mau,,2021,169353,,,,exact,,,"),
        ("von", "500 triệu đồng", "von,tinh-mau,,2021,0.5,,,,exact,,,"),
        ("ho-so", "hơn 25", "ho-so,tinh-mau,,2021,25,,,,over,,,"),
        ("ho-so", "khoảng 60%", "ho-so,tinh-mau,,2021,60,,,,about,,,"),
        ("von", "1\u00a0446", "von,tinh-mau,,2021,1446,,,,exact,,,"),
        ("von", "1\u2009446,5", "von,tinh-mau,,2021,1446.5,,,,exact,,,"),
        ("von", "\u22125,25", "von,tinh-mau,,2021,-5.25,,,,exact,,,"),
        ("so-dn", "1.446", "so-dn,tinh-mau,,2021,1446,,,,exact,,,"),
        ("von", "1.446", None),
        ("ho-so", "67,84,1", None),
        ("ho-so", "６７", None),
        ("von", "45.799/36.875 tỷ đồng", None),
        ("viec", "đang thực hiện", "viec,tinh-mau,,2021,in-progress,,,,exact,,,"),
        ("ho-so", 'na:"chưa báo cáo"', "ho-so,tinh-mau,,2021,na:chưa báo cáo,,,,exact,,,"),
    ],
)
def test_a_value_is_read_as_it_is_typed_or_refused(
    run: Run, write_book: Write, indicator: str, value: object, row: str | None
) -> None:
    write_book([OWN, [indicator, 2021, value]])
    answer = run("import", "a.xlsx")
    assert answer.code == (0 if row else 5), answer.err
    assert exported(run) == ([row] if row else [])


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("period", "kept"),
    [
        (date(2022, 7, 31), "2022-07-31"),
        ("31/7/2022", "2022-07-31"),
        ("31-07-2022", "2022-07-31"),
        ("tháng 7/2022", "2022-07"),
        ("Quý II/2022", "2022-Q2"),
        ("6 tháng đầu năm 2022", "2022-H1"),
        (2021, "2021"),
        ("2021", "2021"),
        ("7/31/2022", None),
        (44773, None),
        (20220731, None),
        ("31/7/22", None),
        (None, None),
    ],
)
def test_a_period_is_a_real_date_a_text_or_a_year_but_never_a_bare_number(
    run: Run, write_book: Write, period: object, kept: str | None
) -> None:
    write_book([OWN, ["ho-so", period, 75]])
    answer = run("import", "a.xlsx")
    assert answer.code == (0 if kept else 5), answer.err
    assert [row.split(",")[3] for row in exported(run)] == ([kept] if kept else [])


@pytest.mark.usefixtures("desk")
def test_every_problem_of_the_file_is_named_by_sheet_and_cell(run: Run, write_book: Write) -> None:
    def change(sheet: Any) -> None:
        sheet["C4"] = "#DIV/0!"
        sheet["C4"].data_type = "e"

    rows = [
        OWN,
        ["hồ sơ xã", 2021, 75],
        ["ho-so", 2021, "=1+1"],
        ["ho-so", 2021, None],
        ["ho-so", 44773, 75],
        ["ho-so", 2021, date(2022, 5, 10)],
        ["so-dn", 2021, 1.5],
        ["ho-so", 2021, 101],
        ["ho-so", 2023, 50],
    ]
    write_book(rows, change)
    answer = run("import", "a.xlsx", "--lang", "en")
    assert refused(answer) == [
        "a.xlsx: Số liệu!A2: CDS216",
        "a.xlsx: Số liệu!C3: CDS335",
        "a.xlsx: Số liệu!C4: CDS336",
        "a.xlsx: Số liệu!B5: CDS340",
        "a.xlsx: Số liệu!C6: CDS343",
        "a.xlsx: Số liệu!C7: CDS204",
        "a.xlsx: Số liệu!C8: CDS203",
        "a.xlsx: Số liệu!B9: CDS215",
    ]
    assert "the cell shows the error #DIV/0!" in answer.err
    assert exported(run) == []


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("indicator", "value"),
    [("ho-so", "83,2%/50%"), ("von", "1.446,5 USD"), ("so-dn", "１.４４６"), ("von", "gần 3.000")],
)
def test_a_refused_value_is_quoted_as_it_stands_in_the_cell(
    run: Run, write_book: Write, indicator: str, value: str
) -> None:
    write_book([OWN, [indicator, 2021, value]])
    assert f'"{value}"' in run("import", "a.xlsx").err


@pytest.mark.usefixtures("desk")
def test_a_point_that_only_the_bounds_make_decimal_is_refused(run: Run, write_book: Write) -> None:
    write_book([OWN, ["ho-so", 2021, "1.446"]])
    answer = run("import", "a.xlsx", "--lang", "en")
    assert refused(answer) == ["a.xlsx: Số liệu!C2: CDS202"]
    assert '"1.446" is ambiguous: 1446 or 1.4460' in answer.err


@pytest.mark.usefixtures("desk")
def test_one_decimal_mark_a_file_and_a_mix_names_both_cells(run: Run, write_book: Write) -> None:
    rows = [["von", 2021, "67,84"], ["von", 2020, "1.446"], ["so-dn", 2020, "gần 3.000"]]
    write_book([OWN, *rows])
    assert run("import", "a.xlsx").code == 0
    assert [row.split(",")[4] for row in exported(run)] == ["3000", "1446", "67.84"]
    write_book([OWN, ["von", 2019, "67,84"], ["von", 2018, "12.5"]], name="b.xlsx")
    answer = run("import", "b.xlsx", "--lang", "en")
    assert refused(answer) == ["b.xlsx: Số liệu!C3: CDS345"]
    assert '"12.5" uses a different decimal mark than "67,84" at Số liệu!C2' in answer.err


@pytest.mark.usefixtures("desk")
def test_a_computed_share_with_all_its_digits_is_kept_with_six_and_says_so(
    run: Run, write_book: Write
) -> None:
    write_book([OWN, ["ho-so", 2021, 981 / 1446 * 100]])
    answer = run("import", "a.xlsx", "--lang", "en")
    assert answer.code == 0
    assert "a.xlsx: Số liệu!C2: CDS342 warning: 67.84232365145229 has more" in answer.remarks
    assert exported(run) == ["ho-so,tinh-mau,,2021,67.842324,,,,exact,,,"]
    write_book([OWN, ["ho-so", 2020, 981 / 1446 * 100, 981, 1446]], name="b.xlsx")
    assert run("import", "b.xlsx").remarks == ""


@pytest.mark.usefixtures("desk")
def test_hidden_rows_are_read_hidden_sheets_are_not_and_both_are_told(
    run: Run, write_book: Write
) -> None:
    def change(sheet: Any) -> None:
        sheet.row_dimensions[2].hidden = True
        hidden = sheet.parent.create_sheet("Cũ")
        hidden.sheet_state = "hidden"
        hidden.append(OWN)
        hidden.append(["ho-so", 2019, 10])
        sheet.parent.create_sheet("Ghi")["A1"] = "Kính gửi"

    write_book([OWN, ["ho-so", 2021, 75]], change)
    answer = run("import", "a.xlsx", "--lang", "en")
    assert answer.remarks.splitlines() == [
        "sheet Số liệu: hidden rows were read too: 2",
        "the sheet Cũ is hidden and was not read",
        "the sheet Ghi does not have the heading of the form and was not read",
    ]
    assert exported(run) == ["ho-so,tinh-mau,,2021,75,,,,exact,,,"]


@pytest.mark.usefixtures("desk")
def test_a_misspelled_heading_is_told_with_what_was_meant(run: Run, write_book: Write) -> None:
    write_book([["Mã chỉ tiêu", "Kỳ số liệu", "Số liệu", "Tử số", "Mẫu", "Xã"], ["ho-so", 2021, 1]])
    answer = run("import", "a.xlsx", "--lang", "en")
    assert refused(answer) == ["a.xlsx: Số liệu!E1: CDS305", "a.xlsx: Số liệu!F1: CDS305"]
    assert "Did you mean: Mẫu số?" in answer.err


@pytest.mark.usefixtures("desk")
def test_a_heading_that_stands_twice_or_is_missing_is_told_once(
    run: Run, write_book: Write
) -> None:
    write_book([[*OWN[:3], "Số liệu"], ["ho-so", 2021, 5, 6]])
    answer = run("import", "a.xlsx", "--lang", "en")
    assert refused(answer) == ["a.xlsx: Số liệu!D1: CDS307"]
    write_book([["Mã chỉ tiêu", "Số liệu"], ["ho-so", 5]])
    answer = run("import", "a.xlsx", "--lang", "en")
    assert refused(answer) == ["a.xlsx: Số liệu!A1: CDS306"]
    assert "missing column: period / Kỳ số liệu" in answer.err
    assert "if the whole file is about one period, --on" in answer.err
    assert run("import", "a.xlsx", "--on", "2021").code == 0


@pytest.mark.usefixtures("desk")
def test_text_for_an_old_font_is_called_so(run: Run, write_book: Write) -> None:
    write_book([["ChØ tiªu", "Kú sè liÖu", "Sè liÖu"], ["Hå s¬ trªn m¹ng", 2021, 75]])
    answer = run("import", "a.xlsx", "--lang", "en")
    assert refused(answer) == ["a.xlsx: Số liệu!A1: CDS330"]
    assert "typed for old TCVN3 fonts" in answer.err


@pytest.mark.usefixtures("desk")
def test_text_read_in_the_wrong_encoding_and_pasted_is_told_by_its_cell(
    run: Run, write_book: Write
) -> None:
    write_book([OWN, ["ho-so", 2021, 75, None, None, "Sá»Ÿ Má»›i"]])
    answer = run("import", "a.xlsx", "--lang", "vi")
    assert refused(answer) == ["a.xlsx: Số liệu!F2: CDS339"]
    assert 'chữ bị lỗi bảng mã: "Sá»Ÿ" đúng ra là "Sở"' in answer.err


@pytest.mark.usefixtures("desk")
def test_the_period_may_be_said_beside_the_file(run: Run, write_book: Write) -> None:
    write_book([["Mã chỉ tiêu", "Số liệu"], ["ho-so", 75]])
    assert refused(run("import", "a.xlsx")) == ["a.xlsx: Số liệu!A1: CDS306"]
    assert run("import", "a.xlsx", "--on", "31/7/2022").code == 0
    assert exported(run) == ["ho-so,tinh-mau,,2022-07-31,75,,,,exact,,,"]


@pytest.mark.usefixtures("desk")
def test_the_same_workbook_again_stores_nothing_and_says_so(run: Run, write_book: Write) -> None:
    write_book([OWN, ["ho-so", 2021, 75]])
    assert run("import", "a.xlsx").code == 0
    answer = run("import", "a.xlsx", "--lang", "en")
    assert answer.out == "nothing new in a.xlsx, nothing was added; already recorded: 1\n"
    assert len(run("log", "--format", "csv").out.splitlines()) == 2


@pytest.mark.usefixtures("desk")
def test_two_lines_about_one_cell_are_named_both(run: Run, write_book: Write) -> None:
    write_book([OWN, ["ho-so", 2021, 75], ["so-dn", 2021, 7], ["ho-so", 2021, 80]])
    answer = run("import", "a.xlsx", "--lang", "en")
    assert refused(answer) == ["a.xlsx: Số liệu!C4: CDS310"]
    assert "is already at Số liệu!C2 with another figure: 75, here 80" in answer.err
