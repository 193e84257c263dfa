"""The comparators of a target and, in one table, every property by which they differ.

Owns `KINDS`: rules, verdicts and words ask it instead of listing comparators themselves, so that
a new comparator is one line here. Loads no models.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from cdstrack.core.plan.vocabulary import Unit


class Comparator(StrEnum):
    """How a target compares; each is a key of the target in the plan file."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    BETWEEN = "between"
    TOP = "top"
    REDUCE_BY = "reduce_by"
    INCREASE_BY = "increase_by"
    EACH_YEAR_AT_LEAST = "each_year_at_least"
    EACH_YEAR_MORE_THAN = "each_year_more_than"
    EACH_YEAR_AT_MOST = "each_year_at_most"
    EACH_YEAR_LESS_THAN = "each_year_less_than"
    AVERAGE_AT_LEAST = "average_at_least"
    AVERAGE_MORE_THAN = "average_more_than"
    AVERAGE_AT_MOST = "average_at_most"
    AVERAGE_LESS_THAN = "average_less_than"
    ABOUT = "about"
    REACH = "reach"
    UNIVERSAL = "universal"

    @property
    def kind(self) -> "TargetKind":
        """The properties of the comparator."""
        return KINDS[self]


class Limit(Enum):
    """On which side of the stated number a value meets the target."""

    FLOOR = auto()
    CEILING = auto()
    RANGE = auto()
    NONE = auto()


class JudgedBy(Enum):
    """What a verdict is based on.

    The latest value on its path, each year by itself, the mean of the years, or the state.
    """

    VALUE = auto()
    YEARS = auto()
    AVERAGE = auto()
    STATE = auto()


_QUANTITIES = frozenset(Unit) - {Unit.STATE, Unit.RANK}
_NUMBERS = _QUANTITIES | {Unit.RANK}


@dataclass(frozen=True, slots=True)
class TargetKind:
    """The properties of one comparator.

    Two targets of one `family` are ordered by their numbers. `units` are those whose figures it
    can judge. `strict` excludes the number itself; `relative` ones state a change of the baseline.
    An `approximate` number is shown, and nothing is judged by it. `opposite` is the same demand in
    the other direction. `companion` is the field of a target that may be set beside comparators of
    this kind alone. `declarable` ones can be a declared threshold.
    """

    family: str
    limit: Limit = Limit.FLOOR
    units: frozenset[Unit] = _NUMBERS
    strict: bool = False
    relative: bool = False
    approximate: bool = False
    judged_by: JudgedBy = JudgedBy.VALUE
    opposite: Comparator | None = None
    companion: str | None = None
    declarable: bool = False

    @property
    def has_number(self) -> bool:
        """Whether the target states one number to be judged by, or two."""
        return self.limit is not Limit.NONE

    @property
    def is_absolute(self) -> bool:
        """Whether the latest value is compared with the stated number itself."""
        return self.has_number and not self.relative and self.judged_by is JudgedBy.VALUE

    @property
    def is_single(self) -> bool:
        """Whether it states one number in the unit of the indicator."""
        if self.approximate:
            return True
        return self.has_number and not self.relative and self.limit is not Limit.RANGE

    @property
    def is_place(self) -> bool:
        """Whether the number is a place in a ranking."""
        return self.units == {Unit.RANK}

    @property
    def harder(self) -> int:
        """+1 where a larger number asks for more, -1 where a smaller one does."""
        return -1 if self.limit is Limit.CEILING and not self.relative else 1


def _through_the_years(
    family: str,
    judged_by: JudgedBy,
    limit: Limit,
    opposite: Comparator,
    *,
    strict: bool = False,
) -> TargetKind:
    """A comparator of the figures of whole years, counted `from` a year."""
    return TargetKind(
        family,
        limit,
        _QUANTITIES,
        strict=strict,
        judged_by=judged_by,
        opposite=opposite,
        companion="from_",
    )


KINDS: Mapping[Comparator, TargetKind] = {
    Comparator.AT_LEAST: TargetKind("floor", opposite=Comparator.AT_MOST, declarable=True),
    Comparator.MORE_THAN: TargetKind(
        "floor", strict=True, opposite=Comparator.LESS_THAN, declarable=True
    ),
    Comparator.AT_MOST: TargetKind(
        "ceiling", Limit.CEILING, opposite=Comparator.AT_LEAST, declarable=True
    ),
    Comparator.LESS_THAN: TargetKind(
        "ceiling", Limit.CEILING, strict=True, opposite=Comparator.MORE_THAN, declarable=True
    ),
    Comparator.BETWEEN: TargetKind("range", Limit.RANGE, companion="beyond", declarable=True),
    Comparator.TOP: TargetKind("place", Limit.CEILING, frozenset({Unit.RANK}), companion="of"),
    Comparator.REDUCE_BY: TargetKind(
        "fall", Limit.CEILING, _QUANTITIES, relative=True, opposite=Comparator.INCREASE_BY
    ),
    Comparator.INCREASE_BY: TargetKind(
        "rise", Limit.FLOOR, _QUANTITIES, relative=True, opposite=Comparator.REDUCE_BY
    ),
    Comparator.EACH_YEAR_AT_LEAST: _through_the_years(
        "yearly", JudgedBy.YEARS, Limit.FLOOR, Comparator.EACH_YEAR_AT_MOST
    ),
    Comparator.EACH_YEAR_MORE_THAN: _through_the_years(
        "yearly", JudgedBy.YEARS, Limit.FLOOR, Comparator.EACH_YEAR_LESS_THAN, strict=True
    ),
    Comparator.EACH_YEAR_AT_MOST: _through_the_years(
        "yearly ceiling", JudgedBy.YEARS, Limit.CEILING, Comparator.EACH_YEAR_AT_LEAST
    ),
    Comparator.EACH_YEAR_LESS_THAN: _through_the_years(
        "yearly ceiling",
        JudgedBy.YEARS,
        Limit.CEILING,
        Comparator.EACH_YEAR_MORE_THAN,
        strict=True,
    ),
    Comparator.AVERAGE_AT_LEAST: _through_the_years(
        "average", JudgedBy.AVERAGE, Limit.FLOOR, Comparator.AVERAGE_AT_MOST
    ),
    Comparator.AVERAGE_MORE_THAN: _through_the_years(
        "average", JudgedBy.AVERAGE, Limit.FLOOR, Comparator.AVERAGE_LESS_THAN, strict=True
    ),
    Comparator.AVERAGE_AT_MOST: _through_the_years(
        "average ceiling", JudgedBy.AVERAGE, Limit.CEILING, Comparator.AVERAGE_AT_LEAST
    ),
    Comparator.AVERAGE_LESS_THAN: _through_the_years(
        "average ceiling",
        JudgedBy.AVERAGE,
        Limit.CEILING,
        Comparator.AVERAGE_MORE_THAN,
        strict=True,
    ),
    Comparator.ABOUT: TargetKind("about", Limit.NONE, approximate=True, companion="declared"),
    Comparator.REACH: TargetKind(
        "state", Limit.NONE, frozenset({Unit.STATE}), judged_by=JudgedBy.STATE
    ),
    Comparator.UNIVERSAL: TargetKind(
        "universal", Limit.NONE, frozenset(Unit), companion="declared"
    ),
}
"""Every comparator with its properties."""

DECLARABLE = tuple(key for key, kind in KINDS.items() if kind.declarable)
"""The comparators that a declared threshold may have."""
