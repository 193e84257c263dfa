"""A plan with an indicator of every unit, and the program on files of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cdstrack.core.plan.model import Plan
from cdstrack.files.plan.reader import read_plan_text

PLAN = """\
schema: 1
plan:
  id: thu
  title: {vi: Kế hoạch thử, en: A plan to try}
  area: tinh-mau
documents:
  bc-1: {title: Báo cáo số 1, issued: 2022-08-17}
pillars:
  p: {vi: Trụ cột}
org_units:
  tinh-mau: {vi: tỉnh Mẫu}
  so-cu: {vi: Sở Cũ, closed: 2022-06-30, successor: so-moi}
  so-moi: {vi: Sở Mới}
  xa-cu: {vi: Xã Cũ, code: "00101", level: xa, closed: 2022-06-30, successor: xa-moi}
  xa-moi: {vi: Xã Mới, code: "00101", level: xa, since: 2022-07-01}
  xa-chi-moi: {vi: Xã chỉ mới có, code: "00102", level: xa, since: 2022-07-01}
indicators:
  - {id: ho-so, name: {vi: Hồ sơ trên mạng}, pillar: p, unit: percent, direction: increase, bounds: [0, 100], lead: so-moi, frequency: quarterly}
  - {id: so-dn, name: {vi: Số doanh nghiệp}, pillar: p, unit: count, direction: increase, lead: so-moi}
  - {id: von, name: {vi: Vốn đầu tư}, pillar: p, unit: amount, unit_label: {vi: tỷ đồng}, direction: increase}
  - {id: xa, name: {vi: Số xã}, pillar: p, unit: count, unit_label: {vi: xã}, direction: increase}
  - {id: hang, name: {vi: Hạng chung}, pillar: p, unit: rank, direction: decrease}
  - {id: ty-suat, name: {vi: Tỷ suất}, pillar: p, unit: per_thousand, direction: decrease}
  - {id: viec, name: {vi: Quy hoạch}, pillar: p, unit: state, direction: increase}
  - id: nganh
    name: {vi: Tỷ trọng từng ngành}
    pillar: p
    unit: percent
    direction: increase
    every: {sector: [du-lich, nong-nghiep]}
"""
HEADER = (
    "indicator,org_unit,disaggregation,period,value,numerator,denominator,stated,qualifier,"
    "document,reported,note"
)


@pytest.fixture(scope="session")
def plan() -> Plan:
    found = read_plan_text(PLAN, "targets.yaml").plan
    assert found is not None
    return found


@pytest.fixture
def desk(folder: Path, run: Callable[..., object]) -> Path:
    """A folder with the plan and an empty store, which the test stands in."""
    (folder / "targets.yaml").write_text(PLAN, encoding="utf-8")
    run("init")
    return folder
