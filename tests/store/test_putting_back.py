"""What an act left is shown before and after, and reversed: every figure as it was."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from cdstrack.core.plan.vocabulary import Calendar, State
from cdstrack.core.problem import StoreUnusableError
from cdstrack.core.record.acts import Act, ActKind, Withdrawal, undone
from cdstrack.core.record.observation import Observation, Qualifier
from cdstrack.core.record.period import Period
from cdstrack.core.record.revision import same_observation
from cdstrack.store.address import Address
from cdstrack.store.ledger import create_store, open_reader, open_writer
from cdstrack.store.query import compiled
from cdstrack.store.taking_back import reversing_row


def test_the_changes_of_a_submission_show_before_and_after(
    store: Address, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    june = figure("60", "2022-06")
    with open_writer(store) as ledger:
        ledger.append(act(), [june, figure("70")])
        withdrawal = Withdrawal(june.indicator, june.org_unit, june.period)
        second = ledger.append(act(), [figure("71"), withdrawal, figure("80", "2022-08")])
        changes = ledger.changes(second.id)
        assert ledger.changes(second.id, limit=1) == changes[:1]
    told = [
        (change.cell.period, *(each and each.value for each in (change.before, change.after)))
        for change in changes
    ]
    assert told == [
        ("2022-07", Decimal(70), Decimal(71)),
        ("2022-06", Decimal(60), None),
        ("2022-08", None, Decimal(80)),
    ]


def test_reversing_the_changes_of_a_submission_puts_everything_back(
    store: Address, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    with open_writer(store) as ledger:
        ledger.append(act(), [figure("60", "2022-06"), figure("70")])
        stood = [kept.value for kept in ledger.current()]
        second = ledger.append(act(), [figure("71"), figure("80", "2022-08")])
        with ledger.writing() as write:
            undo = act(kind=ActKind.UNDO, undoes=second.id)
            write.take_back(undo, second.id)
        assert [kept.value for kept in ledger.current()] == stood
        assert ledger.undone() == {second.id}


def test_a_figure_is_put_back_with_everything_that_was_said_about_it(
    store: Address, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    said = {"document": "bc-1", "note": "số\tcũ", "reported": Period.parse("2022-09")}
    fraction = {"numerator": Decimal(3), "denominator": Decimal(4), "stated": Decimal(75)}
    cut = Period.parse("2022-Q1").cut_by(Calendar.ND09)
    first = [
        figure("75", "2022-01", **said, **fraction, qualifier=Qualifier.ABOUT),
        figure(None, "2022-02", state=State.DONE, entered="xong"),
        figure(None, "2022-03", not_available="chưa có"),
        figure("0.000001", "2022-Q1").model_copy(update={"period": cut}),
    ]
    told: list[int] = []
    with open_writer(store) as ledger:
        ledger.append(act(), first)
        stood = list(ledger.figures())
        changed = [each.model_copy(update={"value": Decimal(1), "state": None}) for each in first]
        gone = Withdrawal("ho-so-cap-tinh", "tinh-mau", Period.parse("2022-03"))
        second = ledger.append(act(), [*changed[:2], gone, changed[3], figure("9", "2022-05")])
        with ledger.writing() as write:
            write.take_back(act(kind=ActKind.UNDO, undoes=second.id), second.id, (), told.append)
        stands = list(ledger.figures())
    assert told == [5]
    assert len(stands) == len(stood) == 4
    assert all(map(same_observation, stands, stood))
    assert [each.period for each in stands if each.period.text == "2022-Q1"] == [cut]


@pytest.mark.parametrize("tampered", [False, True])
def test_the_rows_that_put_back_are_the_same_whoever_makes_them(
    tmp_path: Path, act: Callable[..., Act], figure: Callable[..., Observation], tampered: bool
) -> None:
    store = tmp_path / "kho.db"
    create_store(store)
    old = [figure(n, f"2022-0{at}", note=n) for at, n in enumerate(("1", "2.5", "0.000001"), 1)]
    new = [each.model_copy(update={"value": Decimal(9)}) for each in old]
    gone = Withdrawal("ho-so-cap-tinh", "tinh-mau", Period.parse("2022-03"))
    with open_writer(store) as ledger:
        ledger.append(act(), old)
        ledger.append(act(), [*new[:2], gone, figure("4", "2022-Q3"), figure("5", "2022")])
    with closing(sqlite3.connect(store)) as file:
        if tampered:  # so that the chain does not vouch for it
            file.executescript(
                "DROP TRIGGER observation_no_update; UPDATE observation SET note = 'x' WHERE id = 4"
            )
        asked = compiled("sqlite")["changes(limit, submission)"]
        rows = file.execute(asked, {"limit": 9, "submission": 2}).fetchall()
    with open_writer(store) as ledger, ledger.writing() as write:
        write.take_back(act(kind=ActKind.UNDO, undoes=2), 2)
    with closing(sqlite3.connect(store)) as file:
        made = file.execute("SELECT * FROM observation WHERE submission = 3 ORDER BY id").fetchall()
    assert [row[1:] for row in made] == [reversing_row(3, row) for row in rows]
    assert [row[0] for row in made] == [9, 10, 11, 12, 13]


@pytest.mark.parametrize("undoes", [1, 2])
def test_a_row_that_nothing_can_have_written_is_not_put_back(
    tmp_path: Path, act: Callable[..., Act], figure: Callable[..., Observation], undoes: int
) -> None:
    # Of a file alone: a server's checks cannot be left out.
    store = tmp_path / "kho.db"
    create_store(store)
    with open_writer(store) as ledger:
        ledger.append(act(), [figure("1"), figure("2", "2022-08")])
        ledger.append(act(), [figure("3", "2022-08")])
    with closing(sqlite3.connect(store)) as file:
        file.executescript(
            "PRAGMA ignore_check_constraints = ON; DROP TRIGGER observation_no_update;"
            " UPDATE observation SET qualifier = 'maybe' WHERE id = 2"
        )
    with (
        open_writer(store) as ledger,
        pytest.raises(StoreUnusableError) as refused,
        ledger.writing() as write,
    ):
        write.take_back(act(kind=ActKind.UNDO, undoes=undoes), undoes)
    assert refused.value.problems[0].code == "CDS403"
    with open_reader(store) as reader:
        assert [each.id for each in reader.submissions()] == [2, 1]


@pytest.mark.parametrize(
    ("undos", "taken_back"),
    [
        ([], set()),
        ([(2, 1)], {1}),
        ([(2, 1), (3, 2)], {2}),
        ([(2, 1), (3, 2), (4, 3)], {1, 3}),
        ([(2, 1), (3, 2), (4, 1)], {1, 2}),
    ],
)
def test_an_undo_that_is_undone_takes_nothing_back(
    undos: list[tuple[int, int]], taken_back: set[int]
) -> None:
    assert undone(undos) == taken_back
