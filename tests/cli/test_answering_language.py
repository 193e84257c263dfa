"""Whatever is wrong with a command line is told in the language of every other answer.

That is the one of `--lang`, else of `CDSTRACK_LANG`, else of the plan, else of the locale.
"""

from pathlib import Path

import pytest
from tests.conftest import Run

WRONG = {
    ("status", "--known-at", "zzz"): 'CDS234 không phải là thời điểm: "zzz"',
    ("status", "--plan-at", "zzz"): 'CDS714 kho không có phiên bản kế hoạch "zzz"',
    ("status", "--as-of", "zzz"): 'CDS212 không phải là ngày hay kỳ số liệu: "zzz"',
    ("status", "--format", "pdf"): 'CDS012 --format không nhận "pdf"',
    ("status", "--method", "x"): 'CDS012 --method không nhận "x"',
    ("status", "--color", "blue"): 'CDS012 --color không nhận "blue"',
    ("status", "--nope"): "CDS001 không có tùy chọn --nope",
    ("statsu",): 'CDS002 không có lệnh "statsu"',
    ("plan", "dif"): 'CDS002 không có lệnh "dif"',
    ("record",): "CDS003 thiếu INDICATOR, VALUE, --on",
    ("gaps", "--milestone"): "CDS004 --milestone cần một giá trị theo sau",
    ("status", "--all=yes"): "CDS005 --all không nhận giá trị",
    ("doctor", "x"): "CDS007 thừa tham số: x",
    ("undo", "abc"): 'CDS022 N cần một số nguyên dương: "abc"',
}


@pytest.fixture(autouse=True)
def begun(sample: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample, whose plan speaks Vietnamese, on a computer that does not."""
    assert run("init").code == 0
    monkeypatch.setenv("LANG", "C.UTF-8")
    return sample


@pytest.mark.parametrize(("arguments", "said"), WRONG.items(), ids=map(" ".join, WRONG))
def test_a_wrong_command_line_is_told_in_the_plan_s_language(
    arguments: tuple[str, ...], said: str, run: Run
) -> None:
    answer = run(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.splitlines()[0] == said


@pytest.mark.parametrize("arguments", WRONG, ids=map(" ".join, WRONG))
def test_it_is_told_in_english_where_that_was_asked_for(
    arguments: tuple[str, ...], run: Run
) -> None:
    assert run("--lang", "en", *arguments).err.isascii()
    assert run("--lang=en", *arguments).err.isascii()


@pytest.mark.parametrize("order", [("status", "--lang", "fr"), ("--lang", "fr", "status")])
def test_what_is_no_language_is_told_in_the_one_that_the_environment_asks_for(
    order: tuple[str, ...], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(*order).err.startswith('CDS012 --lang không nhận "fr"')
    monkeypatch.setenv("CDSTRACK_LANG", "en")
    assert run(*order).err.startswith('CDS012 --lang does not accept "fr"')


def test_where_there_is_no_plan_the_locale_decides(
    begun: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (begun / "targets.yaml").unlink()
    assert run("statsu").err.startswith('CDS002 no such command: "statsu"')
    assert run("statsu", "--lang", "vi").err.startswith('CDS002 không có lệnh "statsu"')
    monkeypatch.setenv("CDSTRACK_LANG", "vi")
    assert run("statsu").err.startswith('CDS002 không có lệnh "statsu"')


def test_a_plan_that_cannot_be_read_is_no_reason_to_say_nothing(begun: Path, run: Run) -> None:
    (begun / "targets.yaml").write_bytes(b"\xff\xfe\x00")
    assert run("statsu").code == 2
    assert run("statsu", "--plan", ".").err.startswith("CDS002 ")
