"""What pydantic refuses in a plan, as problems with a code and facts.

Owns the table from a validation error to a code, and the walk from a path of the file to the model
that describes it. The messages of pydantic are for programmers and are never shown.
"""

import re
import types
import typing
from collections.abc import Callable, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from cdstrack.core.plan.model import Comparator, Plan
from cdstrack.core.problem import Path, Problem
from cdstrack.core.spelling import nearest
from cdstrack.files.plan.hints import (
    date_facts,
    id_facts,
    misread_facts,
    number_facts,
    pair_facts,
    share_facts,
)
from cdstrack.files.yaml.tree import Tree, YamlTree

Section = type[BaseModel]
_CODES = {
    "extra_forbidden": "CDS102",
    "missing": "CDS103",
    "cds_number": "CDS105",
    "cds_decimals": "CDS106",
    "cds_too_large": "CDS107",
    "cds_relative": "CDS108",
    "cds_date": "CDS109",
    "enum": "CDS110",
    "literal_error": "CDS110",
    "cds_id": "CDS111",
    "cds_id_misread": "CDS112",
    "cds_empty": "CDS113",
    "string_type": "CDS114",
    "tuple_type": "CDS115",
    "model_type": "CDS116",
    "model_attributes_type": "CDS116",
    "dict_type": "CDS116",
    "too_short": "CDS117",
    "too_long": "CDS117",
    "int_parsing": "CDS118",
    "int_parsing_size": "CDS118",
    "int_type": "CDS118",
    "greater_than_equal": "CDS118",
    "less_than_equal": "CDS118",
    "cds_true": "CDS119",
}
_SINGLE = {
    "cds_number",
    "cds_relative",
    "cds_date",
    "cds_true",
    "enum",
    "literal_error",
    "int_type",
}
"""Errors at values that must be one text; a list or mapping there is CDS114 instead."""


def path_of(error: ErrorDetails) -> Path:
    """The path of the value that was refused, or of the key that cannot be one."""
    loc = error["loc"]
    return loc[:-1] if loc[-1:] == ("[key]",) else loc


def without_consequences(errors: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """The errors without those that only follow from another one.

    A key spelt wrongly is missing too, and a pair with a bad number is too short.
    """
    misspelt = {_meant(error) for error in errors if error["type"] == "extra_forbidden"}
    spoilt = {error["loc"][:-1] for error in errors}
    return [
        error
        for error in errors
        if not (error["type"] == "missing" and error["loc"] in misspelt)
        and not (error["type"] in {"too_short", "too_long"} and error["loc"] in spoilt)
    ]


def _meant(error: ErrorDetails) -> Path:
    """The path of the key that an unknown key resembles."""
    *above, key = error["loc"]
    section = section_at(tuple(above))
    return (*above, nearest(str(key), keys_of(section) if section else ()))


def problem_of(error: ErrorDetails, tree: YamlTree) -> Problem:
    """The problem behind one error, not yet placed."""
    path = path_of(error)
    kind, given = error["type"], error.get("input")
    code = _CODES[kind]
    if kind in _SINGLE and not isinstance(given, str):
        code = "CDS114"
    if code in {"CDS102", "CDS103"}:
        return _key_problem(code, path, tree)
    if code == "CDS105" and _in_target(path):
        code = "CDS104"
    if path == ("schema",) and code == "CDS110":
        code = "CDS143"
    value = given if isinstance(given, str) else ""
    facts = {"key": _key(path), "value": value}
    facts |= _facts(code, error, path, tree.root)
    return Problem(code, facts, path=path, at_key=error["loc"][-1:] == ("[key]",))


def _key(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _in_target(path: Path) -> bool:
    return len(path) > 3 and path[0] == "indicators" and path[2] == "targets"


def _key_problem(code: str, path: Path, tree: YamlTree) -> Problem:
    """An unknown or a missing key; both are pointed at a key."""
    key = str(path[-1])
    section = section_at(path[:-1])
    known = list(keys_of(section)) if section else []
    if code == "CDS103":
        return Problem(code, {"key": key}, path=path, at_key=True)
    facts = {"key": key, "near": nearest(key, known), "known": ", ".join(known)}
    if re.fullmatch(r"\d+ ?%?", key) or path in tree.bare:
        facts["comma"] = key
    return Problem(code, facts, path=path, at_key=True)


def _facts(code: str, error: ErrorDetails, path: Path, root: Tree) -> dict[str, str]:
    """What the sentences of a code name beyond the key and the value."""
    value = error["input"] if isinstance(error.get("input"), str) else ""
    if code in {"CDS114", "CDS115", "CDS117"}:
        return _list_facts(code, path, error)
    if code in {"CDS104", "CDS105"}:
        return number_facts(value, _unit(path, root))
    if code in _GUESSES:
        return _GUESSES[code](value)
    if code == "CDS110":
        allowed = re.findall(r"'([^']+)'", str(error.get("ctx", {}).get("expected", "")))
        return {"near": nearest(value, allowed), "allowed": ", ".join(allowed)}
    if code == "CDS116":
        section = section_at(path)
        return {"known": ", ".join(keys_of(section))} if section else {}
    return {}


def _list_facts(code: str, path: Path, error: ErrorDetails) -> dict[str, str]:
    """What a list that is none, or has too few or too many items, should look like."""
    given = error.get("input")
    if code == "CDS114":
        return {"range": "yes"} if path[-1] in set(Comparator) else {}
    if path[-1] not in {"bounds", "between"}:
        return {"one": "yes"} if path[-1] == "every" else {}
    if error["type"] == "too_long":
        return {"comma": "yes"}
    return pair_facts(given) if isinstance(given, str) else {}


_GUESSES: dict[str, Callable[[str], dict[str, str]]] = {
    "CDS108": share_facts,
    "CDS109": date_facts,
    "CDS111": id_facts,
    "CDS112": misread_facts,
}


def _unit(path: Path, root: Tree) -> str | None:
    """The unit of the indicator that a path leads into."""
    if path[0] != "indicators" or len(path) < 2 or not isinstance(root, dict):
        return None
    indicators = root.get("indicators")
    if not isinstance(indicators, list) or not isinstance(path[1], int):
        return None
    indicator = indicators[path[1]]
    unit = indicator.get("unit") if isinstance(indicator, dict) else None
    return unit if isinstance(unit, str) else None


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


def keys_of(section: Section) -> dict[str, Any]:
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
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None


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
