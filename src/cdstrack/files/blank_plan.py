"""The plan that `init --blank` lays out: short, commented, valid, to be written on."""

from collections.abc import Mapping

_BLANK: Mapping[str, str] = {
    "vi": """\
# Kế hoạch của bạn. Sửa từng dòng rồi chạy: cdstrack check
schema: 1
plan:
  id: ke-hoach                          # mã: chữ thường không dấu, nối bằng -
  title: {vi: "Tên đề án", en: "Name of the plan"}
  area: dia-ban                         # địa bàn mà số liệu nói đến
documents:
  quyet-dinh: {title: "Tên văn bản", number: "00/QĐ-UBND", issued: 2021-01-01}
pillars:
  chinh-quyen-so: {vi: Chính quyền số, en: Digital government}
org_units:
  dia-ban: {vi: tên địa bàn, en: name of the area}
  co-quan: {vi: cơ quan chủ trì, en: responsible body}
indicators:
  - id: ho-so-truc-tuyen
    name: {vi: Hồ sơ xử lý trên môi trường mạng, en: Files handled online}
    pillar: chinh-quyen-so
    unit: percent                       # percent, count, rank, amount, per_thousand, state, index
    direction: increase                 # increase: càng cao càng tốt; decrease: càng thấp càng tốt
    frequency: quarterly
    lead: co-quan
    targets:                            # at_least, more_than, at_most, less_than, between, top, ...
      - {due: 2025-12-31, at_least: 90, wording: "90% hồ sơ ...", document: quyet-dinh}
""",
    "en": """\
# Your plan. Change every line, then run: cdstrack check
schema: 1
plan:
  id: my-plan                           # an id: small letters and digits, joined by -
  title: {vi: "Tên đề án", en: "Name of the plan"}
  area: my-area                         # what the figures are about
  language: en
documents:
  decision: {title: "Title of the document", number: "00/QD-UBND", issued: 2021-01-01}
pillars:
  digital-government: {vi: Chính quyền số, en: Digital government}
org_units:
  my-area: {vi: tên địa bàn, en: name of the area}
  lead-body: {vi: cơ quan chủ trì, en: responsible body}
indicators:
  - id: files-online
    name: {vi: Hồ sơ xử lý trên môi trường mạng, en: Files handled online}
    pillar: digital-government
    unit: percent                       # percent, count, rank, amount, per_thousand, state, index
    direction: increase                 # increase: higher is better; decrease: lower is better
    frequency: quarterly
    lead: lead-body
    targets:                            # at_least, more_than, at_most, less_than, between, top, ...
      - {due: 2025-12-31, at_least: 90, wording: "90% of files ...", document: decision}
""",
}


def blank_plan(language: str) -> bytes:
    """The text of the blank plan, with comments in a language."""
    return _BLANK[language].encode()
