"""What can be said of an indicator in two sentences: its figure, how it moved, and its verdict.

Owns the shape and the choice of the figures; the words are `cdstrack.render`'s.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cdstrack.core.record.acts import SourceDocument
from cdstrack.core.record.movement import Movement, movement
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.status import ReportHeader, StatusItem, StatusReport


@dataclass(frozen=True, slots=True)
class Statement:
    """One indicator with its verdicts; `movement` is None where there is no figure."""

    item: StatusItem
    movement: Movement | None


@dataclass(frozen=True, slots=True)
class StatementReport:
    """The indicators in the order asked for; `documents` are those of plan and store by id."""

    header: ReportHeader
    statements: tuple[Statement, ...]
    documents: Mapping[str, SourceDocument]


def build_statements(
    report: StatusReport,
    figures: Iterable[Observation],
    documents: Mapping[str, SourceDocument],
) -> StatementReport:
    """Every item of a report with the movement of its latest figure.

    Args:
        report: The verdicts.
        figures: The current figures that they were judged by.
        documents: What figures and targets may cite.
    """
    known = list(figures)
    statements = tuple(Statement(item, _moved(item, known)) for item in report.items)
    return StatementReport(report.header, statements, documents)


def _moved(item: StatusItem, figures: list[Observation]) -> Movement | None:
    if item.latest is None:
        return None
    return movement(item.latest, figures, item.indicator)
