"""Plans written from official wordings: every sentence can be said, and every one is reported.

The files in `official/` keep the words of real plans under an invented name; one is a plan in English
alone. No target needed a comparator that says more or less than the words do.
"""

import json
from pathlib import Path

import pytest
from tests.conftest import Run

from cdstrack.core.plan.model import Comparator
from cdstrack.core.problem import Severity
from cdstrack.files.plan.reader import read_plan

OFFICIAL = sorted((Path(__file__).parent / "official").glob("*.yaml"))
NAMES = [path.stem for path in OFFICIAL]
WISHES = {"CDS192", "CDS193", "CDS195"}
"""Advice about what the official texts do not say: who leads, how often, a due date."""


@pytest.mark.parametrize("path", OFFICIAL, ids=NAMES)
def test_a_plan_from_official_words_has_no_problem(path: Path) -> None:
    found = read_plan(path)
    assert found.plan is not None, found.problems
    assert {problem.severity for problem in found.problems} <= {Severity.ADVICE}
    assert {problem.code for problem in found.problems} <= WISHES


def test_together_they_use_every_comparator_but_plain_neighbours_of_used_ones() -> None:
    plans = [read_plan(path).plan for path in OFFICIAL]
    used = {target.comparator for plan in plans if plan for _, target in plan.targets()}
    assert set(Comparator) - used == {
        Comparator.LESS_THAN,
        Comparator.EACH_YEAR_AT_MOST,
        Comparator.AVERAGE_LESS_THAN,
    }


@pytest.mark.parametrize("path", OFFICIAL, ids=NAMES)
def test_every_sentence_is_reported_in_both_languages(
    path: Path, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CDSTRACK_TODAY", "2026-11-22")
    (folder / "targets.yaml").write_bytes(path.read_bytes())
    assert run("init", ".").code == 0
    plan = read_plan(path).plan
    assert plan is not None
    for language in ("vi", "en"):
        for command in ("targets", "status", "gaps", "summary"):
            answer = run(command, "--lang", language)
            assert answer.code == 0, answer.err
    listed = json.loads(run("targets", "--format", "json").out)["items"]
    said = sum(len(item["targets"]) for item in listed)
    assert said == sum(1 for _ in plan.targets())
    for indicator in plan.indicators:
        assert run("show", indicator.id).code == 0
        assert run("explain", indicator.id).code == 0
