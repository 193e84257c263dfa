"""A number that was read one way only because the other was impossible is said to be."""

import pytest

from cdstrack.core.plan import Indicator
from cdstrack.words.values import Reading, point_was_decimal, read_value


@pytest.mark.parametrize(
    ("unit", "typed", "warned"),
    [
        ("percent", "1.446", True),
        ("percent", "3,001", True),
        ("percent", "1.446%", True),
        ("percent", "67,84", False),
        ("percent", "0.446", False),
        ("percent", "981/1.446", False),
        ("percent", "gần 3.000", True),
        ("count", "1.446", False),
    ],
)
def test_a_decimal_that_looks_like_thousands_is_doubted(
    unit: str, typed: str, warned: bool
) -> None:
    measured = Indicator.model_validate(
        {
            "id": "i",
            "name": {"vi": "Chỉ tiêu"},
            "pillar": "p",
            "unit": unit,
            "direction": "increase",
            "bounds": ["0", "100"] if unit == "percent" else None,
        }
    )
    reading = read_value(typed, measured)
    assert isinstance(reading, Reading)
    problem = point_was_decimal(reading)
    assert (problem is not None) is warned
    assert problem is None or problem.code == "CDS236"
