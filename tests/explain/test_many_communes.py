"""Of a hundred communes `explain` lists the newest figures only, and counts the others."""

import json
from pathlib import Path

import pytest
from tests.conftest import Run

COMMUNES = [f"xa-{number:02}" for number in range(30)]
PLAN = """\
schema: 1
plan: {{id: mau, title: {{vi: Đề án mẫu}}, area: tinh, starts: 2020-01-01}}
pillars: {{chung: {{vi: Chung}}}}
org_units:
  tinh: {{vi: tỉnh Mẫu}}
{communes}
indicators:
  - id: ho-so
    name: {{vi: Hồ sơ}}
    pillar: chung
    unit: percent
    direction: increase
    targets: [{{due: 2025-12-31, at_least: 90}}]
"""


@pytest.fixture
def province(folder: Path, run: Run) -> None:
    """Thirty communes with a figure for each of two years, and one of the province."""
    communes = "\n".join(f"  {key}: {{vi: xã {key}}}" for key in COMMUNES)
    (folder / "targets.yaml").write_text(PLAN.format(communes=communes), encoding="utf-8")
    rows = [f"ho-so,{key},{year},50" for year in (2021, 2020) for key in COMMUNES]
    lines = ["indicator,org_unit,period,value", "ho-so,,2021,60", *rows]
    (folder / "a.csv").write_text("\n".join(lines), encoding="utf-8")
    assert run("init").code == 0
    assert run("import", "a.csv").code == 0


@pytest.mark.usefixtures("province")
@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("vi", "còn 40 số liệu cũ hơn không liệt kê: của đơn vị khác"),
        ("en", "40 older figures not listed: for another area"),
    ],
)
def test_twenty_are_listed_the_newest(run: Run, language: str, told: str) -> None:
    page = run("explain", "ho-so", "--lang", language, "--format", "text").out
    assert told in page
    assert page.count("xã xa-") == 20
    listed = page[page.index("xã xa-") :]
    assert "2020" not in listed[: listed.index(told)]


@pytest.mark.usefixtures("province")
def test_for_programs_all_are_there(run: Run) -> None:
    told = json.loads(run("explain", "ho-so", "--format", "json").out)
    (target,) = told["item"]["targets"]
    assert len(target["explanation"]["figures"]) == 61
