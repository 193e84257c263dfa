"""The sentences of the weekly letters, and dates as letters write them, `15/8/2022`.

Owns the texts of the owners' page, the reminder, the list of pages and the schedule, the look-up of
a sentence, and the spelling of days, periods and weeks. Must not know layout.
"""

from collections.abc import Mapping
from datetime import date

from cdstrack.core.record.period import Period, Precision
from cdstrack.core.weekly.week import Week
from cdstrack.words.labels.vocabulary import Pair
from cdstrack.words.labels.weekly_sheet import SHEET
from cdstrack.words.labels.weekly_texts import PAGE
from cdstrack.words.parse.dates import format_period

OWNERS: Mapping[str, Pair] = {
    # owners
    "owners_title": Pair(
        "Trách nhiệm và số liệu còn thiếu", "Responsibilities and outstanding figures"
    ),
    "owner": Pair("{name} – {n} chỉ tiêu", "{name} – indicators: {n}"),
    "duty": Pair("{name}: {verdict}; {figure}", "{name}: {verdict}; {figure}"),
    "duties": Pair(
        "{verdict}, chưa từng báo cáo ({n}): {names}", "{verdict}, never reported ({n}): {names}"
    ),
    "duty_bare": Pair("{name}: {verdict}", "{name}: {verdict}"),
    "duty_figure": Pair(
        "{value}, kỳ {period}, cách {age}{stale}", "{value}, {period}, {age} old{stale}"
    ),
    "is_stale": Pair(" (số liệu cũ)", " (stale)"),
    "no_target": Pair("không có mục tiêu", "no target"),
    "leads_since": Pair("chủ trì từ ngày {day}", "lead body since {day}"),
    "leads_after": Pair(
        "chủ trì từ ngày {day}, trước đó là {before}", "lead body since {day}, previously {before}"
    ),
    "inherits": Pair("tiếp nhận từ {unit}", "taken over from {unit}"),
    "owed_list": Pair("Số liệu còn thiếu ({n})", "Outstanding figures ({n})"),
    # the reminder
    "remind_title": Pair("Về việc bổ sung số liệu", "Request for figures"),
    "remind_to": Pair("Kính gửi: {lead}", "To: {lead}"),
    "remind_nothing": Pair(
        "Đến ngày {day}, {lead} không còn thiếu số liệu nào.",
        "As of {day}, {lead} has no outstanding figures.",
    ),
    "remind_closed": Pair(
        "{lead} đã kết thúc hoạt động ngày {closed}; trách nhiệm chuyển sang {successor}.",
        "{lead} closed on {closed}; its responsibilities passed to {successor}.",
    ),
    "remind_asked": Pair(
        "Tính đến ngày {day}, còn {n} chỉ tiêu do {lead} chủ trì chưa có số liệu hoặc đã đến "
        "hạn báo cáo. Đề nghị {lead} bổ sung số liệu:",
        "Indicators led by {lead} that have no figure or are due for a new one as of {day}: "
        "{n}. {lead} is asked to supply:",
    ),
    "in_charge": Pair("Phụ trách: {person}", "Contact: {person}"),
    "asked_for": Pair("mục tiêu {milestone}: {target}", "target for {milestone}: {target}"),
    "scope": Pair("phạm vi: {scope}", "scope: {scope}"),
    "remind_how": Pair(
        "Đề nghị ghi rõ đối với từng số liệu: ngày hoặc kỳ của số liệu, tử số và mẫu số nếu là "
        "tỷ lệ, văn bản nguồn. Trường hợp chưa có số liệu, đề nghị nêu lý do.",
        "For each figure please state the day or period it refers to, numerator and denominator "
        "if it is a share, and the source document. If there is no figure, please give the reason.",
    ),
    # the pages issued
    "list_title": Pair("Các bản tóm tắt đã phát hành", "Summaries issued"),
    "list_counts": Pair(
        "{n} bản đã phát hành; {missed} tuần chưa phát hành.",
        "Issued: {n}; weeks without a summary: {missed}.",
    ),
    "list_none": Pair("Chưa phát hành bản nào.", "No summary has been issued."),
    "list_issue": Pair(
        "Số {number}: {week}; phát hành {moment}, {by}",
        "No. {number}: {week}; issued {moment}, {by}",
    ),
    "list_replaces": Pair("; thay số {number}", "; replaces no. {number}"),
    "list_facts": Pair(
        "Số liệu đã ghi đến {known}; kế hoạch {plan}; văn bản {sha}",
        "As recorded by {known}; plan {plan}; text {sha}",
    ),
    "list_nothing_known": Pair("(chưa ghi gì)", "(nothing yet)"),
    "list_missed": Pair("CHƯA PHÁT HÀNH: {week}", "NOT ISSUED: {week}"),
    "week_name": Pair(
        "tuần {number} năm {year} ({monday}–{sunday})",
        "week {number} of {year} ({monday} to {sunday})",
    ),
    # the schedule
    "schedule_cron": Pair(
        "Tóm tắt hằng tuần của cdstrack: thêm vào cuối bảng mở bằng lệnh crontab -e.",
        "The weekly summary of cdstrack: append to the table that crontab -e opens.",
    ),
    "schedule_cron_clock": Pair(
        "Giờ theo đồng hồ của máy này, không theo múi giờ của kế hoạch ({zone}); tuần là tuần "
        "trọn vẹn gần nhất theo múi giờ của kế hoạch.",
        "The time follows this computer's clock, not the plan's time zone ({zone}); the week "
        "is the last full one in the plan's time zone.",
    ),
    "schedule_systemd": Pair(
        "đặt trong ~/.config/systemd/user/ hoặc /etc/systemd/system/",
        "save in ~/.config/systemd/user/ or /etc/systemd/system/",
    ),
    "schedule_systemd_start": Pair(
        "Bật: systemctl --user enable --now cdstrack-summary.timer",
        "Start: systemctl --user enable --now cdstrack-summary.timer",
    ),
    "schedule_systemd_clock": Pair(
        "Giờ theo múi giờ của kế hoạch ({zone}), không phụ thuộc giờ của máy.",
        "The time is in the plan's time zone ({zone}), regardless of this computer's.",
    ),
    "schedule_description": Pair("cdstrack: tóm tắt hằng tuần", "cdstrack: weekly summary"),
    "schedule_complaint": Pair(
        "cdstrack: không có bản tóm tắt tuần, hoặc bản in không đầy đủ; mã kết thúc",
        "cdstrack: the weekly summary is missing or incomplete; exit status",
    ),
}

