"""What is doubtful in acts: a clock that ran backwards or was set, an order that nobody can have made."""

from datetime import UTC, datetime, timedelta

from cdstrack.core.checks.observations import submission_findings
from cdstrack.core.record.acts import ActKind, Submission

NOW = datetime(2024, 12, 31, 5, tzinfo=UTC)


def act(number: int, at: datetime, *, test_clock: bool = False) -> Submission:
    return Submission(
        id=number,
        kind=ActKind.RECORD,
        by="lan",
        at=at,
        plan_digest="d",
        program="p",
        test_clock=test_clock,
    )


def test_an_act_that_is_yet_to_come_means_that_the_clock_ran_backwards() -> None:
    hour = timedelta(hours=1)
    acts = [act(1, NOW - hour), act(2, NOW + hour)]
    assert [each.problem.code for each in submission_findings(acts, NOW)] == ["CDS510"]
    assert list(submission_findings(acts[:1], NOW)) == []
    assert list(submission_findings(acts, None)) == []


def test_an_instant_set_by_hand_is_told_only_in_a_record_that_is_otherwise_real() -> None:
    by_hand = act(2, NOW - timedelta(days=9), test_clock=True)
    assert [each.problem.code for each in submission_findings([act(1, NOW), by_hand], NOW)] == [
        "CDS511"
    ]
    assert list(submission_findings([by_hand], NOW)) == []


def test_acts_that_another_program_put_in_out_of_order_are_told() -> None:
    acts = [act(1, NOW), act(2, NOW - timedelta(days=1))]
    assert [each.problem.code for each in submission_findings(acts, NOW)] == ["CDS512"]
