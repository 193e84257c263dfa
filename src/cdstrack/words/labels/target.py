"""Targets in words: what is asked, as a sentence and as the short sign of a table.

Owns the words of every comparator. Whether a target is met is decided in the core.
"""

from typing import TYPE_CHECKING

from cdstrack.words.labels.value import value_words
from cdstrack.words.labels.vocabulary import DIMENSION, STATE, Pair, label
from cdstrack.words.parse.numbers import format_number

if TYPE_CHECKING:
    from decimal import Decimal

    from cdstrack.core.plan.model import Declared, Indicator, Target

COMPARATOR = {
    "at_least": Pair("ít nhất {value}", "at least {value}"),
    "more_than": Pair("trên {value}", "over {value}"),
    "at_most": Pair("không quá {value}", "at most {value}"),
    "less_than": Pair("dưới {value}", "below {value}"),
    "between": Pair("từ {low} đến {value}", "from {low} to {value}"),
    "top": Pair("nhóm {value} dẫn đầu", "in the top {value}"),
    "top_of": Pair("nhóm {value} dẫn đầu (trong {of})", "in the top {value} of {of}"),
    "reduce_by": Pair("giảm {value}% so với giá trị gốc", "{value}% below the baseline"),
    "increase_by": Pair("tăng {value}% so với giá trị gốc", "{value}% above the baseline"),
    "reduce_by_points": Pair(
        "giảm {value} điểm phần trăm so với gốc", "{value} percentage points below the baseline"
    ),
    "increase_by_points": Pair(
        "tăng {value} điểm phần trăm so với gốc", "{value} percentage points above the baseline"
    ),
    "each_year_at_least": Pair("mỗi năm ít nhất {value}", "at least {value} every year"),
    "each_year_more_than": Pair("mỗi năm trên {value}", "over {value} every year"),
    "each_year_at_most": Pair("mỗi năm không quá {value}", "at most {value} every year"),
    "each_year_less_than": Pair("mỗi năm dưới {value}", "below {value} every year"),
    "average_at_least": Pair("bình quân ít nhất {value}", "at least {value} on average"),
    "average_more_than": Pair("bình quân trên {value}", "over {value} on average"),
    "average_at_most": Pair("bình quân không quá {value}", "at most {value} on average"),
    "average_less_than": Pair("bình quân dưới {value}", "below {value} on average"),
    "about": Pair("khoảng {value}", "about {value}"),
    "about_declared": Pair(
        "khoảng {value} (ngưỡng tự chọn: {declared})",
        "about {value} (chosen threshold, not official: {declared})",
    ),
    "reach": Pair("{value}", "{value}"),
    "universal": Pair("phổ cập (không nêu số)", "universal (no number stated)"),
    "universal_declared": Pair(
        "phổ cập (ngưỡng tự chọn: {declared})",
        "universal (chosen threshold, not official: {declared})",
    ),
    "every": Pair("mỗi {dimension} {target}", "each {dimension} {target}"),
}
"""In full, by the comparator's key; the variants with a `_` need more facts."""

