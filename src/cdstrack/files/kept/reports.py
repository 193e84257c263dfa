"""Printed reports, kept so that one that is asked for again need not be worked out again.

Owns what a kept report is found by: the facts that the caller names, the very program that wrote it
and the libraries beside it. How it is kept, and when it is believed, is decided by
`cdstrack.files.kept.copies`.
"""

import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import cdstrack
from cdstrack.files.kept import copies

FORM = "cdstrack report 1"
_ENDING = ".report"
_LONGEST = 4 * 1024 * 1024
"""Letters of a report that is kept: what is written for a program may be of any length."""
_LIBRARY = "rich"
"""The library that draws tables; others that are installed lie beside it."""


@dataclass(frozen=True, slots=True)
class KeptReport:
    """The copy of one report, whether there is one or not; `made` is all that it comes from."""

    path: Path
    made: list[str]

    def find(self) -> str | None:
        """The text of the report; None where none is kept."""
        found = copies.find(self.path, self.made)
        return None if found is None else found[1]

    def keep(self, text: str) -> None:
        """Keeps the text, unless it is very long; does nothing where it cannot."""
        if len(text) <= _LONGEST:
            copies.keep(self.path, self.made, {}, text)


def kept_report(
    store: Path, wanted: Sequence[object], facts: Sequence[object]
) -> KeptReport | None:
    """The copy of a report on a store; None where the user has no folder for such things.

    Args:
        store: The store.
        wanted: What was asked for; a later answer takes the place of the earlier one.
        facts: What the answer comes from.
    """
    place = copies.folder()
    if place is None:
        return None
    asked = _digest(repr(wanted))
    name = f"{_beginning(store)}-{asked[:16]}{_ENDING}"
    return KeptReport(place / name, [FORM, asked, _digest(repr(facts)), _program()])


def copies_of(store: Path) -> tuple[Path, int] | None:
    """The pattern of the names of all reports kept on a store, and how many there are; None for none."""
    place = copies.folder()
    if place is None:
        return None
    pattern = f"{_beginning(store)}-*{_ENDING}"
    count = len(list(place.glob(pattern)))
    return (place / pattern, count) if count else None


def _beginning(store: Path) -> str:
    return _digest(str(store.absolute()))[:16]


def _program() -> str:
    """A digest of the state of the whole program, of Python and of the libraries installed."""
    libraries = sorted(_libraries())
    return _digest(repr((cdstrack.__version__, sys.version, copies.program(), libraries)))


def _libraries() -> Iterator[str]:
    """The names with versions under which libraries are installed beside the one that draws."""
    spec = find_spec(_LIBRARY)
    if spec is None or spec.origin is None:
        return
    with suppress(OSError), os.scandir(Path(spec.origin).parents[1]) as entries:
        for entry in entries:
            if entry.name.endswith((".dist-info", ".egg-info")):
                yield entry.name


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
