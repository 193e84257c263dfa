"""What `check` and `doctor` found, for people and for programs.

Owns the order and the closing count. The sentences are in `cdstrack.words`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cdstrack.core.checks.finding import DiagnosisLine, Finding, Findings
from cdstrack.core.problem import Severity
from cdstrack.core.record.period import Period
from cdstrack.render.machine.fields import Fields, picked
from cdstrack.render.problems import problem_body, problem_head, render_problem, within
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_period
from cdstrack.words.problems.sentences import remedy, sentence
from cdstrack.words.talk.general import talk_text

MOST_ALIKE = 20
"""The most findings of one code that are shown; a store of a million figures can have many more."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reader wants to see: advice in full (`strict`), and accepted findings too.

    `area` is the org unit that is not named, because most figures are about it. Sentences are
    folded into the `width`, where there is one.
    """

    strict: bool = False
    everything: bool = False
    area: str = ""
    width: int | None = None


def check_text(found: Findings, language: str, shown: Shown) -> str:
    """Every finding with its place, id and remedy; how many there are, and how to accept one.

    Advice takes one line each unless it counts (`strict`): a young plan has much of it. What was
    accepted is counted, and shown only when asked for.
    """
    chosen = (each for each in found.listed if shown.everything or each.accepted is None)
    blocks = [_block(finding, language, shown) for finding in chosen]
    blocks += [
        talk_text("check.more_alike", language, {"code": code, "count": str(count - MOST_ALIKE)})
        for code, count in found.alike.items()
        if count > MOST_ALIKE and not shown.everything
    ]
    closing = (within(line, shown.width) for line in _closing(found, language))
    return "\n".join([*blocks, *closing, ""])


def _closing(found: Findings, language: str) -> list[str]:
    counts, accepted = _counts(found), found.accepted
    facts = {str(severity): str(count) for severity, count in counts.items()}
    told = [talk_text("check.counts" if any(counts.values()) else "check.clean", language, facts)]
    if accepted:
        told[0] += "; " + talk_text("check.accepted", language, {"count": str(accepted)})
    if counts[Severity.WARNING]:
        told.append(talk_text("check.accept_with", language))
    return told


def _counts(found: Findings) -> dict[Severity, int]:
    return {severity: found.open[severity] for severity in Severity}


def _block(finding: Finding, language: str, shown: Shown) -> str:
    problem = finding.problem
    brief = problem.severity is Severity.ADVICE and not shown.strict
    about = _about(finding, language, shown.area)
    head = ": ".join(filter(None, (about, problem_head(problem, language))))
    if problem.severity is not Severity.ERROR and not brief:
        head += f" [{finding.id}]"
    lines = [within(head, shown.width)]
    if finding.accepted is not None:
        told = talk_text("check.accepted_because", language, {"reason": finding.accepted})
        return "\n".join([*lines, within(f"  {told}", shown.width)])
    return "\n".join([*lines, *([] if brief else problem_body(problem, language, shown.width))])


def _about(finding: Finding, language: str, area: str) -> str:
    """The figure that the finding is about; its unit only where that is not the plan's area."""
    cell = finding.cell
    if cell is None:
        return ""
    parts = [cell.indicator, cell.disaggregation, "" if cell.org_unit == area else cell.org_unit]
    period = format_period(Period.parse(cell.period), language, short=True)
    return " ".join([*(clean(part) for part in parts if part), period])


def check_fields(found: Findings, language: str) -> Fields:
    """The same for programs."""
    return {
        "counts": {**_counts(found), "acknowledged": found.accepted},
        "problems": [_fields(finding, language) for finding in found.listed],
    }


def _fields(finding: Finding, language: str) -> Fields:
    cell = finding.cell
    problem = finding.problem
    place = problem.place
    return {
        "id": finding.id,
        **picked(problem, "code", "severity"),
        "message": sentence(problem, language),
        "remedy": remedy(problem, language) or None,
        "acknowledged": finding.accepted,
        **_of(place, "file", "line", "column"),
        **_of(cell, "indicator", "org_unit"),
        "disaggregation": (cell and cell.disaggregation) or None,
        "period": cell and cell.period,
        "observation": finding.observation,
    }


def _of(value: object, *names: str) -> Fields:
    """These attributes; null each where there is no value."""
    return dict.fromkeys(names) if value is None else picked(value, *names)


def doctor_text(lines: Sequence[DiagnosisLine], language: str, width: int | None = None) -> str:
    """One line a setting with where it comes from, what is wrong under it, and a closing line.

    Sentences are folded into the width, where there is one.
    """
    names = {line.key: talk_text(f"doctor.{line.key}", language) for line in lines}
    widest = max(map(len, names.values()))
    shown: list[str] = []
    for line in lines:
        value = clean(line.value) or talk_text("doctor.nothing", language)
        told = f"{names[line.key]:<{widest}}  {value}{_why(line, language)}"
        shown.append(within(told, width))
        if line.problem:
            shown.append(render_problem(line.problem, language, width))
    return "\n".join([*shown, within(_doctor_closing(lines, language), width), ""])


def _doctor_closing(lines: Sequence[DiagnosisLine], language: str) -> str:
    found = sum(1 for line in lines if line.problem)
    hints = "; ".join(line.hint for line in lines if line.hint)
    key = "doctor.found" if found else "doctor.to_do" if hints else "doctor.well"
    return talk_text(key, language, {"count": str(found), "hints": hints})


def _why(line: DiagnosisLine, language: str) -> str:
    if not line.origin:
        return ""
    return f"  [{talk_text(f'doctor.{line.origin}', language, {'name': line.name})}]"


def doctor_fields(lines: Sequence[DiagnosisLine], language: str) -> Fields:
    """The same for programs, a setting under each key."""
    return {"settings": {line.key: _setting(line, language) for line in lines}}


def _setting(line: DiagnosisLine, language: str) -> Fields:
    problem = line.problem
    return {
        "value": line.value or None,
        "origin": line.origin or None,
        "name": line.name or None,
        "code": problem.code if problem else None,
        "message": sentence(problem, language) if problem else None,
        "remedy": remedy(problem, language) or None if problem else None,
    }
