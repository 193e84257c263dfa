"""The headings of tables of figures, in both languages.

Owns the column headings that the program writes and recognises on import, in addition to the
canonical names. The columns themselves are those of `cdstrack.files.importing.row.COLUMNS`.
"""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

HEADING: Mapping[str, Pair] = {
    "indicator": Pair("Mã chỉ tiêu", "Indicator"),
    "org_unit": Pair("Đơn vị", "Org unit"),
    "disaggregation": Pair("Phân tổ", "Breakdown"),
    "period": Pair("Kỳ số liệu", "Period"),
    "value": Pair("Số liệu", "Value"),
    "numerator": Pair("Tử số", "Numerator"),
    "denominator": Pair("Mẫu số", "Denominator"),
    "stated": Pair("Tỷ lệ in trong nguồn", "Stated"),
    "qualifier": Pair("Mức chắc chắn", "Qualifier"),
    "document": Pair("Văn bản", "Document"),
    "reported": Pair("Ngày công bố", "Reported"),
    "note": Pair("Ghi chú", "Note"),
}
"""Headings of the columns that are read."""

BESIDE: Mapping[str, Pair] = {
    "name": Pair("Tên chỉ tiêu", "Indicator name"),
    "unit": Pair("ĐVT", "Unit"),
    "lead": Pair("Cơ quan chủ trì", "Lead"),
    "target": Pair("Mục tiêu", "Target"),
    "last_period": Pair("Kỳ gần nhất", "Latest period"),
    "last_value": Pair("Số liệu gần nhất", "Latest value"),
    "until": Pair("Hết kỳ", "Period end"),
    "title": Pair("Trích yếu", "Title"),
}
"""Headings of columns that are written for people and ignored on import."""

DOCUMENT: Mapping[str, Pair] = {
    "key": Pair("Mã văn bản", "Document"),
    "title": Pair("Tên văn bản", "Title"),
    "number": Pair("Số, ký hiệu", "Number"),
    "issuer": Pair("Cơ quan ban hành", "Issuer"),
    "issued": Pair("Ngày ban hành", "Issued"),
    "url": Pair("Địa chỉ", "Address"),
    "note": Pair("Ghi chú", "Note"),
}
"""Headings of the sheet of sources."""

REPORT: Mapping[str, Pair] = {
    "indicator": Pair("Chỉ tiêu", "Indicator"),
    "lead": Pair("Cơ quan chủ trì", "Lead"),
    "unit": Pair("ĐVT", "Unit"),
    "value": Pair("Số liệu mới nhất", "Latest figure"),
    "period": Pair("Kỳ số liệu", "Period"),
    "due": Pair("Hạn", "Due"),
    "target": Pair("Mục tiêu", "Target"),
    "missing": Pair("Mô tả phần còn thiếu", "Gap in words"),
    "way": Pair("Tiến độ", "Progress"),
    "verdict": Pair("Đánh giá", "Verdict"),
    "notes": Pair("Ghi chú", "Notes"),
    "key": Pair("Mã chỉ tiêu", "Indicator id"),
    "pillar": Pair("Trụ cột", "Pillar"),
    "until": Pair("Hết kỳ", "Period end"),
    "age": Pair("Tuổi (ngày)", "Age (days)"),
    "threshold": Pair("Ngưỡng", "Threshold"),
    "gap": Pair("Còn thiếu", "Gap"),
    "outlook": Pair("Dự báo", "Outlook"),
    "required_pace": Pair("Tốc độ cần mỗi năm", "Required pace per year"),
    "current_pace": Pair("Tốc độ hiện tại mỗi năm", "Current pace per year"),
    "forecast": Pair("Giá trị dự báo đến hạn", "Forecast at the due date"),
    "document": Pair("Văn bản của số liệu", "Document of the figure"),
}
"""Over the columns of the sheets of targets."""

LOG: Mapping[str, Pair] = {
    "act": Pair("Lần ghi", "Submission"),
    "day": Pair("Ngày", "Day"),
    "time": Pair("Lúc", "Time"),
    "who": Pair("Người ghi", "Recorded by"),
    "what": Pair("Việc", "What"),
    "changes": Pair("Nội dung", "Changes"),
    "reason": Pair("Lý do", "Reason"),
    "file": Pair("Từ tệp", "From the file"),
}
"""Over the columns of the sheet of acts."""

