"""The headings of tables of figures, in both languages.

Owns the words over the columns that the program writes and finds again, beside their canonical
names. The columns themselves are those of `cdstrack.words.figure_row.COLUMNS`.
"""

from collections.abc import Mapping

from cdstrack.words.labels import Pair

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
"""Over the columns that are read."""

BESIDE: Mapping[str, Pair] = {
    "name": Pair("Tên chỉ tiêu", "Indicator name"),
    "unit": Pair("ĐVT", "Unit"),
    "lead": Pair("Cơ quan chủ trì", "Lead"),
    "last_period": Pair("Kỳ gần nhất", "Last period"),
    "last_value": Pair("Số liệu gần nhất", "Last value"),
    "until": Pair("Hết kỳ", "Period end"),
    "title": Pair("Trích yếu", "Title"),
}
"""Over the columns that are written for people and passed over when the file comes back."""
