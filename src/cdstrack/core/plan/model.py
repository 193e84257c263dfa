"""What was promised: the plan with its pillars, bodies, documents, indicators and targets.

Owns the shape of the plan file, one frozen model a section, from which the JSON Schema is
generated too. Rules that span several values are in `cdstrack.core.checks.plan_rules`; positions in the file
belong to `cdstrack.files.plan.reader`. The words that a plan chooses among are those of
`cdstrack.core.plan.vocabulary`, which can be had from here too.
"""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from cdstrack.core.plan.comparators import DECLARABLE, Comparator, TargetKind
from cdstrack.core.plan.values import Day, Id, Ids, Number, Relative, Text, Texts, Yes
from cdstrack.core.plan.vocabulary import Direction, Frequency, Measure, MethodName, State, Unit

__all__ = [
    "Baseline",
    "Break",
    "Comparator",
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
    "State",
    "Target",
    "Unit",
]


def _as_leads(value: object) -> object:
    return [{"unit": value}] if isinstance(value, str) else value


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Label(_Section):
    """A name in both languages; the Vietnamese one is the official wording."""

    vi: Text
    en: Text | None = None

    def text(self, language: str) -> str:
        """The name in `language`, else the Vietnamese one."""
        return self.en if language == "en" and self.en else self.vi


class Document(_Section):
    """Where a figure or a target comes from."""

    title: Text
    number: Text | None = None
    issuer: Text | None = None
    issued: Day | None = None
    url: Text | None = None
    note: Text | None = None


class OrgUnit(Label):
    """A body or an area; `closed` is its last day."""

    level: Text | None = None
    closed: Day | None = None
    successor: Id | None = None
    note: Text | None = None


class Lead(_Section):
    """The responsible body, from a day on."""

    unit: Id
    since: Day | None = None


class Baseline(_Section):
    """The dated value that the plan starts from."""

    date: Day
    value: Number
    document: Ids = ()


class Break(_Section):
    """A day from which the indicator is measured otherwise; nothing is compared across it."""

    date: Day
    reason: Text


class Ended(_Section):
    """The day from which a target no longer applies, and why."""

    date: Day
    reason: Text
    document: Ids = ()


class Declared(_Section):
    """A threshold that somebody chose for wording without a number; never official."""

    at_least: Number | None = None
    more_than: Number | None = None
    at_most: Number | None = None
    less_than: Number | None = None
    by: Text
    date: Day
    document: Ids = ()

    @property
    def thresholds(self) -> tuple[Comparator, ...]:
        """The comparators that are set; a sound plan sets one."""
        return tuple(key for key in DECLARABLE if getattr(self, key) is not None)


class Target(_Section):
    """A due date with a comparator and its value, in official wording.

    Exactly one comparator is set; `comparator` and `stated_value` tell which.
    """

    due: Day | None = None
    at_least: Number | None = None
    more_than: Number | None = None
    at_most: Number | None = None
    less_than: Number | None = None
    between: Annotated[tuple[Number, ...], Field(min_length=2, max_length=2)] | None = None
    top: Number | None = None
    of: Number | None = None
    reduce_by: Relative | None = None
    increase_by: Relative | None = None
    each_year_at_least: Number | None = None
    from_: Annotated[int | None, Field(alias="from", ge=1900, le=2200)] = None
    reach: State | None = None
    universal: Yes | None = None
    declared: Declared | None = None
    wording: Texts = ()
    document: Ids = ()
    ended: Ended | None = None
    note: Text | None = None

    @cached_property
    def comparator(self) -> Comparator:
        """The one comparator that the target declares."""
        return next(key for key in Comparator if getattr(self, key) is not None)

    @property
    def kind(self) -> TargetKind:
        """The properties of its comparator."""
        return self.comparator.kind

    @property
    def stated_value(self) -> Any:  # noqa: ANN401 - a number, a pair of numbers, a state or True
        """What stands at the comparator's key."""
        return getattr(self, self.comparator)


class Indicator(_Section):
    """What is measured, and the targets set for it."""

    id: Id
    name: Label
    short: Annotated[Label | None, Field(description="a shorter name, for tables")] = None
    pillar: Id
    level: Text | None = None
    unit: Unit
    unit_label: Label | None = None
    direction: Direction
    measure: Measure = Measure.STOCK
    bounds: Annotated[tuple[Number | None, ...], Field(min_length=2, max_length=2)] | None = None
    definition: Label | None = None
    scope: Text | None = None
    numerator: Label | None = None
    denominator: Label | None = None
    frequency: Frequency | None = None
    lead: Annotated[
        tuple[Lead, ...],
        BeforeValidator(_as_leads),
        WithJsonSchema({"oneOf": [{"type": "string"}, {"type": "array"}]}),
    ] = ()
    person: Text | None = None
    supporting: Ids = ()
    method: MethodName | None = None
    sum_of: tuple[Id, ...] = ()
    every: Annotated[dict[Id, tuple[Id, ...]] | None, Field(min_length=1, max_length=1)] = None
    baseline: Baseline | None = None
    targets: tuple[Target, ...] = ()
    breaks: tuple[Break, ...] = ()
    note: Text | None = None

    @property
    def ordered_targets(self) -> tuple[Target, ...]:
        """By due date; those without one last."""
        return tuple(sorted(self.targets, key=lambda target: target.due or date.max))

    def lead_on(self, day: date) -> str | None:
        """The body responsible on `day`: the latest one whose `since` has come."""
        begun = [lead for lead in self.lead if lead.since is None or lead.since <= day]
        return max(begun, key=lambda lead: lead.since or date.min).unit if begun else None


class Header(_Section):
    """What the plan is called, where it applies and how its reports are dated."""

    id: Id
    title: Label
    area: Id | None = None
    starts: Day | None = None
    timezone: Text = "Asia/Ho_Chi_Minh"
    language: Literal["vi", "en"] = "vi"


class Plan(_Section):
    """The whole plan file; identified by the digest of its text."""

    schema_: Annotated[Literal["1"], Field(alias="schema")] = "1"
    plan: Header
    documents: dict[Id, Document] = {}
    pillars: dict[Id, Label] = {}
    org_units: dict[Id, OrgUnit] = {}
    indicators: tuple[Indicator, ...] = ()

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
