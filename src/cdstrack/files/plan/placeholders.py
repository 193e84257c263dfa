"""What is put in place of a value that a plan may not hold, so that the rest can be checked.

Owns the stand-ins, and which rules hang on a value that had to be stood in for: what they find
then says nothing about the file. A stand-in is never handed out and never shown.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from cdstrack.core.plan import model as plan
from cdstrack.core.plan.model import Comparator, Direction, Unit
from cdstrack.core.problem import Path, Problem
from cdstrack.core.spelling import SURELY, nearest
from cdstrack.files.plan.sections import keys_of, section_at
from cdstrack.files.yaml.tree import Tree

_TEXT = "…"
_LABEL: dict[str, Tree] = {"vi": _TEXT}
_LONG_AGO = "0001-01-01"
_LOW, _HIGH = "-9000000000000", "9000000000000"
_EASIEST: dict[str, Tree] = {
    "at_least": _LOW,
    "more_than": _LOW,
    "at_most": _HIGH,
    "less_than": _HIGH,
    "between": [_LOW, _HIGH],
    "top": _HIGH,
    "reduce_by": "1%",
    "increase_by": "1%",
    "each_year_at_least": _LOW,
    "reach": "not-started",
    "universal": "true",
}
"""Comparators with values that no later target can be easier than."""
_HEADER: dict[str, Tree] = {"id": "plan", "title": _LABEL}
_BASELINE: dict[str, Tree] = {"date": _LONG_AGO, "value": "1"}
_STAND_INS: dict[object, dict[str, Tree]] = {
    plan.Plan: {"plan": _HEADER},
    plan.Header: _HEADER,
    plan.Label: _LABEL,
    plan.OrgUnit: _LABEL,
    plan.Document: {"title": _TEXT},
    plan.Lead: {"unit": "unit"},
    plan.Baseline: _BASELINE,
    plan.Ended: {"date": _LONG_AGO, "reason": _TEXT},
    plan.Declared: {**_EASIEST, "by": _TEXT, "date": _LONG_AGO},
    plan.Target: {**_EASIEST, "of": _HIGH, "from": "1900"},
    plan.Indicator: {
        "name": _LABEL,
        "pillar": "pillar",
        "bounds": [None, None],
        "baseline": _BASELINE,
    },
}
_ENTRIES: dict[str, Tree] = {
    "pillars": _LABEL,
    "org_units": _LABEL,
    "documents": {"title": _TEXT},
}
_WITHOUT_NUMBER = {"reach", "universal"}
_FALLING = {"at_most", "less_than", "top", "reduce_by"}
_OF_A_THRESHOLD = {"CDS158", "CDS165", "CDS175", "CDS189"}
_RELATIVE: set[object] = {Comparator.REDUCE_BY.value, Comparator.INCREASE_BY.value}


def stand_in(path: Path, given: Tree, indicator: Tree) -> Tree:
    """What may stand at a path in place of `given`; None where nothing has to.

    `indicator` is the indicator that the path leads into, if any.
    """
    section, key = section_at(path[:-1]), str(path[-1])
    if len(path) == 2 and path[0] in _ENTRIES:
        return _ENTRIES[path[0]]
    if section is plan.Target and key == "due":
        # Each another day, and after every real one.
        return (date.max - timedelta(days=int(path[3]))).isoformat()
    if section is plan.Indicator and key == "id":
        return stand_in_id(int(path[1]))
    if section is plan.Indicator and key == "unit":
        return _unit(given, _comparators(indicator))
    if section is plan.Indicator and key == "direction":
        return _direction(given, _comparators(indicator))
    known = _STAND_INS.get(section, {})
    return known.get(key) if section and key in keys_of(section) else None


def stand_in_id(at: int) -> str:
    """The id of an indicator that has none of its own; no text of a file looks like it."""
    return f"stand-in-{at}-for-an-id-that-cannot-be-one"


def surely_meant(key: str, given: Tree) -> bool:
    """Whether a unit or direction is spelt so nearly right that everything can be judged by it."""
    kinds: dict[str, list[str]] = {"unit": [*Unit], "direction": [*Direction]}
    return isinstance(given, str) and bool(nearest(given, kinds.get(key, ()), SURELY))


def _unit(given: Tree, comparators: set[str]) -> str:
    near = nearest(given, list(Unit)) if isinstance(given, str) else ""
    if near:
        return near
    if comparators and comparators <= _WITHOUT_NUMBER:
        return Unit.STATE
    return Unit.RANK if "top" in comparators else Unit.INDEX


def _direction(given: Tree, comparators: set[str]) -> str:
    near = nearest(given, list(Direction)) if isinstance(given, str) else ""
    return near or (Direction.DECREASE if comparators & _FALLING else Direction.INCREASE)


def _comparators(indicator: Tree) -> set[str]:
    targets = indicator.get("targets") if isinstance(indicator, dict) else None
    return set(_keys_in(targets)) & set(Comparator) if isinstance(targets, list) else set()


def _keys_in(targets: list[Tree]) -> Iterator[str]:
    return (key for target in targets if isinstance(target, dict) for key in target)


_ON_THE_UNIT = frozenset(
    {"CDS154", "CDS156", "CDS161", "CDS163", "CDS171", "CDS182", "CDS183", "CDS189"}
)
_ON_THE_DIRECTION = frozenset({"CDS155", "CDS161", "CDS186"})


def hangs_on(problem: Problem, key: str) -> bool:
    """Whether what a rule found in an indicator says no more than that `key` was stood in for."""
    compared = {problem.facts.get("key"), problem.facts.get("earlier_key")}
    match key:
        case "unit":
            return problem.code in _ON_THE_UNIT
        case "direction":
            # A range is the only number that is compared by the direction alone.
            between = problem.code == "CDS165" and Comparator.BETWEEN in compared
            return between or problem.code in _ON_THE_DIRECTION
        case "baseline":
            relative = bool(_RELATIVE & {*compared, *problem.path[-1:]})
            return problem.code == "CDS186" or (relative and problem.code in _OF_A_THRESHOLD)
    return False
