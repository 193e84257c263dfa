"""What a wrong number, date or id is answered with: how to write what was probably meant."""

from collections.abc import Callable

import pytest

from cdstrack.files.plan.plan_file import PlanFile
from cdstrack.words.problems.sentences import remedy, sentence

Changed = Callable[..., PlanFile]


def advice(found: PlanFile) -> str:
    [problem] = found.problems
    return remedy(problem, "en")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ('"85,5 %"', "Write 85.5 (decimal point, no percent sign); the unit is already percent."),
        ("85%", "Write 85 (decimal point, no percent sign); the unit is already percent."),
        ("'67,84'", "Write 67.84."),
        ("010", "Write 10."),
        ("1_000", "Write 1000."),
        ("1e3", "Write 1000."),
        ("1.5E+3", "Write 1500."),
        ("+84", "Write 84."),
        (".5", "Write 0.5."),
        ("1 446", "Write 1446."),
        ("1.446.000", "Write 1446000 (no thousands separator, decimal point)."),
        ("1,446,000", "Write 1446000 (no thousands separator, decimal point)."),
        ("'1.446,5'", "Write 1446.5 (no thousands separator, decimal point)."),
        ("'1,446'", "Write 1.4460 (a decimal number) or 1446 (no thousands separator)."),
        ("12:30", "This is a time of day; write a number such as 85.5."),
        ('">= 80"', "Write `at_least: 80`; the comparison belongs in the key, not in the value."),
        ("trên 80%", "Write `more_than: 80`; the comparison belongs in the key, not in the value."),
        (
            "tối đa 5,5",
            "Write `at_most: 5.5`; the comparison belongs in the key, not in the value.",
        ),
        ("90 phần trăm", "Write 90 (decimal point, no percent sign); the unit is already percent."),
        ("1850 triệu USD", "Write 1850; “triệu USD” belongs in `unit_label`."),
        ("khoảng 30", "Write `about: 30`; the comparison belongs in the key, not in the value."),
        (
            "6 - 6,5",
            "Write `between: [6, 6.5]`; the comparison belongs in the key, not in the value.",
        ),
        (
            "6,0%-6,5%",
            "Write `between: [6.0, 6.5]`; the comparison belongs in the key, not in the value.",
        ),
        (
            "8%/năm",
            "Write `each_year_at_least: 8`; the comparison belongs in the key, not in the value.",
        ),
        (
            "bình quân trên 11,5%/năm",
            "Write `average_more_than: 11.5`; the comparison belongs in the key, not in the value.",
        ),
        (
            "gấp đôi",
            "Write `increase_by: 100%`; the comparison belongs in the key, not in the value.",
        ),
        (
            "80 trở lên",
            "Write `at_least: 80`; the comparison belongs in the key, not in the value.",
        ),
        ("chín mươi", "Write digits with a decimal point, such as 85.5."),
        ("1e999999999", "Write digits with a decimal point, such as 85.5."),
        (".inf", "Write digits with a decimal point, such as 85.5."),
        ("٣", "Write digits with a decimal point, such as 85.5."),
    ],
)
def test_a_number_typed_in_another_way_is_rewritten(
    changed: Changed, typed: str, answer: str
) -> None:
    assert advice(changed(("at_least: 90", f"at_least: {typed}"))) == answer


def test_outside_percent_the_remedy_does_not_speak_of_percent(changed: Changed) -> None:
    found = changed(("unit: percent", "unit: amount"), ("at_least: 90", "at_least: 90 %"))
    assert advice(found) == "Write 90 (decimal point, no percent sign)."


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("31/12/2025", "Write 2025-12-31 (year-month-day)."),
        ("31-12-2025", "Write 2025-12-31 (year-month-day)."),
        ("2025-2-3", "Write 2025-02-03 (year-month-day)."),
        ("20251231", "Write 2025-12-31 (year-month-day)."),
        ("2025", "Write 2025-12-31 for the end of 2025."),
        ("2025-02-30", "Month 2025-02 has 28 days."),
        ("31/11/2025", "Month 2025-11 has 30 days."),
        ("2025-13-31", "There is no month 13."),
        ("0000-01-01", "There is no year 0000."),
        ("2025-12-31T00:00:00", "Write year-month-day, such as 2025-12-31."),
        ("cuối năm 2025", "Write 2025-12-31 for the end of 2025."),
        ("giai đoạn 2021-2025", "Write 2025-12-31 for the end of 2025."),
        ("quý III/2025", "Write 2025-09-30 for the end of quý III/2025."),
        ("6/2025", "Write 2025-06-30 for the end of 6/2025."),
        ("13/2025", "There is no month 13."),
        ("mai", "Write year-month-day, such as 2025-12-31."),
    ],
)
def test_a_date_typed_in_another_way_is_rewritten(
    changed: Changed, typed: str, answer: str
) -> None:
    assert advice(changed(("due: 2025-12-31", f"due: {typed}"))) == answer


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("Hồ sơ Đồng bộ", "Write ho-so-dong-bo:"),
        ("ho_so", "Write ho-so:"),
        ("HO-SO", "Write ho-so:"),
        ("'-'", "Use lower-case letters"),
    ],
)
def test_a_name_in_place_of_an_id_is_turned_into_one(
    changed: Changed, typed: str, answer: str
) -> None:
    assert advice(changed(("id: ho-so", f"id: {typed}"))).startswith(answer)


