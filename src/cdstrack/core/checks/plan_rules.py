"""What must hold between the values of a plan: the list of its named rules.

Owns which rules there are and how they are taken. Each rule is a function whose docstring states
the invariant; it gets a plan and yields a problem for each place where the invariant is broken.
"""

from collections.abc import Callable, Iterable
from itertools import chain, islice

from cdstrack.core.checks.advice import (
    bounds_fit_the_unit,
    counts_are_whole_numbers,
    documents_have_web_addresses,
    ended_targets_end_before_they_are_due,
    every_indicator_has_a_frequency,
    every_indicator_has_a_lead,
    every_target_names_its_document,
    every_target_quotes_its_wording,
    fractions_name_both_parts,
    org_units_are_declared,
    relative_targets_have_a_baseline,
    successors_follow_a_closing,
    targets_ask_more_than_the_baseline,
    targets_with_a_number_have_a_due_date,
)
from cdstrack.core.checks.ids import (
    documents_are_declared,
    each_id_stands_once_in_its_list,
    indicator_ids_are_unique,
    org_units_are_not_misspelt,
    parts_are_declared,
    parts_form_no_circle,
    parts_share_the_unit,
    pillars_are_declared,
    successors_form_no_circle,
)
from cdstrack.core.checks.order import (
    breaks_fall_on_different_days,
    due_dates_follow_the_start,
    leads_follow_one_another,
    one_target_for_a_due_date,
    targets_do_not_get_easier,
    yearly_counting_starts_before_the_due_date,
)
from cdstrack.core.checks.target import (
    companions_stand_with_their_comparator,
    comparators_agree_with_the_direction,
    comparators_fit_the_unit,
    declared_thresholds_have_one_comparator,
    each_target_has_one_comparator,
    ranks_are_better_when_lower,
    states_have_no_numbers,
)
from cdstrack.core.checks.values import (
    pairs_ascend,
    ranks_lie_inside_their_field,
    relative_falls_leave_something,
    shares_are_above_zero,
    shares_are_of_something,
    values_lie_inside_the_bounds,
)
from cdstrack.core.plan.model import Plan
from cdstrack.core.problem import Problem

Rule = Callable[[Plan], Iterable[Problem]]

ERRORS: tuple[Rule, ...] = (
    indicator_ids_are_unique,
    pillars_are_declared,
    documents_are_declared,
    org_units_are_not_misspelt,
    each_id_stands_once_in_its_list,
    parts_are_declared,
    parts_form_no_circle,
    parts_share_the_unit,
    each_target_has_one_comparator,
    declared_thresholds_have_one_comparator,
    companions_stand_with_their_comparator,
    comparators_fit_the_unit,
    comparators_agree_with_the_direction,
    pairs_ascend,
    values_lie_inside_the_bounds,
    ranks_lie_inside_their_field,
    relative_falls_leave_something,
    shares_are_above_zero,
    shares_are_of_something,
    one_target_for_a_due_date,
    targets_do_not_get_easier,
    due_dates_follow_the_start,
    yearly_counting_starts_before_the_due_date,
    leads_follow_one_another,
    breaks_fall_on_different_days,
    ranks_are_better_when_lower,
    states_have_no_numbers,
    successors_form_no_circle,
)
"""Rules without which the plan means nothing, or two things."""

WARNINGS: tuple[Rule, ...] = (
    bounds_fit_the_unit,
    counts_are_whole_numbers,
    successors_follow_a_closing,
    ended_targets_end_before_they_are_due,
    targets_ask_more_than_the_baseline,
    fractions_name_both_parts,
    documents_have_web_addresses,
)
"""Rules that a plan may break for a reason, but seldom does."""

ADVICE: tuple[Rule, ...] = (
    org_units_are_declared,
    every_target_quotes_its_wording,
    every_target_names_its_document,
    every_indicator_has_a_lead,
    every_indicator_has_a_frequency,
    relative_targets_have_a_baseline,
    targets_with_a_number_have_a_due_date,
)
"""What a trustworthy plan says beyond what is required."""

MOST = 1000
"""No more problems are looked for; a file with so many is no plan with slips in it."""


def check_plan(plan: Plan) -> list[Problem]:
    """Everything wrong between the values of a plan: errors, then warnings, then advice."""
    found = chain.from_iterable(rule(plan) for rule in (*ERRORS, *WARNINGS, *ADVICE))
    return list(islice(found, MOST))
