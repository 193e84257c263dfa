"""The rules between the values of a plan, where one example a code does not say enough."""

from collections.abc import Callable

import pytest

Codes = Callable[..., list[str]]

DECREASE = ("direction: increase", "direction: decrease")
BASELINE = "    baseline: {date: 2020-12-31, value: 40}\n"
NO_BASELINE = (BASELINE, "")
FIRST, SECOND = "at_least: 90", "at_least: 100"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (FIRST, SECOND),
        (FIRST, FIRST),
        (FIRST, "more_than: 90"),
        ("between: [80, 90]", SECOND),
        ("increase_by: 50%", SECOND),  # 40 by half is 60
        ("reach: done", "universal: true"),
    ],
)
def test_a_later_target_may_ask_as_much_or_more(codes: Codes, first: str, second: str) -> None:
    changes = [(FIRST, first), (SECOND, second)]
    assert "CDS165" not in codes(*changes)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (FIRST, "at_least: 89.999999"),
        ("more_than: 90", "at_least: 90"),
        (FIRST, "increase_by: 100%"),  # 40 and as much again is 80
        (FIRST, "between: [80, 100]"),
        ("universal: true\n        declared: {at_least: 95, by: Sở, date: 2022-01-01}", FIRST),
    ],
)
def test_a_later_target_may_not_ask_less(codes: Codes, first: str, second: str) -> None:
    assert "CDS165" in codes((SECOND, second), (FIRST, first))


def test_what_should_fall_gets_harder_downwards(codes: Codes) -> None:
    easier = [DECREASE, NO_BASELINE, (FIRST, "at_most: 10"), (SECOND, "less_than: 20")]
    harder = [DECREASE, NO_BASELINE, (FIRST, "at_most: 10"), (SECOND, "less_than: 10")]
    assert codes(*easier) == ["CDS165"]
    assert codes(*harder) == []


def test_shares_of_an_unstated_baseline_are_compared_with_each_other(codes: Codes) -> None:
    falls = [DECREASE, NO_BASELINE, (FIRST, "reduce_by: 30%"), (SECOND, "reduce_by: 20%")]
    assert codes(*falls) == ["CDS194", "CDS194", "CDS165"]


def test_a_yearly_target_is_not_compared_with_a_level(codes: Codes) -> None:
    assert codes((SECOND, "each_year_at_least: 5")) == []


def test_the_order_in_the_file_does_not_matter_only_that_of_the_dates(codes: Codes) -> None:
    swapped = [("2025-12-31", "2031-12-31"), (FIRST, SECOND), (f"{SECOND}\n        wording: 100", f"{FIRST}\n        wording: 100")]  # fmt: skip
    assert codes(*swapped) == []


def test_a_target_between_an_easier_and_a_harder_one_is_the_one_reported(codes: Codes) -> None:
    third = "      - {due: 2028-12-31, at_least: 50, wording: x, document: nghi-quyet-1}\n"
    assert codes(("      - due: 2030-12-31", third + "      - due: 2030-12-31")) == ["CDS165"]


def test_strictly_more_than_the_upper_bound_can_never_be_met(codes: Codes) -> None:
    assert codes((SECOND, "more_than: 100")) == ["CDS158"]
    assert codes((SECOND, "at_least: 100")) == []


def test_both_ends_of_a_range_must_lie_inside_the_bounds(codes: Codes) -> None:
    assert codes((SECOND, "between: [95, 105]")) == ["CDS158"]


@pytest.mark.parametrize(
    ("share", "found"),
    [
        ("increase_by: 300%", ["CDS158"]),  # 40 and three times as much again is 160
        ("increase_by: 150%", []),
        ("increase_by: 0%", ["CDS174"]),
        ("increase_by: -30%", ["CDS174"]),
    ],
)
def test_a_share_of_the_baseline_lies_inside_the_bounds_where_it_comes_to(
    codes: Codes, share: str, found: list[str]
) -> None:
    assert codes((SECOND, share), (FIRST, "each_year_at_least: 5")) == found


