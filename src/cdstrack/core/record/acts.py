"""What was done to the record: acts, submissions, and the values that they carry.

Owns the shape of an act before and after it is kept, when two observations differ, and
which acts are undone. Knows nothing of how the record is kept, and has no clock: the instant of
an act is given by the caller.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256

from cdstrack.core.record.closing import Closing, Reopening
from cdstrack.core.record.observation import Cell, Observation
from cdstrack.core.record.period import Period
from cdstrack.core.record.role import Role, role_of


class ActKind(StrEnum):
    """The kind of a submission."""

    RECORD = "record"
    IMPORT = "import"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    UNDO = "undo"
    DOCUMENT = "document"
    ACKNOWLEDGE = "acknowledge"
    SUMMARY = "summary"
    CLOSE = "close"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act of recording, as it is handed to the store.

    `at` is an aware instant; `plan_digest` and `plan_text` are the plan then in force. `undoes`
    is the submission that an undo takes back. `source_name` and `source_digest` (SHA-256) name
    the file that an import read. `test_clock` marks an act whose instant was set manually. `late`
    is why figures come after their period was closed. `units_text` is the units file that the plan
    names; None where it names none, or the file is not there.
    """

    kind: ActKind
    by: str
    at: datetime
    plan_digest: str
    plan_text: str
    program: str
    reason: str | None = None
    undoes: int | None = None
    source_name: str | None = None
    source_digest: str | None = None
    test_clock: bool = False
    late: str | None = None
    units_text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """An act as it is kept; `at` is the instant that was given, or the next free one after it."""

    id: int
    kind: ActKind
    by: str
    at: datetime
    plan_digest: str
    program: str
    reason: str | None = None
    undoes: int | None = None
    source_name: str | None = None
    source_digest: str | None = None
    test_clock: bool = False


@dataclass(frozen=True, slots=True)
class Cutoff:
    """The state of the record that a report counts: the instant of the last submission.

    `head` is the digest of the chain up to there. Both are None where nothing is counted.
    """

    at: datetime | None = None
    head: str | None = None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Takes the figure of a cell out of use; what was recorded stays in the record."""

    indicator: str
    org_unit: str
    period: Period
    disaggregation: str = ""

    @property
    def cell(self) -> Cell:
        """The cell of the figure."""
        return Cell(self.indicator, self.org_unit, self.disaggregation, self.period.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDocument:
    """A document kept in the store, beside those that the plan declares."""

    key: str
    title: str
    number: str | None = None
    issuer: str | None = None
    issued: date | None = None
    url: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentWithdrawal:
    """Takes a document out of use."""

    key: str


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """A warning that somebody has accepted; `problem` identifies it."""

    problem: str
    reason: str


@dataclass(frozen=True, slots=True)
class AcknowledgementWithdrawal:
    """Lets an acknowledged warning be shown again."""

    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedSummary:
    """A weekly summary as it was sent out; `known_at` is None when nothing had been recorded."""

    number: int
    week: str
    as_of: date
    known_at: datetime | None
    plan_digest: str
    language: str
    text: str

    @property
    def sha256(self) -> str:
        """The digest of the text, in hexadecimal."""
        return sha256(self.text.encode()).hexdigest()


Entry = (
    Observation
    | Withdrawal
    | SourceDocument
    | DocumentWithdrawal
    | Acknowledgement
    | AcknowledgementWithdrawal
    | IssuedSummary
    | Closing
    | Reopening
)
"""What an act can add to the record."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one cell by one submission: the figures before and after it.

    `before` is None where the cell held nothing, `after` where the figure was withdrawn.
    """

    submission: int
    cell: Cell
    before: Observation | None
    after: Observation | None


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """A change of one document of the store by one submission; None as for `Change`."""

    submission: int
    key: str
    before: SourceDocument | None
    after: SourceDocument | None


@dataclass(frozen=True, slots=True)
class AcknowledgementChange:
    """A change of one acknowledgement by one submission; `before` and `after` are the reasons, or None."""

    submission: int
    problem: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """One text of the plan file, and the first and last submission made under it."""

    digest: str
    first: Submission
    last: Submission


@dataclass(frozen=True, slots=True)
class UnitsVersion:
    """A units file by its digest, and the submission with which it came into force."""

    digest: str
    since: Submission


_ALWAYS = ("value", "state", "not_available", "numerator", "denominator", "qualifier")
_WHERE_GIVEN = ("stated", "document", "reported", "note")


def differences(kept: Observation, given: Observation) -> tuple[str, ...]:
    """The names of the fields in which a figure differs from the one kept for its cell.

    Empty means "already recorded". What the newcomer leaves open (stated, document, reported,
    note) does not make it another figure.
    """
    firm = [name for name in _ALWAYS if getattr(kept, name) != getattr(given, name)]
    open_ = [
        name
        for name in _WHERE_GIVEN
        if getattr(given, name) is not None and getattr(kept, name) != getattr(given, name)
    ]
    return (*firm, *open_)


def undone(undos: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The submissions that are taken back at present.

    Args:
        undos: For each undo its own id and that of the submission it takes back.

    An undo that is itself undone takes nothing back:

    >>> sorted(undone([(2, 1), (3, 2)]))
    [2]
    """
    taken_back: set[int] = set()
    for own, other in sorted(undos, reverse=True):
        if own not in taken_back:
            taken_back.add(other)
    return frozenset(taken_back)


def reported_period(observation: Observation, issued: date | None, recorded: date) -> Period:
    """When a figure became known: as stated, else its document's date, else the day recorded.

    The document of a self-assessment is its evidence, which says nothing of when it became known.

    Args:
        observation: The figure.
        issued: The date of its document, where it has one.
        recorded: The day of its submission, in the plan's time zone.
    """
    return observation.reported or Period.day(reported_day(observation, issued, recorded))


def reported_day(observation: Observation, issued: date | None, recorded: date) -> date:
    """The last day of the same."""
    if observation.reported is not None:
        return observation.reported.end
    is_evidence = issued is not None and role_of(observation.disaggregation) is Role.SELF
    return recorded if issued is None or is_evidence else issued
