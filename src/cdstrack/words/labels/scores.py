"""What the reports on scores and assumptions say, in both languages."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

TEXTS: Mapping[str, Pair] = {
    # scores
    "title": Pair("Điểm: {name}, {unit}, kỳ {period}", "Scores: {name}, {unit}, {period}"),
    "title_undated": Pair("Điểm: {name}, {unit}", "Scores: {name}, {unit}"),
    "none": Pair("Chưa có điểm nào.", "No score has been recorded."),
    "criterion": Pair("Tiêu chí", "Criterion"),
    "most": Pair("Tối đa", "Max"),
    "self": Pair("Tự đánh giá", "Self"),
    "appraised": Pair("Thẩm định", "Appraised"),
    "final": Pair("Chính thức", "Final"),
    "counts": Pair("Được tính", "Counts"),
    "difference": Pair("Chênh lệch", "Difference"),
    "lost": Pair("Còn mất", "Lost"),
    "evidence": Pair("Minh chứng", "Evidence"),
    "total": Pair("Cộng", "Total"),
    "counted": Pair(
        "Tính theo điểm chắc chắn nhất của từng tiêu chí: {value} trên {of}.",
        "By the firmest score of each criterion: {value} of {of}.",
    ),
    "incomplete": Pair(
        "Tính theo điểm chắc chắn nhất của từng tiêu chí: {words}.",
        "By the firmest score of each criterion: {words}.",
    ),
    "most_lost": Pair("Mất nhiều điểm nhất: {rows}.", "Most points lost: {rows}."),
    "row_lost": Pair("{name} ({points})", "{name} ({points})"),
    "sign": Pair(
        "Chênh lệch = tự đánh giá − thẩm định; số âm: thẩm định cho nhiều điểm hơn.",
        "Difference = self − appraised; below zero the appraisers gave more.",
    ),
    "weight": Pair("Trọng số", "Weight"),
    "own_scales": Pair(
        "Điểm theo thang của từng tiêu chí; dòng cộng và điểm mất nhiều nhất tính theo trọng số.",
        "Points are on each criterion's own scale; the total and what is lost most go by the weights.",
    ),
    "common_evidence": Pair(
        "Minh chứng của mọi tiêu chí: {documents}.", "Evidence of all criteria: {documents}."
    ),
    # what would be
    "whatif": Pair("Nếu số liệu khác đi, {day}", "If figures were others, {day}"),
    "assumed": Pair(
        "Giả định: {name} = {value} (kỳ {period})", "Assumed: {name} = {value} ({period})"
    ),
    "not_recorded": Pair("Không ghi gì vào kho số liệu.", "Nothing is recorded."),
    "no_effect": Pair(
        "Không chỉ tiêu nào đổi giá trị hay đánh giá.", "No indicator changes its value or verdict."
    ),
    "indicator": Pair("Chỉ tiêu", "Indicator"),
    "now": Pair("Hiện nay", "Now"),
    "then": Pair("Khi đó", "Then"),
    "verdicts": Pair("Đánh giá", "Verdicts"),
    "verdict": Pair("{due}: {was} → {now}", "{due}: {was} → {now}"),
    "verdict_kept": Pair("{due}: vẫn {now}", "{due}: still {now}"),
    # what an index lacks
    "goal": Pair("Để {name} đạt {goal}, {day}", "For {name} to reach {goal}, {day}"),
    "goal_missing": Pair("Hiện nay {now}, còn thiếu {missing}.", "Now {now}; {missing} missing."),
    "goal_reached": Pair("Hiện nay {now}: đã đạt.", "Now {now}: reached."),
    "enough": Pair(
        "Lấy hết điểm của {n} thành phần đầu là đủ.",
        "All the points of the first {n} members would do.",
    ),
    "enough_one": Pair(
        "Lấy hết điểm của thành phần đầu là đủ.", "All the points of the first member would do."
    ),
    "member": Pair("Thành phần", "Member"),
    "left": Pair("Còn lấy được", "Still to be had"),
    "running": Pair("Cộng dồn", "Running sum"),
    "no_figure": Pair("chưa có số liệu", "no figure yet"),
}
"""By key; braces hold facts that are clean already."""


def score_text(key: str, language: str, **facts: object) -> str:
    """A text with its fields filled.

    Raises:
        KeyError: There is no such text, or a field is missing.
    """
    return TEXTS[key].text(language).format_map(facts)
