"""Which indicators a report is narrowed down to.

Owns the reading of `FILTER` words, of `key=value` and of the options of the same names. Values of
one kind widen each other, kinds narrow each other, and every word must be found.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cdstrack.cli.app.session import Session
from cdstrack.cli.app.unwrap import accept
from cdstrack.cli.use_cases.lookup import (
    Names,
    find_id,
    indicator_names,
    level_names,
    org_unit_names,
    pillar_names,
    status_names,
)
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.search import did_you_mean, fold

if TYPE_CHECKING:
    from cdstrack.core.plan.model import Indicator, Plan
    from cdstrack.core.reports.status import StatusItem


@dataclass(frozen=True, slots=True)
class Filters:
    """What was asked for: words to be found, and for each kind the ids that will do.

    `words` are folded, `typed` the same as they were typed.
    """

    plan: "Plan"
    words: tuple[str, ...]
    typed: tuple[str, ...]
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
    words: list[str] = []
    for text in typed or ():
        key, separator, value = text.partition("=")
        if not separator:
            words.append(text)
        elif key in asked:
            asked[key].append(value)
        else:
            facts = {"where": "FILTER", "value": clean(text), "allowed": ", ".join(asked)}
            raise RefusedError(Problem("CDS021", facts))
    chosen = {
        key: frozenset(accept(find_id(value, _NAMES[key](plan), f"--{key}")) for value in values)
        for key, values in asked.items()
        if values
    }
    return Filters(plan, tuple(map(fold, words)), tuple(words), chosen)


def say_nothing_matches(session: Session, chosen: Filters) -> None:
    """Says that nothing matches, which words no indicator has, and what there is to ask for."""
    session.talk("filters.nothing")
    plan = chosen.plan
    texts = [f" {fold(each)}" for one in plan.indicators for each in _texts(plan, one)]
    for word in chosen.typed:
        if any(f" {fold(word)}" in text for text in texts):
            continue
        near = ", ".join(did_you_mean(word, _candidates(plan)))
        key = "filters.no_such_word" if near else "filters.no_such_word_at_all"
        session.talk(key, word=word, near=near)
    session.talk("filters.known", pillars=", ".join(plan.pillars))


def _candidates(plan: "Plan") -> list[str]:
    """Ids first, then the words that names are made of."""
    names = [text for each in plan.indicators for text in _texts(plan, each)]
    words = [word for name in names for word in name.lower().split()]
    return list(dict.fromkeys([*(each.id for each in plan.indicators), *plan.pillars, *words]))


def read_statuses(values: Sequence[str] | None, where: str) -> frozenset[str]:
    """The verdicts named by id or by their words in either language.

    Raises:
        RefusedError: There is no such verdict.
    """
    return frozenset(accept(find_id(value, status_names(), where)) for value in values or ())


def _texts(plan: "Plan", indicator: "Indicator") -> list[str]:
    labels = [indicator.name, indicator.short, plan.pillars.get(indicator.pillar)]
    texts = [text for label in labels if label for text in (label.vi, label.en) if text]
    return [indicator.id, indicator.pillar, *texts]


_NAMES: Mapping[str, Callable[["Plan"], Names]] = {
    "pillar": pillar_names,
    "level": level_names,
    "status": lambda _: status_names(),
    "lead": org_unit_names,
    "indicator": indicator_names,
}
