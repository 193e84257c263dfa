"""From a reading that may be a problem to the value, or to the refusal that ends the command."""

from typing import TypeVar

from cdstrack.core.problem import Problem, RefusedError

Value = TypeVar("Value")


def accept(read: Value | Problem) -> Value:
    """What was read.

    Raises:
        RefusedError: It could not be read; the problem says why.
    """
    if isinstance(read, Problem):
        raise RefusedError(read)
    return read
