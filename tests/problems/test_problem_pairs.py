"""Every problem that a plan file can have: a file that has it, and what is said about it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from tests.conftest import Golden

from cdstrack.core.problem import Problem, RefusedError
from cdstrack.files.plan.reader import read_plan
from cdstrack.render.problems import render_problems
from cdstrack.words.problems.sentences import FAMILIES, Sentences, remedy, sentence, texts

HERE = Path(__file__).parent
SOURCES = HERE.parents[1] / "src/cdstrack"
PLAN_CODES = sorted({**texts("1"), **texts("9")})
ALL_TEXTS = [
    pytest.param(code, found, id=code)
    for family in FAMILIES
    for code, found in texts(family).items()
]
LAYOUT_WIDTH = 100

BadPlan = Callable[[str], Path]


def problems_in(path: Path) -> tuple[Problem, ...]:
    try:
        return read_plan(path).problems
    except RefusedError as refused:
        return tuple(refused.problems)


def test_the_good_plan_has_no_problem_and_no_advice() -> None:
    assert problems_in(HERE / "good.yaml") == ()


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("code", PLAN_CODES)
def test_a_bad_plan_is_answered_with_exactly_this(
    code: str, language: str, bad_plan: BadPlan, golden: Golden
) -> None:
    problems = problems_in(bad_plan(code))
    if code == "CDS142":  # what this one says is that there are more than are shown
        problems = problems[-1:]
    said = render_problems(problems, language, LAYOUT_WIDTH) + "\n"

    assert [problem.code for problem in problems] == [code]
    golden(HERE / f"{code}.{language}.txt", said)


@pytest.mark.parametrize("path", sorted(HERE.glob("CDS1[34]*.yaml")), ids=lambda path: path.stem)
def test_without_the_fast_parser_the_answer_is_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fast = read_plan(path).problems
    monkeypatch.setattr("cdstrack.files.yaml.tree._LOADER", yaml.SafeLoader)
    slow = read_plan(path).problems
    assert [problem.code for problem in slow] == [problem.code for problem in fast]
    assert [problem.place and problem.place.line for problem in slow] == [
        problem.place and problem.place.line for problem in fast
    ]


def test_every_bad_plan_in_the_folder_belongs_to_a_code() -> None:
    kept = {path.name.split(".")[0] for path in HERE.glob("CDS*.*")}
    assert kept == set(PLAN_CODES)


def test_every_code_that_the_plan_s_rules_and_reader_use_has_its_sentences() -> None:
    modules = [*SOURCES.glob("core/checks/*.py"), *SOURCES.glob("files/[pty]*/*.py")]
    used = {
        code for path in modules for code in re.findall(r"CDS[19]\d\d", path.read_text("utf-8"))
    }
    assert used == set(PLAN_CODES)


@pytest.mark.parametrize(("code", "found"), ALL_TEXTS)
def test_every_sentence_exists_in_both_languages_and_asks_for_the_same_facts(
    code: str, found: Sentences
) -> None:
    def facts(text: str) -> set[str]:
        asked = re.findall(r"\{([a-z_]+)\}|\[([a-z_]+)\] ", text)
        return {(shown or only_asked).removesuffix("_vi") for shown, only_asked in asked}

    assert re.fullmatch(r"CDS\d{3}", code)
    assert all(found[:2]), "a sentence is missing"
    assert bool(found.fix_vi) == bool(found.fix_en)
    assert facts(found.vi) == facts(found.en)
    assert facts(found.fix_vi) == facts(found.fix_en)


@pytest.mark.parametrize("code", PLAN_CODES)
def test_no_sentence_about_a_bad_plan_lacks_a_fact(code: str, bad_plan: BadPlan) -> None:
    for problem in problems_in(bad_plan(code)):
        for language in ("vi", "en"):
            said = sentence(problem, language) + remedy(problem, language)
            assert not re.search(r"\{(?!vi:|date:|sector:| )[a-z_]+\}|\[[a-z_]+\] ", said)
