"""The annex as a Word file: read by python-docx, printed by LibreOffice, the same bytes each time."""

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from tests.conftest import Run
from tests.report.large import lay_out_large

from cdstrack.core.reports.plan_report import PlanReport
from cdstrack.files.export.package import write_package
from cdstrack.render.annex.annex import annex
from cdstrack.render.annex.word import annex_parts
from cdstrack.render.view import View

pytestmark = pytest.mark.usefixtures("workspace")
HEADS = [
    *("STT", "Chỉ tiêu", "Đơn vị tính", "Mục tiêu", "Kết quả", "Tỷ lệ hoàn thành"),
    *("Cơ quan chủ trì", "Ghi chú"),
]
needs_writer = pytest.mark.skipif(
    not (shutil.which("lowriter") and shutil.which("pdftotext")),
    reason="there is no LibreOffice Writer",
)


@pytest.fixture
def document(run: Run, folder: Path) -> Any:
    """The annex of the sample plan as python-docx opens it."""
    answer = run("report", "-o", "phu-luc.docx")
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    return Document(str(folder / "phu-luc.docx"))


def texts(row: Any) -> list[str]:
    """The texts of a row's cells; what is merged down stands in each of its rows."""
    return [cell.text for cell in row.cells]


def part(path: Path, name: str) -> str:
    """A part of a Word file."""
    with ZipFile(path) as archive:
        return archive.read(name).decode()


def test_the_head_is_that_of_an_official_document_with_number_and_day_left_blank(
    document: Any,
) -> None:
    head = document.tables[0]
    left, right = (cell.text.split("\n") for cell in head.rows[0].cells)
    assert (left[0], left[-1]) == ("TỈNH MẪU", "Số: ……/……")
    assert right[:2] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert right[-1] == "……………, ngày …… tháng …… năm ……"
    told = [paragraph.text for paragraph in document.paragraphs]
    assert "Phụ lục I" in told
    assert "Tính đến ngày 31/8/2022" in told
    assert "(Kèm theo Báo cáo số ……/…… ngày …… tháng …… năm …… của ……………)" in told


def test_paper_margins_and_letters_are_those_of_the_decree(document: Any) -> None:
    upright, across = document.sections
    sizes = [(each.page_width.mm, each.page_height.mm) for each in (upright, across)]
    assert [tuple(map(round, each)) for each in sizes] == [(210, 297), (297, 210)]
    for each in (upright, across):
        margins = (each.top_margin, each.bottom_margin, each.left_margin, each.right_margin)
        assert [round(margin.mm) for margin in margins] == [20, 20, 30, 15]
    assert document.styles.element.xpath("//w:rFonts/@w:ascii") == ["Times New Roman"]
    assert upright.different_first_page_header_footer


def test_the_table_has_eight_columns_a_repeated_head_and_a_row_for_each_target(
    document: Any, report: PlanReport
) -> None:
    table = document.tables[-1]
    assert texts(table.rows[0]) == HEADS
    assert table.rows[0]._tr.trPr.xpath("w:tblHeader")
    assert sum(column.width.mm for column in table.columns) == pytest.approx(252, abs=0.5)
    targets = len(report.status.lines)
    assert len(table.rows) == 1 + len(report.pillars) + targets


def test_a_pillar_is_one_merged_row_with_a_roman_number(document: Any, report: PlanReport) -> None:
    rows = [row for row in document.tables[-1].rows if row._tr.xpath("w:tc//w:gridSpan")]
    found = [[*dict.fromkeys(texts(row))] for row in rows]
    names = [View(plan_of(report)).pillar(each) for each in report.pillars]
    assert found == [list(each) for each in zip(["I", "II", "III"], names, strict=False)]


def plan_of(report: PlanReport) -> Any:
    """The plan that the sample's report is about."""
    from cdstrack.cli.app.workspace import open_workspace

    del report
    return open_workspace(Path("targets.yaml")).plan


def test_numbers_have_a_decimal_comma_and_what_two_targets_share_is_merged(document: Any) -> None:
    rows = [texts(row) for row in document.tables[-1].rows]
    first, second = (row for row in rows if row[0] == "1")
    assert first[:3] == second[:3]
    assert first[4] == second[4] == "67,84% (981/1.446)\n(31/7/2022)"
    assert (first[3], first[5]) == ("Năm 2025: ít nhất 90%", "75,38%")
    # The mark of the document that was cited above.
    assert (second[3], second[5]) == ("Năm 2030: ít nhất 100%1", "67,84%")
    assert first[7].startswith("Đúng tiến độ; còn thiếu 22,16 điểm phần trăm (321 hồ sơ)")


