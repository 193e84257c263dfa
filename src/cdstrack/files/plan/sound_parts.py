"""The plan behind a tree of texts; where parts of it are broken, the plan without them.

A part is a document, pillar, org unit or indicator, a key of the header, or any other key of the
file. A broken part is reported with its own mistakes alone: the rules that hold between values
are checked on it once it is mended. What refers to a broken part by its id is not blamed for it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from pydantic import ValidationError

from cdstrack.core.plan.declaration import PlanContext
from cdstrack.core.plan.model import Document, Label, OrgUnit, Plan
from cdstrack.core.plan.section import Section
from cdstrack.core.problem import Path, Problem, Severity
from cdstrack.core.spelling import nearest
from cdstrack.files.plan.errors import path_of, problem_of, without_consequences
from cdstrack.files.plan.id_hints import id_facts
from cdstrack.files.plan.model_walk import is_key
from cdstrack.files.yaml.tree import Tree, YamlTree

_MOST_ERRORS = 500
"""With more than these, the rules between values are not checked."""
_BY_ID: dict[str, type[Section]] = {"documents": Document, "pillars": Label, "org_units": OrgUnit}
_WITH_PARTS = {"plan", "indicators", *_BY_ID}
_HEADER: dict[str, Tree] = {"id": "plan", "title": {"vi": "plan"}}
"""The required keys of a header, for one that lacks a sound one."""


@dataclass(frozen=True)
class SoundParts:
    """The plan made of the sound parts, and the problems of the broken ones (not yet placed).

    `plan` is None where nothing could be read. `positions` are those that the indicators of `plan`
    have in the file, `missing` the ids of broken indicators, and `unread` the sections that are
    broken as a whole, `unread_documents` the ids of broken documents. `more` counts problems beyond those listed.
    """

    plan: Plan | None
    problems: tuple[Problem, ...]
    positions: tuple[int, ...] = ()
    missing: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    unread_documents: frozenset[str] = frozenset()
    more: int = 0

    def in_the_file(self, found: Iterable[Problem]) -> list[Problem]:
        """Problems found in `plan` at their paths in the file, without references to broken parts."""
        return [self._in_the_file(problem) for problem in found if not self._is_excused(problem)]

    def _is_excused(self, problem: Problem) -> bool:
        section, value = problem.facts.get("section"), problem.facts.get("value")
        if section in self.unread or (section == "indicators" and value in self.missing):
            return True
        return problem.facts.get("document") in self.unread_documents

    def _in_the_file(self, problem: Problem) -> Problem:
        match problem.path:
            case ("indicators", int(at), *rest) if self.positions:
                facts = dict(problem.facts)
                if "item" in facts:  # two indicators, by their numbers in the list
                    for key in ("first", "item"):
                        facts[key] = str(self.positions[int(facts[key]) - 1] + 1)
                return replace(problem, path=("indicators", self.positions[at], *rest), facts=facts)
        return problem


def sound_parts(tree: YamlTree, *, kept: bool = False) -> SoundParts:
    """The plan of a tree as far as it is sound; known keys without a value are left out.

    A `kept` version was in force before, and is read as it was then.
    """
    empty = [path for path in tree.nothing if is_key(path)]
    root = _without(tree.root, empty)
    context = PlanContext(language_of(root) or "vi", kept)
    try:
        return SoundParts(_validated(root, context), tuple(_empty_problems(empty, ())))
    except ValidationError as error:
        errors = error.errors(include_url=False)
    problems = [
        problem_of(each, tree) for each in without_consequences(errors[:_MOST_ERRORS], tree)
    ]
    problems += _empty_problems(empty, problems)
    if len(errors) > _MOST_ERRORS or not isinstance(root, dict):
        return SoundParts(None, tuple(problems), more=max(0, len(errors) - _MOST_ERRORS))
    return _without_broken(
        root, context, {_part_of(path_of(each)) for each in errors}, tuple(problems)
    )


def language_of(root: Tree) -> str | None:
    """The language of the plan, as far as it can be read."""
    header = root.get("plan") if isinstance(root, dict) else None
    language = header.get("language", "vi") if isinstance(header, dict) else None
    return language if isinstance(language, str) and language in {"vi", "en"} else None


def _validated(root: Tree, context: PlanContext) -> Plan:
    return Plan.model_validate(root, context=context)


def _part_of(path: Path) -> Path:
    return path[:2] if path[0] in _WITH_PARTS else path[:1]


def _without_broken(
    root: dict[str, Tree], context: PlanContext, broken: set[Path], problems: tuple[Problem, ...]
) -> SoundParts:
    sound = {key: _sound_section(key, root[key], broken) for key in root if (key,) not in broken}
    header = sound.get("plan")
    sound["plan"] = {**_HEADER, **header} if isinstance(header, dict) else _HEADER
    plan = _validated(sound, context)
    named = {
        section: {**_named_only(section, broken), **getattr(plan, section)} for section in _BY_ID
    }
    listed = root.get("indicators")
    indicators = listed if isinstance(listed, list) else []
    positions = [at for at in range(len(indicators)) if ("indicators", at) not in broken]
    lost = set(range(len(indicators))) - set(positions)
    return SoundParts(
        plan.model_copy(update=named),
        problems,
        tuple(positions),
        _spellings(_id_of(indicators[at]) for at in lost),
        frozenset(_section_meant(str(part[0])) for part in broken if len(part) == 1),
        _spellings(str(part[-1]) for part in broken if part[0] == "documents" and len(part) == 2),
    )


def _section_meant(key: str) -> str:
    """The section of that name, or of the name that resembles it most."""
    return key if key in _WITH_PARTS else nearest(key, _WITH_PARTS)


def _sound_section(section: str, node: Tree, broken: set[Path]) -> Tree:
    if isinstance(node, dict):
        return {key: value for key, value in node.items() if (section, key) not in broken}
    if isinstance(node, list):
        return [value for at, value in enumerate(node) if (section, at) not in broken]
    return node


def _named_only(section: str, broken: set[Path]) -> dict[str, Section]:
    """The broken entries of a section, declared with nothing but their ids."""
    ids = _spellings(str(part[-1]) for part in broken if part[0] == section and len(part) == 2)
    return {id_: _BY_ID[section].model_construct(vi=id_, title=id_) for id_ in sorted(ids)}


def _spellings(ids: Iterable[str]) -> frozenset[str]:
    """The ids, and for each that cannot be one the id that was probably meant."""
    return frozenset(spelt for id_ in ids for spelt in (id_, id_facts(id_).get("plain", id_)))


def _id_of(indicator: Tree) -> str:
    found = indicator.get("id") if isinstance(indicator, dict) else None
    return found if isinstance(found, str) else ""


def _empty_problems(empty: list[Path], problems: Iterable[Problem]) -> list[Problem]:
    """A warning for each known key without a value, unless it is already reported as missing."""
    missing = {problem.path for problem in problems if problem.code == "CDS103"}
    return [
        Problem("CDS180", {"key": str(path[-1])}, Severity.WARNING, path, at_key=True)
        for path in empty
        if path not in missing
    ]


def _without(node: Tree, paths: Collection[Path]) -> Tree:
    """The tree without the values at some paths into mappings."""
    if not paths or not isinstance(node, dict | list):
        return node
    inside: dict[str | int, list[Path]] = {}
    for step, *rest in paths:
        inside.setdefault(step, []).append(tuple(rest))
    if isinstance(node, list):
        return [_without(each, inside.get(at, ())) for at, each in enumerate(node)]
    return {
        key: _without(each, inside.get(key, ()))
        for key, each in node.items()
        if () not in inside.get(key, ())
    }