def test_a_fall_below_the_lower_bound_is_found_as_well(codes: Codes) -> None:
    falls = [DECREASE, ("[0, 100]", "[30, 100]"), (FIRST, "reduce_by: 20%")]
    assert codes(*falls, (SECOND, "reduce_by: 25%")) == []
    assert codes(*falls, (SECOND, "reduce_by: 26%")) == ["CDS158"]
    assert "CDS174" in codes(*falls, (SECOND, "reduce_by: -30%"))


def test_without_bounds_a_share_may_not_come_to_more_than_the_whole(codes: Codes) -> None:
    assert codes(("    bounds: [0, 100]\n", ""), (SECOND, "increase_by: 300%")) == ["CDS189"]


@pytest.mark.parametrize("key", ["reduce_by", "increase_by"])
def test_no_share_of_nothing_is_asked_for(codes: Codes, key: str) -> None:
    zero = ("value: 40", "value: 0")
    way = [DECREASE, (SECOND, "at_most: 0")] if key == "reduce_by" else []
    assert "CDS175" in codes(zero, *way, (FIRST, f"{key}: 30%"))


@pytest.mark.parametrize(
    "line",
    [
        "sum_of: [so-con, so-con]",
        "every: {sector: [a1, a1, b1]}",
    ],
)
def test_no_list_of_what_is_counted_names_the_same_id_twice(
    codes: Codes, good_text: str, line: str
) -> None:
    entry = good_text[good_text.index("  - id: ho-so") :]
    part = entry.replace("id: ho-so", "id: so-con")
    assert codes(("  - id: ho-so\n", f"{part}  - id: ho-so\n    {line}\n")) == ["CDS173"]


@pytest.mark.parametrize("at", ["value: 40}", "at_least: 90", "ended"])
def test_a_list_of_documents_may_name_one_twice_beside_two_wordings(codes: Codes, at: str) -> None:
    twice = "document: [nghi-quyet-1, nghi-quyet-1]"
    changes = {
        "value: 40}": ("value: 40}", f"value: 40, {twice}}}"),
        "at_least: 90": ("document: nghi-quyet-1", twice),
        "ended": (FIRST, f"{FIRST}\n        ended: {{date: 2025-07-01, reason: x, {twice}}}"),
    }
    assert codes(changes[at]) == []


def test_one_bound_may_be_open(codes: Codes) -> None:
    assert codes(("[0, 100]", "[0, ~]"), (SECOND, "at_least: 1000")) == []
    assert codes(("[0, 100]", "[0, null]"), (SECOND, "at_least: 1000")) == []
    assert codes(("[0, 100]", "[~, 100]"), (SECOND, "at_least: 1000")) == ["CDS158"]


def test_two_states_without_a_date_are_told_apart_by_their_comparator(codes: Codes) -> None:
    state = [("unit: percent", "unit: state"), ("    bounds: [0, 100]\n", ""), NO_BASELINE]
    undated = [("due: 2025-12-31\n        at_least: 90", "reach: done")]
    other = [("due: 2030-12-31\n        at_least: 100", "universal: true")]
    same = [("due: 2030-12-31\n        at_least: 100", "reach: in-progress")]
    assert codes(*state, *undated, *other) == []
    assert codes(*state, *undated, *same) == ["CDS164"]


def test_a_number_without_a_due_date_is_allowed_with_an_advice(codes: Codes) -> None:
    assert codes(("due: 2025-12-31\n        at_least", "at_least")) == ["CDS195"]


@pytest.mark.parametrize("line", ["at_least: 90", "top: 30", "reduce_by: 30%"])
def test_a_state_takes_no_number(codes: Codes, line: str) -> None:
    state = [("unit: percent", "unit: state"), ("    bounds: [0, 100]\n", ""), NO_BASELINE]
    second = [(SECOND, "reach: done")]
    assert codes(*state, *second, (FIRST, line)) == ["CDS154"]


