"""Scores of criteria whose points are on other scales than their weights, and of reports' own quarters."""

from pathlib import Path

import pytest
from tests.conftest import Run

PLAN = """\
plan: {id: diem, title: Điểm, area: tinh, starts: 2020-01-01}
pillars: {p: P}
org_units: {tinh: {vi: tỉnh, level: tinh}}
indicators:
  - {id: a, name: A, pillar: p, unit: percent, direction: increase, calendar: nd09,
     points: {max: 10, by: value}, targets: [{due: 2030-12-31, at_least: 80}]}
  - {id: b, name: B, pillar: p, unit: index, direction: increase, calendar: nd09}
  - {id: z, name: Z, pillar: p, unit: index, direction: increase, calendar: nd09,
     composite: {members: {a: 60, b: 40}, of: 100}}
"""


@pytest.fixture
def desk(folder: Path, run: Run) -> Run:
    (folder / "targets.yaml").write_text(PLAN, encoding="utf-8")
    assert run("init").code == 0
    for member, value in (("a", "60"), ("b", "0.5")):
        run("record", member, value, "--on", "2022-Q2", "--by", "role=self", "--yes")
    return run


def test_points_that_do_not_add_up_have_their_weights_beside_them(desk: Run) -> None:
    """7.5 of 10 and 20 of 40 stood above a total of 65 of 100, and 2.5 lost meant 15."""
    said = desk("scores", "z", "--lang", "en").out.splitlines()
    rows = [line.split() for line in said]
    assert ["A", "10", "60", "7.5", "–", "2.5"] in rows
    assert ["Total", "100", "65", "–", "35"] in rows
    assert "Points are on each criterion's own scale" in " ".join(said)
    # A column in which nothing is only takes room.
    assert "Evidence" not in " ".join(said)
    alone = desk("scores", "b", "--lang", "en").out
    assert "Weight" not in alone


def test_a_quarter_that_is_cut_by_the_indicator_s_calendar_is_found_by_its_name(desk: Run) -> None:
    assert "65 of 100" in desk("scores", "z", "--on", "2022-Q2", "--lang", "en").out
