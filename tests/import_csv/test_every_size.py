"""What an import says it took in is what the record then holds, however many figures there are."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HEADER = "indicator,org_unit,disaggregation,period,value,numerator,denominator,stated,qualifier,document,reported,note\n"
PLAN = """\
schema: 1
plan: {id: thu, title: {vi: Thử, en: Trial}, area: tinh-mau, language: en}
pillars: {p: {vi: Trụ cột}}
org_units: {tinh-mau: {vi: tỉnh Mẫu}}
indicators:
  - {id: so-dn, name: {vi: Số doanh nghiệp}, pillar: p, unit: count, direction: increase}
"""


@pytest.mark.parametrize("size", [1, 2, 5000, 5001])
def test_every_figure_that_was_announced_is_exported(
    folder: Path, run: Callable[..., Any], size: int
) -> None:
    (folder / "targets.yaml").write_text(PLAN, encoding="utf-8")
    rows = [f"so-dn,tinh-mau,nhom=n{number},2020,1,,,,exact,,,\n" for number in range(size)]
    (folder / "in.csv").write_text(HEADER + "".join(rows), encoding="utf-8")
    run("init")
    assert run("import", "in.csv").code == 0
    run("export", "-o", "out.csv")
    kept = (folder / "out.csv").read_text(encoding="utf-8").splitlines()
    assert sorted(kept[1:]) == sorted(row.rstrip() for row in rows)
