"""How far a long work is, for whoever shows it."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
Progress = Callable[[float], None]
"""Takes which share of the work is done, from 0 to 1."""
_STEPS = 200


FEW = 1000
"""Figures that take no time."""


def told(pieces: Iterable[T], total: int, progress: Progress, every: int = 1) -> Iterator[T]:
    """The pieces as they come; now and then, and after the last of `total`, how far it is.

    `every` is after how many pieces at least it is said.
    """
    step = max(every, total // _STEPS)
    for done, piece in enumerate(pieces, start=1):
        yield piece
        if done % step == 0 or done == total:
            progress(min(1.0, done / total))
