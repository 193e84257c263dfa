"""A plan of many indicators with some years of figures, for what a report of it may cost."""

from collections.abc import Iterator
from pathlib import Path

from tests.conftest import run_program

HEAD = """\
schema: 1
plan:
  id: cds-lon
  title: {vi: "Đề án chuyển đổi số có nhiều chỉ tiêu"}
  area: tinh-lon
  starts: 2020-10-09
documents:
  nghi-quyet: {title: "Nghị quyết về chuyển đổi số", number: "01-NQ/TU", issuer: "Tỉnh ủy", issued: 2021-06-29}
  bao-cao: {title: "Báo cáo kết quả thực hiện hằng quý", number: "45/BC-UBND", issued: 2022-08-05}
pillars:
  chinh-quyen-so: {vi: Chính quyền số}
  kinh-te-so: {vi: Kinh tế số}
  xa-hoi-so: {vi: Xã hội số}
org_units:
  tinh-lon: {vi: tỉnh Lớn, level: tinh}
  so-tttt: {vi: Sở Thông tin và Truyền thông}
  vp-ubnd: {vi: Văn phòng Ủy ban nhân dân tỉnh}
indicators:
"""
INDICATOR = """\
  - id: chi-tieu-{n}
    name: {{vi: "Tỷ lệ hồ sơ công việc thứ {n} được xử lý trên môi trường mạng tại các cơ quan nhà nước"}}
    short: {{vi: "Hồ sơ công việc {n}"}}
    pillar: {pillar}
    level: tinh
    unit: percent
    direction: increase
    bounds: [0, 100]
    scope: trừ hồ sơ công việc thuộc phạm vi bí mật nhà nước
    numerator: {{vi: hồ sơ xử lý trên mạng}}
    denominator: {{vi: tổng số hồ sơ}}
    frequency: quarterly
    lead: {lead}
    supporting: [so-tttt]
    baseline: {{date: 2019-12-31, value: 20, document: nghi-quyet}}
    targets:
      - {{due: 2025-12-31, at_least: 80, wording: "80% hồ sơ công việc thứ {n} được xử lý trên môi trường mạng", document: nghi-quyet}}
      - {{due: 2030-12-31, at_least: 100, wording: "100% hồ sơ công việc thứ {n} được xử lý trên môi trường mạng", document: nghi-quyet}}
"""
PILLARS = ("chinh-quyen-so", "kinh-te-so", "xa-hoi-so")
LEADS = ("so-tttt", "vp-ubnd")
COLUMNS = "indicator,org_unit,disaggregation,period,value,numerator,denominator,stated,qualifier,document,reported,note"


def lay_out_large(folder: Path, indicators: int, quarters: int = 24) -> None:
    """The plan and its store in a folder that the test stands in."""
    declared = (
        INDICATOR.format(n=n, pillar=PILLARS[3 * (n - 1) // indicators], lead=LEADS[n % 2])
        for n in range(1, indicators + 1)
    )
    (folder / "targets.yaml").write_text(HEAD + "".join(declared), encoding="utf-8")
    figures = "\n".join((COLUMNS, *_figures(indicators, quarters)))
    (folder / "figures.csv").write_text(figures + "\n", encoding="utf-8")
    for arguments in (["init"], ["import", "figures.csv"]):
        answer = run_program(*arguments)
        assert answer.code == 0, answer.err


def _figures(indicators: int, quarters: int) -> Iterator[str]:
    for n in range(1, indicators + 1):
        for quarter in range(quarters):
            period = f"{2020 + quarter // 4}-Q{quarter % 4 + 1}"
            value = 20 + (quarter + 1) * (1 + n % 7) / 3.5 + (n * quarter) % 3 / 10
            yield f"chi-tieu-{n},tinh-lon,,{period},{value:.1f},,,,exact,bao-cao,,"
