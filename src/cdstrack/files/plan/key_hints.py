"""What a planner meant by a key that the plan does not know, as the line to type instead.

Owns the way from a key with its value to a remedy that works when typed: `minimum: 90` becomes
`at_least: 90`, a number without a comparison becomes one, two ends become a range, and a key that
is one level too high or too low is shown where it belongs.
"""

import re
from collections.abc import Mapping

from cdstrack.core.plan.comparators import Comparator
from cdstrack.files.plan.date_hints import date_facts
from cdstrack.files.plan.number_hints import change_facts, pair_facts, plain_number
from cdstrack.files.plan.synonyms import EXACTLY, key_meant, section_of_key, value_meant
from cdstrack.files.yaml.tree import Tree

Facts = dict[str, str]
_ENDS = (
    ("from", "to"),
    ("min", "max"),
    ("low", "high"),
    ("lower", "upper"),
    ("minimum", "maximum"),
    ("gte", "lte"),
    ("ge", "le"),
    ("at_least", "at_most"),
    ("tu", "den"),
)
"""Pairs of keys that planners write for the two ends of a range."""
_NUMERIC = set(Comparator) - {Comparator.REACH, Comparator.UNIVERSAL, Comparator.BETWEEN}
_CHANGES = {Comparator.REDUCE_BY, Comparator.INCREASE_BY}
_DAYS = {"due", "date", "starts", "issued", "closed", "since"}
_LONGEST = 60


def key_facts(section: str, key: str, value: Tree, indicator: Mapping[str, Tree]) -> Facts:
    """The line to write instead of an unknown key and its value, as facts; empty if unknown.

    Args:
        section: The name of the model whose mapping holds the key.
        key: The key as typed.
        value: What is there.
        indicator: The indicator around it, empty outside of indicators.
    """
    if section == "Target":
        if re.fullmatch(r"(19|20|21)\d\d(-\d\d-\d\d)?", key):
            return _dated_target(key, value)
        if key_meant(section, key) == EXACTLY:
            return _exactly(value, indicator)
    if section == "Indicator" and (inner := _as_target(key, value)):
        return {"write": f"targets: [{{{inner}}}]", "inside": "targets"}
    if (
        section == "Indicator"
        and key_meant(section, key) == "targets"
        and not isinstance(value, list)
    ):
        return {}
    known = key_meant(section, key)
    if not known or known == EXACTLY:
        return _misplaced(section, key)
    line = written(known, value, indicator)
    return {"write": line} if line else {"near": known}


def written(key: str, value: Tree, indicator: Mapping[str, Tree]) -> str:
    """`key: value` as it works when typed; "" where the value cannot be guessed."""
    right = _value(key, value, indicator)
    return f"{key}: {right}" if right else ""


def ends_of(mapping: Mapping[str, Tree]) -> tuple[str, str, str] | None:
    """Two keys of a target that are the ends of a range, and the range; None where there are none.

    >>> ends_of({"min": "6", "max": "6,5"})
    ('min', 'max', '[6, 6.5]')
    """
    for low, high in _ENDS:
        if low in mapping and high in mapping:
            ends = [_number(mapping[low]), _number(mapping[high])]
            if all(ends):
                return low, high, f"[{ends[0]}, {ends[1]}]"
    return None


def range_of(value: Tree) -> str:
    """A range given as a mapping of two ends, or as two numbers in a text; "" for anything else."""
    if isinstance(value, dict):
        found = ends_of(value)
        return found[2] if found else ""
    return ""


def _dated_target(key: str, value: Tree) -> Facts:
    """`2025: 90` in a target: the year is due, the number has a comparison."""
    facts = date_facts(key)
    due = facts.get("end", key)
    number = _number(value)
    return {"write": f"due: {due}, at_least: {number}"} if number else {"write": f"due: {due}"}


def _exactly(value: Tree, indicator: Mapping[str, Tree]) -> Facts:
    """A number that is neither said to be at least nor at most."""
    if indicator.get("unit") == "state":
        state = value_meant("reach", value if isinstance(value, str) else "")
        return {"write": f"reach: {state or 'done'}"}
    number = _number(value)
    if not number:
        return {"compare": "yes"}
    if indicator.get("unit") == "rank":
        return {"write": f"top: {number}"}
    if indicator.get("direction") == "none":
        return {"write": f"about: {number}"}
    key = "at_most" if indicator.get("direction") == "decrease" else "at_least"
    return {"write": f"{key}: {number}", "about": f"about: {number}"}


def _as_target(key: str, value: Tree) -> str:
    """A key of a target that is in the indicator, as it is in a target."""
    known = key if key in set(Comparator) | {"due", "wording"} else ""
    return written(known, value, {}) if known else ""


def _misplaced(section: str, key: str) -> Facts:
    owner = section_of_key(key)
    if owner and owner != section and section in {"Target", "Indicator"}:
        return {"owner_target" if owner == "Target" else "owner_indicator": "yes"}
    return {}


def _value(key: str, value: Tree, indicator: Mapping[str, Tree]) -> str:
    """What to write after a known key, made from what was typed."""
    if key in {"between", "bounds"}:
        return range_of(value) or _pair(value)
    if not isinstance(value, str):
        return ""
    if key in _CHANGES:
        return _change(value, indicator)
    if key in _NUMERIC or key in {"of", "value", "from"}:
        return plain_number(value)
    if key in _DAYS:
        return _day(value)
    return "true" if key == "universal" else value_meant(key, value) or quoted(value)


def _day(value: str) -> str:
    facts = date_facts(value)
    return facts.get("plain") or facts.get("end") or ""


def _pair(value: Tree) -> str:
    if isinstance(value, str):
        return pair_facts(value).get("pair", "")
    numbers = [_number(each) for each in value] if isinstance(value, list) else []
    return f"[{', '.join(numbers)}]" if len(numbers) == 2 and all(numbers) else ""


def _change(value: str, indicator: Mapping[str, Tree]) -> str:
    facts = change_facts(value, percent=indicator.get("unit") == "percent")
    return facts.get("share") or facts.get("points") or ""


def _number(value: Tree) -> str:
    return plain_number(value) if isinstance(value, str) else ""


def quoted(text: str) -> str:
    """A text as YAML takes it on one line; "" where it is too long to be repeated.

    >>> quoted("tối thiểu 90%"), quoted("a: b")
    ('tối thiểu 90%', '"a: b"')
    """
    if len(text) > _LONGEST or "\n" in text:
        return "…"
    plain = re.fullmatch(r"[^\W_][^:#,\[\]{}\"'&*!|>%@`\\]*(?:%)?", text.strip())
    return text if plain else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
