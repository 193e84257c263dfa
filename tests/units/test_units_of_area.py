"""What units come to, read as sums and columns: the same as from all figures one by one.

A law over plans with mergers and splits, and records with late, corrected, withdrawn and odd
figures, on both kinds of stores; and how little is read where all units have reported.
"""

import tempfile
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from tests.server import TestServer
from tests.units.unit_records import (
    AREA,
    FIRST,
    OTHER,
    PEOPLE,
    Entries,
    recorded,
    records,
    some_days,
)

from cdstrack.cli.use_cases.units_of_area import UnitsOfArea
from cdstrack.core.derived.rollup import derived_figures, rolled_up_from, unit_sources
from cdstrack.core.plan.model import Plan
from cdstrack.core.record.derived import DerivedFigure
from cdstrack.core.record.observation import Observation, Qualifier
from cdstrack.core.record.period import Period
from cdstrack.store.address import Address, read_address
from cdstrack.store.ledger import open_reader
from cdstrack.store.reading import Reader


def one_by_one(
    ledger: Reader, plan: Plan, area: str, until: date, known_at: datetime | None
) -> list[DerivedFigure]:
    """What units come to, from all of their figures."""
    wanted = [each for each in plan.indicators if each.rollup]
    measured_in = {id_: plan.by_id[id_].unit for id_ in unit_sources(plan, wanted)}
    figures_of = ledger.of_units(measured_in, known_at)
    return rolled_up_from(plan, wanted, figures_of, area, until)


def at_once(
    ledger: Reader, plan: Plan, area: str, until: date, known_at: datetime | None
) -> list[DerivedFigure]:
    """The same as commands have it."""
    wanted = [each for each in plan.indicators if each.rollup]
    source = UnitsOfArea(ledger, plan, wanted, area, until, known_at)
    return [each for roll_up in source.roll_ups() for each in derived_figures(roll_up, until)]


def hold_the_law(place: Address, plan: Plan, given_acts: list[Entries], until: date) -> None:
    recorded(place, given_acts)
    half = FIRST + timedelta(days=3 * (len(given_acts) // 2))
    with open_reader(place) as ledger:
        for area in (AREA, OTHER, "xa-a"):
            for known_at in (None, half):
                given_by = ledger, plan, area, until, known_at
                assert at_once(*given_by) == one_by_one(*given_by)


@settings(max_examples=60)
@given(records(), some_days)
def test_sums_and_columns_come_to_what_all_figures_do(
    record: tuple[Plan, list[Entries]], until: date
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        hold_the_law(Path(folder) / "cdstrack.db", *record, until)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(record=records(), until=some_days)
def test_on_a_server_as_well(
    server: TestServer, record: tuple[Plan, list[Entries]], until: date
) -> None:
    hold_the_law(read_address(server.url(server.emptied_database())), *record, until)


@pytest.mark.parametrize("by", ["sum", "ratio", "share_met"])
def test_where_all_have_reported_no_figure_is_read(
    by: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One row a period comes from the store, however many units there are."""
    plan = communes_with(by)
    shares: dict[str, Any] = (
        {"numerator": Decimal(3), "denominator": Decimal(4)} if by != "sum" else {}
    )
    given_figures: Entries = [
        Observation(
            indicator="ct", org_unit=unit, period=Period.parse(period), value=Decimal(75), **shares
        )
        for unit in plan.org_units
        if unit != AREA
        for period in ("2025-Q1", "2025-Q2", "2025-Q3")
    ]
    place = tmp_path / "cdstrack.db"
    recorded(place, [given_figures])
    rows: list[object] = []

    def noted(_: apsw.Cursor, row: object) -> object:
        rows.append(row)
        return row

    def watch(connection: apsw.Connection) -> None:
        connection.row_trace = noted

    monkeypatch.setattr(apsw, "connection_hooks", [watch])
    with open_reader(place) as ledger:
        rows.clear()
        found = at_once(ledger, plan, AREA, date(2025, 10, 1), None)
    assert [each.exact for each in found] == [
        {"sum": 75 * 40, "ratio": 75, "share_met": 100}[by]
    ] * 3
    assert len(rows) == 3


@pytest.mark.parametrize(("said", "met"), [("exact", 40), ("nearly", 39), ("over", 40)])
def test_a_number_that_is_not_quite_what_is_written_meets_no_bound(
    said: str, met: int, tmp_path: Path
) -> None:
    """The database counts whole numbers; of "gần 50" it does not say whether it is 50."""
    plan = communes_with("share_met")
    half: dict[str, Any] = {
        "value": Decimal(50),
        "numerator": Decimal(1),
        "denominator": Decimal(2),
    }
    given_figures: Entries = [
        Observation(
            indicator="ct",
            org_unit=unit,
            period=Period.parse("2025-Q3"),
            qualifier=Qualifier(said) if unit == "xa-7" else Qualifier.EXACT,
            **half,
        )
        for unit in plan.org_units
        if unit != AREA
    ]
    place = tmp_path / "cdstrack.db"
    recorded(place, [given_figures])
    with open_reader(place) as ledger:
        (found,) = at_once(ledger, plan, AREA, date(2025, 10, 1), None)
    assert found.exact == Fraction(100 * met, 40)


def communes_with(by: str) -> Plan:
    """A plan of forty communes whose figures are rolled up in one way."""
    communes = {f"xa-{n}": {"vi": f"xã {n}", "level": "xa", "parent": AREA} for n in range(40)}
    indicator = PEOPLE | {
        "id": "ct",
        "unit": "count" if by == "sum" else "percent",
        "frequency": "quarterly",
        "rollup": {"from": "xa", "by": by},
        "targets": [{"due": "2030-12-31", "at_least": "50"}],
    }
    return Plan.model_validate(
        {
            "plan": {"id": "mau", "title": {"vi": "Mẫu"}, "area": AREA, "starts": "2020-01-01"},
            "pillars": {"chung": {"vi": "Chung"}},
            "org_units": {AREA: {"vi": "Tỉnh", "level": "tinh"}, **communes},
            "indicators": [indicator],
        }
    )
