"""Pages that were issued: numbered, kept as they were, and missed where there is none."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from tests.conftest import Run

from cdstrack.core.record.acts import Submission
from cdstrack.core.record.observation import Observation

SCHEMAS = Path(__file__).parents[2] / "docs/schema"
Figure = Callable[..., Observation]
Recorded = Callable[..., Submission]


@pytest.mark.usefixtures("week_33")
def test_pages_issued_are_numbered_and_missed_weeks_are_seen(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("summary", "--week", "2022-W32", "--issue")
    assert run("summary", "--week", "2022-W32", "--issue").out == first.out
    monkeypatch.setenv("CDSTRACK_TODAY", "2022-09-13")
    assert run("summary", "--week", "2022-W34", "--issue", "--lang", "en").code == 0
    found = json.loads(run("summary", "--list", "--format", "json").out)
    validator = Draft202012Validator(
        json.loads((SCHEMAS / "summaries.report.schema.json").read_text("utf-8"))
    )
    assert [error.message for error in validator.iter_errors(found)] == []
    assert [(each["number"], each["week"]) for each in found["issues"]] == [
        (1, "2022-W32"),
        (2, "2022-W34"),
    ]
    assert found["missed"] == ["2022-W33", "2022-W35", "2022-W36"]
    told = run("summary", "--list").out
    assert "2 bản đã phát hành; 3 tuần chưa phát hành." in told
    assert "- CHƯA PHÁT HÀNH: tuần 33 năm 2022 (15/8–21/8/2022)" in told


@pytest.mark.usefixtures("week_33")
def test_check_warns_of_a_missed_week(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "CDS608" not in run("check").out
    run("summary", "--week", "2022-W33", "--issue")
    for monday_or_earlier in ("2022-08-25", "2022-08-29"):
        monkeypatch.setenv("CDSTRACK_TODAY", monday_or_earlier)
        assert "CDS608" not in run("check").out
    monkeypatch.setenv("CDSTRACK_TODAY", "2022-09-06")
    answer = run("check")
    assert answer.code == 10
    assert (
        "CDS608 cảnh báo: không có bản tóm tắt nào được phát hành cho tuần 2022-W34" in answer.out
    )
    assert (
        "CDS608 cảnh báo: không có bản tóm tắt nào được phát hành cho tuần 2022-W35" in answer.out
    )


@pytest.mark.usefixtures("week_33")
def test_issuing_does_not_change_the_page(run: Run) -> None:
    before = run("summary", "--week", "2022-W33").out
    assert run("summary", "--week", "2022-W33", "--issue").out == before
    assert run("summary", "--week", "2022-W33").out == before


@pytest.mark.usefixtures("week_33")
def test_a_page_that_changed_gets_a_number_of_its_own(
    run: Run, recorded: Recorded, figure: Figure
) -> None:
    run("summary", "--week", "2022-W33", "--issue")
    recorded(
        "2022-08-30T03:00:00+00:00", figure("xep-hang", "31/63", "2021", reported="2022-08-19")
    )
    run("summary", "--week", "2022-W33", "--issue")
    issues = json.loads(run("summary", "--list", "--format", "json").out)["issues"]
    assert [(each["number"], each["replaces"]) for each in issues] == [(1, None), (2, 1)]


@pytest.mark.usefixtures("week_33")
def test_an_issued_page_is_kept_as_text_and_given_in_no_other_format(
    run: Run, office: Path
) -> None:
    run("summary", "--week", "2022-W33", "--issue")
    answer = run("summary", "--number", "1", "--format", "json")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.splitlines()[0] == 'CDS012 --format không nhận "json"'
    page = office / "page.html"
    assert run("summary", "--number", "1", "-o", str(page)).code == 2
    assert not page.exists()
    assert run("summary", "--number", "1", "-o", str(page.with_suffix(".txt"))).code == 0


@pytest.mark.usefixtures("week_33")
def test_an_issued_page_is_printed_as_it_was_whatever_the_plan_says_now(
    run: Run, office: Path
) -> None:
    issued = run("summary", "--week", "2022-W33", "--issue").out
    plan = office / "targets.yaml"
    plan.write_text(plan.read_text("utf-8").replace("tỉnh Mẫu", "tỉnh Khác"), "utf-8")
    assert run("summary", "--number", "1").out == issued
    assert run("summary", "--week", "2022-W33").out != issued
    answer = run("summary", "--number", "7")
    assert (answer.code, answer.err.splitlines()[0]) == (
        2,
        'CDS602 không có bản tóm tắt số "7"',
    )


@pytest.mark.usefixtures("week_33")
def test_a_quiet_week_is_numbered_though_nothing_is_printed(run: Run) -> None:
    assert run("summary", "--week", "2022-W34", "--issue", "--only-if-changed").out == ""
    issues = json.loads(run("summary", "--list", "--format", "json").out)["issues"]
    assert [each["week"] for each in issues] == ["2022-W34"]
