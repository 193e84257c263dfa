"""How a problem is laid out: place, code, sentence, excerpt with a caret, remedy."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cdstrack.core.problem import Place, Problem, Severity
from cdstrack.render.problems import render_problem, render_problems

FACTS = {"value": "85,5 %", "percent": "85.5"}


def at(line: str, column: int, before: str = "") -> Problem:
    place = Place("targets.yaml", 11, column, ((10, before), (11, line)))
    return Problem("CDS104", FACTS, place=place)


def columns(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(each) in "WF" for each in text)
    return len(text) + wide - sum(unicodedata.combining(each) > 0 for each in text)


def excerpt_of(shown: str) -> list[str]:
    """The lines of the file and the one of the caret."""
    return [line for line in shown.splitlines() if re.match(r"[ \d]{5} \|", line)]


def test_the_layout_is_that_of_the_contract() -> None:
    line = '    targets: [{due: 2025-12-31, at_least: "85,5 %"}]'
    assert render_problem(at(line, 43, "    unit: percent"), "en") == (
        'targets.yaml:11:43: CDS104 target value is not a number: "85,5 %"\n'
        "   10 |     unit: percent\n"
        '   11 |     targets: [{due: 2025-12-31, at_least: "85,5 %"}]\n'
        "      |                                           ^\n"
        "  Write 85.5 (decimal point, no percent sign); the unit is already percent."
    )


def test_without_a_place_there_are_code_sentence_and_remedy() -> None:
    assert render_problem(Problem("CDS104", FACTS), "en") == (
        'CDS104 target value is not a number: "85,5 %"\n'
        "  Write 85.5 (decimal point, no percent sign); the unit is already percent."
    )


@pytest.mark.parametrize(
    ("severity", "language", "begins"),
    [
        (Severity.WARNING, "vi", "CDS104 cảnh báo: giá trị"),
        (Severity.WARNING, "en", "CDS104 warning: target"),
        (Severity.ADVICE, "vi", "CDS104 khuyến nghị: giá trị"),
        (Severity.ADVICE, "en", "CDS104 advice: target"),
        (Severity.ERROR, "vi", "CDS104 giá trị"),
    ],
)
def test_what_is_no_error_says_so(severity: Severity, language: str, begins: str) -> None:
    shown = render_problem(Problem("CDS104", FACTS, severity), language)
    assert shown.startswith(begins)


def test_in_a_workbook_the_sheet_is_named() -> None:
    problem = Problem("CDS104", FACTS, place=Place("a.xlsx", 3, 2, sheet="Số liệu"))
    assert render_problem(problem, "en").startswith("a.xlsx: Số liệu!B3: CDS104")


@pytest.mark.parametrize("line", ["Việt Nam: x", "e\u0302e\u0302: x", "中文中文: x", "\t\tab: x"])
def test_the_caret_stands_under_its_letter_whatever_stands_before_it(line: str) -> None:
    shown = render_problem(at(line, line.index("x") + 1), "en").splitlines()
    assert columns(shown[3][: shown[3].index("^")]) == columns(shown[2][: shown[2].index("x")])


def test_a_long_line_is_cropped_around_the_caret() -> None:
    line = "a" * 60 + " here " + "b" * 60
    shown = excerpt_of(render_problem(at(line, 62), "en", 48))
    assert shown[1] == "   11 | …aaaaaaaaaaaaaaaaaa here bbbbbbbbbbbbbb…"
    assert shown[2].index("^") == shown[1].index("here")


def test_the_caret_of_a_mark_stands_under_its_letter() -> None:
    shown = render_problem(at("::::::::::::::::中中中\u0301", 20), "vi", 30)
    _, line, caret = excerpt_of(shown)
    assert columns(line) == 30
    assert caret == "      | " + " " * 20 + "^"


@example(line=":\u0301:::::::::::中:::::::中", column=15, width=30)
@given(
    line=st.text(st.sampled_from("abê中 \t\u0301\u200b:"), min_size=1, max_size=200),
    column=st.integers(1, 200),
    width=st.integers(30, 120),
)
def test_nothing_is_wider_than_asked_and_the_caret_is_always_inside(
    line: str, column: int, width: int
) -> None:
    column = min(column, len(line))
    shown = render_problem(at(line, column), "vi", width)
    assert all(columns(each) <= width for each in shown.splitlines())
    assert excerpt_of(shown)[2].endswith("^")


def test_a_command_to_type_is_broken_only_where_a_line_is_shorter() -> None:
    problem = Problem("CDS717", {})
    assert render_problem(problem, "en", 44) == (
        "CDS717 there is only one version of the\n"
        "  plan, so nothing to compare\n"
        "  Give two versions:\n"
        "    cdstrack plan diff BEFORE AFTER (digest,\n"
        "    date or file)."
    )


def test_facts_are_shown_and_never_obeyed() -> None:
    value = "{percent} [/] [red]x\x1b[31m\u202e\n{0.__class__}"
    shown = render_problem(Problem("CDS104", {"value": value}), "en")
    assert shown.splitlines()[0] == (
        'CDS104 target value is not a number: "{percent} [/] [red]x {0.__class__}"'
    )


def test_a_fact_of_a_page_is_cut() -> None:
    shown = render_problem(Problem("CDS104", {"value": "9" * 5000}), "en")
    assert len(shown.splitlines()[0]) < 400


def test_several_problems_stand_under_one_another() -> None:
    problem = Problem("CDS104", FACTS)
    assert render_problems([problem, problem], "en") == "\n".join(
        [render_problem(problem, "en")] * 2
    )
