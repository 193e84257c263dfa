"""What each key of the plan file means, with an example: for the reference page and for editors.

Owns these sentences only. Which keys there are is decided by the models of `cdstrack.core.plan.model`;
a test keeps the two together.
"""

from typing import NamedTuple

from pydantic import BaseModel

from cdstrack.core.plan import model as plan


class Key(NamedTuple):
    """The meaning of a key, and how its line looks in a plan."""

    meaning: str
    example: str


_ID = "made of small letters without marks, digits and hyphens"
_AT_MOST_SIX = "a number with at most six decimals and a decimal point"
_METHODS = [str(name) for name in plan.MethodName]
_DAY = "a day, written year-month-day"

_LABEL = {
    "vi": Key("the Vietnamese name, as the document spells it", "vi: Chính quyền số"),
    "en": Key(
        "the English name; without it, English reports show the Vietnamese", "en: Government"
    ),
}
_THRESHOLD = {
    "at_least": Key(f"the value or more (“tối thiểu”, “ít nhất”); {_AT_MOST_SIX}", "at_least: 90"),
    "more_than": Key("strictly more (“trên”, “hơn”): 80 does not meet it", "more_than: 80"),
    "at_most": Key("the value or less (“tối đa”, “không quá”)", "at_most: 5"),
    "less_than": Key("strictly less (“dưới”)", "less_than: 3"),
}
_DOCUMENT = Key("the document that states it: an id, or a list of ids", "document: nghi-quyet-1")

