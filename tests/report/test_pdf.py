"""The report as a PDF: A4, bookmarks, Vietnamese text that can be copied, the same bytes each time."""

import shutil
import subprocess
import sys
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from tests.conftest import Run

from cdstrack.files.export.pdf import write_pdf
from cdstrack.render.report.pdf import FONT

VOWELS = "aăâeêioôơuưy"
MARKS = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LETTERS = [
    unicodedata.normalize("NFC", letter + mark)
    for vowel in VOWELS
    for letter in (vowel, vowel.upper())
    for mark in MARKS
]
LETTERS += ["đ", "Đ", *"bcdghklmnpqrstvxBCDGHKLMNPQRSTVX", *"0123456789", *"%‰≥≤−–“”…→"]
pytestmark = [
    pytest.mark.usefixtures("workspace"),
    pytest.mark.skipif(not shutil.which("pdftotext"), reason="there is no pdftotext"),
]


def told(path: str, *options: str) -> str:
    """The text of a PDF, as it is copied out of it."""
    command = ["pdftotext", *options, path, "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def facts(path: str) -> dict[str, str]:
    """What pdfinfo says of it."""
    done = subprocess.run(["pdfinfo", path], check=True, capture_output=True).stdout.decode()
    pairs = (line.partition(":") for line in done.splitlines())
    return {name: value.strip() for name, _, value in pairs}


def test_it_is_on_a4_tagged_and_has_a_title(run: Run) -> None:
    answer = run("report", "-o", "a.pdf")
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    known = facts("a.pdf")
    assert "A4" in known["Page size"]
    assert known["Tagged"] == "yes"
    assert known["Title"].startswith(
        "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU – Đề án chuyển đổi số tỉnh Mẫu"
    )
    assert "CreationDate" not in known


def test_every_vietnamese_letter_can_be_copied_with_its_mark(folder: Path) -> None:
    template = (
        "#let data = json(bytes(sys.inputs.data))\n"
        "#set text(font: data.font)\n#for each in data.letters [#each \\ ]\n"
    )
    import json

    data = json.dumps({"font": FONT, "letters": LETTERS}, ensure_ascii=False)
    with (folder / "letters.pdf").open("wb") as file:
        write_pdf(file, template, data)
    assert told("letters.pdf").split() == LETTERS
    used = subprocess.run(["pdffonts", "letters.pdf"], check=True, capture_output=True)
    fonts = [line.split()[0] for line in used.stdout.decode().splitlines()[2:]]
    assert len(fonts) == 1
    assert fonts[0].endswith("LibertinusSerif-Regular-Identity-H")


def test_the_text_of_the_report_is_there_with_its_marks(run: Run) -> None:
    assert run("report", "-o", "a.pdf").code == 0
    text = " ".join(told("a.pdf").split())
    for words in (
        "Hồ sơ công việc cấp tỉnh xử lý trên môi trường mạng",
        "67,84% (981/1.446)",
        "còn thiếu 22,16 điểm phần trăm (321 hồ sơ)",
        "Nghị quyết về chuyển đổi số, số 06-NQ/TU",
    ):
        assert words in text


def test_pillars_and_indicators_are_bookmarks(run: Run, folder: Path) -> None:
    assert run("report", "-o", "a.pdf").code == 0
    dumped = subprocess.run(
        ["pdftohtml", "-xml", "-i", "-stdout", "a.pdf"], check=True, capture_output=True
    ).stdout.decode()
    outline = dumped[dumped.index("<outline>") :]
    assert "I. Chính quyền số" in outline
    assert "Hồ sơ công việc cấp tỉnh xử lý trên môi trường mạng" in outline
    del folder


def test_the_same_input_gives_the_same_bytes(run: Run, folder: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        assert run("report", "-o", name).code == 0
    assert (folder / "one.pdf").read_bytes() == (folder / "two.pdf").read_bytes()


@pytest.mark.parametrize(
    "hostile",
    [
        '#panic("x")',
        "$x^2$ *đậm* _a_ @x <y> `z`",
        '"; #import "/etc/passwd"',
        "= Tiêu đề",
        "\\ // a",
    ],
)
def test_texts_are_shown_and_not_set(hostile: str, run: Run, folder: Path) -> None:
    plan = folder / "targets.yaml"
    text = plan.read_text(encoding="utf-8")
    quoted = hostile.replace("'", "''")
    name = "{vi: Hồ sơ công việc cấp tỉnh xử lý trên môi trường mạng"
    assert name in text
    plan.write_text(text.replace(name, f"{{vi: '{quoted}'"), encoding="utf-8")
    assert run("report", "-o", "a.pdf").code == 0
    assert " ".join(hostile.split()) in " ".join(told("a.pdf", "-raw").split())


def test_a_report_without_indicators_says_so(run: Run) -> None:
    assert run("report", "-o", "a.pdf", "không-có-gì-như-vậy").code == 0
    assert "Không có chỉ tiêu nào." in told("a.pdf")


def test_without_typst_it_says_what_to_install_and_writes_nothing(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    answer = run("report", "-o", "a.pdf", "--lang", "en")
    assert answer.code == 2
    assert "CDS036 PDF needs an extra that is not installed: pdf" in answer.err
    assert "pip install 'cdstrack[pdf]'" in answer.err
    assert not (folder / "a.pdf").exists()


def test_the_layout_reads_no_file(folder: Path) -> None:
    (folder / "secret.txt").write_text("bí mật")
    file = BytesIO()
    with pytest.raises(RuntimeError):
        write_pdf(file, '#read("secret.txt")', "{}")
    assert file.getvalue() == b""
