"""However many figures there are, the daily questions are answered by index."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Select
from sqlalchemy.dialects import sqlite

from cdstrack.core.record.acts import Act
from cdstrack.core.record.observation import Cell, Observation
from cdstrack.store.ledger import open_writer
from cdstrack.store.query import acts as act_queries
from cdstrack.store.query import observations as queries
from cdstrack.store.query.acts import Acts
from cdstrack.store.query.observations import Wanted

NOON = datetime(2022, 8, 21, 12, tzinfo=UTC)
CELL = Cell("ho-so", "tinh-mau", "", "2022-07")
BY_CELL = "indicator=? AND org_unit=? AND disaggregation=? AND period=?"
QUESTIONS: dict[str, Select[Any]] = {
    "figures of a unit": queries.current(Wanted(org_unit="tinh-mau")),
    "figures of a unit, whole": queries.current(Wanted(org_unit="tinh-mau", whole_only=True)),
    "figures of some indicators": queries.current(Wanted(indicators=["a", "b"])),
    "figures of a unit and indicators": queries.current(
        Wanted(org_unit="tinh-mau", indicators=["a", "b"])
    ),
    "figures as known at": queries.current(
        Wanted(org_unit="tinh-mau", indicators=["a", "b"], known_at=NOON)
    ),
    "a cell": queries.latest_in_cell(CELL, None),
    "a cell as known at": queries.latest_in_cell(CELL, NOON),
    "revisions": queries.revisions(CELL, None),
    "a figure": queries.observation(1),
    "changes": queries.before_and_after(1, None),
    "a submission": act_queries.submission(1),
    "the last submission": act_queries.last_submission(None),
    "the last submission known at": act_queries.last_submission(NOON),
    "the log": act_queries.submissions(Acts(limit=20)),
    "the log of an indicator": act_queries.submissions(Acts(indicator="a", limit=20)),
    "the undos": act_queries.undos(None),
    "a plan": act_queries.plan_text("d1"),
    "the last instant": act_queries.last_true_instant(),
    "instants from": act_queries.instants_from(NOON),
}


@pytest.fixture
def plans(
    store: Path, act: Callable[..., Act], figure: Callable[..., Observation]
) -> Iterator[Callable[[str], list[str]]]:
    """How SQLite goes about a statement; steps through all of a large table are kept apart."""
    with open_writer(store) as ledger:
        ledger.append(act(), [figure()])
    with closing(sqlite3.connect(store)) as connection:

        def steps(statement: str) -> list[str]:
            found = connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
            return [detail for *_, detail in found]

        yield steps


def written_out(statement: Select[Any]) -> str:
    dialect = sqlite.dialect()
    return str(statement.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_daily_question_goes_through_all_figures(
    plans: Callable[[str], list[str]], question: str
) -> None:
    steps = plans(written_out(QUESTIONS[question]))
    assert steps
    through_all = [step for step in steps if step.startswith("SCAN") and "observation" in step]
    assert through_all == []
    assert not [step for step in steps if step.startswith("SCAN row")]


def test_the_latest_revision_is_the_last_entry_of_the_cell_in_the_index(
    plans: Callable[[str], list[str]],
) -> None:
    steps = plans(written_out(QUESTIONS["figures of a unit and indicators"]))
    overtaken = f"SEARCH later USING COVERING INDEX observation_cell ({BY_CELL} AND rowid>?)"
    assert overtaken in steps
    (step,) = plans(written_out(QUESTIONS["a cell"]))
    assert step == f"SEARCH observation USING INDEX observation_cell ({BY_CELL})"


def test_five_hundred_cells_are_looked_up_one_by_one_in_the_index(
    plans: Callable[[str], list[str]],
) -> None:
    steps = plans(queries.latest_in_cells(500).replace("?", "''"))
    assert [step for step in steps if step.startswith("SEARCH")] == [
        "SEARCH row USING INTEGER PRIMARY KEY (rowid=?)",
        f"SEARCH later USING COVERING INDEX observation_cell ({BY_CELL})",
    ]


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
        found = ledger.current(org_unit="tinh-mau", whole_only=True)
        assert [kept.indicator for kept in found] == [f"chi-tieu-{n}" for n in range(5)]
        assert {kept.org_unit for kept in found} == {"tinh-mau"}
        assert len(ledger.current(org_unit="tinh-mau")) == 10
        assert len(ledger.current(indicators=["chi-tieu-1"])) == 4
        assert ledger.current(indicators=[]) == []
        assert len(list(ledger.figures())) == 20