COMPARATOR_SHORT = {
    "at_least": Pair("≥ {value}", "≥ {value}"),
    "more_than": Pair("> {value}", "> {value}"),
    "at_most": Pair("≤ {value}", "≤ {value}"),
    "less_than": Pair("< {value}", "< {value}"),
    "between": Pair("{low}–{value}", "{low}–{value}"),
    "top": Pair("nhóm {value}", "top {value}"),
    "top_of": Pair("nhóm {value}/{of}", "top {value} of {of}"),
    "reduce_by": Pair("giảm {value}%", "down {value}%"),
    "increase_by": Pair("tăng {value}%", "up by {value}%"),
    "reduce_by_points": Pair("giảm {value} điểm %", "cut by {value} pp"),
    "increase_by_points": Pair("tăng {value} điểm %", "up by {value} pp"),
    "each_year_at_least": Pair("≥ {value}/năm", "≥ {value}/year"),
    "each_year_more_than": Pair("> {value}/năm", "> {value}/year"),
    "each_year_at_most": Pair("≤ {value}/năm", "≤ {value}/year"),
    "each_year_less_than": Pair("< {value}/năm", "< {value}/year"),
    "average_at_least": Pair("bq ≥ {value}", "avg ≥ {value}"),
    "average_more_than": Pair("bq > {value}", "avg > {value}"),
    "average_at_most": Pair("bq ≤ {value}", "avg ≤ {value}"),
    "average_less_than": Pair("bq < {value}", "avg < {value}"),
    "about": Pair("≈ {value}", "≈ {value}"),
    "about_declared": Pair("≈ {value}: {declared}†", "≈ {value}: {declared}†"),
    "reach": Pair("{value}", "{value}"),
    "universal": Pair("phổ cập", "universal"),
    "universal_declared": Pair("phổ cập: {declared}†", "universal: {declared}†"),
    "every": Pair("mỗi {dimension} {target}", "each {dimension} {target}"),
}
"""For tables; `†` marks a threshold that somebody chose."""


def target_words(
    target: "Target", indicator: "Indicator", language: str, *, short: bool = False
) -> str:
    """What the target asks, without its due date.

    >>> from cdstrack.core.plan.model import Indicator, Target
    >>> files = {"id": "x", "name": {"vi": "x"}, "pillar": "p", "unit": "percent"}
    >>> indicator = Indicator.model_validate(files | {"direction": "increase"})
    >>> target_words(Target.model_validate({"more_than": "80"}), indicator, "vi")
    'trên 80%'
    """
    table = COMPARATOR_SHORT if short else COMPARATOR
    key, facts = _asked(target, indicator, language, table)
    words = label(table, key, language).format_map(facts)
    if indicator.every is None:
        return words
    dimension = label(DIMENSION, next(iter(indicator.every)), language)
    return label(table, "every", language).format_map({"dimension": dimension, "target": words})


def _asked(
    target: "Target", indicator: "Indicator", language: str, table: dict[str, Pair]
) -> tuple[str, dict[str, str]]:
    """The comparator's key, or that of its variant, and the values it speaks of."""
    key, value = str(target.comparator), target.stated_value
    match key:
        case "universal" | "about" if target.declared is not None:
            chosen = _declared(target.declared, indicator, language, table)
            key, facts = f"{key}_declared", {"declared": chosen}
            if target.kind.approximate:
                facts["value"] = value_words(value, indicator, language)
        case "reach":
            facts = {"value": label(STATE, value, language)}
        case "between":
            facts = _range(value, indicator, language)
        case "top" if target.of is not None:
            key, field = "top_of", format_number(target.of, language)
            facts = {"value": format_number(value, language), "of": field}
        case _ if target.kind.relative:
            key = f"{key}_points" if value.in_points else key
            facts = {"value": format_number(value.amount, language)}
        case _:
            facts = _number(target, indicator, language)
    return key, facts


def _number(target: "Target", indicator: "Indicator", language: str) -> dict[str, str]:
    """The number of the target, with its unit unless it is a place; nothing where it states none."""
    if not (target.kind.has_number or target.kind.approximate):
        return {}
    if target.kind.is_place:
        return {"value": format_number(target.stated_value, language)}
    return {"value": value_words(target.stated_value, indicator, language)}


def _range(bounds: tuple["Decimal", ...], indicator: "Indicator", language: str) -> dict[str, str]:
    """Both ends; the unit follows the last number only."""
    low, high = bounds
    return {"low": format_number(low, language), "value": value_words(high, indicator, language)}


def _declared(
    declared: "Declared | None", indicator: "Indicator", language: str, table: dict[str, Pair]
) -> str:
    for key in declared.thresholds if declared else ():
        value = getattr(declared, key)
        if isinstance(value, tuple):
            facts = _range(value, indicator, language)
        else:
            facts = {"value": value_words(value, indicator, language)}
        return label(table, key, language).format_map(facts)
    return ""
