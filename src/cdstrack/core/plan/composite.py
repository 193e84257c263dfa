"""Composite indices in a plan: the members with their weights, and how a figure becomes points.

Owns the two sections and nothing of the arithmetic, which is in `cdstrack.core.derived.composite`.
"""

from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal

from cdstrack.core.plan.section import Field, Section
from cdstrack.core.plan.sections import A_NUMBER
from cdstrack.core.plan.values import Id, Number


class PointsStep(Section):
    """A step of a scoring rule: from this value on, so many points."""

    at_least: Number = Field(
        description=f"the value from which the step counts; {A_NUMBER}", examples=[80]
    )
    points: Number = Field(description="the points from there on", examples=[10])


class Points(Section):
    """How a figure becomes points: by steps, or by its share of the target."""

    max: Number = Field(description="the most points that can be had", examples=[10])
    steps: tuple[PointsStep, ...] = Field(
        default=(),
        description="the highest step that the figure reaches gives the points; below all of them"
        " there are none",
        examples=[[{"at_least": 80, "points": 10}, {"at_least": 50, "points": 5}]],
    )
    by: Literal["value"] | None = Field(
        default=None,
        description="`value`: the points are in proportion to the figure over its target, at most"
        " all of them",
        examples=["value"],
    )


class Composite(Section):
    """What a composite index is made of: its value is the weighted sum of its members."""

    members: Annotated[dict[Id, Number], Field(min_length=1)] = Field(
        description="the members, indicators of this plan, each with its weight",
        examples=[{"nhan-thuc-so": 100, "the-che-so": 100}],
    )
    of: Number = Field(description="the sum of the weights: the scale of the index", examples=[200])

    @cached_property
    def total_weight(self) -> Decimal:
        """The sum of the weights, which a sound plan states as `of`."""
        return sum(self.members.values(), Decimal(0))
