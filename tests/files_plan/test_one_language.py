"""Names in one language: the plan's own, whichever it is."""

import pytest
from tests.conftest import Run

from cdstrack.core.plan.model import Plan
from cdstrack.core.problem import Severity
from cdstrack.files.plan.reader import read_plan_text
from cdstrack.files.workplace import blank_plan
from cdstrack.words.problems.sentences import remedy

FIRST_TRY = """\
plan: {id: library, title: Library service plan, language: en, timezone: Europe/London, area: town}
documents: {strategy: Library strategy 2025-2030}
pillars: {use: Use of the library}
org_units: {town: The town}
indicators:
  - id: members
    name: Active members
    pillar: use
    unit: count
    direction: up
    targets: [{due: 2030-12-31, at_least: 41,200, wording: 41 200 active members, document: strategy}]
  - id: loans-online
    name: Loans made online
    pillar: use
    unit: percent
    direction: increase
    targets: [{due: 2026-12-31, at_least: 30, wording: 30% of loans, document: strategy}]
  - id: waiting
    name: Days until a reserved book arrives
    pillar: use
    unit: days
    direction: decrease
    targets: [{due: 2026-12-31, at_most: 5, wording: within 5 days, document: strategy}]
"""


def read(text: str) -> Plan:
    found = read_plan_text(text, "targets.yaml")
    assert found.plan is not None, [remedy(problem, "en") for problem in found.errors]
    return found.plan


def test_a_first_english_plan_takes_three_corrections_which_the_answers_name() -> None:
    found = read_plan_text(FIRST_TRY, "targets.yaml")
    assert [remedy(problem, "en") for problem in found.errors] == [
        "Write `direction: increase`; allowed values: increase, decrease, none.",
        (
            "Inside { } a comma separates keys; write decimals with a point, and put a text with a comma"
            " in quotes."
        ),
        "Write `unit: amount` and `unit_label: days`; what is counted one by one is `unit: count`.",
    ]
    mended = FIRST_TRY.replace("direction: up", "direction: increase")
    mended = mended.replace("41,200", "41200")
    mended = mended.replace("unit: days", "unit: amount\n    unit_label: days")
    plan = read(mended)
    assert plan.by_id["members"].name.texts == ("Active members",)
    assert plan.by_id["waiting"].unit_label
    assert plan.by_id["waiting"].unit_label.text("vi") == "days"
    assert plan.documents["strategy"].title == "Library strategy 2025-2030"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_bare_name_is_in_the_language_of_the_plan(good_text: str, language: str) -> None:
    text = good_text.replace("  area: tinh-mau", f"  area: tinh-mau\n  language: {language}")
    plan = read(text.replace("{vi: Chính quyền số}", "Online services"))
    assert getattr(plan.pillars["chinh-quyen-so"], language) == "Online services"
    assert plan.pillars["chinh-quyen-so"].text("vi") == "Online services"
    assert plan.pillars["chinh-quyen-so"].text("en") == "Online services"


def test_the_language_is_known_wherever_it_is_written_in_the_file(good_text: str) -> None:
    head, rest = good_text.split("documents:", 1)
    late = f"documents:{rest}".replace("{vi: Sở Một}", "Office One") + head.replace(
        "  area: tinh-mau", "  area: tinh-mau\n  language: en"
    )
    assert read(late).org_units["so-mot"].en == "Office One"


def test_a_name_in_no_language_asks_for_the_plan_s_own(good_text: str) -> None:
    for language in ("vi", "en"):
        text = good_text.replace("  area: tinh-mau", f"  area: tinh-mau\n  language: {language}")
        [problem] = read_plan_text(text.replace("{vi: Sở Một}", "{}"), "p").problems
        assert (problem.code, problem.facts["key"]) == ("CDS103", language)


def test_the_blank_english_plan_is_english_and_names_the_time_zone() -> None:
    text = blank_plan("en").decode()
    assert text.isascii()
    assert "timezone: " in text
    assert not {each.severity for each in read_plan_text(text, "p").problems} - {Severity.ADVICE}


def test_a_plan_in_english_alone_is_reported_without_vietnamese(run: Run) -> None:
    assert run("init", ".", "--blank", "--lang", "en").code == 0
    assert run("record", "forms-online", "70", "--on", "2022-12-31", "--yes").code in {0, 2}
    answer = run("status")
    assert answer.code == 0
    assert "Forms sent in online" in answer.out
    assert "chỉ tiêu" not in answer.out


def test_init_on_something_that_is_no_store_says_so(run: Run) -> None:
    from pathlib import Path

    assert run("init", ".", "--blank").code == 0
    store = Path("data/cdstrack.db")
    store.unlink()
    store.write_text("not a store", encoding="utf-8")
    answer = run("init", ".")
    assert answer.code == 4
    assert "data/cdstrack.db" in answer.err
    assert store.read_text(encoding="utf-8") == "not a store"
