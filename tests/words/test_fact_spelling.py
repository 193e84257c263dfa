"""Numbers, days and periods in a sentence are written as its language writes them."""

import re
from pathlib import Path

import pytest
from tests.conftest import Run

from cdstrack.core.problem import Problem
from cdstrack.words.problems.facts import NUMBERS, SIZES
from cdstrack.words.problems.sentences import FAMILIES, remedy, sentence, texts

OF_FILES, OF_OPTIONS = "1389", "0"
QUOTED = {"value", "entered", "typed"}
CODES = [(code, family) for family in FAMILIES for code in texts(family)]
_FACT = re.compile(r"\{([a-z_]+)\}")


def names(code: str) -> set[str]:
    """The facts that any of the sentences of a code names."""
    return {name for text in texts(code[3])[code] for name in _FACT.findall(text)}


def said(code: str, facts: dict[str, str], language: str) -> str:
    problem = Problem(code, facts)
    return f"{sentence(problem, language)} {remedy(problem, language)}"


@pytest.mark.parametrize("code", [code for code, family in CODES if family != OF_OPTIONS])
def test_what_the_program_counts_and_computes_is_written_in_the_language(code: str) -> None:
    own = SIZES if code[3] in OF_FILES else NUMBERS | SIZES
    facts = dict.fromkeys(names(code) & own, "1234.5")
    vietnamese, english = (said(code, facts, language) for language in ("vi", "en"))
    assert "1234" not in vietnamese + english
    assert "1,234.5" not in vietnamese
    assert "1.234,5" not in english


@pytest.mark.parametrize("code", [code for code, family in CODES if family not in OF_FILES])
def test_periods_and_days_are_written_in_the_language(code: str) -> None:
    facts = dict.fromkeys(names(code) - QUOTED, "2022-07-31")
    assert "2022-07-31" not in said(code, facts, "vi")


def test_an_instant_names_its_zone() -> None:
    facts = {"act": "3", "at": "2025-03-10T05:00:00.000001Z", "by": "lan"}
    said = [sentence(Problem("CDS511", facts), language) for language in ("vi", "en")]
    assert "10/03/2025 05:00:00 UTC" in said[0]
    assert "2025-03-10 05:00:00 UTC" in said[1]


def test_what_was_typed_is_quoted_as_it_was() -> None:
    facts = {"value": "71.2", "indicator": "ho-so", "bounds": "0.5–1234.5"}
    assert sentence(Problem("CDS203", facts), "vi") == (
        '"71.2" nằm ngoài giới hạn của ho-so: 0,5–1.234,5'
    )


def test_ids_and_signs_beside_numbers_stay_as_they_are() -> None:
    facts = {"total": "-0.5", "sum": "1500", "parts": "muc-3-4 1499.5 + b2 0.5"}
    assert sentence(Problem("CDS501", facts), "vi") == (
        "tổng ghi là -0,5, nhưng các phần cộng lại là 1.500: muc-3-4 1.499,5 + b2 0,5"
    )


_POINTED = re.compile(r"\d\.\d(?!\d\d\b)")
"""A decimal point, as Vietnamese writes none; thousands are grouped by points."""


_TO_TYPE = re.compile(r"cdstrack .*|^ *\d+ \|.*$", re.MULTILINE)
"""Commands, which are copied, and lines of files."""


def test_no_sentence_about_acts_has_a_decimal_point(sample: Path, run: Run) -> None:
    del sample
    run("init")
    acts = [
        ("record", "ho-so-cap-tinh", "71,2", "--on", "2022-05"),
        ("record", "ho-so-cap-tinh", "71,4", "--on", "2022-05"),
        ("record", "ho-so-cap-tinh", "8,5", "--on", "2022-06"),
        ("record", "ho-so-cap-tinh", "0,75", "--on", "2022-07"),
        ("correct", "ho-so-cap-tinh", "171,5", "--on", "2022-06", "--reason", "x"),
        ("record", "ho-so-cap-tinh", "68,2=1481/1542", "--on", "2022-04"),
        ("import", "figures.csv"),
        ("check",),
        ("log", "-p"),
    ]
    said = [answer.out + answer.err for act in acts for answer in [run(*act, "--lang", "vi")]]
    told = _TO_TYPE.sub("", "\n".join(said))
    assert "8,5" in told
    assert not [line for line in told.splitlines() if _POINTED.search(line)]
