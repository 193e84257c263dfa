"""The vocabulary in both languages: a label for every id that a report may carry.

Owns the words for statuses, outlooks, flags, reasons, units, qualifiers and the like, keyed by
their string values, so that help and completion can load it without the plan's models. Must not
know numbers, dates or layout.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Pair(NamedTuple):
    """One text in Vietnamese and in English."""

    vi: str
    en: str

    def text(self, language: str) -> str:
        """The text in `language`; anything but `en` is Vietnamese."""
        return self.en if language == "en" else self.vi


STATUS: Mapping[str, Pair] = {
    "achieved": Pair("đạt", "achieved"),
    "achieved_late": Pair("đạt muộn", "achieved late"),
    "on_track": Pair("đúng tiến độ", "on track"),
    "behind": Pair("chậm tiến độ", "behind"),
    "off_track": Pair("nguy cơ không đạt", "off track"),
    "deteriorating": Pair("diễn biến xấu", "deteriorating"),
    "missed": Pair("không đạt", "missed"),
    "overdue": Pair("quá hạn", "overdue"),
    "pending": Pair("chưa đến hạn", "pending"),
    "awaiting_data": Pair("chờ số liệu", "awaiting data"),
    "insufficient_data": Pair("chưa đủ cơ sở đánh giá", "insufficient data"),
    "no_data": Pair("chưa có số liệu", "no data"),
    "not_applicable": Pair("không còn áp dụng", "not applicable"),
}

STATUS_SHORT: Mapping[str, Pair] = {
    **STATUS,
    "off_track": Pair("có nguy cơ", "off track"),
    "insufficient_data": Pair("chưa đủ cơ sở", "insufficient"),
    "not_applicable": Pair("hết áp dụng", "not applicable"),
}
"""The same for narrow columns."""

STATUS_SIGN: Mapping[str, str] = {
    "achieved": "✓",
    "achieved_late": "√",
    "on_track": "●",
    "behind": "◐",
    "off_track": "○",
    "deteriorating": "▼",
    "missed": "✗",
    "overdue": "!",
    "pending": "◇",
    "awaiting_data": "…",
    "insufficient_data": "◌",
    "no_data": "∅",
    "not_applicable": "–",
}
"""One sign a status, each one column wide, so that colour is never the only difference.

