"""The fixed sentences of the owners' page, the reminder, the list of pages and the schedule."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

OWNERS: Mapping[str, Pair] = {
    # owners
    "owners_title": Pair("Trách nhiệm và số liệu còn nợ", "Who is responsible and owes figures"),
    "owner": Pair("{name} – {n} chỉ tiêu", "{name} – indicators: {n}"),
    "duty": Pair("{name}: {verdict}; {figure}", "{name}: {verdict}; {figure}"),
    "duty_bare": Pair("{name}: {verdict}", "{name}: {verdict}"),
    "duty_figure": Pair(
        "{value}, kỳ {period}, cách {age}{stale}", "{value}, {period}, {age} old{stale}"
    ),
    "is_stale": Pair(" (số liệu cũ)", " (stale)"),
    "no_target": Pair("không có mục tiêu", "no target"),
    "leads_since": Pair("chủ trì từ ngày {day}", "in the lead since {day}"),
    "leads_after": Pair(
        "chủ trì từ ngày {day}, trước đó là {before}", "in the lead since {day}, after {before}"
    ),
    "inherits": Pair("tiếp nhận từ {unit}", "taken over from {unit}"),
    "owed_list": Pair("Số liệu còn nợ ({n})", "Figures owed ({n})"),
    # the reminder
    "remind_title": Pair("Về việc bổ sung số liệu", "Figures to be supplied"),
    "remind_to": Pair("Kính gửi: {lead}", "To: {lead}"),
    "remind_nothing": Pair(
        "Đến ngày {day}, {lead} không còn nợ số liệu nào.", "As of {day}, {lead} owes no figure."
    ),
    "remind_closed": Pair(
        "{lead} đã kết thúc hoạt động ngày {closed}; trách nhiệm chuyển sang {successor}.",
        "{lead} was closed on {closed}; its duties passed to {successor}.",
    ),
    "remind_asked": Pair(
        "Tính đến ngày {day}, còn {n} chỉ tiêu do {lead} chủ trì chưa có số liệu hoặc đến hạn báo "
        "cáo. Đề nghị {lead} bổ sung số liệu:",
        "Indicators led by {lead} without a figure, or with one due, as of {day}: {n}. "
        "{lead} is asked to supply:",
    ),
    "in_charge": Pair("Phụ trách: {person}", "In charge: {person}"),
    "asked_for": Pair("mục tiêu {milestone}: {target}", "target for {milestone}: {target}"),
    "scope": Pair("phạm vi: {scope}", "scope: {scope}"),
    "remind_how": Pair(
        "Mỗi số liệu đề nghị ghi rõ: số liệu đến ngày nào (hoặc kỳ nào), tử số và mẫu số nếu là tỷ "
        "lệ, văn bản làm nguồn. Nếu chưa có số liệu, đề nghị nêu lý do.",
        "With each figure please state the day or period that it is about, numerator and "
        "denominator where it is a share, and the document it comes from. Where there is no "
        "figure, please say why.",
    ),
    # the pages issued
    "list_title": Pair("Các bản tóm tắt đã phát hành", "Summaries issued"),
    "list_counts": Pair(
        "{n} bản đã phát hành; {missed} tuần bị bỏ lỡ.", "Issued: {n}; weeks missed: {missed}."
    ),
    "list_none": Pair("Chưa phát hành bản nào.", "None has been issued."),
    "list_issue": Pair(
        "Số {number}: {week}; phát hành {moment}, {by}",
        "No. {number}: {week}; issued {moment}, {by}",
    ),
    "list_replaces": Pair("; thay số {number}", "; replaces no. {number}"),
    "list_facts": Pair(
        "Số liệu đã ghi đến {known}; kế hoạch {plan}; văn bản {sha}",
        "As recorded by {known}; plan {plan}; text {sha}",
    ),
    "list_nothing_known": Pair("(chưa ghi gì)", "(nothing yet)"),
    "list_missed": Pair("BỎ LỠ: {week}", "MISSED: {week}"),
    "week_name": Pair(
        "tuần {number} năm {year} ({monday}–{sunday})",
        "week {number} of {year} ({monday} to {sunday})",
    ),
    # the schedule
    "schedule_cron": Pair(
        "Tóm tắt hằng tuần của cdstrack: thêm vào cuối bảng mở bằng lệnh crontab -e.",
        "The weekly summary of cdstrack: add to the end of what crontab -e opens.",
    ),
    "schedule_cron_clock": Pair(
        "Giờ là giờ của máy này, không phải múi giờ của kế hoạch ({zone}); tuần là tuần trọn vẹn gần "
        "nhất theo múi giờ của kế hoạch.",
        "The time is by this computer's clock, not in the plan's time zone ({zone}); the week is the "
        "last full one in the plan's.",
    ),
    "schedule_systemd": Pair(
        "đặt trong ~/.config/systemd/user/ hoặc /etc/systemd/system/",
        "put into ~/.config/systemd/user/ or /etc/systemd/system/",
    ),
    "schedule_systemd_start": Pair(
        "Bật: systemctl --user enable --now cdstrack-summary.timer",
        "Start: systemctl --user enable --now cdstrack-summary.timer",
    ),
    "schedule_systemd_clock": Pair(
        "Giờ theo múi giờ của kế hoạch ({zone}), dù máy đặt giờ khác.",
        "The time is in the plan's time zone ({zone}), whatever this computer's is.",
    ),
    "schedule_description": Pair("cdstrack: tóm tắt hằng tuần", "cdstrack: weekly summary"),
    "schedule_complaint": Pair(
        "cdstrack: không có bản tóm tắt tuần, hoặc bản in chưa trọn; mã kết thúc",
        "cdstrack: no weekly summary, or not the whole of it; exit status",
    ),
}
