"""`cdstrack units`: the tree of a day."""

import json
from pathlib import Path

from tests.conftest import Golden, Run
from tests.units.conftest import LayOut

HERE = Path(__file__).parent / "golden"


def test_the_tree_before_and_after_the_merger(lay_out: LayOut, run: Run, golden: Golden) -> None:
    lay_out()
    for day in ("2025-06-30", "2025-07-01"):
        for language in ("vi", "en"):
            answer = run("units", "--as-of", day, "--lang", language)
            assert answer.code == 0
            golden(HERE / f"tree-{day}.{language}.txt", answer.out)


def test_a_code_means_another_unit_on_another_day(lay_out: LayOut, run: Run) -> None:
    lay_out()

    def named(day: str) -> list[str]:
        found = json.loads(run("units", "101", "--as-of", day, "--format", "json").out)
        return [item["id"] for item in found["items"]]

    assert named("2025-06-30") == ["xa-an-28101"]
    assert named("2025-07-01") == ["xa-an"]


def test_a_program_gets_what_each_unit_was_made_of(lay_out: LayOut, run: Run) -> None:
    lay_out()
    answer = run("units", "--as-of", "2025-07-01", "--format", "json")
    items = {item["id"]: item for item in json.loads(answer.out)["items"]}
    assert [part["id"] for part in items["xa-cat"]["predecessors"]] == [
        "xa-cat-28103",
        "xa-dai-an-28104",
    ]
    assert json.loads(answer.out)["counts"] == {"tinh": 1, "xa": 3}
    rows = run("units", "--all", "--format", "csv").out.splitlines()
    assert len(rows) == 1 + 12


def test_a_unit_of_other_days_is_told_where_none_is_there_on_this_one(
    lay_out: LayOut, run: Run
) -> None:
    lay_out()

    def told(*words: str) -> str:
        return " ".join(run("units", *words).out.split())

    assert "Xã Đại An" in told("dai an", "--as-of", "2025-06-30")
    later = ("dai an", "--as-of", "2025-07-01")
    assert "Vào những ngày khác: 1, xem bằng --all." in told(*later)
    assert "On other days: 1; see them with --all." in told(*later, "--lang", "en")
    assert "Không có đơn vị nào." in told("không có", "--as-of", "2025-07-01")
