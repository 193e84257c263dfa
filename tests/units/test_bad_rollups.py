"""Every way in which a `rollup` can be wrong, told at its place."""

from pathlib import Path

import pytest
from tests.conftest import Golden
from tests.units.conftest import INDICATOR, UNITS, LayOut

from cdstrack.files.plan.reader import read_plan
from cdstrack.render.problems import render_problems
from cdstrack.words.problems.sentences import remedy, sentence

GOLDEN = Path(__file__).parent / "golden"
SPLIT = [row.replace(",2025-06-30,xa-an", ",2025-06-30,xa-an; xa-cat") for row in UNITS]

BAD = {
    "no-unit-of-the-level": "{from: trung-uong, by: mean}",
    "level-unknown": "{from: communes, by: mean}",
    "sum-of-percentages": "{from: xa, by: sum}",
    "way-misspelt": "{from: xa, by: average}",
    "coverage-of-a-hundredth": "{from: xa, by: mean, coverage: 0.9}",
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


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("total", "sum"),
        ("tỷ lệ", "ratio"),
        ("avg", "mean"),
        ("Bình quân", "mean"),
        ("weighted average", "weighted_mean"),
        ("min", "worst"),
        ("percent met", "share_met"),
    ],
)
def test_another_word_for_a_way_is_answered_with_the_way(
    lay_out: LayOut, typed: str, meant: str
) -> None:
    path = lay_out(indicators=f"{INDICATOR}    rollup: {{from: xa, by: {typed}}}\n")
    (problem,) = read_plan(path).problems
    assert f"Write `by: {meant}`" in remedy(problem, "en")


def test_an_index_without_members_is_told_what_they_are(lay_out: LayOut) -> None:
    """It was said to need two numbers, like the bounds of an indicator."""
    path = lay_out(indicators=f"{INDICATOR}    composite: {{members: {{}}, of: 0}}\n")
    (problem,) = read_plan(path).problems
    assert "at least one member" in sentence(problem, "en")
    assert "members: {a1: 60, a2: 40}" in remedy(problem, "en")


def test_what_is_rolled_up_has_no_groups(lay_out: LayOut) -> None:
    groups = "    every: {huyen: [huyen-dong, huyen-tay]}\n"
    path = lay_out(indicators=f"{INDICATOR}    rollup: {{from: xa, by: mean}}\n{groups}")
    assert [each.code for each in read_plan(path).problems] == ["CDS832"]


def test_a_split_without_shares_is_refused_where_figures_are_added(lay_out: LayOut) -> None:
    mean = lay_out(*SPLIT, indicators=f"{INDICATOR}    rollup: {{from: xa, by: mean}}\n")
    assert [each.code for each in read_plan(mean).problems] == []
    added = lay_out(*SPLIT, indicators=f"{INDICATOR}    rollup: {{from: xa, by: ratio}}\n")
    assert {each.code for each in read_plan(added).problems} == {"CDS837"}
