"""However many figures there are, the daily questions are answered by index."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.conftest import Golden

from cdstrack.core.record.acts import Act
from cdstrack.core.record.observation import Observation
from cdstrack.store.ledger import open_writer
from cdstrack.store.query import compiled, text_file
from cdstrack.store.query.compiling import DIALECTS, written_out

ONLY_IN_FILES = True

BY_CELL = "indicator=? AND org_unit=? AND disaggregation=? AND period=?"
OF_ALL_FIGURES = {
    *("current()", "current(known_at)", "by_cell()", "by_cell(known_at)"),
    *("periods()", "count_in_periods(periods)"),
    "series_touched(documents, since, submissions, until)",
}
"""Questions that are answered with every figure."""
QUESTIONS = compiled("sqlite")


@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_questions_are_written_out_as_the_selects_have_them(
    golden: Golden, dialect: str
) -> None:
    golden(text_file(dialect), written_out(dialect))


@pytest.fixture
def plans(
    store: Path, act: Callable[..., Act], figure: Callable[..., Observation]
) -> Iterator[Callable[[str], list[str]]]:
    """How SQLite goes about a question, step by step."""
    with open_writer(store) as ledger:
        ledger.append(act(), [figure()])
    with closing(sqlite3.connect(store)) as connection:

        def steps(question: str) -> list[str]:
            names = question.partition("(")[2].rstrip(")").split(", ")
            sql = re.sub(r"\[(\w+)\]", r":\1", QUESTIONS[question])
            found = connection.execute(f"EXPLAIN QUERY PLAN {sql}", dict.fromkeys(names, 1))
            return [detail for *_, detail in found]

        yield steps


@pytest.mark.parametrize("question", sorted(set(QUESTIONS) - OF_ALL_FIGURES))
def test_no_other_question_goes_through_all_figures(
    plans: Callable[[str], list[str]], question: str
) -> None:
    steps = plans(question)
    assert steps
    tables = ("observation", "this", "later", "previous", "earlier", "latest", "other")
    small = question.startswith(("documents(", "acknowledgements("))
    assert small or not [
        step for step in steps if step.startswith("SCAN") and step.split()[1] in tables
    ]


def test_the_latest_revision_is_the_last_entry_of_the_cell_in_the_index(
    plans: Callable[[str], list[str]],
) -> None:
    steps = plans("current(indicators, org_unit)")
    overtaken = f"SEARCH later USING COVERING INDEX observation_cell ({BY_CELL} AND rowid>?)"
    assert overtaken in steps
    (step,) = plans("latest_in_cell(disaggregation, indicator, org_unit, period)")
    assert step == f"SEARCH observation USING INDEX observation_cell ({BY_CELL})"


def test_the_figures_of_a_unit_are_found_though_the_index_begins_with_the_indicator(
    store: Path, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    units = ("tinh-mau", "tinh-khac")
    figures = [
        figure(str(n), indicator=f"chi-tieu-{n}", org_unit=unit, disaggregation=part)
        for n in range(5)
        for unit in units
        for part in ("", "sector=du-lich")
    ]
    with open_writer(store) as ledger:
        ledger.append(act(), figures)
        found = ledger.current(org_unit="tinh-mau")
        assert [kept.indicator for kept in found[::2]] == [f"chi-tieu-{n}" for n in range(5)]
        assert {kept.org_unit for kept in found} == {"tinh-mau"}
        assert len(found) == 10
        assert len(ledger.current(indicators=["chi-tieu-1"])) == 4
        assert ledger.current(indicators=[]) == []
        assert len(list(ledger.figures())) == 20
