"""The fixed texts of reports: titles, column heads, footers, sentences between numbers.

Owns every string that reports print in addition to labels and data. Both languages hold the same keys and
the same `{fields}`. Must not know layout.
"""

from collections.abc import Mapping

from cdstrack.words.labels.units import UNIT_PHRASES
from cdstrack.words.labels.vocabulary import Pair

PHRASES: Mapping[str, Pair] = {
    # titles
    "title_status": Pair("Tình hình thực hiện mục tiêu", "Progress towards the targets"),
    "title_report": Pair("Báo cáo tình hình thực hiện mục tiêu", "Progress report"),
    "title_gaps": Pair("Còn thiếu bao nhiêu để đạt mục tiêu", "Gaps to the targets"),
    "title_targets": Pair("Mục tiêu của kế hoạch", "Targets of the plan"),
    "title_log": Pair("Nhật ký ghi số liệu", "Recording log"),
    **UNIT_PHRASES,
    "on_day": Pair("tính đến ngày {day}", "as of {day}"),
    # column heads
    "head_indicator": Pair("Chỉ tiêu", "Indicator"),
    "head_latest": Pair("Số liệu mới nhất", "Latest figure"),
    "head_figure": Pair("Số liệu", "Latest"),
    "head_period": Pair("Kỳ", "Period"),
    "head_missing_by": Pair("Thiếu", "Gap"),
    "head_milestone_of": Pair("Mốc", "By"),
    "head_chance": Pair("Khả năng", "Chance"),
    "head_way": Pair("Tiến độ", "Way"),
    "head_missing_to": Pair("Còn thiếu", "Missing"),
    "head_lead": Pair("Chủ trì", "Lead"),
    "head_period_age": Pair("kỳ số liệu (cách nay)", "period (age)"),
    "head_milestone": Pair("Mốc {due}", "By {due}"),
    "head_active_milestone": Pair("Mốc gần nhất", "Nearest milestone"),
    "head_milestones": Pair("Mốc", "Milestone"),
    "head_and_others": Pair(" · khác", " · others"),
    "undated": Pair("không nêu hạn", "no due date"),
    "head_missing": Pair("còn thiếu", "missing"),
    "head_way_made": Pair("Tiến độ", "Progress"),
    "head_verdict": Pair("Đánh giá", "Verdict"),
    "head_target": Pair("Mục tiêu", "Target"),
    "head_target_latest": Pair("số liệu mới nhất", "latest figure"),
    "head_gap": Pair("Còn thiếu", "Missing"),
    "head_pace": Pair("Khả năng, tốc độ", "Chance, pace"),
    "head_forecast": Pair("dự báo", "forecast"),
    "head_wording": Pair("Nguyên văn", "Official wording"),
    "head_documents": Pair("Văn bản", "Document"),
    "head_act": Pair("Lần ghi", "Submission"),
    "head_when": Pair("Lúc", "When"),
    "head_who": Pair("Người ghi", "Who"),
    "head_what": Pair("Việc", "What"),
    "head_changes": Pair("Nội dung", "Changes"),
    "head_reason": Pair("Lý do", "Reason"),
    # figures
    "stale": Pair("‡ số liệu cũ", "‡ stale"),
    "dated": Pair("{period} ({age})", "{period} ({age})"),
    "not_available": Pair("không có số liệu: {reason}", "not available: {reason}"),
    "same_part_last_year": Pair("cùng kỳ năm trước {value}", "same part last year {value}"),
    "not_available_short": Pair("không có", "none"),
    # at a glance
    "without_figure": Pair("chưa có số liệu ({n}):", "no figure yet ({n}):"),
    "and_others": Pair(" và {n} nữa", " and {n} more"),
    "no_lead": Pair("Chưa rõ cơ quan chủ trì", "No lead body"),
    "on_course": Pair(
        "Đạt hoặc đúng tiến độ: {n} trong {total} chỉ tiêu đã đánh giá được.",
        "Met or on track: {n} of {total} indicators judged.",
    ),
    "none_judged": Pair("Chưa đánh giá được chỉ tiêu nào.", "No indicator can be judged yet."),
    "worst": Pair("Kém nhất: {name} ({facts}).", "Worst: {name} ({facts})."),
    "worst_due": Pair("hạn {day}", "due {day}"),
    "worst_period": Pair("kỳ {period}", "figure of {period}"),
    "worst_no_lead": Pair("chưa rõ cơ quan chủ trì", "no known lead body"),
    "note_old": Pair("‡ số liệu cũ", "‡ stale figure"),
    "chance": Pair("khả năng {chance}", "chance {chance}"),
    "note_doubtful": Pair(
        "? số liệu cần đối chiếu với nguồn: cdstrack check",
        "? figure to compare with its source: cdstrack check",
    ),
    "note_context": Pair(
        "Thêm {n} chỉ tiêu bối cảnh: cdstrack status --all.",
        "Context indicators ({n}): cdstrack status --all.",
    ),
    "note_long": Pair("Lý do, ghi chú: --long.", "Reasons, notes: --long."),
    # what is missing
    "missing": Pair("còn thiếu {gap}", "{gap} short"),
    "to_cut": Pair("còn phải giảm {gap}", "{gap} still to cut"),
    "to_rise": Pair("còn phải tăng {gap}", "{gap} still to climb"),
    "must_exceed": Pair("phải trên {bound}", "must exceed {bound}"),
    "must_be_below": Pair("phải dưới {bound}", "must be below {bound}"),
    "not_quite": Pair("chưa đủ {bound}", "not quite {bound}"),
    "still_over": Pair("còn trên {bound}", "still over {bound}"),
    "units": Pair("{count} trường hợp", "{count} units"),
    "one_unit": Pair("{count} trường hợp", "{count} unit"),
    "at_due_short": Pair("đến hạn thiếu {gap}", "{gap} short at the due date"),
    "at_due": Pair("đến hạn {what}", "{what} at the due date"),
    "in_year_short": Pair("cả năm thiếu {gap}", "{gap} short for the year"),
    "above_range": Pair("vượt khoảng {gap}", "{gap} above the range"),
    "below_range": Pair("thấp hơn khoảng {gap}", "{gap} below the range"),
    "at_due_on_bound": Pair("đến hạn chưa đạt: {asked}", "not met at the due date: {asked}"),
    "of_year": Pair("năm {year}: {value}", "{value} in {year}"),
    "reached_on": Pair("đạt ngày {day}", "met on {day}"),
    "years_met": Pair("{met}/{total} năm đạt", "{met} of {total} years met"),
    "one_year_met": Pair("{met}/{total} năm đạt", "{met} of {total} year met"),
    "years_unknown": Pair("{n} năm chưa có số liệu", "{n} without a figure"),
    "mean_of_years": Pair("bình quân {first}–{last}: {mean}", "mean {first}–{last}: {mean}"),
    "mean_so_far": Pair(
        "bình quân {known}/{total} năm: {mean}", "mean of {known} of {total} years: {mean}"
    ),
    "others_must_average": Pair(
        "{n} năm còn lại cần bình quân {asked}", "the other {n} years must average {asked}"
    ),
    "one_year_must_be": Pair("năm còn lại cần {asked}", "the other year must be {asked}"),
    "one_group_met": Pair("{met}/{total} {dimension} đạt", "{met} of {total} {dimension} met"),
    "groups_met": Pair("{met}/{total} {dimension} đạt", "{met} of {total} {dimension}s met"),
    "groups_unreported": Pair(
        "còn {n}/{total} {dimension} chưa có số liệu", "{n} of {total} {dimension}s without figures"
    ),
    "groups_met_so_far": Pair(
        "{met}/{reported} {dimension} có số liệu đã đạt",
        "{met} of {reported} {dimension}s with figures met",
    ),
    # paces and forecasts
    "pace_needed": Pair("cần {pace}", "need {pace}"),
    "pace_made": Pair("hiện tại {pace}", "now {pace}"),
    "pace_a_year": Pair("hiện tại {pace} mỗi năm", "now {pace} a year"),
    "pace_of_years": Pair("theo các năm trước: {value}", "by the years before: {value}"),
    "outlook": Pair("dự báo: {outlook}", "outlook: {outlook}"),
    # targets as declared
    "ended": Pair("không áp dụng từ {day}: {reason}", "ended on {day}: {reason}"),
    "chosen_by": Pair("† ngưỡng do {by} chọn ngày {day}", "† chosen by {by} on {day}"),
    "baseline": Pair("gốc {value} ({day})", "baseline {value} ({day})"),
    "no_baseline": Pair("gốc: không nêu", "baseline: not stated"),
    "lead": Pair("chủ trì: {name}", "lead: {name}"),
    "from_year": Pair("tính từ năm {year}", "counted from {year}"),
    # summary and footer
    "count_indicators": Pair("{n} chỉ tiêu", "Indicators ({n})"),
    "milestone_counts": Pair("Mốc {due}", "By {due}"),
    "nothing": Pair("Không có chỉ tiêu nào để hiển thị.", "No indicators to show."),
    "nothing_recorded": Pair("Chưa ghi số liệu nào.", "No figures have been recorded yet."),
    "known_at": Pair(
        "Theo số liệu đã ghi đến {moment} ({zone}).", "As recorded by {moment} ({zone})."
    ),
    "method": Pair("Phương pháp: {method}.", "Method: {method}."),
    "plan": Pair("Kế hoạch: {title}", "Plan: {title}"),
    "chain_head": Pair("chuỗi {head}", "chain {head}"),
    "plan_version": Pair("bản {digest}", "version {digest}"),
    "note_assumed": Pair(
        "* gốc tạm tính: kế hoạch không nêu giá trị gốc, nên tiến độ tính từ số liệu đầu tiên",
        "* assumed baseline: the plan states none, so progress is measured from the first figure",
    ),
    "note_declared": Pair(
        "† ngưỡng tự chọn, không phải số liệu của kế hoạch",
        "† a chosen threshold, not a number in the plan",
    ),
    "note_hidden": Pair(
        "Bề rộng này chỉ đủ hiển thị mốc gần nhất; {n} mục tiêu khác: xem cdstrack gaps",
        "Only the nearest milestone fits this width; other targets: {n}, see cdstrack gaps",
    ),
    "note_no_reasons": Pair(
        "Lý do và dự báo cần bề rộng 100: thêm --width 100, hoặc xem cdstrack explain CHỈ_TIÊU",
        "Reasons and forecasts need a width of 100: add --width 100, or see cdstrack explain "
        "INDICATOR",
    ),
    # the log
    "no_acts": Pair("Không có lần ghi nào.", "No submissions."),
    "and_more": Pair("và {n} số liệu nữa", "and {n} more"),
    "older_not_listed": Pair(
        "Còn {n} số liệu cũ hơn không liệt kê; xem tất cả: {typed}",
        "{n} older figures not listed; to see all: {typed}",
    ),
    "changed": Pair("{cell}: {before} → {after}", "{cell}: {before} → {after}"),
    "added": Pair("{cell}: {after}", "{cell}: {after}"),
    "removed": Pair("{cell}: rút {before}", "{cell}: {before} withdrawn"),
    "nothing_there": Pair("(không có)", "(none)"),
    "after_closing": Pair("sau khi chốt kỳ", "after the closing"),
    "source_file": Pair("từ tệp", "from the file"),
    "about_document": Pair("văn bản {document}", "document {document}"),
    "about_warning": Pair("cảnh báo {problem}", "warning {problem}"),
    "beside_changed": Pair("{field} {before} → {after}", "{field} {before} → {after}"),
    "beside_fraction": Pair("phân số", "fraction"),
    "beside_stated": Pair("nguồn in", "stated"),
    "beside_qualifier": Pair("mức chắc chắn", "qualifier"),
    "beside_document": Pair("văn bản", "document"),
    "beside_reported": Pair("công bố", "reported"),
    "beside_note": Pair("ghi chú", "note"),
    "beside_title": Pair("tên", "title"),
    "beside_number": Pair("số", "number"),
    "beside_issuer": Pair("cơ quan ban hành", "issuer"),
    "beside_issued": Pair("ngày ban hành", "issued"),
    "beside_url": Pair("địa chỉ", "address"),
    "account": Pair("(tài khoản {name})", "(account {name})"),
    "test_clock": Pair("thời điểm đặt thủ công", "timestamp set manually"),
    "undoes": Pair("{kind} lần ghi {id}", "{kind} of submission {id}"),
    "undone": Pair("đã hoàn tác", "undone"),
}
"""By key; those of column heads begin with `head_`, those of titles with `title_`."""


def phrase(key: str, language: str, **facts: object) -> str:
    """A fixed text in `language` with its `{fields}` filled.

    Facts are put in as they are, so clean what comes from outside first.

    Raises:
        KeyError: There is no such text, or a field is missing.

    >>> phrase("on_day", "vi", day="31/08/2022")
    'tính đến ngày 31/08/2022'
    """
    return PHRASES[key].text(language).format_map(facts)
