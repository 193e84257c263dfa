"""Periods as forms have them: words and marks beside them, cells as shown, SDMX."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Run
from tests.excel.conftest import Write
from tests.importing.conftest import NAME, Kept, codes, csv

from cdstrack.core.problem import Problem
from cdstrack.core.record.sheet import Fault
from cdstrack.files.csv.sheet import shown
from cdstrack.files.importing.calendar import Calendar
from cdstrack.files.importing.workbook.formats import Shown, dated, shown_by
from cdstrack.files.importing.workbook.reader import read_workbook


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("heading", "period", "qualifier"),
    [
        ("Kết quả năm 2019", "2019", "exact"),
        ("Kết quả sơ bộ năm 2019", "2019", "preliminary"),
        ("Sơ bộ Prel. 2019", "2019", "preliminary"),
        ("2019 (prov.)", "2019", "preliminary"),
        ("2019 (tạm tính)", "2019", "preliminary"),
        ("Ước 2019", "2019", "estimate"),
        ("Thực hiện (ước) năm 2019", "2019", "estimate"),
        ("Kết quả năm 2019 (ước tính)", "2019", "estimate"),
        ("Ước thực hiện 6 tháng đầu năm 2019", "2019-H1", "estimate"),
        ("Kết quả nước sạch 2019", "2019", "exact"),
        ("Kết quả số công ước 2019", "2019", "exact"),
        ("Kết quả diện tích 2019 (ha)", "2019", "exact"),
    ],
)
def test_a_word_beside_a_period_means_what_it_means_in_a_cell(
    run: Run, kept: Kept, heading: str, period: str, qualifier: str
) -> None:
    answer = run("import", csv("a.csv", ("Chỉ tiêu", heading), (NAME, 105)), "--map", "wide.yaml")
    assert answer.code == 0, answer.err
    assert kept() == [f"doanh-nghiep,,{period},105,{qualifier}"]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("Jun 2019", "2019-06"),
        ("31 Dec 2019", "2019-12-31"),
        ("As of June 30, 2019", "2019-06-30"),
        ("Kết quả quý một năm 2019", "2019-Q1"),
        ("Cuối năm 2019", "2019"),
        ("Thu nhập bình quân đầu người 2019", "2019"),
        ("Dịch vụ máy tính 2019", "2019"),
    ],
)
def test_the_whole_of_a_period_counts(run: Run, kept: Kept, heading: str, period: str) -> None:
    answer = run("import", csv("a.csv", ("Chỉ tiêu", heading), (NAME, 105)), "--map", "wide.yaml")
    assert (answer.code, kept()) == (0, [f"doanh-nghiep,,{period},105,exact"]), answer.err


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "heading",
    [
        "Đầu năm 2019",
        "Giữa năm 2019",
        "Nửa đầu 2019",
        "Mid 2019",
        "Early 2019",
        "Start of 2019",
        "1 Qtr 2019",
        "Half 1 2019",
        "9 months 2019",
        "9M 2019",
        "Week 33 2019",
        "Tuần 33 năm 2019",
        "Kỳ 1 2019",
        "Đợt II năm 2019",
        "Tháng mười năm 2019",
    ],
)
def test_a_part_of_a_year_that_is_not_understood_is_not_taken_for_the_year(
    run: Run, kept: Kept, heading: str
) -> None:
    answer = run("import", csv("a.csv", ("Chỉ tiêu", heading), (NAME, 105)), "--map", "wide.yaml")
    assert (answer.code, codes(answer)[0], kept()) == (5, "CDS347", [])


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "heading",
    [
        *("Dự báo 2019", "Kịch bản 2019", "Định hướng 2019", "Forecast 2019", "Projected 2019"),
        *("Plan 2019", "Planned 2019", "Target 2019", "Budget 2019", "2019 (target)"),
        *("2019 vs 2018", "Change 2019", "Same period 2019", "% of plan 2019"),
    ],
)
def test_a_column_of_what_is_hoped_for_is_no_column_of_results(
    run: Run, kept: Kept, heading: str
) -> None:
    rows = [("Chỉ tiêu", heading, "2020"), (NAME, 105, 106)]
    answer = run("import", csv("a.csv", *rows), "--map", "wide.yaml", "--lang", "en")
    assert (answer.code, kept()) == (0, ["doanh-nghiep,,2020,106,exact"]), answer.err
    assert f'"{heading}"' in answer.err


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("heading", "mark"),
    [
        ("2019*", "*"),
        ("Kết quả 2019**", "**"),
        ("Kết quả năm 2019 (1)", "(1)"),
        ("2019(1)", "(1)"),
        ("2019¹", "¹"),
        ("2019p", "p"),
        ("2019 p", "p"),
        ("2019 (#)", "(#)"),
        ("2019#", "#"),
        ("2019 ①", "①"),
        ("2019 ※", "※"),
        ("2019 ●", "●"),
        ("Kết quả quý II/2019 †", "†"),
    ],
)
def test_a_mark_beside_a_period_is_named_until_it_is_declared(
    run: Run, kept: Kept, heading: str, mark: str
) -> None:
    file = csv("a.csv", ("Chỉ tiêu", heading), (NAME, 105))
    answer = run("import", file, "--map", "wide.yaml", "--lang", "en")
    assert codes(answer) == ["CDS361"]
    assert f"has the mark {mark}\n" in answer.err
    known = Path("wide.yaml").read_text("utf-8") + f'qualifiers: {{"{mark}": preliminary}}\n'
    Path("b.yaml").write_text(known, encoding="utf-8")
    assert run("import", file, "--map", "b.yaml").code == 0
    assert kept()[0].endswith(",105,preliminary")


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("name", "unit", "mark"),
    [(f"{NAME}*", "", "*"), (f"{NAME} (*)", "", "(*)"), (NAME, "doanh nghiệp**", "**")],
)
def test_a_mark_behind_a_name_or_a_unit_is_named_until_it_is_declared(
    run: Run, kept: Kept, name: str, unit: str, mark: str
) -> None:
    file = csv("a.csv", ("Chỉ tiêu", "ĐVT", "Kết quả năm 2019"), (name, unit, 105))
    answer = run("import", file, "--map", "theo-doi", "--lang", "en")
    assert (answer.code, codes(answer), kept()) == (5, ["CDS361"], [])
    assert f"has the mark {mark}" in answer.err
    form = run("examples", "theo-doi").out + f'qualifiers: {{"{mark}": preliminary}}\n'
    Path("form.yaml").write_text(form, encoding="utf-8")
    assert run("import", file, "--map", "form.yaml").code == 0
    assert kept() == ["doanh-nghiep,,2019,105,preliminary"]


@pytest.mark.usefixtures("desk")
def test_numbers_of_columns_inside_their_headings_are_no_marks(run: Run, kept: Kept) -> None:
    heading = ("Chỉ tiêu (1)", "ĐVT (2)", "Kết quả năm 2018 (3)", "Kết quả năm 2019 (4)")
    Path("b.yaml").write_text(
        'form: 1\ncolumns: {indicator: "Chỉ tiêu*", unit: "ĐVT*"}\nvalues: "Kết quả*"\n'
        "period_from: heading\n",
        encoding="utf-8",
    )
    file = csv("a.csv", heading, (NAME, "doanh nghiệp", 104, 105))
    assert run("import", file, "--map", "b.yaml").code == 0
    assert kept() == ["doanh-nghiep,,2018,104,exact", "doanh-nghiep,,2019,105,exact"]


@pytest.mark.usefixtures("desk")
def test_a_word_in_the_cell_goes_before_that_of_the_heading(run: Run, kept: Kept) -> None:
    file = csv("a.csv", ("Chỉ tiêu", "Sơ bộ 2019"), (NAME, "ước 105"))
    assert run("import", file, "--map", "wide.yaml").code == 0
    assert kept() == ["doanh-nghiep,,2019,105,estimate"]


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("dd/mm/yyyy", Shown.DAY),
        ("d-mmm-yy", Shown.DAY),
        ("[$-42A]dd mmmm yyyy;@", Shown.DAY),
        ("yyyy-mm-dd hh:mm:ss.000", Shown.DAY),
        ("mm/yyyy", Shown.MONTH),
        ("mmm-yy", Shown.MONTH),
        ('"tháng "m"/"yyyy', Shown.MONTH),
        ("yyyy", Shown.YEAR),
        ('"năm "yyyy', Shown.YEAR),
        ("h:mm AM/PM", None),
        ("[h]:mm:ss", None),
        ("mm:ss.0", None),
        ("General", None),
        ('#,##0 "đồng"', None),
        ("0.00%", Shown.PERCENT),
        ("0.00_%", None),
        ("#,##0_%_)", None),
        ("0.0*%", None),
        (r"0\%", None),
    ],
)
def test_a_number_format_tells_what_is_shown(code: str, kind: Shown | None) -> None:
    assert shown_by(code) is kind


@pytest.mark.parametrize(
    ("shows", "seen"),
    [("dd/mm/yyyy", "2020-12-01"), ("mm/yyyy", "12/2020"), ("mmm-yy", "12/2020"), ("yyyy", "2020")],
)
def test_a_date_cell_is_read_as_it_is_shown_by_both_libraries(
    write_book: Write, shows: str, seen: str
) -> None:
    def change(sheet: Any) -> None:
        sheet["A1"].number_format = shows

    path = write_book([[date(2020, 12, 1), "|"]], change)
    for fast in (True, False):
        ((_, (cell, _)),) = read_workbook(path, fast=fast).sheets[0].rows
        assert shown(cell) == seen


@pytest.mark.parametrize("year", [1900, 1999, 2019, 2026, 2200])
def test_a_year_formatted_as_a_date_is_a_fault_whatever_the_format(year: int) -> None:
    for kind in (Shown.DAY, Shown.MONTH, Shown.YEAR):
        assert dated(year, kind) == Fault("CDS358", str(year))


@pytest.mark.usefixtures("desk")
def test_a_fraction_that_excel_turned_into_a_month_is_no_figure(
    run: Run, write_book: Write
) -> None:
    def change(sheet: Any) -> None:
        sheet["C2"].number_format = "mmm-yy"

    write_book([["indicator", "period", "value"], ["ho-so", 2021, date(2020, 12, 1)]], change)
    assert codes(run("import", "a.xlsx")) == ["CDS343"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2020-S1", "2020-H1"),
        ("2011S2", "2011-H2"),
        ("2001M01", "2001-01"),
        ("2000-M1", "2000-01"),
        ("2024-W05", "2024-01-29/2024-02-04"),
        ("2020-Q3", "2020-Q3"),
        ("2020-A1", "2020"),
        ("2020-T2", "2020-05-01/2020-08-31"),
        ("2020-D032", "2020-02-01"),
        ("2020", "2020"),
    ],
)
def test_periods_of_sdmx_are_read_where_the_form_says_so(text: str, period: str) -> None:
    read = Calendar(sdmx=True).read(text)
    assert not isinstance(read, Problem)
    assert read.text == period


@pytest.mark.parametrize(
    "text", ["2020-S3", "2001M13", "2024-W60", "2021-W53", "2020-Q5", "2021-D366"]
)
def test_a_period_of_sdmx_that_does_not_exist_is_refused(text: str) -> None:
    assert isinstance(Calendar(sdmx=True).read(text), Problem)


@pytest.mark.usefixtures("desk")
def test_a_year_formatted_as_a_date_in_a_heading_is_refused_where_it_stands(
    run: Run, write_book: Write
) -> None:
    def change(sheet: Any) -> None:
        sheet["C1"].number_format = "dd/mm/yyyy"

    write_book([["Chỉ tiêu", 2018, 2019], [NAME, 104, 105]], change)
    answer = run("import", "a.xlsx", "--map", "wide.yaml", "--lang", "en")
    assert (codes(answer), "!C1: CDS358" in answer.err) == (["CDS358"], True)
