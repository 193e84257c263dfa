"""Whatever keys a target and its indicator are given together, the plan is read or refused."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdstrack.files.plan.plan_file import PlanFile
from cdstrack.files.plan.reader import read_plan_text

Changed = Callable[..., PlanFile]
CHOSEN = "by: Sở, date: 2022-01-01"
OF_A_TARGET = {
    "due": ("2025-12-31", "2030-12-31", "2019-01-01"),
    "at_least": ("90", "0", "-3"),
    "more_than": ("90", "100"),
    "at_most": ("5", "0"),
    "less_than": ("5", "0.5"),
    "between": ("[35, 40]", "[40, 35]"),
    "beyond": ("fine",),
    "top": ("30", "1"),
    "of": ("63", "20"),
    "reduce_by": ("30%", "0.5 pp", "200%"),
    "increase_by": ("30%", "2 pp"),
    "each_year_at_least": ("5",),
    "each_year_less_than": ("5",),
    "average_more_than": ("11.5",),
    "average_at_most": ("3",),
    "about": ("30",),
    "from": ("2021", "2031"),
    "reach": ("done", "not-started"),
    "universal": ("true",),
    "declared": (
        f"{{at_least: 95, {CHOSEN}}}",
        f"{{between: [1, 2], {CHOSEN}}}",
        f"{{at_least: 2, less_than: 3, {CHOSEN}}}",
        f"{{{CHOSEN}}}",
    ),
    "wording": ("90% hồ sơ",),
    "document": ("nq", "[nq, kh]"),
    "quote": ("q1", "q2"),
    "ended": ("{date: 2024-01-01, reason: bỏ}",),
}
OF_AN_INDICATOR = {
    "measure": ("stock", "flow", "growth", "rate", "rank"),
    "bounds": ("[0, 100]", "[100, 0]", "[~, 50]"),
    "sum_of": ("[b]", "[a]"),
    "partial": ("true",),
    "composite": ("{members: {b: 1}, of: 1}", "{members: {a: 1}, of: 2}"),
    "points": ("{max: 10, by: value}", "{max: 10}"),
    "rollup": ("{from: xa, by: sum}", "{from: huyen, by: share_met, at_least: 5}"),
    "every": ("{sector: []}", "{sector: [x, y]}"),
    "baseline": ("{date: 2020-12-31, value: 40}", "{date: 2026-12-31, value: 0}"),
    "breaks": ("[{date: 2022-08-15, reason: x}]",),
}
HEAD = """schema: 1
plan: {id: mau, title: Mẫu, area: tinh, starts: 2021-01-01}
documents:
  nq: {title: Nghị quyết, quotes: {q1: "Tối thiểu 90%"}}
  kh: {title: Kế hoạch}
pillars: {p: P}
org_units: {tinh: {vi: Tỉnh, level: tinh}, xa-mot: {vi: Xã, level: xa, parent: tinh}}
indicators:
  - {id: b, name: B, pillar: p, unit: percent, direction: increase}
"""


@st.composite
def _keys(draw: st.DrawFn, known: dict[str, tuple[str, ...]], most: int) -> list[str]:
    names = draw(st.lists(st.sampled_from(sorted(known)), unique=True, max_size=most))
    return [f"{name}: {draw(st.sampled_from(known[name]))}" for name in names]


@st.composite
def _indicators(draw: st.DrawFn) -> str:
    unit = draw(st.sampled_from(["percent", "count", "rank", "amount", "state", "index"]))
    direction = draw(st.sampled_from(["increase", "decrease", "none"]))
    targets = draw(st.lists(_keys(OF_A_TARGET, 5), max_size=2))
    keys = [f"unit: {unit}", f"direction: {direction}", *draw(_keys(OF_AN_INDICATOR, 3))]
    if targets:
        listed = ", ".join("{" + ", ".join(each) + "}" for each in targets)
        keys.append(f"targets: [{listed}]")
    return ", ".join(keys)


@given(st.lists(_indicators(), min_size=6, max_size=6))
def test_any_keys_together_are_read_or_refused(drawn: list[str]) -> None:
    ids = "acdefg"
    listed = [
        f"  - {{id: {i}, name: {i}, pillar: p, {keys}}}" for i, keys in zip(ids, drawn, strict=True)
    ]
    file = read_plan_text(HEAD + "\n".join(listed) + "\n", "targets.yaml")
    assert (file.plan is None) == any(found.severity.name == "ERROR" for found in file.problems)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("at_least: 90", "at_least: 90\n        beyond: fine", "CDS153"),
        (
            "at_least: 90",
            "about: 90\n        beyond: fine\n        declared: {by: Sở, date: 2022-01-01}",
            "CDS152",
        ),
    ],
)
def test_a_key_that_stands_beside_the_wrong_comparator_is_named(
    changed: Changed, old: str, new: str, code: str
) -> None:
    assert code in [found.code for found in changed((old, new)).problems]
