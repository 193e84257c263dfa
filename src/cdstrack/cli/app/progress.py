"""The progress of long work, for whatever displays it."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
Progress = Callable[[float], None]
"""Takes which share of the work is done, from 0 to 1."""
_STEPS = 200


FEW = 1000
"""Figures that take no time."""


def told(
    pieces: Iterable[T],
    total: int,
    progress: Progress,
    every: int = 1,
    size: Callable[[T], int] = lambda _: 1,
) -> Iterator[T]:
    """The pieces as they come; now and then, and after the last of `total`, how far it is.

    `every` is after how much of the total at least it is said, `size` how much of it a piece is.
    """
    step = max(every, total // _STEPS)
    done, due = 0, step
    for piece in pieces:
        yield piece
        done += size(piece)
        if done >= due or done == total:
            progress(min(1.0, done / total))
            due = done + step
