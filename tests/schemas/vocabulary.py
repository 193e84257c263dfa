"""PlanChangeKind the machine format spells values, as types: numbers, days, periods, codes."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from cdstrack.core.plan.vocabulary import State
from cdstrack.core.verdict.vocabulary import Reason, Status

EXACT_PATTERN = r"^-?(0|[1-9][0-9]*)(\.[0-9]{0,5}[1-9])?$"
_WITH_NUMBER = (Reason.SHORTFALL, Reason.MEAN_SO_FAR, Reason.REST_MUST_AVERAGE)
_CODES = "|".join(reason for reason in Reason if reason not in _WITH_NUMBER)
_NUMBERED = "|".join(_WITH_NUMBER)

Exact = TypeAliasType(
    "Exact",
    Annotated[
        str,
        Field(
            pattern=EXACT_PATTERN,
            description="exact: plain digits, at most six decimals, no trailing zeros",
        ),
    ],
)
Day = TypeAliasType("Day", Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")])
Instant = TypeAliasType(
    "Instant",
    Annotated[
        str,
        Field(
            pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{6})?Z$",
            description="UTC",
        ),
    ],
)
Period = TypeAliasType(
    "Period",
    Annotated[
        str,
        Field(
            pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(/[0-9]{4}-[0-9]{2}-[0-9]{2})?)?|-Q[1-4]|-H[12])?$",
            description="2022-07-31, 2022-07, 2022-Q3, 2022-H1, 2022 or 2022-01-01/2022-12-01",
        ),
    ],
)
ReasonCode = TypeAliasType(
    "ReasonCode",
    Annotated[
        str,
        Field(
            pattern=rf"^({_CODES}|({_NUMBERED})(:-?(0|[1-9][0-9]*)(\.[0-9]{{0,5}}[1-9])?)?)$",
            description="a code; shortfall, mean_so_far and rest_must_average carry their number,"
            " in the unit",
        ),
    ],
)
Texts = TypeAliasType(
    "Texts",
    Annotated[
        str | Annotated[list[str], Field(min_length=2)],
        Field(description="one, or several where several documents state the target"),
    ],
)
Stated = TypeAliasType(
    "Stated",
    Annotated[
        Exact | Annotated[list[Exact], Field(min_length=2, max_length=2)] | State | Literal["true"],
        Field(
            description="the value at the comparator: a number, two for between, a state for "
            "reach, true for universal"
        ),
    ],
)
Value = TypeAliasType(
    "Value", Annotated[Exact | State | None, Field(description="a decimal, or a state")]
)
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
WeekText = Annotated[str, Field(pattern=r"^\d{4}-W\d{2}$")]
Count = Annotated[int, Field(ge=0)]
Positive = Annotated[int, Field(ge=1)]
PerYear = Annotated[float | None, Field(description="per year")]
Counts = TypeAliasType(
    "Counts", Annotated[dict[Status, Positive], Field(description="only what occurs")]
)
Code = Annotated[str, Field(pattern="^CDS[0-9]{3}$")]
Rest = Annotated[Count, Field(description="changes that are not listed")]
