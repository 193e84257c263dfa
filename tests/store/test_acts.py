"""Acts and what they leave: changes, undoing, plan versions, documents, warnings, summaries."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from cdstrack.core.plan.vocabulary import Calendar, State
from cdstrack.core.problem import StoreUnusableError
from cdstrack.core.record.acts import (
    Acknowledgement,
    AcknowledgementWithdrawal,
    Act,
    ActKind,
    DocumentWithdrawal,
    IssuedSummary,
    SourceDocument,
    Submission,
    Withdrawal,
    differences,
    reported_period,
    undone,
)
from cdstrack.core.record.observation import Observation, Qualifier
from cdstrack.core.record.period import Period
from cdstrack.core.record.revision import same_observation
from cdstrack.store.address import Address
from cdstrack.store.ledger import create_store, open_reader, open_writer
from cdstrack.store.query import compiled
from cdstrack.store.taking_back import reversing_row

NOON = datetime(2022, 8, 21, 12, tzinfo=UTC)


def test_an_act_is_kept_with_everything_that_was_said_about_it(
    store: Address, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    source = {"source_name": "thang-7.csv", "source_digest": "ab" * 32}
    given = act(kind=ActKind.IMPORT, reason="bổ sung", **source)
    with open_writer(store) as ledger:
        kept = ledger.append(given, [figure()])
        assert ledger.submission(kept.id) == kept
    assert kept == Submission(
        id=1,
        kind=ActKind.IMPORT,
        by="lan",
        at=NOON,
        plan_digest="d1",
        program="0.1.0",
        reason="bổ sung",
        source_name="thang-7.csv",
        source_digest="ab" * 32,
    )


def test_an_act_without_entries_is_a_mistake_and_leaves_nothing(
    store: Address, act: Callable[..., Act]
) -> None:
    with open_writer(store) as ledger:
        with pytest.raises(ValueError, match="an act without entries"):
            ledger.append(act(), [])
        assert ledger.submissions() == []
        assert ledger.plan_versions() == []
        assert ledger.knowledge() is None
        assert ledger.plan_in_force() is None


def test_an_error_among_the_entries_takes_the_whole_act_back(
    store: Address, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    def entries() -> object:
        yield from (figure("1", f"{year}") for year in range(1900, 2100))
        yield from (figure("1", f"{year}-01") for year in range(1900, 2100))
        yield from (figure("1", f"{year}-02") for year in range(1900, 2100))
        raise KeyError("no such line")

    with open_writer(store) as ledger:
        with pytest.raises(KeyError):
            ledger.append(act(), entries())  # type: ignore[arg-type]
        assert ledger.current() == []


def test_what_is_read_before_a_write_cannot_change_before_it_is_written(
    store: Address, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    with open_writer(store, wait=0.1) as ours, open_writer(store, wait=0.1) as theirs:
        with ours.writing() as write:
            assert write.latest_in_cell(figure().cell) is None
            with pytest.raises(Exception, match="CDS402"):
                theirs.append(act(by="minh"), [figure("1")])
            write.append(act(), [figure("2")])
        theirs.append(act(by="minh"), [figure("3")])
        assert [each.by for each in ours.submissions()] == ["minh", "lan"]


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


def test_each_version_of_the_plan_is_kept_once_with_its_first_and_last_submission(
    store: Address, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    later = {"plan_digest": "d2", "plan_text": "schema: 1\nplan: …\n"}
    with open_writer(store) as ledger:
        for month in range(1, 4):
            ledger.append(act(at=NOON + timedelta(days=month)), [figure("1", f"2022-0{month}")])
        ledger.append(act(at=NOON + timedelta(days=9), **later), [figure("2")])
        versions = ledger.plan_versions()
        assert [(each.digest, each.first.id, each.last.id) for each in versions] == [
            ("d1", 1, 3),
            ("d2", 4, 4),
        ]
        assert ledger.plan_text("d1") == "schema: 1\n"
        assert ledger.plan_text("d3") is None
        assert ledger.plan_in_force() == "d2"
        assert ledger.plan_in_force(NOON + timedelta(days=8)) == "d1"
        assert ledger.plan_in_force(NOON) is None


def test_the_log_is_asked_by_time_and_indicator_the_latest_first(
    store: Address, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    with open_writer(store) as ledger:
        ledger.append(act(at=NOON), [figure()])
        ledger.append(act(at=NOON + timedelta(days=1), by="minh"), [figure(indicator="khac")])
        ledger.append(act(at=NOON + timedelta(days=2)), [figure(indicator="khac", value="1")])
        asked = {
            "all": ledger.submissions(),
            "since": ledger.submissions(since=NOON + timedelta(days=1)),
            "known": ledger.submissions(known_at=NOON + timedelta(days=1)),
            "indicator": ledger.submissions(indicator="khac"),
            "limit": ledger.submissions(limit=1),
        }
    assert {name: [each.id for each in found] for name, found in asked.items()} == {
        "all": [3, 2, 1],
        "since": [3, 2],
        "known": [2, 1],
        "indicator": [3, 2],
        "limit": [3],
    }


def test_a_document_can_be_revised_and_withdrawn(store: Address, act: Callable[..., Act]) -> None:
    first = SourceDocument(key="bc-12", title="Báo cáo 12", issued=date(2022, 8, 17))
    revised = SourceDocument(key="bc-12", title="Báo cáo số 12", number="12/BC-UBND")
    with open_writer(store) as ledger:
        ledger.append(act(kind=ActKind.DOCUMENT, at=NOON), [first])
        ledger.append(act(kind=ActKind.DOCUMENT, at=NOON + timedelta(days=1)), [revised])
        assert ledger.documents() == [revised]
        assert ledger.documents(NOON) == [first]
        withdrawn = act(kind=ActKind.DOCUMENT, at=NOON + timedelta(days=2))
        ledger.append(withdrawn, [DocumentWithdrawal("bc-12")])
        assert ledger.documents() == []


def test_a_warning_is_acknowledged_until_that_is_taken_back(
    store: Address, act: Callable[..., Act]
) -> None:
    seen = Acknowledgement("CDS502 dvctt 2024-10", "nguồn in sai")
    with open_writer(store) as ledger:
        ledger.append(act(kind=ActKind.ACKNOWLEDGE, at=NOON), [seen])
        assert ledger.acknowledgements() == [seen]
        later = act(kind=ActKind.ACKNOWLEDGE, at=NOON + timedelta(days=1))
        ledger.append(later, [AcknowledgementWithdrawal(seen.problem)])
        assert ledger.acknowledgements() == []
        assert ledger.acknowledgements(NOON) == [seen]


def test_issued_summaries_are_numbered_one_after_the_other(
    store: Address, act: Callable[..., Act]
) -> None:
    def issued(number: int) -> IssuedSummary:
        return IssuedSummary(
            number=number,
            week=f"2022-W{32 + number}",
            as_of=date(2022, 8, 21),
            known_at=NOON,
            plan_digest="d1",
            language="vi",
            text="Tuần …\n",
        )

    with open_writer(store) as ledger:
        for number in (1, 2):
            with ledger.writing() as write:
                assert write.next_summary_number() == number
                write.append(act(kind=ActKind.SUMMARY), [issued(number)])
    with open_reader(store) as ledger:
        assert ledger.summaries() == [issued(1), issued(2)]


def test_the_same_figure_again_is_told_from_another_one(
    figure: Callable[..., Observation],
) -> None:
    kept = figure("75", document="bc-1", note="theo báo cáo", reported=Period.parse("2022-08-17"))
    assert differences(kept, figure("75.0")) == ()
    assert differences(kept, figure("75", document="bc-1")) == ()
    assert differences(kept, figure("76")) == ("value",)
    assert differences(kept, figure("75", qualifier=Qualifier.ABOUT)) == ("qualifier",)
    assert differences(kept, figure("75", document="bc-2", note="khác")) == ("document", "note")


def test_a_figure_is_news_when_it_was_reported_else_with_its_document_else_when_recorded(
    figure: Callable[..., Observation],
) -> None:
    issued, recorded = date(2022, 8, 17), date(2022, 8, 21)
    stated = figure(reported=Period.parse("2022-08"))
    assert reported_period(stated, issued, recorded).text == "2022-08"
    assert reported_period(figure(), issued, recorded).text == "2022-08-17"
    assert reported_period(figure(), None, recorded).text == "2022-08-21"
