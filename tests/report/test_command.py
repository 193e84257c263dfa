"""`cdstrack report`: which file it writes, and what it refuses."""

import json
import re
from pathlib import Path

import pytest
from tests.conftest import Run

from cdstrack.cli.app.workspace import Workspace

pytestmark = pytest.mark.usefixtures("workspace")


def test_the_ending_of_the_file_decides_the_format(run: Run, folder: Path) -> None:
    answer = run("report", "-o", "bao-cao.html")
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    assert (folder / "bao-cao.html").read_text(encoding="utf-8").startswith("<!doctype html>\n")


def test_the_same_input_gives_the_same_bytes(run: Run, folder: Path) -> None:
    for name in ("one.html", "two.html"):
        assert run("report", "-o", name).code == 0
    assert (folder / "one.html").read_bytes() == (folder / "two.html").read_bytes()


def test_without_a_file_it_says_how_to_name_one(run: Run) -> None:
    answer = run("report", "--lang", "en")
    assert (answer.code, answer.out) == (2, "")
    assert "CDS028" in answer.err
    assert "Add -o FILE with one of the extensions .html" in answer.err


def test_a_format_asked_for_is_printed(run: Run) -> None:
    assert run("report", "--format", "html").out.startswith("<!doctype html>\n")


def test_an_ending_that_it_cannot_write_is_refused_before_anything_is_read(
    run: Run, folder: Path
) -> None:
    answer = run("report", "-o", "bao-cao.csv", "--plan", "nowhere.yaml")
    assert (answer.code, "CDS018" in answer.err) == (2, True)
    assert not (folder / "bao-cao.csv").exists()


def test_filters_that_leave_nothing_say_so_and_the_page_too(run: Run, folder: Path) -> None:
    answer = run("report", "-o", "bao-cao.html", "không-có-gì-như-vậy")
    assert answer.code == 0
    assert "không có gì khớp với bộ lọc" in answer.err
    page = (folder / "bao-cao.html").read_text(encoding="utf-8")
    assert "Không có chỉ tiêu nào để hiển thị." in page


def test_the_plan_and_the_store_are_never_replaced(run: Run, workspace: Workspace) -> None:
    assert isinstance(workspace.store, Path)
    plan = workspace.store.parent.parent / "targets.yaml"
    kept = plan.read_bytes()
    answer = run("report", "--format", "html", "-o", "targets.yaml")
    assert (answer.code, "CDS026" in answer.err) == (2, True)
    assert plan.read_bytes() == kept


def test_last_weeks_report_can_be_made_again_byte_for_byte(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("--as-of", "2022-08-31")
    assert run("report", *asked, "-o", "then.html").code == 0
    status = json.loads(run("status", *asked, "--format", "json").out)
    monkeypatch.setenv("CDSTRACK_TODAY", "2022-10-05")
    assert run("record", "ho-so-cap-tinh", "70", "--on", "2022-09-30", "--yes").code == 0
    revised = ("ho-so-cap-tinh", "68", "--on", "2022-07-31", "--reason", "tính lại")
    assert run("correct", *revised).code == 0
    known = ("--known-at", status["known_at"])
    assert run("report", *asked, *known, "-o", "again.html").code == 0
    assert run("report", *asked, "-o", "now.html").code == 0
    then, again, now = ((folder / f"{name}.html").read_bytes() for name in ("then", "again", "now"))
    assert again == then
    assert now != then


def test_the_footer_names_the_plan_and_the_head_of_the_record(run: Run, folder: Path) -> None:
    assert run("report", "-o", "bao-cao.html").code == 0
    status = json.loads(run("status", "--format", "json").out)
    page = (folder / "bao-cao.html").read_text(encoding="utf-8")
    foot = page.partition("<footer>")[2]
    assert f"bản {status['plan']['digest'][:12]} · chuỗi {status['head'][:12]}" in foot
    assert run("log", "--verify", status["head"][:12]).code == 0


def test_an_order_holds_for_the_table_and_for_the_sections(run: Run, folder: Path) -> None:
    assert run("report", "-o", "bao-cao.html", "--sort", "gap").code == 0
    page = (folder / "bao-cao.html").read_text(encoding="utf-8")
    status = json.loads(run("status", "--sort", "gap", "--format", "json").out)
    wanted = [item["indicator"] for item in status["items"]]
    assert re.findall(r'<tr id="t-([a-z-]+)"', page) == wanted
    assert re.findall(r'<section class="indicator" id="i-([a-z-]+)"', page) == wanted
    assert 'class="group"' not in page
    assert run("report", "-o", "bao-cao.html", "--sort", "lead").code == 0
    page = (folder / "bao-cao.html").read_text(encoding="utf-8")
    heads = re.findall(r'<tr class="group"><th[^>]*>([^<]+)<', page)
    assert heads == ["Sở Công Thương", "Sở Thông tin và Truyền thông"]


def test_it_speaks_english_where_it_is_asked_to(run: Run, folder: Path) -> None:
    assert run("report", "-o", "report.html", "--lang", "en", "--all").code == 0
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    for words in ("Progress report, as of 2022-08-31", "Pillars and milestones", "By 2025"):
        assert words in page


def test_a_plan_without_targets_has_no_empty_columns(run: Run, folder: Path) -> None:
    assert run("report", "-o", "bao-cao.html", "--all", "--indicator", "dan-so").code == 0
    page = (folder / "bao-cao.html").read_text(encoding="utf-8")
    heads = re.findall(r'<th scope="col"[^>]*>([^<]+)</th>', page.partition('"indicators"')[2])
    assert heads[:4] == ["STT", "Chỉ tiêu", "Diễn biến", "Số liệu mới nhất"]
    for words in ("Tổng hợp", "Trụ cột và mốc", "Tiến độ", "Khả năng đạt"):
        assert words not in page
    assert "Chỉ tiêu bối cảnh, không có mục tiêu." in page


def test_an_index_shows_its_members(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CDSTRACK_TODAY", "2026-06-30")
    indexed = folder / "chi-so"
    assert run("init", str(indexed), "--example", "dti-2022").code == 0
    plan = ("--plan", str(indexed / "targets.yaml"))
    assert run("import", str(indexed / "data" / "observations.csv"), *plan).code == 0
    shown = run("show", "dti", "--format", "json", *plan)
    assert run("report", "-o", "chi-so.html", "--all", *plan).code == 0
    section = (folder / "chi-so.html").read_text(encoding="utf-8").partition('id="i-dti"')[2]
    members = re.findall(r'<table class="small">(.*?)</table>', section, re.DOTALL)[0]
    assert (
        members.count("<tr>") == 1 + len(json.loads(shown.out)["item"]["composite"]["members"]) + 1
    )
    assert "800,175" in members
