"""Resolves typed names to ids of the plan or the store, and typed filters to indicators.

Owns where ids and their names come from, and the reading of `FILTER` words, of `key=value` and of
the options of the same names. How names are found belongs to `cdstrack.words.parse.search`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cdstrack.cli.app.workspace import Workspace
from cdstrack.core.plan.model import Indicator, Label, Plan
from cdstrack.core.problem import Problem, RefusedError, StoreUnusableError, accept
from cdstrack.core.record.period import Precision
from cdstrack.core.reports.order import is_due
from cdstrack.core.reports.status import StatusItem
from cdstrack.core.units.codes import unit_codes
from cdstrack.store.address import Address
from cdstrack.words.labels.vocabulary import LEVEL, STATUS
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import read_period
from cdstrack.words.parse.search import did_you_mean, find, fold

Names = Mapping[str, Sequence[str]]
"""Ids with the names by which they can be found."""
_FEW = 15
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+", re.ASCII)


def find_id(typed: str, names: Names, where: str) -> str | Problem:
    """The id that was meant, else CDS216 or CDS217; if nothing is similar, a short list is quoted whole."""
    match = find(typed, names)
    if match.found is not None:
        return match.found
    problem = match.problem(where)
    if not (match.candidates or match.suggestions) and len(names) <= _FEW:
        return replace(problem, facts={**problem.facts, "known": ", ".join(names)})
    return problem


def find_to_write(typed: str, names: Names, where: str) -> str | Problem:
    """The same for recording: what is spelt like an id is not searched as a name.

    Else `ho-so`, an id that the plan has dropped or that was mistyped, would be taken for the one
    indicator whose name says "Hồ sơ".
    """
    if typed in names or not _ID.fullmatch(typed):
        return find_id(typed, names, where)
    match = find(typed, dict.fromkeys(names, ()))
    if match.found is not None or match.candidates:
        return match.found or match.problem(where)
    by_name = find(typed, names)
    near = (by_name.found,) if by_name.found else by_name.candidates or by_name.suggestions
    return replace(match, suggestions=near[:_FEW], candidates=()).problem(where)


def was_recorded(store: Address, indicator: str) -> bool:
    """Whether the record has figures of an indicator with exactly this id, in the plan or not.

    False for a store that cannot be used; its problem is reported by whatever needs it next.
    """
    from cdstrack.store.ledger import open_reader

    try:
        with open_reader(store) as ledger:
            return bool(ledger.submissions(indicator=indicator, limit=1))
    except StoreUnusableError:
        return False


def find_indicator(typed: str, plan: Plan) -> Indicator | Problem:
    """The indicator that was meant."""
    found = find_id(typed, indicator_names(plan), "INDICATOR")
    return found if isinstance(found, Problem) else plan.by_id[found]


def find_document(typed: str, workspace: Workspace) -> str | Problem:
    """The document that was meant, of the plan or of the store; else CDS226.

    Raises:
        StoreUnusableError: The plan does not have it, and the store cannot be read.
    """
    plan = workspace.plan
    names = {key: [each.title, each.number or ""] for key, each in plan.documents.items()}
    if typed not in names:
        from cdstrack.store.ledger import open_reader

        with open_reader(workspace.store) as ledger:
            names |= {each.key: [each.title, each.number or ""] for each in ledger.documents()}
    found = find_id(typed, names, "--document")
    if isinstance(found, Problem) and found.code == "CDS216":
        return replace(found, code="CDS226")
    return found


def indicator_names(plan: Plan) -> Names:
    """Every indicator with its names, short names and aliases."""
    return {
        each.id: [*_both(each.name), *_both(each.short), *each.aliases] for each in plan.indicators
    }


def org_unit_names(plan: Plan) -> Names:
    """Every area and body with its names and aliases."""
    return {key: [*_both(unit), *unit.aliases] for key, unit in plan.org_units.items()}


def find_unit(typed: str, plan: Plan, day: date) -> str | Problem:
    """The area or body with that id, official code or name; the day decides whose code it is."""
    if is_unit_code(typed, plan):
        return unit_codes(plan).unit_on(typed, day, "--org-unit")
    return find_id(typed, org_unit_names(plan), "--org-unit")


def is_unit_code(typed: str, plan: Plan) -> bool:
    """Whether this is an official code and not an id; the unit of a code depends on the day."""
    return typed not in plan.org_units and typed in unit_codes(plan).holders


def pillar_names(plan: Plan) -> Names:
    """Every pillar with its names."""
    return {key: _both(label) for key, label in plan.pillars.items()}


def level_names(plan: Plan) -> Names:
    """The levels of government of the indicators."""
    levels = dict.fromkeys(each.level for each in plan.indicators if each.level)
    return {level: list(LEVEL.get(level, ())) for level in levels}


def status_names() -> Names:
    """The verdicts."""
    return {key: list(pair) for key, pair in STATUS.items()}


def _both(label: Label | None) -> list[str]:
    return list(label.texts) if label else []


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters of a report: words to search, and for each kind the accepted ids.

    `words` are folded, `typed` are the same as typed. `milestones` are years or days on which
    targets are due.
    """

    plan: Plan
    words: tuple[str, ...]
    typed: tuple[str, ...]
    chosen: Mapping[str, frozenset[str]]
    milestones: tuple[date | int, ...] = ()

    def keep(self, item: StatusItem) -> bool:
        """Whether the item is wanted."""
        facts = {"status": item.status or "", "lead": item.lead or ""}
        return self._matches(item.indicator, facts)

    def keep_declared(self, indicator: Indicator, lead: str | None) -> bool:
        """Whether an indicator is wanted in a report that judges nothing."""
        return self._matches(indicator, {"lead": lead or ""})

    def _matches(self, indicator: Indicator, facts: Mapping[str, str]) -> bool:
        known = {
            "pillar": indicator.pillar,
            "level": indicator.level or "",
            "indicator": indicator.id,
            **facts,
        }
        if any(known[key] not in ids for key, ids in self.chosen.items()):
            return False
        dues = (target.due for target in indicator.targets)
        if self.milestones and not any(is_due(due, self.milestones) for due in dues):
            return False
        text = " " + " ".join(fold(each) for each in _texts(self.plan, indicator))
        return all(f" {word}" in text for word in self.words)


