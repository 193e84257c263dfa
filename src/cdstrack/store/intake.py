"""The request and the result of a bulk import, as values."""

from collections.abc import Callable, Collection, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from cdstrack.core.problem import ImportRefusedError, Place, Problem
from cdstrack.core.record.acts import Submission
from cdstrack.core.reports.receipts import ImportedObservation


class OnConflict(StrEnum):
    """What becomes of a figure whose cell holds another one."""

    FAIL = "fail"
    SKIP = "skip"
    CORRECT = "correct"


@dataclass(slots=True)
class Taken:
    """What came of an intake; `submission` is None where nothing was added.

    `same` are those that the record held before, `repeated` those that the file itself stated
    further up. `corrected`, `skipped` and `conflicting` are figures whose cell held another one.
    `without_document` counts the added figures that state no source. `listed` are the first
    figures, as many as were asked for.
    """

    submission: Submission | None = None
    new: int = 0
    same: int = 0
    repeated: int = 0
    corrected: int = 0
    skipped: int = 0
    conflicting: int = 0
    without_document: int = 0
    listed: tuple[ImportedObservation, ...] = ()
    touched: Collection[tuple[str, str]] = ()
    crowded: AbstractSet[tuple[str, str]] = frozenset()
    place: Callable[[int], Place | None] = lambda _: None
    """Where the file states a figure that was added, by its id; None for any other."""


class IntakeRefusedError(ImportRefusedError):
    """Nothing of an intake may be kept; `taken` counts what its figures are to the record."""

    def __init__(self, taken: Taken, problems: Iterable[Problem]) -> None:
        super().__init__(*problems)
        self.taken = taken