KEYS: dict[type[BaseModel], dict[str, Key]] = {
    plan.Plan: {
        "schema": Key("the version of this file's structure, always 1", "schema: 1"),
        "plan": Key("what the plan is called and where it applies", "plan: {id: …, title: …}"),
        "documents": Key("the sources, by id", "documents: {nghi-quyet-1: {title: …}}"),
        "pillars": Key("the pillars, by id", "pillars: {kinh-te-so: {vi: Kinh tế số}}"),
        "org_units": Key("bodies and areas, by id", "org_units: {so-tttt: {vi: …}}"),
        "indicators": Key("the list of indicators with their targets", "indicators: [{id: …}]"),
    },
    plan.Header: {
        "id": Key(f"the plan's id, {_ID}", "id: cds-tinh-mau"),
        "title": Key("the plan's title", "title: {vi: Đề án chuyển đổi số …}"),
        "area": Key(
            "the org unit that figures are about unless they name another", "area: tinh-mau"
        ),
        "starts": Key(f"the first day of the plan; {_DAY}", "starts: 2020-10-09"),
        "timezone": Key("the time zone in which days begin and end", "timezone: Asia/Ho_Chi_Minh"),
        "language": Key("the language of reports unless told otherwise: vi or en", "language: vi"),
    },
    plan.Label: _LABEL,
    plan.Document: {
        "title": Key("the document's title", "title: Nghị quyết về chuyển đổi số"),
        "number": Key("its number and symbol", "number: 01-NQ/TU"),
        "issuer": Key("who issued it", "issuer: Tỉnh ủy Mẫu"),
        "issued": Key(f"when it was issued; {_DAY}", "issued: 2021-06-29"),
        "url": Key("where it can be read", 'url: "https://example.org/nq1"'),
        "note": Key("anything a reader should know", "note: bản đăng báo, không có số"),
    },
    plan.OrgUnit: {
        **_LABEL,
        "level": Key("its level of government", "level: tinh"),
        "closed": Key("its last day; later figures are taken with a warning", "closed: 2025-06-30"),
        "successor": Key("the body that took over", "successor: tinh-mau-moi"),
        "note": Key("anything a reader should know", "note: sáp nhập theo nghị quyết"),
    },
    plan.Lead: {
        "unit": Key("the responsible body", "unit: so-khcn"),
        "since": Key("its first day; the first body needs none", "since: 2025-03-01"),
    },
    plan.Baseline: {
        "date": Key(f"when the value held; {_DAY}", "date: 2020-12-31"),
        "value": Key(f"the value the plan starts from; {_AT_MOST_SIX}", "value: 40"),
        "document": _DOCUMENT,
    },
    plan.Break: {
        "date": Key("the first day of the new definition", "date: 2022-08-15"),
        "reason": Key("what changed", "reason: Nghị định 42/2022/NĐ-CP"),
    },
    plan.Ended: {
        "date": Key("the day from which the target is not judged", "date: 2025-07-01"),
        "reason": Key("why", "reason: bỏ cấp huyện"),
        "document": _DOCUMENT,
    },
    plan.Declared: {
        **_THRESHOLD,
        "by": Key("who chose the threshold", "by: Sở Thông tin và Truyền thông"),
        "date": Key("when", "date: 2022-01-15"),
        "document": _DOCUMENT,
    },
    plan.Target: {
        "due": Key(f"the last day on which it may be reached; {_DAY}", "due: 2025-12-31"),
        **_THRESHOLD,
        "between": Key("from the first number to the second, both included", "between: [35, 40]"),
        "top": Key("among the first so many of a ranking (unit: rank)", "top: 30"),
        "of": Key("how many are ranked; only beside top", "of: 63"),
        "reduce_by": Key("less than the baseline by this share of it", "reduce_by: 30%"),
        "increase_by": Key("more than the baseline by this share of it", "increase_by: 30%"),
        "each_year_at_least": Key("every year at least this", "each_year_at_least: 5"),
        "from": Key(
            "the first year that counts; only beside each_year_at_least; without it the first full"
            " year after the plan starts",
            "from: 2021",
        ),
        "reach": Key("a state: not-started, in-progress or done (unit: state)", "reach: done"),
        "universal": Key("wording without a number (“phổ cập”), always true", "universal: true"),
        "declared": Key(
            "a threshold that somebody chose for such wording; shown as chosen, never as official",
            "declared: {at_least: 95, by: …, date: …}",
        ),
        "wording": Key("the official words: a text, or a list", 'wording: "90% hồ sơ …"'),
        "document": _DOCUMENT,
        "ended": Key("the target no longer applies from a day on", "ended: {date: …, reason: …}"),
        "note": Key("anything a reader should know", "note: các báo ghi khác nhau"),
    },
    plan.Indicator: {
        "id": Key(f"the indicator's id, {_ID}", "id: ho-so-cap-tinh"),
        "name": Key("its full name", "name: {vi: Hồ sơ cấp tỉnh xử lý trên mạng}"),
        "short": Key("a shorter name, for tables", "short: {vi: Hồ sơ cấp tỉnh}"),
        "pillar": Key("the pillar it belongs to", "pillar: chinh-quyen-so"),
        "level": Key("the level of government the target speaks of", "level: tinh"),
        "unit": Key("percent, count, rank, amount, per_thousand, state or index", "unit: percent"),
        "unit_label": Key("the name of the unit", "unit_label: {vi: doanh nghiệp}"),
        "direction": Key("which way is better: increase or decrease", "direction: increase"),
        "measure": Key(
            "stock, flow (cumulative within the year), rate or rank; stock unless told otherwise",
            "measure: stock",
        ),
        "bounds": Key("the least and the greatest possible value; ~ for none", "bounds: [0, 100]"),
        "definition": Key("how it is measured", "definition: {vi: …}"),
        "scope": Key("what is left out or included", "scope: trừ hồ sơ mật"),
        "numerator": Key("what is counted, when it is a share", "numerator: {vi: hồ sơ trên mạng}"),
        "denominator": Key("out of what", "denominator: {vi: tổng số hồ sơ}"),
        "frequency": Key(
            "how often a figure is due: weekly, monthly, quarterly, half-yearly or yearly; a"
            " figure older than twice that is stale",
            "frequency: quarterly",
        ),
        "lead": Key(
            "the responsible body, or a list of bodies with the day each began",
            "lead: [{unit: so-tttt}, {unit: so-khcn, since: 2025-03-01}]",
        ),
        "person": Key("the person in charge", "person: Nguyễn Văn A"),
        "supporting": Key("contributing bodies: an id, or a list of ids", "supporting: [so-yte]"),
        "method": Key(
            f"how progress is judged: {', '.join(_METHODS[:-1])} or {_METHODS[-1]}",
            f"method: {_METHODS[0]}",
        ),
        "sum_of": Key("indicators whose figures must add up to this one", "sum_of: [a1, a2]"),
        "every": Key(
            "met only when every group meets it; an empty list: the plan does not name them",
            "every: {sector: [nong-nghiep, du-lich]}",
        ),
        "baseline": Key(
            "the dated value the plan starts from; left out, it is “not stated”",
            "baseline: {date: 2020-12-31, value: 40}",
        ),
        "targets": Key(
            "what is to be reached and when; without any, the indicator is context",
            "targets: [{due: 2025-12-31, at_least: 90}]",
        ),
        "breaks": Key(
            "days from which it is measured otherwise; nothing is compared across them",
            "breaks: [{date: 2022-08-15, reason: …}]",
        ),
        "note": Key("anything a reader should know", "note: số liệu của Sở, chưa công bố"),
    },
}
"""The keys of every section, by the section's model, in the order of the models."""