def test_documents_are_footnotes_in_the_order_of_reading_and_cited_again_by_reference(
    document: Any, folder: Path
) -> None:
    body = part(folder / "phu-luc.docx", "word/document.xml")
    made = re.findall(r'<w:footnoteReference w:id="(\d+)"/>', body)
    again = re.findall(r"NOTEREF _RefNote(\d+) ", body)
    assert made == [str(number) for number in range(1, len(made) + 1)]
    assert again
    assert set(again) <= set(made)
    notes = part(folder / "phu-luc.docx", "word/footnotes.xml")
    assert len(re.findall(r'<w:footnote w:id="\d+"><w:p>', notes)) == len(made)
    assert "Nghị quyết" in notes
    del document


def test_an_indicator_without_targets_has_its_tendency_for_a_remark(run: Run, folder: Path) -> None:
    assert run("record", "dan-so", "1200000", "--on", "2019", "--yes").code == 0
    assert run("report", "-o", "a.docx", "--all").code == 0
    rows = [texts(row) for row in Document(str(folder / "a.docx")).tables[-1].rows]
    [found] = [row for row in rows if row[1].startswith("Dân số")]
    assert (found[3], found[5]) == ("", "")
    assert "%" in found[7]


def test_the_last_line_is_of_the_plan_and_the_chain(document: Any, report: PlanReport) -> None:
    last = document.paragraphs[-1].text
    assert report.header.head is not None
    assert report.header.plan_digest[:12] in last
    assert last.rstrip(".").endswith(report.header.head[:12])


def test_the_same_input_gives_the_same_bytes_without_a_clock(report: PlanReport) -> None:
    view = View(plan_of(report))
    files = []
    for _ in range(2):
        file = BytesIO()
        write_package(file, annex_parts(annex(report, view)))
        files.append(file.getvalue())
    assert files[0] == files[1]
    with ZipFile(BytesIO(files[0])) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_a_report_without_indicators_says_so(run: Run, folder: Path) -> None:
    answer = run("report", "-o", "rong.docx", "không-có-gì-như-vậy")
    assert answer.code == 0
    told = [each.text for each in Document(str(folder / "rong.docx")).paragraphs]
    assert "Không có chỉ tiêu nào." in told


def test_in_english_it_has_the_same_shape(run: Run, folder: Path) -> None:
    assert run("report", "-o", "annex.docx", "--lang", "en").code == 0
    document = Document(str(folder / "annex.docx"))
    assert texts(document.tables[-1].rows[0])[-3:] == ["Completion rate", "Lead body", "Remarks"]
    assert "SOCIALIST REPUBLIC OF VIET NAM" in document.tables[0].rows[0].cells[1].text


@needs_writer
def test_libreoffice_prints_head_and_notes_on_the_pages_where_they_belong(
    document: Any, folder: Path
) -> None:
    del document
    first, *tables = printed(folder, "phu-luc.docx")
    assert "Phụ lục I" in first
    assert "STT" not in first
    told = " ".join(" ".join(tables).split())
    assert "67,84%" in told
    assert "Nghị quyết về chuyển đổi số, số 06-NQ/TU, ngày 29/6/2021." in told


@needs_writer
def test_libreoffice_repeats_the_head_of_the_table_and_numbers_the_pages(
    run: Run, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("lon")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("CDSTRACK_TODAY", "2026-03-01")
    lay_out_large(folder, 40, 4)
    assert run("report", "-o", "a.docx").code == 0
    first, *tables = printed(folder, "a.docx")
    tables = [page for page in tables if "hồ sơ công việc" in page]
    assert len(tables) > 3
    for number, page in enumerate(tables, 2):
        assert page.split()[0] == str(number)
        assert all(head in page for head in ("STT", "Chỉ tiêu", "Mục tiêu", "Ghi chú"))
    assert first.split()[0] == "TỈNH"


def printed(folder: Path, file: str) -> list[str]:
    """The pages that LibreOffice Writer prints of a file, as text."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", file]
    subprocess.run(convert, check=True, capture_output=True, timeout=180, cwd=folder)
    made = str(folder / Path(file).with_suffix(".pdf").name)
    done = subprocess.run(["pdftotext", "-layout", made, "-"], check=True, capture_output=True)
    return done.stdout.decode().removesuffix("\f").split("\f")
