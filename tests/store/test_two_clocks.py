"""What had been recorded by an instant is the same for ever, whatever is recorded later."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cdstrack.core.record.acts import Act, Entry, Withdrawal
from cdstrack.core.record.observation import Cell, Observation
from cdstrack.core.record.period import Period
from cdstrack.core.reports.cell_history import histories_of
from cdstrack.store.address import Address
from cdstrack.store.ledger import create_store, open_reader, open_writer

NOON = datetime(2022, 8, 21, 12, tzinfo=UTC)
TICK = timedelta(microseconds=1)


def test_the_latest_revision_stands_and_the_older_ones_stay(
    store: Address, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    with open_writer(store) as ledger:
        ledger.append(act(at=NOON), [figure("6784")])
        ledger.append(act(at=NOON + timedelta(days=1)), [figure("67.84")])
    with open_reader(store) as ledger:
        assert [kept.value for kept in ledger.current()] == [Decimal("67.84")]
        assert [kept.value for kept in ledger.current(known_at=NOON)] == [Decimal(6784)]
        chain = ledger.revisions(figure().cell)
    values = [
        (change.before and change.before.value, change.after and change.after.value)
        for change in chain
    ]
    assert values == [(None, Decimal(6784)), (Decimal(6784), Decimal("67.84"))]


def test_what_was_done_to_cells_is_read_of_those_to_which_more_was_done(
    store: Address, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    other = figure("8", org_unit="xa-khac")
    with open_writer(store) as ledger:
        ledger.append(act(at=NOON), [figure("1", "2022-06"), figure("2"), other])
        ledger.append(act(at=NOON + TICK), [figure("3"), figure("9", org_unit="xa-khac")])
    indicator = other.indicator
    with open_reader(store) as ledger:
        assert list(ledger.revised({indicator}, org_units={"tinh-mau"})) == [figure().cell]
        assert set(ledger.revised({indicator})) == {figure().cell, other.cell}
        assert ledger.revised({indicator}, NOON) == {}
        assert ledger.revised({"chi-tieu-khac"}) == {}


def test_a_withdrawn_figure_is_left_out_from_its_withdrawal_on(
    store: Address, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    cell = figure().cell
    with open_writer(store) as ledger:
        ledger.append(act(at=NOON), [figure("75")])
        ledger.append(
            act(at=NOON + timedelta(days=1)),
            [Withdrawal(cell.indicator, cell.org_unit, Period.parse(cell.period))],
        )
        assert ledger.current() == []
        assert ledger.latest_in_cell(cell) is None
        assert ledger.latest_in_cells([cell]) == {}
        assert [kept.value for kept in ledger.current(known_at=NOON)] == [Decimal(75)]
        ledger.append(act(at=NOON + timedelta(days=2)), [figure("76")])
        assert [kept.value for kept in ledger.current()] == [Decimal(76)]


def test_no_two_submissions_share_an_instant(
    store: Address, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    with open_writer(store) as ledger:
        given_out = [
            ledger.append(act(at=NOON, test_clock=True), [figure(str(value))]).at
            for value in range(4)
        ]
    assert given_out == [NOON + n * TICK for n in range(4)]


def test_a_clock_that_was_set_back_cannot_slip_an_act_into_what_was_reported(
    store: Address, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    with open_writer(store) as ledger:
        first = ledger.append(act(at=NOON), [figure("1")])
        second = ledger.append(act(at=NOON - timedelta(hours=3)), [figure("2")])
        assert second.at == first.at + TICK
        assert [kept.value for kept in ledger.current(known_at=first.at)] == [Decimal(1)]


def test_an_instant_set_by_hand_is_kept_as_it_was_given(
    store: Address, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    earlier = datetime(2022, 8, 15, tzinfo=UTC)
    with open_writer(store) as ledger:
        ledger.append(act(at=NOON), [figure("1")])
        marked = ledger.append(act(at=earlier, test_clock=True), [figure("2", "2022-06")])
        assert (marked.at, marked.test_clock) == (earlier, True)
        assert [kept.period.text for kept in ledger.current(known_at=earlier)] == ["2022-06"]


def test_an_instant_of_another_time_zone_is_the_same_instant(
    store: Address, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    here = datetime(2022, 8, 21, 19, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    with open_writer(store) as ledger:
        assert ledger.append(act(at=here), [figure("1")]).at == NOON
        assert len(ledger.current(known_at=here)) == 1
        assert ledger.current(known_at=here - TICK) == []


figures_of_an_act = st.lists(
    st.tuples(st.sampled_from(["2022-06", "2022-07"]), st.none() | st.integers(0, 9)),
    min_size=1,
    max_size=3,
)
histories = st.lists(
    st.tuples(st.integers(-50, 50).map(lambda n: timedelta(minutes=n)), figures_of_an_act),
    min_size=1,
    max_size=8,
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=60,
)
@given(history=histories)
def test_a_report_can_be_made_again_from_the_instant_that_it_printed(
    act: Callable[..., Act],
    figure: Callable[..., Observation],
    history: list[tuple[timedelta, list[tuple[str, int | None]]]],
) -> None:
    """Whatever the clock does, `known_at` an act gives what stood right after that act."""
    clock = NOON
    printed: list[tuple[datetime, list[Observation]]] = []
    with TemporaryDirectory() as folder:
        path = Path(folder) / "cdstrack.db"
        create_store(path)
        with open_writer(path) as ledger:
            for moved, contents in history:
                clock += moved
                entries = [_entry(figure, period, value) for period, value in contents]
                ledger.append(act(at=clock), entries)
                last = ledger.knowledge()
                assert last is not None
                printed.append((last.at, ledger.current()))
        with open_reader(path) as ledger:
            for instant, stood in printed:
                assert ledger.current(known_at=instant) == stood
                known = ledger.knowledge(instant)
                assert known is not None
                assert known.at == instant


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=60,
)
@given(history=histories)
def test_what_was_done_to_a_cell_is_its_figure_alone_unless_more_was_done_to_it(
    act: Callable[..., Act],
    figure: Callable[..., Observation],
    history: list[tuple[timedelta, list[tuple[str, int | None]]]],
) -> None:
    """So that a page on an indicator need not read what it already knows, known at any instant."""
    cells = [figure(period=period).cell for period in ("2022-06", "2022-07")]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "cdstrack.db"
        create_store(path)
        with open_writer(path) as ledger:
            for moved, contents in history:
                entries = [_entry(figure, period, value) for period, value in contents]
                ledger.append(act(at=NOON + moved), entries)
            acts = ledger.submissions()
            for known_at in (None, *(each.at for each in acts)):
                chains = {cell: ledger.revisions(cell, known_at) for cell in cells}
                several = {cell: chain for cell, chain in chains.items() if len(chain) > 1}
                revised = ledger.revised({cells[0].indicator}, known_at)
                assert revised == several
                figures = ledger.current(known_at=known_at)
                found = {each.cell: each for each in histories_of(figures, revised, acts)}
                assert set(found) == set(several) | {each.cell for each in figures}
                for cell, each in found.items():
                    assert [revision.change for revision in each.revisions] == chains[cell]
                    assert each.now == chains[cell][-1].after


def _entry(figure: Callable[..., Observation], period: str, value: int | None) -> Entry:
    if value is not None:
        return figure(str(value), period)
    cell: Cell = figure(period=period).cell
    return Withdrawal(cell.indicator, cell.org_unit, Period.parse(period))
