"""The sound part of a plan file, and what is wrong with the shape of the rest.

Owns the pruning: what a model refuses is reported once and cut out, with whatever cannot stand
without it, so that the rules between values can still be checked on everything else.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cdstrack.core.plan import Plan
from cdstrack.core.problem import Path, Problem, Severity
from cdstrack.files.plan_errors import essential, path_of, problem_of
from cdstrack.files.plan_sections import keys_of, section_at
from cdstrack.files.yaml_tree import Tree, YamlTree

_ROUNDS = 12
_MOST_ERRORS = 500
"""A file with more is no plan with slips in it; the rules between values are not tried on it."""
_BESIDE = {"wording", "document", "ended", "note", "of", "from"}
"""Keys of a target without which the rest of the target can still be checked."""
_STAND_IN: dict[str, Tree] = {"id": "plan", "title": {"vi": "…"}}
"""Checked in place of a header that cannot be used; never handed out."""


@dataclass
class _Cuts:
    """What has been cut out of a tree, and where the list items left over come from.

    `origins` holds, for the path of a list in the pruned tree, the positions its items had.
    """

    paths: set[Path]
    origins: dict[Path, list[int]] = field(default_factory=dict)

    def pruned(self, tree: Tree) -> Tree:
        """The tree without what has been cut."""
        self.origins = {}
        return self._copy(tree, (), ())

    def _copy(self, tree: Tree, path: Path, new_path: Path) -> Tree:
        if isinstance(tree, dict):
            return {
                key: self._copy(value, (*path, key), (*new_path, key))
                for key, value in tree.items()
                if (*path, key) not in self.paths
            }
        if isinstance(tree, list):
            kept = [at for at in range(len(tree)) if (*path, at) not in self.paths]
            self.origins[new_path] = kept
            return [
                self._copy(tree[at], (*path, at), (*new_path, new)) for new, at in enumerate(kept)
            ]
        return tree

    def original(self, path: Path) -> Path:
        """The path in the whole tree of a path in the pruned one."""
        found: Path = ()
        for length, step in enumerate(path):
            kept = self.origins.get(path[:length], [])
            inside = isinstance(step, int) and step < len(kept)
            found = (*found, kept[step] if inside and isinstance(step, int) else step)
        return found


@dataclass(frozen=True)
class Partial:
    """The plan as far as it is sound, with the problems of the rest (not yet placed).

    `more` counts the problems beyond those listed.
    """

    plan: Plan | None
    problems: tuple[Problem, ...]
    cuts: _Cuts
    more: int = 0

    def relevant(self, found: Iterable[Problem], tree: YamlTree) -> list[Problem]:
        """Of the problems found in `plan`, those that are no mere result of the cuts.

        Their paths are turned into paths of the whole file.
        """
        whole = (replace(problem, path=self.cuts.original(problem.path)) for problem in found)
        return [problem for problem in whole if not self._caused(problem, tree.root)]

    def _caused(self, problem: Problem, root: Tree) -> bool:
        if any(problem.path[: len(cut)] == cut for cut in self.cuts.paths):
            return True
        named = problem.facts.get("value")
        return named is not None and named in _ids(root, problem.facts.get("section", ""))


def partial_plan(tree: YamlTree) -> Partial:
    """The sound part of a tree, and the problems of its shape."""
    empty = _empty_keys(tree)
    cuts = _Cuts(set(empty))
    root = cuts.pruned(tree.root)
    try:
        return Partial(_validated(root), tuple(_empty_problems(empty, [])), _Cuts(set(), {}))
    except ValidationError as error:
        errors = error.errors(include_url=False)
    shown = essential(errors[:_MOST_ERRORS])
    problems = [problem_of(each, cuts.original(path_of(each)), tree.root) for each in shown]
    problems += _empty_problems(empty, problems)
    if len(errors) > _MOST_ERRORS:
        return Partial(None, tuple(problems), cuts, len(errors) - _MOST_ERRORS)
    plan = _cut_until_sound(tree, cuts, errors)
    cuts.paths -= set(empty)
    return Partial(plan, tuple(problems), cuts)


def _validated(root: Tree) -> Plan:
    return Plan.model_validate(root, by_alias=True, by_name=False)


def _cut_until_sound(tree: YamlTree, cuts: _Cuts, errors: list[ErrorDetails]) -> Plan | None:
    """The plan that is left once everything refused is cut; None where nothing is."""
    for _ in range(_ROUNDS):
        before = len(cuts.paths)
        cuts.paths |= {_cut(cuts.original(path_of(each)), each["type"], tree) for each in errors}
        root = cuts.pruned(tree.root)
        if len(cuts.paths) == before or not isinstance(root, dict):
            return None
        try:
            return _validated({"plan": _STAND_IN, **root})
        except ValidationError as error:
            errors = error.errors(include_url=False)
    return None


def _cut(path: Path, kind: str, tree: YamlTree) -> Path:
    """What must go because of an error: the key, or the section that cannot do without it."""
    if path[2:3] == ("targets",) and len(path) > 4 and path[4] not in _BESIDE:
        return path[:4]
    if kind == "missing":
        return path[:-1]
    while path and (path not in tree.values or _is_one_of_many(path)):
        path = path[:-1]
    return path


def _is_one_of_many(path: Path) -> bool:
    """Whether the path ends at an item of a list that is one value: bounds, wordings, ids."""
    return isinstance(path[-1], int) and section_at(path) is None


def _empty_keys(tree: YamlTree) -> list[Path]:
    """The known keys after which nothing stands: read as if they were not there."""
    return [path for path in tree.nothing if _is_known(path)]


def _is_known(path: Path) -> bool:
    section = section_at(path[:-1])
    return section is not None and path[-1] in keys_of(section)


def _empty_problems(empty: list[Path], problems: list[Problem]) -> list[Problem]:
    missing = {problem.path for problem in problems if problem.code == "CDS103"}
    return [
        Problem("CDS180", {"key": str(path[-1])}, Severity.WARNING, path, at_key=True)
        for path in empty
        if path not in missing
    ]


def _ids(root: Tree, section: str) -> set[str]:
    """The ids that a section of the whole file declares."""
    declared = root.get(section) if isinstance(root, dict) else None
    if isinstance(declared, dict):
        return set(declared)
    items = declared if isinstance(declared, list) else []
    return {str(item.get("id")) for item in items if isinstance(item, dict)}
