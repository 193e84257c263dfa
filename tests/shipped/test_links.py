"""Addresses at a terminal that opens them, and at every other place."""

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

import pexpect
import pytest
from tests.conftest import Run

from cdstrack.cli.app.settings import Settings, Wanted

ADDRESS = "https://baodongkhoi.vn/ben-tre-xep-thu-31-63-tinh-thanh-ve-muc-do-chuyen-doi-so-08082022-a103809.html"


@pytest.mark.parametrize(
    ("environ", "says"),
    [
        ({}, False),
        ({"TERM": "xterm-256color"}, False),
        ({"VTE_VERSION": "7600"}, True),
        ({"VTE_VERSION": "4205"}, False),
        ({"VTE_VERSION": "mới"}, False),
        ({"WT_SESSION": "e1"}, True),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM_PROGRAM": "vscode"}, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"TERM_PROGRAM": "vscode", "TMUX": "socket"}, False),
        ({"TERM_PROGRAM": "vscode", "FORCE_HYPERLINK": "0"}, False),
        ({"TMUX": "socket", "FORCE_HYPERLINK": "1"}, True),
    ],
)
def test_a_terminal_says_that_it_opens_addresses(environ: Mapping[str, str], says: bool) -> None:
    assert Settings(Wanted(), environ).links is says


def seen(folder: Path, *arguments: str, pager: str = "cat", **environ: str) -> str:
    """What a terminal of 80 columns receives."""
    known = {**os.environ, "TERM": "xterm-256color", "PAGER": pager, **environ}
    child = pexpect.spawn(
        *(sys.executable, ["-m", "cdstrack", *arguments]),
        cwd=str(folder),
        env=known,
        encoding="utf-8",
        dimensions=(24, 80),
        timeout=30,
    )
    child.expect(pexpect.EOF)
    return str(child.before)


SHOWN = [
    ("show", "dti-hang-chung"),
    ("document", "show", "dong-khoi-2022-08-08"),
    ("summary", "--full", "--week", "2022-W32"),
]


@pytest.mark.parametrize("command", SHOWN, ids=" ".join)
def test_a_terminal_that_says_so_gets_the_address_in_one_line(
    shipped_record: Path, command: tuple[str, ...]
) -> None:
    answer = seen(shipped_record, *command, FORCE_HYPERLINK="1")
    opened = re.findall(r"\x1b]8;[^;]*;([^\x1b]+)\x1b\\(.*?)\x1b]8;;\x1b\\", answer)
    words = {re.sub(r"\x1b\[[\d;]*m", "", each) for address, each in opened if address == ADDRESS}
    assert len(words) == 1
    assert ADDRESS.startswith(words.pop().removesuffix("…"))


@pytest.mark.parametrize("command", SHOWN, ids=" ".join)
def test_no_other_terminal_no_pipe_and_no_file_gets_a_link(
    shipped_record: Path, run: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    assert "\x1b]8" not in seen(shipped_record, *command, FORCE_HYPERLINK="0")
    assert "\x1b]8" not in seen(shipped_record, *command, FORCE_HYPERLINK="1", NO_COLOR="1")
    monkeypatch.setenv("FORCE_HYPERLINK", "1")
    assert "\x1b]8" not in run(*command).out
    if command[0] != "document":
        assert "\x1b]8" not in run(*command, "--color", "always").out
        assert run(*command, "-o", "a.txt").code == 0
        assert "\x1b]8" not in Path("a.txt").read_text("utf-8")


def test_a_pager_gets_the_address_in_full_without_a_link(shipped_record: Path) -> None:
    answer = seen(shipped_record, "show", "dti-hang-chung", pager="cat -u", FORCE_HYPERLINK="1")
    assert "\x1b]8" in answer  # a pager called cat is none
    (shipped_record / "xem").write_text("#!/bin/sh\nexec cat\n", "utf-8")
    (shipped_record / "xem").chmod(0o755)
    paged = seen(
        shipped_record,
        "show",
        "dti-hang-chung",
        pager=str(shipped_record / "xem"),
        FORCE_HYPERLINK="1",
    )
    assert "\x1b]8" not in paged
    assert ADDRESS in paged


def test_an_issued_page_is_kept_without_links(shipped_record: Path) -> None:
    issued = seen(shipped_record, *SHOWN[2], "--issue", FORCE_HYPERLINK="1")
    assert "\x1b]8" in issued
    kept = seen(shipped_record, "summary", "--number", "1", FORCE_HYPERLINK="1")
    assert "https://baodongkhoi.vn/" in kept
    assert "\x1b]8" not in kept
