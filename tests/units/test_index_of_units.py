"""An index whose members come from communes: scores, assumptions and the communes side by side."""

import json
from typing import Any

import pytest
from tests.conftest import Run
from tests.units.conftest import LayOut

PLAN = """\
  - id: so-hoa
    name: Hồ sơ số hóa
    pillar: chinh-quyen-so
    unit: percent
    bounds: [0, 100]
    direction: increase
    rollup: {from: xa, by: mean}
    points: {max: 10, by: value}
    targets: [{due: 2025-12-31, at_least: 80}]
  - id: thoi-gian
    name: Thời gian xử lý
    pillar: chinh-quyen-so
    unit: amount
    direction: decrease
    points: {max: 10, by: value}
    targets: [{due: 2025-12-31, at_most: 5}]
  - id: chi-so
    name: Chỉ số
    pillar: chinh-quyen-so
    unit: index
    direction: increase
    composite: {members: {so-hoa: 20, thoi-gian: 10}, of: 30}
    targets: [{due: 2025-12-31, at_least: 25}]
"""
FIGURES = """\
indicator,org_unit,disaggregation,period,value
so-hoa,xa-an,,2025,40
so-hoa,xa-cat,role=self,2025,80
so-hoa,xa-cat,role=appraised,2025,60
so-hoa,phuong-giang,role=self,2025,20
thoi-gian,tinh-mau,,2025,8
thoi-gian,xa-cat,,2025,10
"""


@pytest.fixture
def desk(lay_out: LayOut, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("CDSTRACK_TODAY", "2026-01-10")
    path = lay_out(indicators=PLAN)
    (path.parent / "so-lieu.csv").write_text(FIGURES, encoding="utf-8")
    assert run("init", str(path.parent)).code == 0
    assert run("import", "so-lieu.csv").code == 0
    return run


def answered(desk: Run, *words: str) -> Any:
    return json.loads(desk(*words, "--format", "json").out)


def test_of_the_scores_of_a_commune_the_firmest_one_is_rolled_up(desk: Run) -> None:
    item = answered(desk, "status", "so-hoa")["items"][0]
    assert item["latest"]["value"] == "40"  # (40 + 60 + 20) / 3
    assert item["rollup"]["missing"] == []


def test_the_scores_of_an_index_are_those_that_status_counts(desk: Run) -> None:
    index = answered(desk, "status", "chi-so")["items"][0]["latest"]["value"]
    assert index == "16.25"  # 20 · 40/80 + 10 · 5/8
    scores = answered(desk, "scores", "chi-so")
    assert scores["counted"] == index
    assert answered(desk, "whatif", "chi-so", "--to", "25")["now"] == index


def test_an_assumption_reaches_an_index_whose_other_member_is_rolled_up(desk: Run) -> None:
    found = answered(desk, "whatif", "thoi-gian=5")
    assert [each["indicator"] for each in found["items"]] == ["thoi-gian", "chi-so"]
    assert found["items"][1]["after"]["value"] == "20"


def test_an_assumption_takes_the_place_of_a_derived_figure(desk: Run) -> None:
    found = answered(desk, "whatif", "so-hoa=80")
    assert [each["after"]["value"] for each in found["items"]] == ["80", "26.25"]


@pytest.mark.parametrize(("prefer", "counted"), [("", "21.25"), (", prefer: derived", "16.25")])
def test_an_index_counts_the_figure_by_which_its_member_is_judged(
    desk: Run, lay_out: LayOut, prefer: str, counted: str
) -> None:
    assert desk("record", "so-hoa", "60", "--on", "2025").code == 0
    lay_out(indicators=PLAN.replace("by: mean", f"by: mean{prefer}"))
    assert answered(desk, "status", "chi-so")["items"][0]["latest"]["value"] == counted
    assert answered(desk, "scores", "chi-so")["counted"] == counted


def test_both_figures_are_shown_where_units_come_to_another_one(desk: Run) -> None:
    assert desk("record", "so-hoa", "60", "--on", "2025").code == 0
    assert "60% (tổng hợp 40%)" in desk("status", "so-hoa").out
    assert "60% (units 40%)" in desk("status", "so-hoa", "--lang", "en").out
    at_length = desk("status", "so-hoa", "--long", "--format", "markdown").out
    assert "tổng hợp từ 3 trên 3 đơn vị đến 31/12/2025: 40%" in at_length


def test_the_firmest_score_of_an_area_is_held_against_its_communes(desk: Run) -> None:
    for role, score in (("self", "40"), ("appraised", "50")):
        assert desk("record", "so-hoa", score, "--on", "2025", "--by", f"role={role}").code == 0
    item = answered(desk, "status", "so-hoa")["items"][0]
    assert (item["latest"]["value"], item["rollup"]["stated"]) == ("50", "50")
    told = [each for each in answered(desk, "check")["problems"] if each["code"] == "CDS514"]
    assert len(told) == 1
    assert "50" in told[0]["message"]


def test_communes_stand_side_by_side_on_what_is_not_rolled_up(desk: Run) -> None:
    found = answered(desk, "status", "--by-unit", "thoi-gian")
    assert (found["reported"], found["items"][0]["org_unit"]) == (1, "xa-cat")
    assert (found["items"][0]["value"], found["items"][0]["met"]) == ("10", False)


def test_communes_stand_side_by_side_on_a_computed_index(desk: Run) -> None:
    found = answered(desk, "status", "--by-unit", "chi-so")
    assert [each["value"] for each in found["items"]] == ["20", None, None]
    assert found["derived"] is None


def test_explain_does_not_call_the_communes_it_adds_other_areas(desk: Run) -> None:
    (target,) = answered(desk, "explain", "so-hoa")["item"]["targets"]
    told = {each["org_unit"]: each["left_out"] for each in target["explanation"]["figures"]}
    assert told == {
        "tinh-mau": None,
        "xa-an": "of_unit",
        "xa-cat": "of_unit",
        "phuong-giang": "of_unit",
    }
    assert "tổng hợp từ 3 trên 3 đơn vị" in desk("explain", "so-hoa").out


def test_what_an_index_has_and_what_it_lacks_are_written_alike(desk: Run) -> None:
    assert desk("record", "thoi-gian", "7", "--on", "2025", "--org-unit", "xa-an").code == 0
    assert desk("correct", "thoi-gian", "7", "--on", "2025", "--reason", "nhầm").code == 0
    # 20 · 40/80 + 10 · 5/7
    assert "Hiện nay 17,143, còn thiếu 7,857." in desk("whatif", "chi-so", "--to", "25").out