None is also a mark of figures and targets.
"""

DOUBTFUL, STALE, ASSUMED = "?", "‡", "*"
"""Behind a figure that is doubtful or old, and a verdict that rests on an assumed baseline."""

OUTLOOK: Mapping[str, Pair] = {
    "reach": Pair("sẽ đạt", "will be met"),
    "just_short": Pair("còn thiếu ít", "just short"),
    "short": Pair("còn thiếu", "short"),
    "away": Pair("không tiến gần mục tiêu", "not moving towards it"),
}
"""Where the recent pace leads at the due date."""

DIRECTION_VERDICT: Mapping[str, Pair] = {
    "improving": Pair("đang tốt lên", "improving"),
    "stagnating": Pair("đi ngang", "standing still"),
    "worsening": Pair("đang xấu đi", "worsening"),
}
"""Which way an indicator without targets moves."""

FLAG: Mapping[str, Pair] = {
    "assumed_baseline": Pair("gốc tạm tính", "assumed baseline"),
    "year_missed": Pair("có năm không đạt", "missed in a year"),
    "approximate": Pair("số gần đúng", "approximate figure"),
    "stale": Pair("số liệu cũ", "stale"),
    "unconfirmed": Pair(
        "không có số liệu sát thời hạn để khẳng định", "not confirmed by a figure near the due date"
    ),
    "regressed": Pair("nay không còn đạt", "no longer met"),
    "forecast_short": Pair("dự báo không đạt", "forecast falls short"),
    "low_confidence": Pair("độ tin cậy thấp", "low confidence"),
    "partial_breakdown": Pair("chưa đủ số liệu các nhóm", "groups missing"),
    "members_missing": Pair("chưa đủ thành phần", "members missing"),
    "units_missing": Pair("chưa đủ đơn vị báo cáo", "units missing"),
    "ahead": Pair("vượt tiến độ", "ahead of schedule"),
}

REASON: Mapping[str, Pair] = {
    "no_threshold": Pair("không nêu con số để so sánh", "the target states no number"),
    "no_baseline": Pair("không nêu giá trị gốc", "no baseline stated"),
    "one_figure": Pair("mới có một số liệu", "only one figure"),
    "span_too_short": Pair(
        "các số liệu cách nhau chưa đến ba tháng", "the figures span less than three months"
    ),
    "definition_break": Pair(
        "cách tính đã thay đổi, không so sánh với số liệu trước đó",
        "the definition changed, earlier figures are not compared",
    ),
    "forecast_refused": Pair("chưa đủ số liệu để dự báo", "not enough data for a forecast"),
    "no_figure_near_due": Pair("không có số liệu sát thời hạn", "no figure near the due date"),
    "group_missing": Pair("có nhóm chưa có số liệu", "a group has no figure"),
    "undefined_for_method": Pair(
        "phương pháp này không áp dụng được", "the method is not defined here"
    ),
    "part_year": Pair("mới có số liệu một phần của năm", "only part of the year is covered"),
    "members_missing": Pair("chưa đủ thành phần", "members are missing"),
    "units_missing": Pair("chưa đủ đơn vị báo cáo", "units have not reported"),
    "shortfall": Pair("đến hạn còn thiếu {shortfall}", "{shortfall} short at the due date"),
    "mean_so_far": Pair("bình quân đến nay {mean}", "the mean so far is {mean}"),
    "rest_must_average": Pair(
        "các năm còn lại cần bình quân {needed}", "the other years must average {needed}"
    ),
}

UNIT: Mapping[str, Pair] = {
    "percent": Pair("%", "%"),
    "count": Pair("số lượng", "count"),
    "rank": Pair("hạng", "rank"),
    "amount": Pair("giá trị", "amount"),
    "per_thousand": Pair("‰", "‰"),
    "state": Pair("trạng thái", "state"),
    "index": Pair("điểm chỉ số", "index points"),
}
"""The kinds of unit by name; a plan's own `unit_label` wins where a figure is printed."""

GAP_UNIT: Mapping[str, Pair] = {
    "percent": Pair("điểm phần trăm", "percentage points"),
    "count": Pair("", ""),
    "rank": Pair("bậc", "places"),
    "amount": Pair("", ""),
    "per_thousand": Pair("điểm phần nghìn", "points per thousand"),
    "state": Pair("", ""),
    "index": Pair("điểm", "points"),
}
"""What a difference between two figures is counted in; empty: the plan's `unit_label`."""

GAP_UNIT_SHORT: Mapping[str, Pair] = {
    **GAP_UNIT,
    "percent": Pair("điểm %", "pp"),
    "per_thousand": Pair("điểm ‰", "‰ pts"),
}
"""The same for narrow columns."""

QUALIFIER: Mapping[str, Pair] = {
    "exact": Pair("{value}", "{value}"),
    "about": Pair("khoảng {value}", "about {value}"),
    "over": Pair("trên {value}", "over {value}"),
    "nearly": Pair("gần {value}", "nearly {value}"),
    "estimate": Pair("ước {value}", "{value} (estimate)"),
    "preliminary": Pair("{value} (sơ bộ)", "{value} (preliminary)"),
    "derived": Pair("{value} (suy ra)", "{value} (derived)"),
}
"""How firmly a figure is stated, around the figure itself."""

QUALIFIER_NAME: Mapping[str, Pair] = {
    "exact": Pair("chính xác", "exact"),
    "about": Pair("khoảng", "about"),
    "over": Pair("trên", "over"),
    "nearly": Pair("gần", "nearly"),
    "estimate": Pair("ước thực hiện", "estimate"),
    "preliminary": Pair("sơ bộ", "preliminary"),
    "derived": Pair("suy ra", "derived"),
}

FREQUENCY: Mapping[str, Pair] = {
    "weekly": Pair("hằng tuần", "weekly"),
    "monthly": Pair("hằng tháng", "monthly"),
    "quarterly": Pair("hằng quý", "quarterly"),
    "half-yearly": Pair("6 tháng một lần", "half-yearly"),
    "yearly": Pair("hằng năm", "yearly"),
}

