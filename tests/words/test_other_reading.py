"""A number that was read one way only because the other was impossible is said to be."""

import pytest

from cdstrack.core.plan.model import Indicator
from cdstrack.core.problem import Problem, Severity
from cdstrack.words.parse.ambiguity import point_was_decimal, share_of_one
from cdstrack.words.parse.values import Reading, read_value
from cdstrack.words.problems.sentences import sentence


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


@pytest.mark.parametrize(
    ("typed", "targets", "warned"),
    [
        ("0.6784", (), True),
        ("0,678423", (), True),
        ("0.6784%", (), False),
        ("0.68", (), False),
        ("0.68", ("90",), True),
        ("0.68%", ("90",), False),
        ("0.68", ("90", "2"), False),
        ("0", ("90",), False),
        ("1", ("90",), False),
        ("67.84", ("90",), False),
        ("1/1446", (), False),
    ],
)
def test_a_percentage_that_may_be_a_share_of_one_is_asked_about(
    typed: str, targets: tuple[str, ...], warned: bool
) -> None:
    measured = Indicator.model_validate(
        {
            "id": "i",
            "name": {"vi": "Chỉ tiêu"},
            "pillar": "p",
            "unit": "percent",
            "direction": "increase",
            "targets": [
                {"due": f"203{at}-12-31", "at_least": each} for at, each in enumerate(targets)
            ],
        }
    )
    reading = read_value(typed, measured)
    assert isinstance(reading, Reading)
    problem = share_of_one(reading, measured)
    assert (problem is not None) is warned
    if problem is not None:
        assert problem.severity is Severity.WARNING
        assert sentence(problem, "vi").startswith(f'"{typed}": 0,')


def test_both_readings_are_named() -> None:
    facts = {"value": "0.6784", "computed": "0.6784", "other": "67.84", "other_vi": "67,84"}
    problem = Problem("CDS240", facts, Severity.WARNING)
    assert sentence(problem, "vi") == '"0.6784": 0,6784% hay 67,84%? Được đọc là 0,6784%'
    assert sentence(problem, "en") == '"0.6784": 0.6784% or 67.84%? It was read as 0.6784%'
