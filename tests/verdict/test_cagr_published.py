"""`cagr` beside the results that Statistics Canada publishes, to nine decimals.

The figures are those of `indicator_calculation_components.yml` in the data of the Global Indicator
Framework and the Canadian Indicator Framework (CIF).
"""

from datetime import date
from typing import Any

import pytest

from cdstrack.core.plan.model import Measure, Unit
from cdstrack.core.verdict.methods import cagr
from cdstrack.core.verdict.methods.interface import Case, Working
from cdstrack.core.verdict.trajectory import Path, Point, decimal_year

# Indicator, direction, base year and value, current year and value, target year and value, result.
PUBLISHED = [
    ("1.2.1", -1, 2015, 14.5, 2023, 10.2, 2030, 7.25, 0.9525901792032172, "on_track"),
    ("1.4.1 water", 1, 2015, 98.82, 2022, 99.04, 2030, 100, 0.4013545340426752, "off_track"),
    ("1.4.1 schools", 1, 2015, 92, 2019, 92, 2030, 100, 0.0, "off_track"),
    ("1.4.1 sanitation", 1, 2015, 82.6, 2022, 83.9, 2030, 100, 0.1741314538877581, "off_track"),
    ("11.1.1", -1, 2018, 10, 2022, 10.4, 2030, 0.1, -0.030916728428577435, "deteriorating"),
    ("11.2.1 near", 1, 2023, 8.2, 2024, 8.4, 2030, 100, 0.05679393189022746, "off_track"),
    ("11.2.1 far", 1, 2023, 75.3, 2024, 74.6, 2030, 100, -0.22476408603076314, "deteriorating"),
    ("CIF 11.1.1", -1, 2016, 26866, 2024, 36058, 2028, 13433, -0.6675781357974336, "deteriorating"),
    ("CIF 11.3.1", 1, 2005, 63, 2020, 74, 2030, 85, 0.8949392974311927, "behind"),
    ("CIF 11.5.1", 1, 2016, 19.3, 2021, 13.9, 2030, 22, -6.76154243963871, "deteriorating"),
    ("CIF 11.6.1", -1, 2014, 699, 2022, 683.4, 2030, 490, 0.12830416881599752, "off_track"),
    ("CIF 12.1.1", 1, 2015, 0.37, 2024, 14.63, 2030, 60, 1.249622415033452, "on_track"),
    ("CIF 14.1.1", 1, 2015, 0.9, 2023, 14.7, 2030, 30, 1.5866947018068909, "on_track"),
    ("CIF 15.2.1", 1, 2019, 42, 2024, 40, 2026, 60, -0.18576295071190677, "deteriorating"),
    ("CIF 15.4.1", 1, 2015, 10.1, 2023, 13.7, 2030, 30, 0.5160064971944834, "off_track"),
]


@pytest.mark.parametrize("published", PUBLISHED, ids=[row[0] for row in PUBLISHED])
def test_cagr_agrees_with_statistics_canada(published: tuple[Any, ...]) -> None:
    _, sign, base_year, base, year, value, target_year, target, result, status = published
    start, latest, goal = (
        Point(decimal_year(date(end, 12, 31)), number)
        for end, number in ((base_year, base), (year, value), (target_year, target))
    )
    path, points = Path((start, goal)), (start, latest)
    case = Case(start, latest, goal, sign, path, points, Unit.AMOUNT, Measure.STOCK)
    working = cagr.work(case)
    assert isinstance(working, Working)
    assert working.ratio == pytest.approx(result, abs=1e-9)
    assert cagr.CLASSES.of(working.ratio).value == status


def test_a_baseline_beyond_the_target_is_movement_away() -> None:
    """CIF 14.2.1 stood at 68.6 in 2015, above its target of 55, and has fallen below it."""
    start, now = Point(2016, 68.5534591194968), Point(2024, 46.7336683417085)
    goal = Point(2027, 55)
    path = Path((start, goal))
    case = Case(start, now, goal, 1, path, (start, now), Unit.AMOUNT, Measure.STOCK)
    working = cagr.work(case)
    assert isinstance(working, Working)
    assert working.ratio == pytest.approx(-2.3587220377696703, abs=1e-9)
