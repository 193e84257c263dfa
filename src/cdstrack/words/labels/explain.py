"""What an explanation says: headings, decision rules, reasons.

Owns the sentences around the arithmetic; the arithmetic itself is in
`cdstrack.words.labels.working`.
"""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

ROW: Mapping[str, Pair] = {
    "0": Pair(
        "Mục tiêu không còn áp dụng, nên không đánh giá.",
        "The target no longer applies, so it is not judged.",
    ),
    "1": Pair(
        "Mục tiêu là một trạng thái: đối chiếu trạng thái đã ghi với thời hạn.",
        "The target is a state: the recorded state is compared with the due date.",
    ),
    "2": Pair("Chưa có số liệu dùng được để đánh giá.", "No usable figure yet."),
    "3": Pair("Mục tiêu không nêu con số để so sánh.", "The target states no number to judge by."),
    "4": Pair(
        "Mục tiêu tính theo từng năm, chưa đến hạn: đánh giá theo năm gần nhất đã kết thúc.",
        "The target applies to every year and is not due yet: the last completed year decides.",
    ),
    "5": Pair(
        "Mục tiêu tính theo từng năm, đã qua hạn: phải đạt trong mọi năm.",
        "The target applies to every year and is past due: it must have been met in all years.",
    ),
    "4a": Pair(
        "Mục tiêu là trung bình cộng của các năm: chưa kết luận khi còn năm chưa có số liệu.",
        "The target is the arithmetic mean of the years: open as long as a year has no figure.",
    ),
    "5a": Pair(
        "Mục tiêu là trung bình cộng của các năm, và mọi năm đã có số liệu.",
        "The target is the arithmetic mean of the years, and every year has its figure.",
    ),
    "5b": Pair(
        "Đã qua hạn, nhưng còn năm chưa có số liệu nên chưa tính được trung bình cộng.",
        "Past due, but a year has no figure, so the mean cannot be computed.",
    ),
    "5c": Pair(
        "Chỉ số liệu cả năm {year} mới kết luận được mục tiêu của năm {year}.",
        "Only the figure of the whole year {year} decides on the target of {year}.",
    ),
    "5d": Pair(
        "Chưa có số liệu cả năm {year}; số liệu của năm khác không quyết định mục tiêu này.",
        "The whole year {year} has no figure yet; figures of other years do not decide.",
    ),
    "5e": Pair(
        "Đã qua hạn mà chưa có số liệu cả năm {year}; số liệu của năm khác không quyết định.",
        "Past due, and the whole year {year} has no figure; figures of other years do not decide.",
    ),
    "6a": Pair(
        "Đã qua hạn: số liệu cuối cùng tính đến hạn, cách thời hạn không quá một kỳ, đạt mục tiêu.",
        "Past due: the last figure by the due date, within one period of it, meets the target.",
    ),
    "6b": Pair(
        "Đã qua hạn: mục tiêu chỉ đạt sau thời hạn.",
        "Past due: the target was met only after the due date.",
    ),
    "6c": Pair(
        "Đã qua hạn: số liệu từ 31 ngày trước thời hạn trở đi cho thấy mục tiêu không đạt khi "
        "đến hạn và cả sau đó.",
        "Past due: figures from 31 days before the due date onwards show that it was not met "
        "then, nor later.",
    ),
    "6d": Pair(
        "Đã qua hạn: không có số liệu sát thời hạn, nên chưa thể kết luận.",
        "Past due: no figure is close enough to the due date to decide.",
    ),
    "7": Pair(
        "Số liệu mới nhất đạt mục tiêu; không cần xét tiến độ.",
        "The latest figure meets the target; progress need not be judged.",
    ),
    "8": Pair(
        "Kế hoạch không nêu thời hạn và mục tiêu chưa đạt.",
        "The plan states no due date, and the target is not met yet.",
    ),
    "9": Pair("Chưa đủ cơ sở để xét tiến độ: {why}.", "Not enough data to judge progress: {why}."),
    "10": Pair(
        "Giá trị ban đầu đã đạt mục tiêu, nhưng số liệu mới nhất không đạt: diễn biến xấu.",
        "The starting value already met the target, but the latest figure does not: deteriorating.",
    ),
    "11": Pair(
        "Đến ngày này lộ trình chưa đòi hỏi thay đổi nào.",
        "By this day the trajectory requires no change yet.",
    ),
    **dict.fromkeys(
        ("12", "13", "14", "15"),
        Pair(
            "Số đo {ratio} tương ứng với mức: {status}.",
            "A measure of {ratio} falls in the class: {status}.",
        ),
    ),
}
"""By the row of the decision table that decided."""

