"""The annex of the national action programme is whole: every printed line is in the plan, as printed."""

import re

from tests.plans.conftest import shipped_plan

from cdstrack.files.workplace import example

HEADINGS = {"11"}
"""A line without a result; it names a pillar."""
LETTERED = {
    "11": 12,
    "23": 4,
}
"""Numbers with lines below them, and how many."""


def printed_numbers() -> set[str]:
    plan = shipped_plan(example("nq-57")).plan
    wordings = (text for _, target in plan.targets() for text in target.wording)
    found = (re.match(r"(\d+(?:\.\d+)?) \|", text) for text in wordings)
    return {match[1] for match in found if match}


def test_every_line_of_the_annex_has_its_target_in_its_own_words() -> None:
    numbered = {str(number) for number in range(1, 42)} - HEADINGS
    below = {f"{number}.{at}" for number, count in LETTERED.items() for at in range(1, count + 1)}
    assert printed_numbers() >= numbered
    assert printed_numbers() - numbered == below
    assert len(numbered | below | HEADINGS) == 57


def test_what_has_no_number_is_a_state_that_somebody_must_declare() -> None:
    plan = shipped_plan(example("nq-57")).plan
    states = [indicator.id for indicator, target in plan.targets() if target.reach is not None]
    assert len(states) >= 3
    assert all(not plan.by_id[each].bounds for each in states)
