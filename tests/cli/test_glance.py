"""The first screen: how long it is, what it answers, and how it is narrowed down and sorted."""

import json
import os
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len
from tests.conftest import Run

MOST_LINES = {60: 90, 80: 60, 100: 45, 140: 45}
"""What the status of the shipped plan may take, by the width."""


@pytest.mark.usefixtures("shipped_record")
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", MOST_LINES)
def test_the_shipped_plan_fits_the_screen(run: Run, width: int, language: str) -> None:
    lines = run("status", "--width", str(width), "--lang", language).out.splitlines()
    assert len(lines) <= MOST_LINES[width]
    assert max(map(cell_len, lines)) <= width


@pytest.mark.usefixtures("shipped_record")
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", [60, 80, 100, 140])
@pytest.mark.parametrize(
    "command", [["status", "--long"], ["status", "--all"], ["gaps", "--long"], ["targets"], ["log"]]
)
def test_no_table_is_wider_than_it_was_asked_to_be(
    run: Run, command: list[str], width: int, language: str
) -> None:
    lines = run(*command, "--width", str(width), "--lang", language).out.splitlines()
    assert max(map(cell_len, lines)) <= width


@pytest.mark.usefixtures("shipped_record")
def test_the_first_lines_say_how_many_are_on_course_and_which_is_worst(run: Run) -> None:
    _, on_course, worst, *_ = run("status", "--width", "100").out.splitlines()
    assert on_course.startswith("Đạt hoặc đúng tiến độ: ")
    assert worst == (
        "Kém nhất: Từng bước mở dữ liệu (! quá hạn, hạn 31/12/2025, chưa rõ cơ quan chủ trì)."
    )


@pytest.mark.usefixtures("shipped_record")
@pytest.mark.parametrize(
    ("asked", "worst"),
    [
        ("2025", "(✗ missed, 3.9 pp short, due 2025-12-31, lead: "),
        ("2030", "(▼ deteriorating, 4.9 pp short, figure of 2026-06, lead: "),
    ],
)
def test_the_worst_is_named_with_what_is_missing_since_when_and_who_leads(
    run: Run, asked: str, worst: str
) -> None:
    assert run("init", "mau", "--example", "mau").code == 0
    assert run("import", "mau/data/observations.csv", "--plan", "mau/targets.yaml").code == 0
    answer = run("status", asked, "--plan", "mau/targets.yaml", "--width", "140", "--lang", "en")
    assert worst in answer.out


@pytest.mark.usefixtures("shipped_record")
def test_a_line_says_how_many_context_indicators_there_are(run: Run) -> None:
    assert "chỉ tiêu bối cảnh: cdstrack status --all" in run("status").out
    assert "chỉ tiêu bối cảnh: cdstrack status --all" not in run("status", "--all").out


@pytest.mark.usefixtures("shipped_record")
@pytest.mark.parametrize("command", [["status"], ["status", "--long"], ["gaps"], ["show"]])
def test_the_mark_of_a_doubtful_figure_is_explained_where_it_stands(
    run: Run, command: list[str]
) -> None:
    asked = [*command, "dvctt-muc-do-4", "--lang", "en"]
    assert "? " not in run(*asked).out
    assert run("record", "dvctt-muc-do-4", "0,5", "--on", "2025-06", "--yes").code == 0
    answer = run(*asked).out
    assert "0.5% ?" in answer
    explained = [line for line in answer.splitlines() if line.startswith("? ") or "  ? " in line]
    assert len(explained) == 1


@pytest.mark.usefixtures("shipped_record")
def test_names_of_a_line_have_room_to_be_told_apart(run: Run) -> None:
    """At 100 columns, where every column is filled; a number is never cut for it."""
    assert run("init", "mau", "--example", "mau").code == 0
    assert run("import", "mau/data/observations.csv", "--plan", "mau/targets.yaml").code == 0
    answer = run("status", "--plan", "mau/targets.yaml", "--width", "100").out
    for told in ("Hồ sơ trực tuyến… ", "Hồ sơ công việc cấp… ", "22 cơ sở dữ liệu ", " so-khcn"):
        assert told in answer


