"""Messages of commands in addition to their data, in both languages.

Owns sentences that are neither problems (`cdstrack.words.problems.sentences`) nor part of a report.
`{name}` is a placeholder for a fact, which is cleaned and never read as a template.
"""

import re
from collections.abc import Mapping

from cdstrack.words.labels.vocabulary import Pair
from cdstrack.words.parse.clean import clean
from cdstrack.words.talk.closing import CLOSING
from cdstrack.words.talk.commands import KEEP
from cdstrack.words.talk.entry import ENTRY
from cdstrack.words.talk.exchange import EXCHANGE, FORM

_FACT = re.compile(r"\{([a-z_]+)\}")

TALK: Mapping[str, Pair] = {
    "main.bug": Pair(
        "Đây là lỗi của {program}, không phải của bạn. Đề nghị gửi toàn bộ nội dung trên cùng "
        "lệnh đã gõ cho người phụ trách chương trình ({program} {version}, Python {python}); "
        "không có lần ghi nào dở dang.",
        "This is a bug in {program}, not your fault. Please send everything above, with the "
        "command that you typed, to whoever maintains the program ({program} {version}, Python "
        "{python}); nothing was left half recorded.",
    ),
    "output.written": Pair("đã ghi ra {file}", "wrote {file}"),
    "init.made": Pair("đã tạo {file}", "created {file}"),
    "init.all_there": Pair(
        "tất cả đã có sẵn: {plan}, {store}", "everything already exists: {plan}, {store}"
    ),
    "init.to_grant": Pair(
        "-- tài khoản này không được tạo hoặc cấp vai trò; nhờ người quản lý máy chủ chạy:",
        "-- this account may not make or grant the roles; ask who manages the server to run:",
    ),
    "init.next_import": Pair(
        "Tiếp theo, trong thư mục đó: cdstrack import {file}, rồi cdstrack status",
        "Next, in that folder: cdstrack import {file}, then cdstrack status",
    ),
    "init.next_record": Pair(
        "Tiếp theo: cdstrack check, rồi cdstrack record",
        "Next: cdstrack check, then cdstrack record",
    ),
    "remind.nobody": Pair(
        "không cơ quan nào còn thiếu số liệu tính đến ngày {day}",
        "no body owes any figures on {day}",
    ),
    "report.making": Pair("lập báo cáo", "making the report"),
    "check.counts": Pair(
        "{error} lỗi, {warning} cảnh báo, {advice} khuyến nghị",
        "errors: {error}, warnings: {warning}, advice: {advice}",
    ),
    "check.clean": Pair("không phát hiện vấn đề nào", "no problems found"),
    "check.no_store": Pair(
        "chưa có kho số liệu {store}: chỉ kiểm tra kế hoạch",
        "there is no store {store} yet: only the plan was checked",
    ),
    "doctor.plan": Pair("Kế hoạch", "Plan"),
    "doctor.kept_plan": Pair("Bản đã kiểm tra", "Checked copy"),
    "doctor.kept_reports": Pair("Báo cáo lưu tạm", "Kept reports"),
    "doctor.store": Pair("Kho số liệu", "Store"),
    "doctor.language": Pair("Ngôn ngữ", "Language"),
    "doctor.today": Pair("Hôm nay", "Today"),
    "doctor.user": Pair("Người ghi", "Recorded by"),
    "doctor.colour": Pair("Màu", "Colour"),
    "doctor.width": Pair("Bề rộng", "Width"),
    "doctor.versions": Pair("Phiên bản", "Versions"),
    "doctor.option": Pair("tùy chọn {name}", "option {name}"),
    "doctor.environment": Pair("biến {name}", "variable {name}"),
    "doctor.default": Pair("mặc định", "default"),
    "doctor.nothing": Pair("(không có)", "(none)"),
    "doctor.found": Pair("{count} vấn đề cần xem lại", "items that need attention: {count}"),
    "doctor.to_do": Pair(
        "không có lỗi; còn nên làm: {hints}", "no problems; recommended steps: {hints}"
    ),
    "doctor.well": Pair("không có vấn đề", "no problems"),
    "record.recorded": Pair("đã ghi, lần ghi {number}", "recorded, submission {number}"),
    "record.already_recorded": Pair(
        "đã ghi trước đó: không thêm gì", "already recorded: nothing was added"
    ),
    "record.would_record": Pair(
        "chỉ xem trước (--dry-run): chưa ghi gì", "dry run (--dry-run): nothing was recorded"
    ),
    "record.indicator": Pair("chỉ tiêu", "indicator"),
    "record.org_unit": Pair("đơn vị", "org unit"),
    "record.by": Pair("nhóm", "group"),
    "record.value": Pair("số liệu", "figure"),
    "record.stated": Pair(", nguồn in {stated}", ", stated as {stated}"),
    "record.on": Pair("kỳ", "period"),
    "record.document": Pair("văn bản", "document"),
    "record.reported": Pair("công bố", "reported"),
    "record.note": Pair("ghi chú", "note"),
    "record.sure": Pair("{step}: ghi số liệu này? [c/K]", "{step}: record this figure? [y/N]"),
    "record.left": Pair("chưa ghi gì", "nothing was recorded"),
    "record.verdict": Pair("đánh giá", "verdict"),
    "filters.nothing": Pair("không có gì khớp với bộ lọc", "nothing matches the filters"),
    "filters.no_such_word": Pair(
        'không chỉ tiêu nào có "{word}" trong mã, tên hay trụ cột; có phải là: {near}?',
        'no indicator has "{word}" in its id, name or pillar; did you mean: {near}?',
    ),
    "filters.no_such_word_at_all": Pair(
        'không chỉ tiêu nào có "{word}" trong mã, tên hay trụ cột',
        'no indicator has "{word}" in its id, name or pillar',
    ),
    "filters.known": Pair(
        "các trụ cột: {pillars}; các mốc: {milestones}; mọi chỉ tiêu: cdstrack targets",
        "pillars: {pillars}; milestones: {milestones}; all indicators: cdstrack targets",
    ),
    "examples.counts": Pair(
        "{indicators} chỉ tiêu, {targets} mục tiêu", "indicators: {indicators}, targets: {targets}"
    ),
    "examples.next": Pair(
        "Tạo thư mục từ một kế hoạch mẫu: cdstrack init THƯ_MỤC --example TÊN",
        "To create a folder from an example: cdstrack init DIR --example NAME",
    ),
    "examples.report": Pair(
        "Rồi, trong thư mục đó: cdstrack import data/observations.csv; cdstrack report -o bao-cao.html",
        "Then, in that folder: cdstrack import data/observations.csv; cdstrack report -o report.html",
    ),
    **KEEP,
    **EXCHANGE,
    **CLOSING,
    **FORM,
    **ENTRY,
}


def talk_text(key: str, language: str, facts: Mapping[str, str] | None = None) -> str:
    """The sentence `key` with its facts filled in.

    Raises:
        KeyError: There is no such sentence or a fact is missing, which is a bug.

    >>> talk_text("init.made", "en", {"file": "a{b}.yaml"})
    'created a{b}.yaml'
    """
    known = facts or {}
    return _FACT.sub(lambda match: clean(known[match[1]]), TALK[key].text(language))
