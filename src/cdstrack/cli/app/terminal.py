"""The only place that prints: data to stdout, talk to stderr.

Owns encoding, width, colour, the pager, and what happens when the reader of a pipe has gone.
"""

import errno
import io
import os
import sys
from collections.abc import Iterable
from typing import TextIO

from typing_extensions import override

from cdstrack.render.view import STANDARD_WIDTH

_ANY_HEIGHT = 24
GONE = 141
"""What a process answers that was stopped by a closed pipe: 128 + SIGPIPE, as everywhere on Unix."""


class _Closed(io.TextIOBase):
    """A stdout that was closed before the program began: whatever is written to it is lost."""

    def __init__(self) -> None:
        super().__init__()
        # Without it, the next file to be opened would get the descriptor of stdout.
        self._nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115

    @override
    def write(self, text: str) -> int:
        """Never succeeds.

        Raises:
            OSError: Always.
        """
        del text
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def prepare() -> None:
    """Makes the streams take any text, whatever the locale says.

    Without it an office machine with an ASCII locale would stop in the middle of a table, and half
    a letter, which a terminal leaves when the other half is deleted, would be a crash. A
    stream that is closed must not crash the program: talk is lost, data is refused.
    """
    if sys.stdout is None:
        sys.stdout = _Closed()
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def emit(text: str | Iterable[str]) -> None:
    """Data, to stdout: a text that ends in one line break, or pieces as they come."""
    if isinstance(text, str):
        _write(sys.stdout, text)
    else:
        sys.stdout.writelines(text)


def show(text: str, *, pager: str | None) -> None:
    """Data for a person, to stdout; what is longer than the screen through a pager, as git does it.

    Args:
        text: It ends in one line break.
        pager: The command of the pager; None for none.
    """
    if pager is None or not is_terminal() or text.count("\n") < _rows() or not _paged(text, pager):
        emit(text)


def _paged(text: str, pager: str) -> bool:
    """Whether the pager took the text; false where there is no such program."""
    import shutil
    import subprocess

    program = next(iter(pager.split()), "")
    if program == "cat" or shutil.which(program) is None:
        return False
    from cdstrack.render.page.links import unlinked

    flush()
    # F: leave what fits, R: show colours, X: keep the page on the screen; as git sets it.
    environ = {"LESS": "FRX", "LV": "-c", **os.environ}
    with subprocess.Popen(pager, shell=True, stdin=subprocess.PIPE, env=environ) as shown:  # noqa: S602 - the user's own setting
        try:
            shown.communicate(unlinked(text).encode(errors="replace"))
        except KeyboardInterrupt:
            # Ctrl-C is the pager's, which stays open.
            shown.wait()
    return True


def _rows() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).lines or _ANY_HEIGHT
    except (OSError, ValueError):
        return _ANY_HEIGHT


def say(text: str) -> None:
    """Talk, to stderr, after any data that was written before it."""
    sys.stdout.flush()
    _write(sys.stderr, text)


def ask(question: str) -> str:
    """The answer typed to a question on stderr; empty at the end of the input."""
    sys.stdout.flush()
    sys.stderr.write(question + " ")
    sys.stderr.flush()
    return sys.stdin.readline()


def flush() -> None:
    """Sends what was printed on its way, while a failure can still be reported.

    Raises:
        BrokenPipeError: The reader has gone away.
        OSError: It could not be written.
    """
    sys.stdout.flush()
    sys.stderr.flush()


def fall_silent() -> None:
    """Points stdout nowhere, so that the end of the process does not complain about it again."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, sys.stdout.fileno())
        except (OSError, ValueError):
            return
        finally:
            os.close(nowhere)


def is_terminal(stream: TextIO | None = None) -> bool:
    """Whether a person looks at the stream (stdout by default)."""
    try:
        return (stream or sys.stdout).isatty()
    except ValueError:
        return False


def width(wanted: int | None) -> int:
    """How many columns a report has: as asked, else the terminal's, else 80.

    Without a terminal nothing is guessed: not even COLUMNS changes what a cron job mails. 80
    columns fit every terminal that the other end of a pipe may show them on.
    """
    return wanted or _columns(sys.stdout) or STANDARD_WIDTH


def seen_width() -> int | None:
    """How many columns a person sees of data; None where nobody watches."""
    return _columns(sys.stdout)


def talk_width() -> int | None:
    """How many columns there are for talk; None where nobody watches, so that a line stays a line."""
    return _columns(sys.stderr)


def _columns(stream: TextIO) -> int | None:
    if not is_terminal(stream):
        return None
    try:
        return os.get_terminal_size(stream.fileno()).columns or None
    except (OSError, ValueError):
        return None


def colour(wanted: str) -> bool:
    """Whether to print colour, by `always`, `never` or `auto`."""
    return wanted == "always" or (wanted == "auto" and is_terminal())


def _write(stream: TextIO, text: str) -> None:
    stream.write(text if text.endswith("\n") else text + "\n")
