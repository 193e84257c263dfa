"""The rules for any observation, from any source: one small function each.

Owns what makes a figure impossible (errors) or doubtful (warnings, kept all the same). Knows the
plan and the day, not the record: whether a figure is already there is asked of the store. Ids
that the plan does not declare are found where texts are read, in `cdstrack.files.importing.row`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType

from cdstrack.core.plan.limits import limits
from cdstrack.core.plan.model import Indicator, Plan, State, Unit
from cdstrack.core.plan.values import LARGEST, format_decimal
from cdstrack.core.problem import Problem, Severity
from cdstrack.core.record.agreement import rounds_to
from cdstrack.core.record.observation import SHARE_OF, Observation, Qualifier, share, to_decimal
from cdstrack.core.record.role import Role, role_of, without_role

LONGEST_TEXT = 2000
"""Characters that a note or a reason may have."""
_NOTHING: Mapping[str, date] = MappingProxyType({})
WHOLE = {Unit.COUNT, Unit.RANK}


@dataclass(frozen=True)
class _Case:
    figure: Observation
    indicator: Indicator
    plan: Plan
    today: date
    issued: Mapping[str, date]

    @property
    def is_estimate(self) -> bool:
        """Whether the figure was estimated, which can be done before its period is over."""
        return self.figure.qualifier is Qualifier.ESTIMATE

    @property
    def shown(self) -> str:
        """The figure as it was entered, for sentences about it."""
        figure = self.figure
        if figure.entered or figure.value is None:
            return figure.entered or str(figure.state or figure.not_available or "")
        return format_decimal(figure.value)

    @property
    def is_share(self) -> bool:
        """Whether figures of the indicator are parts of a whole."""
        return self.indicator.unit in SHARE_OF

    @property
    def fraction(self) -> tuple[Decimal, Decimal] | None:
        """Numerator and denominator, where there are both."""
        numerator, denominator = self.figure.numerator, self.figure.denominator
        return None if numerator is None or denominator is None else (numerator, denominator)

    @cached_property
    def computed(self) -> Fraction | None:
        """The value of the fraction: the share, or the rank in its field."""
        if self.fraction is None or not self.fraction[1]:
            return None
        if self.is_share:
            return share(*self.fraction, self.indicator.unit)
        return Fraction(self.fraction[0]) if self.indicator.unit is Unit.RANK else None

    @cached_property
    def judged(self) -> Fraction | None:
        """The number that the figure is judged by."""
        if self.computed is not None or self.figure.value is None:
            return self.computed
        return Fraction(self.figure.value)

    @property
    def fraction_facts(self) -> dict[str, str]:
        """The fraction and what it gives, for sentences about it."""
        numerator, denominator = (format_decimal(part) for part in self.fraction or ())
        computed = "" if self.computed is None else format_decimal(to_decimal(self.computed))
        return {"numerator": numerator, "denominator": denominator, "computed": computed}


def observation_problems(
    observation: Observation,
    indicator: Indicator,
    plan: Plan,
    today: date,
    issued: Mapping[str, date] = _NOTHING,
) -> list[Problem]:
    """All errors and warnings about one figure by itself.

    Args:
        observation: The figure; it is one of `indicator`'s.
        indicator: What the plan says about it.
        plan: The plan, for its bodies.
        today: A figure may be about this day, and be made known on it, not on a later one.
        issued: The days on which documents beside the plan's own were issued, by their ids.
    """
    case = _Case(observation, indicator, plan, today, issued)
    return [problem for rule in _RULES if (problem := rule(case)) is not None]


def _computed_indices_are_not_recorded(case: _Case) -> Problem | None:
    composite = case.indicator.composite
    if composite is None:
        return None
    facts = {"indicator": case.indicator.id, "members": ", ".join(composite.members)}
    return Problem("CDS244", {"value": case.shown, **facts})


def _kind_fits_the_unit(case: _Case) -> Problem | None:
    figure, unit = case.figure, case.indicator.unit
    if figure.not_available is not None:
        return None
    if unit is Unit.STATE and figure.state is None:
        return Problem("CDS210", {"value": case.shown, "words": ", ".join(State)})
    if unit is not Unit.STATE and figure.state is not None:
        facts = {"value": case.shown, "indicator": case.indicator.id, "unit": unit}
        return Problem("CDS230", facts)
    return None


def _counts_are_whole(case: _Case) -> Problem | None:
    value = case.figure.value
    if value is None or case.indicator.unit not in WHOLE or value == int(value):
        return None
    return Problem("CDS204", {"value": case.shown, "indicator": case.indicator.id})


def _fraction_fits_the_unit(case: _Case) -> Problem | None:
    if case.fraction is None:
        return None
    numerator, denominator = case.fraction
    unit = case.indicator.unit
    shown = {"value": f"{format_decimal(numerator)}/{format_decimal(denominator)}"}
    if not case.is_share and unit is not Unit.RANK:
        return Problem("CDS207", {**shown, "indicator": case.indicator.id, "unit": unit})
    if numerator < 0 or denominator < 0:
        return Problem("CDS204", {**shown, "indicator": case.indicator.id})
    if not denominator:
        return Problem("CDS208", shown)
    if unit is Unit.RANK and numerator > denominator:
        return Problem("CDS231", shown)
    return None


def _value_agrees_with_its_fraction(case: _Case) -> Problem | None:
    value = case.figure.value
    if value is None or case.computed is None or rounds_to(case.computed, value):
        return None
    return Problem("CDS219", {"value": case.shown, **case.fraction_facts})


def _value_can_be_kept(case: _Case) -> Problem | None:
    if case.judged is None or abs(case.judged) <= LARGEST:
        return None
    return Problem("CDS206", {"value": case.shown, "most": format_decimal(LARGEST)})


def _value_is_within_its_bounds(case: _Case) -> Problem | None:
    judged = case.judged
    low, high = limits(case.indicator)
    if judged is None or ((low is None or low <= judged) and (high is None or judged <= high)):
        return None
    least, most = (None if limit is None else format_decimal(limit) for limit in (low, high))
    bounds = f"{least}–{most}" if least and most else f"≥ {least}" if least else f"≤ {most}"
    facts = {"value": case.shown, "indicator": case.indicator.id, "bounds": bounds}
    return Problem("CDS203", facts)


def _period_has_ended(case: _Case) -> Problem | None:
    period = case.figure.period
    if period.end <= case.today or case.is_estimate:
        return None
    facts = {"value": period.text, "end": str(period.end), "today": str(case.today)}
    return Problem("CDS215", facts)


def _texts_are_short(case: _Case) -> Problem | None:
    texts = {"note": case.figure.note, "value": case.figure.not_available}
    for where, text in texts.items():
        if text is not None and len(text) > LONGEST_TEXT:
            return Problem("CDS222", {"where": where, "limit": str(LONGEST_TEXT)})
    return None


def _unit_was_open(case: _Case) -> Problem | None:
    figure = case.figure
    unit = case.plan.org_units.get(figure.org_unit)
    if unit is None:
        return None
    about = {"org_unit": figure.org_unit, "period": figure.period.text}
    if unit.since is not None and figure.period.end < unit.since:
        return Problem("CDS223", about | {"since": str(unit.since)}, Severity.WARNING)
    if unit.closed is None or figure.period.end <= unit.closed:
        return None
    facts = about | {
        "closed": str(unit.closed),
        "successor": ", ".join(heir.id for heir in unit.heirs),
    }
    if len(unit.heirs) > 1:
        facts["several"] = "yes"
    return Problem("CDS223", facts, Severity.WARNING)


def _stated_agrees_with_the_fraction(case: _Case) -> Problem | None:
    stated = case.figure.stated
    if stated is None or case.computed is None or rounds_to(case.computed, stated):
        return None
    facts = {"stated": format_decimal(stated), **case.fraction_facts}
    return Problem("CDS224", facts, Severity.WARNING)


def _known_after_its_period(case: _Case) -> Problem | None:
    """Only an estimate can be known before its period has ended.

    Of a document that is older than that, the date or the choice may be wrong: a warning. What a
    self-assessment names is its evidence, which may be older.
    """
    reported, period = case.figure.reported, case.figure.period
    if case.is_estimate:
        return None
    if reported is not None:
        if reported.end >= period.end:
            return None
        return Problem("CDS227", {"reported": reported.text, "period": period.text})
    issued = _issued(case)
    is_evidence = role_of(case.figure.disaggregation) is Role.SELF
    if issued is None or issued >= period.end or is_evidence:
        return None
    facts = {"document": case.figure.document or "", "issued": str(issued)}
    told = {"where": "document", **facts, "period": period.text}
    return Problem("CDS242", told, Severity.WARNING)


def _issued(case: _Case) -> date | None:
    """The day on which the figure's document was issued."""
    key = case.figure.document
    if key is None:
        return None
    declared = case.plan.documents.get(key)
    return case.issued.get(key) if declared is None else declared.issued


