"""Fixed texts of reports about administrative units and what is added up over them."""

from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair

UNIT_PHRASES: Mapping[str, Pair] = {
    "title_units": Pair("Đơn vị hành chính", "Administrative units"),
    "head_unit": Pair("Đơn vị", "Unit"),
    "head_code": Pair("Mã", "Code"),
    "head_unit_time": Pair("Thời gian", "In force"),
    "head_unit_change": Pair("Sắp xếp", "Changes"),
    "unit_from": Pair("từ {since}", "from {since}"),
    "unit_to": Pair("đến {closed}", "until {closed}"),
    "unit_from_to": Pair("{since}–{closed}", "{since}–{closed}"),
    "unit_made_of": Pair("gồm: {units}", "made of: {units}"),
    "unit_became": Pair("nay là: {units}", "became: {units}"),
    "unit_count": Pair("{level}: {n}", "{level}: {n}"),
    "title_league_of": Pair(
        "{name}: các đơn vị của {area} đến ngày {day}", "{name}: the units of {area} as of {day}"
    ),
    "title_league": Pair("{name}: các đơn vị đến ngày {day}", "{name}: the units as of {day}"),
    "head_unit_figure": Pair("Số liệu", "Figure"),
    "head_unit_day": Pair("Ngày", "Date"),
    "head_unit_bar": Pair("So với cao nhất", "Of the highest"),
    "league_total": Pair(
        "{area}: {value}, tổng hợp từ {n} trên {total} đơn vị.",
        "{area}: {value}, from {n} of {total} units.",
    ),
    "league_count": Pair(
        "{n} trên {total} đơn vị đã báo cáo.", "{n} of {total} units have reported."
    ),
    "league_pulling": Pair("Đơn vị kém nhất: {units}.", "Worst units: {units}."),
    "league_missing": Pair("Chưa báo cáo: {units}.", "Not reported: {units}."),
    "league_no_parts": Pair(
        "Chưa báo cáo tử số và mẫu số: {units}.",
        "Not reported with numerator and denominator: {units}.",
    ),
    "league_no_weight": Pair(
        "Chưa báo cáo, hoặc chưa có quyền số ({weight}): {units}.",
        "Not reported, or without a weight ({weight}): {units}.",
    ),
    "no_unit_figures": Pair("Chưa đơn vị nào có số liệu.", "No unit has a figure."),
    "no_units_of_level": Pair(
        "Ngày {day}, địa bàn của kế hoạch không có đơn vị nào ở {level}. Khai báo các đơn vị trong một "
        "tệp CSV rồi ghi tên tệp dưới plan: của kế hoạch, ví dụ units: data/units.csv "
        "(docs/units.md).",
        "On {day} the plan's area has no unit at this level: {level}. List the units in a CSV file "
        "and name it under plan: in the plan, for example units: data/units.csv (docs/units.md).",
    ),
    "no_units": Pair("Không có đơn vị nào.", "There are no units."),
    "no_units_then": Pair(
        "Ngày {day} không có đơn vị nào như vậy. Vào những ngày khác: {n}, xem bằng --all.",
        "There is no such unit on {day}. On other days: {n}; see them with --all.",
    ),
}
