"""Names, notes and addresses from outside are shown in office files, never obeyed."""

import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from lxml import etree
from openpyxl import load_workbook
from tests.conftest import Run

NAMES = {
    "markup": "</w:t><w:br/><script>x</script> & \"'",
    "letters of several looks": "<r><t>đậm</t></r> & <r></r>",
    "a formula": '=HYPERLINK("http://example.org")',
    "a field": "{ INCLUDETEXT c:/x } NOTEREF _RefNote1 MERGEFIELD",
    "no characters": "a\uffffb\ufffec",
    "controls": "a\x1b[31mb\u202ec\u0000",
    "typst": '#panic("x") $x$ \\ *y*',
    "long": "Đ" * 3_000,
    "placeholders": "{{ 7 * 7 }}{% raw %}",
}
NAMES_BY_ID = pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)


def lay_out(folder: Path, run: Run, name: str) -> None:
    """A plan in which the name stands wherever a name may, with two figures."""
    quoted = '"' + "".join(f"\\U{ord(each):08x}" for each in name) + '"'
    (folder / "targets.yaml").write_text(
        f"""\
schema: 1
plan: {{id: p, title: {{vi: {quoted}}}, area: tinh}}
documents: {{van-ban: {{title: {quoted}, number: {quoted}, issuer: {quoted}, url: {quoted}}}}}
pillars: {{tru-cot: {{vi: {quoted}}}}}
org_units: {{tinh: {{vi: {quoted}}}, so: {{vi: {quoted}}}}}
indicators:
  - id: chi-tieu
    name: {{vi: {quoted}}}
    pillar: tru-cot
    unit: count
    unit_label: {{vi: {quoted}}}
    direction: increase
    lead: so
    note: {quoted}
    targets: [{{due: 2025-12-31, at_least: 90, wording: {quoted}, document: van-ban}}]
""",
        encoding="utf-8",
    )
    assert run("init").code == 0
    for value, day in (("10", "2020-12-31"), ("20", "2021-12-31")):
        figure = ("chi-tieu", value, "--on", day, "--document", "van-ban", "--yes")
        assert run("record", *figure).code == 0


@NAMES_BY_ID
def test_a_word_file_is_sound_and_leads_nowhere(name: str, run: Run, folder: Path) -> None:
    lay_out(folder, run, name)
    for arguments in (["-o", "a.docx"], ["-o", "b.docx", "--paragraph"]):
        assert run("report", *arguments).code == 0
    for file in ("a.docx", "b.docx"):
        with ZipFile(folder / file) as archive:
            parts = {each: archive.read(each).decode() for each in archive.namelist()}
        for text in parts.values():
            etree.fromstring(text.encode())
        assert "<script" not in parts["word/document.xml"]
        assert not any("TargetMode" in text for text in parts.values())
        asked = parts["word/document.xml"].split("<w:instrText")[1:]
        assert all(each.split(">", 1)[1].startswith((" NOTEREF ", " PAGE ")) for each in asked)
    rows = Document(str(folder / "a.docx")).tables[-1].rows
    shown = rows[2].cells[1].text
    assert shown
    assert shown[0] == name.strip()[0]


@NAMES_BY_ID
def test_a_workbook_has_texts_for_them(name: str, run: Run, folder: Path) -> None:
    lay_out(folder, run, name)
    assert run("report", "-o", "a.xlsx").code == 0
    book = load_workbook(folder / "a.xlsx")
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    with ZipFile(folder / "a.xlsx") as archive:
        for part in archive.namelist():
            etree.fromstring(archive.read(part))


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="there is no pdftotext")
@NAMES_BY_ID
def test_a_pdf_shows_them(name: str, run: Run, folder: Path) -> None:
    lay_out(folder, run, name)
    assert run("report", "-o", "a.pdf").code == 0
    done = subprocess.run(["pdftotext", "-raw", "a.pdf", "-"], check=True, capture_output=True)
    text = done.stdout.decode()
    assert "Chi-tieu" not in text
    assert name.strip()[0] in text
    assert b"/URI" not in (folder / "a.pdf").read_bytes()
