"""What `check` found, for people and for programs.

Owns the order and the closing count. The sentences stand in `cdstrack.words`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from cdstrack import __version__
from cdstrack.core.problem import Problem, Severity
from cdstrack.render.machine import dumped
from cdstrack.render.problems import render_problem
from cdstrack.words.problems import remedy, sentence
from cdstrack.words.talk import talk_text


def counted(problems: Iterable[Problem]) -> dict[Severity, int]:
    """How many problems there are of each severity, none left out."""
    found = [problem.severity for problem in problems]
    return {severity: found.count(severity) for severity in Severity}


def check_text(problems: Sequence[Problem], language: str, *, strict: bool) -> str:
    """Every finding with its place and remedy, and how many there are.

    Advice takes one line each unless it counts (`strict`): a young plan has much of it.
    """
    blocks = [
        _brief(problem, language)
        if problem.severity is Severity.ADVICE and not strict
        else render_problem(problem, language)
        for problem in problems
    ]
    facts = {str(severity): str(count) for severity, count in counted(problems).items()}
    key = "check.counts" if problems else "check.clean"
    return "\n".join([*blocks, talk_text(key, language, facts), ""])


def _brief(problem: Problem, language: str) -> str:
    place = problem.place and replace(problem.place, excerpt=())
    return render_problem(replace(problem, place=place), language).splitlines()[0]


def check_json(problems: Sequence[Problem], language: str, plan: Mapping[str, Any]) -> str:
    """The same for programs; `plan` says which one was checked."""
    counts = {str(severity): count for severity, count in counted(problems).items()}
    return dumped(
        {
            "report": "check",
            "schema_version": 1,
            "generator": f"cdstrack {__version__}",
            "plan": dict(plan),
            "counts": counts,
            "problems": [_fields(problem, language) for problem in problems],
        }
    )


def _fields(problem: Problem, language: str) -> dict[str, Any]:
    place = problem.place
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "message": sentence(problem, language),
        "remedy": remedy(problem, language) or None,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
    }
