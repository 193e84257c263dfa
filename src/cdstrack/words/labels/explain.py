"""What an explanation says, in both languages: headings, rows of the decision table, reasons.

Owns the sentences round the arithmetic; the arithmetic itself is in `cdstrack.words.labels.working`.
"""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

ROW: Mapping[str, Pair] = {
    "0": Pair(
        "Mục tiêu không còn áp dụng, nên không đánh giá.",
        "The target no longer applies, so it is not judged.",
    ),
    "1": Pair(
        "Mục tiêu là một trạng thái: so trạng thái đã ghi với thời hạn.",
        "The target is a state: the state recorded is compared with the due date.",
    ),
    "2": Pair("Chưa có số liệu nào được tính.", "No figure counts yet."),
    "3": Pair("Không có con số nào để so sánh.", "There is no number to judge by."),
    "4": Pair(
        "Mục tiêu tính từng năm, chưa đến hạn: năm gần nhất đã hết quyết định.",
        "The target binds every year and is still open: the last closed year decides.",
    ),
    "5": Pair(
        "Mục tiêu tính từng năm, đã qua hạn: phải đạt trong mọi năm.",
        "The target binds every year and is past due: all years must have met it.",
    ),
    "6a": Pair(
        "Đã qua hạn: số liệu cuối cùng tính đến hạn, cách hạn không quá một kỳ, đạt mục tiêu.",
        "Past due: the last figure by the due date, within one period of it, meets the target.",
    ),
    "6b": Pair(
        "Đã qua hạn: mục tiêu chỉ đạt sau thời hạn.",
        "Past due: the target was met only after the due date.",
    ),
    "6c": Pair(
        "Đã qua hạn: số liệu từ 31 ngày trước hạn trở đi cho thấy đến hạn mục tiêu không đạt, sau đó "
        "cũng không.",
        "Past due: figures from 31 days before the due date on show that it was not met then, nor "
        "later.",
    ),
    "6d": Pair(
        "Đã qua hạn: không có số liệu đủ gần thời hạn, nên chưa kết luận được.",
        "Past due: no figure is near enough to the due date to tell.",
    ),
    "7": Pair(
        "Số liệu mới nhất đạt mục tiêu; không cần xét tiến độ.",
        "The latest figure meets the target; progress needs no judging.",
    ),
    "8": Pair(
        "Kế hoạch không nêu thời hạn và mục tiêu chưa đạt.",
        "The plan names no due date, and the target is not met yet.",
    ),
    "9": Pair("Chưa đủ cơ sở để xét tiến độ: {why}.", "Too little to judge progress by: {why}."),
    "10": Pair(
        "Điểm bắt đầu đã đạt mục tiêu, số liệu mới nhất thì không: đi lùi.",
        "The start met the target already and the latest figure does not: deteriorating.",
    ),
    "11": Pair(
        "Đến ngày này kế hoạch chưa đòi hỏi thay đổi nào.",
        "By this day the plan asks for no change yet.",
    ),
    "12": Pair(
        "Số đo {ratio} thuộc lớp: {status}.", "A measure of {ratio} is in the class: {status}."
    ),
    "13": Pair(
        "Số đo {ratio} thuộc lớp: {status}.", "A measure of {ratio} is in the class: {status}."
    ),
    "14": Pair(
        "Số đo {ratio} thuộc lớp: {status}.", "A measure of {ratio} is in the class: {status}."
    ),
    "15": Pair(
        "Số đo {ratio} thuộc lớp: {status}.", "A measure of {ratio} is in the class: {status}."
    ),
}
"""By the row of the decision table that decided."""

LEFT_OUT: Mapping[str, Pair] = {
    "other_area": Pair("của đơn vị khác", "of another area"),
    "after_as_of": Pair("sau ngày báo cáo nói đến", "later than the day reported on"),
    "not_available": Pair("ghi là không có số liệu", "recorded as not available"),
    "other_group": Pair("chỉ nói về một phần", "about a part only"),
    "same_day": Pair(
        "số liệu khác cùng ngày được dùng", "another figure that ends on that day counts"
    ),
    "part_year": Pair("mới là một phần của năm", "covers a part of the year only"),
    "before_break": Pair("trước khi cách tính thay đổi", "before the definition changed"),
    "better_group": Pair("nhóm khác đứng kém hơn quyết định", "a group that stands worse speaks"),
    "before_baseline": Pair("không sau ngày của giá trị gốc", "not later than the plan's baseline"),
}
"""Why a figure has no part in a verdict."""

