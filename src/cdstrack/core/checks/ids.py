"""Rules about ids: what is named must be declared, once."""

from collections.abc import Iterable, Iterator, Mapping

from cdstrack.core.checks.walk import indicators, targets
from cdstrack.core.plan.model import Plan
from cdstrack.core.problem import Path, Problem
from cdstrack.core.spelling import SURELY, Guesses
from cdstrack.core.units.tree import is_placed


def indicator_ids_are_unique(plan: Plan) -> Iterator[Problem]:
    """No two indicators share an id."""
    first: dict[str, int] = {}
    for at, (_, indicator) in enumerate(indicators(plan)):
        if indicator.id in first:
            facts = {"value": indicator.id, "item": str(at + 1), "first": str(first[indicator.id])}
            yield Problem("CDS144", facts, path=("indicators", at, "id"))
        first.setdefault(indicator.id, at + 1)


def pillars_are_declared(plan: Plan) -> Iterator[Problem]:
    """Every indicator belongs to a pillar that the plan declares."""
    guesses = Guesses(plan.pillars)
    for entry in indicators(plan):
        named = entry.indicator.pillar
        if named not in plan.pillars:
            facts = _unknown("pillars", named, plan.pillars, guesses)
            yield entry.error("CDS145", "pillar", **facts)


def documents_are_declared(plan: Plan) -> Iterator[Problem]:
    """Every document that the plan refers to is declared under `documents`."""
    guesses = Guesses(plan.documents)
    for path, named in _documents_named(plan):
        if named not in plan.documents:
            facts = _unknown("documents", named, plan.documents, guesses)
            yield Problem("CDS146", facts, path=path)


def org_units_are_not_misspelt(plan: Plan) -> Iterator[Problem]:
    """No body is named that the plan declares under an id spelt almost the same.

    A body that resembles no declared one is only advice: a plan may name bodies without
    describing them.
    """
    guesses = Guesses(plan.org_units, SURELY)
    for path, named in undeclared_org_units(plan):
        near = guesses.nearest(named)
        if near:
            yield Problem(
                "CDS147", {"value": named, "near": near, "section": "org_units"}, path=path
            )


def undeclared_org_units(plan: Plan) -> Iterator[tuple[Path, str]]:
    """Every place that names a body not declared under `org_units`."""
    return ((path, named) for path, named in _org_units_named(plan) if named not in plan.org_units)


def each_id_stands_once_in_its_list(plan: Plan) -> Iterator[Problem]:
    """No list names the same thing twice: it would be counted twice, or never be complete."""
    for path, named in _lists(plan):
        seen: set[str] = set()
        for at, id_ in enumerate(named):
            if id_ in seen:
                keys = [step for step in path if isinstance(step, str)]
                yield Problem("CDS173", {"key": keys[-1], "value": id_}, path=(*path, at))
            seen.add(id_)


def _lists(plan: Plan) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Every list in which a repeated id would count twice, with its path.

    Documents may: two wordings beside them can be in one document.
    """
    for path, indicator in indicators(plan):
        yield (*path, "sum_of"), indicator.sum_of
        for dimension, groups in (indicator.every or {}).items():
            yield (*path, "every", dimension), groups


def _unknown(section: str, named: str, known: Iterable[str], guesses: Guesses) -> dict[str, str]:
    return {
        "section": section,
        "value": named,
        "near": guesses.nearest(named),
        "known": ", ".join(list(known)[:12]),
    }


def _documents_named(plan: Plan) -> Iterator[tuple[Path, str]]:
    for path, named in _document_lists(plan):
        yield from _each(path, named)


def _document_lists(plan: Plan) -> Iterator[tuple[Path, tuple[str, ...]]]:
    for path, indicator in indicators(plan):
        if indicator.baseline:
            yield (*path, "baseline", "document"), indicator.baseline.document
    for path, _, target in targets(plan):
        yield (*path, "document"), target.document
        if target.declared:
            yield (*path, "declared", "document"), target.declared.document
        if target.ended:
            yield (*path, "ended", "document"), target.ended.document


def _each(path: Path, named: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    return (((*path, at), id_) for at, id_ in enumerate(named))


def _org_units_named(plan: Plan) -> Iterator[tuple[Path, str]]:
    if plan.plan.area:
        yield ("plan", "area"), plan.plan.area
    for id_, unit in plan.org_units.items():
        if not is_placed(plan, unit):
            yield from ((("org_units", id_, "successor"), heir.id) for heir in unit.heirs)
    for path, indicator in indicators(plan):
        for at, lead in enumerate(indicator.lead):
            yield (*path, "lead", at, "unit"), lead.unit
        yield from _each((*path, "supporting"), indicator.supporting)


def parts_are_declared(plan: Plan) -> Iterator[Problem]:
    """Every indicator named in `sum_of` is one of the plan's."""
    guesses = Guesses(plan.by_id)
    for entry in indicators(plan):
        for at, part in enumerate(entry.indicator.sum_of):
            if part not in plan.by_id:
                facts = {"section": "indicators", "near": guesses.nearest(part)}
                yield entry.error("CDS148", "sum_of", at, value=part, **facts)


def parts_form_no_circle(plan: Plan) -> Iterator[Problem]:
    """No indicator is, directly or through others, a part of itself."""
    parts: dict[str, Iterable[str]] = {each.id: each.sum_of for each in plan.indicators}
    ways = {way[0]: way for way in circles(parts)}
    for entry in indicators(plan):
        way = ways.pop(entry.indicator.id, None)
        if way:
            yield entry.error("CDS149", "sum_of", way=" → ".join(way))


def parts_share_the_unit(plan: Plan) -> Iterator[Problem]:
    """Parts and their sum are counted in the same unit."""
    for entry in indicators(plan):
        unit = entry.indicator.unit
        for at, part in enumerate(entry.indicator.sum_of):
            other = plan.by_id.get(part)
            if other and other.unit is not unit:
                facts = {"part": part, "part_unit": other.unit, "unit": unit}
                yield entry.error("CDS163", "sum_of", at, **facts)


def successors_form_no_circle(plan: Plan) -> Iterator[Problem]:
    """No body is, directly or through others, its own successor."""
    follow: dict[str, Iterable[str]] = {
        id_: [heir.id for heir in unit.heirs]
        for id_, unit in plan.org_units.items()
        if unit.successor
    }
    for way in circles(follow):
        path = ("org_units", way[0], "successor")
        yield Problem("CDS172", {"way": " → ".join(way)}, path=path)


def circles(follow: Mapping[str, Iterable[str]]) -> Iterator[list[str]]:
    """Circular references, each starting at its first id; no two share an id.

    Runs in linear time.

    >>> list(circles({"a": ["b"], "b": ["c", "a"], "c": []}))
    [['a', 'b', 'a']]
    """
    order = {id_: number for number, id_ in enumerate(follow)}
    reported: set[str] = set()
    for way in _ways_back(follow):
        if reported.isdisjoint(way):
            reported.update(way)
            first = min(range(len(way)), key=lambda at: order[way[at]])
            yield [*way[first:], *way[:first], way[first]]


def _ways_back(follow: Mapping[str, Iterable[str]]) -> Iterator[list[str]]:
    done: set[str] = set()
    for start in follow:
        way, place, steps = [start], {start: 0}, [iter(follow[start])]
        while way and start not in done:
            step = next(steps[-1], None)
            if step is None:
                done.add(way[-1])
                del place[way.pop()], steps[-1]
            elif step in place:
                yield way[place[step] :]
            elif step in follow and step not in done:
                place[step] = len(way)
                way.append(step)
                steps.append(iter(follow[step]))