def test_a_decimal_comma_inside_braces_is_recognised_by_the_key_it_makes(
    changed: Changed,
) -> None:
    found = changed(("value: 40}", "value: 40,5}"))
    assert advice(found).startswith("Inside { } a comma separates keys;")


def test_a_key_from_the_python_side_is_no_key_of_the_file(changed: Changed) -> None:
    found = changed(("at_least: 90", "each_year_at_least: 5\n        from_: 2021"))
    assert [problem.code for problem in found.problems] == ["CDS102"]
    assert advice(found) == "Write `from: 2021`."


@pytest.mark.parametrize("word", ["y", "n", "no", "on"])
def test_an_id_that_yaml_takes_for_yes_or_no_is_refused_with_that_reason(
    changed: Changed, word: str
) -> None:
    [problem] = changed(("- id: ho-so", f"- id: {word}")).problems
    assert problem.code == "CDS112"
    assert sentence(problem, "vi") == (
        f'mã "{word}" trong YAML cũng có nghĩa là có, không hoặc trống: chương trình khác sẽ đọc '
        "thành như vậy"
    )
    assert remedy(problem, "en") == f"Make it longer, such as chi-tieu-{word}."


def test_an_id_that_is_a_number_is_refused_with_that_reason(changed: Changed) -> None:
    [problem] = changed(("- id: ho-so", "- id: 2025")).problems
    assert sentence(problem, "en") == (
        'the id "2025" is a number: other programs would read it as one'
    )
    assert remedy(problem, "en") == "Add a word to it, such as nam-2025."


def test_a_text_with_a_comma_inside_braces_is_told_to_need_quotes(changed: Changed) -> None:
    found = changed(("{vi: Hồ sơ xử lý trên mạng}", "{vi: Hồ sơ, văn bản}"))
    assert advice(found).endswith("put a text with a comma in quotes.")
    plain = changed(("    frequency: quarterly", "    phần trăm:\n    frequency: quarterly"))
    assert advice(plain).startswith("Keys allowed here:")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("[35,5, 40]", "Inside [ ] a comma separates the two numbers;"),
        ("35-40", "Write `between: [35, 40]`."),
        ("35,5 – 40%", "Write `between: [35.5, 40]`."),
        ("35 đến 40", "Write `between: [35, 40]`."),
        ("khoảng 40", "Write it like `between: [35, 40]`."),
    ],
)
def test_a_range_typed_in_another_way_is_rewritten(
    changed: Changed, typed: str, answer: str
) -> None:
    assert advice(changed(("at_least: 90", f"between: {typed}"))).startswith(answer)


def test_a_colon_before_a_brace_is_told_what_it_lacks(changed: Changed) -> None:
    [problem] = changed(("value: 40}", "value:}")).problems
    assert problem.code == "CDS133"
    assert remedy(problem, "en").startswith("Write `key: value`")


def test_indentation_by_no_break_spaces_is_named_and_hides_nothing_else(changed: Changed) -> None:
    found = changed(
        ("    unit: percent", "\u00a0\u00a0  unit: percent"),
        ("at_least: 90", "at_least: 190"),
        ("wording: 90%", "wording: 190%"),
    )
    assert [(each.code, each.place and each.place.line) for each in found.problems] == [
        ("CDS131", 19),
        ("CDS158", 27),
        ("CDS165", 31),
    ]
    assert "U+00A0 NO-BREAK SPACE" in sentence(found.problems[0], "en")


@pytest.mark.parametrize("id_", ["1e5", "2025", "0x1f", "2021-01-01", "no"])
def test_an_id_that_other_programs_read_as_something_else_is_refused(
    changed: Changed, id_: str
) -> None:
    assert [each.code for each in changed(("id: ho-so", f"id: {id_}")).problems] == ["CDS112"]


@pytest.mark.parametrize("id_", ["1e5-x", "a1", "2021-q1", "e5"])
def test_an_id_with_a_word_in_it_is_taken(changed: Changed, id_: str) -> None:
    assert changed(("id: ho-so", f"id: {id_}")).problems == ()
