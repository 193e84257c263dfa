"""Other words for the keys and values of a plan, as planners and programmers write them.

Owns the tables only. A word is compared without accents, case, spaces and hyphens; what is found
is offered in a remedy and never taken.
"""

import re
from collections.abc import Mapping

from cdstrack.core.spelling import unmarked

Words = Mapping[str, str]
"""For each known word the others that mean it, separated by spaces."""

EXACTLY = "exactly"
"""What is meant by a target that says neither at least nor at most."""

_SYMBOLS = {
    ">=": "at_least",
    "=>": "at_least",
    "≥": "at_least",
    ">": "more_than",
    "<=": "at_most",
    "=<": "at_most",
    "≤": "at_most",
    "<": "less_than",
    "~": "about",
    "≈": "about",
    "=": EXACTLY,
    "==": EXACTLY,
    "%": "percent",
    "‰": "per_thousand",
    "+": "increase",
    "-": "decrease",
}

_TARGET: Words = {
    "at_least": "minimum min mins gte ge floor lower lower_bound not_less_than no_less_than"
    " greater_or_equal greater_than_or_equal greater_equal at_minimum increase_to rise_to raise_to"
    " percent toi_thieu it_nhat khong_duoi khong_thap_hon tu_muc",
    "more_than": "gt greater_than greater above over exceeds exceed exceeding more higher"
    " higher_than strictly_more tren hon vuot lon_hon",
    "at_most": "maximum max lte le ceiling upper upper_bound not_more_than no_more_than up_to"
    " less_or_equal less_than_or_equal less_equal at_maximum decrease_to fall_to reduce_to cap"
    " toi_da khong_qua khong_vuot_qua cao_nhat",
    "less_than": "lt below under less lower_than smaller_than strictly_less duoi nho_hon it_hon",
    "between": "range interval in_range within corridor from_to trong_khoang khoang_tu",
    "about": "approx approximately approximate around roughly circa nearly khoang xap_xi gan",
    "top": "rank place position top_n ranking in_top thu_hang hang nhom xep_hang",
    "of": "out_of total among trong_so tren_tong",
    "reduce_by": "decrease_by cut_by lower_by fall_by drop_by reduction reduce cut decrease"
    " decline_by giam giam_it_nhat",
    "increase_by": "raise_by grow_by rise_by growth increase grow up_by tang tang_them tang_it_nhat",
    "each_year_at_least": "each_year yearly per_year annually annual every_year yearly_at_least"
    " every_year_at_least annual_minimum each_year_min each_year_minimum moi_nam hang_nam hang_nam_it_nhat",
    "each_year_more_than": "every_year_more_than yearly_more_than annual_more_than each_year_over"
    " each_year_above each_year_greater_than moi_nam_tren hang_nam_tren",
    "each_year_at_most": "every_year_at_most yearly_at_most each_year_max each_year_maximum"
    " annual_maximum hang_nam_khong_qua",
    "each_year_less_than": "every_year_less_than yearly_less_than each_year_below each_year_under"
    " hang_nam_duoi",
    "average_at_least": "average mean avg on_average average_of average_min average_minimum"
    " mean_at_least average_per_year binh_quan trung_binh binh_quan_it_nhat",
    "average_more_than": "average_over average_above average_greater_than mean_more_than"
    " binh_quan_tren trung_binh_tren",
    "average_at_most": "average_max average_maximum mean_at_most binh_quan_khong_qua",
    "average_less_than": "average_below average_under mean_less_than binh_quan_duoi",
    EXACTLY: "equals equal equal_to eq exact is value values target goal amount number figure"
    " result level bang dat gia_tri muc_tieu chi_tieu so ket_qua",
    "from": "since start starting first_year from_year start_year tu_nam",
    "reach": "state status achieve complete stage hoan_thanh trang_thai",
    "universal": "all everyone everybody for_all pho_cap toan_dan moi_nguoi",
    "due": "by until till deadline date year when milestone due_date by_year end end_date due_on"
    " target_year target_date due_year han nam moc thoi_han den_nam ngay",
    "wording": "text words official official_wording official_text statement description content"
    " name title label original nguyen_van noi_dung loi_van",
    "quote": "quotes quoted cite cites trich cau_trich",
    "document": "source sources doc docs documents reference ref van_ban nguon can_cu",
    "declared": "assumed threshold chosen assumption nguong nguong_tu_chon",
    "ended": "closed stopped dropped cancelled canceled ket_thuc het_hieu_luc",
    "beyond": "above_is_fine open open_end",
    "note": "comment comments remark remarks notes ghi_chu",
}
_INDICATOR: Words = {
    "id": "key code ma identifier ma_chi_tieu",
    "name": "title label ten indicator full_name ten_chi_tieu chi_tieu",
    "short": "short_name abbreviation shortname ten_ngan ten_tat",
    "aliases": "alias also_known_as aka synonyms other_names ten_khac",
    "pillar": "group category section theme topic pillars tru_cot nhom linh_vuc",
    "level": "tier government government_level administrative_level cap cap_chinh_quyen",
    "unit": "units measured_in unit_of_measure uom dvt don_vi don_vi_tinh",
    "unit_label": "unit_name unit_text unit_title ten_don_vi ten_don_vi_tinh",
    "direction": "better trend polarity desired_direction wanted chieu chieu_huong",
    "measure": "type kind measure_type accumulation measured_as cach_do loai",
    "bounds": "limits limit range min_max minmax valid_range gioi_han",
    "definition": "description meaning calculation formula dinh_nghia cach_tinh",
    "scope": "coverage exclusions excludes pham_vi",
    "numerator": "tu_so",
    "denominator": "mau_so",
    "frequency": "freq period periodicity reporting interval cycle ky ky_bao_cao tan_suat",
    "calendar": "cutoff cut_off period_rule nghi_dinh_09 lich_bao_cao cach_chot_ky",
    "lead": "responsible owner agency lead_agency body department leads leader in_charge chu_tri"
    " co_quan_chu_tri don_vi_chu_tri",
    "person": "contact officer responsible_person focal_point nguoi_phu_trach phu_trach",
    "supporting": "support supports partners contributors phoi_hop co_quan_phoi_hop",
    "sum_of": "parts components total_of sum children adds_up thanh_phan tong_cua",
    "partial": "incomplete partly trong_do",
    "composite": "index composite_index weighted weighted_sum tong_hop chi_so_tong_hop",
    "points": "score scores scoring scale diem thang_diem cham_diem",
    "every": "each each_of groups for_each by_group moi",
    "baseline": "base start starting_value initial initial_value reference base_value goc gia_tri_goc",
    "targets": "target goals goal milestones muc_tieu",
    "breaks": "break series_break series_breaks doi_cach_tinh",
    "note": _TARGET["note"],
}
_SECTIONS: Mapping[str, Words] = {
    "Target": _TARGET,
    "Indicator": _INDICATOR,
    "Plan": {
        "plan": "header about info ke_hoach",
        "documents": "document sources references van_ban",
        "pillars": "pillar groups categories sections tru_cot",
        "org_units": "units bodies organisations organizations departments agencies org_unit don_vi",
        "levels": "level tiers cap",
        "indicators": "indicator kpis kpi items measures chi_tieu",
        "schema": "version schema_version",
    },
    "Header": {
        "id": "key code ma",
        "title": "name label ten",
        "area": "province place region org_unit unit territory dia_ban tinh",
        "starts": "start begin begins from start_date since tu_ngay bat_dau",
        "timezone": "tz time_zone zone mui_gio",
        "language": "lang locale ngon_ngu",
    },
    "Document": {
        "title": "name label ten tieu_de trich_yeu",
        "number": "no symbol code so so_hieu so_ky_hieu",
        "issuer": "issued_by author agency publisher co_quan_ban_hanh",
        "issued": "date published issued_on year day ngay ngay_ban_hanh",
        "url": "link address web href website dia_chi",
        "quotes": "quote sentences quotations trich",
        "note": _TARGET["note"],
    },
    "Label": {"vi": "vn vie vietnamese tieng_viet name ten text", "en": "eng english tieng_anh"},
    "OrgUnit": {
        "vi": "vn vie vietnamese tieng_viet name ten title label",
        "en": "eng english tieng_anh",
        "level": "tier cap",
        "closed": "ended end until closed_on last_day ngay_ket_thuc",
        "successor": "replaced_by merged_into followed_by ke_thua don_vi_moi",
        "aliases": _INDICATOR["aliases"],
        "note": _TARGET["note"],
    },
    "Baseline": {
        "date": "year on at day as_of due period nam ngay",
        "value": "amount number figure gia_tri",
        "document": _TARGET["document"],
    },
    "Declared": {
        **{
            key: _TARGET[key]
            for key in ("at_least", "more_than", "at_most", "less_than", "between")
        },
        "by": "who chosen_by author declared_by nguoi_chon",
        "date": "on when day year ngay",
        "document": _TARGET["document"],
    },
    "Ended": {"date": "on since from when day ngay", "reason": "why note because ly_do"},
    "Break": {"date": "on since from when day ngay", "reason": "why note because ly_do"},
    "Composite": {
        "members": "member parts components weights indicators items thanh_phan chi_so_thanh_phan"
        " trong_so",
        "of": "total max maximum scale out_of sum thang_diem tong_diem tong",
    },
    "Points": {
        "max": "maximum most out_of of total diem_toi_da toi_da",
        "steps": "step rules levels scale thresholds muc cac_muc bac",
        "by": "method rule basis theo cach_tinh",
    },
    "PointsStep": {
        "at_least": "from min minimum gte ge value tu it_nhat toi_thieu",
        "points": "score gives point diem so_diem",
    },
    "Lead": {"unit": "id org_unit body agency name don_vi", "since": "from start date begins tu"},
}
_VALUES: Mapping[str, Words] = {
    "by": {
        "sum": "total add added adding addition tong cong tong_cong",
        "ratio": "fraction quotient proportion share percentage percent ty_le ti_le ty_so",
        "mean": "average avg arithmetic_mean simple_mean trung_binh binh_quan",
        "weighted_mean": "weighted weighted_average weighted_avg trung_binh_gia_quyen"
        " binh_quan_gia_quyen co_trong_so",
        "worst": "min minimum max maximum lowest highest slowest kem_nhat thap_nhat cao_nhat",
        "share_met": "met share_meeting percent_met count_met number_met ty_le_dat so_xa_dat",
    },
    "unit": {
        "percent": "pct percentage per_cent percents share ratio proportion phan_tram ty_le ti_le",
        "count": "number integer int whole whole_number so_luong",
        "rank": "place position ranking thu_hang hang thu_bac xep_hang",
        "amount": "money currency value float decimal quantity so_tien",
        "per_thousand": "per_mille permille promille per_1000 phan_nghin",
        "state": "status boolean bool yes_no yesno milestone text qualitative trang_thai tien_do",
        "index": "score points point rating grade diem chi_so",
    },
    "direction": {
        "increase": "up higher rise rising raise more max maximize maximise positive asc ascending"
        " higher_is_better increasing high tang cang_cao_cang_tot",
        "decrease": "down lower fall falling less min minimize minimise negative desc descending"
        " lower_is_better decreasing low reduce giam cang_thap_cang_tot",
        "none": "neutral either both stable maintain no neither structure flat neutral_direction"
        " khong on_dinh duy_tri co_cau",
    },
    "measure": {
        "flow": "cumulative accumulated accumulating running ytd within_year sum total luy_ke cong_don",
        "stock": "level snapshot point balance cumulative_total end_of_period thoi_diem",
        "growth": "growth_rate change yoy annual_growth percent_change rate_of_growth toc_do_tang"
        " tang_truong toc_do_tang_truong",
        "rate": "ratio share percentage proportion ty_le ti_le",
        "rank": "ranking place position xep_hang thu_hang",
    },
    "frequency": {
        "yearly": "annual annually year every_year once_a_year per_year biennial hang_nam nam moi_nam",
        "half-yearly": "semiannual semi_annual semiannually biannual six_monthly 6_months six_months"
        " half_year twice_a_year sau_thang nua_nam 6_thang",
        "quarterly": "quarter every_quarter hang_quy quy moi_quy",
        "monthly": "month every_month hang_thang thang moi_thang",
        "weekly": "week every_week daily day hang_tuan tuan moi_tuan hang_ngay",
    },
    "calendar": {"nd09": "nd_09 nd09_2019 nd_09_2019 nghi_dinh_09 decree_09 14 ngay_14"},
    "reach": {
        "done": "complete completed finished achieved yes true 100 hoan_thanh xong dat",
        "mostly-done": "almost almost_done mostly nearly nearly_done largely substantially basically"
        " basically_done co_ban co_ban_hoan_thanh co_ban_dat",
        "in-progress": "started ongoing running doing begun progress partial dang_thuc_hien dang_lam",
        "not-started": "none planned new todo pending not_yet chua chua_bat_dau",
    },
    "language": {"vi": "vn vie vietnamese tieng_viet", "en": "eng english gb us en_gb en_us"},
    "beyond": {"fine": "ok okay good allowed yes true better tot"},
    "method": {"linear": "line straight straight_line", "cagr": "compound exponential geometric"},
}


def key_meant(section: str, key: str) -> str:
    """The key of a section (by its model's name) that another word means; "" where none is known.

    >>> key_meant("Target", "Tối thiểu"), key_meant("Target", ">="), key_meant("Target", "colour")
    ('at_least', 'at_least', '')
    """
    return _meant(_SECTIONS.get(section, {}), key)


def value_meant(key: str, value: str) -> str:
    """The word that a key with a closed vocabulary means by another one; "" where none is known."""
    return _meant(_VALUES.get(key, {}), value)


def section_of_key(key: str) -> str:
    """The model of a target or an indicator to which a key belongs; "" where neither has it."""
    return next((name for name in ("Target", "Indicator") if key in _SECTIONS[name]), "")


def _meant(words: Words, typed: str) -> str:
    symbol = _SYMBOLS.get(typed.strip(), "")
    if symbol in words:
        return symbol
    bare = _bare(typed)
    return next(
        (
            known
            for known, others in words.items()
            if bare == _bare(known) or bare in others.split()
        ),
        "",
    )


def _bare(word: str) -> str:
    return re.sub(r"[\W_]+", "_", unmarked(word[:80])).strip("_")
