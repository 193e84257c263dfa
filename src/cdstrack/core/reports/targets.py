"""The targets report: the plan's targets as declared."""

from dataclasses import dataclass
from datetime import date

from cdstrack.core.plan.model import Indicator, Plan, Target
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.reports.order import is_due


@dataclass(frozen=True, slots=True)
class TargetsReport:
    """The plan as declared; only targets of `milestones`, days or years, where it has any."""

    header: ReportHeader
    plan: Plan
    indicators: tuple[Indicator, ...]
    milestones: tuple[date | int, ...] = ()

    def targets_of(self, indicator: Indicator) -> tuple[Target, ...]:
        """The targets of one of the indicators that the report is about."""
        targets = indicator.ordered_targets
        if not self.milestones:
            return targets
        return tuple(each for each in targets if is_due(each.due, self.milestones))
