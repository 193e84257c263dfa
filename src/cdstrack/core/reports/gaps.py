"""The gaps report: what is missing to each target, the largest remaining share first."""

from dataclasses import dataclass, replace

from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.reports.status import StatusItem, StatusReport, TargetLine


@dataclass(frozen=True, slots=True)
class GapRow:
    """One target with the indicator it belongs to."""

    item: StatusItem
    line: TargetLine


@dataclass(frozen=True, slots=True)
class GapsReport:
    """What is still missing, the target with most of its way to go first, unknown last."""

    header: ReportHeader
    rows: tuple[GapRow, ...]


def build_gaps(report: StatusReport) -> GapsReport:
    """One row per target, most of its way to go first, unknown last."""
    rows = [GapRow(item, line) for item in report.items for line in item.targets]
    header = replace(report.header, report="gaps")
    return GapsReport(header, tuple(sorted(rows, key=lambda row: way_to_go(row.line))))


def way_to_go(line: TargetLine) -> tuple[bool, float, bool, bool, float]:
    """The sort key of targets: the largest remaining share first, unknown last.

    Where the way is not known, for want of an origin, what is done of the number asked decides.
    """
    verdict = line.verdict
    made, done = verdict.way_made, verdict.completion
    return made is None, made or 0.0, verdict.gap is None, done is None, done or 0.0