LEVEL: Mapping[str, Pair] = {
    "trung-uong": Pair("trung ương", "central"),
    "tinh": Pair("cấp tỉnh", "provincial"),
    "huyen": Pair("cấp huyện", "district"),
    "xa": Pair("cấp xã", "commune"),
}
"""Levels of government; a plan may name others, which are shown as they are."""

MEASURE: Mapping[str, Pair] = {
    "stock": Pair("giá trị tại thời điểm", "stock"),
    "flow": Pair("lũy kế trong năm", "cumulative within the year"),
    "growth": Pair("tốc độ tăng so với năm trước", "change against the year before"),
    "rate": Pair("tỷ lệ", "rate"),
    "rank": Pair("xếp hạng", "rank"),
}

DIRECTION: Mapping[str, Pair] = {
    "increase": Pair("càng cao càng tốt", "higher is better"),
    "decrease": Pair("càng thấp càng tốt", "lower is better"),
    "none": Pair("cơ cấu, không có chiều mong muốn", "a structure, neither is better"),
}

STATE: Mapping[str, Pair] = {
    "not-started": Pair("chưa bắt đầu", "not started"),
    "in-progress": Pair("đang thực hiện", "in progress"),
    "mostly-done": Pair("cơ bản hoàn thành", "mostly done"),
    "done": Pair("hoàn thành", "done"),
}

METHOD: Mapping[str, Pair] = {
    "linear": Pair("đường thẳng", "straight line"),
    "cagr": Pair("tăng trưởng kép", "compound growth"),
    "eurostat": Pair("Eurostat", "Eurostat"),
    "aarr": Pair("hồi quy lô-ga-rít (AARR)", "log-linear regression (AARR)"),
    "unsd": Pair("Cơ quan Thống kê Liên Hợp Quốc", "UN Statistics Division"),
    "destatis": Pair("Cơ quan Thống kê Liên bang Đức", "German Federal Statistical Office"),
    "sdsn": Pair("mũi tên SDSN", "SDSN arrows"),
    "escap": Pair("ESCAP", "ESCAP"),
}

KIND: Mapping[str, Pair] = {
    "record": Pair("ghi", "record"),
    "import": Pair("nhập tệp", "import"),
    "correct": Pair("sửa", "correct"),
    "withdraw": Pair("rút", "withdraw"),
    "undo": Pair("hoàn tác", "undo"),
    "document": Pair("văn bản", "document"),
    "acknowledge": Pair("ghi nhận cảnh báo", "acknowledge"),
    "summary": Pair("phát hành bản tóm tắt", "issue summary"),
    "close": Pair("chốt kỳ", "close period"),
    "reopen": Pair("mở lại kỳ", "reopen period"),
}
"""What an act of recording does."""

ROLE: Mapping[str, Pair] = {
    "self": Pair("tự đánh giá", "self-assessed"),
    "appraised": Pair("thẩm định", "appraised"),
    "final": Pair("chính thức", "final"),
}
"""Who gave a score, by the members of the reserved breakdown `role`."""

DIMENSION: Mapping[str, Pair] = {
    "sector": Pair("lĩnh vực", "sector"),
    "role": Pair("điểm", "score"),
    "level": Pair("cấp", "level"),
    "trung-uong": Pair("cơ quan trung ương", "central body"),
    "tinh": Pair("tỉnh", "province"),
    "huyen": Pair("huyện", "district"),
    "xa": Pair("xã", "commune"),
}
"""Ways to break a figure down; a plan may name others, which are shown as they are."""


def label(table: Mapping[str, Pair], key: str, language: str) -> str:
    """The words for `key`, or `key` itself where the table does not hold it.

    >>> label(STATUS, "behind", "vi")
    'chậm tiến độ'
    >>> label(LEVEL, "ấp", "vi")
    'ấp'
    """
    pair = table.get(key)
    return pair.text(language) if pair else key


def status_words(status: str, language: str) -> str:
    """The sign and the words of a verdict.

    >>> status_words("achieved", "en")
    '✓ achieved'
    """
    return f"{STATUS_SIGN[status]} {STATUS[status].text(language)}"