LEFT_OUT: Mapping[str, Pair] = {
    "other_area": Pair("của đơn vị khác", "for another area"),
    "of_unit": Pair(
        "của một đơn vị, tính qua số suy ra", "of a unit; counts through the derived one"
    ),
    "after_as_of": Pair("sau ngày báo cáo", "after the report date"),
    "not_available": Pair("ghi nhận là chưa có số liệu", "recorded as not available"),
    "other_group": Pair("chỉ là số liệu của một nhóm", "for a group only"),
    "same_day": Pair("đã dùng số liệu khác cùng ngày", "another figure for the same day is used"),
    "less_firm": Pair(
        "có số liệu chính thức hơn cho cùng ngày", "a firmer score for the same day is used"
    ),
    "part_year": Pair("mới là số liệu một phần của năm", "covers only part of the year"),
    "other_year": Pair("của năm khác", "for another year"),
    "before_break": Pair("trước khi cách tính thay đổi", "before the definition changed"),
    "better_group": Pair(
        "nhóm có kết quả kém hơn quyết định đánh giá",
        "a worse-performing group decides the verdict",
    ),
    "units_missing": Pair("chưa đủ đơn vị báo cáo", "too few units have reported"),
    "weighs_nothing": Pair(
        "tổng quyền số của các đơn vị bằng 0", "the weights of the units add up to 0"
    ),
    "other_speaks": Pair(
        "đã dùng số liệu khác về cùng thời gian", "another figure about the same time is used"
    ),
    "before_baseline": Pair("không sau ngày của giá trị gốc", "not later than the baseline date"),
}
"""Why a figure has no part in a verdict."""

REFUSAL: Mapping[str, Pair] = {
    "one_date": Pair("mới có một ngày có số liệu", "only one date has a figure"),
    "short_span": Pair(
        "các số liệu cách nhau chưa đến ba tháng", "the figures span less than three months"
    ),
    "far_horizon": Pair(
        "thời hạn xa hơn năm lần khoảng thời gian đã có số liệu",
        "the due date is further away than five times the span of the figures",
    ),
    "too_old": Pair("số liệu mới nhất đã quá cũ", "the latest figure is too old"),
}
"""Why there is no forecast."""

DOUBT: Mapping[str, Pair] = {
    "few_figures": Pair("chưa đến bốn số liệu", "fewer than four figures"),
    "long_horizon": Pair(
        "thời hạn xa hơn khoảng thời gian đã có số liệu",
        "the due date is further away than the span of the figures",
    ),
    "both_ways": Pair("số liệu tăng giảm không đều", "the figures rise and fall"),
    "stale": Pair("số liệu đã cũ", "the latest figure is old"),
    "rank": Pair("thứ hạng còn phụ thuộc các địa phương khác", "a rank depends on the others"),
}
"""Why a forecast deserves little confidence."""

