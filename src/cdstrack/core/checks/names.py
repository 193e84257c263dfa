"""Rules about names: of levels, of quoted sentences, and the other names that forms use."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cdstrack.core.checks.walk import TargetAt, indicators, targets
from cdstrack.core.plan.model import Label, Plan
from cdstrack.core.plan.quotes import quoted_sentence
from cdstrack.core.plan.vocabulary import LEVELS
from cdstrack.core.problem import Path, Problem
from cdstrack.core.spelling import Guesses, folded, nearest, unmarked

_LEVELS_MEANT = {
    **dict.fromkeys(("province", "provincial", "city", "thanh pho"), "tinh"),
    **dict.fromkeys(("district", "quan", "thi xa"), "huyen"),
    **dict.fromkeys(("commune", "ward", "phuong", "thi tran"), "xa"),
    **dict.fromkeys(("central", "national", "state", "quoc gia"), "trung-uong"),
}
"""Other words for the four levels."""


def levels_are_known(plan: Plan) -> Iterator[Problem]:
    """Every level of government is one that has a name: of the four, or declared under `levels`."""
    known = [*LEVELS, *(id_ for id_ in plan.levels if id_ not in LEVELS)]
    guesses = Guesses(known)
    for path, level in _levels_named(plan):
        if level not in known:
            word = unmarked(level).removeprefix("cap ")
            facts = {"key": str(path[-1]), "value": level}
            facts |= {"near": _LEVELS_MEANT.get(word) or guesses.nearest(word)}
            facts |= {"known": ", ".join(known), "slug": folded(level).replace(" ", "-")}
            yield Problem("CDS176", facts, path=path)


def _levels_named(plan: Plan) -> Iterator[tuple[Path, str]]:
    for id_, unit in plan.org_units.items():
        if unit.level:
            yield ("org_units", id_, "level"), unit.level
    for path, indicator in indicators(plan):
        if indicator.level:
            yield (*path, "level"), indicator.level
        if indicator.rollup:
            yield (*path, "rollup", "from"), indicator.rollup.from_


def aliases_name_one_thing(plan: Plan) -> Iterator[Problem]:
    """No alias is a name of another indicator, or of another body, accents and case aside."""
    yield from _shared(
        _Named((*path, "aliases"), each.id, each.aliases, _texts(each.id, each.name, each.short))
        for path, each in indicators(plan)
    )
    yield from _shared(
        _Named(("org_units", id_, "aliases"), id_, unit.aliases, _texts(id_, unit))
        for id_, unit in plan.org_units.items()
    )


class _Named(NamedTuple):
    """What has aliases: their path, whose they are, and its other names."""

    path: Path
    id: str
    aliases: tuple[str, ...]
    names: tuple[str, ...]


def _texts(id_: str, *labels: Label | None) -> tuple[str, ...]:
    return (id_, *(text for label in labels if label for text in label.texts))


def _shared(named: Iterable[_Named]) -> Iterator[Problem]:
    """Each alias that is a name or an alias of something else too; of two aliases the later one."""
    entries = list(named)
    if not any(entry.aliases for entry in entries):
        return
    owners: dict[str, str] = {}
    for entry in entries:
        for text in entry.names:
            owners.setdefault(folded(text), entry.id)
    for entry in entries:
        for at, alias in enumerate(entry.aliases):
            owner = owners.setdefault(folded(alias), entry.id)
            if owner != entry.id:
                facts = {"value": alias, "id": entry.id, "other": owner}
                yield Problem("CDS177", facts, path=(*entry.path, at))


def quotes_are_kept(plan: Plan) -> Iterator[Problem]:
    """Every sentence that a target quotes is under `quotes` of one of its documents."""
    for entry in targets(plan):
        for at, quote in enumerate(entry.target.quote):
            if quoted_sentence(plan, entry.target, quote) is None:
                yield entry.error("CDS178", "quote", at, **_unkept(plan, entry, quote))


def _unkept(plan: Plan, entry: TargetAt, quote: str) -> dict[str, str]:
    """Where the sentence is instead, or which one was probably meant."""
    named = [id_ for id_ in entry.target.document if id_ in plan.documents]
    kept = [key for id_ in named for key in plan.documents[id_].quotes]
    holder = next((id_ for id_, each in plan.documents.items() if quote in each.quotes), "")
    facts = {"value": quote, "near": nearest(quote, kept), "documents": ", ".join(named)}
    return facts | ({"holder": holder} if holder else {"document": named[0] if named else ""})
