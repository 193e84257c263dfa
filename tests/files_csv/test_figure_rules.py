"""The rules for any figure, whichever way it comes in."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdstrack.core.plan.limits import limits
from cdstrack.core.plan.model import Plan, State
from cdstrack.core.problem import Severity
from cdstrack.core.record.agreement import rounds_to
from cdstrack.core.record.observation import Observation, Qualifier, to_decimal
from cdstrack.core.record.observation_rules import LONGEST_TEXT, observation_problems
from cdstrack.core.record.period import Period

TODAY = date(2022, 8, 31)
Judge = Callable[..., list[str]]


@pytest.fixture
def judge(plan: Plan) -> Judge:
    """The codes of what is wrong or doubtful about a figure."""

    def codes(indicator: str = "ho-so", period: str = "2022-07", **changes: Any) -> list[str]:
        fields = {"org_unit": "tinh-mau", "value": Decimal(75), **changes}
        figure = Observation(indicator=indicator, period=Period.parse(period), **fields)
        found = observation_problems(figure, plan.by_id[indicator], plan, TODAY)
        return [problem.code for problem in found]

    return codes


def part(numerator: int, denominator: int, value: str | None = None) -> dict[str, Any]:
    given_value = None if value is None else Decimal(value)
    return {
        "numerator": Decimal(numerator),
        "denominator": Decimal(denominator),
        "value": given_value,
    }


def test_a_plain_figure_has_no_problems(judge: Judge) -> None:
    assert judge() == []
    assert judge(value=None, not_available="chưa báo cáo") == []
    assert judge("viec", value=None, state=State.DONE) == []


def test_a_period_may_end_today_but_not_later(judge: Judge) -> None:
    assert judge(period="2022-08-31") == []
    assert judge(period="2022-08") == []
    assert judge(period="2022-09-01") == ["CDS215"]
    assert judge(period="2022") == ["CDS215"]


def test_a_figure_is_made_known_today_at_the_latest_or_in_this_month(judge: Judge) -> None:
    for come in ("2022-08-31", "2022-08", "2022-08-01"):
        assert judge(period="2022-07", reported=Period.parse(come)) == []
    for ahead in ("2022-09-01", "2022-09", "2099-01-01"):
        assert judge(period="2022-07", reported=Period.parse(ahead)) == ["CDS238"]


def test_the_bounds_belong_to_the_possible_figures(judge: Judge) -> None:
    assert [judge(value=Decimal(edge)) for edge in (0, 100)] == [[], []]
    assert judge(value=Decimal("100.000001")) == ["CDS203"]
    assert judge("so-dn", value=Decimal(-1)) == ["CDS203"]
    assert judge("tien", value=Decimal(-1)) == []


def test_a_value_may_be_its_fraction_rounded_but_nothing_else(judge: Judge) -> None:
    for rounded in ("67.842324", "67.84", "67.8", "68"):
        assert judge(**part(981, 1446, rounded)) == []
    for other in ("67.85", "67.9", "67", "80.2"):
        assert judge(**part(981, 1446, other)) == ["CDS219"]


def test_a_fraction_is_judged_unrounded_against_the_bounds(judge: Judge) -> None:
    assert judge(**part(10_000_000, 9_999_999, "100")) == ["CDS203"]


def test_what_the_source_printed_beside_the_fraction_may_differ_with_a_warning(
    judge: Judge,
) -> None:
    assert judge(**part(981, 1446, "67.842324"), stated=Decimal(68)) == []
    assert judge(**part(1483, 1542, "96.1738"), stated=Decimal("80.2")) == ["CDS224"]


def test_a_place_is_one_of_its_field(judge: Judge) -> None:
    assert judge("hang", **part(31, 63, "31")) == []
    assert judge("hang", **part(64, 63, "64")) == ["CDS231"]
    assert judge("hang", **part(31, 63, "30")) == ["CDS219"]
    assert judge("hang", value=Decimal("1.5")) == ["CDS204"]


def test_a_fraction_needs_a_unit_that_is_a_share_or_a_rank(judge: Judge) -> None:
    assert judge("so-dn", **part(5, 9, "5")) == ["CDS207"]
    assert judge(**part(5, 0)) == ["CDS208"]
    assert judge(**part(-5, 9)) == ["CDS204", "CDS203"]


def test_a_state_and_a_number_are_not_taken_for_each_other(judge: Judge) -> None:
    assert judge("viec", value=Decimal(1)) == ["CDS210"]
    assert judge(value=None, state=State.DONE) == ["CDS230"]


def test_long_texts_and_numbers_that_cannot_be_kept_are_refused(judge: Judge) -> None:
    assert judge(note="x" * LONGEST_TEXT) == []
    assert judge(note="x" * (LONGEST_TEXT + 1)) == ["CDS222"]
    assert judge("tien", value=Decimal(9_000_000_000_001)) == ["CDS206"]


def test_only_an_estimate_is_known_before_its_period_has_ended(judge: Judge) -> None:
    assert judge(period="2022-07", reported=Period.parse("2022-06")) == ["CDS227"]
    assert judge(period="2022-07", reported=Period.parse("2022-07")) == []
    early = {"period": "2022", "reported": Period.parse("2022-08")}
    assert judge(**early) == ["CDS215", "CDS227"]
    assert judge(**early, qualifier=Qualifier.ESTIMATE) == []
    assert judge(period="2022-07", document="bc-1") == []
    assert judge(period="2022-08-20", document="bc-1") == ["CDS242"]


def test_doubts_are_warnings(plan: Plan) -> None:
    figure = Observation(
        indicator="ho-so",
        org_unit="so-cu",
        period=Period.parse("2022-07"),
        value=Decimal("96.1738"),
        numerator=Decimal(1483),
        denominator=Decimal(1542),
        stated=Decimal("80.2"),
    )
    found = observation_problems(figure, plan.by_id["ho-so"], plan, TODAY)
    assert [problem.code for problem in found] == ["CDS223", "CDS224"]
    assert {problem.severity for problem in found} == {Severity.WARNING}
    assert found[0].facts == {
        "org_unit": "so-cu",
        "closed": "2022-06-30",
        "period": "2022-07",
        "successor": "so-moi",
    }


def test_a_count_and_a_rank_have_a_least_figure_of_their_own(plan: Plan) -> None:
    assert limits(plan.by_id["so-dn"]) == (Decimal(0), None)
    assert limits(plan.by_id["hang"]) == (Decimal(1), None)
    assert limits(plan.by_id["ho-so"]) == (Decimal(0), Decimal(100))


@given(st.fractions(0, 100, max_denominator=10**6), st.integers(0, 6))
def test_every_rounding_of_a_share_agrees_with_it(exact: Fraction, decimals: int) -> None:
    rounded = to_decimal(Fraction(round(exact * 10**decimals), 10**decimals))
    assert rounds_to(exact, rounded)
    # One more agrees where the share lies exactly in between: a source may round half up.
    assert not rounds_to(exact, rounded + 2)
