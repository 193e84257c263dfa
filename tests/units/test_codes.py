"""A code of the units file means the unit that has it on the day of the figure."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from tests.conftest import Run
from tests.conversation import converse
from tests.units.conftest import INDICATOR, UNITS, LayOut
from tests.units.test_unit_forms import HEADING

ROLLED = f"{INDICATOR}    rollup: {{from: xa, by: ratio}}\n"
NAMESAKES = (
    "00107,xa-tan-phu-28107,Xã Tân Phú,xa,huyen-dong,,2025-06-30,xa-tan-phu",
    "00108,xa-tan-phu-28108,Xã Tân Phú,xa,huyen-tay,,2025-06-30,xa-tan-phu",
    "00107,xa-tan-phu,Xã Tân Phú,xa,tinh-moi,2025-07-01,,",
)


@pytest.fixture
def desk(lay_out: LayOut, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("CDSTRACK_TODAY", "2025-10-15")
    path = lay_out(*UNITS, *NAMESAKES, indicators=ROLLED)
    assert run("init", str(path.parent)).code == 0
    return run


def recorded(run: Run) -> list[tuple[str, str, str]]:
    """Unit, period and value of each figure."""
    rows = csv.DictReader(run("export").out.splitlines())
    return sorted((row["org_unit"], row["period"], row["value"]) for row in rows)


MERGED_IN_ONE_FILE = [
    ("phuong-giang", "2025-Q3", "55"),
    ("xa-an", "2025-07-01", "41"),
    ("xa-an-28101", "2025-06-30", "40"),
    ("xa-giang-28105", "2025-Q2", "50"),
]


def test_one_canonical_file_holds_both_sides_of_the_merger(desk: Run) -> None:
    Path("xa.csv").write_text(
        "indicator,org_unit,period,value\n"
        "ho-so,101,2025-06-30,40\n"
        "ho-so,101,2025-07-01,41\n"
        "ho-so,105,2025-Q2,50\n"
        "ho-so,105,2025-Q3,55\n",
        encoding="utf-8",
    )
    answer = desk("import", "xa.csv")
    assert answer.code == 0, answer.err
    assert recorded(desk) == MERGED_IN_ONE_FILE


def test_a_form_as_text_and_as_a_workbook_of_numbers_is_read_alike(desk: Run) -> None:
    heads = ["Chỉ tiêu", "Đơn vị", "Kỳ số liệu", "Số liệu"]
    rows = [
        ("Hồ sơ xử lý trên mạng", 101, "30/6/2025", 40),
        ("Hồ sơ xử lý trên mạng", 101, "1/7/2025", 41),
        ("Hồ sơ xử lý trên mạng", 105, "Quý II/2025", 50),
        ("Hồ sơ xử lý trên mạng", 105, "Quý III/2025", 55),
    ]
    lines = [";".join(map(str, row)) for row in (heads, *rows)]
    Path("xa.csv").write_text("\n".join([*lines, ""]), encoding="utf-8")
    answer = desk("import", "xa.csv")
    assert answer.code == 0, answer.err
    assert recorded(desk) == MERGED_IN_ONE_FILE
    assert desk("undo").code == 0
    book = Workbook()
    assert book.active is not None
    for row in (heads, *rows):
        book.active.append(row)
    book.save("xa.xlsx")
    answer = desk("import", "xa.xlsx")
    assert answer.code == 0, answer.err
    assert recorded(desk) == MERGED_IN_ONE_FILE


def test_a_code_of_other_days_is_refused_with_whose_it_was(desk: Run) -> None:
    text = "indicator,org_unit,period,value\nho-so,102,{},40\n"
    Path("xa.csv").write_text(text.format("2025-Q3"), encoding="utf-8")
    answer = desk("import", "xa.csv")
    assert (answer.code, recorded(desk)) == (5, [])
    assert (
        "xa.csv:2:7: CDS820 ngày 2025-09-30 không có đơn vị nào mang mã 102 (org_unit)"
        in answer.err
    )
    assert "xa-binh-28102 (… – 2025-06-30)" in answer.err
    Path("xa.csv").write_text(text.format("2025-Q2"), encoding="utf-8")
    assert desk("import", "xa.csv").code == 0


def test_zeros_that_a_sheet_has_dropped_are_not_put_back_unasked(desk: Run) -> None:
    line = "ho-so,{},2025-Q2,40\n"
    Path("xa.csv").write_text("indicator,org_unit,period,value\n" + line.format("108"), "utf-8")
    answer = desk("import", "xa.csv")
    assert (answer.code, 'không tìm thấy "108" (org_unit)' in answer.err) == (5, True)
    assert "Có phải là: xa-tan-phu-28108?" in answer.err
    Path("xa.csv").write_text("indicator,org_unit,period,value\n" + line.format("00108"), "utf-8")
    assert desk("import", "xa.csv").code == 0
    assert recorded(desk) == [("xa-tan-phu-28108", "2025-Q2", "40")]


NAMED = """Chỉ tiêu;Đơn vị;Kỳ số liệu;Số liệu
Hồ sơ xử lý trên mạng;Xã Tân Phú;30/6/2025;40
Hồ sơ xử lý trên mạng;xã tân phú;31/7/2025;60
Hồ sơ xử lý trên mạng;Xã Bình;30/6/2025;70
"""
ANSWERED = [
    ("xa-binh-28102", "2025-06-30", "70"),
    ("xa-tan-phu", "2025-07-31", "60"),
    ("xa-tan-phu-28108", "2025-06-30", "40"),
]


def test_a_name_of_two_units_is_refused_in_a_pipe_with_both(desk: Run) -> None:
    Path("xa.csv").write_text(NAMED, encoding="utf-8")
    answer = desk("import", "xa.csv")
    assert (answer.code, recorded(desk)) == (5, [])
    both = "xa-tan-phu-28107, xa-tan-phu-28108"
    assert f'"Xã Tân Phú" có thể là nhiều mã (org_unit): {both}' in answer.err
    assert 'org_units:\n  "Xã Tân Phú": xa-tan-phu-28107  # xa-tan-phu-28108' in answer.err
    assert "aliases:" not in answer.err


def test_at_a_terminal_it_is_asked_about_and_the_answer_kept(desk: Run) -> None:
    Path("xa.csv").write_text(NAMED, encoding="utf-8")
    shown, code = converse(["import", "xa.csv", "--save-names", "xa.yaml"], ["2"])
    assert code == 0, shown
    assert 'xa.csv:2:2: "Xã Tân Phú" là đơn vị nào?' in " ".join(shown.split())
    assert "xa-tan-phu-28108: Xã Tân Phú, Huyện Tây, … – 30/06/2025" in " ".join(shown.split())
    assert recorded(desk) == ANSWERED
    assert desk("undo").code == 0
    assert '\norg_units:\n  "Xã Tân Phú": xa-tan-phu-28108\n' in Path("xa.yaml").read_text("utf-8")
    again = desk("import", "xa.csv", "--map", "xa.yaml")
    assert again.code == 0, again.err
    assert recorded(desk) == ANSWERED


def test_what_nobody_confirmed_stays_a_comment_under_its_own_key(desk: Run) -> None:
    Path("xa.csv").write_text(NAMED.replace("Xã Bình;", "Xã Bìn;"), encoding="utf-8")
    assert desk("import", "xa.csv", "--save-names", "xa.yaml").code == 5
    kept = Path("xa.yaml").read_text("utf-8")
    assert '# org_units:\n#   "Xã Tân Phú": xa-tan-phu-28107  # xa-tan-phu-28108\n' in kept
    assert '#   "Xã Bìn": xa-binh-28102\n' in kept
    assert desk("import", "xa.csv", "--map", "xa.yaml").code == 5


def test_the_latest_figure_shown_is_that_of_the_unit_that_the_period_decides(desk: Run) -> None:
    """101 is Xã An until 30 June and Xã An Bình from 1 July; today is in October."""
    for unit, on, value in (("xa-an-28101", "2025-Q1", "31"), ("xa-an", "2025-07-31", "47")):
        kept = desk("record", "ho-so", value, "--on", on, "--org-unit", unit, "--yes")
        assert kept.code == 0, kept.err
    shown, code = converse(
        ["record", "ho-so", "--org-unit", "101", "--lang", "en"],
        ["Q2/2025", "40", "", "y"],
    )
    assert code == 0, shown
    words = " ".join(shown.split())
    assert ("latest: 31" in words, "latest: 47" in words) == (True, False)
    assert words.index("Q2/2025") < words.index("latest: 31")
    assert ("xa-an-28101", "2025-Q2", "40") in recorded(desk)


def test_a_period_in_which_no_unit_has_the_code_is_asked_for_again(desk: Run) -> None:
    shown, code = converse(
        ["record", "ho-so", "--org-unit", "00108", "--lang", "en"],
        ["Q3/2025", "Q2/2025", "40", "", "y"],
    )
    assert code == 0, shown
    assert "CDS820" in shown.partition("Q3/2025")[2].partition("Q2/2025")[0]
    assert recorded(desk) == [("xa-tan-phu-28108", "2025-Q2", "40")]


def test_the_latest_figure_of_a_unit_named_by_its_id_comes_before_the_period(desk: Run) -> None:
    assert desk("record", "ho-so", "31", "--on", "2025-07-31", "--org-unit", "xa-an").code == 0
    answers = ["Q3/2025", "40", "", "y"]
    shown, code = converse(["record", "ho-so", "--org-unit", "xa-an", "--lang", "en"], answers)
    assert code == 0, shown
    assert shown.count("latest: 31") == 1
    assert shown.index("latest: 31") < shown.index("Q3/2025")


@pytest.mark.parametrize(
    ("code", "on", "unit"),
    [("101", None, "xa-an"), ("101", "2025-Q2", "xa-an-28101"), ("00107", None, "xa-tan-phu")],
)
def test_a_template_is_for_the_unit_of_today_or_of_the_period(
    desk: Run, code: str, on: str | None, unit: str
) -> None:
    answer = desk("template", "xa.xlsx", "--org-unit", code, *(["--on", on] if on else []))
    assert answer.code == 0, answer.err
    sheet = load_workbook("xa.xlsx")["Số liệu"]
    columns = {cell.value: cell.column for cell in sheet[HEADING]}
    sheet.cell(HEADING + 1, columns["Số liệu"]).value = 40
    book = sheet.parent
    assert book is not None
    book.save("xa.xlsx")
    taken = desk("import", "xa.xlsx")
    assert taken.code == 0, taken.err
    assert [row[0] for row in recorded(desk)] == [unit]


def units_of(run: Run, *typed: str) -> Iterator[str]:
    assert run("record", "ho-so", "40", *typed).code == 0
    yield from (row[0] for row in recorded(run))


def test_record_and_reports_take_a_code_by_their_day(desk: Run) -> None:
    assert list(units_of(desk, "--org-unit", "101", "--on", "2025-06-30")) == ["xa-an-28101"]
    assert "Xã An Bình" in desk("status", "--org-unit", "101").out
    early = desk("status", "--org-unit", "101", "--as-of", "2025-06-30").out
    assert ("Xã An Bình" in early, "Xã An" in early) == (False, True)
    refused = desk("record", "ho-so", "1", "--org-unit", "102", "--on", "2025-07-31")
    assert (refused.code, "không có đơn vị nào mang mã 102 (--org-unit)" in refused.err) == (
        2,
        True,
    )


def test_a_figure_from_before_a_unit_is_warned_of_wherever_it_comes_from(desk: Run) -> None:
    """A commune of the new map has no figure of the old one; its parts have."""
    told = "CDS223 cảnh báo: xa-an chỉ có từ ngày 01/07/2025"
    assert told in desk("record", "ho-so", "40", "--org-unit", "xa-an", "--on", "2025-Q1").err
    columns = "indicator,org_unit,period,value\n"
    Path("xa.csv").write_text(f"{columns}ho-so,xa-an,2025-Q2,40\nho-so,xa-an,2025-Q3,41\n")
    answer = desk("import", "xa.csv")
    assert (answer.code, answer.err.count(told)) == (0, 1)
    assert told in desk("check").out
