"""An office's own Word file: filled with the report, in a sandbox, refused where it cannot be."""

import os
import re
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from tests.conftest import Run
from tests.report.example_template import example_template, word_file

from cdstrack.render.annex.ooxml import paragraph
from cdstrack.render.annex.ooxml import run as text_run
from cdstrack.render.annex.word_parts import section

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "phu-luc-mau.docx"
pytestmark = pytest.mark.usefixtures("workspace")


def template(folder: Path, content: str) -> str:
    """A template of one paragraph."""
    body = paragraph(text_run(content), "Body") + section(across=False, first_page_bare=True)
    (folder / "mau.docx").write_bytes(word_file(body))
    return "mau.docx"


def test_the_example_of_the_docs_is_current() -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        EXAMPLE.parent.mkdir(exist_ok=True)
        EXAMPLE.write_bytes(example_template())
    assert EXAMPLE.read_bytes() == example_template()


def test_the_example_is_filled_with_every_name(run: Run, folder: Path) -> None:
    answer = run("report", "-o", "a.docx", "--template", str(EXAMPLE))
    assert (answer.code, answer.err) == (0, "")
    document = Document(str(folder / "a.docx"))
    told = "\n".join(each.text for each in document.paragraphs)
    assert "{{" not in told
    assert told.startswith("TỈNH MẪU\nPhụ lục I\n")
    assert "Tính đến ngày 31/8/2022 (31-8-2022)" in told
    [table] = document.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0][:3] == ["STT", "Chỉ tiêu", "Đơn vị tính"]
    found = next(row for row in rows if row[0] == "1")
    assert found[3].startswith("Năm 2025: ít nhất 90% [1]")
    assert found[4].startswith("67,84% (981/1.446)")
    assert found[5] == "75,38%"


def test_the_same_input_gives_the_same_bytes(run: Run, folder: Path) -> None:
    for name in ("one.docx", "two.docx"):
        assert run("report", "-o", name, "--template", str(EXAMPLE)).code == 0
    assert (folder / "one.docx").read_bytes() == (folder / "two.docx").read_bytes()


def test_a_template_without_properties_is_not_dated_by_the_clock_either(
    run: Run, folder: Path
) -> None:
    with ZipFile(EXAMPLE) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts.pop("docProps/core.xml")
    for name in ("[Content_Types].xml", "_rels/.rels"):
        parts[name] = re.sub(rb"<(Override|Relationship) [^>]*core[^>]*/>", b"", parts[name])
    with ZipFile(folder / "bare.docx", "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert run("report", "-o", "a.docx", "--template", "bare.docx").code == 0
    assert Document(str(folder / "a.docx")).core_properties.modified.year == 1980


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{{ khong_co }}", "'khong_co' is undefined"),
        ("{% for row in rows %}", "Unexpected end of template"),
        ("{{ body.__class__.__mro__ }}", "access to attribute '__class__'"),
        ("{{ ''.__class__.__base__.__subclasses__() }}", "is unsafe"),
        ("{{ rows.append(1) }}", "is unsafe"),
        ("{{ 'a' * 1000000000 }}", "*"),
        ("{{ 9 ** 9 ** 9 }}", "**"),
        ("{{ range(100000000) | list }}", "Range too big"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{% include '/etc/passwd' %}", "no loader"),
        ("{{ body | khong_co }}", "No filter named"),
    ],
)
def test_a_placeholder_that_cannot_be_filled_is_named_and_nothing_is_written(
    content: str, said: str, run: Run, folder: Path
) -> None:
    (folder / "a.docx").write_text("giữ nguyên")
    answer = run("report", "-o", "a.docx", "--template", template(folder, content), "--lang", "en")
    assert (answer.code, answer.out) == (2, "")
    assert "CDS038 the template mau.docx cannot be filled" in answer.err
    assert said in answer.err
    assert (folder / "a.docx").read_text() == "giữ nguyên"


def test_what_is_no_word_file_is_refused(run: Run, folder: Path) -> None:
    (folder / "a.txt").write_text("không phải Word")
    (folder / "b.docx").write_bytes(BytesIO(b"PK\x03\x04").getvalue())
    with ZipFile(folder / "c.docx", "w") as archive:
        archive.writestr("hello.txt", "x")
    for name in ("a.txt", "b.docx", "c.docx"):
        answer = run("report", "-o", "out.docx", "--template", name)
        assert answer.code == 2
        assert f"CDS037 không phải tệp Word (.docx): {name}" in answer.err
    assert not (folder / "out.docx").exists()


def test_a_template_that_is_not_there_is_said(run: Run) -> None:
    answer = run("report", "-o", "out.docx", "--template", "khong-co.docx")
    assert answer.code == 2
    assert "khong-co.docx" in answer.err


def test_a_template_that_unpacks_to_too_much_is_refused(run: Run, folder: Path) -> None:
    with ZipFile(folder / "bomb.docx", "w", 8) as archive:
        archive.writestr("word/document.xml", b"0" * (40 * 2**20))
    answer = run("report", "-o", "out.docx", "--template", "bomb.docx", "--lang", "en")
    assert answer.code == 2
    assert "CDS037 the template is too large" in answer.err


def test_without_docxtpl_it_says_what_to_install(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docxtpl", None)
    answer = run("report", "-o", "a.docx", "--template", str(EXAMPLE), "--lang", "en")
    assert answer.code == 2
    assert "CDS036 --template needs an extra that is not installed: word" in answer.err
    assert "pip install 'cdstrack[word]'" in answer.err
    assert not (folder / "a.docx").exists()
    # The official form needs nothing.
    assert run("report", "-o", "a.docx").code == 0


def test_a_template_is_for_word_only(run: Run) -> None:
    for arguments in (["-o", "a.pdf"], ["-o", "a.docx", "--paragraph"]):
        answer = run("report", *arguments, "--template", "x.docx")
        assert (answer.code, "CDS039" in answer.err) == (2, True)


def test_texts_of_the_plan_are_not_read_as_markup(run: Run, folder: Path) -> None:
    plan = folder / "targets.yaml"
    text = plan.read_text(encoding="utf-8")
    hostile = "{{ 7 * 7 }} <w:br/> & Sở"
    plan.write_text(text.replace("{vi: tỉnh Mẫu", f"{{vi: '{hostile}'"), encoding="utf-8")
    assert run("report", "-o", "a.docx", "--template", template(folder, "{{ body }}|")).code == 0
    told = [each.text for each in Document(str(folder / "a.docx")).paragraphs]
    assert told[0] == f"{hostile.upper()}|"
