"""What many acts did is asked once for all of them, and is what each of them says of itself."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta

import pytest

from cdstrack.core.record.acts import (
    Acknowledgement,
    Act,
    Change,
    DocumentWithdrawal,
    Entry,
    SourceDocument,
    Submission,
    Withdrawal,
)
from cdstrack.core.record.observation import Observation
from cdstrack.store.address import Address
from cdstrack.store.ledger import Ledger, open_writer

FEW = 3
OTHER = "dan-so"


@pytest.fixture
def ledger(
    store: Address, act: Callable[..., Act], figure: Callable[..., Observation]
) -> Iterator[Ledger]:
    """A store with nine acts: figures, some of them many and withdrawn again, documents, warnings."""
    usual = act()

    def days(count: int, **changes: str) -> list[Observation]:
        return [figure(str(n), f"2022-07-{n:02}", **changes) for n in range(1, count + 1)]

    entries: list[Sequence[Entry]] = [
        [figure("1")],
        [SourceDocument(key="bc-1", title="Báo cáo 1")],
        days(FEW),
        days(FEW + 4, indicator=OTHER),
        [Acknowledgement("CDS503 a", "đã hỏi")],
        [figure("3", "2022-08"), *days(2, indicator=OTHER, org_unit="tinh-khac")],
        [Withdrawal(OTHER, each.org_unit, each.period) for each in days(FEW + 1, indicator=OTHER)],
        [SourceDocument(key="bc-1", title="Báo cáo một"), SourceDocument(key="bc-2", title="2")],
        [DocumentWithdrawal("bc-1"), Acknowledgement("CDS503 a", "đã hỏi lại"), figure("9")],
    ]
    with open_writer(store) as opened:
        for at, kept in enumerate(entries):
            given = usual.at + timedelta(minutes=at)
            opened.append(act(at=given), kept)
        yield opened


def some(acts: list[Submission], every: int) -> list[int]:
    return [each.id for each in acts[::every]]


@pytest.mark.parametrize("every", [1, 2, 4])
def test_the_changes_of_many_acts_are_those_of_each(ledger: Ledger, every: int) -> None:
    wanted = some(ledger.submissions(), every)
    together = list(ledger.changes_of_each(wanted, FEW))
    assert together == [each for act in sorted(wanted) for each in ledger.changes(act, FEW)]
    whole = list(ledger.changes_of_each(wanted, 1000))
    assert whole == [each for act in sorted(wanted) for each in ledger.changes(act)]
    counts = {act: ledger.change_count(act) for act in wanted}
    assert ledger.change_counts(wanted) == {act: count for act, count in counts.items() if count}


def test_of_some_indicators_the_first_changes_are_those_about_them(ledger: Ledger) -> None:
    acts = some(ledger.submissions(), 1)

    def about(act: int) -> list[Change]:
        return [each for each in ledger.changes(act) if each.cell.indicator == OTHER]

    found = list(ledger.changes_of_each(acts, FEW, {OTHER}))
    assert found == [each for act in sorted(acts) for each in about(act)[:FEW]]
    counts = ledger.change_counts(acts, {OTHER})
    assert counts == {act: len(about(act)) for act in acts if about(act)}


@pytest.mark.parametrize("every", [1, 3])
def test_so_are_documents_warnings_and_digests(ledger: Ledger, every: int) -> None:
    wanted = some(ledger.submissions(), every)
    in_order = sorted(wanted)
    documents = [each for act in in_order for each in ledger.documents_changed(act)]
    assert ledger.documents_changed(*wanted) == documents
    warnings = [each for act in in_order for each in ledger.acknowledgements_changed(act)]
    assert ledger.acknowledgements_changed(*wanted) == warnings
    assert ledger.digests(wanted) == {act: ledger.digest(act) for act in wanted}


def test_nothing_is_asked_about_no_acts(ledger: Ledger) -> None:
    assert list(ledger.changes_of_each([], FEW)) == []
    assert (ledger.change_counts([]), ledger.digests([])) == ({}, {})
    assert (ledger.documents_changed(), ledger.acknowledgements_changed()) == ([], [])


def test_those_that_replaced_something_are_the_changes_with_something_before(
    ledger: Ledger,
) -> None:
    for act in ledger.submissions():
        replaced = [each for each in ledger.changes(act.id) if each.before is not None]
        assert list(ledger.replacing(act.id)) == replaced
