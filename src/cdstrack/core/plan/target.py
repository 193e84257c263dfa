"""The targets of a plan file: a due date, a comparator with its value, and the official wording."""

from collections.abc import Iterable
from functools import cached_property
from typing import Annotated, Any, Literal

from typing_extensions import override

from cdstrack.core.plan.comparators import DECLARABLE, Comparator, TargetKind
from cdstrack.core.plan.section import Field, Section
from cdstrack.core.plan.sections import A_DAY, A_NUMBER, Ended, Note, StatedIn
from cdstrack.core.plan.values import Change, Day, Ids, Number, Text, Texts, Yes
from cdstrack.core.plan.vocabulary import State

AtLeast = Annotated[
    Number | None,
    Field(description=f"the value or more (“tối thiểu”, “ít nhất”); {A_NUMBER}", examples=[90]),
]
MoreThan = Annotated[
    Number | None,
    Field(description="strictly more (“trên”, “hơn”): 80 does not meet it", examples=[80]),
]
AtMost = Annotated[
    Number | None, Field(description="the value or less (“tối đa”, “không quá”)", examples=[5])
]
LessThan = Annotated[Number | None, Field(description="strictly less (“dưới”)", examples=[3])]
Between = Annotated[
    Annotated[tuple[Number, ...], Field(min_length=2, max_length=2)] | None,
    Field(description="from the first number to the second, both included", examples=[[35, 40]]),
]


def _exactly_one(keys: Iterable[str]) -> list[dict[str, Any]]:
    """The JSON Schema by which exactly one of some keys is required."""
    return [{"required": [str(key)]} for key in keys]


class Declared(Section):
    """A threshold that somebody chose for wording without a number; never official."""

    @classmethod
    @override
    def describe(cls, schema: dict[str, Any]) -> None:
        """One comparator, and no second one."""
        schema["oneOf"] = _exactly_one(DECLARABLE)

    at_least: AtLeast = None
    more_than: MoreThan = None
    at_most: AtMost = None
    less_than: LessThan = None
    between: Between = None
    by: Text = Field(
        description="who chose the threshold", examples=["Sở Thông tin và Truyền thông"]
    )
    date: Day = Field(description="when", examples=["2022-01-15"])
    document: StatedIn = ()

    @property
    def thresholds(self) -> tuple[Comparator, ...]:
        """The comparators that are set; a sound plan sets one."""
        return tuple(key for key in DECLARABLE if getattr(self, key) is not None)


class Target(Section):
    """A due date with a comparator and its value, in official wording.

    Exactly one comparator is set; `comparator` and `stated_value` give it.
    """

    @classmethod
    @override
    def describe(cls, schema: dict[str, Any]) -> None:
        """One comparator, and no second one."""
        schema["oneOf"] = _exactly_one(Comparator)

    due: Day | None = Field(
        default=None,
        description=f"the last day on which it may be reached; {A_DAY}",
        examples=["2025-12-31"],
    )
    at_least: AtLeast = None
    more_than: MoreThan = None
    at_most: AtMost = None
    less_than: LessThan = None
    between: Between = None
    beyond: Literal["fine"] | None = Field(
        default=None,
        description="past the end in the wanted direction is as good as inside; only beside between",
        examples=["fine"],
    )
    top: Number | None = Field(
        default=None,
        description="the place in a ranking, or a better one (unit: rank)",
        examples=[30],
    )
    of: Number | None = Field(
        default=None, description="how many are ranked; only beside top", examples=[63]
    )
    reduce_by: Change | None = Field(
        default=None,
        description="less than the baseline by a share of it (30%) or by percentage points (0.5 pp)",
        examples=["30%"],
    )
    increase_by: Change | None = Field(
        default=None,
        description="more than the baseline by a share of it (30%) or by percentage points (2 pp)",
        examples=["2 pp"],
    )
    each_year_at_least: Number | None = Field(
        default=None, description="every year at least this (“hằng năm”)", examples=[5]
    )
    each_year_more_than: Number | None = Field(
        default=None, description="every year strictly more", examples=[5]
    )
    each_year_at_most: Number | None = Field(
        default=None, description="every year at most this", examples=[4]
    )
    each_year_less_than: Number | None = Field(
        default=None, description="every year strictly less", examples=[4]
    )
    average_at_least: Number | None = Field(
        default=None,
        description="the mean of the years is at least this (“bình quân”)",
        examples=[10],
    )
    average_more_than: Number | None = Field(
        default=None, description="the mean of the years is strictly more", examples=[11.5]
    )
    average_at_most: Number | None = Field(
        default=None, description="the mean of the years is at most this", examples=[3.7]
    )
    average_less_than: Number | None = Field(
        default=None, description="the mean of the years is strictly less", examples=[4]
    )
    about: Number | None = Field(
        default=None,
        description="a number that the plan gives roughly (“khoảng”); shown, and judged only by a"
        " declared threshold",
        examples=[30],
    )
    from_: int | None = Field(
        default=None,
        alias="from",
        ge=1900,
        le=2200,
        description="the first year that counts; only beside each_year_… and average_…; without it the"
        " first full year after the plan starts",
        examples=[2021],
    )
    reach: State | None = Field(
        default=None, description="a state (unit: state)", examples=["done"]
    )
    universal: Yes | None = Field(
        default=None,
        description="wording without a number (“phổ cập”), always true",
        examples=[True],
    )
    declared: Declared | None = Field(
        default=None,
        description="a threshold that somebody chose for such wording; shown as chosen, never as"
        " official",
        examples=[{"at_least": 95, "by": "…", "date": "…"}],
    )
    wording: Texts = Field(
        default=(), description="the official words: a text, or a list", examples=["90% hồ sơ …"]
    )
    quote: Ids = Field(
        default=(),
        description="the id of a sentence under `quotes` of a document of the target, or a list",
        examples=["muc-tieu-1"],
    )
    document: StatedIn = ()
    ended: Ended | None = Field(
        default=None,
        description="the target no longer applies from a day on",
        examples=[{"date": "…", "reason": "…"}],
    )
    note: Note = None

    @property
    def has_comparator(self) -> bool:
        """Whether any comparator is set; a sound target has exactly one."""
        return any(getattr(self, key) is not None for key in Comparator)

    @cached_property
    def comparator(self) -> Comparator:
        """The one comparator that the target declares."""
        return next(key for key in Comparator if getattr(self, key) is not None)

    @cached_property
    def kind(self) -> TargetKind:
        """The properties of its comparator."""
        return self.comparator.kind

    @property
    def stated_value(self) -> Any:  # noqa: ANN401 - a number, a pair, a change, a state or True
        """The value of the comparator's key."""
        return getattr(self, self.comparator)
