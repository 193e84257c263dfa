"""Two sentences about an indicator, ready to be pasted: figure, day, change, gap, verdict, sources."""

import json
from pathlib import Path

import pytest
from docx import Document
from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("workspace")
FILES = (
    "Hồ sơ công việc cấp tỉnh xử lý trên môi trường mạng, tính đến ngày 31/7/2022, là 67,84% "
    "(981/1.446)[1], tăng 7,84 điểm phần trăm so với kỳ 31/12/2021 (60%). So với mục tiêu năm 2025 "
    "(ít nhất 90%)[2], còn thiếu 22,16 điểm phần trăm (321 hồ sơ); đánh giá tính đến ngày 31/8/2022: "
    "đúng tiến độ (độ tin cậy thấp; vượt tiến độ)."
)


def test_it_has_two_sentences_and_the_documents_as_notes(run: Run) -> None:
    answer = run("report", "--paragraph", "ho-so-cap-tinh")
    assert (answer.code, answer.err) == (0, "")
    paragraph, notes = answer.out.split("\n\n")
    assert paragraph == FILES
    assert notes == (
        "[1] Báo cáo tháng 7 năm 2022, số 123/BC-STTTT, ngày 5/8/2022.\n"
        "[2] Nghị quyết về chuyển đổi số, số 06-NQ/TU, ngày 29/6/2021.\n"
    )


def test_indicators_come_in_the_order_typed_and_share_their_notes(run: Run) -> None:
    out = run("report", "--paragraph", "giao-dich", "ho-so-cap-tinh", "--lang", "en").out
    first, second, notes = out.split("\n\n")
    assert first.startswith("Online transactions in a month stood at about 4,120 for July 2022[1]")
    assert second.startswith("Provincial work files handled online stood at 67.84%")
    assert [line[:3] for line in notes.splitlines()] == ["[1]", "[2]"]


def test_without_names_it_speaks_of_all_that_the_filters_leave(run: Run) -> None:
    found = json.loads(run("report", "--paragraph", "--format", "json", "level=xa").out)
    assert [each["indicator"] for each in found["items"]] == ["ho-so-cap-xa"]


def test_an_unknown_name_gets_a_suggestion(run: Run) -> None:
    answer = run("report", "--paragraph", "ho-so-cap-tinhh")
    assert answer.code == 2
    assert "ho-so-cap-tinh" in answer.err


def test_markdown_has_footnotes_and_escapes_what_it_would_obey(run: Run, folder: Path) -> None:
    plan = folder / "targets.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(
        text.replace("Hồ sơ công việc cấp tỉnh", "Hồ **sơ** _của_ <b>"), encoding="utf-8"
    )
    out = run("report", "--paragraph", "ho-so-cap-tinh", "--format", "markdown").out
    assert out.startswith(r"Hồ \*\*sơ\*\* \_của\_ &lt;b&gt;")
    assert "[^1]" in out.splitlines()[0]
    assert "\n[^1]: " in out


def test_in_word_the_marks_are_footnotes(run: Run, folder: Path) -> None:
    assert run("report", "--paragraph", "ho-so-cap-tinh", "-o", "doan.docx").code == 0
    [paragraph] = Document(str(folder / "doan.docx")).paragraphs
    assert paragraph.text == FILES.replace("[1]", "").replace("[2]", "")
    assert len(paragraph._p.xpath(".//w:footnoteReference")) == 2


def test_a_figure_that_is_doubtful_says_so_and_why(run: Run) -> None:
    typed = ("ho-so-cap-tinh", "0,7", "--on", "15/8/2022", "--yes")
    assert run("record", *typed).code == 0
    out = run("report", "--paragraph", "ho-so-cap-tinh").out
    assert "là 0,7% (?) (không nêu nguồn), giảm 67,14 điểm phần trăm" in out
    assert "\n(?) Số liệu cần đối chiếu với nguồn: Hồ sơ công việc cấp tỉnh" in out


def test_a_place_that_is_an_estimate_is_no_place_to_stand_on(run: Run) -> None:
    assert (
        run("record", "xep-hang", "28/63", "--on", "2021-12-30", "--qualifier", "estimate").code
        == 0
    )
    told = run("report", "--paragraph", "xep-hang", "--as-of", "2021-12-30").out
    assert "có thứ hạng ước 28/63" in told


def test_a_target_that_has_ended_says_since_when_and_why(run: Run, folder: Path) -> None:
    plan = folder / "targets.yaml"
    text = plan.read_text(encoding="utf-8")
    ended = ", ended: {date: 2022-07-01, reason: bỏ cấp huyện}}"
    at = text.index("due: 2025-12-31", text.index("id: ho-so-cap-tinh"))
    end = text.index("}", at)
    plan.write_text(text[:end] + ended + text[end + 1 :], encoding="utf-8")
    told = run("report", "--paragraph", "ho-so-cap-tinh", "--milestone", "2025").out
    assert (
        "không áp dụng từ 1/7/2022: bỏ cấp huyện; đánh giá tính đến ngày 31/8/2022: không còn áp dụng"
        in " ".join(told.split())
    )


def test_a_figure_without_a_source_says_so(run: Run) -> None:
    assert run("record", "ho-so-cap-tinh", "70", "--on", "15/8/2022", "--yes").code == 0
    out = run("report", "--paragraph", "ho-so-cap-tinh").out
    assert "là 70% (không nêu nguồn), tăng 2,16 điểm phần trăm" in out


def test_a_milestone_asked_for_is_the_target_that_is_spoken_of(run: Run) -> None:
    out = run("report", "--paragraph", "ho-so-cap-tinh", "--milestone", "2030").out
    assert "So với mục tiêu năm 2030 (ít nhất 100%)" in out


def test_known_at_an_earlier_instant_it_says_what_was_known(run: Run) -> None:
    asked = ("--known-at", "2022-08-30", "--as-of", "2022-08-30")
    out = run("report", "--paragraph", "ho-so-cap-tinh", *asked).out
    assert "tăng 12,84 điểm phần trăm so với kỳ 31/12/2021 (55%)" in out


@pytest.mark.parametrize("ending", ["txt", "md", "json", "docx"])
def test_the_same_input_gives_the_same_bytes(ending: str, run: Run, folder: Path) -> None:
    names = [f"one.{ending}", f"two.{ending}"]
    for name in names:
        assert run("report", "--paragraph", "-o", name).code == 0
    one, two = ((folder / name).read_bytes() for name in names)
    assert one == two
