"""Indicators of every unit, and what became of a reading that was refused."""

from cdstrack.core.plan.model import Indicator
from cdstrack.core.problem import Problem
from cdstrack.words.parse.values import read_value


def indicator(unit: str, **keys: object) -> Indicator:
    """An indicator in `unit`, as a plan would declare it."""
    declared = {"id": "chi-tieu", "name": {"vi": "Chỉ tiêu"}, "pillar": "chinh-quyen-so"}
    return Indicator.model_validate({**declared, "unit": unit, "direction": "increase", **keys})


PERCENT = indicator("percent", bounds=[0, 100])
GROWTH = indicator("percent")
PER_THOUSAND = indicator("per_thousand", bounds=[0, 1000])
COUNT = indicator("count")
RANK = indicator("rank", bounds=[1, 63])
INDEX = indicator("index")
STATE = indicator("state")
BILLIONS = indicator("amount", unit_label={"vi": "tỷ đồng"})
AMOUNT = indicator("amount")


def refusal_code(result: object) -> str | None:
    return result.code if isinstance(result, Problem) else None


def refused(typed: str, of: Indicator) -> Problem:
    problem = read_value(typed, of)
    assert isinstance(problem, Problem)
    return problem
