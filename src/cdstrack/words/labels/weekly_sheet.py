"""The sentences of the week on one sheet, in both languages.

Owns the wording: the first sentence can be said aloud, the others are as short as a list bears.
A key ending in `_one` is the same for one thing. `{name}` is a placeholder.
"""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

SHEET: Mapping[str, Pair] = {
    "draft": Pair(
        "DỰ THẢO: tuần chưa kết thúc, tính đến ngày {day}",
        "DRAFT: the week is not over, as of {day}",
    ),
    # the first sentence
    "said_news": Pair("Trong tuần có {n} số liệu mới", "{n} new figures this week"),
    "said_news_one": Pair("Trong tuần có {n} số liệu mới", "{n} new figure this week"),
    "said_no_news": Pair("Trong tuần không có số liệu mới", "No new figures this week"),
    "said_corrected": Pair("hiệu chỉnh {n} số liệu", "{n} figures corrected"),
    "said_corrected_one": Pair("hiệu chỉnh {n} số liệu", "{n} figure corrected"),
    "said_added": Pair("ghi bổ sung {n} số liệu cũ", "{n} older figures added"),
    "said_added_one": Pair("ghi bổ sung {n} số liệu cũ", "{n} older figure added"),
    "said_turned": Pair("{n} chỉ tiêu chuyển sang {status}", "{n} indicators now {status}"),
    "said_turned_one": Pair("{n} chỉ tiêu chuyển sang {status}", "{n} indicator now {status}"),
    "said_turned_more": Pair("{n} thay đổi khác về đánh giá", "{n} other changes of verdict"),
    "said_turned_more_one": Pair("{n} thay đổi khác về đánh giá", "{n} other change of verdict"),
    "said_same": Pair("không có đánh giá nào thay đổi", "no change of verdict"),
    "said_debts": Pair("{bodies} còn nợ {figures}", "{figures} outstanding from {bodies}"),
    "said_nobody": Pair(
        "{figures} còn nợ chưa rõ cơ quan chủ trì", "{figures} outstanding without a lead body"
    ),
    "said_no_debts": Pair("không có số liệu nào còn nợ", "no figures outstanding"),
    "n_figures": Pair("{n} số liệu", "{n} figures"),
    "n_figures_one": Pair("{n} số liệu", "{n} figure"),
    "n_bodies": Pair("{n} cơ quan", "{n} bodies"),
    "n_bodies_one": Pair("{n} cơ quan", "{n} body"),
    "n_indicators": Pair("{n} chỉ tiêu", "{n} indicators"),
    "n_indicators_one": Pair("{n} chỉ tiêu", "{n} indicator"),
    "n_targets": Pair("{n} mục tiêu", "{n} targets"),
    "n_targets_one": Pair("{n} mục tiêu", "{n} target"),
    # I
    "new_figures": Pair("Số liệu mới", "New figures"),
    "moved_up": Pair(", tăng {change}", ", up {change}"),
    "moved_down": Pair(", giảm {change}", ", down {change}"),
    "moved_same": Pair(", không đổi", ", unchanged"),
    "moved_state": Pair(", trước đó {value}", ", previously {value}"),
    "moved_break": Pair(
        ", không so với số trước vì cách tính thay đổi từ ngày {day}",
        ", not compared: the definition changed on {day}",
    ),
    "turned": Pair("{before} → {after}", "{before} → {after}"),
    "some_of": Pair("{title} ({n} trong số {total})", "{title} ({n} of {total})"),
    "changes": Pair("{before} → {after}, {cause}: {names}", "{before} → {after}, {cause}: {names}"),
    "changes_of": Pair("{name} ({milestone})", "{name} ({milestone})"),
    "names_more": Pair("và {n} chỉ tiêu nữa", "and {n} more"),
    "corrections_short": Pair("Hiệu chỉnh", "Corrections"),
    "because": Pair("; lý do: {reason}", "; reason: {reason}"),
    "additions_named": Pair(
        "Ghi bổ sung số liệu cũ (không phải biến động trong tuần)",
        "Older figures added (not changes of the week)",
    ),
    "additions_short": Pair(
        "Ghi bổ sung {figures} cũ, không phải biến động trong tuần; xem: cdstrack log",
        "{figures} from earlier added, not changes of the week; see: cdstrack log",
    ),
    # II
    "decisions": Pair("Cần quyết định", "For decision"),
    "no_decisions": Pair("không có chỉ tiêu nào cần quyết định", "no indicator needs a decision"),
    "decision": Pair("{name}, {verdict}: {facts}", "{name}, {verdict}: {facts}"),
    "has_value": Pair("{value}, kỳ {period}", "{value}, {period}"),
    "has_none": Pair("chưa có số liệu", "no figure"),
    "asked": Pair("mục tiêu {milestone} {target}", "target for {milestone} {target}"),
    "led_by": Pair("chủ trì: {lead}", "lead: {lead}"),
    "led_by_nobody": Pair("chưa rõ cơ quan chủ trì", "no lead body stated"),
    "doubtful": Pair("Số liệu cần xác minh", "Figures to be verified"),
    "past_silent": Pair(
        "{targets} đã qua thời hạn, chưa có số liệu để đánh giá",
        "{targets} past due without data to judge by",
    ),
    "past_failed": Pair(
        "{targets} đã qua thời hạn, không đạt hoặc chưa hoàn thành",
        "{targets} past due, not met or not completed",
    ),
    "old": Pair("{indicators} có số liệu cũ", "{indicators} with stale figures"),
    # III
    "debts": Pair(
        "Số liệu còn nợ (danh sách: cdstrack remind)",
        "Figures outstanding, listed by: cdstrack remind",
    ),
    "debt": Pair("{lead}: {told}", "{lead}: {told}"),
    "debt_overdue": Pair("nợ {figures}", "{figures} outstanding"),
    "debt_since_one": Pair(" (quá hạn {age})", " (overdue by {age})"),
    "debt_since": Pair(" (lâu nhất quá hạn {age})", " (longest overdue by {age})"),
    "debt_coming": Pair("sắp đến hạn {figures}", "{figures} due within a week"),
    "milestones_short": Pair("Mốc trong {days} ngày tới", "Due within {days} days"),
    # footer
    "short_foot": Pair(
        "{known}; kế hoạch {digest}; phương pháp {method}; {program}{head}.",
        "{known}; plan {digest}; method {method}; {program}{head}.",
    ),
    "short_head": Pair("; chuỗi {head}", "; chain {head}"),
    "short_known": Pair(
        "Số liệu đã ghi đến {local} ({zone}), lần ghi số {id}",
        "As recorded by {local} ({zone}), submission {id}",
    ),
    "short_nothing": Pair("Chưa ghi số liệu nào", "Nothing has been recorded"),
    "short_again": Pair(
        "In lại bản này (bản đầy đủ: thêm --full):", "To print this again (in full: add --full):"
    ),
    # the table of lights
    "lights": Pair("Bảng tín hiệu", "At a glance"),
    "light_verdict": Pair("Đánh giá", "Verdict"),
    "light_name": Pair("Chỉ tiêu", "Indicator"),
    "light_value": Pair("Số liệu mới nhất", "Latest figure"),
    "light_target": Pair("Mục tiêu", "Target"),
    "light_missing": Pair("Khoảng cách", "Gap"),
    "light_lead": Pair("Chủ trì", "Lead body"),
    "light_rest": Pair("Không có trong bảng: {counts}.", "Not in the table: {counts}."),
    "picture": Pair("{name}: {values}", "{name}: {values}"),
    "picture_value": Pair("{value} ({period})", "{value} ({period})"),
}
"""By key; the groups are the parts of the sheet."""
