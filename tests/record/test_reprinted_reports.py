"""A report printed in week 33 is printed again in week 52, byte for byte."""

import json
import re
from pathlib import Path

import pytest
from tests.conftest import Run, run_program

REPORTS = (
    ("status",),
    ("status", "--all", "--format", "json"),
    ("status", "--format", "csv", "--lang", "en"),
    ("gaps", "--format", "markdown"),
    ("gaps", "--milestone", "2025", "--format", "text"),
    ("owners",),
    ("explain", "ho-so-cap-tinh"),
    ("show", "ho-so-cap-tinh"),
    ("document", "list"),
    ("log",),
    ("summary", "--week", "2022-W32"),
    ("summary", "--week", "2022-W31", "--format", "json"),
)
NEW_WORDS = (
    ("at_least: 90", "at_least: 95"),
    ("Hồ sơ cấp tỉnh", "Hồ sơ của tỉnh"),
    ("Nghị quyết về chuyển đổi số", "Nghị quyết (sửa)"),
    ("so-ct: {vi: Sở Công Thương", "so-ct: {vi: Sở Công Thương (mới)"),
    ("timezone: Asia/Ho_Chi_Minh", "timezone: Asia/Tokyo"),
    ("language: vi", "language: en"),
)


def edit(plan: Path) -> None:
    text = plan.read_text(encoding="utf-8")
    for old, new in NEW_WORDS:
        assert old in text
        text = text.replace(old, new)
    plan.write_text(text, encoding="utf-8")


def on(day: str, *arguments: str, patch: pytest.MonkeyPatch) -> str:
    patch.setenv("CDSTRACK_TODAY", day)
    answer = run_program(*arguments)
    assert answer.code == 0, answer.err
    return answer.out


