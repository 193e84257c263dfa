"""How the figure of an area comes from those of its units: the `rollup` of an indicator."""

from decimal import Decimal
from enum import StrEnum
from typing import Literal

from cdstrack.core.plan.section import Field, Section
from cdstrack.core.plan.target import AtLeast, AtMost, LessThan, MoreThan
from cdstrack.core.plan.values import Id, Number, Text


class RollUpBy(StrEnum):
    """The way of combining the figures of units."""

    SUM = "sum"
    RATIO = "ratio"
    MEAN = "mean"
    WEIGHTED_MEAN = "weighted_mean"
    WORST = "worst"
    SHARE_MET = "share_met"

    @property
    def adds(self) -> bool:
        """Whether it adds, so that a merged unit is the sum of its parts."""
        return self in {RollUpBy.SUM, RollUpBy.RATIO}


CRITERIA = ("at_least", "more_than", "at_most", "less_than")
"""The keys by which `share_met` may say what a unit has to meet."""


class RollUp(Section):
    """How the figure of an area is derived from those of its units, where none is stated for it."""

    from_: Text = Field(
        alias="from", description="the level of the units whose figures count", examples=["xa"]
    )
    by: RollUpBy = Field(
        description="what is done with their figures: sum; ratio, of the sums of numerators and of"
        " denominators; mean; weighted_mean, by the denominators or by `weight`; worst; share_met,"
        " the share of the units that meet the target",
        examples=["ratio"],
    )
    coverage: Number = Field(
        default=Decimal(100),
        description="the least share of the units, in per cent of their number, that must have"
        " reported",
        examples=[95],
    )
    prefer: Literal["derived"] | None = Field(
        default=None,
        description="derived: where a figure is stated for the area too, the derived one is judged",
        examples=["derived"],
    )
    weight: Id | None = Field(
        default=None,
        description="only with weighted_mean: the indicator whose figure of a unit is its weight",
        examples=["dan-so"],
    )
    at_least: AtLeast = None
    more_than: MoreThan = None
    at_most: AtMost = None
    less_than: LessThan = None
