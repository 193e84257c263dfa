"""Somebody who types at a terminal, and the transcripts of what was answered."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import VERSION, run_program

_SHELL = re.compile(r"[|<>;&$*`()\\]")
_MASKS = (
    (re.compile(r"(máy|computer): UTC[+-]\d\d:\d\d"), r"\1: UTC±HH:MM"),
    (re.compile(r"[^\s\"]+/cdstrack/[0-9a-f]{32}\.plan"), "/home/lan/.cache/cdstrack/….plan"),
    (
        re.compile(r"[^\s\"]+/cdstrack/[0-9a-f]{16}-\*\.report"),
        "/home/lan/.cache/cdstrack/…-*.report",
    ),
    (VERSION, "cdstrack X.Y.Z"),
    (re.compile(r"Python \d+\.\d+\.\d+"), "Python X.Y.Z"),
    (re.compile(r"\b(sqlmodel|typer|pydantic) \d+\.\d+\.\d+"), r"\1 X.Y.Z"),
)


class Desk:
    """Somebody at a terminal, in one folder; how answers are written: tests/cli/test_transcripts.py.

    Where the record is on a server, its address is written as the usual file.
    """

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
        if address := os.environ.get("CDSTRACK_DB"):
            text = text.replace(address, "data/cdstrack.db")
        for pattern, mask in _MASKS:
            text = pattern.sub(mask, text)
        return text


def _lines(text: str) -> list[str]:
    """The lines, made visible where a terminal would obey them or a transcript misread them."""
    lines = [line.replace("\x1b", "ESC").rstrip() or "~" for line in text.splitlines()]
    return [f"\\{line}" if line[0] in "#$" else line for line in lines]


def _in_process(arguments: list[str]) -> tuple[int, str, str]:
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