def _reported_has_come(case: _Case) -> Problem | None:
    reported = case.figure.reported
    # Of a month that is not over, a part has come already.
    if reported is None or reported.start <= case.today:
        return None
    return Problem("CDS238", {"reported": reported.text, "today": str(case.today)})


def unjudged_group(observation: Observation, indicator: Indicator) -> Problem | None:
    """A warning that the observation is kept but belongs to none of the groups that are judged."""
    if indicator.every is None:
        return None
    ((dimension, groups),) = indicator.every.items()
    name, _, group = without_role(observation.disaggregation).partition("=")
    if name == dimension and (not groups or group in groups):
        return None
    facts = {
        "indicator": indicator.id,
        "dimension": dimension,
        "example": groups[0] if groups else "…",
    }
    return Problem("CDS235", facts, Severity.WARNING)


_RULES: tuple[Callable[[_Case], Problem | None], ...] = (
    _computed_indices_are_not_recorded,
    _kind_fits_the_unit,
    _counts_are_whole,
    _fraction_fits_the_unit,
    _value_agrees_with_its_fraction,
    _value_can_be_kept,
    _value_is_within_its_bounds,
    _period_has_ended,
    _reported_has_come,
    _texts_are_short,
    _unit_was_open,
    _stated_agrees_with_the_fraction,
    _known_after_its_period,
)
