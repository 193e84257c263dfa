"""The weekly page's fixed sentences, in both languages.

Owns the wording: impersonal, without praise, requests with "đề nghị". `{name}` is a placeholder.
"""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

PAGE: Mapping[str, Pair] = {
    # heading
    "week": Pair(
        "Tóm tắt tuần {number} năm {year} (từ ngày {monday} đến ngày {sunday})",
        "Summary of week {number} of {year} ({monday} to {sunday})",
    ),
    "as_of": Pair("Tính đến ngày {day}", "As of {day}"),
    "counts": Pair("{n} chỉ tiêu: {counts}.", "Indicators ({n}): {counts}."),
    "count": Pair("{status} {n}", "{status} {n}"),
    "no_targets": Pair("Kế hoạch không có mục tiêu nào.", "The plan has no targets."),
    # I
    "results": Pair("Kết quả trong tuần", "Results of the week"),
    "quiet_week": Pair(
        "Trong tuần không có số liệu mới, không có hiệu chỉnh và không có đánh giá nào thay đổi.",
        "No new figures, corrections or changes of verdict this week.",
    ),
    "no_figures": Pair("Không có số liệu mới trong tuần.", "No new figures this week."),
    "nothing_new_in": Pair("Không có số liệu mới: {pillars}.", "No new figures: {pillars}."),
    "verdicts": Pair("Thay đổi về đánh giá", "Changed verdicts"),
    "verdict_change": Pair(
        "{name} (mục tiêu {milestone}): {before} → {after}; {cause}",
        "{name} (target for {milestone}): {before} → {after}; {cause}",
    ),
    "cause_figure": Pair("do có số liệu mới", "due to a new figure"),
    "cause_due_passed": Pair("do đã qua thời hạn", "due date passed"),
    "cause_ended": Pair("do mục tiêu không còn áp dụng", "target no longer applies"),
    "cause_time": Pair(
        "do thời gian trôi qua, không có số liệu mới",
        "due to the passage of time, without a new figure",
    ),
    "corrections": Pair(
        "Hiệu chỉnh trong tuần (không phải biến động thực tế)",
        "Corrections in the week (not actual changes)",
    ),
    "corrected": Pair(
        "{name}, kỳ {period}: {before} → {after}{marks}",
        "{name}, {period}: {before} → {after}{marks}",
    ),
    "withdrawn": Pair(
        "{name}, kỳ {period}: rút số liệu {before}{marks}",
        "{name}, {period}: {before} withdrawn{marks}",
    ),
    "same_value": Pair(
        "{value}, chỉ thay đổi thông tin kèm theo", "{value}, only the details changed"
    ),
    "act": Pair(
        "Lần ghi số {id}, ngày {day}; lý do: {reason}", "Submission {id}, {day}; reason: {reason}"
    ),
    "act_without_reason": Pair("Lần ghi số {id}, ngày {day}", "Submission {id}, {day}"),
    "verdict_effect": Pair(
        "Đánh giá theo số liệu cũ: {before}; theo số liệu mới: {after}",
        "Verdict by the old figure: {before}; by the new one: {after}",
    ),
    "additions": Pair(
        "Số liệu ghi bổ sung trong tuần (đã công bố trước đó, không phải biến động trong tuần)",
        "Figures added in the week (published earlier, not changes of the week)",
    ),
    "after_closing": Pair(
        "Số liệu bổ sung sau khi chốt kỳ (nêu riêng)", "Figures after the closing of their period"
    ),
    "late_change": Pair(
        "{name}, kỳ {period}: {before} → {after}; kỳ {closed} đã chốt, lý do nộp muộn: {reason}",
        "{name}, {period}: {before} → {after}; {closed} was closed, late because: {reason}",
    ),
    "no_figure_before": Pair("chưa có", "none"),
    "addition": Pair(
        "{name}: {value}, kỳ {period}, công bố {reported}{marks}",
        "{name}: {value}, {period}, published {reported}{marks}",
    ),
    "addition_many": Pair(
        "Lần ghi số {id}, ngày {day}: {n} số liệu, kỳ từ {first} đến {last}; xem: cdstrack log",
        "Submission {id}, {day}: figures: {n}, dated {first} to {last}; see: cdstrack log",
    ),
    # one figure
    "figure": Pair("{name}: {value}, kỳ {period}{marks}", "{name}: {value}, {period}{marks}"),
    "about_unit": Pair("{name} – {unit}", "{name} – {unit}"),
    "late_mark": Pair(" (ghi muộn)", " (recorded late)"),
    "late": Pair(
        "Ghi muộn: {n} số liệu, ghi ngày {day}, {late} ngày sau ngày công bố.",
        "Recorded late: figures: {n}, recorded {day}; days since publication: {late}.",
    ),
    "all_late": Pair(
        "Cả {n} số liệu trên được ghi muộn, ngày {day}: {late} ngày sau ngày công bố.",
        "All figures above ({n}) were recorded late, on {day}; days since publication: {late}.",
    ),
    "late_range": Pair("{least} đến {most}", "{least} to {most}"),
    "no_source": Pair(" (không nêu nguồn)", " (no source stated)"),
    "note": Pair("Ghi chú: {note}", "Note: {note}"),
    "verdict": Pair("Đánh giá: {verdict}", "Verdict: {verdict}"),
    "against": Pair("{missing} so với mục tiêu {milestone}", "{missing}, target for {milestone}"),
    "year_of": Pair("năm {year}", "{year}"),
    "no_due": Pair("không nêu thời hạn", "without a due date"),
    # movement
    "up": Pair("Tăng {change} so với kỳ {period} ({value})", "Up {change} from {period} ({value})"),
    "down": Pair(
        "Giảm {change} so với kỳ {period} ({value})", "Down {change} from {period} ({value})"
    ),
    "same": Pair("Không đổi so với kỳ {period} ({value})", "Unchanged since {period} ({value})"),
    "state_moved": Pair("Trước đó, kỳ {period}: {value}", "Previously, {period}: {value}"),
    "same_part": Pair("cùng kỳ năm trước", "same part of the previous year"),
    "part_up": Pair("{part} tăng {change}", "{part} up {change}"),
    "part_down": Pair("{part} giảm {change}", "{part} down {change}"),
    "part_same": Pair("{part} không đổi", "{part} unchanged"),
    "numerator": Pair("tử số", "numerator"),
    "denominator": Pair("mẫu số", "denominator"),
    "not_first": Pair(
        "Số liệu đầu tiên, chưa có số liệu trước để so sánh",
        "First figure, no earlier one to compare with",
    ),
    "not_break": Pair(
        "Không so sánh với số liệu trước: cách tính đã thay đổi từ ngày {day}",
        "Not compared with earlier figures: the definition changed on {day}",
    ),
    "break": Pair(
        "Cách tính thay đổi từ ngày {day}: {reason}", "Definition changed on {day}: {reason}"
    ),
    "not_no_same_part": Pair(
        "Chưa có số liệu cùng kỳ năm trước để so sánh",
        "No figure for the same part of the previous year to compare with",
    ),
    "not_other_span": Pair(
        "Kỳ trước có độ dài khác nên không so sánh",
        "Not compared: earlier figures cover periods of another length",
    ),
    "not_no_figure": Pair("Ghi nhận là chưa có số liệu", "Recorded as not available"),
    # II
    "shortcomings": Pair("Tồn tại, hạn chế", "Shortcomings"),
    "pace_needed": Pair(
        "Cần {change} mỗi năm (còn {left})", "Required: {change} a year ({left} left)"
    ),
    "still_needed": Pair(
        "Cần {change} (còn {days} ngày)", "Required: {change} (days left: {days})"
    ),
    "pace_made": Pair("hiện tại {change} mỗi năm", "currently: {change} a year"),
    "pace_unknown": Pair("chưa tính được tốc độ hiện tại", "the current pace is not known"),
    "to_gain": Pair("tăng {change}", "up {change}"),
    "to_lose": Pair("giảm {change}", "down {change}"),
    "to_stand": Pair("không đổi", "no change"),
    "falling": Pair("Diễn biến ngược chiều mục tiêu", "Moving away from the target"),
    "away_from_origin": Pair(
        "Kém hơn giá trị ban đầu của lộ trình", "Worse than the starting value of the trajectory"
    ),
    "stale": Pair("Số liệu cũ", "Stale figures"),
    "stale_item": Pair(
        "{name}: số liệu gần nhất kỳ {period}, cách {age} ({frequency})",
        "{name}: latest figure {period}, {age} old ({frequency})",
    ),
    "contradictions": Pair("Số liệu mâu thuẫn", "Contradictory figures"),
    "contradiction": Pair(
        "{name}, kỳ {period}: nguồn in {stated}, nhưng {fraction} là {computed}{marks}",
        "{name}, {period}: the source prints {stated}, but {fraction} is {computed}{marks}",
    ),
    "doubtful_figures": Pair(
        "Số liệu cần đối chiếu với nguồn", "Figures to compare with their source"
    ),
    "doubtful_figure": Pair(
        "{name}: {value}, kỳ {period}: {why}{marks}", "{name}: {value}, {period}: {why}{marks}"
    ),
    "CDS240": Pair("quá nhỏ so với một tỷ lệ phần trăm", "very small for a percentage"),
    "CDS503": Pair("thay đổi đột ngột so với kỳ trước", "sudden change from the period before"),
    "CDS504": Pair("số lũy kế trong năm giảm", "a figure cumulative within the year fell"),
    "CDS513": Pair("lệch xa chuỗi số liệu trước đó", "far off the series before it"),
    "without_data": Pair(
        "Đã qua thời hạn, chưa có số liệu để đánh giá", "Past due, no data to judge by"
    ),
    "without_data_item": Pair(
        "Hạn {day}, {status} ({n}): {names}", "Due {day}, {status} ({n}): {names}"
    ),
    "failed": Pair(
        "Đã qua thời hạn, không đạt hoặc chưa hoàn thành", "Past due, not met or not completed"
    ),
    "failed_item": Pair(
        "{name}: {status}, mục tiêu {milestone} {target}",
        "{name}: {status}, target for {milestone} {target}",
    ),
    "when_due_short": Pair("; đến hạn còn thiếu {gap}", "; {gap} short at the due date"),
    "when_due": Pair("; {short}", "; {short}"),
    "no_falling": Pair(
        "không có chỉ tiêu nào diễn biến ngược chiều mục tiêu",
        "no indicator is moving away from its target",
    ),
    "no_stale": Pair("không có số liệu cũ", "no stale figures"),
    "no_contradictions": Pair("không có số liệu mâu thuẫn", "no contradictory figures"),
    "no_doubtful_figures": Pair(
        "không có số liệu cần đối chiếu", "no figures to compare with their source"
    ),
    "no_without_data": Pair(
        "không có mục tiêu nào đã qua thời hạn mà chưa có số liệu để đánh giá",
        "no target is past due without data to judge by",
    ),
    "no_failed": Pair(
        "không có mục tiêu nào đã qua thời hạn mà không đạt hoặc chưa hoàn thành",
        "no target is past due and not met or not completed",
    ),
    "and": Pair("; ", "; "),
    # III
    "tasks": Pair("Việc cần làm tuần tới", "Tasks for next week"),
    "owed": Pair("Đề nghị {owner} bổ sung số liệu", "{owner}: please supply figures"),
    "owed_by_nobody": Pair(
        "Cần số liệu, chưa rõ cơ quan chủ trì", "Figures needed, no lead body stated"
    ),
    "nothing_owed": Pair("Không có số liệu nào đến hạn.", "No figures are due."),
    "nobody": Pair("Chưa rõ cơ quan chủ trì", "No lead body stated"),
    "with_person": Pair("{lead} (phụ trách: {person})", "{lead} (contact: {person})"),
    "owed_item": Pair("{name} ({frequency}): {due}; {last}", "{name} ({frequency}): {due}; {last}"),
    "owed_many": Pair(
        "{due}, {frequency}, {last} ({n}): {names}", "{due}, {frequency}, {last} ({n}): {names}"
    ),
    "owed_overdue": Pair("hạn {day}, quá hạn {age}", "due {day}, overdue by {age}"),
    "owed_soon": Pair("hạn {day}", "due {day}"),
    "owed_undated": Pair("chưa rõ hạn", "no due date"),
    "owed_last": Pair("gần nhất: kỳ {period}", "latest: {period}"),
    "owed_last_group": Pair("gần nhất: {group}, kỳ {period}", "latest: {group}, {period}"),
    "owed_groups": Pair(
        "còn thiếu {dimension}: {groups}; {last}", "{dimension} missing: {groups}; {last}"
    ),
    "owed_until": Pair("đã báo cáo đến ngày {day}", "reported up to {day}"),
    "owed_never": Pair("chưa từng báo cáo", "never reported"),
    "assumed_yearly": Pair("hằng năm, tạm tính", "yearly, assumed"),
    "milestones": Pair("Mốc trong {days} ngày tới", "Due within {days} days"),
    "no_milestones": Pair(
        "Không có mốc nào trong {days} ngày tới.", "No targets are due within {days} days."
    ),
    "milestone": Pair(
        "{day} (còn {days} ngày), {n} mục tiêu: {counts}",
        "{day} (days left: {days}), targets ({n}): {counts}",
    ),
    "milestone_gap": Pair("{name}: {missing}", "{name}: {missing}"),
    # sources and foot
    "sources": Pair("Nguồn", "Sources"),
    "foot": Pair("Căn cứ", "Basis"),
    "known_at": Pair(
        "Số liệu đã ghi đến {instant} ({local}, {zone}){act}.",
        "As recorded by {instant} ({local}, {zone}){act}.",
    ),
    "last_act": Pair("; lần ghi cuối: số {id}", "; last submission: {id}"),
    "nothing_recorded": Pair("Chưa ghi số liệu nào.", "Nothing has been recorded."),
    "chain_head": Pair("Chuỗi: {head}.", "Chain: {head}."),
    "plan_digest": Pair("Kế hoạch, bản {digest}.", "Plan, version {digest}."),
    "plan_changed": Pair(
        "Kế hoạch đã thay đổi so với lần ghi cuối trước tuần này ({digest}); xem: cdstrack "
        "plan diff.",
        "The plan has changed since the last submission before this week ({digest}); see: "
        "cdstrack plan diff.",
    ),
    "program": Pair("Phương pháp: {method}. {program}.", "Method: {method}. {program}."),
    "again": Pair("Lệnh in lại đúng bản này:", "Command to print this page again:"),
}
"""By key; the groups are the parts of the page."""
