"""Which indicators a report is narrowed down to.

Owns the reading of `FILTER` words, of `key=value` and of the options of the same names. Values of
one kind widen each other, kinds narrow each other, and every word must be found.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cdstrack.cli.common import Session
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.words.clean import clean
from cdstrack.words.search import find, fold

if TYPE_CHECKING:
    from cdstrack.core.plan import Indicator, Plan
    from cdstrack.core.report import StatusItem

_FEW = 15
Names = Mapping[str, Sequence[str]]
"""Ids with the names by which they can be found."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What was asked for: words to be found, and for each kind the ids that will do."""

    plan: "Plan"
    words: tuple[str, ...]
    chosen: Mapping[str, frozenset[str]]

    def keep(self, item: "StatusItem") -> bool:
        """Whether the item is wanted."""
        facts = {"status": item.status or "", "lead": item.lead or ""}
        return self._matches(item.indicator, facts)

    def keep_declared(self, indicator: "Indicator", lead: str | None) -> bool:
        """Whether an indicator is wanted in a report that judges nothing."""
        return self._matches(indicator, {"lead": lead or ""})

    def _matches(self, indicator: "Indicator", facts: Mapping[str, str]) -> bool:
        known = {
            "pillar": indicator.pillar,
            "level": indicator.level or "",
            "indicator": indicator.id,
            **facts,
        }
        if any(known[key] not in ids for key, ids in self.chosen.items()):
            return False
        text = " " + " ".join(fold(each) for each in _texts(self.plan, indicator))
        return all(f" {word}" in text for word in self.words)


def read_filters(session: Session, typed: Iterable[str] | None, keys: Sequence[str]) -> Filters:
    """The filters of a command: the words typed, and the options of `keys`.

    Raises:
        RefusedError: A value is not known, or means several; or `key=value` has another key.
    """
    plan = session.plan
    asked = {key: list(getattr(session.given, key) or ()) for key in keys}
    words = []
    for text in typed or ():
        key, separator, value = text.partition("=")
        if not separator:
            words.append(fold(text))
        elif key in asked:
            asked[key].append(value)
        else:
            facts = {"where": "FILTER", "value": clean(text), "allowed": ", ".join(asked)}
            raise RefusedError(Problem("CDS021", facts))
    chosen = {
        key: frozenset(_found(value, _NAMES[key](plan), f"--{key}") for value in values)
        for key, values in asked.items()
        if values
    }
    return Filters(plan, tuple(words), chosen)


def read_statuses(values: Sequence[str] | None, where: str) -> frozenset[str]:
    """The verdicts named by id or by their words in either language.

    Raises:
        RefusedError: There is no such verdict.
    """
    return frozenset(_found(value, _status_names(), where) for value in values or ())


def _found(value: str, names: Names, where: str) -> str:
    match = find(value, names)
    if match.found is not None:
        return match.found
    problem = match.problem(where)
    if not (match.candidates or match.suggestions) and len(names) <= _FEW:
        problem = replace(problem, facts={**problem.facts, "suggestions": ", ".join(names)})
    raise RefusedError(problem)


def _texts(plan: "Plan", indicator: "Indicator") -> list[str]:
    labels = [indicator.name, indicator.short, plan.pillars.get(indicator.pillar)]
    texts = [text for label in labels if label for text in (label.vi, label.en) if text]
    return [indicator.id, indicator.pillar, *texts]


def indicator_names(plan: "Plan") -> Names:
    """Every indicator with its names and short names."""
    return {
        each.id: [text for label in (each.name, each.short) if label for text in _both(label)]
        for each in plan.indicators
    }


def _both(label: object) -> list[str]:
    return [text for text in (getattr(label, "vi", None), getattr(label, "en", None)) if text]


def org_unit_names(plan: "Plan") -> Names:
    """Every area and body with its names."""
    return {id_: _both(unit) for id_, unit in plan.org_units.items()}


def _pillar_names(plan: "Plan") -> Names:
    return {id_: _both(label) for id_, label in plan.pillars.items()}


def _level_names(plan: "Plan") -> Names:
    from cdstrack.words.labels import LEVEL

    levels = dict.fromkeys(each.level for each in plan.indicators if each.level)
    return {level: list(LEVEL.get(level, ())) for level in levels}


def _status_names(plan: "Plan | None" = None) -> Names:
    del plan
    from cdstrack.words.labels import STATUS

    return {key: list(pair) for key, pair in STATUS.items()}


_NAMES: Mapping[str, Callable[["Plan"], Names]] = {
    "pillar": _pillar_names,
    "level": _level_names,
    "status": _status_names,
    "lead": org_unit_names,
    "indicator": indicator_names,
}
