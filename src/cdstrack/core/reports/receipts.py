"""What an act of recording, revising or importing did, as a value."""

from dataclasses import dataclass
from enum import StrEnum

from cdstrack.core.problem import Place, Problem
from cdstrack.core.record.acts import ActKind, Submission
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.revision import AnyChange
from cdstrack.core.verdict.vocabulary import Status


class Outcome(StrEnum):
    """What was done with the figure."""

    RECORDED = "recorded"
    ALREADY_RECORDED = "already_recorded"
    WOULD_RECORD = "would_record"


@dataclass(frozen=True, slots=True)
class Receipt:
    """The figure as it was understood.

    `submission` is the act that keeps it, None where nothing was kept. `before` and `after` are
    the indicator's verdicts without and with it, both None where it has none. `previous` is the
    figure before it in time, `doubts` what makes it doubtful and was not accepted.
    """

    figure: Observation
    outcome: Outcome
    submission: int | None = None
    before: Status | None = None
    after: Status | None = None
    previous: Observation | None = None
    doubts: tuple[Problem, ...] = ()


class Fate(StrEnum):
    """What a figure of a file is to the record, and what becomes of it."""

    NEW = "new"
    SAME = "same"
    REPEATED = "repeated"
    DIFFERS = "differs"
    REPLACES = "replaces"
    PASSED_OVER = "passed_over"


@dataclass(frozen=True, slots=True)
class ImportedObservation:
    """One observation of a file as it was read, its position, and what its cell holds.

    `earlier` is where the same file states that; None where it was recorded before.
    """

    place: Place
    figure: Observation
    fate: Fate
    standing: Observation | None = None
    earlier: Place | None = None


@dataclass(frozen=True, slots=True)
class ImportReceipt:
    """What became of a file of figures: how many were `new`, and how many there already.

    `repeated` are figures that the file states once more. `corrected`, `skipped` and `conflicting`
    are figures whose cell held another one. `digest` is the SHA-256 of the file. `submission` is
    the act that keeps the new ones, None where nothing was kept; of a `trial` nothing ever is, nor
    of a file that was `refused`. `listed` are the first of the figures, as many as were asked for.
    """

    file: str
    digest: str
    new: int
    same: int
    submission: int | None = None
    trial: bool = False
    refused: bool = False
    corrected: int = 0
    skipped: int = 0
    conflicting: int = 0
    repeated: int = 0
    listed: tuple[ImportedObservation, ...] = ()
    doubtful: int = 0

    @property
    def unlisted(self) -> int:
        """How many figures that could be read are not listed."""
        counts = (
            self.new,
            self.same,
            self.repeated,
            self.corrected,
            self.skipped,
            self.conflicting,
        )
        return max(0, sum(counts) - len(self.listed))


@dataclass(frozen=True, slots=True)
class RevisionReceipt:
    """What an act did, or would have done (`outcome`), to what was recorded before.

    `changes` are the first of them, `more` how many others there are. `undoes` is the act that an
    undo takes back. `before` and `after` are the indicator's verdicts, None where several figures
    changed or the indicator has none. `doubts` are what makes a corrected figure doubtful,
    `new_doubts` those of them that the figure before did not have.
    """

    kind: ActKind
    outcome: Outcome
    submission: int | None
    changes: tuple[AnyChange, ...]
    more: int = 0
    undoes: Submission | None = None
    before: Status | None = None
    after: Status | None = None
    doubts: tuple[Problem, ...] = ()
    new_doubts: tuple[Problem, ...] = ()
