"""Asking a person: whether somebody is there, one line of an answer, and yes or no.

Questions go to stderr, where talk goes, so that data stay clean.
"""

import sys

from cdstrack.cli.app import terminal
from cdstrack.cli.app.invocation import Invocation
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.search import fold

_YES = {"c", "co", "i", "ies", "d", "dong i"}
"""Folded: `có`, `y`, `yes`, `đồng ý` (folding writes y as i)."""


def somebody_is_there() -> bool:
    """Whether a person can be asked."""
    return terminal.is_terminal(sys.stdin) and terminal.is_terminal(sys.stderr)


def ask(run: Invocation, key: str, **facts: str) -> str | None:
    """What a person answers to a question of `cdstrack.words.talk`; None where the input ends."""
    terminal.say(run.sentence(key, **facts))
    typed = sys.stdin.readline()
    return clean(typed).strip() if typed else None


def agrees(run: Invocation, key: str, **facts: str) -> bool:
    """Whether a person says yes; anything else is a no."""
    return fold(ask(run, key, **facts) or "") in _YES
