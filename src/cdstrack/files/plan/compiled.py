"""Checked plans, kept so that a command need not read and check the same text again.

Owns what a kept plan is found by: the digest of its bytes, and the very program that checked it.
How it is kept, and when it is believed, is decided by `cdstrack.files.kept.copies`.
"""

import hashlib
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import cdstrack
from cdstrack.files.kept import copies

FORM = "cdstrack plan 1"
_ENDING = ".plan"
_MAKERS = (
    "core/plan",
    "core/checks",
    "files/kept",
    "files/plan",
    "files/yaml",
    "files/text",
    "words/parse",
    "core",
)
"""The folders of this program whose code decides what a plan is."""


def copy_of(digest: str) -> Path | None:
    """The file of the copy for a plan of this digest, whether there is one or not."""
    place = copies.folder()
    return None if place is None else place / f"{digest[:32]}{_ENDING}"


def find(digest: str) -> tuple[dict[str, Any], str] | None:
    """The head of the believed copy for a plan of this digest and its body; None without one."""
    path = copy_of(digest)
    return None if path is None else copies.find(path, _made_of(digest))


def mapping_of(content: bytes) -> dict[str, Any] | None:
    """The kept form of the plan in these bytes, for what needs a part of it; None without a copy."""
    known = find(hashlib.sha256(content).hexdigest())
    if known is None:
        return None
    found: dict[str, Any] = json.loads(known[1])
    return found


def keep(digest: str, head: Mapping[str, Any], body: str) -> None:
    """Keeps a copy for a plan of this digest, in place of what lay there; does nothing where it cannot."""
    path = copy_of(digest)
    if path is not None:
        copies.keep(path, _made_of(digest), head, body)


def _made_of(digest: str) -> list[Any]:
    """What a copy was made of: the form, the plan, the program and the Python that ran it."""
    program = copies.program(_MAKERS)
    return [FORM, digest, cdstrack.__version__, list(sys.version_info[:2]), program]