SHEET: Mapping[str, Pair] = {
    "figures": Pair("Số liệu", "Figures"),
    "status": Pair("Tình hình", "Status"),
    "gaps": Pair("Còn thiếu", "Gaps"),
    "log": Pair("Nhật ký", "Log"),
    "sources": Pair("Nguồn", "Sources"),
    "about": Pair("Về tệp này", "About"),
    "lists": Pair("Danh mục", "Lists"),
    "guide": Pair("Hướng dẫn", "How to fill in this file"),
}
"""What sheets are called."""

ABOUT: Mapping[str, Pair] = {
    "plan": Pair("Kế hoạch", "Plan"),
    "digest": Pair("Bản kế hoạch", "Plan version"),
    "as_of": Pair("Tính đến ngày", "As of"),
    "head": Pair("Dấu chuỗi", "Chain head"),
    "known_at": Pair("Theo số liệu đã ghi đến", "As recorded by"),
    "method": Pair("Phương pháp", "Method"),
    "program": Pair("Chương trình", "Program"),
    "notice": Pair("Lưu ý", "Notice"),
}
"""Labels of the facts that describe a workbook."""

TEMPLATE: Mapping[str, Pair] = {
    "title": Pair("Phiếu thu thập số liệu: {plan}", "Request for figures: {plan}"),
    "asked": Pair(
        "Ghi vào các ô nền vàng rồi gửi lại tệp này.",
        "Fill in the yellow cells and return this file.",
    ),
    "asked_of": Pair(
        "Cơ quan báo cáo: {body}. Ghi vào các ô nền vàng rồi gửi lại tệp này.",
        "Reporting body: {body}. Fill in the yellow cells and return this file.",
    ),
    "value": Pair(
        "Ghi số theo đơn vị: {unit}. Tỷ lệ tính từ hai số đếm: ghi tử số và mẫu số. Để trống nếu "
        "chưa có số liệu.",
        "Enter the number in the unit {unit}. For a share of two counts, enter numerator and "
        "denominator. Leave empty if there is no figure.",
    ),
    "bounds": Pair("Giới hạn: {bounds}.", "Bounds: {bounds}."),
    "state": Pair("Chọn một trạng thái.", "Choose a state."),
    "period": Pair(
        "Kỳ của số liệu: chọn, hoặc ghi ngày, ví dụ 31/7/2022.",
        "The period of the figure: choose one, or enter a day, for example 2022-07-31.",
    ),
    "qualifier": Pair("Để trống nếu số liệu chính xác.", "Leave empty if the figure is exact."),
    "document": Pair("Mã văn bản nguồn.", "The id of the source document."),
    "reported": Pair(
        "Ngày công bố số liệu, ví dụ 5/8/2022.",
        "The day the figure was published, for example 2022-08-05.",
    ),
    "disaggregation": Pair(
        "Ghi tên nhóm sau dấu bằng, chữ thường không dấu, ví dụ sector=du-lich.",
        "Enter the group after the equals sign in lower case, for example sector=tourism.",
    ),
    "guide_1": Pair("Chỉ ghi vào các ô nền vàng.", "Fill in the yellow cells only."),
    "guide_2": Pair(
        "Cột xám để đối chiếu: mục tiêu, số liệu gần nhất đã ghi, mã chỉ tiêu.",
        "The grey columns are for comparison: targets, the latest recorded figure, the id.",
    ),
    "guide_3": Pair(
        "Dòng không ghi số liệu, hoặc ghi - hay chưa có, được bỏ qua. Không cần xóa dòng.",
        "Rows without a figure, or with - or chưa có, are ignored. There is no need to delete them.",
    ),
    "guide_4": Pair(
        'Nếu không có số liệu, ghi lý do vào ô số liệu theo dạng na:"lý do".',
        'If there is no figure for some reason, enter na:"reason" as the value.',
    ),
    "guide_5": Pair(
        "Tỷ lệ tính từ hai số đếm: ghi tử số và mẫu số, ô số liệu có thể để trống.",
        "For a share of two counts, enter numerator and denominator; the value may be left empty.",
    ),
    "guide_6": Pair(
        "Cột văn bản: chọn một mã; các mã và tên văn bản ở trang Nguồn.",
        "For the document, choose an id; ids and titles are on the sheet Sources.",
    ),
    "guide_7": Pair(
        "Muốn ghi thêm kỳ khác: sao chép cả dòng rồi sửa kỳ số liệu.",
        "For another period, copy the whole row and change the period.",
    ),
    "guide_8": Pair(
        "Gửi lại tệp .xlsx này; không đổi tên cột.",
        "Return this .xlsx file; do not rename the columns.",
    ),
}
"""What the workbook says that goes to a department."""
