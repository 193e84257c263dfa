"""The sound part of a plan file, and what is wrong with the shape of the rest.

Owns the mending: what a model refuses is reported once and then stood in for, or cut out where
the plan can do without it, so that the rules between values can be checked on everything else.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cdstrack.core.plan.model import Plan
from cdstrack.core.problem import Path, Problem, Severity
from cdstrack.files.plan.errors import essential, path_of, problem_of
from cdstrack.files.plan.follow_ups import FollowUps
from cdstrack.files.plan.placeholders import stand_in
from cdstrack.files.plan.repair import Mending, stands_at, value_at
from cdstrack.files.plan.sections import keys_of, section_at
from cdstrack.files.yaml.tree import Tree, YamlTree

_ROUNDS = 12
_MOST_ERRORS = 500
"""A file with more is no plan with slips in it; the rules between values are not tried on it."""
_PAIRS = {"bounds", "between"}
"""Lists that are one value: without one of their items they are nothing."""


@dataclass(frozen=True)
class Partial:
    """The plan as far as it is sound, with the problems of the rest (not yet placed).

    `more` counts the problems beyond those listed.
    """

    plan: Plan | None
    problems: tuple[Problem, ...]
    mending: Mending
    more: int = 0

    def relevant(self, found: Iterable[Problem], tree: YamlTree) -> list[Problem]:
        """Of the problems found in `plan`, those that are no mere result of the mending.

        Their paths are turned into paths of the whole file.
        """
        original = self.mending.original
        whole = (replace(problem, path=original(problem.path)) for problem in found)
        follow_ups = FollowUps(self.mending, tree.root)
        return [follow_ups.named(problem) for problem in whole if problem not in follow_ups]


def partial_plan(tree: YamlTree) -> Partial:
    """The sound part of a tree, and the problems of its shape."""
    empty = _empty_keys(tree)
    mending = Mending(set(empty))
    root = mending.mended(tree.root)
    try:
        return Partial(_validated(root), tuple(_empty_problems(empty, [])), Mending())
    except ValidationError as error:
        errors = error.errors(include_url=False)
    shown = essential(errors[:_MOST_ERRORS])
    problems = [problem_of(each, mending.original(path_of(each)), tree) for each in shown]
    problems += _empty_problems(empty, problems)
    if len(errors) > _MOST_ERRORS:
        return Partial(None, tuple(problems), mending, len(errors) - _MOST_ERRORS)
    plan = _mend_until_sound(tree, mending, errors)
    mending.cut -= set(empty)
    return Partial(plan, tuple(problems), mending)


def _validated(root: Tree) -> Plan:
    return Plan.model_validate(root, by_alias=True, by_name=False)


def _mend_until_sound(tree: YamlTree, mending: Mending, errors: list[ErrorDetails]) -> Plan | None:
    """The plan that is left once everything refused is mended; None where nothing is."""
    for _ in range(_ROUNDS):
        before = len(mending.cut) + len(mending.instead)
        paths = [mending.original(path_of(each)) for each in errors]
        tried = set(mending.instead)
        for path, error in zip(paths, errors, strict=True):
            _mend(_value_refused(path, error, tree.root), error, tree.root, mending, tried)
        root = mending.mended(tree.root)
        if len(mending.cut) + len(mending.instead) == before or not isinstance(root, dict):
            return None
        try:
            return _validated(root)
        except ValidationError as error:
            errors = error.errors(include_url=False)
    return None


def _mend(path: Path, error: ErrorDetails, root: Tree, mending: Mending, tried: set[Path]) -> None:
    """Puts something in place of what was refused; cuts it out where that has been `tried`."""
    if path in mending.instead and path not in tried:
        return
    if path and path not in tried and error["loc"][-1:] != ("[key]",):
        instead = stand_in(path, value_at(root, path), value_at(root, path[:2]))
        if instead is not None:
            mending.instead[path] = instead
            return
    while path and not stands_at(root, path):
        path = path[:-1]
    mending.instead.pop(path, None)
    mending.cut.add(path)


def _value_refused(path: Path, error: ErrorDetails, root: Tree) -> Path:
    """The path of the value in the file: not inside a text, and a pair as a whole."""
    if error["type"] == "missing" and isinstance(value_at(root, path[:-1]), dict):
        return path
    while path and not stands_at(root, path):
        path = path[:-1]
    return path[:-1] if path[-2:-1] and path[-2] in _PAIRS else path


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
