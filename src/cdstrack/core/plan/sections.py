"""The sections of a plan file that an indicator and the plan are made of, down to its targets.

Each is a frozen model whose fields describe the keys of the file. From these descriptions come the
reference page and the JSON Schema for editors.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from cdstrack.core.plan.comparators import DECLARABLE, Comparator, TargetKind
from cdstrack.core.plan.values import Day, Id, Ids, Number, Relative, Text, Texts, Yes
from cdstrack.core.plan.vocabulary import State

ID = "made of small letters without marks, digits and hyphens"
A_DAY = "a day, written year-month-day"
A_NUMBER = "a number with at most six decimals and a decimal point"

Note = Annotated[
    Text | None,
    Field(description="anything a reader should know", examples=["các báo ghi khác nhau"]),
]
StatedIn = Annotated[
    Ids,
    Field(
        description="the document that states it: an id, or a list of ids",
        examples=["nghi-quyet-1"],
    ),
]


class Section(BaseModel):
    """A mapping of the plan file; a key that is not described is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Label(Section):
    """A name in both languages; the Vietnamese one is the official wording."""

    vi: Text = Field(
        description="the Vietnamese name, as the document spells it", examples=["Chính quyền số"]
    )
    en: Text | None = Field(
        default=None,
        description="the English name; without it, English reports show the Vietnamese",
        examples=["Government"],
    )

    def text(self, language: str) -> str:
        """The name in `language`, else the Vietnamese one."""
        return self.en if language == "en" and self.en else self.vi


class Document(Section):
    """Where a figure or a target comes from."""

    title: Text = Field(
        description="the document's title", examples=["Nghị quyết về chuyển đổi số"]
    )
    number: Text | None = Field(
        default=None, description="its number and symbol", examples=["01-NQ/TU"]
    )
    issuer: Text | None = Field(default=None, description="who issued it", examples=["Tỉnh ủy Mẫu"])
    issued: Day | None = Field(
        default=None, description=f"when it was issued; {A_DAY}", examples=["2021-06-29"]
    )
    url: Text | None = Field(
        default=None, description="where it can be read", examples=["https://example.org/nq1"]
    )
    note: Note = None


class OrgUnit(Label):
    """A body or an area; `closed` is its last day."""

    level: Text | None = Field(
        default=None, description="its level of government", examples=["tinh"]
    )
    closed: Day | None = Field(
        default=None,
        description="its last day; later figures are taken with a warning",
        examples=["2025-06-30"],
    )
    successor: Id | None = Field(
        default=None, description="the body that took over", examples=["tinh-mau-moi"]
    )
    note: Note = None


class Lead(Section):
    """The responsible body, from a day on."""

    unit: Id = Field(description="the responsible body", examples=["so-khcn"])
    since: Day | None = Field(
        default=None,
        description="its first day; the first body needs none",
        examples=["2025-03-01"],
    )


class Baseline(Section):
    """The dated value that the plan starts from."""

    date: Day = Field(description=f"when the value held; {A_DAY}", examples=["2020-12-31"])
    value: Number = Field(description=f"the value the plan starts from; {A_NUMBER}", examples=[40])
    document: StatedIn = ()


class Break(Section):
    """A day from which the indicator is measured otherwise; nothing is compared across it."""

    date: Day = Field(description="the first day of the new definition", examples=["2022-08-15"])
    reason: Text = Field(description="what changed", examples=["Nghị định 42/2022/NĐ-CP"])


class Ended(Section):
    """The day from which a target no longer applies, and why."""

    date: Day = Field(
        description="the day from which the target is not judged", examples=["2025-07-01"]
    )
    reason: Text = Field(description="why", examples=["bỏ cấp huyện"])
    document: StatedIn = ()


class Header(Section):
    """What the plan is called, where it applies and how its reports are dated."""

    id: Id = Field(description=f"the plan's id, {ID}", examples=["cds-tinh-mau"])
    title: Label = Field(description="the plan's title", examples=[{"vi": "Đề án chuyển đổi số …"}])
    area: Id | None = Field(
        default=None,
        description="the org unit that figures are about unless they name another",
        examples=["tinh-mau"],
    )
    starts: Day | None = Field(
        default=None, description=f"the first day of the plan; {A_DAY}", examples=["2020-10-09"]
    )
    timezone: Text = Field(
        default="Asia/Ho_Chi_Minh",
        description="the time zone in which days begin and end",
        examples=["Asia/Ho_Chi_Minh"],
    )
    language: Literal["vi", "en"] = Field(
        default="vi",
        description="the language of reports unless another is asked for",
        examples=["vi"],
    )


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


def _exactly_one(keys: Iterable[str]) -> ConfigDict:
    """The JSON Schema of a section in which exactly one of some keys is required."""
    return ConfigDict(json_schema_extra={"oneOf": [{"required": [str(key)]} for key in keys]})


class Declared(Section):
    """A threshold that somebody chose for wording without a number; never official."""

    model_config = _exactly_one(DECLARABLE)

    at_least: AtLeast = None
    more_than: MoreThan = None
    at_most: AtMost = None
    less_than: LessThan = None
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

    model_config = _exactly_one(Comparator)

    due: Day | None = Field(
        default=None,
        description=f"the last day on which it may be reached; {A_DAY}",
        examples=["2025-12-31"],
    )
    at_least: AtLeast = None
    more_than: MoreThan = None
    at_most: AtMost = None
    less_than: LessThan = None
    between: Annotated[tuple[Number, ...], Field(min_length=2, max_length=2)] | None = Field(
        default=None,
        description="from the first number to the second, both included",
        examples=[[35, 40]],
    )
    top: Number | None = Field(
        default=None,
        description="the place in a ranking, or a better one (unit: rank)",
        examples=[30],
    )
    of: Number | None = Field(
        default=None, description="how many are ranked; only beside top", examples=[63]
    )
    reduce_by: Relative | None = Field(
        default=None, description="less than the baseline by this share of it", examples=["30%"]
    )
    increase_by: Relative | None = Field(
        default=None, description="more than the baseline by this share of it", examples=["30%"]
    )
    each_year_at_least: Number | None = Field(
        default=None, description="every year at least this", examples=[5]
    )
    from_: int | None = Field(
        default=None,
        alias="from",
        ge=1900,
        le=2200,
        description="the first year that counts; only beside each_year_at_least; without it the first"
        " full year after the plan starts",
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
    document: StatedIn = ()
    ended: Ended | None = Field(
        default=None,
        description="the target no longer applies from a day on",
        examples=[{"date": "…", "reason": "…"}],
    )
    note: Note = None

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
        """The value of the comparator's key."""
        return getattr(self, self.comparator)
