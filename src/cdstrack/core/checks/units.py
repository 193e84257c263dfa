"""Rules about the tree of administrative units: each has its place in it, on each of its days."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from cdstrack.core.checks.ids import circles
from cdstrack.core.checks.walk import warning
from cdstrack.core.plan.model import OrgUnit, Plan
from cdstrack.core.problem import Problem
from cdstrack.core.spelling import Guesses, marked
from cdstrack.core.units.tree import is_placed

Named = tuple[str, OrgUnit]


def parents_are_declared(plan: Plan) -> Iterator[Problem]:
    """The area that a unit is a part of is declared; else nobody adds the unit up."""
    guesses = Guesses(plan.org_units)
    for id_, unit in plan.org_units.items():
        if unit.parent and unit.parent not in plan.org_units:
            facts = {"section": "org_units", "id": id_, "value": unit.parent}
            facts |= {"near": guesses.nearest(unit.parent)}
            yield Problem("CDS810", facts, path=("org_units", id_, "parent"))


def successors_are_declared(plan: Plan) -> Iterator[Problem]:
    """Whoever took over from a unit is declared too."""
    guesses = Guesses(plan.org_units)
    for id_, unit in plan.org_units.items():
        if not is_placed(plan, unit):
            continue
        for heir in unit.heirs:
            if heir.id not in plan.org_units:
                facts = {"section": "org_units", "id": id_, "value": heir.id}
                facts |= {"near": guesses.nearest(heir.id)}
                yield Problem("CDS811", facts, path=("org_units", id_, "successor"))


def parents_form_no_circle(plan: Plan) -> Iterator[Problem]:
    """No unit is, directly or through others, a part of itself."""
    for way in _circles(plan):
        path = ("org_units", way[0], "parent")
        yield Problem("CDS812", {"way": " → ".join(way)}, path=path)


def _circles(plan: Plan) -> Iterable[Sequence[str]]:
    above: Mapping[str, Iterable[str]] = {
        id_: [unit.parent] for id_, unit in plan.org_units.items() if unit.parent
    }
    return circles(above)


def codes_are_given_once_a_day(plan: Plan) -> Iterator[Problem]:
    """On no day do two units have one code."""
    holders: dict[str, list[Named]] = defaultdict(list)
    for id_, unit in plan.org_units.items():
        if unit.code:
            holders[unit.code].append((id_, unit))
    for code, units in holders.items():
        for id_, other, day in _at_once(units):
            facts = {"code": code, "id": id_, "other": other, "date": day}
            yield Problem("CDS813", facts, path=("org_units", id_, "code"))


def units_are_listed_once(plan: Plan) -> Iterator[Problem]:
    """On no day does an area have two units of one level and name: one unit would count twice."""
    alike: dict[tuple[str, str | None, str], list[Named]] = defaultdict(list)
    language = plan.plan.language
    for id_, unit in plan.org_units.items():
        if unit.parent:
            alike[unit.parent, unit.level, marked(unit.text(language))].append((id_, unit))
    for (parent, _, _), units in alike.items():
        for id_, other, day in _at_once(units):
            facts = {"name": plan.unit_name(id_, language), "id": id_, "other": other}
            facts |= {"parent": plan.unit_name(parent, language), "date": day}
            yield Problem("CDS814", facts, path=("org_units", id_))


def _at_once(units: Iterable[Named]) -> Iterator[tuple[str, str, str]]:
    """The later one of two units that are there on one day, the other, and the first such day.

    The day is empty where both were there before the plan.
    """
    ordered = sorted(units, key=lambda each: each[1].since or date.min)
    holder: Named | None = None
    for id_, unit in ordered:
        begins = unit.since or date.min
        if holder and (holder[1].closed is None or begins <= holder[1].closed):
            yield id_, holder[0], unit.since.isoformat() if unit.since else ""
        if holder is None or _last_day(unit) >= _last_day(holder[1]):
            holder = id_, unit


def _last_day(unit: OrgUnit) -> date:
    return unit.closed or date.max


def units_end_after_they_begin(plan: Plan) -> Iterator[Problem]:
    """The last day of a unit is not before its first."""
    for id_, unit in plan.org_units.items():
        if unit.since and unit.closed and unit.closed < unit.since:
            facts = {"id": id_, "since": str(unit.since), "closed": str(unit.closed)}
            yield Problem("CDS815", facts, path=("org_units", id_, "closed"))


def shares_add_up(plan: Plan) -> Iterator[Problem]:
    """Where the shares of several successors are stated, each is, and together they are all."""
    for id_, unit in plan.org_units.items():
        shares = [heir.share for heir in unit.heirs]
        if not any(share is not None for share in shares):
            continue
        total = sum(share for share in shares if share is not None)
        if None in shares or total != 1:
            facts = {"id": id_, "total": f"{float(total * 100):.12g}"}
            facts |= {"unstated": "yes"} if None in shares else {}
            yield Problem("CDS816", facts, path=("org_units", id_, "successor"))


def heirs_are_named_once(plan: Plan) -> Iterator[Problem]:
    """No body is named twice among the successors of a unit, and none succeeds itself."""
    for id_, unit in plan.org_units.items():
        ids = [heir.id for heir in unit.heirs]
        twice = next((each for at, each in enumerate(ids) if each in ids[:at]), None)
        if twice is not None:
            facts = {"key": "successor", "value": twice}
            yield Problem("CDS173", facts, path=("org_units", id_, "successor"))


def units_have_a_level(plan: Plan) -> Iterator[Problem]:
    """A unit that is a part of an area says of which level it is."""
    for id_, unit in plan.org_units.items():
        if unit.parent and not unit.level:
            yield Problem("CDS817", {"id": id_}, path=("org_units", id_))


def units_have_a_parent(plan: Plan) -> Iterator[Problem]:
    """Where units of a level are parts of an area, all are; else nobody adds the others up.

    What others went into is where they were.
    """
    placed: dict[str, Named] = {}
    followers = {heir.id for unit in plan.org_units.values() for heir in unit.heirs}
    for id_, unit in plan.org_units.items():
        if unit.level and unit.parent:
            placed.setdefault(unit.level, (id_, unit))
    for id_, unit in plan.org_units.items():
        other = placed.get(unit.level or "")
        if (
            other
            and not unit.parent
            and is_placed(plan, unit)
            and id_ not in {plan.area, *followers}
        ):
            facts = {"id": id_, "level": unit.level or "", "other": other[0]}
            facts |= {"parent": other[1].parent or ""}
            yield warning(Problem("CDS821", facts, path=("org_units", id_, "parent")))


def areas_are_of_another_level(plan: Plan) -> Iterator[Problem]:
    """No unit is, directly or through others, a part of one of its own level."""
    if any(_circles(plan)):
        return
    for id_, unit in plan.org_units.items():
        above = plan.org_units.get(unit.parent or "")
        name = unit.parent or ""
        while above and above.level != unit.level:
            name, above = above.parent or "", plan.org_units.get(above.parent or "")
        if above and unit.level:
            facts = {"id": id_, "parent": name, "level": unit.level}
            yield warning(Problem("CDS822", facts, path=("org_units", id_, "parent")))


def parents_last_as_long(plan: Plan) -> Iterator[Problem]:
    """An area is there on every day of each unit that is a part of it."""
    for id_, unit in plan.org_units.items():
        area = plan.org_units.get(unit.parent or "")
        if area is None:
            continue
        facts = {"id": id_, "parent": unit.parent or ""}
        if area.closed and _last_day(unit) > area.closed:
            facts |= {"closed": str(area.closed)}
        elif area.since and (unit.since or date.min) < area.since:
            facts |= {"since": str(area.since)}
        else:
            continue
        yield warning(Problem("CDS818", facts, path=("org_units", id_, "parent")))


def successors_are_there_next_day(plan: Plan) -> Iterator[Problem]:
    """On the day after the last one of a unit, whoever took over is there."""
    for id_, unit in plan.org_units.items():
        if unit.closed is None or unit.closed == date.max:
            continue
        next_day = unit.closed + timedelta(days=1)
        for heir in unit.heirs:
            other = plan.org_units.get(heir.id)
            if other and heir.id != id_ and not other.in_force(next_day):
                facts = {"id": id_, "other": heir.id, "date": str(next_day)}
                yield warning(Problem("CDS819", facts, path=("org_units", id_, "successor")))
