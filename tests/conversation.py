"""Somebody at a real terminal, who answers each question of the program in turn."""

import os
import re
import sys
from collections.abc import Sequence

import pexpect

_QUESTION = re.compile(r"[:\]] \Z")
END, STOP = "^D", "^C"
"""What a person presses in place of an answer: the end of the input, the interruption."""


def converse(arguments: Sequence[str], answers: Sequence[str], width: int = 80) -> tuple[str, int]:
    """What the terminal showed, with what was typed, and the exit code; 0 for a signal.

    The keys are pressed one by one, each when the program asks: an answer that nobody asked for,
    or a question that nobody answers, fails.
    """
    child = pexpect.spawn(
        sys.executable,
        ["-m", "cdstrack", *arguments],
        encoding="utf-8",
        dimensions=(50, width),
        timeout=30,
        env={**os.environ, "NO_COLOR": "1"},
    )
    shown = ""
    for typed in answers:
        asked = child.expect([_QUESTION, pexpect.EOF, pexpect.TIMEOUT])
        shown += str(child.before)
        assert not asked, f"{shown}\nNobody asks for {typed!r}."
        shown += str(child.after)
        if typed == END:
            child.sendeof()
        elif typed == STOP:
            child.sendintr()
        else:
            child.sendline(typed)
    asked = child.expect([pexpect.EOF, _QUESTION])
    shown += str(child.before)
    assert not asked, f"{shown}\nNobody answers."
    child.close()
    assert child.signalstatus is None, shown
    return shown.replace("\r\n", "\n"), int(child.exitstatus)