def test_a_rank_falls_and_takes_at_most_or_top(codes: Codes) -> None:
    rank = [("unit: percent", "unit: rank"), ("    bounds: [0, 100]\n", ""), NO_BASELINE, DECREASE]
    assert codes(*rank, (FIRST, "top: 30"), (SECOND, "at_most: 20")) == []
    assert codes(*rank, (FIRST, "top: 30"), (SECOND, "top: 31")) == ["CDS165"]
    assert codes(*rank, (FIRST, "top: 0"), (SECOND, "at_most: 20")) == ["CDS159", "CDS165"]


def test_a_circle_of_sums_is_reported_once(codes: Codes, good_text: str) -> None:
    entry = good_text[good_text.index("  - id: ho-so") :]
    other = entry.replace("id: ho-so", "id: ho-so-hai\n    sum_of: [ho-so]")
    circle = ("  - id: ho-so\n", f"{other}  - id: ho-so\n    sum_of: [ho-so-hai]\n")
    assert codes(circle) == ["CDS149"]


def test_a_body_that_resembles_none_is_only_advised_to_be_named(codes: Codes) -> None:
    assert codes(("lead: so-mot", "lead: so-mott")) == ["CDS147"]
    assert codes(("lead: so-mot", "lead: cong-an-tinh")) == ["CDS196"]
    assert codes(("lead: so-mot", "supporting: [so-hai, cong-an-tinh]\n    lead: so-mot")) == [
        "CDS196"
    ]


def test_several_leads_follow_one_another(codes: Codes) -> None:
    good = "lead: [{unit: so-mot}, {unit: so-hai, since: 2025-03-01}]"
    undated = "lead: [{unit: so-mot}, {unit: so-hai}]"
    assert codes(("lead: so-mot", good)) == []
    assert codes(("lead: so-mot", undated)) == ["CDS169"]


def test_a_successor_may_be_a_body_that_the_plan_does_not_describe(codes: Codes) -> None:
    closed = ("{vi: Sở Hai}", "{vi: Sở Hai, closed: 2025-02-28, successor: tinh-moi}")
    assert codes(closed) == ["CDS196"]


def test_what_follows_only_from_another_mistake_is_not_reported(codes: Codes) -> None:
    # A document, a pillar and an indicator that are wrong in themselves are still declared.
    assert codes(("title: Nghị quyết về chuyển đổi số, ", "")) == ["CDS103"]
    assert codes(("{vi: Chính quyền số}", "{}")) == ["CDS103"]
    assert codes(("direction: increase", "directon: increase")) == ["CDS102"]
    assert codes((FIRST, "at_least: chín mươi")) == ["CDS104"]
    assert codes(("[0, 100]", "[0, trăm]")) == ["CDS105"]
    assert codes(("lead: so-mot", "lead: Sở Một")) == ["CDS111"]
    assert codes(("id: cds-mau", "id: CĐS")) == ["CDS111"]


def test_an_empty_key_that_is_required_is_missing_and_nothing_else(codes: Codes) -> None:
    assert codes(("unit: percent", "unit:")) == ["CDS103"]
    for nothing in ("", "~", "null", "Null", "NULL"):
        written = ("frequency: quarterly", f"frequency: {nothing}")
        assert codes(written) == ["CDS180", "CDS193"]
    assert "CDS180" not in codes(("frequency: quarterly", "person: 'null'"))


def test_an_unknown_time_zone_gets_a_suggestion_and_never_opens_a_file(codes: Codes) -> None:
    for zone in ("Asia/Hanoi", "../../etc/passwd", "/etc/passwd", "Asia"):
        assert codes(("  area: tinh-mau", f"  area: tinh-mau\n  timezone: {zone}")) == ["CDS162"]


@pytest.mark.parametrize("year", ["1899", "2201", "-2021", "20.5", "9" * 5000, "[2021]", "x"])
def test_a_year_is_four_digits_of_our_time(codes: Codes, year: str) -> None:
    found = codes((FIRST, f"each_year_at_least: 5\n        from: {year}"))
    assert found == (["CDS114"] if year == "[2021]" else ["CDS118"])
