"""The administrative units of a plan as a tree, on any day.

Owns which units there are on a day, what each is a part of, and what became of those that were
closed. A code is no identity: it belongs to one unit on one day and may belong to another later.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from cdstrack.core.plan.heirs import Heir
from cdstrack.core.plan.model import OrgUnit, Plan


def is_placed(plan: Plan, unit: OrgUnit) -> bool:
    """Whether a body is a unit of the tree, so that all it refers to must be declared."""
    if unit.code or unit.parent or unit.since:
        return True
    return plan.plan.units is not None and unit.level is not None


class UnitsThere(NamedTuple):
    """The units of a level within an area or across its border, on a day.

    What those that are `alone` report is about the area alone.
    """

    units: tuple[str, ...]
    alone: frozenset[str]


class UnitInTree(NamedTuple):
    """A unit with its depth below the top, in the order in which a tree is drawn."""

    id: str
    unit: OrgUnit
    depth: int


@dataclass(frozen=True)
class Units:
    """The units of a plan by their ids, those that were closed included."""

    by_id: Mapping[str, OrgUnit]

    @cached_property
    def predecessors(self) -> Mapping[str, tuple[Heir, ...]]:
        """By unit, the units that went into it, each with the share of it that did."""
        found: dict[str, list[Heir]] = defaultdict(list)
        for id_, unit in self.by_id.items():
            for heir in unit.heirs:
                found[heir.id].append(Heir(id_, heir.share))
        return {id_: tuple(parts) for id_, parts in found.items()}

    @cached_property
    def levels(self) -> Mapping[str, tuple[str, ...]]:
        """The units by level, of whatever days."""
        found: dict[str, list[str]] = defaultdict(list)
        for id_, unit in self.by_id.items():
            if unit.level:
                found[unit.level].append(id_)
        return {level: tuple(ids) for level, ids in found.items()}

    def of_level(self, level: str) -> tuple[str, ...]:
        """The units of a level, of whatever days."""
        return self.levels.get(level, ())

    def in_force(self, unit: str, day: date) -> bool:
        """Whether the unit is there on a day."""
        return self.by_id[unit].in_force(day)

    def is_within(self, unit: str, area: str) -> bool:
        """Whether the unit is the area, a part of it, or made of nothing but such parts.

        What became of the parts of an area that was closed stays within it: the area is the same
        ground. A unit made of parts of two areas is within neither.
        """
        known: dict[str, bool] = self._within.setdefault(area, {area: True})
        return self._is_within(unit, known, set())

    @cached_property
    def _within(self) -> dict[str, dict[str, bool]]:
        return {}

    def _is_within(self, unit: str, known: dict[str, bool], asked: set[str]) -> bool:
        if unit in known:
            return known[unit]
        if unit in asked or unit not in self.by_id:
            return False
        asked.add(unit)
        above = self.by_id[unit].parent
        parts = self.predecessors.get(unit, ())
        known[unit] = (above is not None and self._is_within(above, known, asked)) or (
            bool(parts) and all(self._is_within(part.id, known, asked) for part in parts)
        )
        return known[unit]

    def parts_of(self, area: str, level: str) -> dict[str, bool]:
        """The units of a level within an area or across its border, of whatever days.

        The value says whether what the unit reports is about the area alone. Where no unit is a
        part of the area, nobody has said what it consists of, and all of the level are.
        """
        known = self._parts.get((area, level))
        if known is None:
            known = self._parts[area, level] = self._parts_of(area, level)
        return known

    @cached_property
    def _parts(self) -> dict[tuple[str, str], dict[str, bool]]:
        return {}

    def _parts_of(self, area: str, level: str) -> dict[str, bool]:
        ids = [id_ for id_ in self.of_level(level) if id_ != area]
        found = {id_: self.is_within(id_, area) for id_ in ids if self._touches(id_, area)}
        is_known = any(unit.parent == area for unit in self.by_id.values())
        return found if found or is_known else dict.fromkeys(ids, True)

    def there(self, area: str, level: str, day: date) -> UnitsThere:
        """Those of them that there are on a day."""
        begun, ended = self._changes_of(area, level)
        key = area, level, bisect_right(begun, day), bisect_left(ended, day)
        if key not in self._there:
            parts, is_fixed = self.parts_of(area, level), not begun and not ended
            units = tuple(id_ for id_ in parts if is_fixed or self.in_force(id_, day))
            self._there[key] = UnitsThere(units, frozenset(id_ for id_ in units if parts[id_]))
        return self._there[key]

    def _changes_of(self, area: str, level: str) -> tuple[list[date], list[date]]:
        """The first days and the last ones of the units of an area, as far as they have any."""
        if (area, level) not in self._changes:
            units = [self.by_id[id_] for id_ in self.parts_of(area, level)]
            begun = sorted({unit.since for unit in units if unit.since is not None})
            ended = sorted({unit.closed for unit in units if unit.closed is not None})
            self._changes[area, level] = begun, ended
        return self._changes[area, level]

    def enlarged(self, first: date, day: date) -> frozenset[str]:
        """The units into which others went that ended from one day on and before another."""
        if first == day:
            return frozenset()
        key = first, day
        if key not in self._enlarged:
            self._enlarged[key] = frozenset(
                heir.id
                for unit in self.by_id.values()
                if unit.closed is not None and first <= unit.closed < day
                for heir in unit.heirs
            )
        return self._enlarged[key]

    @cached_property
    def _enlarged(self) -> dict[tuple[date, date], frozenset[str]]:
        return {}

    def changes(self, area: str, level: str) -> tuple[date, ...]:
        """The first days after units of an area were merged or split."""
        if (area, level) not in self._mergers:
            ended = {
                closed
                for id_ in self.parts_of(area, level)
                if (closed := self.by_id[id_].closed) is not None
                and not self.is_renamed(self.by_id[id_].sole_heir or "")
            }
            self._mergers[area, level] = tuple(sorted(day + timedelta(days=1) for day in ended))
        return self._mergers[area, level]

    @cached_property
    def _mergers(self) -> dict[tuple[str, str], tuple[date, ...]]:
        return {}

    def with_origins(self, units: Set[str]) -> set[str]:
        """Some units and all that went into them."""
        found: set[str] = set()
        waiting = list(units)
        while waiting:
            unit = waiting.pop()
            if unit not in found:
                found.add(unit)
                waiting += [part.id for part in self.predecessors.get(unit, ())]
        return found

    @cached_property
    def _there(self) -> dict[tuple[str, str, int, int], UnitsThere]:
        return {}

    @cached_property
    def _changes(self) -> dict[tuple[str, str], tuple[list[date], list[date]]]:
        return {}

    def has_parts(self, area: str, level: str) -> bool:
        """Whether somebody has said that units of a level lie within an area or across its border.

        A unit of the level itself consists of none.
        """
        own = self.by_id.get(area)
        if own is not None and own.level == level:
            return False
        return any(id_ != area and self._touches(id_, area) for id_ in self.of_level(level))

    def _touches(self, unit: str, area: str) -> bool:
        if self.is_within(unit, area):
            return True
        return any(self.is_within(part.id, area) for part in self.predecessors.get(unit, ()))

    def is_renamed(self, unit: str) -> bool:
        """Whether it is one unit under another name: it began as the whole of one that ended."""
        parts = self.predecessors.get(unit, ())
        if len(parts) != 1 or self.by_id[parts[0].id].sole_heir != unit:
            return False
        return self.is_made_of(unit, parts[0].id)

    def is_made_of(self, unit: str, part: str) -> bool:
        """Whether a unit began when the part had ended; else it was there and took the part in."""
        since, closed = self.by_id[unit].since, self.by_id[part].closed
        return since is not None and closed is not None and closed < since

    def tree(self, day: date) -> Iterator[UnitInTree]:
        """The units that are there on a day, each after the one that it is a part of."""
        below: dict[str, list[str]] = defaultdict(list)
        for id_, unit in self.by_id.items():
            if unit.in_force(day):
                above = unit.parent or ""
                known = above in self.by_id and self.by_id[above].in_force(day)
                below[above if known else ""].append(id_)
        ahead = [(id_, 0) for id_ in reversed(below[""])]
        while ahead:
            id_, depth = ahead.pop()
            yield UnitInTree(id_, self.by_id[id_], depth)
            ahead += [(each, depth + 1) for each in reversed(below[id_])]


def units_of(plan: Plan) -> Units:
    """The units of a plan: what its units file lists, and the bodies with a place in the tree.

    They are found once for each plan: all that is asked of one plan asks for the same units.
    """
    kept: dict[str, Units] = vars(plan)
    if _UNITS not in kept:
        kept[_UNITS] = Units(_placed(plan))
    return kept[_UNITS]


_UNITS = "_units_in_tree"


def _placed(plan: Plan) -> dict[str, OrgUnit]:
    named = {unit.parent for unit in plan.org_units.values() if unit.parent}
    named |= {heir.id for unit in plan.org_units.values() for heir in unit.heirs}
    return {
        id_: unit
        for id_, unit in plan.org_units.items()
        if is_placed(plan, unit) or (id_ in named and unit.level)
    }