SENTENCES: Mapping[str, Pair] = {**PAGE, **SHEET, **OWNERS}
"""Every sentence, by key."""


def say(key: str, language: str, **facts: object) -> str:
    """A sentence of the page with its facts, which must be clean already.

    Raises:
        KeyError: There is no such sentence, or a fact is missing.

    >>> say("as_of", "vi", day="21/8/2022")
    'Tính đến ngày 21/8/2022'
    """
    return SENTENCES[key].text(language).format_map(facts)


def plain_day(day: date, language: str) -> str:
    """`21/8/2022` in Vietnamese, ISO in English.

    >>> plain_day(date(2022, 8, 21), "vi")
    '21/8/2022'
    """
    return f"{day.day}/{day.month}/{day.year}" if language == "vi" else day.isoformat()


def plain_period(period: Period, language: str) -> str:
    """A period with its days written so; others as everywhere.

    >>> plain_period(Period.parse("2024-01-01/2024-11-14"), "vi")
    '1/1–14/11/2024'
    """
    if period.precision is Precision.DAY:
        return plain_day(period.end, language)
    if period.precision is not Precision.RANGE:
        return format_period(period, language)
    return _span(period.start, period.end, language, "–" if language == "vi" else " to ")


def week_title(week: Week, language: str) -> str:
    """The heading of a week's page.

    >>> week_title(Week(2022, 33), "vi")
    'Tóm tắt tuần 33 năm 2022 (từ ngày 15/8 đến ngày 21/8/2022)'
    """
    return say("week", language, **_days(week, language))


def week_name(week: Week, language: str) -> str:
    """The week with its number and its days.

    >>> week_name(Week(2020, 53), "vi")
    'tuần 53 năm 2020 (28/12/2020–3/1/2021)'
    """
    return say("week_name", language, **_days(week, language))


def _days(week: Week, language: str) -> dict[str, object]:
    monday, sunday = plain_day(week.monday, language), plain_day(week.sunday, language)
    if language == "vi":
        monday = monday.removesuffix(f"/{week.sunday.year}")
    return {"number": week.number, "year": week.year, "monday": monday, "sunday": sunday}


def due_words(due: date | None, language: str) -> str:
    """A due date as a target is called by it: the year alone for its last day.

    >>> due_words(date(2025, 12, 31), "vi"), due_words(date(2025, 6, 30), "vi")
    ('năm 2025', '30/6/2025')
    """
    if due is None:
        return say("no_due", language)
    if (due.month, due.day) == (12, 31):
        return say("year_of", language, year=due.year)
    return plain_day(due, language)


def _span(first: date, last: date, language: str, mark: str) -> str:
    begun = plain_day(first, language)
    if language == "vi":
        begun = begun.removesuffix(f"/{last.year}")
    return f"{begun}{mark}{plain_day(last, language)}"