REFUSAL: Mapping[str, Pair] = {
    "one_date": Pair("mới có một ngày có số liệu", "there is only one date with a figure"),
    "short_span": Pair(
        "các số liệu cách nhau chưa đến ba tháng", "the figures span less than three months"
    ),
    "far_horizon": Pair(
        "thời hạn xa hơn năm lần khoảng đã có số liệu",
        "the due date is further than five times the span of the figures",
    ),
    "too_old": Pair("số liệu mới nhất đã quá cũ", "the latest figure is too old"),
}
"""Why there is no forecast."""

DOUBT: Mapping[str, Pair] = {
    "few_figures": Pair("chưa đến bốn số liệu", "fewer than four figures"),
    "long_horizon": Pair(
        "thời hạn xa hơn khoảng đã có số liệu", "the due date is further than the figures span"
    ),
    "both_ways": Pair("số liệu lúc lên lúc xuống", "the figures went up and down"),
    "stale": Pair("số liệu đã cũ", "the latest figure is old"),
    "rank": Pair("thứ hạng còn tùy các nơi khác", "a rank depends on others"),
}
"""Why a forecast deserves little confidence."""

SENTENCES: Mapping[str, Pair] = {
    "title": Pair("Vì sao đánh giá như vậy: {name}, {day}", "Why it is judged so: {name}, {day}"),
    "figures": Pair("Số liệu được dùng", "Figures used"),
    "left_out": Pair("Số liệu không dùng", "Figures left out"),
    "not_listed": Pair(
        "còn {n} số liệu cũ hơn không liệt kê: {why}", "{n} older figures not listed: {why}"
    ),
    "same_figures": Pair("Dùng cùng các số liệu như trên.", "The same figures as above."),
    "no_figures": Pair("Chưa ghi số liệu nào.", "No figure has been recorded."),
    "none_used": Pair("Không có số liệu nào được tính.", "No figure counts."),
    "target": Pair("{due}: {target} → {status}", "{due}: {target} → {status}"),
    "no_due": Pair("Không nêu thời hạn", "No due date"),
    "row": Pair("Dòng {row} của bảng quyết định", "Row {row} of the decision table"),
    "origin_declared": Pair(
        "Bắt đầu: {value} ngày {day}, giá trị gốc của kế hoạch",
        "Start: {value} on {day}, the plan's baseline",
    ),
    "origin_assumed": Pair(
        "Bắt đầu: {value} ngày {day}; kế hoạch không nêu giá trị gốc nên lấy số liệu đầu tiên",
        "Start: {value} on {day}; the plan states no baseline, so the first figure stands in",
    ),
    "origin_broken": Pair(
        "Bắt đầu: {value} ngày {day}, số liệu đầu tiên từ khi cách tính thay đổi; giá trị gốc của kế "
        "hoạch tính theo cách cũ",
        "Start: {value} on {day}, the first figure since the definition changed; the plan's baseline "
        "is older than that",
    ),
    "latest": Pair(
        "Số liệu mới nhất: {value} ngày {day}, {years} sau đó",
        "Latest figure: {value} on {day}, {years} later",
    ),
    "exactly": Pair("{value} (chính xác {exact})", "{value} (exactly {exact})"),
    "fraction": Pair("{value} (= {part})", "{value} (= {part})"),
    "fraction_about": Pair(
        "{value} (= {part}, khoảng {about})", "{value} (= {part}, about {about})"
    ),
    "beyond_range": Pair(
        "Vượt quá khoảng mục tiêu, nên được tính như {value}",
        "Beyond the range asked for, so it counts as {value}",
    ),
    "path": Pair("Lộ trình, theo đường thẳng: {stops}", "Path, in straight lines: {stops}"),
    "straight": Pair(
        "Phương pháp này đo thẳng từ {start} đến {goal}, {years}",
        "This method measures straight from {start} to {goal}, over {years}",
    ),
    "stop": Pair("{value} ({day})", "{value} ({day})"),
    "cuts": Pair("Ngưỡng của {method}: {cuts}", "Classes of {method}: {cuts}"),
    "undefined": Pair(
        "phương pháp {method} không tính được ở đây, vì {why}",
        "the method {method} is undefined here: {why}",
    ),
    "days_ahead": Pair("Sớm {days} ngày so với lộ trình", "Days ahead of the path: {days}"),
    "days_behind": Pair("Chậm {days} ngày so với lộ trình", "Days behind the path: {days}"),
    "required_pace": Pair(
        "Tốc độ cần có: {gap} ÷ {years} còn lại = {pace} mỗi năm",
        "Pace needed: {gap} ÷ {years} left = {pace} per year",
    ),
    "slopes": Pair(
        "Tốc độ hiện tại: mỗi cặp số liệu cho một độ dốc mỗi năm ({slopes}); số ở giữa là {pace}",
        "Current pace: each pair of figures gives a slope per year ({slopes}); the middle one is {pace}",
    ),
    "many_slopes": Pair("{n} độ dốc, từ {low} đến {high}", "{n} slopes from {low} to {high}"),
    "forecast": Pair(
        "Dự báo vào thời hạn: {x} + {pace} × {years} = {value}",
        "Forecast at the due date: {x} + {pace} × {years} = {value}",
    ),
    "leaves_range": Pair(
        "Dự báo vượt ra ngoài khoảng mục tiêu, nên được tính như {value}",
        "The forecast leaves the range asked for, so it counts as {value}",
    ),
    "clipped": Pair("{line}; không thể quá {bound}", "{line}; it cannot pass {bound}"),
    "range": Pair(
        "Với độ dốc nhỏ nhất và lớn nhất: từ {low} đến {high}",
        "With the smallest and the largest slope: from {low} to {high}",
    ),
    "outlook": Pair("Theo nhịp gần đây: {outlook}", "At the recent pace: {outlook}"),
    "no_forecast": Pair("Không dự báo: {why}", "No forecast: {why}"),
    "doubts": Pair("Độ tin cậy của dự báo thấp: {why}", "The forecast is of low confidence: {why}"),
    "differ": Pair(
        "Đánh giá nói về lộ trình, dự báo nói về nhịp gần đây; ở đây hai điều khác nhau.",
        "The verdict is about the path, the forecast about the recent pace; here they differ.",
    ),
    "years": Pair("Từng năm: {years}", "Year by year: {years}"),
    "years_from": Pair("Tính từ năm {year}", "Counted from {year}"),
    "reached": Pair("Đạt ngày {day}", "Reached on {day}"),
    "reached_before": Pair(
        "Từng đạt ngày {day}, nhưng đến hạn thì không", "Met on {day}, but not at the due date"
    ),
    "no_longer": Pair("Từng đạt ngày {day}, nay không còn đạt", "Met on {day}, no longer met now"),
    "at_due": Pair(
        "Số liệu cuối cùng tính đến hạn: {value}, {period}",
        "Last figure by the due date: {value}, {period}",
    ),
    "short_at_due": Pair("Vào thời hạn còn thiếu: {gap}", "Missing at the due date: {gap}"),
    "ended": Pair("Từ ngày {day}: {reason}", "From {day}: {reason}"),
    "groups": Pair("{groups}; kém nhất: {worst}", "{groups}; the worst: {worst}"),
    "notes": Pair("Lưu ý: {notes}", "Note: {notes}"),
    "methods": Pair("Các phương pháp khác nói gì", "What the other methods say"),
    "method_head": Pair("Phương pháp", "Method"),
    "ratio_head": Pair("Số đo", "Measure"),
    "verdict_head": Pair("Đánh giá", "Verdict"),
    "cuts_head": Pair("Ngưỡng", "Classes"),
    "this_one": Pair("{method} (đang dùng)", "{method} (used here)"),
    "agree": Pair(
        "Mọi phương pháp tính được ở đây cho cùng một đánh giá.",
        "All methods that are defined here come to the same verdict.",
    ),
    "disagree": Pair(
        "≠ khác với phương pháp đang dùng: {methods}",
        "≠ other than the method used here: {methods}",
    ),
    "not_defined": Pair("không tính được: {why}", "undefined: {why}"),
    "on": Pair("Ngày", "Date"),
    "figure": Pair("Số liệu", "Figure"),
    "why": Pair("Vì sao", "Why"),
    "source": Pair("Nguồn", "Source"),
    "baseline": Pair("giá trị gốc của kế hoạch", "the plan's baseline"),
    "no_targets": Pair(
        "Chỉ tiêu này không có mục tiêu, nên không có gì để đánh giá.",
        "This indicator has no target, so there is nothing to judge.",
    ),
    "rounded": Pair(
        "Các số được làm tròn khi in; tính bằng số chưa làm tròn.",
        "Numbers are rounded in print; the unrounded ones were used.",
    ),
}
"""By key; braces hold facts that are clean already."""


def say(key: str, language: str, **facts: object) -> str:
    """A sentence of an explanation with its fields filled.

    Raises:
        KeyError: There is no such sentence, or a field is missing.
    """
    return SENTENCES[key].text(language).format_map(facts)
