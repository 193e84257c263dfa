"""What units reported, read without the figures around it: the same as from the figures."""

from operator import attrgetter
from pathlib import Path

import pytest
from tests.conftest import run_program

from cdstrack.core.derived.rollup import unit_figures
from cdstrack.core.plan.model import Plan
from cdstrack.files.plan.reader import read_plan
from cdstrack.store.address import read_address
from cdstrack.store.ledger import open_reader

PLAN = """\
schema: 1
plan: {id: xa, title: {vi: Kế hoạch của các xã}, area: tinh, starts: 2020-01-01}
pillars: {p: Trụ cột}
org_units:
  tinh: {vi: tỉnh}
  xa-a: {vi: xã A, level: xa, parent: tinh}
  xa-b: {vi: xã B, level: xa, parent: tinh}
indicators:
  - id: ty-le
    name: Tỷ lệ
    pillar: p
    unit: percent
    direction: increase
    numerator: đạt
    denominator: tất cả
    rollup: {from: xa, by: ratio}
    targets: [{due: 2030-12-31, at_least: 80, wording: "80"}]
  - id: so-luong
    name: Số lượng
    pillar: p
    unit: count
    direction: increase
    rollup: {from: xa, by: sum}
    targets: [{due: 2030-12-31, at_least: 80, wording: "80"}]
  - id: viec
    name: Việc
    pillar: p
    unit: state
    direction: increase
    rollup: {from: xa, by: worst}
    targets: [{due: 2030-12-31, reach: done, wording: "xong"}]
"""
FIGURES = """\
indicator,org_unit,disaggregation,period,value,numerator,denominator,qualifier
ty-le,xa-a,,2021,50,1,2,about
ty-le,xa-b,,2021,66.666667,2,3,exact
ty-le,xa-b,linh-vuc=y-te,2021,10,1,10,exact
so-luong,xa-b,role=appraised,2021-12,4,,,exact
so-luong,xa-b,role=self,2021-12,5,,,exact
ty-le,xa-b,,2020,12.5,,,exact
so-luong,xa-a,,2021-06-30,7,,,estimate
so-luong,xa-b,,2021-12,0,,,exact
so-luong,tinh,,2021,9,,,exact
viec,xa-a,,2021,in-progress,,,exact
viec,xa-b,,2021,done,,,exact
"""


@pytest.fixture
def plan(folder: Path) -> Plan:
    (folder / "targets.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "figures.csv").write_text(FIGURES, encoding="utf-8")
    found = read_plan(folder / "targets.yaml").plan
    assert found is not None
    return found


def recorded(store: str) -> None:
    """The figures, one corrected, one withdrawn, and word that there is none."""
    for line in (
        ["init"],
        ["import", "figures.csv"],
        ["correct", "so-luong", "8", "--org-unit", "xa-a", "--on", "2021-06-30"],
        ["withdraw", "viec", "--org-unit", "xa-b", "--on", "2021"],
        ["record", "so-luong", "na:chưa báo cáo", "--org-unit", "xa-b", "--on", "2020"],
    ):
        reason = ["--reason", "sửa"] if line[0] in {"correct", "withdraw"} else []
        with pytest.MonkeyPatch.context() as patched:
            if line[0] == "import":
                patched.setenv("CDSTRACK_TODAY", "2022-08-30")
            answer = run_program(*line, *reason, "--db", store)
        assert answer.code == 0, answer.err


def test_numbers_of_units_are_those_of_their_figures(plan: Plan, store_url: str) -> None:
    recorded(store_url)
    units = {each.id: each.unit for each in plan.indicators}
    with open_reader(read_address(store_url)) as ledger:
        light, figures = ledger.of_units(units), ledger.current(indicators=units)
        none_yet = ledger.of_units(units, ledger.submissions()[-1].at)
    for indicator in plan.indicators:
        whole = unit_figures(plan, figures, indicator)[indicator.id]
        in_order = attrgetter("order")
        assert sorted(light[indicator.id], key=in_order) == sorted(whole, key=in_order)
        assert len(whole) >= 1
    assert {each.org_unit for each in light["viec"]} == {"xa-a"}
    assert [each.value for each in light["so-luong"] if each.org_unit == "xa-a"] == [8]
    assert {id_: len(found) for id_, found in none_yet.items()} == {
        "ty-le": 3,
        "so-luong": 5,
        "viec": 2,
    }
