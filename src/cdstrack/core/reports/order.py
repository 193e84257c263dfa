"""The orders that the rows of a report can have, and which due dates a milestone stands for.

Owns the words only and loads nothing heavy, so that options can name them.
"""

from collections.abc import Collection
from datetime import date
from enum import StrEnum


class Order(StrEnum):
    """What rows are sorted by.

    `plan` is the order of the plan file; `gap` most of the way to go first; `verdict` the worst
    first; `age` the oldest figure first; `lead` by the id of the lead body. What is not known
    comes last.
    """

    PLAN = "plan"
    GAP = "gap"
    VERDICT = "verdict"
    AGE = "age"
    LEAD = "lead"


def is_due(due: date | None, milestones: Collection[date | int]) -> bool:
    """Whether a due date is one of these days, or in one of these years."""
    return due is not None and (due in milestones or due.year in milestones)
