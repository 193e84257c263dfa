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


def refuse(*read: object) -> None:
    """Ends the command if anything that was read is a problem; all problems are told at once.

    Raises:
        RefusedError: There is one.
    """
    problems = [each for each in read if isinstance(each, Problem)]
    if problems:
        raise RefusedError(*problems)
