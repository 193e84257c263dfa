"""Words for what changes in a plan: parts, ways and the keys of the plan file."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

PART: Mapping[str, Pair] = {
    "target": Pair("mục tiêu", "targets"),
    "indicator": Pair("chỉ tiêu", "indicator"),
    "plan": Pair("kế hoạch", "plan"),
    "pillar": Pair("trụ cột", "pillar"),
    "org_unit": Pair("đơn vị", "org unit"),
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
    "lead": Pair("chủ trì", "lead"),
    "person": Pair("phụ trách", "person"),
    "supporting": Pair("phối hợp", "supporting"),
    "method": Pair("phương pháp", "method"),
    "sum_of": Pair("tổng của", "sum of"),
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
"""By key; where there is none, the key itself is shown."""
