"""Reads the plan file: a plan, or every problem that the file has, in one run.

Owns the order of reading: characters, YAML, the shape of each value, then the rules that span
several values, which run on the sound parts of the plan.
"""

import zoneinfo
from dataclasses import replace
from functools import partial
from pathlib import Path

from cdstrack.core.checks.plan_rules import check_plan
from cdstrack.core.plan.model import Plan
from cdstrack.core.plan.quotes import with_quoted_wording
from cdstrack.core.problem import Problem, Severity
from cdstrack.core.spelling import nearest
from cdstrack.files.plan.plan_file import PlanFile
from cdstrack.files.plan.sound_parts import SoundParts, language_of, sound_parts
from cdstrack.files.plan.units_file import NO_UNITS, UnitsFile, read_units, read_units_text
from cdstrack.files.text.text_file import TextFile, decoded, read_text_file, text_file
from cdstrack.files.yaml.tree import YamlTree, read_yaml

MOST_PROBLEMS = 200
"""Problems that are listed; the rest is counted."""


def read_plan(path: Path) -> PlanFile:
    """The plan of a file.

    Raises:
        RefusedError: The file is missing or cannot be read. What is wrong inside it is not
            raised but listed in the result.
    """
    return _read(read_text_file(path), path.parent)


def read_plan_content(content: bytes, path: Path) -> PlanFile:
    """The plan of the bytes of the file at a path."""
    return _read(decoded(str(path), content), path.parent)


def read_plan_text(
    text: str,
    name: str,
    folder: Path | None = None,
    *,
    kept: bool = False,
    units: str | None = None,
) -> PlanFile:
    """The plan of a text that is not in a file; messages show `name` in place of the file's name.

    A `kept` version was in force before: rules that a later program added do not make it invalid.
    The units that it names are those of the text `units`; without one, those of the file in
    `folder` as it is now.
    """
    return _read(text_file(text, name), folder, kept=kept, units=units)


_ADDED_LATER = {"CDS176"}
"""Errors that plans of earlier programs may have; the number rule is in the reading itself."""


def _read(
    source: TextFile, folder: Path | None, *, kept: bool = False, units: str | None = None
) -> PlanFile:
    if source.broken:
        return PlanFile(None, source.text, source.digest, source.problems, None, folder)
    tree = read_yaml(source)
    problems = [*source.problems, *tree.problems]
    plan, language, more, listed = None, None, 0, NO_UNITS
    if tree.whole:
        sound = sound_parts(tree, kept=kept)
        language = language_of(tree.root)
        sound, listed = _with_units(sound, folder, units)
        found = [each for each in _findings(sound) if not (kept and each.code in _ADDED_LATER)]
        problems += [_placed(each, tree, source, listed) for each in (*found, *listed.problems)]
        plan, more = sound.plan and with_quoted_wording(sound.plan), sound.more
    if any(problem.severity is Severity.ERROR for problem in problems):
        plan = None
    ordered = _ordered(problems, more, source.name)
    text = listed.text.text if listed.text else None
    named = (source.text, source.digest, ordered, language, folder)
    return PlanFile(plan, *named, listed.digest, text)


def _with_units(
    sound: SoundParts, folder: Path | None, text: str | None
) -> tuple[SoundParts, UnitsFile]:
    """The plan with the units of the text, else of the file that it names, beside its own bodies."""
    named = sound.plan and sound.plan.plan.units
    if sound.plan is None or not named or (folder is None and text is None):
        return sound, NO_UNITS
    declared = frozenset(sound.plan.org_units)
    if text is not None:
        units = read_units_text(text_file(text, named), declared)
    else:
        assert folder is not None  # noqa: S101 - one of the two is given
        units = read_units(folder / named, declared)
    plan = sound.plan.model_copy(update={"org_units": {**sound.plan.org_units, **units.units}})
    unread = sound.unread | {"org_units"} if units.problems else sound.unread
    return replace(sound, plan=plan, unread=unread), units


def _findings(sound: SoundParts) -> list[Problem]:
    """The problems of the broken parts, and what the rules find between the sound ones."""
    if sound.plan is None:
        return list(sound.problems)
    checked = [*check_plan(sound.plan), *_time_zone(sound.plan)]
    return [*sound.problems, *sound.in_the_file(checked)]


def _time_zone(plan: Plan) -> list[Problem]:
    """The time zone must be one that this machine knows."""
    zone = plan.plan.timezone
    try:
        zoneinfo.ZoneInfo(zone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        known = zoneinfo.available_timezones()
        if not known:
            return []
        facts = {"value": zone, "near": nearest(zone, known)}
        return [Problem("CDS162", facts, path=("plan", "timezone"))]
    return []


def _placed(problem: Problem, tree: YamlTree, source: TextFile, units: UnitsFile) -> Problem:
    if problem.place is not None:
        return problem
    match problem.path:
        case ("org_units", str(unit), *keys):
            listed = units.place(unit, str(keys[0]) if keys else "id")
            if listed is not None:
                return problem.placed(listed)
    return problem.placed(source.place(*tree.position(problem.path, at_key=problem.at_key)))


def _ordered(problems: list[Problem], more: int, plan: str) -> tuple[Problem, ...]:
    """By file, the plan's first, line and column; of too many, advice is left out first."""
    by_severity = sorted(problems, key=lambda problem: list(Severity).index(problem.severity))
    shown = sorted(by_severity[:MOST_PROBLEMS], key=partial(_position, plan))
    rest = len(problems) - len(shown) + more
    if not rest:
        return tuple(shown)
    facts = {"count": str(rest), "shown": str(len(shown))}
    return (*shown, Problem("CDS142", facts, place=shown[-1].place))


def _position(plan: str, problem: Problem) -> tuple[bool, int, int, str]:
    place = problem.place
    if place is None:
        return False, 0, 0, problem.code
    return place.file != plan, place.line, place.column, problem.code
