"""A plan of a province that does not exist, with its units: seven communes that became three."""

from collections.abc import Callable
from pathlib import Path

import pytest

HEAD = "code,id,vi,level,parent,since,closed,successor"
BEFORE = (
    "101,xa-an-28101,Xã An,xa,huyen-dong,,2025-06-30,xa-an",
    "102,xa-binh-28102,Xã Bình,xa,huyen-dong,,2025-06-30,xa-an",
    "103,xa-cat-28103,Xã Cát,xa,huyen-dong,,2025-06-30,xa-cat",
    "104,xa-dai-an-28104,Xã Đại An,xa,huyen-tay,,2025-06-30,xa-cat",
    "105,xa-giang-28105,Xã Giang,xa,huyen-tay,,2025-06-30,phuong-giang",
)
DISTRICTS = (
    "11,huyen-dong,Huyện Đông,huyen,tinh-mau,,2025-06-30,",
    "12,huyen-tay,Huyện Tây,huyen,tinh-mau,,2025-06-30,",
)
AFTER = (
    "101,xa-an,Xã An Bình,xa,tinh-moi,2025-07-01,,",
    "103,xa-cat,Xã Cát Đại,xa,tinh-moi,2025-07-01,,",
    "105,phuong-giang,Phường Giang,xa,tinh-moi,2025-07-01,,",
)
UNITS = (*DISTRICTS, *BEFORE, *AFTER)
PLAN = """\
plan: {id: ke-hoach-mau, title: Kế hoạch mẫu, area: tinh-mau, units: data/units.csv, starts: 2020-01-01}
documents: {nghi-quyet: {title: Nghị quyết, number: 01-NQ/TU, issued: 2021-01-01}}
pillars: {chinh-quyen-so: Chính quyền số}
org_units:
  tinh-mau: {vi: tỉnh Mẫu, level: tinh, closed: 2025-06-30, successor: tinh-moi}
  tinh-moi: {vi: tỉnh Mới, level: tinh, since: 2025-07-01}
indicators:
"""
INDICATOR = """\
  - id: ho-so
    name: Hồ sơ xử lý trên mạng
    pillar: chinh-quyen-so
    level: tinh
    unit: percent
    direction: increase
    frequency: quarterly
    lead: tinh-mau
    bounds: [0, 100]
    targets: [{due: 2025-12-31, at_least: 90, wording: 90% hồ sơ, document: nghi-quyet}]
"""

LayOut = Callable[..., Path]


def units_file(*rows: str, head: str = HEAD) -> str:
    return "\n".join([head, *rows, ""])


@pytest.fixture
def lay_out(folder: Path) -> LayOut:
    """Writes the plan, with these indicators, and its units into the folder; gives the plan's path."""

    def write(*rows: str, head: str = HEAD, indicators: str = INDICATOR) -> Path:
        (folder / "data").mkdir(exist_ok=True)
        text = units_file(*(rows or UNITS), head=head)
        (folder / "data/units.csv").write_text(text, encoding="utf-8")
        plan = folder / "targets.yaml"
        plan.write_text(PLAN + indicators, encoding="utf-8")
        return plan

    return write
