"""A page that lists the newest figures: it says what it would say if all had been made.

Laws over plans with mergers, and records with late, corrected, withdrawn and odd figures; and how
few figures are made of very many.
"""

import tempfile
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.server import TestServer
from tests.units.test_units_of_area import communes_with
from tests.units.unit_records import AREA, FIRST, Entries, recorded, records, some_days

from cdstrack.cli.app.workspace import Basis, Workspace
from cdstrack.cli.use_cases.indicator import explain_indicator, show_indicator
from cdstrack.cli.use_cases.reports import league_from
from cdstrack.core.derived.figures import derive, sources_of
from cdstrack.core.derived.rollup import roll_up_of, unit_figures
from cdstrack.core.plan.model import MethodName, Plan
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.core.reports.cell_history import CellHistory
from cdstrack.core.reports.explain import Explanation
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.reports.indicator_detail import IndicatorDetail
from cdstrack.core.reports.league import as_listed, build_league
from cdstrack.core.units.tree import units_of
from cdstrack.core.verdict.grounds import Exclusion, ObservationUse
from cdstrack.files.plan.plan_file import PlanFile
from cdstrack.store.address import Address, read_address
from cdstrack.store.ledger import open_reader
from cdstrack.store.rows import mapping


def workspace_of(plan: Plan, store: Address) -> Workspace:
    return Workspace(PlanFile(plan, "schema: 1\n", "d1", (), "vi"), store)


def bases(until: date, acts: list[Entries]) -> list[Basis]:
    half = FIRST + timedelta(days=3 * (len(acts) // 2))
    return [Basis(until), Basis(until, half)]


def told(cells: Iterable[CellHistory]) -> list[tuple[object, ...]]:
    """Cells with their acts, which are the same whatever other acts are known."""
    return [(each.cell, each.now, each.revisions) for each in cells]


def hold_the_law_of_pages(place: Address, plan: Plan, acts: list[Entries], until: date) -> None:
    workspace = workspace_of(plan, place)
    for basis in bases(until, acts):
        for indicator in plan.by_id:
            whole = show_indicator(workspace, basis, indicator)
            for most in (1, 3, 1000):
                page = show_indicator(workspace, basis, indicator, most=most)
                assert told(page.cells) == told(whole.cells[-most:])
                assert page.older + len(page.cells) == len(whole.cells)
                doubts = whole.doubts_of(whole.cells[-most:])
                assert dict(page.doubts_of(page.cells)) == dict(doubts)
                assert (page.item, page.series, page.stops) == (
                    whole.item,
                    whole.series,
                    whole.stops,
                )
                assert page.league == whole.league


def hold_the_law_of_reasons(place: Address, plan: Plan, acts: list[Entries], until: date) -> None:
    workspace = workspace_of(plan, place)
    for basis in bases(until, acts):
        for indicator in plan.by_id:
            whole = explain_indicator(workspace, basis, indicator)
            for most in (1, 3, 1000):
                page = explain_indicator(workspace, basis, indicator, most=most)
                assert page.item == whole.item
                for one, other in zip(page.targets, whole.targets, strict=True):
                    assert list(one.left_out.items()) == list(other.left_out.items())
                    assert list(one.figures) == listed_of(other.figures, most)
                assert has_same_figures(page) == has_same_figures(whole)


ELSEWHERE = {Exclusion.OF_UNIT, Exclusion.OTHER_AREA}


def listed_of(uses: Iterable[ObservationUse], most: int) -> list[ObservationUse]:
    """Those about the area, and of the others the newest of each reason."""
    kept: list[ObservationUse] = []
    left = dict.fromkeys(ELSEWHERE, most)
    for use in reversed(list(uses)):
        if use.left_out in ELSEWHERE:
            left[use.left_out] -= 1
            if left[use.left_out] < 0:
                continue
        kept.append(use)
    return kept[::-1]


def has_same_figures(explanation: Explanation) -> list[bool]:
    targets = explanation.targets
    return [one.figures == other.figures for one, other in pairwise(targets)]


def hold_the_law_of_leagues(place: Address, plan: Plan, acts: list[Entries], until: date) -> None:
    title = plan.plan.title
    with open_reader(place) as ledger:
        for basis in bases(until, acts):
            header = ReportHeader(
                "league", "mau", title, "d1", until, None, MethodName.LINEAR, "UTC"
            )
            for indicator in plan.indicators:
                sources = sources_of(plan, (indicator.id,))
                all_of_it = ledger.current(indicators=sources, known_at=basis.known_at)
                figures = unit_figures(plan, derive(plan, all_of_it).figures, indicator)
                listed = as_listed(indicator)
                roll_up = roll_up_of(units_of(plan), listed, figures, plan, AREA)
                expected = build_league(plan, indicator, roll_up, header)
                assert league_from(ledger, plan, indicator, header, basis.known_at) == expected


Law = Callable[[Address, Plan, list[Entries], date], None]
LAWS: tuple[Law, ...] = (hold_the_law_of_pages, hold_the_law_of_reasons, hold_the_law_of_leagues)


@pytest.mark.parametrize("law", LAWS)
@settings(max_examples=40)
@given(record=records(), until=some_days)
def test_a_page_says_what_it_would_say_of_all_figures(
    law: Law, record: tuple[Plan, list[Entries]], until: date
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "cdstrack.db"
        recorded(place, record[1])
        law(place, *record, until)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(record=records(), until=some_days, law=st.sampled_from(LAWS))
def test_on_a_server_as_well(
    server: TestServer, record: tuple[Plan, list[Entries]], until: date, law: Law
) -> None:
    place = read_address(server.url(server.emptied_database()))
    recorded(place, record[1])
    law(place, *record, until)


@pytest.mark.parametrize(("command", "most"), [("show", 10), ("explain", 5)])
def test_of_very_many_figures_only_those_listed_are_made(
    command: str, most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of the listed communes, each beside its other quarters; none of the thirty others."""
    plan = communes_with("sum")
    figures: Entries = [
        Observation(indicator="ct", org_unit=unit, period=Period.parse(period), value=Decimal(75))
        for unit in plan.org_units
        if unit != AREA
        for period in ("2025-Q1", "2025-Q2", "2025-Q3")
    ]
    place = tmp_path / "cdstrack.db"
    recorded(place, [figures])
    made: list[object] = []
    real = mapping.figure_of

    def noted(row: mapping.Row) -> Observation:
        made.append(row)
        return real(row)

    monkeypatch.setattr("cdstrack.store.unit_reports.figure_of", noted)
    monkeypatch.setattr(mapping, "figure_of", noted)
    workspace, basis = workspace_of(plan, place), Basis(date(2025, 10, 1))
    asked: Mapping[str, Callable[[], IndicatorDetail | Explanation]] = {
        "show": lambda: show_indicator(workspace, basis, "ct", most=most),
        "explain": lambda: explain_indicator(workspace, basis, "ct", most=most),
    }
    assert asked[command]().item.latest is not None
    assert len(made) <= 3 * most
