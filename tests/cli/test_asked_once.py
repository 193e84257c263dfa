"""A doubtful figure at a real terminal: the figure before and this one are shown, and asked once."""

import sys
from pathlib import Path
from typing import Any

import pexpect
import pytest
from tests.conftest import Answer

COMMAND = [sys.executable, "-m", "cdstrack"]


@pytest.fixture
def office(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CDSTRACK_TODAY", "2022-08-31")
    monkeypatch.setenv("CDSTRACK_USER", "lan")
    assert run("init", ".").code == 0
    assert run("record", "ho-so-cap-tinh", "67,84%", "--on", "31/7/2022").code == 0
    return tmp_path


def spoken(answer: str, language: str) -> tuple[str, int]:
    """What a terminal showed, and the exit code."""
    words = ("record", "ho-so-cap-tinh", "1,44", "--on", "hôm-nay", "--lang", language)
    child = pexpect.spawn(
        COMMAND[0], [*COMMAND[1:], *words], encoding="utf-8", dimensions=(40, 200), timeout=30
    )
    child.expect_exact("[c/K]" if language == "vi" else "[y/N]")
    shown = str(child.before)
    child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    return shown + str(child.before), child.exitstatus or 0


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("language", "yes", "no", "step"),
    [
        ("vi", "có", "không", "67,84% (31/07/2022) → 1,44% (31/08/2022)"),
        ("en", "y", "", "67.84% (2022-07-31) → 1.44% (2022-08-31)"),
    ],
)
def test_a_no_records_nothing_and_a_yes_records_with_a_mark(
    run: Any, language: str, yes: str, no: str, step: str
) -> None:
    shown, code = spoken(no, language)
    assert (step in shown, code) == (True, 2)
    assert "CDS503" in shown
    shown, code = spoken(yes, language)
    assert (code, shown.count("CDS503")) == (0, 1)
    assert "1,44% ?" in run("gaps", "--lang", "vi").out


@pytest.mark.usefixtures("office")
def test_in_a_pipe_it_is_taken_with_a_warning_and_accepted_with_a_reason(run: Any) -> None:
    answer: Answer = run("record", "ho-so-cap-tinh", "1,44", "--on", "hôm qua")
    assert (answer.code, "CDS503" in answer.err) == (0, True)
    assert '"CDS503"' in run("status", "--format", "json").out
    assert run("undo").code == 0
    given = ("--on", "yesterday", "--accept-doubt", "đã hỏi lại Sở")
    accepted: Answer = run("record", "ho-so-cap-tinh", "1,44", *given)
    assert (accepted.code, "CDS503" in accepted.err) == (0, False)
    assert '"doubts": []' in run("status", "--format", "json").out
    assert '"CDS503"' not in run("status", "--format", "json").out
    assert run("undo").code == 0
    again: Answer = run("record", "ho-so-cap-tinh", "1,44", "--on", "today")
    assert "CDS503" in again.err


@pytest.mark.usefixtures("office")
def test_two_names_of_one_day_are_one_figure_of_a_stock(run: Any) -> None:
    assert run("record", "ho-so-cap-tinh", "60", "--on", "30/6/2022").code == 0
    again = run("record", "ho-so-cap-tinh", "60", "--on", "quý II/2022", "--lang", "en")
    assert (again.code, "already recorded" in again.out) == (0, True)
    other = run("record", "ho-so-cap-tinh", "61", "--on", "quý II/2022", "--lang", "en")
    assert other.code == 2
    assert "CDS218" in other.err
    assert "ends on the same day as 2022-06-30" in other.err


@pytest.mark.usefixtures("office")
def test_the_official_figure_replaces_an_estimate(run: Any) -> None:
    estimate = ("--on", "2022", "--qualifier", "ước")
    assert run("record", "ho-so-cap-tinh", "80", "--on", "2022").code == 2
    assert run("record", "ho-so-cap-tinh", "80", *estimate).code == 0
    told = run("record", "ho-so-cap-tinh", "80", "--on", "2022", "--qualifier", "preliminary")
    assert told.code == 2
    report = run("status", "--format", "json", "--indicator", "ho-so-cap-tinh").out
    assert '"value": "67.84"' in report
