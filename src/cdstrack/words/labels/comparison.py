"""What the comparison of methods says beside labels, in both languages."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

TEXTS: Mapping[str, Pair] = {
    "title": Pair("Cùng số liệu, theo từng phương pháp", "The same figures by every method"),
    "disputed": Pair(
        "{n}/{total} chỉ tiêu có phương pháp cho đánh giá khác.",
        "On {n} of {total} indicators some method comes to another verdict.",
    ),
    "marks": Pair(
        "* đánh giá đang dùng; ≠ đánh giá khác; · phương pháp không tính được ở đây. Dưới mỗi đánh "
        "giá là số đo của phương pháp: cdstrack explain CHỈ-TIÊU.",
        "* the verdict that counts; ≠ another verdict; · undefined here. Beside each verdict stands "
        "the method's own measure: cdstrack explain INDICATOR.",
    ),
}
"""By key; braces hold numbers."""


def compare_words(key: str, language: str, **facts: object) -> str:
    """A text of the comparison with its fields filled.

    Raises:
        KeyError: There is no such text, or a field is missing.
    """
    return TEXTS[key].text(language).format_map(facts)
