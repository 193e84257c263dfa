"""The keys that everybody tries first, and the names that other programs have for a command."""

import pytest
from tests.conftest import Run


@pytest.mark.parametrize("short", ["-h", "--help"])
def test_help_has_its_short_key_everywhere(run: Run, short: str) -> None:
    assert run(short).out == run("--help").out
    assert run("plan", "diff", short).out == run("plan", "diff", "--help").out


def test_help_is_a_word_too(run: Run) -> None:
    assert run("help") == run("--help")
    assert run("help", "status").out == run("status", "--help").out
    assert run("help", "plan", "diff").out == run("plan", "diff", "--help").out


def test_the_version_has_its_short_key(run: Run) -> None:
    assert run("-V").out == run("--version").out


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("add", "record"),
        ("list", "status"),
        ("edit", "correct"),
        ("delete", "withdraw, undo"),
        ("history", "log"),
        ("sửa", "correct"),
    ],
)
def test_a_near_verb_names_the_command_that_is_meant(run: Run, typed: str, meant: str) -> None:
    answer = run(typed)
    assert answer.code == 2
    assert f"Có phải là: {meant}?" in answer.err


def test_help_is_in_the_language_of_the_plan(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("init").code == 0
    monkeypatch.setenv("LANG", "C.UTF-8")
    assert run("status", "-h").out.startswith("Cách dùng: ")
    assert run("status", "-h", "--lang", "en").out.startswith("Usage: ")
    monkeypatch.setenv("CDSTRACK_LANG", "en")
    assert run("status", "-h").out.startswith("Usage: ")


def test_a_reminder_takes_the_body_as_a_word(run: Run) -> None:
    assert run("init").code == 0
    assert run("remind", "so-khcn") == run("remind", "--lead", "so-khcn")
    nobody = run("remind")
    assert nobody.code == 2
    assert "so-khcn" in nobody.err
    assert run("remind", "so-khcn", "--all").code == 2
