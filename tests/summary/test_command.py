"""`cdstrack summary` as it is typed, on a real store."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Run

from cdstrack.core.record.acts import ActKind, Submission, Withdrawal
from cdstrack.core.record.observation import Observation

Figure = Callable[..., Observation]
Recorded = Callable[..., Submission]


def again_in(page: str) -> list[str]:
    """The command that the foot of a page names, as a shell reads it."""
    printed = page.splitlines()
    place = next(n for n, line in enumerate(printed) if line.startswith("  cdstrack summary"))
    last = next(n for n in range(place, len(printed)) if not printed[n].endswith("\\"))
    lines = "\n".join(printed[place : last + 1])
    told = subprocess.check_output(["sh", "-c", f"printf '%s\\n' {lines}"], text=True)
    return told.splitlines()


@pytest.mark.usefixtures("week_33")
def test_the_default_is_the_last_full_week_in_the_plans_time_zone(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for now, week in (
        ("2022-08-21T16:30:00Z", "tuần 32 năm 2022"),
        ("2022-08-21T17:30:00Z", "tuần 33 năm 2022"),
        ("2022-08-28", "tuần 33 năm 2022"),
        ("2021-01-03", "tuần 52 năm 2020"),
        ("2021-01-04", "tuần 53 năm 2020"),
    ):
        monkeypatch.setenv("CDSTRACK_TODAY", now)
        assert run("summary").out.splitlines()[1].startswith(f"Tóm tắt {week} ")


@pytest.mark.usefixtures("office")
def test_a_week_that_is_not_over_is_refused(run: Run) -> None:
    answer = run("summary", "--week", "2022-W35")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.splitlines()[0] == (
        "CDS601 tuần 2022-W35 chưa kết thúc: ngày cuối là 04/09/2022"
    )
    assert run("summary", "--week", "2021-W53").code == 2


@pytest.mark.usefixtures("week_33")
def test_later_records_do_not_change_a_page_printed_again(
    run: Run, recorded: Recorded, figure: Figure
) -> None:
    first = run("summary", "--week", "2022-W33").out
    again = again_in(first)
    assert again[:6] == [
        *("cdstrack", "summary", "--week", "2022-W33", "--known-at", "2022-08-18T03:00:00Z")
    ]
    corrected = figure("ho-so", "1507/2400", "2022-07-31", document="bao-cao-7")
    recorded("2022-08-18T03:00:00+00:00", corrected, kind=ActKind.CORRECT, reason="sửa số")
    newest = run("summary", "--week", "2022-W33").out
    assert newest != first
    assert run(*again[1:]).out == first
    # The second act had the same second; its instant is told to the microsecond.
    later = again_in(newest)
    assert later[5] == "2022-08-18T03:00:00.000001Z"
    assert run(*later[1:]).out == newest


@pytest.mark.usefixtures("week_33")
def test_the_command_of_the_foot_names_the_plan_that_was_edited_since(
    run: Run, office: Path
) -> None:
    plan = office / "targets.yaml"
    plan.write_text(plan.read_text("utf-8").replace("tỉnh Mẫu", "tỉnh Khác"), "utf-8")
    edited = run("summary", "--week", "2022-W33", "--issue").out
    assert edited.startswith("Đề án chuyển đổi số tỉnh Khác")
    plan.write_text(plan.read_text("utf-8").replace("tỉnh Khác", "tỉnh Ba"), "utf-8")
    again = again_in(edited)
    assert run(*again[1:]).out == edited


@pytest.mark.usefixtures("week_33")
def test_the_page_is_the_same_bytes_on_any_machine(office: Path) -> None:
    pages: set[bytes] = set()
    for zone, locale, columns in (
        ("UTC", "C", "20"),
        ("America/Los_Angeles", "vi_VN.UTF-8", "200"),
        ("Asia/Tokyo", "de_DE.ISO-8859-1", "80"),
    ):
        surroundings = {
            **{name: value for name, value in os.environ.items() if name.startswith("CDSTRACK")},
            "TZ": zone,
            "LC_ALL": locale,
            "COLUMNS": columns,
            "FORCE_COLOR": "1",
            "PYTHONHASHSEED": str(len(pages)),
        }
        command = [sys.executable, "-m", "cdstrack", "summary", "--week", "2022-W33"]
        pages.add(subprocess.check_output(command, cwd=office, env=surroundings))
    (page,) = pages
    assert b"\x1b" not in page
    page.decode("utf-8")


@pytest.mark.usefixtures("week_33")
def test_formats_follow_the_option_or_the_ending(run: Run, office: Path) -> None:
    for name, start in (
        ("page.txt", "Đề án"),
        ("page.md", "# Đề án"),
        ("page.json", "{"),
        ("page.html", "<!doctype html>"),
    ):
        answer = run("summary", "--week", "2022-W33", "-o", name)
        assert (answer.code, answer.out, answer.err) == (0, "", "")
        assert (office / name).read_text("utf-8").startswith(start)
    assert run("summary", "--week", "2022-W33", "--format", "csv").code == 2


@pytest.mark.usefixtures("week_33")
def test_fail_on_writes_the_page_and_exits_10(run: Run) -> None:
    answer = run("summary", "--week", "2022-W33", "--fail-on", "missed", "--fail-on", "quá hạn")
    assert answer.code == 10
    assert answer.out.startswith("Đề án")
    assert run("summary", "--week", "2022-W33", "--fail-on", "missed").code == 0
    assert run("summary", "--week", "2022-W33", "--fail-on", "nonsense").code == 2


@pytest.mark.usefixtures("week_33")
def test_only_if_changed_is_silent_in_a_quiet_week(run: Run, office: Path) -> None:
    quiet = run("summary", "--week", "2022-W34", "--only-if-changed", "-o", "page.txt")
    assert (quiet.code, quiet.out, quiet.err) == (0, "", "")
    assert not (office / "page.txt").exists()
    assert run("summary", "--week", "2022-W33", "--only-if-changed").out.startswith("Đề án")


@pytest.mark.usefixtures("office")
def test_an_empty_store_gives_a_page_that_says_so(run: Run) -> None:
    answer = run("summary", "--week", "2022-W33")
    assert answer.code == 0
    assert "Trong tuần không có số liệu mới" in answer.out
    assert "- Chưa ghi số liệu nào; kế hoạch" in answer.out
    assert again_in(answer.out)[:4] == ["cdstrack", "summary", "--week", "2022-W33"]


@pytest.mark.usefixtures("week_33")
def test_options_that_ask_for_two_things_are_refused(run: Run) -> None:
    for pair in (
        ("--list", "--issue"),
        ("--list", "--number", "1"),
        ("--number", "1", "--week", "x"),
    ):
        answer = run("summary", *pair)
        assert answer.code == 2
        assert answer.err.startswith("CDS603")


@pytest.mark.usefixtures("week_33")
def test_corrections_and_withdrawals_of_the_week_reach_the_page(
    run: Run, recorded: Recorded, figure: Figure
) -> None:
    right = figure("ho-so", "1500/2400", "2022-06-30", document="bao-cao-6")
    recorded("2022-08-19T03:00:00+00:00", right, kind=ActKind.CORRECT, reason="đánh máy nhầm")
    told = " ".join(run("summary", "--full", "--week", "2022-W33").out.split())
    assert "kỳ 30/6/2022: 61,79% (1.483/2.400) → 62,5% (1.500/2.400) [2]" in told
    assert "Lần ghi số 3, ngày 19/8/2022; lý do: đánh máy nhầm." in told
    gone = Withdrawal("ho-so", "tinh-mau", right.period)
    recorded("2022-08-20T03:00:00+00:00", gone, kind=ActKind.WITHDRAW, reason="không có căn cứ")
    told = " ".join(run("summary", "--full", "--week", "2022-W33").out.split())
    assert "kỳ 30/6/2022: rút số liệu 61,79% (1.483/2.400) [2]" in told


@pytest.mark.usefixtures("week_33")
def test_what_was_put_right_or_undone_within_the_week_is_no_correction(
    run: Run, recorded: Recorded, figure: Figure
) -> None:
    old = figure("ho-so", "1483/2400", "2022-06-30", document="bao-cao-6")
    wrong = figure("ho-so", "1/2400", "2022-06-30", document="bao-cao-6")
    mistyped = figure("xep-hang", "13/63", "2020", reported="2021-08-08")
    right = figure("xep-hang", "33/63", "2020", reported="2021-08-08")
    recorded("2022-08-25T03:00:00+00:00", wrong, kind=ActKind.CORRECT, reason="nhầm")
    recorded("2022-08-25T04:00:00+00:00", old, kind=ActKind.CORRECT, reason="trả lại")
    recorded("2022-08-25T05:00:00+00:00", mistyped)
    recorded("2022-08-25T06:00:00+00:00", right, kind=ActKind.CORRECT, reason="gõ nhầm")
    found = json.loads(run("summary", "--full", "--week", "2022-W34", "--format", "json").out)
    assert found["corrections"] == []
    (addition,) = found["additions"]
    assert [each["figure"]["value"] for each in addition["figures"]] == ["33"]


@pytest.mark.usefixtures("week_33")
def test_many_figures_added_at_once_are_counted(
    run: Run, recorded: Recorded, figure: Figure
) -> None:
    months = [f"2021-{month:02}" for month in range(1, 12)]
    recorded(
        "2022-08-25T03:00:00+00:00",
        *(
            figure("dich-vu", "70", month, reported="2022-01-10", document="de-an")
            for month in months
        ),
    )
    told = " ".join(run("summary", "--full", "--week", "2022-W34").out.split())
    assert "90/QĐ-UBND" not in told
    assert (
        "Lần ghi số 3, ngày 25/8/2022: 11 số liệu, kỳ từ 31/1/2021 đến 30/11/2021; "
        "xem: cdstrack log." in told
    )


@pytest.mark.usefixtures("week_33")
def test_the_running_week_is_drafted_and_its_draft_printed_again(
    run: Run, recorded: Recorded, figure: Figure, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CDSTRACK_TODAY", "2022-08-19")
    draft = run("summary", "--draft").out
    assert draft.startswith("DỰ THẢO: tuần chưa kết thúc, tính đến ngày 19/8/2022\n")
    assert run("summary", "--draft", "--week", "33").out == draft
    again = again_in(draft)
    assert again[1:5] == ["summary", "--draft", "--as-of", "2022-08-19"]
    monkeypatch.setenv("CDSTRACK_TODAY", "2022-08-23")
    recorded(
        "2022-08-20T03:00:00+00:00",
        figure("dich-vu", "70", "2022-08-16", reported="2022-08-18"),
    )
    assert run(*again[1:]).out == draft


@pytest.mark.usefixtures("week_33")
@pytest.mark.parametrize(
    ("form", "mark"),
    [
        ("markdown", "**DỰ THẢO: tuần chưa kết thúc, tính đến ngày 19/8/2022**"),
        ("html", '<p class="banner">DỰ THẢO: tuần chưa kết thúc, tính đến ngày 19/8/2022</p>'),
        ("json", '"draft": true'),
    ],
)
def test_a_draft_is_marked_in_every_format(
    run: Run, monkeypatch: pytest.MonkeyPatch, form: str, mark: str
) -> None:
    monkeypatch.setenv("CDSTRACK_TODAY", "2022-08-19")
    assert mark in run("summary", "--draft", "--full", "--format", form).out


@pytest.mark.usefixtures("week_33")
def test_a_draft_is_of_the_running_week_only_and_never_issued(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CDSTRACK_TODAY", "2022-08-19")
    for typed, code in (
        (("--draft", "--week", "32"), "CDS611 tuần 2022-W32 không phải là tuần đang chạy"),
        (("--draft", "--week", "34"), "CDS601 tuần 2022-W34 chưa kết thúc"),
        (("--draft", "--as-of", "2022-08-26"), "CDS601 tuần 2022-W34 chưa kết thúc"),
        (("--draft", "--issue"), "CDS603"),
        (("--as-of", "2022-09-26"), "CDS601"),
    ):
        answer = run("summary", *typed)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith(code)
    assert run("summary", "--list").out.splitlines()[-1] != ""
    assert "Chưa phát hành bản nào." in run("summary", "--list").out


@pytest.mark.usefixtures("week_33")
def test_the_day_chooses_the_last_full_week_before_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CDSTRACK_TODAY", "2022-12-01")
    assert "Tóm tắt tuần 33 năm 2022" in run("summary", "--as-of", "2022-08-24").out


@pytest.mark.usefixtures("week_33")
def test_the_full_page_is_printed_again_in_full(run: Run) -> None:
    full = run("summary", "--full", "--week", "2022-W33").out
    assert "Căn cứ" in full
    assert run(*again_in(full)[1:]).out == full
