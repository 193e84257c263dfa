"""What was changed, as report values: the log of acts, and two versions of a plan side by side.

The store gives the acts, `cdstrack.render` the words.
"""

from dataclasses import dataclass

from cdstrack.core.plan.changes import PlanChange
from cdstrack.core.plan.model import Plan
from cdstrack.core.record.acts import (
    AcknowledgementChange,
    Change,
    DocumentChange,
    PlanVersion,
    Submission,
)
from cdstrack.core.record.revision import AnyChange
from cdstrack.core.reports.status import ReportHeader


@dataclass(frozen=True, slots=True)
class LogAct:
    """One act with the first of the figures it changed; `more` is how many further ones there are.

    `undone` says whether it is taken back at present. `documents` and `warnings` are the source
    documents and the acknowledged warnings that it changed, all of them.
    """

    submission: Submission
    changes: tuple[Change, ...]
    more: int = 0
    undone: bool = False
    documents: tuple[DocumentChange, ...] = ()
    warnings: tuple[AcknowledgementChange, ...] = ()

    @property
    def everything(self) -> tuple[AnyChange, ...]:
        """All changes that are at hand, figures first."""
        return (*self.changes, *self.documents, *self.warnings)


@dataclass(frozen=True, slots=True)
class LogReport:
    """The acts in the order in which they are to be shown."""

    header: ReportHeader
    acts: tuple[LogAct, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """Which version: by its digest; `kept` says which acts were made under it, where any were.

    `file` is the path it was read from; None for one that only the record holds.
    """

    digest: str
    kept: PlanVersion | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class PlanDiff:
    """The two versions and all that changed from the one to the other."""

    before: Plan
    after: Plan
    before_version: Version
    after_version: Version
    changes: tuple[PlanChange, ...]
