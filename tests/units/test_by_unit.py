"""The units of an area side by side, and the plan judged for one unit alone."""

import json
from pathlib import Path

import pytest
from tests.conftest import Golden, Run
from tests.units.conftest import INDICATOR, LayOut

HERE = Path(__file__).parent / "golden"
ROLLED = f"{INDICATOR}    rollup: {{from: xa, by: ratio}}\n"
HEAD = "indicator,org_unit,period,value,numerator,denominator"
COMMUNES = ("xa-an-28101", "xa-binh-28102", "xa-cat-28103", "xa-dai-an-28104", "xa-giang-28105")


@pytest.fixture
def desk(lay_out: LayOut, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A store with the figures of four communes of five, of two quarters."""
    monkeypatch.setenv("CDSTRACK_TODAY", "2025-07-15")
    path = lay_out(indicators=ROLLED)
    rows = [
        f"ho-so,{unit},2025-Q{quarter},,{10 * at + quarter},{60 + at}"
        for at, unit in enumerate(COMMUNES[:4], 1)
        for quarter in (1, 2)
    ]
    (path.parent / "so-lieu.csv").write_text("\n".join([HEAD, *rows, ""]), encoding="utf-8")
    assert run("init", str(path.parent)).code == 0
    assert run("import", "so-lieu.csv").code == 0
    return run


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    "command",
    [
        "status",
        "status --long",
        "status --by-unit ho-so",
        "status --org-unit xa-an-28101",
        "show ho-so",
    ],
    ids=lambda command: command.replace(" ", "-"),
)
def test_what_people_see(desk: Run, golden: Golden, command: str, language: str) -> None:
    answer = desk(*command.split(), "--lang", language)
    assert answer.code == 0
    golden(HERE / f"{command.replace(' ', '-')}.{language}.txt", answer.out)


def test_the_league_has_every_unit_the_worst_first(desk: Run) -> None:
    found = json.loads(desk("status", "--by-unit", "ho-so", "--format", "json").out)
    assert [item["org_unit"] for item in found["items"]] == list(COMMUNES)
    assert [item["met"] for item in found["items"]] == [False] * 4 + [None]
    assert (found["expected"], found["reported"], found["on"]) == (5, 4, "2025-06-30")
    assert found["items"][0]["numerator"] == "12"


def test_a_commune_that_has_not_reported_is_not_what_the_others_come_to(desk: Run) -> None:
    answer = desk("status", "--org-unit", "xa-giang-28105", "--format", "json")
    (item,) = json.loads(answer.out)["items"]
    assert (item["org_unit"], item["latest"], item["status"]) == ("xa-giang-28105", None, "no_data")
    assert item["rollup"] is None


def test_a_district_is_rolled_up_from_its_own_communes(desk: Run) -> None:
    answer = desk("status", "--org-unit", "huyen-dong", "--format", "json")
    (item,) = json.loads(answer.out)["items"]
    assert (item["rollup"]["expected"], item["rollup"]["reported"]) == (3, 3)
    assert (item["latest"]["numerator"], item["latest"]["denominator"]) == ("66", "186")


def test_check_tells_both_numbers_where_the_stated_figure_differs(desk: Run) -> None:
    desk("record", "ho-so", "40/61", "--org-unit", "xa-giang-28105", "--on", "2025-Q2", "--yes")
    desk("record", "ho-so", "55%", "--on", "2025-Q2", "--yes")
    found = json.loads(desk("check", "--format", "json").out)
    (told,) = (each for each in found["problems"] if each["code"] == "CDS514")
    assert "55" in told["message"]
    assert "5/5" in told["message"]


def test_a_stated_figure_is_told_with_the_verdict_that_the_units_had_given(desk: Run) -> None:
    desk("record", "ho-so", "60/61", "--org-unit", "xa-giang-28105", "--on", "2025-Q2", "--yes")
    said = json.loads(desk("status", "--format", "json").out)["items"][0]["status"]
    answer = desk("record", "ho-so", "95", "--on", "2025-Q2", "--yes", "--format", "json")
    told = json.loads(answer.out)
    assert (told["status_before"], told["status_after"]) == (said, "achieved")


STATES = """\
  - id: de-an
    name: Đề án chuyển đổi số của xã
    pillar: chinh-quyen-so
    level: tinh
    unit: state
    direction: increase
    frequency: quarterly
    rollup: {from: xa, by: worst, coverage: 60}
    targets: [{due: 2025-12-31, reach: done}]
"""


@pytest.fixture
def with_states(desk: Run, lay_out: LayOut) -> Run:
    lay_out(indicators=STATES)
    for unit, state in zip(COMMUNES, ("done", "mostly-done", "not-started"), strict=False):
        desk("record", "de-an", state, "--org-unit", unit, "--on", "2025-Q2", "--yes")
    return desk


def test_a_state_is_written_by_its_word_for_programs(with_states: Run) -> None:
    found = json.loads(with_states("status", "--by-unit", "de-an", "--format", "json").out)
    states = ["not-started", "mostly-done", "done", None, None]
    assert [item["value"] for item in found["items"]] == states
    assert found["derived"] == "not-started"
    lines = with_states("status", "--by-unit", "de-an", "--format", "csv").out.splitlines()
    assert "not-started" in lines[1]
    assert "2025-06-30" in lines[1]
    (item,) = json.loads(with_states("status", "--format", "json").out)["items"]
    assert (item["latest"]["value"], item["rollup"]["derived"]) == ("not-started", "not-started")


def test_the_communes_of_one_district_stand_side_by_side(desk: Run) -> None:
    answer = desk("status", "--by-unit", "ho-so", "--org-unit", "huyen-tay")
    assert "Xã Đại An" in answer.out
    assert "Xã An " not in answer.out
    assert "của Huyện Tây" in answer.out
    assert "Huyện Tây: 65,62%, tổng hợp từ 1 trên 2 đơn vị." in answer.out


def test_what_no_commune_is_a_part_of_is_not_what_the_communes_come_to(desk: Run) -> None:
    commune = desk("status", "--by-unit", "ho-so", "--org-unit", "xa-an-28101")
    assert (commune.code, "CDS830" in commune.err) == (2, True)
    plan = Path("targets.yaml")
    text = plan.read_text(encoding="utf-8")
    bodies = "org_units:\n  so-x: {vi: Sở X}\n  tinh-khac: {vi: tỉnh Khác, level: tinh}\n"
    plan.write_text(text.replace("org_units:\n", bodies), encoding="utf-8")
    for body in ("so-x", "tinh-khac"):
        (item,) = json.loads(desk("status", "--org-unit", body, "--format", "json").out)["items"]
        assert (item["latest"], item["rollup"], item["status"]) == (None, None, "no_data")
        assert (
            json.loads(desk("scores", "ho-so", "--org-unit", body, "--format", "json").out)["items"]
            == []
        )
        assert desk("status", "--by-unit", "ho-so", "--org-unit", body).code == 2
        assert "CDS355" in desk("template", "x.xlsx", "--units", "--org-unit", body).err


@pytest.mark.parametrize(
    "other", [("--against", "targets.yaml"), ("--methods", "all"), ("--pair", "a=b")]
)
def test_communes_side_by_side_are_compared_with_nothing_else(
    desk: Run, other: tuple[str, str]
) -> None:
    answer = desk("status", "--by-unit", "ho-so", *other)
    assert (answer.code, "CDS009" in answer.err) == (2, True)


def test_a_derived_state_is_marked_as_derived(with_states: Run) -> None:
    told = with_states("status", "--format", "markdown").out
    assert "chưa bắt đầu (suy ra)" in told


def test_people_read_a_state_in_words(with_states: Run) -> None:
    assert with_states("record", "de-an", "done", "--on", "2025-Q2", "--yes").code == 0
    for command in ("status", "status --long", "status --by-unit de-an", "show de-an"):
        markdown = () if command.startswith("show") else ("--format", "markdown")
        told = with_states(*command.split(), *markdown).out
        assert "chưa bắt đầu" in " ".join(told.split()), command
    assert "█" not in with_states("status", "--by-unit", "de-an").out
    assert "not-started" in with_states("check").out


def test_a_share_just_below_what_is_asked_is_not_written_as_that(desk: Run) -> None:
    told = ("record", "ho-so", "89999/100000", "--org-unit", "xa-giang-28105", "--on", "2025-Q2")
    assert desk(*told, "--yes").code == 0
    assert "89,999% (89.999/100.000)" in desk("status", "--by-unit", "ho-so").out


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_plan_without_units_says_so_and_how_to_list_them(run: Run, language: str) -> None:
    assert run("init").code == 0
    answer = run("status", "--by-unit", "giao-dich", "--lang", language)
    assert answer.code == 0, answer.err
    assert "units: data/units.csv" in " ".join(answer.out.split())
    assert ("0 trên 0" in answer.out, "0 of 0" in answer.out) == (False, False)
