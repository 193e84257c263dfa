"""The plan that `init --blank` lays out: ten lines, each to be written over.

It says no more than a plan must and where its targets come from; `check` names what to add.
"""

from collections.abc import Mapping

_BLANK: Mapping[str, str] = {
    "vi": """\
plan: {id: ke-hoach, area: dia-ban, title: {vi: "Tên đề án"}}  # mã: chữ thường không dấu, nối bằng -
documents: {quyet-dinh: {title: "Tên văn bản", number: "00/QĐ-UBND", issued: 2021-01-01}}
pillars: {chinh-quyen-so: {vi: Chính quyền số}}
indicators:               # thay nội dung từng dòng của tệp này, rồi chạy: cdstrack check
  - id: ho-so-truc-tuyen  # mã để ghi số liệu; chỉ tiêu tiếp theo cũng bắt đầu bằng - id
    name: {vi: Hồ sơ xử lý trên môi trường mạng}
    pillar: chinh-quyen-so
    unit: percent         # percent, count, rank, amount, per_thousand, state, index
    direction: increase   # increase: càng cao càng tốt; decrease: càng thấp càng tốt
    targets: [{due: 2025-12-31, at_least: 90, wording: "90% hồ sơ ...", document: quyet-dinh}]  # mỗi hạn một { }
""",
    "en": """\
plan: {id: my-plan, area: my-area, language: en, title: {vi: "Tên đề án", en: "Name of the plan"}}
documents: {decision: {title: "Title of the document", number: "00/QĐ-UBND", issued: 2021-01-01}}
pillars: {digital-government: {vi: Chính quyền số, en: Digital government}}
indicators:               # write over every line of this file, then run: cdstrack check
  - id: files-online      # what figures are recorded for; the next indicator begins with - id too
    name: {vi: Hồ sơ xử lý trên môi trường mạng, en: Files handled online}
    pillar: digital-government
    unit: percent         # percent, count, rank, amount, per_thousand, state, index
    direction: increase   # increase: higher is better; decrease: lower is better
    targets: [{due: 2025-12-31, at_least: 90, wording: "90% hồ sơ ...", document: decision}]  # a { } for each date
""",
}


def blank_plan(language: str) -> bytes:
    """The text of the blank plan, with comments in a language."""
    return _BLANK[language].encode()
