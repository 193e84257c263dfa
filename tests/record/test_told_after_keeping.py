"""An answer that cannot be given is never told as "nothing was recorded" when something was."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import Run

pytestmark = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="the system has no /dev/full"
)
RECORD = "record giao-dich 5 --on 2022-06"
WHY = "the disk is full\n"
ACTS = {
    RECORD: "recorded as submission 2",
    "import figures.csv --on-conflict correct --reason x": "recorded as submission 2",
    "correct giao-dich 6 --on 2022-07 --reason x": "recorded as submission 2",
    "withdraw giao-dich --on 2022-07 --reason x": "recorded as submission 2",
    "undo": "recorded as submission 2",
    "document add bc --title X": "recorded as submission 2",
    "summary --issue": "recorded as submission 2",
    "backup": "done",
    "init moi": "done",
}


def shell(line: str) -> subprocess.CompletedProcess[str]:
    """A line in bash, in which `cdstrack` is the program and speaks English."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", line],
        capture_output=True,
        check=False,
        text=True,
        env={**os.environ, "PATH": path, "CDSTRACK_LANG": "en"},
    )


@pytest.fixture
def ready(sample: Path, run: Run) -> Path:
    assert run("init").code == 0
    assert run("record", "giao-dich", "4", "--on", "2022-07").code == 0
    return sample


@pytest.mark.usefixtures("ready")
@pytest.mark.parametrize("command", ACTS)
def test_what_was_kept_is_said_to_be_kept_where_the_answer_cannot_be_printed(command: str) -> None:
    done = shell(f"cdstrack {command} > /dev/full")
    assert done.returncode == 2
    said = done.stderr.partition("CDS027 ")[2]
    assert said.startswith(f"{ACTS[command]}, but the output could not be printed: {WHY}")
    assert "nothing was recorded" not in done.stderr


@pytest.mark.usefixtures("ready")
@pytest.mark.parametrize(
    "command", [f"{RECORD} --dry-run", "status", "withdraw giao-dich --on 2022-07 --reason x -n"]
)
def test_where_nothing_was_kept_that_is_said(command: str) -> None:
    done = shell(f"cdstrack {command.replace(' -n', ' --dry-run')} > /dev/full")
    assert done.returncode == 2
    assert done.stderr.startswith(f"CDS017 cannot read or write: {WHY}")


def test_a_page_that_was_issued_but_not_written_to_its_file_is_said_to_be_issued(
    ready: Path, run: Run
) -> None:
    (ready / "khoa").mkdir()
    answer = run("summary", "--issue", "-o", "khoa/khong-co/tuan.txt", "--lang", "en")
    assert answer.code == 2
    assert answer.err.startswith(
        "CDS027 recorded as submission 2, but khoa/khong-co/tuan.txt could not be written: "
    )


@pytest.mark.usefixtures("ready")
def test_a_reader_that_went_away_is_told_of_beside_the_submission() -> None:
    done = shell(f"(sleep 2; cdstrack {RECORD}) | (exec <&-); echo ${{PIPESTATUS[0]}}")
    assert done.stdout == "141\n"
    assert done.stderr.startswith(
        "CDS027 recorded as submission 2, but the output could not be printed"
    )


@pytest.mark.usefixtures("ready")
@pytest.mark.parametrize("command", ["status", "log", "summary", "--help", "status --format csv"])
def test_a_closed_output_is_told_like_any_other_that_cannot_be_written(command: str) -> None:
    done = shell(f"cdstrack {command} >&-")
    assert done.returncode == 2
    assert done.stderr.startswith("CDS017 cannot read or write: the output is closed\n")


@pytest.mark.usefixtures("ready")
def test_a_closed_output_harms_neither_a_file_nor_the_record() -> None:
    assert shell("cdstrack status -o bao-cao.json >&- && test -s bao-cao.json").returncode == 0
    done = shell(f"cdstrack {RECORD} >&-")
    assert (done.returncode, done.stderr.split(",")[0]) == (2, "CDS027 recorded as submission 2")
    assert shell("cdstrack check >/dev/null; cdstrack log --format csv | wc -l").stdout == "3\n"


@pytest.mark.usefixtures("ready")
@pytest.mark.parametrize(
    "wrong",
    [
        ("--format", "pdf"),
        ("--lang", "xx"),
        ("--color", "blue"),
        ("--width", "3"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize(
    "command",
    [
        ("record", "giao-dich", "5", "--on", "2022-06"),
        ("correct", "giao-dich", "5", "--on", "2022-07", "--reason", "x"),
        ("withdraw", "giao-dich", "--on", "2022-07", "--reason", "x"),
        ("undo",),
        ("import", "figures.csv", "--on-conflict", "correct"),
        ("summary", "--issue"),
    ],
    ids=lambda command: str(command[0]),
)
def test_an_option_that_is_refused_is_refused_before_anything_is_kept(
    command: tuple[str, ...], wrong: tuple[str, ...], run: Run
) -> None:
    before = run("log", "--format", "csv").out
    answer = run(*command, *wrong)
    assert (answer.code, answer.out) == (2, "")
    assert run("log", "--format", "csv").out == before