SENTENCES: Mapping[str, Pair] = {
    "title": Pair("Căn cứ đánh giá: {name}, {day}", "Explanation of the verdict: {name}, {day}"),
    "figures": Pair("Số liệu được dùng", "Figures used"),
    "left_out": Pair("Số liệu không dùng", "Figures not used"),
    "not_listed": Pair(
        "còn {n} số liệu cũ hơn không liệt kê: {why}", "{n} older figures not listed: {why}"
    ),
    "same_figures": Pair("Dùng cùng các số liệu như trên.", "The same figures as above."),
    "no_figures": Pair("Chưa ghi số liệu nào.", "No figure has been recorded."),
    "none_used": Pair("Không có số liệu nào dùng được.", "No figure is usable."),
    "target": Pair("{due}: {target} → {status}", "{due}: {target} → {status}"),
    "no_due": Pair("Không nêu thời hạn", "No due date"),
    "row": Pair("Quy tắc đánh giá {row}", "Decision rule {row}"),
    "origin_declared": Pair(
        "Giá trị ban đầu: {value} ngày {day}, là giá trị gốc của kế hoạch",
        "Start: {value} on {day}, the plan's baseline",
    ),
    "origin_assumed": Pair(
        "Giá trị ban đầu: {value} ngày {day}; kế hoạch không nêu giá trị gốc nên lấy số liệu "
        "đầu tiên",
        "Start: {value} on {day}; the plan states no baseline, so the first figure is used",
    ),
    "origin_broken": Pair(
        "Giá trị ban đầu: {value} ngày {day}, số liệu đầu tiên từ khi cách tính thay đổi; giá "
        "trị gốc của kế hoạch tính theo cách cũ",
        "Start: {value} on {day}, the first figure since the definition changed; the plan's "
        "baseline predates the change",
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
        "Vượt ra ngoài khoảng mục tiêu, nên được tính như {value}",
        "Outside the target range, so it counts as {value}",
    ),
    "path": Pair("Lộ trình, theo đường thẳng: {stops}", "Trajectory, in straight lines: {stops}"),
    "straight": Pair(
        "Phương pháp này tính thẳng từ {start} đến {goal}, trong {years}",
        "This method measures straight from {start} to {goal}, over {years}",
    ),
    "stop": Pair("{value} ({day})", "{value} ({day})"),
    "cuts": Pair("Ngưỡng của {method}: {cuts}", "Classes of {method}: {cuts}"),
    "undefined": Pair(
        "phương pháp {method} không áp dụng được, vì {why}",
        "the method {method} is not defined here: {why}",
    ),
    "days_ahead": Pair("Sớm {days} ngày so với lộ trình", "Days ahead of the trajectory: {days}"),
    "days_behind": Pair("Chậm {days} ngày so với lộ trình", "Days behind the trajectory: {days}"),
    "required_pace": Pair(
        "Tốc độ cần có: {gap} ÷ {years} còn lại = {pace} mỗi năm",
        "Required pace: {gap} ÷ {years} left = {pace} per year",
    ),
    "slopes": Pair(
        "Tốc độ hiện tại: mỗi cặp số liệu cho một độ dốc mỗi năm ({slopes}); trung vị là {pace}",
        "Current pace: each pair of figures gives a slope per year ({slopes}); the median is "
        "{pace}",
    ),
    "many_slopes": Pair("{n} độ dốc, từ {low} đến {high}", "{n} slopes from {low} to {high}"),
    "forecast": Pair(
        "Dự báo vào thời hạn: {x} + {pace} × {years} = {value}",
        "Forecast at the due date: {x} + {pace} × {years} = {value}",
    ),
    "leaves_range": Pair(
        "Dự báo nằm ngoài khoảng mục tiêu, nên được tính như {value}",
        "The forecast is outside the target range, so it counts as {value}",
    ),
    "clipped": Pair("{line}; không thể vượt {bound}", "{line}; it cannot pass {bound}"),
    "range": Pair(
        "Với độ dốc nhỏ nhất và lớn nhất: từ {low} đến {high}",
        "With the smallest and the largest slope: from {low} to {high}",
    ),
    "outlook": Pair("Theo tốc độ gần đây: {outlook}", "At the recent pace: {outlook}"),
    "no_forecast": Pair("Không dự báo: {why}", "No forecast: {why}"),
    "doubts": Pair("Dự báo có độ tin cậy thấp: {why}", "The forecast has low confidence: {why}"),
    "differ": Pair(
        "Đánh giá dựa trên lộ trình, dự báo dựa trên tốc độ gần đây; ở đây hai kết quả khác nhau.",
        "The verdict is based on the trajectory, the forecast on the recent pace; here they "
        "differ.",
    ),
    "years_before": Pair(
        "Giữ tốc độ của các năm trước thì năm {year} đạt {value}",
        "At the pace of the years before, {year} comes to {value}",
    ),
    "years": Pair("Từng năm: {years}", "Year by year: {years}"),
    "years_from": Pair("Tính từ năm {year}", "Counted from {year}"),
    "reached": Pair("Đạt ngày {day}", "Met on {day}"),
    "reached_before": Pair(
        "Đã đạt ngày {day}, nhưng đến hạn thì không đạt", "Met on {day}, but not at the due date"
    ),
    "no_longer": Pair("Đã đạt ngày {day}, nay không còn đạt", "Met on {day}, no longer met"),
    "at_due": Pair(
        "Số liệu cuối cùng tính đến hạn: {value}, {period}",
        "Last figure by the due date: {value}, {period}",
    ),
    "short_at_due": Pair("Đến thời hạn còn thiếu: {gap}", "Gap at the due date: {gap}"),
    "ended": Pair("Từ ngày {day}: {reason}", "From {day}: {reason}"),
    "groups": Pair("{groups}; kém nhất: {worst}", "{groups}; the worst: {worst}"),
    "notes": Pair("Lưu ý: {notes}", "Note: {notes}"),
    "methods": Pair("Kết quả theo các phương pháp khác", "Results of the other methods"),
    "method_head": Pair("Phương pháp", "Method"),
    "ratio_head": Pair("Số đo", "Measure"),
    "verdict_head": Pair("Đánh giá", "Verdict"),
    "cuts_head": Pair("Ngưỡng", "Classes"),
    "this_one": Pair("{method} (đang dùng)", "{method} (in use)"),
    "agree": Pair(
        "Mọi phương pháp áp dụng được đều cho cùng một đánh giá.",
        "All methods that are defined here give the same verdict.",
    ),
    "disagree": Pair(
        "≠ khác với phương pháp đang dùng: {methods}", "≠ differs from the method in use: {methods}"
    ),
    "not_defined": Pair("không áp dụng được: {why}", "not defined: {why}"),
    "on": Pair("Ngày", "Date"),
    "figure": Pair("Số liệu", "Figure"),
    "why": Pair("Lý do", "Why"),
    "source": Pair("Nguồn", "Source"),
    "baseline": Pair("giá trị gốc của kế hoạch", "the plan's baseline"),
    "no_targets": Pair(
        "Chỉ tiêu này không có mục tiêu, nên không có gì để đánh giá.",
        "This indicator has no target, so there is nothing to judge.",
    ),
    "rounded": Pair(
        "Các số được làm tròn khi in; phép tính dùng số chưa làm tròn.",
        "Printed numbers are rounded; the calculation uses unrounded ones.",
    ),
}
"""By key; braces hold facts that are clean already."""


def say(key: str, language: str, **facts: object) -> str:
    """A sentence of an explanation with its fields filled.

    Raises:
        KeyError: There is no such sentence, or a field is missing.
    """
    return SENTENCES[key].text(language).format_map(facts)
