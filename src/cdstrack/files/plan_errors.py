"""What the models refuse, as problems of ours.

Owns the table from a validation error to a code with its facts. The validator's own words are
for programmers and are never shown.
"""

import re
from collections.abc import Mapping
from typing import Any

from pydantic_core import ErrorDetails

from cdstrack.core.near import nearest
from cdstrack.core.plan import Comparator
from cdstrack.core.problem import Path, Problem
from cdstrack.files.plan_hints import date_facts, id_facts, number_facts
from cdstrack.files.plan_sections import keys_of, section_at
from cdstrack.files.yaml_tree import Tree

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
    """Where the validator stood. For a key that cannot be a key, the path ends at that key."""
    loc = error["loc"]
    return loc[:-1] if loc[-1:] == ("[key]",) else loc


def problem_of(error: ErrorDetails, path: Path, root: Tree) -> Problem:
    """The problem behind one error (not yet placed); `path` is the error's in the whole tree."""
    kind, given = error["type"], error.get("input")
    code = _CODES[kind]
    if kind in _SINGLE and not isinstance(given, str):
        code = "CDS114"
    if code in {"CDS102", "CDS103"}:
        return _key_problem(code, path)
    if code == "CDS105" and _in_target(path):
        code = "CDS104"
    if path == ("schema",) and code == "CDS110":
        code = "CDS143"
    value = given if isinstance(given, str) else ""
    facts = {"key": _key(path), "value": value}
    facts |= _facts(code, path, error.get("ctx", {}), root, value)
    return Problem(code, facts, path=path, at_key=error["loc"][-1:] == ("[key]",))


def _key(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _in_target(path: Path) -> bool:
    return len(path) > 3 and path[0] == "indicators" and path[2] == "targets"


def _key_problem(code: str, path: Path) -> Problem:
    """An unknown or a missing key; both are pointed at a key."""
    key = str(path[-1])
    section = section_at(path[:-1])
    known = list(keys_of(section)) if section else []
    if code == "CDS103":
        return Problem(code, {"key": key}, path=path, at_key=True)
    facts = {"key": key, "near": nearest(key, known), "known": ", ".join(known)}
    if re.fullmatch(r"\d+ ?%?", key):
        facts["comma"] = key
    return Problem(code, facts, path=path, at_key=True)


def _facts(
    code: str, path: Path, context: Mapping[str, Any], root: Tree, value: str
) -> dict[str, str]:
    match code:
        case "CDS104" | "CDS105" | "CDS108":
            return number_facts(value, _unit(path, root))
        case "CDS109":
            return date_facts(value)
        case "CDS110":
            allowed = re.findall(r"'([^']+)'", str(context.get("expected", "")))
            return {"near": nearest(value, allowed), "allowed": ", ".join(allowed)}
        case "CDS111":
            return id_facts(value)
        case "CDS114":
            return {"range": "yes"} if path[-1] in set(Comparator) else {}
        case "CDS116":
            section = section_at(path)
            return {"known": ", ".join(keys_of(section))} if section else {}
        case "CDS117":
            return {"one": "yes"} if path[-1] == "every" else {}
        case _:
            return {}


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
