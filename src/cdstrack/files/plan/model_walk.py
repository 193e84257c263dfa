"""From a path of the plan file to the model that describes the mapping there."""

import types
import typing
from typing import Any

from cdstrack.core.frozen import Key
from cdstrack.core.plan import section as declared
from cdstrack.core.plan.model import Plan
from cdstrack.core.problem import Path

Section = type[declared.Section]


def section_at(path: Path) -> Section | None:
    """The model of the mapping at a path; None where the plan has no mapping of fixed keys.

    >>> section_at(("indicators", 3, "targets", 1)).__name__
    'Target'
    """
    kind: Any = Plan
    for step in path:
        kind = _inside(kind, step)
        if kind is None:
            return None
    return _as_section(kind)


def keys_of(section: Section) -> dict[str, Key]:
    """The keys that a section's mapping may hold, as written in the file, with their fields."""
    return {field.alias or name: field for name, field in section.model_fields.items()}


def is_key(path: Path) -> bool:
    """Whether a path ends in a key that the plan knows there."""
    section = section_at(path[:-1])
    return section is not None and path[-1] in keys_of(section)


def _inside(kind: Any, step: str | int) -> Any:  # noqa: ANN401 - annotations are of no one type
    section = _as_section(kind)
    if section is not None:
        field = keys_of(section).get(str(step))
        return field.annotation if field else None
    return _arguments(kind)[-1] if _arguments(kind) else None


def _as_section(kind: Any) -> Section | None:  # noqa: ANN401 - annotations are of no one type
    kind = _bare(kind)
    return kind if isinstance(kind, type) and issubclass(kind, declared.Section) else None


def _arguments(kind: Any) -> list[Any]:  # noqa: ANN401 - annotations are of no one type
    """What a list or mapping type holds: `tuple[X, ...]` → X, `dict[K, X]` → K, X."""
    kind = _bare(kind)
    if typing.get_origin(kind) not in {tuple, dict}:
        return []
    return [argument for argument in typing.get_args(kind) if argument is not Ellipsis]


def _bare(kind: Any) -> Any:  # noqa: ANN401 - annotations are of no one type
    """The annotation without `Annotated` and without `| None`."""
    while True:
        origin = typing.get_origin(kind)
        if origin is typing.Annotated:
            kind = typing.get_args(kind)[0]
        elif origin in {types.UnionType, typing.Union}:
            kind = next(part for part in typing.get_args(kind) if part is not types.NoneType)
        else:
            return kind
