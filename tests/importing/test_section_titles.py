"""Titles above rows and columns, and names of sheets: what they say is held against the reading."""

from pathlib import Path

import pytest
from tests.conftest import Answer, Run
from tests.excel.conftest import Write
from tests.importing.conftest import Kept, codes, csv

from cdstrack.core.problem import ExitCode

HOW = ("--map", "theo-doi", "--lang", "en")
HEAD = ("TT", "Chỉ tiêu", "ĐVT", "Kết quả", "Ghi chú")
FILES = (1, "Tỷ lệ hồ sơ trực tuyến", "%", "67,84", "")
FIRMS = (2, "Số doanh nghiệp số", "doanh nghiệp", 1446, "")
DATED = ("Số liệu tính đến ngày 31/12/2021",)


def between(title: str, run: Run, *more: str) -> Answer:
    """What is said of a form with a title between two of its rows."""
    return run(
        "import", csv("a.csv", DATED, HEAD, FILES, ("", title, "", "", ""), FIRMS), *HOW, *more
    )


def above(title: str, run: Run, *more: str) -> Answer:
    """What is said of a form with a title above its heading."""
    return run("import", csv("a.csv", (title,), DATED, HEAD, FILES, FIRMS), *HOW, *more)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Biểu 2: tính đến ngày 30/9/2021", "names 2021-09-30, but the figures below"),
        ("II. Quý III/2021", "names Q3 2021, but the figures below it were read for 2021-12-31"),
        ("Kết quả năm 2020", "names 2020, but the figures below"),
        ("Huyện A", "names the unit huyen-a, but the figures below it were read for tinh-mau"),
        ("2. Số liệu của Huyện B", "names the unit huyen-b"),
        ("Kế hoạch năm 2022", "names a plan, but the figures below it were read as results"),
    ],
)
def test_a_title_in_a_table_that_says_otherwise_refuses_the_file(
    title: str, said: str, run: Run, kept: Kept
) -> None:
    """The figures below it were recorded as if it were not there."""
    answer = between(title, run)
    assert (answer.code, codes(answer), kept()) == (ExitCode.IMPORT, ["CDS383"], [])
    assert f'a.csv:4:2: CDS383 the line "{title}" {said}' in answer.err


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "title",
    [
        *("II. Xã hội số", "Mục tiêu đến năm 2025", "Sở Thông tin và Truyền thông", "tỉnh Mẫu"),
        *("Năm 2021", "Quý IV/2021", "Giai đoạn 2021-2025", "Đến năm 2025"),
        "Thực hiện Nghị quyết 06-NQ/TU ngày 29/6/2021",
    ],
)
def test_a_title_that_says_nothing_else_of_the_figures_is_passed_over(
    title: str, run: Run, kept: Kept
) -> None:
    answer = between(title, run)
    assert (answer.code, len(kept())) == (ExitCode.DONE, 2), answer.err
    assert "CDS383" not in answer.err


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "title",
    [
        "Huyện A",
        "UBND HUYỆN A",
        "Đơn vị báo cáo: UBND huyện A",
        "Kết quả của huyện A tính đến ngày 31/12/2021",
    ],
)
def test_a_unit_above_the_table_must_be_the_one_that_is_read(
    title: str, run: Run, kept: Kept
) -> None:
    """A district's form that nobody named the unit of became the province's figures."""
    refused = above(title, run)
    assert (refused.code, codes(refused), kept()) == (ExitCode.IMPORT, ["CDS383"], [])
    assert "Name the unit of the file: --org-unit huyen-a" in refused.err
    other = above(title, run, "--org-unit", "huyen-b", "--dry-run")
    assert other.code == ExitCode.DONE, "somebody said whose figures these are: a warning is enough"
    assert "CDS383 warning" in other.err
    assert above(title, run, "--org-unit", "huyen-a").code == ExitCode.DONE


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("heading", ["Kết quả huyện A năm 2021", "Kết quả 2021 (huyện A)"])
def test_a_unit_over_a_column_is_one_above_it(heading: str, run: Run, kept: Kept) -> None:
    path = csv("a.csv", ("TT", "Chỉ tiêu", heading), (2, "Số doanh nghiệp số", 300))
    refused = run("import", path, *HOW)
    assert (refused.code, codes(refused), kept()) == (ExitCode.IMPORT, ["CDS383"], [])
    assert run("import", path, *HOW, "--org-unit", "huyen-a").code == ExitCode.DONE


@pytest.mark.usefixtures("desk")
def test_the_period_of_an_option_goes_before_that_of_a_heading(run: Run) -> None:
    path = csv("a.csv", ("TT", "Chỉ tiêu", "Kết quả 2021"), (2, "Số doanh nghiệp số", 300))
    answer = run("import", path, *HOW, "--on", "2020")
    assert answer.code == ExitCode.DONE
    assert "CDS383" not in answer.err


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("title", ["Báo cáo quý III năm 2021", "KẾ HOẠCH NĂM 2022", "Năm 2020"])
def test_a_period_or_a_plan_above_the_table_is_told(title: str, run: Run) -> None:
    answer = above(title, run)
    assert answer.code == ExitCode.DONE
    assert "CDS383 warning" in answer.err


@pytest.mark.parametrize(("name", "code"), [("Huyện A", 5), ("Quý III-2021", 0), ("Biểu 1", 0)])
def test_the_name_of_a_sheet_is_a_title_too(
    name: str, code: int, desk: Path, run: Run, write_book: Write
) -> None:
    del desk

    def named(sheet: object) -> None:
        sheet.title = name  # type: ignore[attr-defined]

    write_book([DATED, HEAD, FILES, FIRMS], named)
    answer = run("import", "a.xlsx", *HOW)
    assert (answer.code, "CDS383" in answer.err) == (code, name != "Biểu 1"), answer.err


def test_a_line_that_the_description_skips_is_no_title(desk: Path, run: Run) -> None:
    shipped = run("examples", "theo-doi").out
    (desk / "own.yaml").write_text(shipped.replace('skip: ["Tổng"', 'skip: ["Huyện A", "Tổng"'))
    path = csv("a.csv", DATED, HEAD, FILES, ("", "Huyện A", "", "", ""), FIRMS)
    assert run("import", path, "--map", "own.yaml").code == ExitCode.DONE


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "heading", ["Kết quả nữ năm 2021", "Kết quả 2021 trừ cấp xã", "Số liệu mới tăng trong năm 2021"]
)
def test_a_heading_that_may_mean_a_part_is_told(heading: str, run: Run, kept: Kept) -> None:
    path = csv("a.csv", ("TT", "Chỉ tiêu", heading), (2, "Số doanh nghiệp số", 300))
    answer = run("import", path, *HOW)
    assert (answer.code, len(kept())) == (ExitCode.DONE, 1)
    assert f'the heading "{heading}" speaks of more than results' in answer.err


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "heading",
    [
        *("Kết quả thực hiện đến ngày 31/12/2021", "Lũy kế đến hết năm 2021 (doanh nghiệp)"),
        *(
            "Kết quả tỉnh Mẫu từ 1/1/2021 đến 31/12/2021",
            "Kết quả thực hiện kế hoạch năm 2021",
            "Ước thực hiện cả năm 2021",
            "KQ 2021",
        ),
    ],
)
def test_a_heading_with_the_usual_words_is_not(heading: str, run: Run) -> None:
    path = csv("a.csv", ("TT", "Chỉ tiêu", heading), (2, "Số doanh nghiệp số", 300))
    answer = run("import", path, *HOW)
    assert answer.code == ExitCode.DONE
    assert "more than results" not in answer.err
