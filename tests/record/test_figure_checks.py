"""What is doubtful in the figures: each rule on the smallest figures that break it, or just do not."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from cdstrack.core.checks.finding import (
    Finding,
    Findings,
    about_observation,
    about_plan,
    about_record,
)
from cdstrack.core.checks.observations import CheckContext, observation_findings
from cdstrack.core.plan.model import Plan
from cdstrack.core.problem import Problem, Severity
from cdstrack.core.record.observation import Observation, Qualifier
from cdstrack.core.record.period import Period
from cdstrack.core.record.series import RecordedSeries
from cdstrack.core.record.sources import all_documents
from cdstrack.store.rows.mapping import figure_row
from cdstrack.store.rows.series import recorded_series

TODAY = date(2024, 12, 31)
Figure = Callable[..., Observation]


def plan(**changes: Any) -> Plan:
    """A plan whose one indicator `x` is changed as told, beside parts `a` and `b` of it."""
    common = {"name": {"vi": "x"}, "pillar": "p", "unit": "count", "direction": "increase"}
    unit = {"unit": changes.get("unit", "count"), "measure": changes.get("measure", "stock")}
    return Plan.model_validate(
        {
            "plan": {"id": "thu", "title": {"vi": "t"}, "area": "tinh"},
            "pillars": {"p": {"vi": "p"}},
            "org_units": {
                "tinh": {"vi": "tỉnh"},
                "cu": {"vi": "cũ", "closed": "2021-06-30", "successor": "tinh"},
            },
            "documents": {"bc": {"title": "Báo cáo"}},
            "indicators": [
                {**common, "id": "x", **changes},
                {**common, "id": "a", **unit},
                {**common, "id": "b", **unit},
            ],
        }
    )


def figure(value: str | None, period: str = "2024-06-30", **changes: Any) -> Observation:
    """A figure of `x` with a document, changed as told; `9/12` is a fraction."""
    part, _, whole = (value or "").partition("/")
    usual: dict[str, Any] = {
        "indicator": "x",
        "org_unit": "tinh",
        "period": Period.parse(period),
        "value": None if value is None or whole else Decimal(value),
        "numerator": Decimal(part) if whole else None,
        "denominator": Decimal(whole) if whole else None,
        "document": "bc",
        "entered": value or "",
    }
    if whole:
        share = Decimal(part) / Decimal(whole) * 100
        usual["value"] = share.quantize(Decimal("0.000001"))
    return Observation(**{**usual, **changes})


def found(figures: list[Observation], of: Plan | None = None) -> list[Finding]:
    ordered = sorted(figures, key=lambda each: (*each.cell[:3], each.period.end))
    context = CheckContext(of or plan(), all_documents(of or plan(), ()), TODAY)
    return list(observation_findings(recorded(ordered), context))


def recorded(figures: list[Observation]) -> Iterator[RecordedSeries]:
    """As the record gives them: by series, in columns."""
    rows = enumerate(figures, 1)
    return recorded_series((each.id or at, *figure_row(1, each)) for at, each in rows)


def codes(figures: list[Observation], of: Plan | None = None) -> list[str]:
    return [finding.problem.code for finding in found(figures, of)]


SHARE = {"unit": "percent", "bounds": ["0", "100"]}
FLOW = {"measure": "flow"}


def test_a_sound_series_has_nothing_to_be_found() -> None:
    assert codes([figure("10", "2024-03-31"), figure("12"), figure("14", "2024-09-30")]) == []


def test_a_figure_names_its_document_and_the_document_is_known() -> None:
    assert codes([figure("10", document=None)]) == ["CDS506"]
    assert codes([figure("10", document="mat")]) == ["CDS507"]
    nothing = figure(None, not_available="chưa báo cáo", document=None)
    assert codes([nothing]) == []


def test_what_the_source_states_agrees_with_its_own_fraction() -> None:
    of = plan(**SHARE)
    assert codes([figure("981/1446", stated=Decimal(68))], of) == []
    assert codes([figure("1483/1542", stated=Decimal("80.2"))], of) == ["CDS224"]


def test_a_figure_that_the_plan_of_today_would_refuse_is_a_warning() -> None:
    (finding,) = found([figure("130")], plan(**SHARE))
    assert (finding.problem.code, finding.problem.severity) == ("CDS203", Severity.WARNING)


def test_a_body_that_had_closed_has_no_figures_after_its_last_day() -> None:
    assert codes([figure("10", "2021-06-30", org_unit="cu")]) == []
    assert codes([figure("10", "2021-07-31", org_unit="cu")]) == ["CDS223"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("900/1446", "900/1446", []),
        ("900/1446", "950/1500", []),
        ("900/1446", "900/1364", ["CDS502"]),
    ],
)
def test_the_whole_of_a_share_does_not_shrink(before: str, after: str, expected: list[str]) -> None:
    of = plan(**SHARE)
    assert codes([figure(before, "2024-03-31"), figure(after)], of) == expected


def test_across_a_break_no_whole_shrinks_and_nothing_jumps() -> None:
    of = plan(**SHARE, breaks=[{"date": "2024-06-01", "reason": "cách tính mới"}])
    assert codes([figure("900/1446", "2024-03-31"), figure("100/1364")], of) == []


@pytest.mark.parametrize(
    ("changes", "before", "after", "expected"),
    [
        (SHARE, "40", "70", []),
        (SHARE, "40", "70.000001", ["CDS503"]),
        (SHARE, "70", "39", ["CDS503"]),
        ({}, "100", "500", []),
        ({}, "100", "501", ["CDS503"]),
        ({}, "6784", "68", ["CDS503"]),
        ({}, "1", "9", []),
        ({}, "0", "900", []),
        ({"unit": "rank", "direction": "decrease", "measure": "rank"}, "10/63", "41/63", []),
        (
            {"unit": "rank", "direction": "decrease", "measure": "rank"},
            "10/63",
            "42/63",
            ["CDS503"],
        ),
    ],
)
def test_a_figure_does_not_jump_within_a_year(
    changes: dict[str, Any], before: str, after: str, expected: list[str]
) -> None:
    def made(value: str, period: str) -> Observation:
        place, _, field = value.partition("/")
        if not field:
            return figure(value, period)
        return figure(place, period, numerator=Decimal(place), denominator=Decimal(field))

    assert (
        codes([made(before, "2024-01-31"), made(after, "2024-06-30")], plan(**changes)) == expected
    )


def test_over_several_years_a_figure_may_go_as_far_as_each_year_allows() -> None:
    of = plan(**SHARE)
    assert codes([figure("20", "2022-06-30"), figure("78")], of) == []
    assert codes([figure("20", "2022-06-30"), figure("81")], of) == ["CDS503"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2024-01-01/2024-03-31", "2024-01-01/2024-06-30", ["CDS504"]),
        ("2024-Q1", "2024-H1", ["CDS504"]),
        ("2024-03-31", "2024-06-30", ["CDS504"]),
        ("2023-01-01/2023-12-31", "2024-01-01/2024-03-31", []),
        ("2024-01-01/2024-03-31", "2024-04-01/2024-06-30", []),
    ],
)
def test_what_is_counted_from_new_year_on_does_not_fall_within_the_year(
    first: str, second: str, expected: list[str]
) -> None:
    figures = [figure("400", first), figure("395", second)]
    assert codes(figures, plan(**FLOW)) == expected
    assert codes(figures, plan()) == []


def test_of_a_share_that_is_counted_up_it_is_the_part_that_may_not_fall() -> None:
    of = plan(**SHARE, **FLOW)
    shares = [figure("50/60", "2024-Q1"), figure("60/90", "2024-H1")]
    assert codes(shares, of) == []
    assert codes([shares[0], figure("49/90", "2024-H1")], of) == ["CDS504"]


def test_a_stock_has_one_value_on_a_day_however_the_day_is_written() -> None:
    assert codes([figure("10", "2024-06"), figure("10", "2024-06-30")]) == []
    assert codes([figure("10", "2024-06"), figure("11", "2024-06-30")]) == ["CDS505"]
    rates = plan(measure="rate")
    assert codes([figure("10", "2024-06"), figure("11", "2024-Q2")], rates) == []


def parts(total: str, a: str, b: str, **changes: Any) -> list[Observation]:
    return [
        figure(total, **changes),
        figure(a, indicator="a"),
        figure(b, indicator="b"),
    ]


def test_declared_parts_add_up_to_their_whole() -> None:
    of = plan(sum_of=["a", "b"])
    assert codes(parts("154", "141", "13"), of) == []
    assert codes(parts("155", "141", "13"), of) == ["CDS501"]


def test_parts_are_compared_only_where_all_are_known_and_dated_alike_and_firm() -> None:
    of = plan(sum_of=["a", "b"])
    assert codes(parts("155", "141", "13")[:2], of) == []
    assert codes(parts("155", "141", "13", period="2024-07-01"), of) == []
    assert codes(parts("155", "141", "13", qualifier=Qualifier.OVER), of) == []


def test_printed_amounts_may_miss_their_sum_by_their_rounding() -> None:
    of = plan(sum_of=["a", "b"], unit="amount")
    assert codes(parts("10.1", "5.04", "5.02"), of) == []
    assert codes(parts("10.2", "5.04", "5.02"), of) == ["CDS501"]


def test_figures_of_what_the_plan_does_not_declare_are_one_finding_however_many_they_are() -> None:
    strange = [figure("1", f"2024-0{month}-28", indicator="y") for month in range(1, 7)]
    few, many = found(strange[:2]), found([*strange, figure("1", org_unit="z")])
    told = [(each.problem.code, dict(each.problem.facts)) for each in many if each.cell is None]
    assert told == [
        ("CDS508", {"indicator": "y", "count": "6"}),
        ("CDS509", {"org_unit": "z", "count": "1"}),
    ]
    assert [each.id for each in few if each.cell is None] == [many[-2].id]


def test_a_finding_keeps_its_id_until_its_numbers_change() -> None:
    of = plan(**SHARE)
    first, again = (
        found([figure("1483/1542", stated=Decimal("80.2"), id=n)], of)[0] for n in (1, 9)
    )
    other = found([figure("1484/1542", stated=Decimal("80.2"))], of)[0]
    assert first.id == again.id != other.id
    assert first.key == (
        "CDS224 x tinh 2024-06-30 computed=96.1738 denominator=1542 numerator=1483 stated=80.2"
    )


def test_a_finding_in_the_plan_keeps_its_id_when_a_line_is_put_in_above_it() -> None:
    def advice(position: int) -> Problem:
        path = ("indicators", position, "lead")
        return Problem("CDS192", {"indicator": "x"}, Severity.ADVICE, path=path)

    assert about_plan([advice(3)])[0].id == about_plan([advice(4)])[0].id
    twins = about_plan([advice(3), advice(3)])
    assert twins[0].id != twins[1].id


def test_what_was_accepted_carries_its_reason() -> None:
    findings = [
        about_record(Problem("CDS510", {"act": "1"})),
        about_observation(Problem("CDS506"), figure("1")),
    ]
    told = Findings(reasons={findings[0].key: "đã xem"})
    told.add(findings)
    assert [each.accepted for each in told.listed] == ["đã xem", None]
    assert (told.accepted, told.open) == (1, {Severity.ERROR: 1})


def test_of_many_alike_the_first_are_listed_and_all_are_counted() -> None:
    figures = [figure(str(n), f"2024-0{n}", document=None) for n in range(1, 7)]
    reasons = {found(figures[1:2])[0].key: "đã xem"}
    in_full, few = Findings(reasons=reasons), Findings(2, reasons)
    unread = Findings(2)
    for gathered in (in_full, few, unread):
        context = CheckContext(plan(), all_documents(plan(), ()), TODAY)
        gathered.add(observation_findings(recorded(figures), context, gathered.only_counts))
    assert [each.accepted for each in in_full.listed] == [None, "đã xem", *[None] * 4]
    assert few.listed == [in_full.listed[0], in_full.listed[2]]
    assert (few.open, few.alike, few.accepted) == (in_full.open, in_full.alike, 1)
    assert (unread.open, unread.alike) == ({Severity.WARNING: 6}, {"CDS506": 6})
    assert len(unread.listed) == 2
