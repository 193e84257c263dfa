"""Targets in words: what is asked, as a sentence and as the short sign of a table.

Owns the words of every comparator. Whether a target is met is decided in the core.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from cdstrack.core.plan.comparators import KINDS, JudgedBy, Limit
from cdstrack.words.labels.value import value_words
from cdstrack.words.labels.vocabulary import DIMENSION, STATE, Pair, label
from cdstrack.words.parse.numbers import format_number

if TYPE_CHECKING:
    from decimal import Decimal

    from cdstrack.core.plan.model import Declared, Indicator, Target

_BOUND = {
    (Limit.FLOOR, False): Pair("ít nhất {value}", "at least {value}"),
    (Limit.FLOOR, True): Pair("trên {value}", "over {value}"),
    (Limit.CEILING, False): Pair("không quá {value}", "at most {value}"),
    (Limit.CEILING, True): Pair("dưới {value}", "below {value}"),
}
"""One number, by its side and whether it is strict."""

_BOUND_SHORT = {
    (Limit.FLOOR, False): Pair("≥ {value}", "≥ {value}"),
    (Limit.FLOOR, True): Pair("> {value}", "> {value}"),
    (Limit.CEILING, False): Pair("≤ {value}", "≤ {value}"),
    (Limit.CEILING, True): Pair("< {value}", "< {value}"),
}

_JUDGED = {
    JudgedBy.VALUE: Pair("{asked}", "{asked}"),
    JudgedBy.YEARS: Pair("mỗi năm {asked}", "{asked} every year"),
    JudgedBy.AVERAGE: Pair(
        "bình quân (trung bình cộng các năm) {asked}", "arithmetic mean of the years {asked}"
    ),
}
"""What the number is asked of."""

_JUDGED_SHORT = {
    JudgedBy.VALUE: Pair("{asked}", "{asked}"),
    JudgedBy.YEARS: Pair("{asked}/năm", "{asked}/year"),
    JudgedBy.AVERAGE: Pair("bình quân {asked}", "mean {asked}"),
}


def _of_one_number(
    bounds: Mapping[tuple[Limit, bool], Pair], judged: Mapping[JudgedBy, Pair]
) -> dict[str, Pair]:
    """The words of every comparator with one number in the unit, from its properties."""
    found = {}
    for key, kind in KINDS.items():
        bound = bounds.get((kind.limit, kind.strict))
        if bound is not None and not kind.relative and not kind.is_place:
            frames = zip(judged[kind.judged_by], bound, strict=True)
            found[str(key)] = Pair(*(frame.replace("{asked}", asked) for frame, asked in frames))
    return found


COMPARATOR = {
    **_of_one_number(_BOUND, _JUDGED),
    "between": Pair("từ {low} đến {value}", "from {low} to {value}"),
    "between_or_more": Pair(
        "từ {low} đến {value} (cao hơn cũng đạt)", "from {low} to {value} (more is fine)"
    ),
    "between_or_less": Pair(
        "từ {low} đến {value} (thấp hơn cũng đạt)", "from {low} to {value} (less is fine)"
    ),
    "top": Pair("nhóm {value} dẫn đầu", "in the top {value}"),
    "top_of": Pair("nhóm {value} dẫn đầu (trong {of})", "in the top {value} of {of}"),
    "reduce_by": Pair("giảm {value}% so với giá trị gốc", "{value}% below the baseline"),
    "reduce_by_points": Pair(
        "giảm {value} điểm phần trăm so với giá trị gốc",
        "{value} percentage points below the baseline",
    ),
    "increase_by": Pair("tăng {value}% so với giá trị gốc", "{value}% above the baseline"),
    "increase_by_points": Pair(
        "tăng {value} điểm phần trăm so với giá trị gốc",
        "{value} percentage points above the baseline",
    ),
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
    **_of_one_number(_BOUND_SHORT, _JUDGED_SHORT),
    "between": Pair("{low}–{value}", "{low}–{value}"),
    "between_or_more": Pair("{low}–{value} hoặc hơn", "{low}–{value} or more"),
    "between_or_less": Pair("{low}–{value} hoặc thấp hơn", "{low}–{value} or less"),
    "top": Pair("nhóm {value}", "top {value}"),
    "top_of": Pair("nhóm {value}/{of}", "top {value} of {of}"),
    "reduce_by": Pair("giảm {value}%", "down {value}%"),
    "reduce_by_points": Pair("giảm {value} điểm %", "down {value} pp"),
    "increase_by": Pair("tăng {value}%", "up by {value}%"),
    "increase_by_points": Pair("tăng {value} điểm %", "up by {value} pp"),
    "about": Pair("≈ {value}", "≈ {value}"),
    "about_declared": Pair("≈ {value}: {declared}†", "≈ {value}: {declared}†"),
    "reach": Pair("{value}", "{value}"),
    "universal": Pair("phổ cập", "universal"),
    "universal_declared": Pair("phổ cập: {declared}†", "universal: {declared}†"),
    "every": Pair("mỗi {dimension} {target}", "each {dimension} {target}"),
}
"""For tables; `†` marks a threshold that somebody chose."""


def target_words(
    target: "Target",
    indicator: "Indicator",
    language: str,
    *,
    short: bool = False,
    dimension: str = "",
) -> str:
    """What the target asks, without its due date.

    `dimension` is the name of what an `every` target divides by, where the plan gives it one.

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
    divided = dimension or label(DIMENSION, next(iter(indicator.every)), language)
    return label(table, "every", language).format_map({"dimension": divided, "target": words})


def bound_words(target: "Target", value: str, language: str) -> str:
    """A number on the side that the target asks for: `> 12,25%`."""
    kind = target.kind
    return _BOUND_SHORT[kind.limit, kind.strict].text(language).format_map({"value": value})


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
            key += _beyond(target, indicator)
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


def _beyond(target: "Target", indicator: "Indicator") -> str:
    """Which variant says that past an end is as good as inside; empty for a plain range."""
    if target.beyond is None:
        return ""
    return "_or_less" if indicator.direction.sign < 0 else "_or_more"


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
