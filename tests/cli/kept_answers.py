"""Whether an answer was kept, and what it would be if nothing could be."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from tests.conftest import Answer, run_program

_USE_CASES = ("reports", "indicator", "weekly")
MAKERS = tuple(f"cdstrack.cli.use_cases.{name}" for name in _USE_CASES)
"""What works reports out; where it cannot be loaded, what is shown was kept."""


def record_sample() -> None:
    assert run_program("init").code == 0
    assert run_program("import", "figures.csv").code == 0


def anew(*words: str) -> Answer:
    """The answer where nothing can be kept."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", "/proc/cdstrack-cannot-be-made")
        return run_program(*words)


@contextmanager
def only_kept() -> Iterator[None]:
    """No report can be worked out."""
    with pytest.MonkeyPatch.context() as patched:
        for module in MAKERS:
            patched.setitem(__import__("sys").modules, module, None)
        yield


def is_kept(*words: str) -> bool:
    """Whether an answer is kept; if so, it must be the right one."""
    with only_kept():
        found = run_program(*words)
    if found.code == 0:
        assert found == anew(*words)
    return found.code == 0
