"""The report on the whole plan, in both languages: its headings, measures and controls."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

TEXTS: Mapping[str, Pair] = {
    # parts of the report
    "skip": Pair("Đến bảng chỉ tiêu", "Skip to the indicators"),
    "totals": Pair("Tổng hợp", "Totals"),
    "heat": Pair("Trụ cột và mốc", "Pillars and milestones"),
    "heat_note": Pair(
        "Mỗi ô: số mục tiêu đạt hoặc đúng tiến độ trên số đã đánh giá được, rồi số mục tiêu theo "
        "từng đánh giá.",
        "Each cell: targets met or on track out of those judged, then the number by verdict.",
    ),
    "heat_share": Pair("{n}/{total}", "{n}/{total}"),
    "heat_none": Pair("chưa đánh giá được", "none judged"),
    "heat_empty": Pair("không có mục tiêu", "no targets"),
    "no_due": Pair("Không nêu hạn", "No due date"),
    "indicators": Pair("Các chỉ tiêu", "Indicators"),
    "nothing": Pair("Không có chỉ tiêu nào để hiển thị.", "No indicators to show."),
    "contents": Pair("Mục lục", "Contents"),
    "basis": Pair("Căn cứ", "Basis"),
    # columns of the table
    "number": Pair("STT", "No."),
    "name": Pair("Chỉ tiêu", "Indicator"),
    "picture": Pair("Diễn biến", "Trend"),
    "latest": Pair("Số liệu mới nhất", "Latest figure"),
    "milestone": Pair("Mốc {due}", "By {due}"),
    "milestone_and_others": Pair("Mốc {due} và mục tiêu khác", "By {due} and other targets"),
    "way": Pair("Tiến độ", "Progress"),
    "chance": Pair("Khả năng đạt", "Chance"),
    "verdict": Pair("Đánh giá", "Verdict"),
    "lead": Pair("Chủ trì", "Lead"),
    "no_lead": Pair("chưa rõ chủ trì", "no lead body"),
    # sorting and filtering
    "find": Pair("Tìm (không cần dấu)", "Find (accents optional)"),
    "pillar": Pair("Trụ cột", "Pillar"),
    "all": Pair("Tất cả", "All"),
    "sort": Pair("Sắp xếp theo", "Sort by"),
    "sort_plan": Pair("Thứ tự kế hoạch", "Order of the plan"),
    "shown": Pair("{n} trên {total} chỉ tiêu", "{n} of {total} indicators"),
    # a section
    "to_table": Pair("Về bảng chỉ tiêu", "Back to the indicators"),
    "to_report": Pair("Về báo cáo", "Back to the report"),
    "previous": Pair("Chỉ tiêu trước", "Previous indicator"),
    "next": Pair("Chỉ tiêu sau", "Next indicator"),
    "targets": Pair("Mục tiêu và đánh giá", "Targets and verdicts"),
    "measure": Pair("Nội dung", "Measure"),
    "threshold": Pair("Mục tiêu", "Target"),
    "status": Pair("Đánh giá", "Verdict"),
    "gap": Pair("Còn thiếu", "Gap"),
    "completion": Pair("Tỷ lệ hoàn thành", "Completion"),
    "expected": Pair("Cần đạt vào ngày của số liệu", "Expected on the date of the figure"),
    "required_pace": Pair("Tốc độ mỗi năm", "Pace per year"),
    "forecast": Pair("Dự báo đến hạn nếu giữ tốc độ", "Forecast at the current pace"),
    "likely_low": Pair("Nhiều khả năng đến hạn", "Likely when due"),
    "likely_from": Pair("từ {value}", "{value}"),
    "likely_to": Pair("đến {value}", "to {value}"),
    "likely_chance": Pair("Khả năng đạt", "Chance to meet it"),
    "reached_on": Pair("Ngày đạt", "Met on"),
    "declaration": Pair("Khai báo và trách nhiệm", "Declaration and responsibility"),
    "figures": Pair("Số liệu và các lần ghi", "Figures and their history"),
    "earlier": Pair(
        "Và {n} số liệu trước đó: cdstrack show {id}", "And {n} earlier: cdstrack show {id}"
    ),
    "sources": Pair("Văn bản", "Documents"),
    # the picture
    "picture_of": Pair("{name}: diễn biến và mục tiêu", "{name}: trend and targets"),
    "trend_of": Pair("{name}: diễn biến", "{name}: trend"),
    "from_to": Pair("Từ {first} đến {last}", "From {first} to {last}"),
    "only_figure": Pair("Một số liệu: {last}", "One figure: {last}"),
    "no_figures": Pair("Chưa có số liệu", "No figures yet"),
    "at": Pair("{value} ({period})", "{value} ({period})"),
    "goal": Pair("mục tiêu {due}: {asked}", "target {due}: {asked}"),
    "likely_then": Pair("{due}: {range}", "{due}: {range}"),
    "corrected": Pair("trước khi hiệu chỉnh: {value}", "before revision: {value}"),
    "broken": Pair("từ {day}: {reason}", "from {day}: {reason}"),
    "sign_figure": Pair("số liệu", "figure"),
    "sign_soft": Pair("ước, sơ bộ hoặc một phần năm", "estimated, preliminary or part of a year"),
    "sign_path": Pair("lộ trình", "path"),
    "sign_target": Pair("mục tiêu", "target"),
    "sign_likely": Pair("nhiều khả năng (8 trên 10)", "likely (8 in 10)"),
    "sign_break": Pair("thay đổi cách tính", "definition changed"),
    "sign_corrected": Pair("số đã hiệu chỉnh hoặc rút", "revised or withdrawn"),
    "sign_today": Pair("ngày báo cáo", "day of the report"),
}
"""By key; braces hold facts that are clean already."""


def report_text(key: str, language: str, **facts: object) -> str:
    """A text of the report with its fields filled.

    Raises:
        KeyError: There is no such text, or a field is missing.
    """
    return TEXTS[key].text(language).format_map(facts)
