"""What a weekly page says of units, and which figures it looks at: the same as from all figures."""

import tempfile
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.server import TestServer
from tests.units.unit_records import AREA, Entries, recorded, records

from cdstrack.cli.use_cases.area_figures import rolled_up_sources
from cdstrack.cli.use_cases.page_figures import page_figures
from cdstrack.cli.use_cases.units_as_known import units_as_known
from cdstrack.core.derived.rollup import rolled_up
from cdstrack.core.plan.model import Plan
from cdstrack.core.record.acts import Submission
from cdstrack.core.weekly.as_known import UnitsAsKnown, issue_days, known_of_units
from cdstrack.core.weekly.news import of_the_page
from cdstrack.core.weekly.week import Week, day_in
from cdstrack.store.address import Address, read_address
from cdstrack.store.ledger import open_reader
from cdstrack.store.reading import Reader

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
weeks = st.dates(date(2024, 12, 20), date(2025, 2, 10)).map(Week.of)


def from_all_figures(
    ledger: Reader, plan: Plan, submissions: Mapping[int, Submission], days: tuple[date, date]
) -> UnitsAsKnown:
    figures = ledger.current(indicators=rolled_up_sources(plan))
    issued = issue_days(plan, ledger.documents())
    made_on = {number: day_in(ZONE, act.at) for number, act in submissions.items()}
    known = [known_of_units(figures, issued, made_on, day) for day in days]
    before, after = (
        tuple(rolled_up(plan, plan.indicators, of, AREA, day))
        for of, day in zip(known, days, strict=True)
    )
    ids = {each.id for each in known[0]}
    arrived = frozenset(each.indicator for each in known[1] if each.id not in ids)
    return UnitsAsKnown(before, after, arrived)


def hold_the_laws(place: Address, plan: Plan, given_acts: list[Entries], week: Week) -> None:
    recorded(place, given_acts)
    days = week.before.sunday, week.sunday - timedelta(days=week.number % 3)
    with open_reader(place) as ledger:
        submissions = {each.id: each for each in ledger.submissions()}
        found = units_as_known(ledger, plan, submissions, ZONE, days, None)
        assert found == from_all_figures(ledger, plan, submissions, days)
        chosen = page_figures(ledger, plan, submissions, week, ZONE, None)
        looked_at = list(of_the_page(chosen, submissions, plan, week, ZONE))
        assert looked_at == list(of_the_page(ledger.figures(), submissions, plan, week, ZONE))


@settings(max_examples=60)
@given(records(), weeks)
def test_a_page_says_of_units_what_all_figures_say(
    record: tuple[Plan, list[Entries]], week: Week
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        hold_the_laws(Path(folder) / "cdstrack.db", *record, week)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(record=records(), week=weeks)
def test_so_it_does_on_a_server(
    server: TestServer, record: tuple[Plan, list[Entries]], week: Week
) -> None:
    hold_the_laws(read_address(server.url(server.emptied_database())), *record, week)
