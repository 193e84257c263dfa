"""What pydantic refuses in a plan, as problems with a code and facts.

Owns the table from a validation error to a code. The messages of pydantic are for programmers and
are never shown; what was probably meant is guessed in the modules of hints.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pydantic_core import ErrorDetails

from cdstrack.core.plan.model import Comparator
from cdstrack.core.problem import Path, Problem
from cdstrack.core.spelling import nearest
from cdstrack.files.plan.date_hints import date_facts
from cdstrack.files.plan.id_hints import id_facts, misread_facts
from cdstrack.files.plan.key_hints import ends_of, key_facts, quoted
from cdstrack.files.plan.model_walk import keys_of, section_at
from cdstrack.files.plan.number_hints import (
    change_facts,
    number_facts,
    pair_facts,
    two_readings_facts,
)
from cdstrack.files.plan.synonyms import key_meant
from cdstrack.files.plan.value_hints import group_facts, list_facts, word_facts
from cdstrack.files.yaml.tree import Tree, YamlTree

_CODES = {
    "extra_forbidden": "CDS102",
    "missing": "CDS103",
    "cds_unnamed": "CDS103",
    "cds_two_readings": "CDS101",
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


def without_consequences(errors: Sequence[ErrorDetails], tree: YamlTree) -> list[ErrorDetails]:
    """The errors without those that only follow from another one.

    A key spelt wrongly is missing too, a pair with a bad number is too short, and of the two ends
    of a range written as keys the second one says nothing new.
    """
    misspelt = {_meant(error) for error in errors if error["type"] == "extra_forbidden"}
    spoilt = {error["loc"][:-1] for error in errors}
    return [
        error
        for error in errors
        if not (error["type"] == "missing" and error["loc"] in misspelt)
        and not (error["type"] in {"too_short", "too_long"} and error["loc"] in spoilt)
        and not _is_second_end(error, tree)
    ]


def _meant(error: ErrorDetails) -> Path:
    """The path of the key that an unknown key means or resembles."""
    *above, key = error["loc"]
    section = section_at(tuple(above))
    if section is None:
        return (*above, "")
    meant = key_meant(section.__name__, str(key)) or nearest(str(key), keys_of(section))
    return (*above, meant)


def _is_second_end(error: ErrorDetails, tree: YamlTree) -> bool:
    """Whether the key is one of two ends of a range, and not the one that is reported."""
    *above, key = error["loc"] or ("",)
    mapping = _at(tree.root, tuple(above))
    ends = ends_of(mapping) if _is_target(tuple(above)) and isinstance(mapping, dict) else None
    return ends is not None and key == (ends[0] if ends[0] == "from" else ends[1])


def _is_target(path: Path) -> bool:
    return len(path) == 4 and path[0] == "indicators" and path[2] == "targets"


@dataclass(frozen=True, slots=True)
class _Refused:
    """One value that was refused, with what is around it."""

    code: str
    path: Path
    given: object
    root: Tree

    @property
    def text(self) -> str:
        return self.given if isinstance(self.given, str) else ""

    @property
    def key(self) -> str:
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def indicator(self) -> Mapping[str, Tree]:
        """The indicator that the path leads into, as it was typed; empty outside of indicators."""
        found = _at(self.root, self.path[:2]) if self.path[:1] == ("indicators",) else None
        return found if isinstance(found, dict) else {}


def _at(root: Tree, path: Path) -> Tree:
    """The value at a path of the tree; None if there is none."""
    node = root
    for step in path:
        try:
            node = node[step]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            return None
    return node


def problem_of(error: ErrorDetails, tree: YamlTree) -> Problem:
    """The problem behind one error, not yet placed."""
    path = path_of(error)
    kind, given = error["type"], error.get("input")
    code = _CODES[kind]
    if kind in _SINGLE and not isinstance(given, str):
        code = "CDS114"
    if kind == "cds_unnamed":
        path = (*path, _language(tree.root))
    if code in {"CDS102", "CDS103"}:
        return _key_problem(code, path, given, tree)
    if code == "CDS105" and len(path) > 3 and path[2] == "targets":
        code = "CDS104"
    if path == ("schema",) and code == "CDS110":
        code = "CDS143"
    refused = _Refused(code, path, given, tree.root)
    facts = {"key": refused.key, "value": refused.text, **_facts(refused, error)}
    return Problem(code, facts, path=path, at_key=error["loc"][-1:] == ("[key]",))


def _language(root: Tree) -> str:
    return "en" if _at(root, ("plan", "language")) == "en" else "vi"


def _key_problem(code: str, path: Path, given: object, tree: YamlTree) -> Problem:
    """An unknown or a missing key; both are pointed at a key."""
    key = str(path[-1])
    if code == "CDS103":
        return Problem(code, {"key": key}, path=path, at_key=True)
    section = section_at(path[:-1])
    known = list(keys_of(section)) if section else []
    facts = {"key": key, "known": ", ".join(known)}
    if path in tree.bare or re.fullmatch(r"\d{1,3} ?%?", key):
        facts["comma"] = key
    elif section:
        facts |= _meant_facts(_Refused(code, path, given, tree.root), section.__name__)
    facts.setdefault("near", nearest(key, known))
    return Problem(code, facts, path=path, at_key=True)


def _meant_facts(refused: _Refused, section: str) -> dict[str, str]:
    mapping = _at(refused.root, refused.path[:-1])
    ends = ends_of(mapping) if section == "Target" and isinstance(mapping, dict) else None
    if ends and refused.key in ends:
        return {"write": f"between: {ends[2]}"}
    return key_facts(section, refused.key, refused.given, refused.indicator)  # type: ignore[arg-type]


def _facts(refused: _Refused, error: ErrorDetails) -> dict[str, str]:
    """The further facts of a code, besides the key and the value."""
    guess = _GUESSES.get(refused.code)
    if guess:
        return guess(refused)
    if refused.code == "CDS110":
        allowed = re.findall(r"'([^']+)'", str(error.get("ctx", {}).get("expected", "")))
        return word_facts(refused.key, refused.text, allowed)
    if refused.code == "CDS117":
        return _size_facts(refused, error)
    return {}


def _size_facts(refused: _Refused, error: ErrorDetails) -> dict[str, str]:
    """A list or a group of keys that has too few or too many items."""
    if refused.path[-1] == "members":
        return {"empty": "yes"}
    if refused.path[-1] not in {"bounds", "between"}:
        return {"one": "yes"} if refused.path[-1] == "every" else {}
    return {"comma": "yes"} if error["type"] == "too_long" else {}


def _single_facts(refused: _Refused) -> dict[str, str]:
    """A list or group of keys where one value belongs."""
    if isinstance(refused.given, dict) and not {"vi", "en"}.isdisjoint(refused.given):
        text = refused.given.get(_language(refused.root)) or next(iter(refused.given.values()))
        return {"write": f"{refused.key}: {quoted(str(text))}"}
    if refused.path[-1] not in set(Comparator):
        return {}
    found = list_facts("between", refused.given, refused.indicator)  # type: ignore[arg-type]
    return {"write": f"between: {found['pair']}"} if found else {"range": "yes"}


def _listed_facts(refused: _Refused) -> dict[str, str]:
    """One value or group of keys where a list belongs."""
    is_pair = refused.path[-1] in {"bounds", "between"}
    if is_pair and refused.text:
        return pair_facts(refused.text)
    facts = list_facts(refused.key, refused.given, refused.indicator)  # type: ignore[arg-type]
    return facts or ({"range": "yes"} if is_pair else {})


def _group_facts(refused: _Refused) -> dict[str, str]:
    """One value where a group of keys belongs."""
    section = section_at(refused.path)
    starts = _at(refused.root, ("plan", "starts"))
    facts = group_facts(refused.key, refused.given, starts if isinstance(starts, str) else "")  # type: ignore[arg-type]
    return facts | ({"known": ", ".join(keys_of(section))} if section else {})


def _relative_facts(refused: _Refused) -> dict[str, str]:
    is_percent = refused.indicator.get("unit") == "percent"
    facts = change_facts(refused.text, percent=is_percent)
    return facts | {"both": "yes"} if len(facts) > 1 else facts


def _number_facts(refused: _Refused) -> dict[str, str]:
    unit = refused.indicator.get("unit")
    return number_facts(refused.text, unit if isinstance(unit, str) else None)


_GUESSES: Mapping[str, Callable[[_Refused], dict[str, str]]] = {
    "CDS101": lambda refused: two_readings_facts(refused.text),
    "CDS104": _number_facts,
    "CDS105": _number_facts,
    "CDS108": _relative_facts,
    "CDS109": lambda refused: date_facts(refused.text),
    "CDS111": lambda refused: id_facts(refused.text),
    "CDS112": lambda refused: misread_facts(refused.text),
    "CDS114": _single_facts,
    "CDS115": _listed_facts,
    "CDS116": _group_facts,
}
