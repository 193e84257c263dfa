"""What a file says against the record, or against itself, in words: both figures as facts.

Figures, periods and the names of fields are written as the canonical CSV writes them, so that the
line of the file can be found by them.
"""

from dataclasses import replace

from cdstrack.core.plan.values import format_decimal
from cdstrack.core.problem import Problem
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.revision import Contradiction

_BESIDE = ("qualifier", "stated", "document", "reported", "note")


def in_words(problem: Problem) -> Problem:
    """The problem with the figures of a contradiction among its facts; any other as it is."""
    if not isinstance(problem, Contradiction):
        return problem
    facts = {
        "indicator": problem.given.indicator,
        "period": problem.given.period.text,
        "recorded": _figure(problem.recorded, problem.different),
        "value": _figure(problem.given, problem.different),
    }
    return replace(problem, facts={**problem.facts, **facts})


def _figure(figure: Observation, different: tuple[str, ...]) -> str:
    """The figure in one line, with what makes it another one."""
    value = str(figure.state or figure.not_available or "")
    if figure.value is not None:
        value = format_decimal(figure.value)
    if figure.numerator is not None and figure.denominator is not None:
        value = f"{format_decimal(figure.numerator)}/{format_decimal(figure.denominator)}"
    beside = [f"{name} {_text(getattr(figure, name))}" for name in _BESIDE if name in different]
    return ", ".join([value, *beside])


def _text(value: object) -> str:
    return "-" if value is None else str(getattr(value, "text", value))
