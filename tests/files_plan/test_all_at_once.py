"""One mistake hides no other: each is found in the first run, and none is only a consequence."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cdstrack.files.plan.reader import PlanFile, read_plan_text
from cdstrack.words.problems.sentences import remedy, sentence

Codes = Callable[..., list[str]]
Changed = Callable[..., PlanFile]
PAIRS = Path(__file__).parents[1] / "problems"
FOUR = [
    ("pillar: chinh-quyen-so", "pillar: cqz"),
    ("lead: so-mot", "lead: so-mod"),
    ("at_least: 90", "at_least: 190"),
    ("document: nghi-quyet-1", "document: nq-2"),
]
FOUR_CODES = ["CDS145", "CDS147", "CDS158", "CDS146", "CDS165"]
NAME = "    name: {vi: Hồ sơ xử lý trên mạng}\n"
HEADER = """plan:
  id: cds-mau
  title: {vi: Kế hoạch mẫu}
  area: tinh-mau
  starts: 2021-01-01
"""
BASELINE = "    baseline: {date: 2020-12-31, value: 40}\n"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("unit: percent", "unit: percnt", "CDS110"),
        ("unit: percent", "unit: con trâu", "CDS110"),
        ("    unit: percent\n", "", "CDS103"),
        ("direction: increase", "direction: lên", "CDS110"),
        ("    direction: increase\n", "", "CDS103"),
        (NAME, "", "CDS103"),
        (NAME, "    name: Hồ sơ xử lý trên mạng\n", "CDS116"),
        ("id: ho-so", "id: Hồ sơ", "CDS111"),
        ("  - id: ho-so\n    name", "  - name", "CDS103"),
        (HEADER, "", "CDS103"),
        (HEADER, "plan: cds-mau\n", "CDS116"),
        ("id: cds-mau", "id: CĐS", "CDS111"),
        ("  title: {vi: Kế hoạch mẫu}\n", "", "CDS103"),
        ("{vi: Sở Một}", "Sở Một", "CDS116"),
        ("{vi: Sở Một}", "{vi: Sở Một, closed: mai}", "CDS109"),
        ("{vi: Chính quyền số}", "{en: Digital government}", "CDS103"),
        ("frequency: quarterly", "frequency: ba tháng", "CDS110"),
        ("schema: 1", "schema: 2", "CDS143"),
        (BASELINE, "    baseline: 40\n", "CDS116"),
        (BASELINE, "    baseline: {date: 2020-12-31}\n", "CDS103"),
        ("date: 2020-12-31", "date: cuối năm 2020", "CDS109"),
        ("wording: 90% hồ sơ được xử lý trên mạng", "wordng: 90%", "CDS102"),
    ],
)
def test_a_value_that_cannot_be_used_hides_no_other_mistake(
    codes: Codes, old: str, new: str, code: str
) -> None:
    assert sorted(codes(*FOUR, (old, new))) == sorted([*FOUR_CODES, code])


def test_a_target_with_a_bad_value_is_still_checked_for_everything_else(codes: Codes) -> None:
    bad_due = [("due: 2025-12-31", "due: 31/12"), ("at_least: 90", "at_least: 190")]
    assert codes(*bad_due) == ["CDS109", "CDS158"]
    two = ("at_least: 90", "at_least: chín mươi\n        at_most: 20")
    assert codes(two) == ["CDS104", "CDS151"]
    against = ("at_least: 90", "at_most: chín mươi")
    assert codes(against) == ["CDS155", "CDS104"]


@pytest.mark.parametrize(
    "change",
    [
        ("bounds: [0, 100]", "bounds: [0, trăm]"),
        ("bounds: [0, 100]", "bounds: 0-100"),
        ("bounds: [0, 100]", "bounds: [0, 50, 100]"),
    ],
)
def test_bounds_that_cannot_be_read_might_allow_every_value(
    codes: Codes, change: tuple[str, str]
) -> None:
    [only] = codes(change, ("at_least: 100", "at_least: 190"))
    assert only in {"CDS105", "CDS115", "CDS117"}


def test_what_depends_on_a_value_that_is_not_known_is_not_reported(codes: Codes) -> None:
    falling = ("at_least: 90", "at_most: 90"), ("at_least: 100", "at_least: 99.5")
    assert codes(("direction: increase", "direction: tốt lên"), *falling) == ["CDS110"]
    rank = ("unit: percent", "unit: hạng"), ("at_least: 90", "top: 30")
    assert codes(*rank) == ["CDS110"]
    relative = ("at_least: 90", "increase_by: 30%")
    assert codes(relative, (BASELINE, "    baseline: {value: bốn mươi}\n")) == ["CDS103", "CDS105"]
    assert codes(relative, (BASELINE, "    baseline: 40\n")) == ["CDS116"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("at_least: 90", "tối thiểu: 90"),
        ("at_least: 90", "min: 90"),
        ("document: nghi-quyet-1", "documnet: nghi-quyet-1"),
        ("    frequency: quarterly", "    frequence: quarterly"),
        ("    lead: so-mot", "    leed: so-mot"),
    ],
)
def test_a_key_that_nobody_knows_is_not_missed_as_well(codes: Codes, old: str, new: str) -> None:
    assert codes((old, new)) == ["CDS102"]


def test_a_target_without_a_comparator_says_so_beside_an_unknown_key(codes: Codes) -> None:
    assert sorted(codes(("at_least: 90", "nte: x"))) == ["CDS102", "CDS150"]


def test_a_section_that_cannot_be_read_declares_what_is_named(codes: Codes) -> None:
    as_list = ("  chinh-quyen-so: {vi: Chính quyền số}", "  - chinh-quyen-so")
    assert codes(as_list) == ["CDS116"]
    accented = ("  chinh-quyen-so: {vi", "  Chính quyền số: {vi")
    assert codes(accented) == ["CDS111"]


def test_one_bad_id_in_a_list_hides_none_of_the_others(codes: Codes) -> None:
    several = ("    lead: so-mot", "    supporting: [Sở Một, so-hay]\n    lead: so-mot")
    assert codes(several) == ["CDS111", "CDS147"]
    only_bad = ("document: nghi-quyet-1", "document: [Nghị quyết 1]")
    assert codes(only_bad) == ["CDS111"]


def test_an_indicator_with_a_bad_id_is_named_as_the_file_names_it(changed: Changed) -> None:
    high = ("at_least: 90", "at_least: 190")
    spelt = changed(("id: ho-so", "id: Hồ Sơ"), high).problems
    nameless = changed(("- id: ho-so\n    name", "- name"), high).problems
    assert "Hồ Sơ: the value 190" in sentence(spelt[1], "en")
    assert "Hồ sơ xử lý trên mạng: the value 190" in sentence(nameless[1], "en")


def test_a_part_with_a_bad_unit_is_not_said_to_be_counted_otherwise(
    codes: Codes, good_text: str
) -> None:
    entry = good_text[good_text.index("  - id: ho-so") :]
    part = entry.replace("id: ho-so", "id: mot-phan").replace("unit: percent", "unit: cái")
    whole = ("  - id: ho-so\n", f"{part}  - id: ho-so\n    sum_of: [mot-phan]\n")
    assert codes(whole) == ["CDS110"]


SPOILT = {
    "unit": (r"unit: \w+", "unit: con", "CDS110"),
    "direction": (r"direction: \w+", "direction: lên", "CDS110"),
    "name": (r"    name: .*\n", "", "CDS103"),
    "id": (r"- id: ho-so", "- id: Hồ sơ", "CDS111"),
    "title": (r"  title: .*\n", "", "CDS103"),
    "bounds": (r"bounds: .*", "bounds: trăm", "CDS115"),
    "due": (r"due: 2025-12-31", "due: 2025", "CDS109"),
}
"""One value made useless, and the code for it."""
NEEDS = {
    "unit": "154 156 161 163 171 182 183 189 155",
    "direction": "155 161 165 186",
    "bounds": "157 158 182",
    "due": "164 165 166 167 185 168",
    "name": "",
    "title": "",
    "id": "144 149 163",
}
"""Codes that cannot be found while that value is not known."""
RULES = sorted(
    path for path in PAIRS.glob("CDS*.yaml") if re.match("CDS1(4[4-9]|[5-9])", path.name)
)


@pytest.mark.parametrize("spoilt", SPOILT)
@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_spoiling_one_value_of_a_bad_plan_adds_only_its_own_problem(
    path: Path, spoilt: str
) -> None:
    pattern, new, code = SPOILT[spoilt]
    text = path.read_text("utf-8")
    before = [problem.code for problem in read_plan_text(text, "p").problems]
    worse, count = re.subn(pattern, new, text, count=1)
    after = [problem.code for problem in read_plan_text(worse, "p").problems]
    if count and before == [path.stem]:
        lost = {f"CDS{number}" for number in NEEDS[spoilt].split()}
        assert after.count(code) == 1
        assert set(after) - {code} <= set(before)
        assert set(before) - set(after) <= lost


def test_every_remedy_still_has_its_facts(changed: Changed) -> None:
    for problem in changed(*FOUR, ("id: ho-so", "id: Hồ sơ")).problems:
        assert "{" not in sentence(problem, "en") + remedy(problem, "en")
