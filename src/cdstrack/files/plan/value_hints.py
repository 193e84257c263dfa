"""What a planner meant by a value that its key does not take, as what to type instead.

Owns the guesses about words of a closed vocabulary, and about lists and groups of keys that were
written in another shape.
"""

import re
from collections.abc import Mapping

from cdstrack.core.plan.comparators import Comparator
from cdstrack.core.plan.vocabulary import Unit
from cdstrack.core.spelling import SURELY, nearest
from cdstrack.files.plan.date_hints import date_facts
from cdstrack.files.plan.key_hints import quoted, range_of, written
from cdstrack.files.plan.number_hints import plain_number
from cdstrack.files.plan.synonyms import key_meant, value_meant
from cdstrack.files.yaml.tree import Tree

Facts = dict[str, str]
_BASELINE_DAY = "2020-12-31"
_A_DAY = "2025-01-01"


def word_facts(key: str, value: str, allowed: list[str]) -> Facts:
    """The word of a closed vocabulary that was meant; a unit of another name is an amount of it.

    >>> word_facts("unit", "per_ten_thousand", ["percent", "per_thousand"])
    {'write': 'unit: amount', 'label': 'unit_label: per_ten_thousand'}
    >>> word_facts("direction", "up", ["increase", "decrease", "none"])
    {'write': 'direction: increase', 'allowed': 'increase, decrease, none'}
    """
    listed = {"allowed": ", ".join(allowed)}
    meant = value_meant(key, value)
    if meant in allowed:
        return {"write": f"{key}: {meant}", **listed}
    if key == "unit":
        return _unit_facts(value, allowed) or listed
    return {"near": nearest(value, allowed), **listed}


def _unit_facts(value: str, allowed: list[str]) -> Facts:
    near = nearest(value, allowed, SURELY)
    if near and not value.startswith("per_"):
        return {"near": near, "allowed": ", ".join(allowed)}
    label = quoted(value)
    if label == "…":
        return {}
    return {"write": f"unit: {Unit.AMOUNT}", "label": f"unit_label: {label}"}


def group_facts(key: str, value: Tree, starts: str = "") -> Facts:
    """A group of keys that was written as one value or as a list.

    `starts` is the first day of the plan; a baseline is probably of the end of the year before.
    """
    if key == "every" and isinstance(value, list) and all(isinstance(each, str) for each in value):
        return {"write": f"every: {{sector: [{', '.join(map(str, value))}]}}"}
    if not isinstance(value, str):
        return {}
    number = plain_number(value)
    if key == "baseline" and number:
        year = int(starts[:4]) - 1 if re.match(r"\d{4}-", starts) else 0
        day = f"{year}-12-31" if year else _BASELINE_DAY
        return {"write": f"baseline: {{date: {day}, value: {number}}}"}
    if key == "declared" and number:
        return {"write": f"declared: {{at_least: {number}, by: …, date: {_A_DAY}}}"}
    if key == "ended":
        facts = date_facts(value)
        day = facts.get("plain") or facts.get("end") or value
        is_day = re.fullmatch(r"\d{4}-\d\d-\d\d", day, re.ASCII)
        return {"write": f"ended: {{date: {day if is_day else _A_DAY}, reason: …}}"}
    return {}


def list_facts(key: str, value: Tree, indicator: Mapping[str, Tree]) -> Facts:
    """A list that was written as one value or as a group of keys."""
    if key in {"bounds", "between"}:
        found = range_of(value)
        return {"pair": found} if found else {}
    if key == "targets" and isinstance(value, dict):
        return _targets_facts(value, indicator)
    if key == "breaks" and isinstance(value, dict):
        items = ", ".join(f"{name}: {quoted(str(each))}" for name, each in value.items())
        return {"write": f"breaks: [{{{items}}}]"}
    if isinstance(value, str) and key not in {"targets", "breaks", "indicators"}:
        return {"write": f"{key}: [{', '.join(re.split(r'[,;] *', value.strip()))}]"}
    return {}


def _targets_facts(value: Mapping[str, Tree], indicator: Mapping[str, Tree]) -> Facts:
    """`{2025: 90, 2030: 100}`, or one target without the brackets of a list."""
    compares = "at_most" if indicator.get("direction") == "decrease" else "at_least"
    targets = []
    for key, each in value.items():
        day, number = date_facts(key).get("end", ""), plain_number(str(each))
        if not day or not number:
            break
        targets.append(f"{{due: {day}, {compares}: {number}}}")
    else:
        return {"write": f"targets: [{', '.join(targets)}]"} if targets else {}
    return _one_target(value, indicator)


def _one_target(value: Mapping[str, Tree], indicator: Mapping[str, Tree]) -> Facts:
    lines = []
    for key, each in value.items():
        known = key if key in {*Comparator, "due", "wording", "document"} else ""
        line = written(known or key_meant("Target", key), each, indicator)
        if not line:
            return {}
        lines.append(line)
    return {"write": f"targets: [{{{', '.join(lines)}}}]"}
