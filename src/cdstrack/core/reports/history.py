"""Changes as report values: the log of submissions, and two versions of a plan compared.

The store gives the acts, `cdstrack.render` the words.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from cdstrack.core.plan.changes import PlanChange
from cdstrack.core.plan.model import Plan
from cdstrack.core.record.acts import (
    AcknowledgementChange,
    Change,
    Cutoff,
    DocumentChange,
    PlanVersion,
    Submission,
)
from cdstrack.core.record.closing import ClosingChange
from cdstrack.core.record.revision import AnyChange
from cdstrack.core.reports.header import ReportHeader


@dataclass(frozen=True, slots=True)
class LogAct:
    """One act with the first of the figures it changed; `more` is how many further ones there are.

    `undone` says whether it is taken back at present. `documents` and `warnings` are the source
    documents and the acknowledged warnings that it changed, all of them. `digest` is that of the
    chain up to the act. `closing` is what it did to a period, `late` why its figures came after
    theirs was closed. `account` is the one on a server that added it, where it has another name
    than who recorded.
    """

    submission: Submission
    changes: tuple[Change, ...]
    more: int = 0
    undone: bool = False
    documents: tuple[DocumentChange, ...] = ()
    warnings: tuple[AcknowledgementChange, ...] = ()
    digest: str | None = None
    closing: ClosingChange | None = None
    late: str | None = None
    account: str | None = None

    @property
    def everything(self) -> tuple[AnyChange, ...]:
        """All changes that are at hand, figures first."""
        return (*self.changes, *self.documents, *self.warnings)


@dataclass(frozen=True, slots=True)
class LogReport:
    """The acts in the order in which they are to be shown."""

    header: ReportHeader
    acts: tuple[LogAct, ...]


def last_of(acts: Iterable[LogAct]) -> Cutoff:
    """The cutoff of a log of these submissions: the latest instant, and the digest of the last one."""
    shown = sorted(acts, key=lambda act: act.submission.id)
    at = max((act.submission.at for act in shown), default=None)
    return Cutoff(at, shown[-1].digest if shown else None)


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
