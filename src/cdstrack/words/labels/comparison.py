"""What the comparison of methods says beside labels, in both languages."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

TEXTS: Mapping[str, Pair] = {
    "title": Pair(
        "Kết quả theo từng phương pháp, cùng một bộ số liệu",
        "The same figures judged by every method",
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
    return TEXTS[key].text(language).format_map(facts)
