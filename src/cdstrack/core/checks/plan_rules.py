"""What must hold between the values of a plan: the list of its named rules.

Owns which rules there are and how they are taken. Each rule is a function whose docstring states
the invariant; it gets a plan and yields a problem for each place where the invariant is broken.
"""

from collections.abc import Callable, Iterable
from itertools import chain, islice

from cdstrack.core.checks import (
    advice,
    composite,
    ids,
    names,
    order,
    rollup,
    target,
    units,
    values,
    wording,
)
from cdstrack.core.plan.model import Plan
from cdstrack.core.problem import Problem

Rule = Callable[[Plan], Iterable[Problem]]

ERRORS: tuple[Rule, ...] = (
    ids.indicator_ids_are_unique,
    ids.pillars_are_declared,
    ids.documents_are_declared,
    ids.org_units_are_not_misspelt,
    ids.each_id_stands_once_in_its_list,
    ids.parts_are_declared,
    ids.parts_form_no_circle,
    ids.parts_share_the_unit,
    names.levels_are_known,
    names.aliases_name_one_thing,
    names.quotes_are_kept,
    target.each_target_has_one_comparator,
    target.declared_thresholds_have_one_comparator,
    target.companions_stand_with_their_comparator,
    target.comparators_fit_the_unit,
    target.points_are_of_a_percentage,
    target.comparators_agree_with_the_direction,
    values.pairs_ascend,
    values.values_lie_inside_the_bounds,
    values.ranks_lie_inside_their_field,
    values.relative_falls_leave_something,
    values.changes_are_above_zero,
    values.shares_are_of_something,
    order.one_target_for_a_due_date,
    order.targets_do_not_get_easier,
    order.due_dates_follow_the_start,
    order.yearly_counting_starts_before_the_due_date,
    order.leads_follow_one_another,
    order.breaks_fall_on_different_days,
    target.ranks_are_better_when_lower,
    target.states_have_no_numbers,
    ids.successors_form_no_circle,
    units.parents_are_declared,
    units.successors_are_declared,
    units.parents_form_no_circle,
    units.codes_are_given_once_a_day,
    units.units_are_listed_once,
    units.units_end_after_they_begin,
    units.units_have_a_level,
    units.heirs_are_named_once,
    units.shares_add_up,
    composite.members_are_declared,
    composite.weights_and_points_are_above_zero,
    composite.weights_add_up,
    composite.composites_form_no_circle,
    composite.computed_indices_are_not_reported,
    composite.members_have_a_number,
    composite.points_have_one_rule,
    composite.steps_are_different,
    composite.steps_stay_within_the_most,
    composite.shares_of_a_target_have_one,
    rollup.ways_of_rolling_up_fit_the_unit,
    rollup.rolled_up_figures_have_no_parts,
    rollup.weights_are_declared,
    rollup.coverage_is_a_percentage,
    rollup.criteria_stand_with_share_met,
    rollup.splits_have_shares,
)
"""Rules without which the plan has no meaning, or an ambiguous one."""

WARNINGS: tuple[Rule, ...] = (
    advice.bounds_fit_the_unit,
    advice.counts_are_whole_numbers,
    advice.successors_follow_a_closing,
    units.units_have_a_parent,
    units.areas_are_of_another_level,
    units.parents_last_as_long,
    units.successors_are_there_next_day,
    advice.ended_targets_end_before_they_are_due,
    advice.targets_ask_more_than_the_baseline,
    advice.fractions_name_both_parts,
    advice.documents_have_web_addresses,
    composite.indices_break_with_their_members,
    composite.indices_stay_on_their_scale,
    rollup.rolled_up_levels_have_units,
    rollup.coverage_is_no_share_of_one,
)
"""Rules that a plan may break for a good reason."""

ADVICE: tuple[Rule, ...] = (
    advice.org_units_are_declared,
    advice.every_target_quotes_its_wording,
    wording.numbers_stand_in_the_wording,
    advice.every_target_names_its_document,
    advice.every_indicator_has_a_lead,
    advice.every_indicator_has_a_frequency,
    advice.relative_targets_have_a_baseline,
    advice.targets_with_a_number_have_a_due_date,
)
"""What a trustworthy plan says beyond what is required."""

MOST = 1000
"""Checking stops after this many problems."""


def check_plan(plan: Plan) -> list[Problem]:
    """Everything wrong between the values of a plan: errors, then warnings, then advice."""
    found = chain.from_iterable(rule(plan) for rule in (*ERRORS, *WARNINGS, *ADVICE))
    return list(islice(found, MOST))
