"""The notices of a report as sentences, with the names of the plan.

Owns the sentence for each notice code.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from cdstrack.core.plan.model import Plan
from cdstrack.core.reports.header import Notice
from cdstrack.words.labels.vocabulary import Pair
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_day, format_instant

NOTICES: Mapping[str, Pair] = {
    "area_closed": Pair(
        "{unit} là đơn vị hành chính đến hết ngày {closed}; các mục tiêu còn áp dụng vẫn được "
        "đánh giá.",
        "{unit} was an administrative unit until {closed}; targets still in force continue to "
        "be judged.",
    ),
    "area_merged": Pair(
        "{unit} là đơn vị hành chính đến hết ngày {closed}; từ ngày {next} thuộc {successor}. "
        "Các mục tiêu còn áp dụng vẫn được đánh giá.",
        "{unit} was an administrative unit until {closed}; since {next} it is part of "
        "{successor}. Targets still in force continue to be judged.",
    ),
    "of_unit": Pair(
        "{unit}: đánh giá số liệu của riêng đơn vị này theo mục tiêu của kế hoạch.",
        "{unit}: the figures of this unit alone, judged by the targets of the plan.",
    ),
    "nothing_known": Pair(
        "Đến {at} chưa có lần ghi nào: báo cáo này không có số liệu làm căn cứ.",
        "Nothing had been recorded by {at}: this report is not based on any figure.",
    ),
    "nothing_known_by_file": Pair(
        "Đến {at} chưa có lần ghi nào: báo cáo này không có số liệu làm căn cứ và dùng tệp kế "
        "hoạch hiện nay, vì lúc đó chưa có phiên bản kế hoạch nào được lưu.",
        "Nothing had been recorded by {at}: this report is not based on any figure and uses "
        "the current plan file, because no version of it had been stored yet.",
    ),
}
"""By code; a closed area with a successor uses `area_merged`."""


def notice_sentence(notice: Notice, plan: Plan, language: str) -> str:
    """The notice in words, with the plan's names.

    Raises:
        KeyError: The code has no sentence, which is a bug that a test finds.
    """
    facts = dict(notice.facts)
    code = notice.code
    if code == "area_closed":
        code = "area_merged" if facts.get("successor") else code
        facts |= _closing(facts, plan, language)
    if code == "of_unit":
        facts["unit"] = plan.unit_name(facts["unit"], language)
    if "at" in facts:
        moment = datetime.fromisoformat(facts["at"])
        facts["at"] = format_instant(moment, ZoneInfo(plan.plan.timezone), language)
    sentence = NOTICES[code].text(language)
    # A name begins the sentence, so it gets a capital letter of its own.
    filled = sentence.format_map({name: clean(fact) for name, fact in facts.items()})
    return filled[:1].upper() + filled[1:]


def _closing(facts: Mapping[str, str], plan: Plan, language: str) -> dict[str, str]:
    closed = date.fromisoformat(facts["closed"])
    named = {key: facts[key] for key in ("unit", "successor") if facts.get(key)}
    return {key: plan.unit_name(unit, language) for key, unit in named.items()} | {
        "closed": format_day(closed, language),
        "next": format_day(closed + timedelta(days=1), language),
    }
