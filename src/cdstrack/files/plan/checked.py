"""The plan of a file, read and checked anew only where its text or the program has changed.

Owns what is kept of a checked plan (`cdstrack.files.plan.compiled` owns where and how). Loads
neither YAML nor the models of validation where the text is known.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from cdstrack.core.plan.model import Plan
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.files.plan import compiled
from cdstrack.files.plan.kept_form import kept_form, reader_of
from cdstrack.files.plan.plan_file import PlanFile
from cdstrack.files.text.content import read_content


def read_checked_plan(path: Path) -> PlanFile:
    """The plan of a file, with what `cdstrack.files.plan.reader.read_plan` says of it.

    Raises:
        RefusedError: The file is missing or cannot be read.
    """
    content = read_content(path)
    digest = hashlib.sha256(content).hexdigest()
    known = compiled.find(digest)
    found = None if known is None else _restored(*known, content, digest, path)
    if found is not None:
        return found
    from cdstrack.files.plan.reader import read_plan_content

    found = read_plan_content(content, path)
    if found.plan is not None:
        _keep(found, found.plan, path)
    return found


def _restored(
    head: Mapping[str, Any], body: str, content: bytes, digest: str, path: Path
) -> PlanFile | None:
    """The plan file behind a copy.

    Null where its units file is not the one it was checked with, or this computer no longer knows
    its time zone.
    """
    units = head["units"]
    listed = None if units is None else _content_of(path.parent / units["file"])
    if units is not None and _digest(listed) != units["digest"]:
        return None
    plan: Plan = reader_of(Plan)(json.loads(body))
    try:
        ZoneInfo(plan.plan.timezone)
    except (OSError, ValueError, KeyError):
        return None
    names = {head["name"]: str(path)}
    if units is not None:
        names[str(Path(head["name"]).parent / units["file"])] = str(path.parent / units["file"])
    problems = tuple(
        _named(each, names) for each in reader_of(tuple[Problem, ...])(head["problems"])
    )
    text, language = content.decode(), head["language"]
    checked_with = None if units is None else units["digest"]
    units_text = None if listed is None else listed.decode()
    named = (text, digest, problems, language, path.parent)
    return PlanFile(plan, *named, checked_with, units_text)


def _named(problem: Problem, names: Mapping[str, str]) -> Problem:
    """The problem in the file as it is called now; the same text may lie under another name."""
    place = problem.place
    if place is None:
        return problem
    return problem.placed(replace(place, file=names.get(place.file, place.file)))


def _content_of(path: Path) -> bytes | None:
    try:
        return read_content(path)
    except RefusedError:
        return None


def _digest(content: bytes | None) -> str | None:
    return None if content is None else hashlib.sha256(content).hexdigest()


def _keep(found: PlanFile, plan: Plan, path: Path) -> None:
    """Keeps the plan, unless a file that it names could not be read."""
    units = None
    if plan.plan.units is not None:
        if found.units_digest is None:
            return
        units = {"file": plan.plan.units, "digest": found.units_digest}
    head = {
        "language": found.language,
        "name": str(path),
        "units": units,
        "problems": kept_form(found.problems),
    }
    compiled.keep(found.digest, head, json.dumps(kept_form(plan), ensure_ascii=False))
