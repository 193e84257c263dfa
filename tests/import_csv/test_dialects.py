"""CSV as offices save it: any separator and encoding that is known, one decimal mark a file."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Run

from cdstrack.words.parse.ambiguity import decimal_mark, with_point

EXCEL = "Mã chỉ tiêu;Kỳ số liệu;Số liệu;Ghi chú\nho-so;31/07/2022;67,84;đã rà soát\n"
KEPT = "ho-so,tinh-mau,,2022-07-31,67.84,,,,exact,,,đã rà soát"


def exported(run: Run) -> list[str]:
    """The figures that are recorded now, without the header."""
    return run("export").out.splitlines()[1:]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "content",
    [
        EXCEL.encode(),
        EXCEL.encode("utf-8-sig"),
        EXCEL.replace("\n", "\r\n").encode("utf-8-sig"),
        EXCEL.encode("utf-16"),
        EXCEL.encode("utf-16-le"),
        EXCEL.encode("utf-16-be"),
        EXCEL.replace(";", "\t").encode("utf-16"),
        EXCEL.replace(";", "\t").encode(),
        ("sep=;\r\n" + EXCEL.replace("\n", "\r\n")).encode("utf-8-sig"),
        EXCEL.replace(
            "Mã chỉ tiêu;Kỳ số liệu;Số liệu;Ghi chú", "indicator;period;value;note"
        ).encode(),
        EXCEL.replace("Mã chỉ tiêu", '"Mã, chỉ tiêu"').replace("Mã, ", "Mã ").encode(),
        ("\n\n" + EXCEL).encode(),
        EXCEL.replace("\n", "\r").encode(),
        'sep=,\nindicator,period,value,note\nho-so,31/7/2022,"67,84",đã rà soát\n'.encode(),
        "indicator,period,value,note,,\nho-so,2022-07-31,67.84,đã rà soát,,\n,,,,,\n  \n".encode(),
        unicodedata.normalize("NFD", EXCEL).encode(),
        f"Biểu 1, kỳ 7, năm 2022, bản 2, sở\n{EXCEL}".encode(),
        f"Biểu 1\n\n{EXCEL}".encode(),
    ],
    ids=[
        *("utf-8", "bom", "windows", "utf-16", "utf-16-le", "utf-16-be", "utf-16-tab", "tab"),
        *("sep", "own names", "quoted", "blank lines", "mac", "sep-comma"),
        *("columns left over", "decomposed", "title with commas", "title without"),
    ],
)
def test_what_offices_save_is_read(run: Run, content: bytes) -> None:
    Path("a.csv").write_bytes(content)
    answer = run("import", "a.csv")
    assert answer.code == 0, answer.err
    assert exported(run) == [KEPT]


@pytest.mark.usefixtures("desk")
def test_a_heading_with_a_comma_is_cut_as_the_rows_are(run: Run) -> None:
    text = "Mã chỉ tiêu;Kỳ số liệu;Số liệu;Ghi chú\nho-so;31/07/2022;67,84;a, b, c\n"
    Path("a.csv").write_text(text, encoding="utf-8")
    assert run("import", "a.csv").code == 0
    assert exported(run) == ['ho-so,tinh-mau,,2022-07-31,67.84,,,,exact,,,"a, b, c"']


@pytest.mark.usefixtures("desk")
def test_a_decimal_comma_between_commas_is_refused_where_it_cut_a_number(run: Run) -> None:
    text = "Chỉ tiêu,Kỳ số liệu,Số liệu\nHồ sơ,31/07/2022,67,84\n"
    Path("a.csv").write_text(text, encoding="utf-8")
    answer = run("import", "a.csv", "--lang", "en")
    assert answer.code == 5
    assert "a.csv:2:4: CDS308 the row has 4 cells, but the header has 3 columns" in answer.err
    assert exported(run) == []


FOLLOW_UP = "TT,Chỉ tiêu,Kết quả đến 31/7/2022,Ghi chú\n"


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ("1,Số doanh nghiệp,1446,\n2,Hồ sơ trên mạng,67,84,\n", "a.csv:3:5"),
        ("1,Số doanh nghiệp,1446,\n2,Hồ sơ trên mạng,67,84\n", "a.csv:3:4"),
        ("2,Hồ sơ trên mạng,67,84%\n", "a.csv:2:4"),
    ],
    ids=["an empty cell too many", "as many cells as the heading", "with a sign"],
)
def test_decimals_that_a_comma_cut_off_are_no_note(rows: str, place: str, run: Run) -> None:
    """67 was recorded with the note 84."""
    Path("a.csv").write_text(FOLLOW_UP + rows, encoding="utf-8")
    answer = run("import", "a.csv", "--map", "theo-doi", "--lang", "en")
    assert (answer.code, exported(run)) == (5, [])
    assert f"{place}: CDS308" in answer.err


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "rows",
    [
        "1,Số doanh nghiệp,1446,\n2,Hồ sơ trên mạng,67,sơ bộ\n",
        "1,Số doanh nghiệp,1446,,\n2,Hồ sơ trên mạng,67,,\n",
        '2,Hồ sơ trên mạng,"67,84",12\n',
    ],
    ids=["a note in words", "a comma at the end of every row", "a number with its decimals"],
)
def test_rows_between_commas_with_nothing_cut_are_read(rows: str, run: Run) -> None:
    Path("a.csv").write_text(FOLLOW_UP + rows, encoding="utf-8")
    assert run("import", "a.csv", "--map", "theo-doi").code == 0


@pytest.mark.usefixtures("desk")
def test_a_number_that_is_shown_from_right_to_left_is_refused(run: Run) -> None:
    """It shows 1446 and holds 6441."""
    Path("a.csv").write_text(f"{FOLLOW_UP}1,Số doanh nghiệp,\u202e6441,\n", encoding="utf-8")
    answer = run("import", "a.csv", "--map", "theo-doi")
    assert (answer.code, exported(run)) == (5, [])
    assert "CDS201" in answer.err
    assert run("record", "so-dn", "\u202e6441", "--on", "2022-07").code == 2


def cp1258(text: str) -> bytes:
    """Vietnamese in Windows-1258, which has letters and tones apart."""
    import unicodedata

    whole = set(bytes(range(32, 256)).decode("cp1258", "ignore"))
    letters = []
    for letter in unicodedata.normalize("NFC", text):
        if letter in whole or letter in "\r\n":
            letters.append(letter)
            continue
        *base, tone = list(unicodedata.normalize("NFD", letter))
        shaped = unicodedata.normalize("NFC", "".join(base))
        if len(base) == 2 and tone in "\u0302\u0306\u031b":
            shaped, tone = unicodedata.normalize("NFC", base[0] + tone), base[1]
        letters.append(shaped + tone)
    return "".join(letters).encode("cp1258")


@pytest.mark.usefixtures("desk")
def test_windows_1258_is_accepted_when_it_is_named(run: Run) -> None:
    Path("a.csv").write_bytes(cp1258(EXCEL))
    answer = run("import", "a.csv", "--lang", "en")
    assert answer.code == 5
    assert "a.csv:1:1: CDS301 this line is not UTF-8" in answer.err
    assert "--encoding" in answer.err
    assert run("import", "a.csv", "--encoding", "cp1258").code == 0
    assert exported(run) == [KEPT]


OLD_FONTS = {
    "TCVN3": "ChØ tiªu;Kú sè liÖu;Sè liÖu\nhå s¬ trªn m¹ng;2021;75\n",
    "VNI": "Chæ tieâu;Kyø soá lieäu;Soá lieäu\nhoà sô treân maïng;2021;75\n",
}


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("font", OLD_FONTS)
@pytest.mark.parametrize(
    ("encoding", "arguments"),
    [("latin-1", ()), ("latin-1", ("--encoding", "cp1258")), ("utf-8", ()), ("utf-16", ())],
    ids=["as typed", "called cp1258", "pasted into utf-8", "pasted into utf-16"],
)
def test_letters_of_old_fonts_are_refused_by_their_name(
    run: Run, font: str, encoding: str, arguments: tuple[str, ...]
) -> None:
    Path("a.csv").write_bytes(OLD_FONTS[font].encode(encoding))
    answer = run("import", "a.csv", *arguments, "--lang", "en")
    assert answer.code == 5
    assert f"CDS330 the text was typed for old {font} fonts" in answer.err


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("content", "arguments", "code", "told"),
    [
        (b"\xff\xfe\x00", (), 5, "CDS301"),
        (EXCEL.encode("utf-16")[:-1], (), 5, "CDS301"),
        (b"\x81\x8d\x8f\x90", ("--encoding", "cp1258"), 5, "CDS301"),
        (EXCEL.encode(), ("--encoding", "latin-1"), 2, "CDS012"),
        (EXCEL.encode(), ("--encoding", "utf-16"), 5, "CDS301"),
        (b"\0" * 4000, (), 5, "CDS313"),
        (EXCEL.replace("67", "6\0").encode(), (), 5, "a.csv:2:1: CDS313"),
        (EXCEL.encode("utf-32"), (), 5, "CDS313"),
        (b"a" * (1 << 21), (), 5, "CDS312"),
    ],
)
def test_what_is_no_text_is_refused_without_a_traceback(
    run: Run, content: bytes, arguments: tuple[str, ...], code: int, told: str
) -> None:
    Path("a.csv").write_bytes(content)
    answer = run("import", "a.csv", *arguments)
    assert (answer.code, told in answer.err) == (code, True), answer.err
    assert "Traceback" not in answer.err


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("codec", ["cp1252", "cp1258"])
def test_text_saved_in_the_wrong_encoding_is_refused_line_by_line(run: Run, codec: str) -> None:
    note = "báo cáo của Bộ".encode().decode(codec)
    rows = [f"ho-so,2021-0{month},75,{note if month > 1 else 'Bộ'}" for month in (1, 2, 3)]
    Path("a.csv").write_text("\n".join(["indicator,period,value,note", *rows]), encoding="utf-8")
    answer = run("import", "a.csv", "--lang", "en")
    assert answer.code == 5
    seen = "báo".encode().decode(codec)
    assert f'a.csv:3:18: CDS339 garbled text: "{seen}" should be "báo"' in answer.err
    assert "a.csv:4:18: CDS339" in answer.err
    assert "a.csv:2:" not in answer.err
    assert "Import the original file" in answer.err


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_letters_that_look_garbled_are_taken_as_they_stand_when_the_file_is_said_to_be_utf8(
    run: Run, sign: str
) -> None:
    text = "indicator,period,value,note\nho-so,2021,75,bÃ¡o cÃ¡o\n"
    Path("a.csv").write_text(text.replace(",", sign), encoding="utf-8")
    assert run("import", "a.csv").code == 5
    assert run("import", "a.csv", "--encoding", "utf-8").code == 0
    assert "bÃ¡o cÃ¡o" in run("export").out


@pytest.mark.usefixtures("desk")
def test_a_fraction_in_the_column_of_values_is_told_its_two_columns(run: Run) -> None:
    Path("a.csv").write_text("indicator,period,value\nho-so,2021,981/1446\n", encoding="utf-8")
    answer = run("import", "a.csv", "--lang", "en")
    assert 'CDS318 not a number in canonical form: "981/1446"' in answer.err
    assert (
        "Write 981 in the column numerator and 1446 in denominator; leave value empty."
        in answer.err
    )
    columns = "indicator,period,value,numerator,denominator\nho-so,2021,,981,1446\n"
    Path("a.csv").write_text(columns, encoding="utf-8")
    assert run("import", "a.csv").code == 0


@pytest.mark.usefixtures("desk")
def test_utf8_that_is_called_cp1258_is_not_taken_for_it(run: Run) -> None:
    Path("a.csv").write_bytes("indicator,period,value,note\nho-so,2021,75,Sở Mới\n".encode())
    answer = run("import", "a.csv", "--encoding", "cp1258")
    assert answer.code == 5
    assert 'đúng ra là "Sở"' in answer.err


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("values", "kept"),
    [
        (["67,84", "1.446"], ["67.84", "1446"]),
        (["67.84", "1.446"], ["67.84", "1.446"]),
        (["67.84", "1,446"], ["67.84", "1446"]),
        (["1.446,5", "2.000"], ["1446.5", "2000"]),
        (["1.446.000", "2.000"], ["1446000", "2000"]),
        (["1 446", "67,84"], ["1446", "67.84"]),
        (["1.446", "12"], None),
        (["67,84", "67.84"], None),
        (["1.446,5", "1,446.5"], None),
    ],
)
def test_one_decimal_mark_a_file_reads_what_alone_has_two_readings(
    run: Run, values: list[str], kept: list[str] | None
) -> None:
    lines = [f"von;202{at};{value}" for at, value in enumerate(values)]
    Path("a.csv").write_text("\n".join(["indicator;period;value", *lines, ""]))
    answer = run("import", "a.csv", "--lang", "en")
    assert answer.code == (0 if kept else 5), answer.err
    assert [row.split(",")[4] for row in exported(run)] == (kept or [])


@pytest.mark.usefixtures("desk")
def test_a_mix_of_marks_names_both_cells(run: Run) -> None:
    Path("a.csv").write_text("indicator;period;value\nvon;2020;67,84\nvon;2021;12.5\n")
    answer = run("import", "a.csv", "--lang", "en")
    first = 'a.csv:3:3: CDS345 "12.5" uses a different decimal mark than "67,84" at 2:3'
    assert answer.err.splitlines()[0] == first


@pytest.mark.usefixtures("desk")
def test_days_that_are_counted_are_read_in_csv_too_where_the_form_says_so(run: Run) -> None:
    Path("a.csv").write_text("Chỉ tiêu;Ngày;Số\nho-so;44773;75\n", encoding="utf-8")
    form = 'form: 1\ncolumns: {indicator: "Chỉ tiêu", period: "Ngày"}\nvalues: "Số"\n'
    Path("a.yaml").write_text(form, encoding="utf-8")
    assert run("import", "a.csv", "--map", "a.yaml").code == 5
    Path("a.yaml").write_text(form + "dates: serial\n", encoding="utf-8")
    assert run("import", "a.csv", "--map", "a.yaml").code == 0
    assert exported(run) == ["ho-so,tinh-mau,,2022-07-31,75,,,,exact,,,"]


@pytest.mark.usefixtures("desk")
def test_the_canonical_csv_knows_only_the_point(run: Run) -> None:
    Path("a.csv").write_text('indicator,period,value\nvon,2021,"67,84"\n')
    answer = run("import", "a.csv", "--lang", "en")
    assert (answer.code, "a.csv:2:10: CDS318" in answer.err) == (5, True)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("67,84%", ","),
        ("67.84", "."),
        ("1.446", None),
        ("1,446", None),
        ("0,446", ","),
        ("1.446.000", ","),
        ("1.446,5", ","),
        ("1,446.5", "."),
        ("981/1.446", None),
        ("gần 3.000", None),
        ("1,8 triệu", ","),
        ("12,34,5", None),
        ("31/7/2022", None),
        ("", None),
    ],
)
def test_a_number_proves_a_mark_or_nothing(text: str, mark: str | None) -> None:
    assert decimal_mark(text) == mark


@given(st.text(alphabet="0123456789., %/-−triệu", max_size=30), st.sampled_from([",", ".", None]))
def test_rewriting_never_fails_and_twice_changes_nothing(text: str, mark: str | None) -> None:
    once = with_point(text, mark)
    assert with_point(once, None) == once


@given(st.decimals(0, 10**9, places=4, allow_nan=False), st.sampled_from([",", "."]))
def test_a_number_written_by_a_mark_is_read_by_it(number: object, mark: str) -> None:
    plain = f"{number}"
    grouped = f"{number:,}".translate(str.maketrans(",.", ".,")) if mark == "," else f"{number:,}"
    assert with_point(grouped, mark) == plain
