"""The bytes of a text file, within a limit, whatever the file claims to be."""

import os
import stat
from pathlib import Path

from cdstrack.core.problem import Problem, RefusedError

LARGEST = 8 * 1024 * 1024
"""Bytes of the largest plan file that is read; a plan of 500 indicators has some 200,000."""

_REASONS = {
    FileNotFoundError: "missing",
    NotADirectoryError: "missing",
    IsADirectoryError: "no_file",
    PermissionError: "denied",
}


def read_content(path: Path) -> bytes:
    """The bytes of a file or a pipe; never more than `LARGEST`, and one.

    Raises:
        RefusedError: CDS100, the file is missing, is no file, or may not be read.
    """
    try:
        with path.open("rb") as stream:
            kind = os.fstat(stream.fileno()).st_mode
            if not (stat.S_ISREG(kind) or stat.S_ISFIFO(kind)):
                raise IsADirectoryError
            return stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        from cdstrack.words.problems.os_errors import both, cause

        reason = next((name for found, name in _REASONS.items() if isinstance(error, found)), "why")
        facts = {"file": str(path), **both(reason, cause(error))}
        raise RefusedError(Problem("CDS100", facts)) from None
