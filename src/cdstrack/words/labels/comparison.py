"""How the methods' verdicts are compared, in both languages."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

COMPARISON: Mapping[str, Pair] = {
    "title": Pair(
        "Kết quả theo từng phương pháp, cùng một bộ số liệu",
        "The same figures judged by every method",
    ),
    "why_differ": Pair("Vì sao khác nhau:", "Why they differ:"),
    "why_one": Pair("{name}: {parts}", "{name}: {parts}"),
    "cut": Pair("{methods}: ngưỡng phân loại", "{methods}: where the cut is"),
    "path": Pair(
        "{methods}: đi qua các mốc hay thẳng đến mục tiêu",
        "{methods}: by way of the milestones or straight to the target",
    ),
    "shape": Pair("{methods}: tăng kép hay theo đường thẳng", "{methods}: compound or straight"),
    "window": Pair("{methods}: tính những số liệu nào", "{methods}: which figures are counted"),
    "baseline": Pair(
        "{methods}: tính từ giá trị gốc hay từ số liệu mới nhất",
        "{methods}: from the baseline or from the latest figure",
    ),
    "disputed": Pair(
        "{n}/{total} chỉ tiêu có phương pháp cho đánh giá khác.",
        "Indicators on which a method gives a different verdict: {n} of {total}.",
    ),
    "marks": Pair(
        "* đánh giá đang dùng; ≠ đánh giá khác; · phương pháp không áp dụng được. Dưới mỗi "
        "đánh giá là số đo của phương pháp: cdstrack explain CHỈ-TIÊU.",
        "* the verdict in use; ≠ a different verdict; · not defined. Below each verdict is the "
        "method's own measure: cdstrack explain INDICATOR.",
    ),
}
"""By key; braces hold numbers."""


def compare_words(key: str, language: str, **facts: object) -> str:
    """A text of the comparison with its fields filled.

    Raises:
        KeyError: There is no such text, or a field is missing.
    """
    return COMPARISON[key].text(language).format_map(facts)
