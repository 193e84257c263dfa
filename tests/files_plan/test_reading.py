"""What a plan file's reader hands out, and what it keeps."""

import hashlib
import os
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from cdstrack.core.plan.model import Comparator, State
from cdstrack.core.problem import ExitCode, RefusedError
from cdstrack.files.plan.plan_file import PlanFile
from cdstrack.files.plan.reader import read_plan, read_plan_text
from cdstrack.words.problems.sentences import sentence

ROOT = Path(__file__).parents[2]
Changed = Callable[..., PlanFile]


def test_a_plan_is_identified_by_the_digest_of_its_bytes(tmp_path: Path, good_text: str) -> None:
    path = tmp_path / "targets.yaml"
    path.write_bytes(good_text.replace("\n", "\r\n").encode("utf-8-sig"))
    found = read_plan(path)

    assert found.digest == hashlib.sha256(path.read_bytes()).hexdigest()
    assert found.text.encode() == path.read_bytes()
    assert found.plan == read_plan_text(good_text, "targets.yaml").plan


def test_a_kept_text_gives_the_same_plan_and_digest_as_its_file(tmp_path: Path) -> None:
    text = "\ufeff" + (ROOT / "targets.yaml").read_text("utf-8")
    path = tmp_path / "targets.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    (tmp_path / "data").mkdir()
    (tmp_path / "data/units.csv").write_bytes((ROOT / "data/units.csv").read_bytes())
    assert read_plan_text(text, str(path), tmp_path) == read_plan(path)


def test_a_byte_order_mark_moves_no_column(good_text: str) -> None:
    bad = good_text.replace("schema: 1", "schemo: 1")
    plain, marked = (read_plan_text(text, "p").problems for text in (bad, "\ufeff" + bad))
    assert [problem.place for problem in plain] == [problem.place for problem in marked]


def test_every_value_stays_as_it_was_typed(changed: Changed) -> None:
    found = changed(
        ("wording: 90% hồ sơ được xử lý trên mạng", "wording: no"),
        ("    lead: so-mot\n", "    lead: so-mot\n    scope: 010\n    person: 12:30\n"),
        ("at_least: 90", "at_least: 90.50"),
        ("  area: tinh-mau", "  area: null-mot"),
    )
    assert found.plan is not None
    indicator = found.plan.indicators[0]
    assert (indicator.scope, indicator.person) == ("010", "12:30")
    assert indicator.targets[0].wording == ("no",)
    assert str(indicator.targets[0].at_least) == "90.50"


@pytest.mark.parametrize(
    ("line", "unit", "direction"),
    [
        ("at_least: 90", "percent", "increase"),
        ("more_than: 80", "percent", "increase"),
        ("at_most: 5", "count", "decrease"),
        ("less_than: 3", "count", "decrease"),
        ("between: [35, 40]", "percent", "increase"),
        ("top: 30, of: 63", "rank", "decrease"),
        ("reduce_by: 30%", "count", "decrease"),
        ("increase_by: 12.5%", "count", "increase"),
        ("each_year_at_least: 5, from: 2021", "index", "increase"),
        ("reach: done", "state", "increase"),
        ("universal: true", "percent", "increase"),
    ],
)
def test_every_comparator_is_one_key(line: str, unit: str, direction: str) -> None:
    found = read_plan_text(
        f"""
plan: {{id: x, title: {{vi: X}}}}
pillars: {{p: {{vi: P}}}}
indicators:
  - {{id: i, name: {{vi: I}}, pillar: p, unit: {unit}, direction: {direction},
     targets: [{{due: 2025-12-31, {line}}}]}}
""",
        "targets.yaml",
    )
    assert found.plan is not None
    assert found.plan.indicators[0].targets[0].comparator == line.partition(":")[0]


def test_values_arrive_exactly(changed: Changed) -> None:
    plan = changed(("at_least: 90", "between: [35.5, 40]")).plan
    assert plan is not None
    target = plan.indicators[0].targets[0]
    assert target.comparator is Comparator.BETWEEN
    assert target.stated_value == (Decimal("35.5"), Decimal(40))
    assert target.due == date(2025, 12, 31)
    assert [state.rank for state in State] == [0, 1, 2, 3]


def test_document_and_wording_may_be_lists(changed: Changed) -> None:
    plan = changed(
        ("wording: 90% hồ sơ được xử lý trên mạng", "wording: [một, hai]"),
        ("  nghi-quyet-1:", "  nghi-quyet-2: {title: Nghị quyết khác}\n  nghi-quyet-1:"),
        ("document: nghi-quyet-1", "document: [nghi-quyet-1, nghi-quyet-2]"),
    ).plan
    assert plan is not None
    assert plan.indicators[0].targets[0].wording == ("một", "hai")
    assert plan.indicators[0].targets[0].document == ("nghi-quyet-1", "nghi-quyet-2")


def test_the_plan_s_language_is_known_even_when_the_plan_is_wrong(changed: Changed) -> None:
    wrong = changed(("  area: tinh-mau", "  language: en"), ("unit: percent", "unit: per"))
    assert wrong.plan is None
    assert wrong.language == "en"
    assert changed(("  area: tinh-mau", "  language: fr")).language is None
    assert read_plan_text("plan: [", "p").language is None


def test_a_missing_file_is_wrong_usage_not_a_wrong_plan(tmp_path: Path) -> None:
    with pytest.raises(RefusedError) as refused:
        read_plan(tmp_path / "targets.yaml")
    assert refused.value.exit_code is ExitCode.USAGE
    assert refused.value.problems[0].code == "CDS100"


def test_a_folder_a_device_and_an_impossible_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    said = {
        tmp_path: "is not a file",
        Path(os.devnull): "is not a file",
        tmp_path / "file" / "targets.yaml": "there is no plan file",
        Path("a\0b"): "cannot be read: embedded null byte",
        Path("x" * 5000): "cannot be read: the file name is too long",
    }
    for path, words in said.items():
        with pytest.raises(RefusedError) as refused:
            read_plan(path)
        [problem] = refused.value.problems
        assert problem.code == "CDS100"
        assert words in sentence(problem, "en")


def test_all_problems_of_a_file_come_in_one_run_sorted_by_line(changed: Changed) -> None:
    found = changed(
        ("schema: 1", "schema: 2"),
        ("starts: 2021-01-01", "starts: 2021-13-01"),
        ("so-hai: {vi: Sở Hai}", "so-hai: {vi: Sở Hai, successor: so-hai}"),
        ("frequency: quarterly", "frequence: quarterly"),
        ("bounds: [0, 100]", "bounds: [0, 1O0]"),
        ("at_least: 90", 'at_least: "85,5 %"'),
        ("at_least: 100\n", "at_least: 100\n        top: mười\n"),
    )
    lines = [(p.place.line, p.place.column) for p in found.problems if p.place]
    assert lines == sorted(lines)
    assert [(problem.code, problem.place.line) for problem in found.errors if problem.place] == [
        ("CDS143", 1),
        ("CDS109", 6),
        ("CDS172", 14),
        ("CDS105", 21),
        ("CDS102", 22),
        ("CDS104", 27),
        ("CDS104", 32),
    ]


def test_a_position_counts_letters_as_an_editor_does(changed: Changed) -> None:
    found = changed(("{vi: Sở Hai}", "{vi: 'Việt 😀 Nam', unknown: x}"))
    [problem] = found.problems
    assert problem.place is not None
    line = dict(problem.place.excerpt)[problem.place.line]
    assert re.match(r"unknown", line[problem.place.column - 1 :])
