"""Every way in which a `rollup` can be wrong, told at its place."""

from pathlib import Path

import pytest
from tests.conftest import Golden
from tests.units.conftest import INDICATOR, UNITS, LayOut

from cdstrack.files.plan.reader import read_plan
from cdstrack.render.problems import render_problems

GOLDEN = Path(__file__).parent / "golden"
SPLIT = [row.replace(",2025-06-30,xa-an", ",2025-06-30,xa-an; xa-cat") for row in UNITS]

BAD = {
    "no-unit-of-the-level": "{from: trung-uong, by: mean}",
    "level-unknown": "{from: communes, by: mean}",
    "sum-of-percentages": "{from: xa, by: sum}",
    "way-misspelt": "{from: xa, by: average}",
    "coverage-too-large": "{from: xa, by: mean, coverage: 120}",
    "weight-unknown": "{from: xa, by: weighted_mean, weight: dan-so}",
    "weight-of-a-mean": "{from: xa, by: mean, weight: ho-so}",
    "criterion-of-a-mean": "{from: xa, by: mean, at_least: 50}",
    "two-criteria": "{from: xa, by: share_met, at_least: 50, more_than: 40}",
}


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("wrong", BAD)
def test_a_bad_roll_up_is_answered_with_exactly_this(
    wrong: str, language: str, lay_out: LayOut, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = lay_out(indicators=f"{INDICATOR}    rollup: {BAD[wrong]}\n")
    monkeypatch.chdir(path.parent)
    said = render_problems(read_plan(Path(path.name)).problems, language, 100)
    golden(GOLDEN / f"rollup-{wrong}.{language}.txt", said + "\n")


def test_what_is_rolled_up_has_no_groups(lay_out: LayOut) -> None:
    groups = "    every: {huyen: [huyen-dong, huyen-tay]}\n"
    path = lay_out(indicators=f"{INDICATOR}    rollup: {{from: xa, by: mean}}\n{groups}")
    assert [each.code for each in read_plan(path).problems] == ["CDS832"]


def test_a_split_without_shares_is_refused_where_figures_are_added(lay_out: LayOut) -> None:
    mean = lay_out(*SPLIT, indicators=f"{INDICATOR}    rollup: {{from: xa, by: mean}}\n")
    assert [each.code for each in read_plan(mean).problems] == []
    added = lay_out(*SPLIT, indicators=f"{INDICATOR}    rollup: {{from: xa, by: ratio}}\n")
    assert {each.code for each in read_plan(added).problems} == {"CDS837"}