@pytest.mark.usefixtures("shipped_record")
def test_a_milestone_is_a_filter(run: Run) -> None:
    by_word = run("status", "2025", "--format", "json").out
    assert by_word == run("status", "--milestone", "2025", "--format", "json").out
    assert '"due": "2025-12-31"' in by_word
    assert '"due": "2030-12-31"' not in by_word
    assert run("gaps", "2030", "--format", "csv").out != run("gaps", "--format", "csv").out
    assert '"2025-12-31"' not in run("targets", "2030", "--format", "json").out
    assert run("status", "--milestone", "2027").code == 2


@pytest.mark.usefixtures("shipped_record")
def test_filters_that_match_nothing_say_so_and_what_to_try(run: Run) -> None:
    answer = run("status", "xyz")
    assert answer.out == ""
    assert "không có gì khớp với bộ lọc" in answer.err
    assert "các mốc: 2025, 2030" in answer.err


@pytest.mark.usefixtures("shipped_record")
@pytest.mark.parametrize("order", ["plan", "gap", "verdict", "age", "lead"])
def test_every_order_keeps_every_indicator(run: Run, order: str) -> None:
    asked = ("--format", "csv")
    plain, ordered = run("status", *asked).out, run("status", "--sort", order, *asked).out
    assert sorted(ordered.splitlines()) == sorted(plain.splitlines())
    owners = run("owners", "--sort", order, "--format", "json").out
    assert len(json.loads(owners)["owners"]) == len(
        json.loads(run("owners", "--format", "json").out)["owners"]
    )
    if order == "lead":
        assert "\nChưa rõ cơ quan chủ trì" in run("status", "--sort", order).out
    assert run("targets", "--sort", order).code == (0 if order in {"plan", "lead"} else 2)


def test_owners_are_narrowed_down_and_sorted_as_the_status_is(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CDSTRACK_TODAY", "2026-11-28")
    assert run("init", ".", "--example", "mau").code == 0
    assert run("import", "data/observations.csv").code == 0
    assert (folder / "targets.yaml").is_file()

    def told(*arguments: str) -> dict[str, list[str]]:
        answer = run("owners", *arguments, "--format", "json").out
        return {
            each["lead"]: [item["indicator"] for item in each["indicators"]]
            for each in json.loads(answer)["owners"]
        }

    assert list(told()) == ["van-phong-ubnd", "so-khcn", "so-cong-thuong", "so-y-te"]
    assert list(told("--sort", "lead")) == sorted(told())
    assert next(iter(told("--sort", "verdict"))) == "so-cong-thuong"
    assert list(told("--lead", "so-khcn")) == ["so-khcn"]
    assert "nhan-luc-so" in told()["so-khcn"]
    assert "nhan-luc-so" not in told("2025")["so-khcn"]
    assert list(told("status=missed")) == ["so-cong-thuong"]
    assert run("owners", "xyz").out == ""


@pytest.mark.parametrize(
    ("pager", "paged"), [("sed s/^/PAGED/", True), ("", False), ("cat", False)]
)
def test_a_terminal_gets_a_long_report_by_the_pager(
    shipped_record: Path, pager: str, paged: bool
) -> None:
    import pexpect

    program = str(Path(sys.executable).parent / "cdstrack")
    environ = {**os.environ, "TERM": "xterm", "PAGER": pager}

    def shown(*arguments: str, lines: int = 10) -> str:
        child = pexpect.spawn(
            program, list(arguments), cwd=str(shipped_record), env=environ, dimensions=(lines, 100)
        )
        child.expect(pexpect.EOF)
        return str(child.before.decode())

    commands = ("status", "gaps", "targets", "owners", "log -p", "show thu-tuc", "document list")
    for command in commands if paged else ("status",):
        assert ("PAGED" in shown(*command.split())) == paged, command
    assert "PAGED" not in shown("status", "--no-pager")
    assert "PAGED" not in shown("status", lines=80)
