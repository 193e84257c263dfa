"""What is said where there is no store can be typed as it stands, and then there is one."""

import shlex
from pathlib import Path

import pytest
from tests.conftest import Run


def advice(told: str) -> list[str]:
    """The command of the remedy, without the name of the program."""
    (line,) = (line for line in told.splitlines() if "cdstrack init" in line)
    command = line[line.index("cdstrack init") :].partition(" to create one")[0]
    return shlex.split(command)[1:]


@pytest.mark.parametrize(
    ("given", "command"),
    [
        ((), "init"),
        (("--db", "kho.db"), "init --db kho.db"),
        (("--db", "kho của tôi.db"), "init --db 'kho của tôi.db'"),
        (("--plan", "moi/ke-hoach.yaml"), "init --plan moi/ke-hoach.yaml"),
        (
            ("--plan", "moi/ke-hoach.yaml", "--db", "kho.db"),
            "init --plan moi/ke-hoach.yaml --db kho.db",
        ),
    ],
)
def test_the_command_keeps_the_options_that_were_given(
    given: tuple[str, ...], command: str, sample: Path, run: Run
) -> None:
    (sample / "moi").mkdir()
    (sample / "moi/ke-hoach.yaml").write_bytes((sample / "targets.yaml").read_bytes())
    answer = run("status", *given, "--lang", "en")
    assert (answer.code, answer.err[:6]) == (4, "CDS401")
    assert advice(answer.err) == shlex.split(command)
    assert run(*advice(answer.err)).code == 0
    assert run("status", *given).code == 0


@pytest.mark.in_a_file
def test_below_a_plan_it_is_told_where_the_plan_is_and_nothing_is_laid_out_here(
    sample: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = sample / "bao-cao" / "2022"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert run("status", "--lang", "en").err.splitlines() == [
        "CDS401 there is no store at ../../data/cdstrack.db",
        (
            "  The plan in use is ../../targets.yaml, in a folder above; to create a store beside it: "
            "cdstrack init ../.."
        ),
    ]
    answer = run("status")
    assert "Kế hoạch đang dùng là ../../targets.yaml" in answer.err
    assert run(*advice(answer.err)).code == 0
    assert run("status").code == 0
    assert list(below.iterdir()) == []


def test_settings_of_the_environment_hold_for_init_too(
    sample: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CDSTRACK_PLAN", "ke-hoach.yaml")
    monkeypatch.setenv("CDSTRACK_DB", "kho.db")
    (sample / "targets.yaml").rename(sample / "ke-hoach.yaml")
    answer = run("status", "--lang", "en")
    assert advice(answer.err) == ["init"]
    assert run("init").code == 0
    assert run("status").code == 0


def test_doctor_gives_the_same_advice(sample: Path, run: Run) -> None:
    del sample
    answer = run("doctor", "--db", "kho.db", "--lang", "en")
    assert "Run cdstrack init --db kho.db to create one" in answer.out
