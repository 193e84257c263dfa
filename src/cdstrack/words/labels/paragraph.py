"""The sentences of a paragraph that is ready to be pasted, in both languages.

Owns the wording: official, impersonal, without causes. `{name}` is a placeholder.
"""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

PARAGRAPH: Mapping[str, Pair] = {
    "is": Pair("{name}, {when}, là {value}", "{name} stood at {value} {when}"),
    "is_rank": Pair("{name}, {when}, đứng thứ {value}", "{name} ranked {value} {when}"),
    "is_rank_roughly": Pair("{name}, {when}, có thứ hạng {value}", "{name} ranked {value} {when}"),
    "is_state": Pair(
        "{name}, {when}, ở trạng thái {value}", "{name} was in the state “{value}” {when}"
    ),
    "on_day": Pair("tính đến ngày {period}", "on {period}"),
    "in_period": Pair("kỳ {period}", "for {period}"),
    "none": Pair(
        "{name} chưa có số liệu nào được ghi, tính đến ngày {day}.",
        "No figure has been recorded for {name} as of {day}.",
    ),
    "unfinished": Pair("{name} {words}, tính đến ngày {day}.", "{name} is {words} as of {day}."),
    "against": Pair("So với mục tiêu {due} ({target})", "Against the target for {due} ({target})"),
    "against_undated": Pair(
        "So với mục tiêu không nêu thời hạn ({target})",
        "Against the target without a due date ({target})",
    ),
    "then": Pair(", ", ": "),
    "from_baseline": Pair("{missing} tính từ giá trị gốc", "{missing}, counted from the baseline"),
    "met": Pair("đã đạt mức đề ra", "the target is met"),
    "unknown_gap": Pair("chưa xác định được phần còn thiếu", "the gap is not known"),
    "verdict": Pair("đánh giá tính đến ngày {day}: {verdict}", "verdict as of {day}: {verdict}"),
    "no_target": Pair(
        "Kế hoạch không đặt mục tiêu cho chỉ tiêu này",
        "The plan sets no target for this indicator",
    ),
    "doubtful": Pair(
        "(?) Số liệu cần đối chiếu với nguồn: {name}: {why}.",
        "(?) To be compared with the source: {name}: {why}.",
    ),
}
"""By key."""


def paragraph_text(key: str, language: str, **facts: object) -> str:
    """A sentence or a part of one, with its facts, which must be clean already.

    Raises:
        KeyError: There is no such text, or a fact is missing.

    >>> paragraph_text("on_day", "vi", period="31/7/2022")
    'tính đến ngày 31/7/2022'
    """
    return PARAGRAPH[key].text(language).format_map(facts)
