"""A progress bar for long work, at a terminal only.

Owns when it is shown. It disappears when the work is done, and never interferes with a question.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from cdstrack.cli.app import terminal
from cdstrack.cli.app.progress import Progress


@contextmanager
def bar_shown(title: str, *, when: bool = True) -> Iterator[Progress]:
    """A progress bar on stderr.

    Args:
        title: What is done; data, never obeyed.
        when: Whether there is enough to do.
    """
    if not when or not terminal.is_terminal(sys.stderr):
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn
    from rich.progress import Progress as Bar

    words = TextColumn("{task.description}", markup=False)
    console = Console(stderr=True)
    bar = Bar(words, BarColumn(), TaskProgressColumn(), console=console, transient=True)
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
