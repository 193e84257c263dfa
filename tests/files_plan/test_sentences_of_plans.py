"""The rules about what plans say beyond one number: documents, years, quotes, levels, aliases."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from cdstrack.core.checks.observation_series import Sums
from cdstrack.core.plan.changes import PlanChangeKind, plan_changes
from cdstrack.core.plan.quotes import quoted_sentence
from cdstrack.core.problem import Severity
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.files.plan.plan_file import PlanFile
from cdstrack.files.plan.reader import read_plan_text

Changed = Callable[..., PlanFile]
Codes = Callable[..., list[str]]
SECOND = "due: 2030-12-31\n        at_least: 100"
OTHER_DOCUMENT = ("documents:\n", "documents:\n  nq-2: Nghị quyết khác\n")
UNIT = "    unit: percent\n    direction: increase"


def with_a_second_one(good_text: str, target: str) -> list[str]:
    """The codes after adding a target to the good plan."""
    text = good_text.replace(*OTHER_DOCUMENT) + f"      - {{{target}}}\n"
    return [each.code for each in read_plan_text(text, "p").problems]


def test_two_documents_may_state_two_targets_for_one_day(good_text: str) -> None:
    stated = "due: 2025-12-31, more_than: 90, wording: trên 90% hồ sơ"
    assert with_a_second_one(good_text, f"{stated}, document: nq-2") == []
    assert with_a_second_one(good_text, f"{stated}, document: nghi-quyet-1") == ["CDS164"]
    assert "CDS164" in with_a_second_one(good_text, stated)
    both = f"{stated}, document: [nq-2, nghi-quyet-1]"
    assert with_a_second_one(good_text, both) == ["CDS164"]


def test_a_later_target_of_another_document_that_asks_less_is_a_warning(good_text: str) -> None:
    later = "due: 2031-12-31, at_least: 95, wording: 95% hồ sơ, document: "
    text = good_text.replace(*OTHER_DOCUMENT)
    for document, severity in (("nq-2", Severity.WARNING), ("nghi-quyet-1", Severity.ERROR)):
        [found] = read_plan_text(f"{text}      - {{{later}{document}}}\n", "p").problems
        assert (found.code, found.severity) == ("CDS165", severity)


@pytest.mark.parametrize("measure", ["flow", "growth"])
def test_what_is_counted_anew_each_year_may_fall(codes: Codes, measure: str) -> None:
    fewer = ("at_least: 100", "at_least: 80")
    assert codes(fewer) == ["CDS165"]
    assert codes(fewer, ("    bounds", f"    measure: {measure}\n    bounds")) == []
    stock = ("    bounds", "    measure: stock\n    bounds")
    assert codes(fewer, stock) == ["CDS165"]


@pytest.mark.parametrize("key", ["each_year", "average"])
def test_through_the_years_a_harder_target_may_not_be_followed_by_an_easier_one(
    codes: Codes, key: str
) -> None:
    first, second = ("at_least: 90", f"{key}_more_than: 10"), ("at_least: 100", f"{key}_at_least: ")
    assert codes(first, (second[0], f"{second[1]}10")) == ["CDS165"]
    assert codes(first, (second[0], f"{second[1]}11")) == []
    falling = ("direction: increase", "direction: decrease")
    assert codes(first, (second[0], f"{second[1]}11"), falling) == ["CDS155", "CDS155"]


def test_a_structure_takes_a_range_or_about(codes: Codes) -> None:
    none = ("direction: increase", "direction: none")
    for first in ("between: [30, 35]", "about: 33.1"):
        assert codes(none, ("at_least: 90", first), ("at_least: 100", "about: 33")) == []
    assert codes(none) == ["CDS155", "CDS155"]


@pytest.mark.parametrize(
    "declared",
    [
        "{at_least: 28, by: Sở Một, date: 2022-01-15}",
        "{between: [28, 32], by: Sở, date: 2022-01-15}",
    ],
)
def test_about_may_carry_a_threshold_that_somebody_chose(codes: Codes, declared: str) -> None:
    assert codes(("at_least: 90", f"about: 30\n        declared: {declared}")) == []
    assert codes(("at_least: 90", f"at_least: 50\n        declared: {declared}")) == ["CDS153"]


def test_points_are_of_a_percentage_and_stay_inside_the_bounds(codes: Codes) -> None:
    assert codes(("at_least: 90", "increase_by: 2 pp")) == []
    assert codes(("at_least: 90", "increase_by: 70 pp")) == ["CDS158", "CDS165"]
    assert codes(("unit: percent", "unit: index"), ("at_least: 90", "increase_by: 2 pp")) == [
        "CDS179"
    ]


def test_parts_need_not_fill_a_partial_whole_and_partial_stands_with_parts(codes: Codes) -> None:
    assert codes(("    unit", "    partial: true\n    unit")) == ["CDS153"]


def test_a_level_needs_a_name(codes: Codes) -> None:
    level = ("    unit", "    level: thon\n    unit")
    assert codes(level) == ["CDS176"]
    assert codes(level, ("pillars:", "levels: {thon: 'thôn, ấp'}\npillars:")) == []
    assert codes(("{vi: Sở Hai}", "{vi: Sở Hai, level: so}")) == ["CDS176"]


def test_a_kept_version_is_read_as_it_was_when_it_was_in_force(good_text: str) -> None:
    old = good_text.replace("    unit", "    level: thon\n    unit").replace(
        "value: 40", "value: 1.850"
    )
    assert [each.code for each in read_plan_text(old, "p").errors] == ["CDS101"]
    kept = read_plan_text(old, "p", kept=True).plan
    assert kept
    assert kept.indicators[0].baseline
    assert str(kept.indicators[0].baseline.value) == "1.850"


@pytest.mark.parametrize("number", ["1.850", "-1.850", "12.000", "999.999"])
def test_a_point_before_exactly_three_digits_is_refused(codes: Codes, number: str) -> None:
    assert codes(("value: 40", f"value: {number}"))[0] == "CDS101"


@pytest.mark.parametrize("number", ["0.850", "1234.567", "1.8500", "1.85", "1850", "-0.125"])
def test_a_number_with_one_reading_is_taken(codes: Codes, number: str) -> None:
    assert "CDS101" not in codes(("value: 40", f"value: {number}"), ("    bounds: [0, 100]\n", ""))


def test_a_quoted_sentence_is_the_wording_of_each_target_that_quotes_it(good_text: str) -> None:
    text = good_text.replace(
        "{title: Nghị quyết về chuyển đổi số,",
        "{title: Nghị quyết, quotes: {q1: 'Năm 2025 đạt 90%, năm 2030 đạt 100%'},",
    )
    text = text.replace("wording: 90% hồ sơ được xử lý trên mạng", "quote: q1")
    found = read_plan_text(
        text.replace("        wording: 100%", "        quote: q1\n        wording: 100%"), "p"
    )
    assert found.problems == ()
    assert found.plan
    first, second = found.plan.indicators[0].targets
    sentence = "Năm 2025 đạt 90%, năm 2030 đạt 100%"
    assert first.wording == (sentence,)
    assert second.wording == ("100% hồ sơ được xử lý trên mạng", sentence)
    assert quoted_sentence(found.plan, first, "q2") is None


def test_a_quote_of_a_broken_document_is_not_missed_as_well(codes: Codes) -> None:
    broken = ("nghi-quyet-1: {title:", "nghi-quyet-1: {quotes: {q1: x}, titel:")
    assert codes(broken, ("wording: 90% hồ sơ được xử lý trên mạng", "quote: q1")) == ["CDS102"]


def test_an_alias_is_of_one_indicator_or_body_alone(good_text: str) -> None:
    entry = good_text[good_text.index("  - id: ho-so") :]
    other = entry.replace("id: ho-so", "id: khac").replace("Hồ sơ xử lý trên mạng", "Hồ sơ giấy", 1)
    for aliases, codes in (
        ("[HS mạng]", []),
        ("[Hồ sơ giấy]", ["CDS177"]),
        ("[khac]", ["CDS177"]),
        ("[ho so giay, HS]", ["CDS177"]),
        ("Hồ sơ xử lý trên mạng", []),
    ):
        text = good_text.replace("    pillar", f"    aliases: {aliases}\n    pillar") + other
        assert [each.code for each in read_plan_text(text, "p").problems] == codes, aliases


@pytest.mark.parametrize(
    ("number", "wording"),
    [
        ("1850", "Kim ngạch đạt 1.850 triệu USD"),
        ("8.5", "tăng 8,5%"),
        ("9", "đưa 09 tuyến vào hoạt động"),
        ("100", "toàn bộ hồ sơ"),
        ("50", "một nửa số hộ"),
        ("3", "ba trung tâm"),
        ("13500", "13 500 ha"),
        ("1500000", "1,5 triệu người"),
    ],
)
def test_a_number_is_found_in_its_wording_however_it_is_written(
    changed: Changed, number: str, wording: str
) -> None:
    found = changed(
        ("    bounds: [0, 100]\n", ""),
        ("unit: percent", "unit: amount"),
        ("at_least: 90", f"at_least: {number}"),
        ("wording: 90% hồ sơ được xử lý trên mạng", f'wording: "{wording}"'),
        (SECOND, SECOND.replace("100", "9000000")),
        ("wording: 100%", "wording: 9000000"),
        ("    baseline: {date: 2020-12-31, value: 40}\n", ""),
    )
    assert found.problems == ()


@pytest.mark.parametrize("number", ["1.85", "18.5", "185", "2025.5"])
def test_a_number_that_is_not_in_the_wording_is_named(changed: Changed, number: str) -> None:
    found = changed(
        ("at_least: 90", f"at_least: {number}"),
        ("wording: 90% hồ sơ được xử lý trên mạng", 'wording: "Năm 2025 đạt 1.850 triệu USD"'),
        ("    bounds: [0, 100]\n", ""),
        ("    baseline: {date: 2020-12-31, value: 40}\n", ""),
        ("unit: percent", "unit: amount"),
        (SECOND, SECOND.replace("100", "9000000")),
        ("wording: 100%", "wording: 9000000"),
    )
    [problem] = found.problems
    assert (problem.code, problem.severity) == ("CDS197", Severity.ADVICE)
    assert problem.facts["found"] == "2025, 1.850"


def test_a_plan_of_almost_eight_mebibytes_is_read(good_text: str) -> None:
    begin = good_text.index("  - id: ho-so")
    entry, long = good_text[begin:], "định nghĩa " * 1500
    entries = (
        entry.replace("id: ho-so", f"id: ho-so-{number}").replace(
            "    unit:", f"    definition: {long}\n    unit:"
        )
        for number in range(335)
    )
    text = good_text[:begin] + "".join(entries)
    assert 7_400_000 < len(text.encode()) < 8 * 1024 * 1024
    found = read_plan_text(text, "p")
    assert found.plan
    assert len(found.plan.indicators) == 335


def test_of_two_promises_for_one_day_each_keeps_its_own_in_the_difference(good_text: str) -> None:
    promise = "      - {due: 2025-12-31, more_than: 90, wording: trên 90% hồ sơ, document: nq-2}\n"
    before = good_text.replace(*OTHER_DOCUMENT) + promise
    after = before.replace("more_than: 90", "more_than: 95")
    plans = [read_plan_text(text, "p").plan for text in (before, after)]
    assert plans[0]
    assert plans[1]
    changes = plan_changes(plans[0], plans[1])
    assert [(each.how, each.before) for each in changes] == [
        (PlanChangeKind.RAISED, plans[0].indicators[0].targets[2])
    ]


def test_parts_of_a_partial_whole_may_be_less_and_may_not_be_more(good_text: str) -> None:
    entry = good_text[good_text.index("  - id: ho-so") :].replace("unit: percent", "unit: count")
    whole = entry.replace("    unit", "    sum_of: [mot, hai]\n    partial: true\n    unit")
    parts = "".join(entry.replace("id: ho-so", f"id: {id_}") for id_ in ("mot", "hai"))
    plan = read_plan_text(good_text[: good_text.index("  - id: ho-so")] + whole + parts, "p").plan
    assert plan

    def found(**values: int) -> list[str]:
        sums = Sums(plan)
        for id_, value in values.items():
            day = Period.day(date(2023, 12, 31))
            number = Decimal(value)
            indicator = id_.replace("_", "-")
            sums.add(
                [Observation(indicator=indicator, org_unit="tinh-mau", period=day, value=number)]
            )
        return [each.problem.code for each in sums.findings()]

    assert found(ho_so=100, mot=60, hai=30) == []
    assert found(ho_so=100, mot=60) == []
    assert found(ho_so=100, mot=60, hai=41) == ["CDS501"]
    assert found(ho_so=100, mot=101) == ["CDS501"]
