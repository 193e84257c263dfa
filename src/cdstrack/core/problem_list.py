"""What is wrong with a file, gathered as it is read: the first problems listed, the rest counted.

Owns how many are listed one by one. Knows neither files nor sentences.
"""

from dataclasses import dataclass, field

from cdstrack.core.problem import Problem, Severity

MOST_PROBLEMS = 1000
"""Errors, and warnings, that are listed one by one; of a wholly wrong file the rest is counted."""


@dataclass(slots=True)
class ProblemList:
    """Errors and warnings in the order in which they were found."""

    errors: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    _unlisted: int = 0

    def add(self, problem: Problem) -> None:
        """Keeps a problem; beyond the limit an error is counted, and a warning dropped."""
        if problem.severity is not Severity.ERROR:
            if len(self.warnings) < MOST_PROBLEMS:
                self.warnings.append(problem)
        elif len(self.errors) < MOST_PROBLEMS:
            self.errors.append(problem)
        else:
            self._unlisted += 1

    def listed(self) -> list[Problem]:
        """The errors, and at their end how many more there are (CDS309)."""
        return [*self.errors, *not_listed(self._unlisted)]


def not_listed(count: int) -> list[Problem]:
    """That there are more problems than are listed; nothing where there are none."""
    return [Problem("CDS309", {"count": str(count)})] if count > 0 else []
