"""What a plan declares, in both languages: its parts and keys, and the page about one indicator."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

PART: Mapping[str, Pair] = {
    "target": Pair("mục tiêu", "targets"),
    "indicator": Pair("chỉ tiêu", "indicator"),
    "plan": Pair("kế hoạch", "plan"),
    "pillar": Pair("trụ cột", "pillar"),
    "org_unit": Pair("đơn vị", "org unit"),
    "level": Pair("cấp", "level"),
    "document": Pair("văn bản", "document"),
    "other": Pair("thay đổi khác", "other changes"),
}

HOW: Mapping[str, Pair] = {
    "added": Pair("thêm", "added"),
    "dropped": Pair("bỏ", "dropped"),
    "raised": Pair("nâng", "raised"),
    "lowered": Pair("hạ", "lowered"),
    "reworded": Pair("sửa lời văn", "reworded"),
    "moved": Pair("dời hạn", "moved"),
    "ended": Pair("kết thúc", "ended"),
    "resumed": Pair("áp dụng lại", "resumed"),
    "changed": Pair("đổi", "changed"),
}
"""A target that is raised asks for more, whichever way is better."""

FIELD: Mapping[str, Pair] = {
    "wording": Pair("", ""),
    "due": Pair("", ""),
    "ended": Pair("", ""),
    "declared": Pair("ngưỡng tự chọn", "chosen threshold"),
    "document": Pair("văn bản", "document"),
    "note": Pair("ghi chú", "note"),
    "name": Pair("tên", "name"),
    "short": Pair("tên ngắn", "short name"),
    "title": Pair("tên", "title"),
    "pillar": Pair("trụ cột", "pillar"),
    "level": Pair("cấp", "level"),
    "unit": Pair("đơn vị tính", "unit"),
    "unit_label": Pair("tên đơn vị tính", "unit label"),
    "direction": Pair("chiều", "direction"),
    "measure": Pair("cách đo", "measure"),
    "bounds": Pair("giới hạn", "bounds"),
    "definition": Pair("định nghĩa", "definition"),
    "scope": Pair("phạm vi", "scope"),
    "numerator": Pair("tử số", "numerator"),
    "denominator": Pair("mẫu số", "denominator"),
    "frequency": Pair("tần suất báo cáo", "frequency"),
    "calendar": Pair("cách cắt kỳ", "calendar"),
    "lead": Pair("chủ trì", "lead"),
    "person": Pair("phụ trách", "person"),
    "supporting": Pair("phối hợp", "supporting"),
    "method": Pair("phương pháp", "method"),
    "sum_of": Pair("tổng của", "sum of"),
    "partial": Pair("các phần không lấp đầy tổng", "parts do not fill the whole"),
    "composite": Pair("chỉ số tổng hợp", "composite index"),
    "points": Pair("cách tính điểm", "points"),
    "rollup": Pair("cách tổng hợp", "roll-up"),
    "aliases": Pair("tên khác", "aliases"),
    "quotes": Pair("câu trích", "quotes"),
    "quote": Pair("câu trích", "quote"),
    "levels": Pair("các cấp", "levels"),
    "every": Pair("các nhóm", "groups"),
    "baseline": Pair("giá trị gốc", "baseline"),
    "breaks": Pair("thay đổi cách tính", "breaks"),
    "number": Pair("số", "number"),
    "issuer": Pair("cơ quan ban hành", "issuer"),
    "issued": Pair("ngày ban hành", "issued"),
    "url": Pair("địa chỉ", "address"),
    "date": Pair("ngày", "date"),
    "value": Pair("giá trị", "value"),
    "reason": Pair("lý do", "reason"),
    "since": Pair("từ", "since"),
    "closed": Pair("ngày cuối", "last day"),
    "successor": Pair("đơn vị kế thừa", "successor"),
    "by": Pair("do", "by"),
}
"""By key; a key without a text is shown itself."""

TEXTS: Mapping[str, Pair] = {
    "title": Pair("{name}, {day}", "{name}, {day}"),
    "id": Pair("Mã", "Id"),
    "short": Pair("Tên ngắn", "Short name"),
    "pillar": Pair("Trụ cột", "Pillar"),
    "level": Pair("Cấp", "Level"),
    "definition": Pair("Định nghĩa", "Definition"),
    "scope": Pair("Phạm vi", "Scope"),
    "fraction": Pair("Cách tính", "Calculated as"),
    "fraction_of": Pair("{numerator} ÷ {denominator}", "{numerator} ÷ {denominator}"),
    "unit": Pair("Đơn vị", "Unit"),
    "direction": Pair("Chiều", "Direction"),
    "measure": Pair("Loại số liệu", "Measure"),
    "bounds": Pair("Giới hạn", "Bounds"),
    "bounds_of": Pair("từ {low} đến {high}", "from {low} to {high}"),
    "frequency": Pair("Tần suất báo cáo", "Reported"),
    "calendar": Pair("Kỳ báo cáo", "Periods"),
    "calendar_nd09": Pair(
        "từ ngày 15 tháng trước kỳ đến ngày 14 tháng cuối kỳ (NĐ 09/2019/NĐ-CP)",
        "from the 15th of the month before to the 14th of the last month (Decree 09/2019/ND-CP)",
    ),
    "every": Pair("Phải đạt ở từng", "Must be met in each"),
    "every_unnamed": Pair("kế hoạch không nêu tên nhóm", "groups not named in the plan"),
    "baseline": Pair("Giá trị gốc", "Baseline"),
    "baseline_of": Pair("{value} ngày {day}", "{value} on {day}"),
    "not_stated": Pair("kế hoạch không nêu", "not stated in the plan"),
    "lead": Pair("Chủ trì", "Lead"),
    "lead_since": Pair("{name}, từ ngày {day}", "{name}, since {day}"),
    "lead_now": Pair("{name} (hiện nay)", "{name} (current)"),
    "person": Pair("Phụ trách", "Person"),
    "supporting": Pair("Phối hợp", "Supporting"),
    "sum_of": Pair("Là tổng của", "Sum of"),
    "partial_sum": Pair("Trong đó có", "Includes"),
    "method": Pair("Phương pháp", "Method"),
    "note": Pair("Ghi chú", "Note"),
    "breaks": Pair("Thay đổi cách tính", "Definition changed"),
    "break": Pair("{day}: {reason}", "{day}: {reason}"),
    "targets": Pair("Mục tiêu và đánh giá", "Targets and verdicts"),
    "no_targets": Pair("Chỉ tiêu bối cảnh, không có mục tiêu.", "A context indicator: no targets."),
    "no_wording": Pair("Kế hoạch không trích nguyên văn.", "The plan quotes no official wording."),
    "quoted": Pair("“{wording}”", "“{wording}”"),
    "stated_in": Pair("Nêu tại: {documents}", "Stated in: {documents}"),
    "pace": Pair("Mỗi năm: {paces}", "Per year: {paces}"),
    "forecast": Pair("Dự báo đến thời hạn: {value}", "Forecast at the due date: {value}"),
    "units": Pair("Các đơn vị", "Units"),
    "see_explain": Pair(
        "Từng bước tính: cdstrack explain {id}", "Step by step: cdstrack explain {id}"
    ),
    "chart": Pair("Biểu đồ", "Chart"),
    "sign_figure": Pair("số liệu", "figure"),
    "sign_path": Pair("lộ trình", "path"),
    "sign_target": Pair("mục tiêu", "target"),
    "sign_likely": Pair("nhiều khả năng (8 trên 10)", "likely (8 in 10)"),
    "sign_break": Pair("thay đổi cách tính", "definition changed"),
    "figures": Pair("Số liệu ({n})", "Figures ({n})"),
    "doubtful": Pair(
        "? Cần đối chiếu với nguồn: {why}.", "? To be compared with its source: {why}."
    ),
    "no_figures": Pair("Chưa ghi số liệu nào.", "No figure has been recorded."),
    "period": Pair("Kỳ số liệu", "Period"),
    "figure": Pair("Số liệu", "Figure"),
    "source": Pair("Nguồn", "Source"),
    "recorded": Pair("Đã ghi", "Recorded"),
    "stated": Pair("nguồn in {value}", "stated as {value}"),
    "reported": Pair("công bố {period}", "published {period}"),
    "withdrawn": Pair("đã rút", "withdrawn"),
    "act_added": Pair("lần ghi {id}, {when}, {by}", "submission {id}, {when}, {by}"),
    "act_changed": Pair(
        "lần ghi {id}, {when}, {by}: {before} → {after}",
        "submission {id}, {when}, {by}: {before} → {after}",
    ),
    "act_removed": Pair(
        "lần ghi {id}, {when}, {by}: rút {before}",
        "submission {id}, {when}, {by}: {before} withdrawn",
    ),
    "because": Pair("{act} ({reason})", "{act} ({reason})"),
    "documents": Pair("Văn bản", "Documents"),
    "unknown_document": Pair("không khai báo", "not declared"),
}
"""By key; braces hold facts that are clean already."""


def tell(key: str, language: str, **facts: object) -> str:
    """A text of the page with its fields filled.

    Raises:
        KeyError: There is no such text, or a field is missing.
    """
    return TEXTS[key].text(language).format_map(facts)
