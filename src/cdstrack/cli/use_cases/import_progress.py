"""How far a large file has been read: a bar on a terminal, nothing anywhere else."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cdstrack.cli.app import terminal
from cdstrack.cli.app.session import Session

if TYPE_CHECKING:
    from cdstrack.files.importing.sheet import Progress

_LARGE = 1 << 18
"""Bytes from which on a person wants to see that something goes on."""


@contextmanager
def progress_shown(session: Session, path: Path) -> Iterator["Progress"]:
    """Shows on a terminal how far a large file has been read; nowhere else."""
    if not terminal.is_terminal(sys.stderr) or not path.is_file() or path.stat().st_size < _LARGE:
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn
    from rich.progress import Progress as Bar

    from cdstrack.words.parse.clean import clean

    told = session.sentence("import.reading", file=clean(path.name))
    # A file name is data: without this it would be read as markup.
    words = TextColumn("{task.description}", markup=False)
    console = Console(stderr=True)
    bar = Bar(words, BarColumn(), TaskProgressColumn(), console=console, transient=True)
    task = bar.add_task(told, total=1.0)

    def show(done: float) -> None:
        # Not before there is something to show: until then a person may be asked.
        bar.start()
        bar.update(task, completed=done)

    try:
        yield show
    finally:
        bar.stop()
