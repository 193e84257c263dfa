"""How far a long work is, for whoever shows it."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
Progress = Callable[[float], None]
"""Takes which share of the work is done, from 0 to 1."""
_STEPS = 200


def told(pieces: Iterable[T], total: int, progress: Progress) -> Iterator[T]:
    """The pieces as they come; now and then, and after the last of `total`, how far it is."""
    step = max(1, total // _STEPS)
    for done, piece in enumerate(pieces, start=1):
        yield piece
        if done % step == 0 or done == total:
            progress(min(1.0, done / total))