def read_filters(
    plan: Plan, typed: Iterable[str] | None, options: Mapping[str, Sequence[str] | None]
) -> Filters:
    """The filters of a command: the words typed, and the values of options by kind.

    A word that is a milestone of the plan, a year or a day, counts as `--milestone`.

    Raises:
        RefusedError: A value is unknown or ambiguous, or `key=value` has another key.
    """
    asked = {key: list(values or ()) for key, values in options.items()}
    words: list[str] = []
    for text in typed or ():
        key, separator, value = text.partition("=")
        if not separator and _milestone_of(plan, text) is not None:
            asked.setdefault("milestone", []).append(text)
        elif not separator:
            words.append(text)
        elif key in asked:
            asked[key].append(value)
        else:
            facts = {"where": "FILTER", "value": clean(text), "allowed": ", ".join(asked)}
            raise RefusedError(Problem("CDS021", facts))
    milestones = tuple(read_milestone(plan, each) for each in asked.pop("milestone", ()))
    chosen = {
        key: frozenset(accept(find_id(value, _NAMES[key](plan), f"--{key}")) for value in values)
        for key, values in asked.items()
        if values
    }
    return Filters(plan, tuple(map(fold, words)), tuple(words), chosen, milestones)


def read_milestone(plan: Plan, typed: str) -> date | int:
    """A year, or a day, on which targets are due.

    Raises:
        RefusedError: It is neither, or CDS025, the plan has no target that is due then.
    """
    accept(read_period(typed))
    found = _milestone_of(plan, typed)
    if found is None:
        raise RefusedError(
            Problem("CDS025", {"value": clean(typed), "milestones": _milestones(plan)})
        )
    return found


def _milestone_of(plan: Plan, typed: str) -> date | int | None:
    period = read_period(typed)
    if isinstance(period, Problem) or period.precision not in {Precision.YEAR, Precision.DAY}:
        return None
    wanted = period.end.year if period.precision is Precision.YEAR else period.end
    return wanted if any(is_due(due, (wanted,)) for due in _due_dates(plan)) else None


def _milestones(plan: Plan) -> str:
    """The milestones as they can be typed, in either language: a year stands for its last day."""
    ends = (due.isoformat() for due in _due_dates(plan))
    return ", ".join(day.removesuffix("-12-31") for day in ends)


def _due_dates(plan: Plan) -> list[date]:
    return sorted({target.due for _, target in plan.targets() if target.due is not None})


def nothing_matches(chosen: Filters) -> Iterator[tuple[str, dict[str, str]]]:
    """The remarks if nothing matches: which words no indicator has, and the possible values.

    Yields:
        Keys and facts of sentences of `cdstrack.words.talk.general`.
    """
    if not (chosen.words or chosen.chosen or chosen.milestones):
        return
    yield "filters.nothing", {}
    plan = chosen.plan
    texts = [f" {fold(each)}" for one in plan.indicators for each in _texts(plan, one)]
    for word in chosen.typed:
        if any(f" {fold(word)}" in text for text in texts):
            continue
        near = ", ".join(did_you_mean(word, _candidates(plan)))
        key = "filters.no_such_word" if near else "filters.no_such_word_at_all"
        yield key, {"word": word, "near": near}
    yield "filters.known", {"pillars": ", ".join(plan.pillars), "milestones": _milestones(plan)}


def _candidates(plan: Plan) -> list[str]:
    """Candidates for suggestions: ids first, then the words of names."""
    names = [text for each in plan.indicators for text in _texts(plan, each)]
    words = [word for name in names for word in name.lower().split()]
    return list(dict.fromkeys([*(each.id for each in plan.indicators), *plan.pillars, *words]))


def read_statuses(values: Sequence[str] | None, where: str) -> frozenset[str]:
    """The statuses named by id or by their labels in either language.

    Raises:
        RefusedError: There is no such verdict.
    """
    return frozenset(accept(find_id(value, status_names(), where)) for value in values or ())


def _texts(plan: Plan, indicator: Indicator) -> list[str]:
    labels = [indicator.name, indicator.short, plan.pillars.get(indicator.pillar)]
    texts = [text for label in labels if label for text in label.texts]
    return [indicator.id, indicator.pillar, *texts]


_NAMES: Mapping[str, Callable[[Plan], Names]] = {
    "pillar": pillar_names,
    "level": level_names,
    "status": lambda _: status_names(),
    "lead": org_unit_names,
    "indicator": indicator_names,
}
