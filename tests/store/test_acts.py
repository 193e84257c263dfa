"""Acts and what they leave: plan versions, documents, warnings, summaries."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from cdstrack.core.record.acts import (
    Acknowledgement,
    AcknowledgementWithdrawal,
    Act,
    ActKind,
    DocumentWithdrawal,
    IssuedSummary,
    SourceDocument,
    Submission,
    differences,
    reported_period,
)
from cdstrack.core.record.observation import Observation, Qualifier
from cdstrack.core.record.period import Period
from cdstrack.store.address import Address
from cdstrack.store.ledger import open_reader, open_writer

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
