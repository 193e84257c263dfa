"""A correction does not warn once more of what was warned of before and has not changed."""

import json
import re
from pathlib import Path

import pytest
from tests.conftest import Answer, Run

PLAN = """\
plan: {id: mau, title: Mẫu, area: tinh-cu, starts: 2020-01-01, timezone: Asia/Ho_Chi_Minh}
documents:
  som: {title: Ra trước, number: 1/BC, issued: 2022-01-05}
  sau: {title: Ra sau, number: 2/BC, issued: 2022-12-05}
  cung-som: {title: Cũng ra trước, number: 3/BC, issued: 2022-02-05}
pillars: {so: Số}
org_units: {tinh-cu: {vi: Tỉnh Cũ, closed: 2022-03-31, successor: tinh-moi}, tinh-moi: {vi: Tỉnh Mới}}
indicators:
  - id: ho-so
    name: Hồ sơ
    pillar: so
    unit: percent
    direction: increase
    bounds: [0, 100]
    numerator: {vi: đạt}
    denominator: {vi: tất cả}
    targets: [{due: 2025-12-31, at_least: 90, wording: 90%}]
"""
WHY = ("--reason", "gõ nhầm")


@pytest.fixture
def desk(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A province that is closed; its figure came afterwards and names no document."""
    (folder / "targets.yaml").write_text(PLAN, encoding="utf-8")
    monkeypatch.setenv("CDSTRACK_TODAY", "2022-12-31")
    assert run("init").code == 0
    first = run("record", "ho-so", "67,84", "--on", "2022-06-30")
    assert (first.code, codes(first)) == (0, ["CDS223", "CDS506"])
    return run


def codes(answer: Answer) -> list[str]:
    """What was warned of."""
    assert answer.code == 0, answer.err
    return re.findall(r"CDS\d{3}", answer.err)


def corrected(run: Run, *typed: str) -> list[str]:
    return codes(run("correct", "ho-so", *typed, "--on", "2022-06-30", *WHY))


def test_another_number_says_nothing_anew_of_the_unit_and_of_the_document(desk: Run) -> None:
    assert corrected(desk, "76,84", "--dry-run") == []
    assert corrected(desk, "76,84") == []
    assert corrected(desk, "76,84", "--note", "theo báo cáo") == []


def test_a_doubtful_number_is_warned_of_and_an_unchanged_one_is_not(desk: Run) -> None:
    assert corrected(desk, "0,7") == ["CDS240"]
    assert corrected(desk, "0,7", "--note", "theo báo cáo") == []
    assert corrected(desk, "0,8") == ["CDS240"]
    kept = desk(
        "correct", "ho-so", "0,8", "--on", "2022-06-30", *WHY, "--note", "x", "--format", "json"
    )
    assert json.loads(kept.out)["doubts"] == ["CDS240"]


def test_a_warning_about_the_document_comes_where_the_document_is_another(desk: Run) -> None:
    assert corrected(desk, "67,84", "--document", "sau") == []
    assert corrected(desk, "67,84", "--document", "som") == ["CDS242"]
    assert corrected(desk, "67,85") == []
    assert corrected(desk, "67,85", "--document", "cung-som") == ["CDS242"]
    assert corrected(desk, "67,85", "--document", "") == ["CDS506"]


def test_a_stated_percentage_is_held_against_a_new_fraction(desk: Run) -> None:
    assert corrected(desk, "1483/1542", "--stated", "80,2") == ["CDS224"]
    assert corrected(desk, "1483/1542", "--note", "theo báo cáo") == []
    assert corrected(desk, "1484/1542", "--stated", "80,2") == ["CDS224"]
