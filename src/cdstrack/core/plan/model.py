"""The plan: its pillars, bodies, documents, indicators and targets.

Owns the shape of the plan file, one frozen model a section; its fields describe the keys for the
reference page and the JSON Schema. Rules that span several values are in
`cdstrack.core.checks.plan_rules`, positions in the file in `cdstrack.files.plan.reader`. The small
sections and the vocabulary can be imported from here too.
"""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from cdstrack.core.plan.comparators import Comparator
from cdstrack.core.plan.composite import Composite, Points
from cdstrack.core.plan.declaration import PlanContext, Read, Written
from cdstrack.core.plan.rollup import RollUp, RollUpBy
from cdstrack.core.plan.section import Field, Section
from cdstrack.core.plan.sections import (
    ID,
    Aliases,
    Baseline,
    Break,
    Document,
    Ended,
    Header,
    Label,
    Lead,
    Note,
    OrgUnit,
)
from cdstrack.core.plan.target import Declared, Target
from cdstrack.core.plan.values import (
    ONE_OR_MORE,
    Id,
    Ids,
    NumberOrNone,
    Text,
    Yes,
)
from cdstrack.core.plan.vocabulary import (
    Calendar,
    Direction,
    Frequency,
    Measure,
    MethodName,
    State,
    Unit,
)

__all__ = [
    "Baseline",
    "Break",
    "Calendar",
    "Comparator",
    "Composite",
    "Declared",
    "Direction",
    "Document",
    "Ended",
    "Frequency",
    "Header",
    "Indicator",
    "Label",
    "Lead",
    "Measure",
    "MethodName",
    "OrgUnit",
    "Plan",
    "Points",
    "RollUp",
    "RollUpBy",
    "State",
    "Target",
    "Unit",
]


def _as_leads(value: object, _: PlanContext) -> object:
    if isinstance(value, dict):
        return [value]
    return [{"unit": value}] if isinstance(value, str) else value


class Indicator(Section):
    """What is measured, and the targets set for it."""

    id: Id = Field(description=f"the indicator's id, {ID}", examples=["ho-so-cap-tinh"])
    name: Label = Field(
        description="its full name", examples=[{"vi": "Hồ sơ cấp tỉnh xử lý trên mạng"}]
    )
    short: Label | None = Field(
        default=None, description="a shorter name, for tables", examples=[{"vi": "Hồ sơ cấp tỉnh"}]
    )
    aliases: Aliases = ()
    pillar: Id = Field(description="the pillar it belongs to", examples=["chinh-quyen-so"])
    level: Text | None = Field(
        default=None,
        description="the level of government the target is set for: trung-uong, tinh, huyen, xa or"
        " one that `levels` names",
        examples=["tinh"],
    )
    unit: Unit = Field(description="what its figures count", examples=["percent"])
    unit_label: Label | None = Field(
        default=None, description="the name of the unit", examples=[{"vi": "doanh nghiệp"}]
    )
    direction: Direction = Field(
        description="which way is better; none for a structure, of which neither is",
        examples=["increase"],
    )
    measure: Measure = Field(
        default=Measure.STOCK,
        description="how figures accumulate; a flow is cumulative within the year, growth is the"
        " change of a year against the year before; stock unless stated",
        examples=["stock"],
    )
    bounds: Annotated[tuple[NumberOrNone, ...], Field(min_length=2, max_length=2)] | None = Field(
        default=None,
        description="the least and the greatest possible value; ~ for none",
        examples=[[0, 100]],
    )
    definition: Label | None = Field(
        default=None, description="how it is measured", examples=[{"vi": "…"}]
    )
    scope: Text | None = Field(
        default=None, description="what is left out or included", examples=["trừ hồ sơ mật"]
    )
    numerator: Label | None = Field(
        default=None,
        description="what is counted, when it is a share",
        examples=[{"vi": "hồ sơ trên mạng"}],
    )
    denominator: Label | None = Field(
        default=None, description="out of what", examples=[{"vi": "tổng số hồ sơ"}]
    )
    frequency: Frequency | None = Field(
        default=None,
        description="how often a figure is due; a figure older than twice that is stale",
        examples=["quarterly"],
    )
    calendar: Calendar | None = Field(
        default=None,
        description="how its months, quarters, half-years and years are cut: nd09, from the 15th of"
        " the month before to the 14th of the last month; by the calendar unless stated",
        examples=["nd09"],
    )
    lead: Annotated[tuple[Lead, ...], Read(_as_leads), ONE_OR_MORE] = Field(
        default=(),
        description="the responsible body, or a list of bodies with the day each began",
        examples=[[{"unit": "so-tttt"}, {"unit": "so-khcn", "since": "2025-03-01"}]],
    )
    person: Text | None = Field(
        default=None, description="the person in charge", examples=["Nguyễn Văn A"]
    )
    supporting: Ids = Field(
        default=(),
        description="contributing bodies: an id, or a list of ids",
        examples=[["so-yte"]],
    )
    method: MethodName | None = Field(
        default=None, description="how progress is judged", examples=["linear"]
    )
    sum_of: tuple[Id, ...] = Field(
        default=(),
        description="indicators whose figures must add up to this one",
        examples=[["a1", "a2"]],
        json_schema_extra={"uniqueItems": True},
    )
    partial: Yes | None = Field(
        default=None,
        description="the parts need not fill the whole (“trong đó”), they must not exceed it; only"
        " beside sum_of",
        examples=[True],
    )
    composite: Composite | None = Field(
        default=None,
        description="a composite index: computed from its members, never recorded itself",
        examples=[{"members": {"a1": 60, "a2": 40}, "of": 100}],
    )
    points: Points | None = Field(
        default=None,
        description="how a figure of it becomes points, for a composite index and for `scores`",
        examples=[{"max": 10, "by": "value"}],
    )
    rollup: RollUp | None = Field(
        default=None,
        description="how the figure of an area comes from those of its units; see units.md",
        examples=[{"from": "xa", "by": "ratio"}],
    )
    every: (
        dict[Id, Annotated[tuple[Id, ...], Field(json_schema_extra={"uniqueItems": True})]] | None
    ) = Field(
        default=None,
        min_length=1,
        max_length=1,
        description="met only when every group meets it; an empty list: the plan does not name"
        " them; a group that is a body is printed by its name",
        examples=[{"sector": ["nong-nghiep", "du-lich"]}],
    )
    baseline: Baseline | None = Field(
        default=None,
        description="the dated value the plan starts from; left out, it is “not stated”",
        examples=[{"date": "2020-12-31", "value": 40}],
    )
    targets: tuple[Target, ...] = Field(
        default=(),
        description="what is to be reached and when; without any, the indicator is context",
        examples=[[{"due": "2025-12-31", "at_least": 90}]],
    )
    breaks: tuple[Break, ...] = Field(
        default=(),
        description="days from which it is measured otherwise; nothing is compared across them",
        examples=[[{"date": "2022-08-15", "reason": "…"}]],
    )
    note: Note = None

    @property
    def ordered_targets(self) -> tuple[Target, ...]:
        """By due date; those without one last."""
        return tuple(sorted(self.targets, key=lambda target: target.due or date.max))

    def lead_on(self, day: date) -> str | None:
        """The body responsible on `day`: the latest one whose `since` has come."""
        begun = [lead for lead in self.lead if lead.since is None or lead.since <= day]
        return max(begun, key=lambda lead: lead.since or date.min).unit if begun else None


