"""Which problems of a mended plan only follow from the mending, and are not to be reported.

Owns that judgement: a problem is a follow-up when it lies in what was cut or stood in for, or
would not be there but for a stand-in.
"""

from dataclasses import replace

from cdstrack.core.checks.walk import THRESHOLDS
from cdstrack.core.plan.model import Comparator
from cdstrack.core.problem import Path, Problem
from cdstrack.core.spelling import nearest
from cdstrack.files.plan.hints import id_facts
from cdstrack.files.plan.placeholders import hangs_on, stand_in_id, surely_meant
from cdstrack.files.plan.repair import Mending, value_at
from cdstrack.files.plan.sections import keys_of, section_at
from cdstrack.files.yaml.tree import Tree

_WISHES = {"CDS190", "CDS191", "CDS192", "CDS193"}
"""Codes that ask for a key to be added."""
_COMPARED: set[object] = {"due", *Comparator}
_DECLARED = {("declared", key.value) for key in THRESHOLDS}
"""Parts of a target that say how much it asks, and when."""


class FollowUps:
    """The problems that a mending alone would cause; asked by `problem in follow_ups`."""

    def __init__(self, mending: Mending, root: Tree) -> None:
        self._mending = mending
        self._root = root
        self._stood_in = [path for path in mending.instead if not self._is_meant(path)]
        self._above = {path[:-1] for path in mending.cut}
        self._units = {
            _id(value_at(root, path[:2]))
            for path in self._stood_in
            if path[0] == "indicators" and path[2:] == ("unit",)
        }

    def _is_meant(self, path: Path) -> bool:
        return surely_meant(str(path[-1]), value_at(self._root, path))

    def __contains__(self, problem: Problem) -> bool:
        return (
            self._lies_in_a_gap(problem)
            or self._asks_for_what_was_cut(problem)
            or self._names_what_was_cut(problem)
            or any(self._hangs(problem, path) for path in self._stood_in)
        )

    def named(self, problem: Problem) -> Problem:
        """The problem with an indicator whose id was stood in for under a name of the file's."""
        at = problem.path[1:2]
        if problem.path[:1] != ("indicators",) or not isinstance(at[0], int):
            return problem
        if problem.facts.get("indicator") != stand_in_id(at[0]):
            return problem
        name = _name(value_at(self._root, problem.path[:2])) or f"#{at[0] + 1}"
        return replace(problem, facts={**problem.facts, "indicator": name})

    def _lies_in_a_gap(self, problem: Problem) -> bool:
        path = problem.path
        ways = [path[:length] for length in range(len(path) + 1)]
        if any(way in self._mending.cut for way in ways):
            return True
        inside = any(way in self._mending.instead for way in ways[:-1])
        return inside or (path in self._mending.instead and not problem.at_key)

    def _asks_for_what_was_cut(self, problem: Problem) -> bool:
        """A wish for a key that is there in part, or under a name that nobody knows."""
        if problem.code == "CDS150":
            return any(_may_compare(path) for path in self._unknown(problem.path))
        if problem.code not in _WISHES:
            return False
        meant = {nearest(str(path[-1]), _keys(path)) for path in self._unknown(problem.path[:-1])}
        return problem.path in self._above or problem.path[-1] in meant

    def _unknown(self, above: Path) -> list[Path]:
        """The keys cut out of a mapping because nobody knows them."""
        if above not in self._above:
            return []
        cut = (path for path in self._mending.cut if path[:-1] == above)
        return [path for path in cut if path[-1] not in _keys(path)]

    def _names_what_was_cut(self, problem: Problem) -> bool:
        """An id that is declared in a part of the file that could not be read."""
        section, named = problem.facts.get("section", ""), problem.facts.get("value")
        if not section:
            return False
        if (section,) in self._mending.cut:
            return True
        lost = [str(path[1]) for path in self._mending.cut if path[:1] == (section,) and path[1:]]
        if section == "indicators":
            bad = (path[:2] for path in self._stood_in if path[2:] == ("id",))
            lost = [_id(value_at(self._root, path)) for path in bad]
        return any(named in {key, id_facts(key).get("plain")} for key in lost)

    def _hangs(self, problem: Problem, path: Path) -> bool:
        """Whether a problem speaks of the stand-in at `path`."""
        if problem.facts.get("part") in self._units and problem.code == "CDS163":
            return True
        if path[:2] != problem.path[:2] or path[0] != "indicators":
            return False
        if path[2:3] == ("targets",):
            compared = path[4] in _COMPARED or path[4:6] in _DECLARED
            near = problem.path[:4] == path[:4] or self._is_due_with(path, problem)
            return problem.code == "CDS165" and compared and near
        key = "baseline" if path[2:] in {("baseline",), ("baseline", "value")} else path[-1]
        return len(path) in {3, 4} and hangs_on(problem, str(key))

    def _is_due_with(self, path: Path, problem: Problem) -> bool:
        due = value_at(self._root, (*path[:4], "due"))
        return due == problem.facts.get("earlier_due")


def _keys(path: Path) -> set[str]:
    section = section_at(path[:-1])
    return set(keys_of(section)) if section else set()


def _may_compare(path: Path) -> bool:
    near = nearest(str(path[-1]), _keys(path))
    return not near or near in set(Comparator)


def _id(indicator: Tree) -> str:
    found = indicator.get("id") if isinstance(indicator, dict) else None
    return found if isinstance(found, str) else ""


def _name(indicator: Tree) -> str:
    if not isinstance(indicator, dict):
        return ""
    name = indicator.get("name")
    shown = _id(indicator) or (name.get("vi") if isinstance(name, dict) else name)
    return shown if isinstance(shown, str) else ""
