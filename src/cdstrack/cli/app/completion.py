"""Shell completion: ids of the plan with their names.

Owns the light look into the plan that this needs: the file is read as plain YAML, and whatever is
wrong with it, completion stays silent. Must not load the plan's models; the store is opened for
reading, and only where documents or closed periods are asked for.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import typer

if TYPE_CHECKING:
    from cdstrack.store.reading import Reader

Kept = TypeVar("Kept")
Offer = list[tuple[str, str]]
"""Values with what they mean."""

_LARGEST = 8 * 1024 * 1024


def complete_indicator(ctx: typer.Context, incomplete: str) -> Offer:
    """The plan's indicators."""
    rows = _listed(_plan(ctx).get("indicators"))
    return _beginning(incomplete, ((row.get("id"), _name(row.get("name"))) for row in rows))


def complete_level(ctx: typer.Context, incomplete: str) -> Offer:
    """The levels of government that the plan's indicators name."""
    levels = dict.fromkeys(row.get("level") for row in _listed(_plan(ctx).get("indicators")))
    return _beginning(incomplete, ((level, "") for level in levels))


def complete_status(incomplete: str) -> Offer:
    """The verdicts."""
    from cdstrack.words.labels.vocabulary import STATUS

    return _beginning(incomplete, ((key, pair.en) for key, pair in STATUS.items()))


def complete_qualifier(incomplete: str) -> Offer:
    """How firmly a source can state a figure."""
    from cdstrack.words.labels.vocabulary import QUALIFIER_NAME

    return _beginning(incomplete, ((key, pair.vi) for key, pair in QUALIFIER_NAME.items()))


def complete_group(ctx: typer.Context, incomplete: str) -> Offer:
    """The groups that the plan's indicators are broken down by, as `name=group`."""
    found = [
        (f"{dimension}={group}", "")
        for row in _listed(_plan(ctx).get("indicators"))
        for dimension, groups in _mapping(row.get("every")).items()
        for group in (groups if isinstance(groups, list) else ())
    ]
    return _beginning(incomplete, dict.fromkeys(found))


def complete_example(incomplete: str) -> Offer:
    """The example plans that ship."""
    from cdstrack.files.workplace import examples

    return _beginning(incomplete, ((each.name, "") for each in examples()))


def _of_section(section: str) -> Callable[[typer.Context, str], Offer]:
    def complete(ctx: typer.Context, incomplete: str) -> Offer:
        rows = _mapping(_plan(ctx).get(section))
        return _beginning(incomplete, ((key, _name(row)) for key, row in rows.items()))

    return complete


complete_org_unit = _of_section("org_units")
"""The plan's areas and bodies."""
complete_pillar = _of_section("pillars")
_declared_documents = _of_section("documents")


def complete_milestone(ctx: typer.Context, incomplete: str) -> Offer:
    """The years in which targets of the plan are due."""
    rows = (_listed(row.get("targets")) for row in _listed(_plan(ctx).get("indicators")))
    years = {str(target.get("due", ""))[:4] for targets in rows for target in targets}
    return _beginning(incomplete, ((year, "") for year in sorted(years) if year))


def complete_filter(ctx: typer.Context, incomplete: str) -> Offer:
    """Words that narrow a report down: milestones, `key=value`, and indicators."""
    by_key: dict[str, Callable[[typer.Context, str], Offer]] = {
        "pillar": complete_pillar,
        "level": complete_level,
        "status": lambda _, value: complete_status(value),
        "lead": complete_org_unit,
        "milestone": complete_milestone,
    }
    key, given, value = incomplete.partition("=")
    if given:
        offered = by_key[key](ctx, value) if key in by_key else []
        return [(f"{key}={each}", meaning) for each, meaning in offered]
    keys = [(f"{name}=", "") for name in by_key if name.startswith(incomplete)]
    return complete_milestone(ctx, incomplete) + keys + complete_indicator(ctx, incomplete)


def complete_document(ctx: typer.Context, incomplete: str) -> Offer:
    """The plan's documents, and those that the store keeps."""
    found = dict(_declared_documents(ctx, incomplete))
    kept = _beginning(incomplete, _kept_documents(ctx))
    return list({**found, **dict(kept)}.items())


def complete_closed(ctx: typer.Context, incomplete: str) -> Offer:
    """The periods that are closed, and who approved them."""
    found = _of_store(ctx, lambda reader: reader.closings().standing())
    closed = ((each.closing.period.text, each.closing.approved_by) for each in found)
    return _beginning(incomplete, closed)


def _kept_documents(ctx: typer.Context) -> Offer:
    """The documents of the store."""
    return [(each.key, each.title) for each in _of_store(ctx, lambda reader: reader.documents())]


def _of_store(ctx: typer.Context, asked: "Callable[[Reader], list[Kept]]") -> "list[Kept]":
    """The completions from the store; none if it cannot be read. A store is never created."""
    from cdstrack.core.problem import StoreUnusableError
    from cdstrack.files.workplace import default_store, find_plan
    from cdstrack.store.ledger import open_reader

    named = _typed(ctx, "db") or os.environ.get("CDSTRACK_DB")
    plan = _typed(ctx, "plan") or os.environ.get("CDSTRACK_PLAN") or find_plan()
    try:
        with open_reader(Path(named) if named else default_store(Path(plan or ""))) as ledger:
            return asked(ledger)
    except (StoreUnusableError, OSError):
        return []


def _typed(ctx: typer.Context, name: str) -> str | None:
    """The value of a shared option as typed, behind the command or before it."""
    found = ctx.params.get(name) or (ctx.parent.params.get(name) if ctx.parent else None)
    return None if found is None else str(found)


def _beginning(incomplete: str, offered: Iterable[tuple[object, str]]) -> Offer:
    return [
        (value, meaning)
        for value, meaning in offered
        if isinstance(value, str) and value.startswith(incomplete)
    ]


def _plan(ctx: typer.Context) -> Mapping[str, Any]:
    """The plan as plain mappings, lists and texts; empty where there is none to be read.

    A plan that was found sound before is read from its kept copy: parsing YAML takes longer.
    """
    from cdstrack.files.plan.compiled import mapping_of
    from cdstrack.files.workplace import find_plan

    named = _typed(ctx, "plan") or os.environ.get("CDSTRACK_PLAN")
    path = Path(named) if named else find_plan()
    try:
        if path is None or not path.is_file() or path.stat().st_size > _LARGEST:
            return {}
        content = path.read_bytes()
        return _mapping(mapping_of(content) or _parsed(content))
    except (OSError, ValueError, RecursionError):
        return {}


def _parsed(content: bytes) -> object:
    import yaml

    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        return yaml.load(content.decode(), Loader=loader)  # noqa: S506 - texts only
    except yaml.YAMLError:
        return None


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _listed(value: object) -> list[Mapping[str, Any]]:
    return [_mapping(row) for row in value] if isinstance(value, list) else []


def _name(label: object) -> str:
    """A name for the eye: the Vietnamese one, else the title of a document."""
    from cdstrack.words.parse.clean import clean

    names = _mapping(label)
    return clean(str(names.get("vi") or names.get("title") or ""))
