"""Who changed what, when: the log report as a value.

Owns its shape only; the store gives the acts, `cdstrack.render` the words.
"""

from dataclasses import dataclass

from cdstrack.core.record.acts import AcknowledgementChange, Change, DocumentChange, Submission
from cdstrack.core.record.undo import AnyChange
from cdstrack.core.reports.status import Header


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

    header: Header
    acts: tuple[LogAct, ...]
