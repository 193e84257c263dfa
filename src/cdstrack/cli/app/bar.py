"""A bar on a terminal while something long is done; nowhere else.

Owns when it is seen. It is gone when the work is done, and it is never in the way of a question.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from cdstrack.cli.app import terminal

T = TypeVar("T")
Show = Callable[[float], None]
"""Takes which share of the work is done, from 0 to 1."""


@contextmanager
def bar_shown(title: str, *, when: bool = True) -> Iterator[Show]:
    """What shows how far the work is, on stderr.

    Args:
        title: What is done; data, never obeyed.
        when: Whether there is enough to do.
    """
    if not when or not terminal.is_terminal(sys.stderr):
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    words = TextColumn("{task.description}", markup=False)
    console = Console(stderr=True)
    bar = Progress(words, BarColumn(), TaskProgressColumn(), console=console, transient=True)
    task = bar.add_task(title, total=1.0)

    def show(done: float) -> None:
        # A finished bar must not be in the way of questions, nor one of work that took no time.
        if done < 1:
            bar.start()
        bar.update(task, completed=done)
        if done >= 1:
            bar.stop()

    try:
        yield show
    finally:
        bar.stop()


def told(pieces: Iterable[T], total: int, show: Show) -> Iterator[T]:
    """The pieces as they come; after each, how far it is."""
    for done, piece in enumerate(pieces, start=1):
        yield piece
        show(min(1.0, done / total))
