"""A report of many indicators shows at a terminal how far it is, and nowhere else."""

import os
import sys
from pathlib import Path

import pexpect
import pytest
from tests.conftest import Run
from tests.report.large import lay_out_large


@pytest.fixture
def large(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CDSTRACK_TODAY", "2026-03-01")
    lay_out_large(folder, 60, 8)
    return folder


def at_a_terminal(*arguments: str) -> str:
    """What a person sees of the command."""
    child = pexpect.spawn(
        sys.executable,
        ["-m", "cdstrack", "report", *arguments],
        encoding="utf-8",
        timeout=60,
        dimensions=(40, 100),
        env={**os.environ, "TERM": "xterm-256color"},
    )
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == 0, child.before
    return str(child.before)


FILES = [("-o", f"bao-cao.{ending}") for ending in ("html", "docx", "pdf", "xlsx")]


@pytest.mark.parametrize("where", [*FILES, ("--site", "trang")])
def test_a_bar_is_drawn_and_is_gone_when_all_is_done(large: Path, where: tuple[str, str]) -> None:
    seen = at_a_terminal(*where)
    assert "lập báo cáo" in seen
    assert "100%" in seen
    # The last thing that is done to its line is that it is emptied; then the file is named.
    drawn, told = seen.rsplit("\x1b[2K", 1)
    assert "100%" in drawn
    assert where[1] in told
    assert (large / where[1]).exists()


def test_there_is_none_for_a_few_indicators(large: Path) -> None:
    seen = at_a_terminal("-o", "bao-cao.html", "--indicator", "chi-tieu-7")
    assert "lập báo cáo" not in seen
    assert "\x1b[2K" not in seen
    assert (large / "bao-cao.html").exists()


def test_there_is_none_where_nobody_looks(large: Path, run: Run) -> None:
    answer = run("report", "-o", "bao-cao.html")
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    assert (large / "bao-cao.html").exists()
