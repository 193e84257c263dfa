"""What the comparison of two plans says, in both languages."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

TEXTS: Mapping[str, Pair] = {
    "title": Pair("Một số liệu, hai kế hoạch, {day}", "One figure, two plans, {day}"),
    "this_plan": Pair("A: {title}", "A: {title}"),
    "other_plan": Pair("B: {title} (bản {digest})", "B: {title} (version {digest})"),
    "indicator": Pair("Chỉ tiêu", "Indicator"),
    "figure": Pair("Số liệu", "Figure"),
    "by_a": Pair("Theo A", "By A"),
    "by_b": Pair("Theo B", "By B"),
    "stricter": Pair("Chặt hơn", "Stricter"),
    "missed_first": Pair("Không đạt trước", "Missed first"),
    "none": Pair("Hai kế hoạch không có chỉ tiêu nào chung.", "The two plans share no indicator."),
    "alone": Pair(
        "Chỉ có trong A: {here} chỉ tiêu; chỉ có trong B: {there}.",
        "Only in A: {here}; only in B: {there}.",
    ),
    "how": Pair(
        "Cùng chỉ tiêu: cùng mã, mã hoặc tên nằm trong aliases, hoặc --pair A=B.",
        "The same indicator: the same id, an id or name among aliases, or --pair A=B.",
    ),
    "target": Pair("{due}: {asked}", "{due}: {asked}"),
    "mixed": Pair("{more} cao hơn, {sooner} sớm hơn", "{more} asks more, {sooner} sooner"),
    "no_target": Pair("không có mục tiêu", "no target"),
    "no_data": Pair("–", "–"),
}
"""By key; braces hold facts that are clean already."""

STRICTER: Mapping[str, Pair] = {
    "this": Pair("A", "A"),
    "other": Pair("B", "B"),
    "same": Pair("như nhau", "the same"),
    "incomparable": Pair("không so được", "not comparable"),
}
"""Which active target is stricter."""

MISSED: Mapping[str, Pair] = {
    "this": Pair("A", "A"),
    "other": Pair("B", "B"),
    "same": Pair("cả hai", "both"),
}
"""Whose target is missed first."""

OBSTACLE: Mapping[str, Pair] = {
    "unit": Pair("đơn vị tính khác nhau", "another unit"),
    "direction": Pair("chiều khác nhau", "another direction"),
    "computed": Pair("một bên là chỉ số tổng hợp", "one of them is a composite index"),
}
"""Why the other plan cannot judge a figure."""


def against_text(key: str, language: str, **facts: object) -> str:
    """A text with its fields filled.

    Raises:
        KeyError: There is no such text, or a field is missing.
    """
    return TEXTS[key].text(language).format_map(facts)
