"""What `doctor` found, for people and for programs."""

from collections.abc import Mapping, Sequence
from typing import Any

from cdstrack.core.checks.finding import DiagnosisLine
from cdstrack.render.machine.output import dumped
from cdstrack.render.problems import render_problem
from cdstrack.words.parse.clean import clean
from cdstrack.words.problems.sentences import remedy, sentence
from cdstrack.words.talk.general import talk_text


def doctor_text(lines: Sequence[DiagnosisLine], language: str) -> str:
    """One line a setting with where it comes from, what is wrong under it, and a closing line."""
    names = {line.key: talk_text(f"doctor.{line.key}", language) for line in lines}
    widest = max(map(len, names.values()))
    shown: list[str] = []
    for line in lines:
        value = clean(line.value) or talk_text("doctor.nothing", language)
        shown.append(f"{names[line.key]:<{widest}}  {value}{_why(line, language)}")
        if line.problem:
            shown.append(render_problem(line.problem, language).rstrip("\n"))
    return "\n".join([*shown, _closing(lines, language), ""])


def _closing(lines: Sequence[DiagnosisLine], language: str) -> str:
    found = sum(1 for line in lines if line.problem)
    hints = "; ".join(line.hint for line in lines if line.hint)
    key = "doctor.found" if found else "doctor.to_do" if hints else "doctor.well"
    return talk_text(key, language, {"count": str(found), "hints": hints})


def _why(line: DiagnosisLine, language: str) -> str:
    if not line.origin:
        return ""
    return f"  [{talk_text(f'doctor.{line.origin}', language, {'name': line.name})}]"


def doctor_json(lines: Sequence[DiagnosisLine], language: str, head: Mapping[str, Any]) -> str:
    """The same as one object, with a setting under each key, behind what every report begins with."""
    return dumped({**head, "settings": {line.key: _fields(line, language) for line in lines}})


def _fields(line: DiagnosisLine, language: str) -> dict[str, Any]:
    problem = line.problem
    return {
        "value": line.value or None,
        "origin": line.origin or None,
        "name": line.name or None,
        "code": problem.code if problem else None,
        "message": sentence(problem, language) if problem else None,
        "remedy": remedy(problem, language) or None if problem else None,
    }
