"""Which one assumption makes two methods disagree about a target.

Owns the question "what if": one assumption of a method at a time is exchanged for the other's, and
the first exchange that makes the two agree is the one that decides.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum

from cdstrack.core.plan.model import MethodName
from cdstrack.core.verdict.methods import METHODS
from cdstrack.core.verdict.methods.interface import Case, Working
from cdstrack.core.verdict.methods.line import Weighted, fit
from cdstrack.core.verdict.vocabulary import Status


class Assumption(StrEnum):
    """The assumptions in which methods differ, the simplest first."""

    CUT = "cut"
    PATH = "path"
    SHAPE = "shape"
    WINDOW = "window"
    BASELINE = "baseline"


_COMPOUND = {MethodName.CAGR, MethodName.EUROSTAT, MethodName.AARR, MethodName.UNSD}
_EVERY_FIGURE = {MethodName.AARR, MethodName.ESCAP, MethodName.DESTATIS}


def deciding(case: Case, one: MethodName, other: MethodName) -> Assumption | None:
    """The assumption that makes two methods reach different verdicts on a case.

    Those in which the two differ are tried in the order of `Assumption`. Where no single exchange
    settles it, the deepest of them is named. None where one of the two has no measure here, so that
    there is nothing to exchange.
    """
    if None in {_status(case, one), _status(case, other)}:
        return None
    differing = [each for each in Assumption if _differ(each, one, other)]
    for assumption in differing:
        exchange = _WHAT_IF.get(assumption)
        for changed, kept in ((one, other), (other, one)):
            if exchange and exchange(case, changed, kept) is _status(case, kept):
                return assumption
    return differing[-1] if differing else None


def _differ(assumption: Assumption, one: MethodName, other: MethodName) -> bool:
    """Whether the two methods take this for granted in different ways."""
    if assumption is Assumption.CUT:
        return METHODS[one].CLASSES != METHODS[other].CLASSES
    if assumption is Assumption.WINDOW:
        return bool({one, other} & _EVERY_FIGURE)
    only = {
        Assumption.PATH: {MethodName.LINEAR},
        Assumption.SHAPE: _COMPOUND,
        Assumption.BASELINE: {MethodName.DESTATIS},
    }[assumption]
    return (one in only) is not (other in only)


def _status(case: Case, name: MethodName) -> Status | None:
    """The class that the method's own measure falls in; None where it has no measure."""
    working = METHODS[name].work(case)
    return METHODS[name].CLASSES.judge(working) if isinstance(working, Working) else None


def _by_other_cuts(case: Case, name: MethodName, cuts: MethodName) -> Status | None:
    """The method's measure, brought to the scale of another, by the cuts of that one."""
    working, theirs = METHODS[name].work(case), METHODS[cuts]
    if not isinstance(working, Working):
        return None
    return theirs.CLASSES.of(working.ratio / METHODS[name].AS_PLANNED * theirs.AS_PLANNED)


def _straight_to_target(case: Case, name: MethodName, _: MethodName) -> Status | None:
    """`linear` without the milestones on the way."""
    if name is not MethodName.LINEAR or len(case.path.points) <= 2:
        return None
    straight = case.path._replace(points=(case.origin, case.target))
    return _status(case._replace(path=straight), name)


def _straight_growth(case: Case, name: MethodName, _: MethodName) -> Status | None:
    """A method of compound growth with the same figures on a straight line."""
    if name not in _COMPOUND or not case.asked:
        return None
    if name is MethodName.AARR:
        rows = [Weighted(each.x, each.t - case.origin.t, each.x, 1.0) for each in case.points]
        pace = fit(rows).slope
    else:
        pace = (case.latest.x - case.origin.x) / case.years_made
    needed = (case.target.x - case.origin.x) / case.years_planned
    return METHODS[name].CLASSES.of(case.sign * pace / abs(needed))


def _by_both_ends(case: Case, name: MethodName, _: MethodName) -> Status | None:
    """A method of several figures with the first and the last alone."""
    if name not in _EVERY_FIGURE or len(case.points) <= 2:
        return None
    if name is not MethodName.DESTATIS:
        return _status(case._replace(points=(case.origin, case.latest)), name)
    missing = case.sign * (case.target.x - case.latest.x)
    if missing <= 0:
        return None
    pace = case.sign * (case.latest.x - case.origin.x) / case.years_made
    return METHODS[name].CLASSES.of(pace * case.years_left / missing)


_WHAT_IF: Mapping[Assumption, Callable[[Case, MethodName, MethodName], Status | None]] = {
    Assumption.CUT: _by_other_cuts,
    Assumption.PATH: _straight_to_target,
    Assumption.SHAPE: _straight_growth,
    Assumption.WINDOW: _by_both_ends,
}
"""The verdict of the first method after it has given up one assumption; None where it has none."""
