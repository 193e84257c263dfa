"""The sections of a plan file that surround its targets: names, documents, bodies, the header.

Each is a frozen model whose fields describe the keys of the file. From these descriptions come the
reference page and the JSON Schema for editors.
"""

from datetime import date
from functools import cached_property
from typing import Annotated, Any, Literal

from typing_extensions import override

from cdstrack.core.plan.declaration import PlanContext, UnfitError
from cdstrack.core.plan.heirs import Heir, Successor, heirs_of
from cdstrack.core.plan.section import Field, Section
from cdstrack.core.plan.values import Day, Id, Ids, Number, Text, Texts

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


Aliases = Annotated[
    Texts,
    Field(
        description="other names that forms and tables use for it: a text, or a list; no two may"
        " share one",
        examples=[["HS cấp tỉnh"]],
    ),
]


class Label(Section):
    """A name in one language or both; a bare text is the name in the language of the plan."""

    vi: Text | None = Field(
        default=None,
        description="the Vietnamese name, as the document spells it",
        examples=["Chính quyền số"],
    )
    en: Text | None = Field(default=None, description="the English name", examples=["Government"])

    @classmethod
    @override
    def from_bare(cls, given: object, context: PlanContext) -> object:
        """A bare text is the name in the language of the plan."""
        return {context.language: given} if isinstance(given, str) else given

    @override
    def check(self) -> None:
        """There is a name in one language at least."""
        if self.vi is None and self.en is None:
            raise UnfitError("cds_unnamed")

    @classmethod
    @override
    def describe(cls, schema: dict[str, Any]) -> None:
        """Either a text, or the names by language, of which one is enough."""
        schema["type"] = ["object", "string"]
        schema["anyOf"] = [{"required": ["vi"]}, {"required": ["en"]}]

    def text(self, language: str) -> str:
        """The name in `language`, else in the other one."""
        first, second = (self.en, self.vi) if language == "en" else (self.vi, self.en)
        return first or second or ""

    @property
    def texts(self) -> tuple[str, ...]:
        """The names in all languages that have one, Vietnamese first."""
        return tuple(text for text in (self.vi, self.en) if text)


class Document(Section):
    """Where a figure or a target comes from; a bare text is its title."""

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
    quotes: dict[Id, Text] = Field(
        default={},
        description="sentences of it by id, for targets that share one (`quote`)",
        examples=[{"muc-tieu-1": "…"}],
    )
    note: Note = None

    @classmethod
    @override
    def from_bare(cls, given: object, context: PlanContext) -> object:
        """A bare text is the title."""
        del context
        return {"title": given} if isinstance(given, str) else given

    @classmethod
    @override
    def describe(cls, schema: dict[str, Any]) -> None:
        """Either the title, or the keys of the document."""
        schema["type"] = ["object", "string"]


class OrgUnit(Label):
    """A body or an area; `closed` is its last day."""

    code: Text | None = Field(
        default=None,
        description="its official code, which belongs to another body on other days",
        examples=["28789"],
    )
    level: Text | None = Field(
        default=None, description="its level of government", examples=["tinh"]
    )
    parent: Id | None = Field(
        default=None, description="the area that it is a part of", examples=["tinh-mau"]
    )
    since: Day | None = Field(
        default=None,
        description="its first day; left out, it was there before the plan",
        examples=["2025-07-01"],
    )
    closed: Day | None = Field(
        default=None,
        description="its last day; later figures are taken with a warning",
        examples=["2025-06-30"],
    )
    successor: Successor | None = Field(
        default=None,
        description="the body that took over; several with the share that each took",
        examples=["tinh-mau-moi"],
    )
    aliases: Aliases = ()
    note: Note = None

    @cached_property
    def heirs(self) -> tuple[Heir, ...]:
        """The bodies that took over, in the order in which they are named."""
        return heirs_of(self.successor or "")

    @property
    def sole_heir(self) -> str | None:
        """The one body that took over all of it; None where there is none, or several."""
        return self.heirs[0].id if len(self.heirs) == 1 else None

    def in_force(self, day: date) -> bool:
        """Whether it is there on a day."""
        return (self.since is None or self.since <= day) and (
            self.closed is None or day <= self.closed
        )


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
    units: Text | None = Field(
        default=None,
        description="a CSV file of administrative units, beside this file; see units.md",
        examples=["data/units.csv"],
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
        description="the language of names written without one, and of reports unless another is"
        " asked for",
        examples=["vi"],
    )
