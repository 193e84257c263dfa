"""A small plan, and files of figures that are read against it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.figure_strategies import figures_of

from cdstrack.core.plan.model import Plan
from cdstrack.core.problem import ImportRefusedError, Problem
from cdstrack.core.record.observation import Observation
from cdstrack.files.importing.canonical.reader import read_figures
from cdstrack.files.plan.reader import read_plan_text

TODAY = date(2022, 8, 31)
PLAN = """\
schema: 1
plan:
  id: thu
  title: {vi: Kế hoạch thử}
  area: tinh-mau
documents:
  bc-1: {title: Báo cáo 1, issued: 2022-08-17}
pillars:
  p: {vi: Trụ cột}
org_units:
  tinh-mau: {vi: tỉnh Mẫu}
  so-cu: {vi: Sở cũ, closed: 2022-06-30, successor: so-moi}
  so-moi: {vi: Sở mới}
indicators:
  - {id: ho-so, name: {vi: Hồ sơ}, pillar: p, unit: percent, direction: increase, bounds: [0, 100]}
  - {id: so-dn, name: {vi: Doanh nghiệp}, pillar: p, unit: count, direction: increase}
  - {id: tien, name: {vi: Tiền}, pillar: p, unit: amount, direction: increase}
  - {id: hang, name: {vi: Hạng}, pillar: p, unit: rank, direction: decrease}
  - {id: viec, name: {vi: Việc}, pillar: p, unit: state, direction: increase}
  - id: nganh
    name: {vi: Ngành}
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
    found = read_plan_text(PLAN, "targets.yaml")
    assert found.plan is not None, found.errors
    return found.plan


@pytest.fixture
def read(plan: Plan, tmp_path: Path) -> Callable[..., list[Observation]]:
    """The figures of a file with these lines under the header (or with these bytes)."""

    def figures(*lines: str, raw: bytes | None = None, header: str = HEADER) -> list[Observation]:
        path = tmp_path / "so-lieu.csv"
        path.write_bytes("\n".join((header, *lines, "")).encode() if raw is None else raw)
        return figures_of(read_figures(path, plan, today=TODAY))

    return figures


@pytest.fixture
def refused(read: Callable[..., list[Observation]]) -> Callable[..., list[Problem]]:
    """The problems of a file that is refused."""

    def problems(*lines: str, raw: bytes | None = None, header: str = HEADER) -> list[Problem]:
        with pytest.raises(ImportRefusedError) as error:
            read(*lines, raw=raw, header=header)
        return list(error.value.problems)

    return problems
