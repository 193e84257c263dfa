"""The program as a real process: pipes, full disks, signals, locales, and its own mistakes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cdstrack.cli.app.main import main

PROGRAM = str(Path(sys.executable).with_name("cdstrack"))
Process = subprocess.CompletedProcess[bytes]


def shell(line: str, **environ: str) -> Process:
    """A line in bash, in which `cdstrack` is the program."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", line],
        capture_output=True,
        check=False,
        env={**os.environ, "PATH": path, **environ},
    )


@pytest.mark.usefixtures("sample_record")
def test_a_reader_that_goes_away_is_no_reason_to_complain() -> None:
    done = shell("cdstrack status --format json | head -1; echo ${PIPESTATUS[0]} >&2")
    assert done.stdout == b"{\n"
    assert done.stderr in {b"141\n", b"0\n"}
    gone = shell("cdstrack status --format csv | (exec <&-; sleep 0.5); echo ${PIPESTATUS[0]}")
    assert (gone.stdout, gone.stderr) == (b"141\n", b"")


@pytest.mark.usefixtures("sample_record")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize(
    "command", ["status", "export", "record xep-hang 30 --on 2020 --dry-run", "--help"]
)
def test_a_full_disk_is_told_in_one_sentence(command: str) -> None:
    done = shell(f"cdstrack {command} > /dev/full", CDSTRACK_LANG="en")
    assert done.returncode == 2
    assert done.stderr.decode().startswith("CDS017 cannot read or write: the disk is full\n")
    assert b"Traceback" not in done.stderr


@pytest.mark.usefixtures("sample_record")
def test_a_closed_stream_loses_talk_but_never_data_in_silence() -> None:
    assert shell("cdstrack status >&-").returncode == 2
    assert shell("cdstrack status 2>&- >/dev/null").returncode == 0
    assert shell("cdstrack status --format x 2>&-").returncode == 2


@pytest.mark.usefixtures("sample_record")
@pytest.mark.parametrize(
    "environ",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
    ],
)
def test_an_office_computer_with_an_ascii_locale_prints_vietnamese(environ: dict[str, str]) -> None:
    done = shell("cdstrack status --format text", **environ)
    assert done.returncode == 0
    assert "Hồ sơ cấp tỉnh" in done.stdout.decode("utf-8")


@pytest.mark.usefixtures("sample_record")
def test_an_interruption_ends_quietly() -> None:
    script = "import os, signal, sys; from cdstrack.cli.app import application as app; "
    script += "app.import_module = lambda name: os.kill(os.getpid(), signal.SIGINT); "
    script += "from cdstrack.cli.app.main import main; sys.exit(main(['status']))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (128 + signal.SIGINT, b"", b"")


@pytest.mark.usefixtures("sample_record")
def test_a_mistake_of_the_program_shows_its_trace_and_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("cdstrack.cli.app.application.module_name", lambda _: "no_such_module")
    monkeypatch.setenv("CDSTRACK_LANG", "en")
    assert main(["status"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("Traceback (most recent call last):\n")
    assert "This is a bug in cdstrack, not your fault." in told.err.splitlines()[-1]


@pytest.mark.usefixtures("sample_record")
def test_off_a_terminal_the_width_is_fixed_whatever_columns_says() -> None:
    narrow = shell("cdstrack status", COLUMNS="40")
    assert narrow.stdout == shell("cdstrack status", COLUMNS="200").stdout
    assert max(map(len, narrow.stdout.decode().splitlines())) == 80


@pytest.mark.usefixtures("sample_record")
def test_off_a_terminal_only_the_option_brings_colour() -> None:
    plain = shell("cdstrack status")
    assert b"\x1b" not in plain.stdout
    assert shell("cdstrack status", FORCE_COLOR="1").stdout == plain.stdout
    assert b"\x1b[" in shell("cdstrack status --color always").stdout
    assert b"\x1b[" in shell("cdstrack status --color always", NO_COLOR="1").stdout


def test_on_a_terminal_the_width_is_its_own_and_there_is_colour(sample_record: Path) -> None:
    import pexpect

    environ = {**os.environ, "TERM": "xterm-256color"}
    for columns in (80, 140):
        terminal = pexpect.spawn(
            PROGRAM, ["status"], dimensions=(60, columns), env=environ, cwd=str(sample_record)
        )
        told = terminal.read().decode()
        assert "\x1b[1m" in told
        rule = next(line for line in told.splitlines() if set(line) == {"━"})
        assert columns - 20 < len(rule) <= columns
