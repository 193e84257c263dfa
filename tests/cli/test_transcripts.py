"""Each file of tests/transcripts is typed in, line by line, and must be answered as written.

    $ cdstrack status          a command, run in a folder that holds the sample plan
    what it says on stdout
    ! what it says on stderr
    ~                          an empty line; one that begins with # or $ gets a \\ before it
    [exit 2]                   where it is not 0

Lines that begin with `#` are for the reader. A plain `cdstrack …` runs in this process, anything
else in a real shell. `make golden` writes the answers anew.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "transcripts"
_SHELL = re.compile(r"[|<>;&$*`()\\]")
_ASSIGNMENT = re.compile(r"[A-Z_]+=")
_MASKS = (
    (re.compile(r"cdstrack \d+\.\d+\.\d+"), "cdstrack X.Y.Z"),
    (re.compile(r"Python \d+\.\d+\.\d+"), "Python X.Y.Z"),
    (re.compile(r"\b(sqlmodel|typer|pydantic) \d+\.\d+\.\d+"), r"\1 X.Y.Z"),
)


class Desk:
    """Somebody at a terminal, in one folder."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.patch = monkeypatch
        self.patch.setenv("PATH", f"{Path(sys.executable).parent}:{os.environ['PATH']}")

    def type(self, line: str) -> str:
        """The answer as a transcript writes it."""
        words = line.split()
        if words[0] == "cd":
            self.patch.chdir(words[1])
            return ""
        if words[0] == "cdstrack" and not _SHELL.search(line):
            return self._answer(*_in_process(shlex.split(line)[1:]))
        return self._answer(*_in_shell(line))

    def _answer(self, code: int, out: str, err: str) -> str:
        told = [*_lines(out), *(f"! {line}" for line in _lines(err))]
        told += [f"[exit {code}]"] if code else []
        text = "".join(f"{line}\n" for line in told).replace(str(self.folder), "/home/lan")
        for pattern, mask in _MASKS:
            text = pattern.sub(mask, text)
        return text


def _lines(text: str) -> list[str]:
    """The lines, made visible where a terminal would obey them or a transcript misread them."""
    lines = [line.replace("\x1b", "ESC").rstrip() or "~" for line in text.splitlines()]
    return [f"\\{line}" if line[0] in "#$" else line for line in lines]


def _in_process(arguments: list[str]) -> tuple[int, str, str]:
    from tests.conftest import run_program

    answer = run_program(*arguments)
    return answer.code, answer.out, answer.err


def _in_shell(line: str) -> tuple[int, str, str]:
    done = subprocess.run(
        ["bash", "-c", line], capture_output=True, check=False, stdin=subprocess.DEVNULL
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def replay(text: str, desk: Desk) -> str:
    """The transcript with the answers that are given now."""
    told = []
    for line in text.splitlines():
        if line.startswith("$ "):
            told += [f"{line}\n", desk.type(line[2:])]
        elif line.startswith("#") or not line:
            told.append(f"{line}\n")
    return "".join(told)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_every_line_is_answered_as_written(
    path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = path.read_text(encoding="utf-8")
    given = replay(written, Desk(sample, monkeypatch))
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(given, encoding="utf-8")
    assert given == path.read_text(encoding="utf-8")
    assert "Traceback" not in given
