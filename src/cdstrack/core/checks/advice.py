"""What a trustworthy plan says beyond what is required; counted only when asked for."""

from collections.abc import Iterator

from cdstrack.core.checks.ids import undeclared_org_units
from cdstrack.core.checks.target import fits
from cdstrack.core.checks.walk import advice, indicators, targets
from cdstrack.core.plan.model import Plan, Unit
from cdstrack.core.problem import Problem, Severity
from cdstrack.core.spelling import SURELY, Guesses


def every_target_quotes_its_wording(plan: Plan) -> Iterator[Problem]:
    """A target carries its official words."""
    for entry in targets(plan):
        if not entry.target.wording:
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
        if entry.comparator and entry.comparator.kind.has_number and entry.target.due is None:
            yield advice(entry.error_at_key("CDS195", "due"))


def org_units_are_declared(plan: Plan) -> Iterator[Problem]:
    """Every body that is named has a name under `org_units`; without it, its id is printed."""
    guesses = Guesses(plan.org_units, SURELY)
    for path, named in undeclared_org_units(plan):
        if not guesses.nearest(named):
            facts = {"value": named, "section": "org_units"}
            yield Problem("CDS196", facts, Severity.ADVICE, path)
