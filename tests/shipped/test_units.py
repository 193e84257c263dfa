"""data/units.csv: the units of two provinces before and after the merger of 1 July 2025."""

import csv
from pathlib import Path

FILE = Path(__file__).parents[2] / "data/units.csv"
BEFORE, AFTER = "2025-06-30", "2025-07-01"


def rows() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def in_force(day: str) -> list[dict[str, str]]:
    return [
        row
        for row in rows()
        if (not row["since"] or row["since"] <= day) and (not row["closed"] or day <= row["closed"])
    ]


def of_level(level: str, day: str) -> list[dict[str, str]]:
    return [row for row in in_force(day) if row["level"] == level]


def test_an_id_is_given_once_and_a_code_once_on_a_day() -> None:
    ids = [row["id"] for row in rows()]
    assert len(ids) == len(set(ids))
    for day in (BEFORE, AFTER):
        codes = [row["code"] for row in in_force(day)]
        assert len(codes) == len(set(codes))


def test_as_many_communes_as_the_statistics_office_lists() -> None:
    assert (len(of_level("xa", BEFORE)), len(of_level("xa", AFTER))) == (148, 124)


def test_every_commune_of_before_became_part_of_one_that_is_in_force_after() -> None:
    after = {row["id"] for row in of_level("xa", AFTER)}
    successors = {row["successor"] for row in of_level("xa", BEFORE)}
    assert len(successors) == 48
    assert successors <= after
