"""Why the record refuses an act, as values; `cdstrack.render.record.refusal` puts them into words."""

from dataclasses import dataclass

from cdstrack.core.problem import Problem, RefusedError
from cdstrack.core.record.acts import DocumentChange, Submission
from cdstrack.core.record.observation import Cell, Observation, Qualifier
from cdstrack.core.record.period import Period
from cdstrack.core.record.revision import AnyChange


@dataclass(frozen=True, slots=True)
class Conflict:
    """The cell of a figure holds another one, which differs in these fields (CDS218)."""

    recorded: Observation
    figure: Observation
    different: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Estimated:
    """The recorded figure is an estimate; the official one is to replace it by a correction (CDS243)."""

    recorded: Observation
    figure: Observation


@dataclass(frozen=True, slots=True)
class NothingThere:
    """A cell is empty; `others` are the periods for which there are figures (CDS701)."""

    cell: Cell
    others: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class Replaced:
    """The figure of a number has been replaced by a later one (CDS703)."""

    number: int
    latest: Observation


@dataclass(frozen=True, slots=True)
class ChangedSince:
    """A later submission changed what this one recorded; `change` is an example (CDS709)."""

    number: int
    later: Submission
    change: AnyChange


@dataclass(frozen=True, slots=True)
class OtherFacts:
    """A document is kept with other facts, and no reason was given to replace them (CDS711)."""

    change: DocumentChange


Refusal = Conflict | Estimated | NothingThere | Replaced | ChangedSince | OtherFacts
CODES: dict[type[Refusal], str] = {
    Conflict: "CDS218",
    Estimated: "CDS243",
    NothingThere: "CDS701",
    Replaced: "CDS703",
    ChangedSince: "CDS709",
    OtherFacts: "CDS711",
}


def contradiction(
    recorded: Observation, figure: Observation, different: tuple[str, ...]
) -> Conflict | Estimated:
    """Why a figure is refused beside another one that it differs from in these fields."""
    if replaces_estimate(recorded, figure):
        return Estimated(recorded, figure)
    return Conflict(recorded, figure, different)


def replaces_estimate(recorded: Observation, figure: Observation) -> bool:
    """Whether a figure is the official one for which an estimate has kept the place."""
    official = figure.is_figure and figure.qualifier is not Qualifier.ESTIMATE
    return recorded.qualifier is Qualifier.ESTIMATE and official


class RecordRefusedError(RefusedError):
    """A submission contradicts the record; `refusal` holds the figures or changes concerned."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(Problem(CODES[type(refusal)]))
        self.refusal = refusal
