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
    "no_units": Pair("Không có đơn vị nào.", "There are no units."),
}
