"""Rules that a sound plan seldom breaks: warnings, and advice that is counted only when asked for."""

from collections.abc import Iterator
from fractions import Fraction

from cdstrack.core.checks.ids import undeclared_org_units
from cdstrack.core.checks.target import contradicts, fits
from cdstrack.core.checks.walk import (
    IndicatorAt,
    advice,
    all_numbers,
    computed_bounds,
    indicators,
    share_facts,
    targets,
    targets_of,
    warning,
)
from cdstrack.core.plan.model import Plan, Unit
from cdstrack.core.plan.values import format_decimal
from cdstrack.core.problem import Problem, Severity
from cdstrack.core.record.observation import SHARE_OF
from cdstrack.core.spelling import SURELY, Guesses
from cdstrack.core.verdict.threshold import threshold_of

_WHOLE = {Unit.COUNT, Unit.RANK}
_THOUSANDS = 3


def bounds_fit_the_unit(plan: Plan) -> Iterator[Problem]:
    """The upper bound of a share is the whole: 100 per cent, 1000 per thousand."""
    for entry in indicators(plan):
        whole, bounds = SHARE_OF.get(entry.indicator.unit), entry.indicator.bounds
        if whole is None:
            continue
        if bounds and bounds[0] == 0 and bounds[1] in {1, 100, 1000} and bounds[1] != whole:
            facts = {"unit": entry.indicator.unit.value, "whole": str(whole)}
            yield warning(entry.error("CDS182", "bounds", **facts))
        if bounds is None:
            yield from _beyond_the_whole(entry, whole)


def _beyond_the_whole(entry: IndicatorAt, whole: int) -> Iterator[Problem]:
    for path, number in all_numbers(entry):
        if number > whole:
            facts = {"value": format_decimal(number), "unit": entry.indicator.unit.value}
            steps = path[len(entry.path) :]
            yield warning(entry.error("CDS189", *steps, **facts, whole=str(whole)))
    for target in targets_of(*entry):
        for path, number in computed_bounds(target):
            if number > whole:
                facts = {"value": format_decimal(number), "unit": entry.indicator.unit.value}
                facts |= {"whole": str(whole), **share_facts(target)}
                yield warning(target.error("CDS189", path[-1], **facts))


def counts_are_whole_numbers(plan: Plan) -> Iterator[Problem]:
    """What is counted, and a place in a ranking, is a whole number."""
    for entry in indicators(plan):
        if entry.indicator.unit not in _WHOLE:
            continue
        for path, number in all_numbers(entry):
            if number != number.to_integral_value():
                facts = {"value": str(number), "unit": entry.indicator.unit.value}
                if -number.as_tuple().exponent == _THOUSANDS:  # type: ignore[operator]
                    facts["joined"] = str(number).replace(".", "")
                yield warning(entry.error("CDS183", *path[len(entry.path) :], **facts))


def successors_follow_a_closing(plan: Plan) -> Iterator[Problem]:
    """A body with a successor has a last day."""
    for id_, unit in plan.org_units.items():
        if unit.successor and unit.closed is None:
            path = ("org_units", id_, "successor")
            yield Problem("CDS184", {"value": id_}, Severity.WARNING, path, at_key=True)


def ended_targets_end_before_they_are_due(plan: Plan) -> Iterator[Problem]:
    """`ended` is a day before the due date; later it would change nothing."""
    for entry in targets(plan):
        due, ended = entry.target.due, entry.target.ended
        if due and ended and ended.date > due:
            facts = {"date": ended.date.isoformat(), "due": due.isoformat()}
            yield warning(entry.error("CDS185", "ended", "date", **facts))


def targets_ask_more_than_the_baseline(plan: Plan) -> Iterator[Problem]:
    """A target is not met by the value that the plan starts from, unless each year is its own."""
    for entry in targets(plan):
        baseline = entry.indicator.baseline
        if baseline is None or entry.comparator is None or not entry.comparator.kind.is_absolute:
            continue
        if contradicts(entry.comparator, entry.indicator.direction):
            continue
        if entry.indicator.measure.speaks_of_a_year:
            continue
        threshold = threshold_of(entry.target, baseline, entry.indicator.direction)
        if threshold and threshold.satisfied_by(Fraction(baseline.value)):
            facts = {"baseline": format_decimal(baseline.value)}
            yield warning(entry.error("CDS186", entry.comparator.value, **facts))


def fractions_name_both_parts(plan: Plan) -> Iterator[Problem]:
    """Who says what is counted also says out of what."""
    for entry in indicators(plan):
        parts = {"numerator": entry.indicator.numerator, "denominator": entry.indicator.denominator}
        named = [key for key, label in parts.items() if label]
        if len(named) == 1:
            missing = next(key for key in parts if key not in named)
            facts = {"key": named[0], "missing": missing}
            yield warning(entry.error_at_key("CDS187", named[0], **facts))


def documents_have_web_addresses(plan: Plan) -> Iterator[Problem]:
    """A document's `url` begins with http:// or https://."""
    for id_, document in plan.documents.items():
        if document.url and not document.url.startswith(("http://", "https://")):
            path = ("documents", id_, "url")
            yield Problem("CDS188", {"value": document.url}, Severity.WARNING, path)


def every_target_quotes_its_wording(plan: Plan) -> Iterator[Problem]:
    """A target carries its official words, its own or quoted ones."""
    for entry in targets(plan):
        if not (entry.target.wording or entry.target.quote):
            yield advice(entry.error_at_key("CDS190", "wording"))


def every_target_names_its_document(plan: Plan) -> Iterator[Problem]:
    """A target names the document that states it."""
    for entry in targets(plan):
        if not entry.target.document:
            yield advice(entry.error_at_key("CDS191", "document"))


def every_indicator_has_a_lead(plan: Plan) -> Iterator[Problem]:
    """Somebody answers for an indicator with targets."""
    for entry in indicators(plan):
        if entry.indicator.targets and not entry.indicator.lead:
            yield advice(entry.error_at_key("CDS192", "lead"))


def every_indicator_has_a_frequency(plan: Plan) -> Iterator[Problem]:
    """An indicator with targets says how often a figure is due; without it, yearly is assumed."""
    for entry in indicators(plan):
        indicator = entry.indicator
        if indicator.targets and indicator.unit is not Unit.STATE and not indicator.frequency:
            yield advice(entry.error_at_key("CDS193", "frequency"))


def relative_targets_have_a_baseline(plan: Plan) -> Iterator[Problem]:
    """A target to rise or fall by a share says from what; without it there is no gap."""
    for entry in targets(plan):
        key, indicator = entry.comparator, entry.indicator
        if key and key.kind.relative and fits(key, indicator.unit) and not indicator.baseline:
            yield advice(entry.error_at_key("CDS194", key.value, key=key.value))


def targets_with_a_number_have_a_due_date(plan: Plan) -> Iterator[Problem]:
    """A number is to be reached by a day; without one the target is only met or pending."""
    for entry in targets(plan):
        kind = entry.comparator and entry.comparator.kind
        if kind and (kind.has_number or kind.approximate) and entry.target.due is None:
            yield advice(entry.error_at_key("CDS195", "due"))


def org_units_are_declared(plan: Plan) -> Iterator[Problem]:
    """Every body that is named has a name under `org_units`; without it, its id is printed."""
    guesses = Guesses(plan.org_units, SURELY)
    for path, named in undeclared_org_units(plan):
        if not guesses.nearest(named):
            facts = {"value": named, "section": "org_units"}
            yield Problem("CDS196", facts, Severity.ADVICE, path)