class Plan(Section):
    """The whole plan file; identified by the digest of its text."""

    schema_: Annotated[Literal["1"], Written({"enum": [1, "1"]})] = Field(
        default="1",
        alias="schema",
        description="the version of this file's structure, always 1",
        examples=[1],
    )
    plan: Header = Field(
        description="what the plan is called and where it applies",
        examples=[{"id": "…", "title": "…"}],
    )
    documents: dict[Id, Document] = Field(
        default={}, description="the sources, by id", examples=[{"nghi-quyet-1": {"title": "…"}}]
    )
    pillars: dict[Id, Label] = Field(
        default={},
        description="the pillars, by id",
        examples=[{"kinh-te-so": {"vi": "Kinh tế số"}}],
    )
    org_units: dict[Id, OrgUnit] = Field(
        default={}, description="bodies and areas, by id", examples=[{"so-tttt": {"vi": "…"}}]
    )
    levels: dict[Id, Label] = Field(
        default={},
        description="further levels beside trung-uong, tinh, huyen and xa, by id",
        examples=[{"thon": {"vi": "thôn"}}],
    )
    indicators: tuple[Indicator, ...] = Field(
        default=(),
        description="the list of indicators with their targets",
        examples=[[{"id": "…"}]],
    )

    @property
    def area(self) -> str:
        """The org unit that the plan's own figures are about."""
        return self.plan.area or self.plan.id

    @cached_property
    def by_id(self) -> dict[str, Indicator]:
        """The indicators by their ids, in the plan's order."""
        return {indicator.id: indicator for indicator in self.indicators}

    def unit_name(self, org_unit: str, language: str) -> str:
        """The name of a body, or its id where the plan does not declare it."""
        unit = self.org_units.get(org_unit)
        return unit.text(language) if unit else org_unit

    def targets(self) -> Iterator[tuple[Indicator, Target]]:
        """Every target with its indicator, in the plan's order, by due date."""
        for indicator in self.indicators:
            for target in indicator.ordered_targets:
                yield indicator, target
