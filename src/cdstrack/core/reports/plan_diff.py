"""Two versions of a plan side by side, as a report value."""

from dataclasses import dataclass

from cdstrack.core.plan.changes import PlanChange
from cdstrack.core.plan.model import Plan
from cdstrack.core.record.acts import PlanVersion


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