@pytest.mark.parametrize("report", REPORTS, ids=" ".join)
def test_a_report_of_august_is_printed_again_in_december(
    report: tuple[str, ...], sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    week_33 = "2022-08-19T16:00:00+07:00"
    on(week_33, "init", patch=monkeypatch)
    on(week_33, "document", "add", "bc", "--title", "Báo cáo tuần", patch=monkeypatch)
    given = ("--on", "31/7/2022", "--document", "bao-cao-7")
    on(week_33, "record", "ho-so-cap-tinh", "981/1446", *given, patch=monkeypatch)
    on(week_33, "record", "giao-dich", "1446", "--on", "7/2022", patch=monkeypatch)
    on(
        week_33,
        "correct",
        "giao-dich",
        "1447",
        "--on",
        "7/2022",
        "--reason",
        "x",
        patch=monkeypatch,
    )
    printed = on("2022-08-19T17:00:00+07:00", *report, patch=monkeypatch)
    header = json.loads(
        on("2022-08-19T17:00:00+07:00", "status", "--format", "json", patch=monkeypatch)
    )

    edit(sample / "targets.yaml")
    week_52 = "2022-12-30"
    reason = ("--reason", "số sửa")
    on(week_52, "correct", "ho-so-cap-tinh", "900/1446", *given[:2], *reason, patch=monkeypatch)
    on(week_52, "undo", "4", patch=monkeypatch)
    on(week_52, "record", "giao-dich", "9000", "--on", "11/2022", patch=monkeypatch)
    on(week_52, "document", "add", "bc", "--title", "Khác", *reason, patch=monkeypatch)

    clocks = ["--known-at", header["known_at"]]
    if report[0] not in {"log", "document", "summary"}:
        clocks += ["--as-of", "2022-08-19"]
    assert on(week_52, *report, *clocks, patch=monkeypatch) == printed


def test_the_moment_that_a_table_prints_names_the_same_knowledge(
    sample: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    del sample
    run("init")
    # Two acts in one second: the second one gets the next free instant.
    run("record", "ho-so-cap-tinh", "60", "--on", "30/6/2022")
    run("record", "ho-so-cap-tinh", "61", "--on", "31/7/2022")
    printed = run("status").out
    moment = re.search(r"đã ghi đến (\S+ \S+) \(", printed)
    assert moment is not None
    assert moment[1] == "31/08/2022 12:00:00.000001"
    monkeypatch.setenv("CDSTRACK_TODAY", "2022-09-30")
    run("record", "ho-so-cap-tinh", "62", "--on", "31/8/2022")
    assert run("status", "--known-at", moment[1], "--as-of", "2022-08-31").out == printed


def test_before_anything_was_recorded_the_plan_is_that_of_the_file(sample: Path, run: Run) -> None:
    del sample
    run("init")
    run("record", "ho-so-cap-tinh", "60", "--on", "30/6/2022")
    answer = run("status", "--known-at", "2020-01-01", "--format", "json")
    assert answer.code == 0
    assert json.loads(answer.out)["known_at"] is None
    assert all(item["latest"] is None for item in json.loads(answer.out)["items"])


def test_what_was_recorded_later_is_kept_under_the_plan_of_its_own_day(
    sample: Path, run: Run
) -> None:
    run("init")
    run("record", "ho-so-cap-tinh", "60", "--on", "30/6/2022")
    old = json.loads(run("plan", "versions", "--format", "json").out)["plan"]["digest"]
    edit(sample / "targets.yaml")
    run("record", "ho-so-cap-tinh", "61", "--on", "31/7/2022")
    told = json.loads(run("plan", "versions", "--format", "json").out)
    assert [each["digest"] for each in told["versions"]] == [old, told["plan"]["digest"]]
    assert [each["first_submission"] for each in told["versions"]] == [1, 2]


@pytest.mark.in_a_file
def test_a_version_that_this_program_cannot_take_is_told_and_not_guessed(
    sample: Path, run: Run
) -> None:
    import sqlite3
    from contextlib import closing

    run("init")
    run("record", "ho-so-cap-tinh", "60", "--on", "30/6/2022")
    with closing(sqlite3.connect(sample / "data/cdstrack.db")) as file:
        file.execute("INSERT INTO plan_version VALUES ('f00df00d', 'schema: 7')")
        file.execute(
            "INSERT INTO submission (at, kind, recorded_by, plan_digest, program, test_clock)"
            " VALUES ('2022-09-01T00:00:00.000000Z', 'summary', 'x', 'f00df00d', 'x', 0)"
        )
        file.commit()
    answer = run("status", "--known-at", "2022-09-02")
    assert answer.code == 3
    assert answer.err.startswith(
        "CDS716 chương trình này không đọc được phiên bản kế hoạch f00df00d"
    )
    assert run("status", "--known-at", "2022-09-02", "--plan-at", "current").code == 0


BY_THE_FILE = (
    "Đến 31/07/2022 23:59:59 chưa có lần ghi nào: báo cáo này không có số liệu làm căn cứ và "
    "dùng tệp kế hoạch hiện nay, vì lúc đó chưa có phiên bản kế hoạch nào được lưu."
)


@pytest.mark.parametrize(
    "report",
    [
        ("status",),
        ("gaps",),
        ("owners",),
        ("summary", "--week", "2022-W32"),
        ("explain", "ho-so-cap-tinh"),
        ("show", "ho-so-cap-tinh"),
    ],
    ids=" ".join,
)
def test_a_report_from_before_the_first_act_says_that_it_goes_by_the_plan_of_today(
    report: tuple[str, ...], sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (sample / "targets.yaml").exists()
    on("2022-08-19T16:00:00+07:00", "init", patch=monkeypatch)
    given = ("giao-dich", "1446", "--on", "7/2022")
    on("2022-08-19T16:00:00+07:00", "record", *given, patch=monkeypatch)

    before = on("2022-08-31", *report, "--known-at", "2022-07-31", patch=monkeypatch)
    assert BY_THE_FILE in " ".join(before.split())
    assert "chưa có lần ghi nào" not in on("2022-08-31", *report, patch=monkeypatch)
    chosen = (*report, "--known-at", "2022-07-31", "--plan-at", "current")
    by_name = " ".join(on("2022-08-31", *chosen, patch=monkeypatch).split())
    assert "chưa có lần ghi nào: báo cáo này không có số liệu làm căn cứ." in by_name
