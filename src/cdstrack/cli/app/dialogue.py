"""Dialogues at a terminal: one line of an answer, yes or no, a choice of several.

Questions go to stderr, like all talk, so that stdout has only data.
"""

import signal
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager

from cdstrack.cli.app import terminal
from cdstrack.cli.app.invocation import Invocation
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.search import find, fold

_YES = {"c", "co", "i", "ies", "d", "dong i"}
"""Folded: `có`, `y`, `yes`, `đồng ý` (folding writes y as i)."""
_LEAVE = {"q", "quit", "thoat"}
_ALL = "?"
"""Lists everything there is to choose from."""
_NARROW = 20
_MOST_LISTED = 15


class LeftError(Exception):
    """The person has left: typed `q`, or ended the input with Ctrl-D."""


def somebody_is_there() -> bool:
    """Whether a person can be asked."""
    return terminal.is_terminal(sys.stdin) and terminal.is_terminal(sys.stderr)


def ask(run: Invocation, key: str, **facts: str) -> str | None:
    """The answer to a question of `cdstrack.words.talk`; None at the end of the input."""
    typed = terminal.ask(run.sentence(key, **facts))
    if not typed:
        terminal.say("")
        return None
    return clean(typed).strip()


def agrees(run: Invocation, key: str, **facts: str) -> bool:
    """Whether a person says yes; anything else is a no."""
    return fold(ask(run, key, **facts) or "") in _YES


def confirms(run: Invocation, key: str, **facts: str) -> bool:
    """The same as `agrees`, where a person may leave.

    Raises:
        LeftError: The person did.
    """
    return fold(answer(run, key, **facts)) in _YES


def answer(run: Invocation, key: str, **facts: str) -> str:
    """The same as `ask`, where a person may leave.

    Raises:
        LeftError: The person did.
    """
    typed = ask(run, key, **facts)
    if typed is None or fold(typed) in _LEAVE:
        raise LeftError
    return typed


def choose(
    run: Invocation,
    key: str,
    names: Mapping[str, Sequence[str]],
    shown: Callable[[str], str],
    also: Collection[str] = (),
    **facts: str,
) -> str:
    """Asks until one of several ids is meant, by words of its names or by its number in a list.

    `?` lists them all, as far as a screen holds.

    Args:
        run: The invocation.
        key: The question.
        names: The ids with the names by which they are found.
        shown: How a line of a list calls an id.
        also: Answers that are no id and are returned as they are.
        facts: What the question names.

    Raises:
        LeftError: The person left.
    """
    listed: Sequence[str] = ()
    while True:
        counted = {"count": str(len(listed))}
        typed = answer(run, "enter.which", **counted) if listed else answer(run, key, **facts)
        if typed in also:
            return typed
        if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(listed):
            return listed[int(typed) - 1]
        if typed == _ALL:
            listed = _listed(run, list(names), shown)
            continue
        match = find(typed, names)
        if match.found:
            return match.found
        if not match.candidates:
            near = "nearest" if match.suggestions else "not_found"
            run.talk(f"enter.{near}" if typed else "enter.nothing_typed", typed=typed)
        listed = _listed(run, match.candidates or match.suggestions, shown)


def _listed(run: Invocation, ids: Sequence[str], shown: Callable[[str], str]) -> Sequence[str]:
    """Lists the first of several ids with numbers."""
    for number, each in enumerate(ids[:_MOST_LISTED], 1):
        say_wrapped(shown(each), f"{number:>4}  ")
    if (more := len(ids) - _MOST_LISTED) > 0:
        run.talk("enter.more", count=str(more))
    return ids[:_MOST_LISTED]


def say_wrapped(text: str, before: str = "") -> None:
    """A text broken into lines at words, the later lines indented below the first."""
    from cdstrack.render.page.folding import wrapped

    width = terminal.talk_width()
    lines = [text] if width is None else wrapped(text, max(_NARROW, width - len(before)))
    terminal.say(before + f"\n{'':{len(before)}}".join(lines))


@contextmanager
def undisturbed() -> Iterator[None]:
    """Lets what was confirmed be kept before Ctrl-C ends the program.

    Raises:
        KeyboardInterrupt: It was pressed meanwhile.
    """
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt
