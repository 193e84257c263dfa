"""The documents of plan and store with what cites them, as report values."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cdstrack.core.plan.model import Indicator, Plan, Target
from cdstrack.core.record.acts import SourceDocument
from cdstrack.core.record.observation import Observation


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A document, whether the plan or the store has it, and how often it is cited."""

    document: SourceDocument
    in_plan: bool
    targets: int
    figures: int


@dataclass(frozen=True, slots=True)
class Citations:
    """The targets and figures that cite one document."""

    targets: tuple[tuple[Indicator, Target], ...]
    figures: tuple[Observation, ...]


def all_documents(plan: Plan, kept: Iterable[SourceDocument]) -> dict[str, SourceDocument]:
    """By id, the plan's first; where both have one, the plan's counts."""
    declared = {
        key: SourceDocument(
            key=key,
            title=document.title,
            number=document.number,
            issuer=document.issuer,
            issued=document.issued,
            url=document.url,
            note=document.note,
        )
        for key, document in plan.documents.items()
    }
    return declared | {each.key: each for each in kept if each.key not in declared}


def list_sources(
    plan: Plan, documents: Mapping[str, SourceDocument], figures: Iterable[Observation]
) -> tuple[CitedDocument, ...]:
    """Every document with its counts, in the given order."""
    by_target = Counter(key for _, target in plan.targets() for key in target.document)
    by_figure = Counter(figure.document for figure in figures if figure.document)
    return tuple(
        CitedDocument(document, key in plan.documents, by_target[key], by_figure[key])
        for key, document in documents.items()
    )


def citations(plan: Plan, key: str, figures: Iterable[Observation]) -> Citations:
    """The targets and the current figures that cite a document."""
    targets = tuple(pair for pair in plan.targets() if key in pair[1].document)
    return Citations(targets, tuple(figure for figure in figures if figure.document == key))
