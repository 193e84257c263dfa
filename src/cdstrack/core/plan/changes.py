"""What changed between two versions of a plan: targets first, then what surrounds them.

Owns which two targets are the same one (by their due date, else the only two left over), and when
a target asks for more or for less. Values are compared as the plan holds them, so that another
way of writing the same plan is no change. Has no words and no files.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cdstrack.core.plan.model import Indicator, Label, Plan, Target
from cdstrack.core.plan.section import Section
from cdstrack.core.plan.strictness import Strictness, compare_strictness
from cdstrack.core.plan.values import plan_value_text


class PlanPart(StrEnum):
    """The part of the plan that a change concerns."""

    TARGET = "target"
    INDICATOR = "indicator"
    PLAN = "plan"
    PILLAR = "pillar"
    ORG_UNIT = "org_unit"
    LEVEL = "level"
    DOCUMENT = "document"


class PlanChangeKind(StrEnum):
    """The kind of a change."""

    ADDED = "added"
    DROPPED = "dropped"
    RAISED = "raised"
    LOWERED = "lowered"
    REWORDED = "reworded"
    MOVED = "moved"
    ENDED = "ended"
    RESUMED = "resumed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One change. `id` names the indicator, pillar, unit or document; "" for the plan itself.

    For a target, `due` is its due date and `before` and `after` are the targets. For a field,
    `field` is its key, and `before` and `after` are its values as text. None: there was none.
    """

    part: PlanPart
    how: PlanChangeKind
    id: str = ""
    due: date | None = None
    field: str | None = None
    before: Target | str | None = None
    after: Target | str | None = None


def plan_changes(before: Plan, after: Plan) -> tuple[PlanChange, ...]:
    """Everything that changed, indicators in the later plan's order, dropped ones last."""
    found = [
        *_field_changes(PlanPart.PLAN, "", before.plan, after.plan),
        *_section_changes(PlanPart.PILLAR, before.pillars, after.pillars),
        *_section_changes(PlanPart.ORG_UNIT, before.org_units, after.org_units),
        *_section_changes(PlanPart.LEVEL, before.levels, after.levels),
        *_section_changes(PlanPart.DOCUMENT, before.documents, after.documents),
    ]
    for indicator in after.indicators:
        found += _indicator_changes(before.by_id.get(indicator.id), indicator)
    for indicator in before.indicators:
        if indicator.id not in after.by_id:
            found += _presence(PlanChangeKind.DROPPED, indicator)
    return tuple(found)


def _presence(how: PlanChangeKind, indicator: Indicator) -> Iterator[PlanChange]:
    """An indicator that came or went, with each of its targets."""
    yield PlanChange(PlanPart.INDICATOR, how, indicator.id)
    for target in indicator.ordered_targets:
        ends = (None, target) if how is PlanChangeKind.ADDED else (target, None)
        yield PlanChange(PlanPart.TARGET, how, indicator.id, target.due, None, *ends)


def _indicator_changes(before: Indicator | None, after: Indicator) -> Iterator[PlanChange]:
    if before is None:
        yield from _presence(PlanChangeKind.ADDED, after)
        return
    yield from _field_changes(PlanPart.INDICATOR, after.id, before, after, but=("id", "targets"))
    for old, new in _paired(before.ordered_targets, after.ordered_targets):
        yield from _target_changes(after.id, old, new)


def _paired(
    before: Iterable[Target], after: Iterable[Target]
) -> list[tuple[Target | None, Target | None]]:
    """Each target with its other version; one left over on both sides is the same.

    By due date and document, so that of two promises for one day each keeps its own; then those
    still alone on their day, whatever their documents.
    """
    gone, come = list(before), list(after)
    pairs: list[tuple[Target | None, Target | None]] = []
    for alike in (_by_due_and_document, _by_due):
        found, gone, come = _alike(gone, come, alike)
        pairs += found
    pairs.sort(key=lambda pair: (pair[1] and pair[1].due) or date.max)
    if len(gone) == len(come) == 1:
        return [*pairs, (gone[0], come[0])]
    return [*pairs, *((target, None) for target in gone), *((None, target) for target in come)]


def _alike(
    gone: list[Target], come: list[Target], alike: Callable[[Target], object]
) -> tuple[list[tuple[Target, Target]], list[Target], list[Target]]:
    """The pairs of targets that are alike, in their order, and those left over on both sides."""
    waiting: dict[object, deque[Target]] = defaultdict(deque)
    for old in gone:
        waiting[alike(old)].append(old)
    pairs, left = [], []
    for new in come:
        if waiting[alike(new)]:
            pairs.append((waiting[alike(new)].popleft(), new))
        else:
            left.append(new)
    paired = {id(old) for old, _ in pairs}
    return pairs, [old for old in gone if id(old) not in paired], left


def _by_due(target: Target) -> tuple[object, ...]:
    return (target.due,)


def _by_due_and_document(target: Target) -> tuple[object, ...]:
    return (target.due, target.document)


def _target_changes(
    indicator: str, before: Target | None, after: Target | None
) -> Iterator[PlanChange]:
    last = after or before
    due = None if last is None else last.due
    if before is None or after is None:
        how = PlanChangeKind.ADDED if before is None else PlanChangeKind.DROPPED
        yield PlanChange(PlanPart.TARGET, how, indicator, due, None, before, after)
        return
    for how, field in _steps(before, after):
        yield PlanChange(PlanPart.TARGET, how, indicator, due, field, before, after)


def _steps(before: Target, after: Target) -> Iterator[tuple[PlanChangeKind, str | None]]:
    """The changes of a target that both versions have; there may be several."""
    demand = compare_strictness(before, after)
    if before.due != after.due:
        yield PlanChangeKind.MOVED, "due"
    if demand is not Strictness.SAME:
        yield PlanChangeKind(demand.value), None
    for field in ("wording", "ended", "declared", "document", "note"):
        old, new = getattr(before, field), getattr(after, field)
        if old != new:
            yield _how(field, old, new), field


def _how(field: str, old: object, new: object) -> PlanChangeKind:
    if field == "wording":
        return PlanChangeKind.REWORDED
    if field == "ended" and old is None:
        return PlanChangeKind.ENDED
    return PlanChangeKind.RESUMED if field == "ended" and new is None else PlanChangeKind.CHANGED


def _section_changes(
    part: PlanPart, before: Mapping[str, Section], after: Mapping[str, Section]
) -> Iterator[PlanChange]:
    for key, new in after.items():
        old = before.get(key)
        if old is None:
            yield PlanChange(part, PlanChangeKind.ADDED, key, after=plan_value_text(new))
        else:
            yield from _field_changes(part, key, old, new)
    for key, old in before.items():
        if key not in after:
            yield PlanChange(part, PlanChangeKind.DROPPED, key, before=plan_value_text(old))


def _field_changes(
    part: PlanPart, key: str, before: Section, after: Section, but: tuple[str, ...] = ()
) -> Iterator[PlanChange]:
    for field in type(after).model_fields:
        old, new = getattr(before, field), getattr(after, field)
        if field not in but and old != new:
            yield PlanChange(part, PlanChangeKind.CHANGED, key, None, field, *_texts(old, new))


def _texts(old: object, new: object) -> tuple[str | None, str | None]:
    """Both values in words; of a name in two languages, the one that changed."""
    if isinstance(old, Label) and isinstance(new, Label):
        return (old.vi, new.vi) if old.vi != new.vi else (old.en, new.en)
    return plan_value_text(old), plan_value_text(new)
