"""A broken part hides no mistake of another, and no problem is only a consequence of another."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cdstrack.files.plan.plan_file import PlanFile
from cdstrack.files.plan.reader import read_plan_text
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
        (NAME, "    name: [Hồ sơ xử lý trên mạng]\n", "CDS116"),
        ("id: ho-so", "id: Hồ sơ", "CDS111"),
        ("  - id: ho-so\n    name", "  - name", "CDS103"),
        (HEADER, "", "CDS103"),
        (HEADER, "plan: cds-mau\n", "CDS116"),
        ("id: cds-mau", "id: CĐS", "CDS111"),
        ("  title: {vi: Kế hoạch mẫu}\n", "", "CDS103"),
        ("{vi: Sở Một}", "[Sở Một]", "CDS116"),
        ("{vi: Sở Một}", "{vi: Sở Một, closed: mai}", "CDS109"),
        ("{vi: Chính quyền số}", "{}", "CDS103"),
        ("frequency: quarterly", "frequency: ba tháng", "CDS110"),
        ("schema: 1", "schema: 2", "CDS143"),
        (BASELINE, "    baseline: 40\n", "CDS116"),
        (BASELINE, "    baseline: {date: 2020-12-31}\n", "CDS103"),
        ("date: 2020-12-31", "date: cuối năm 2020", "CDS109"),
        ("wording: 90% hồ sơ được xử lý trên mạng", "wordng: 90%", "CDS102"),
    ],
)
def test_a_broken_part_hides_no_mistake_of_another(
    with_a_sound_one: Callable[..., list[str]], old: str, new: str, code: str
) -> None:
    assert sorted(with_a_sound_one(*FOUR, (old, new))) == sorted([*FOUR_CODES, code])


@pytest.fixture
def with_a_sound_one(good_text: str) -> Callable[..., list[str]]:
    """The codes found after changing a plan of two indicators: each change where it fits first.

    The indicator of the good plan comes last, after a copy of it under another id that the `FOUR`
    changes fall into.
    """
    begin = good_text.index("  - id: ho-so")
    entry = good_text[begin:]
    first = entry.replace("id: ho-so", "id: ho-so-khac")

    def found(*changes: tuple[str, str]) -> list[str]:
        head, other, last = good_text[:begin], first, entry
        for old, new in changes:
            if (old, new) in FOUR:
                assert old in other
                other = other.replace(old, new, 1)
            elif old in head:
                head = head.replace(old, new, 1)
            else:
                assert old in last
                last = last.replace(old, new, 1)
        problems = read_plan_text(head + other + last, "p").problems
        return [problem.code for problem in problems if problem.code != "CDS197"]

    return found


def test_every_mistake_in_the_shape_of_a_part_is_reported_at_once(codes: Codes) -> None:
    several = [
        ("unit: percent", "unit: percnt"),
        ("bounds: [0, 100]", "bounds: [0, trăm]"),
        ("due: 2025-12-31", "due: 31/12"),
        ("at_least: 100", "at_least: trăm"),
    ]
    assert codes(*several) == ["CDS110", "CDS105", "CDS109", "CDS104"]


def test_the_rules_are_checked_on_a_broken_indicator_once_it_is_mended(codes: Codes) -> None:
    bad_due, too_high = ("due: 2025-12-31", "due: 31/12"), ("at_least: 90", "at_least: 190")
    assert codes(bad_due, too_high) == ["CDS109"]
    assert codes(too_high) == ["CDS158", "CDS165"]


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


def test_a_section_that_cannot_be_read_declares_what_is_named(codes: Codes) -> None:
    as_list = ("  chinh-quyen-so: {vi: Chính quyền số}", "  - chinh-quyen-so")
    assert codes(as_list) == ["CDS116"]
    assert codes(("pillars:", "pilars:"), ("documents:", "document:")) == ["CDS102", "CDS102"]
    accented = ("  chinh-quyen-so: {vi", "  Chính quyền số: {vi")
    assert codes(accented) == ["CDS111"]


def test_a_broken_entry_still_declares_its_id(codes: Codes) -> None:
    near = ("lead: so-mot", "lead: so-mod")
    assert codes(("{vi: Sở Một}", "[Sở Một]"), near) == ["CDS116", "CDS147"]
    assert codes(("nghi-quyet-1: {title", "nghi-quyet-1: {titel")) == ["CDS102"]
    assert codes(("{vi: Chính quyền số}", "")) == ["CDS116"]


@pytest.mark.parametrize("id_", ["mot-phan", "Một phần"])
def test_an_indicator_that_is_broken_may_still_be_a_part_of_another(
    codes: Codes, good_text: str, id_: str
) -> None:
    entry = good_text[good_text.index("  - id: ho-so") :]
    part = entry.replace("id: ho-so", f"id: {id_}").replace("unit: percent", "unit: cái")
    whole = ("  - id: ho-so\n", f"{part}  - id: ho-so\n    sum_of: [mot-phan]\n")
    assert set(codes(whole)) == ({"CDS110"} if id_ == "mot-phan" else {"CDS110", "CDS111"})


def test_indicators_are_counted_as_the_file_has_them(good_text: str) -> None:
    entry = good_text[good_text.index("  - id: ho-so") :]
    broken = entry.replace("ho-so", "hong").replace("unit: percent", "unit: cái")
    text = good_text.replace(entry, broken + entry + entry)
    unit, twice = read_plan_text(text, "p").problems
    assert (unit.code, twice.code) == ("CDS110", "CDS144")
    assert sentence(twice, "en") == "duplicate indicator id ho-so: indicators number 2 and 3"
    assert twice.place
    assert twice.place.line == text[: text.rindex("- id: ho-so")].count("\n") + 1


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
        assert after.count(code) == 1
        assert set(after) - {code} <= set(before)


def test_targets_are_counted_as_before_beside_a_broken_indicator(good_text: str) -> None:
    entry = good_text[good_text.index("  - id: ho-so") :]
    broken = entry.replace("ho-so", "hong").replace("unit: percent", "unit: cái")
    again = entry[entry.rindex("      - due") :]
    alone = read_plan_text(good_text + again, "p").problems
    beside = read_plan_text(good_text.replace(entry, broken + entry + again), "p").problems
    assert [problem.code for problem in alone] == ["CDS164"]
    assert [dict(problem.facts) for problem in beside[1:]] == [dict(alone[0].facts)]


@pytest.mark.parametrize("spoilt", [key for key in SPOILT if key != "title"])
@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_a_broken_indicator_hides_nothing_of_the_rest_of_a_bad_plan(
    path: Path, spoilt: str, good_text: str
) -> None:
    pattern, new, code = SPOILT[spoilt]
    text = path.read_text("utf-8")
    before = [problem.code for problem in read_plan_text(text, "p").problems]
    entry = good_text[good_text.index("  - id: ho-so") :]
    entry = re.sub("lead: .*", "lead: so-x", re.sub(pattern, new, entry, count=1))
    after = [problem.code for problem in read_plan_text(f"{text.rstrip()}\n{entry}", "p").problems]
    assert sorted(after) == sorted([*before, code])


def test_every_remedy_still_has_its_facts(changed: Changed) -> None:
    for problem in changed(*FOUR).problems:
        assert "{" not in sentence(problem, "en") + remedy(problem, "en")
