"""What the models refuse, as problems of ours.

Owns the table from a validation error to a code with its facts. The validator's own words are
for programmers and are never shown.
"""

import re
from collections.abc import Callable, Sequence

from pydantic_core import ErrorDetails

from cdstrack.core.plan.model import Comparator
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
from cdstrack.files.plan.sections import keys_of, section_at
from cdstrack.files.yaml.tree import Tree, YamlTree

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
    """Where the validator stood. For a key that cannot be a key, the path ends at that key."""
    loc = error["loc"]
    return loc[:-1] if loc[-1:] == ("[key]",) else loc


def essential(errors: Sequence[ErrorDetails]) -> list[ErrorDetails]:
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


def problem_of(error: ErrorDetails, path: Path, tree: YamlTree) -> Problem:
    """The problem behind one error (not yet placed); `path` is the error's in the whole tree."""
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
