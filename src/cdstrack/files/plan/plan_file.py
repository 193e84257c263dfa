"""What reading a plan file gives: a valid plan, or the problems that stop it from being one."""

from dataclasses import dataclass
from pathlib import Path

from cdstrack.core.plan.model import Plan
from cdstrack.core.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class PlanFile:
    """What a plan file holds.

    `plan` is None when one of the `problems` is an error; they are sorted by line and column.
    `digest` is the SHA-256 of the file's bytes. `language` is the plan's own, as far as it could
    be read. `folder` is where the files that the plan names are looked for, `units_text` the text of
    the units file among them and `units_digest` its SHA-256; None where there is none.
    """

    plan: Plan | None
    text: str
    digest: str
    problems: tuple[Problem, ...]
    language: str | None
    folder: Path | None = None
    units_digest: str | None = None
    units_text: str | None = None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop the plan from being used."""
        return tuple(found for found in self.problems if found.severity is Severity.ERROR)
