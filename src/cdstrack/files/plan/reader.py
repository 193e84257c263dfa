"""Reads the plan file: a plan, or every problem that the file has, in one run.

Owns the order of reading: characters, YAML, the shape of each value, then the rules that span
several values, which run on the sound parts of the plan.
"""

import zoneinfo
from dataclasses import dataclass
from pathlib import Path

from cdstrack.core.checks.plan_rules import check_plan
from cdstrack.core.plan.model import Plan
from cdstrack.core.plan.quotes import with_quoted_wording
from cdstrack.core.problem import Problem, Severity
from cdstrack.core.spelling import nearest
from cdstrack.files.plan.sound_parts import SoundParts, language_of, sound_parts
from cdstrack.files.text.text_file import TextFile, read_text_file, text_file
from cdstrack.files.yaml.tree import YamlTree, read_yaml

MOST_PROBLEMS = 200
"""Problems that are listed; the rest is counted."""


@dataclass(frozen=True, slots=True)
class PlanFile:
    """What a plan file holds.

    `plan` is None when one of the `problems` is an error; they are sorted by line and column.
    `digest` is the SHA-256 of the file's bytes. `language` is the plan's own, as far as it could
    be read.
    """

    plan: Plan | None
    text: str
    digest: str
    problems: tuple[Problem, ...]
    language: str | None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop the plan from being used."""
        return tuple(found for found in self.problems if found.severity is Severity.ERROR)


def read_plan(path: Path) -> PlanFile:
    """The plan of a file.

    Raises:
        RefusedError: The file is missing or cannot be read. What is wrong inside it is not
            raised but listed in the result.
    """
    return _read(read_text_file(path))


def read_plan_text(text: str, name: str, *, kept: bool = False) -> PlanFile:
    """The plan of a text that is not in a file; messages show `name` in place of the file's name.

    A `kept` version was in force before: rules that a later program added do not make it invalid.
    """
    return _read(text_file(text, name), kept=kept)


_ADDED_LATER = {"CDS176"}
"""Errors that plans of earlier programs may have; the number rule is in the reading itself."""


def _read(source: TextFile, *, kept: bool = False) -> PlanFile:
    if source.broken:
        return PlanFile(None, source.text, source.digest, source.problems, None)
    tree = read_yaml(source)
    problems = [*source.problems, *tree.problems]
    plan, language, more = None, None, 0
    if tree.whole:
        sound = sound_parts(tree, kept=kept)
        language = language_of(tree.root)
        found = [each for each in _findings(sound) if not (kept and each.code in _ADDED_LATER)]
        problems += [_placed(problem, tree, source) for problem in found]
        plan, more = sound.plan and with_quoted_wording(sound.plan), sound.more
    if any(problem.severity is Severity.ERROR for problem in problems):
        plan = None
    return PlanFile(plan, source.text, source.digest, _ordered(problems, more), language)


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


def _placed(problem: Problem, tree: YamlTree, source: TextFile) -> Problem:
    return problem.placed(source.place(*tree.position(problem.path, at_key=problem.at_key)))


def _ordered(problems: list[Problem], more: int) -> tuple[Problem, ...]:
    """By line and column; of too many, advice is left out first and errors last."""
    by_severity = sorted(problems, key=lambda problem: list(Severity).index(problem.severity))
    shown = sorted(by_severity[:MOST_PROBLEMS], key=_position)
    rest = len(problems) - len(shown) + more
    if not rest:
        return tuple(shown)
    facts = {"count": str(rest), "shown": str(len(shown))}
    return (*shown, Problem("CDS142", facts, place=shown[-1].place))


def _position(problem: Problem) -> tuple[int, int, str]:
    place = problem.place
    return (place.line, place.column, problem.code) if place else (0, 0, problem.code)
