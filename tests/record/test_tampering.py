"""Somebody takes the guards off, changes the file, and puts the guards back: the chain tells.

Each tampering is named with its submission by `doctor` and by `check`, `backup` refuses to copy it
as sound, and every report still runs. What no chain without a key can tell, a tail that was cut
off or a chain that was computed anew, is told by a head that was printed before.
"""

# ruff: noqa: S608 - the tests put SQL together as another client would

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import apsw
import pytest
from tests.conftest import Run
from tests.record.tampering import HEAD, assert_named, printed_head, tampered, verified

from cdstrack.store import chain
from cdstrack.store.address import Address, Server, read_address
from cdstrack.store.server import connection as server
from cdstrack.store.version_check import exists

pytestmark = pytest.mark.in_a_file


@pytest.fixture
def store(store_url: str, sample: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Address:
    """Seven submissions: an import, a correction, a figure, a document, a withdrawal, a page and
    a figure. Lan records them; on a server the account that she comes in with is noted."""
    assert sample.exists()
    monkeypatch.setenv("CDSTRACK_DB", store_url)
    assert run("init").code == 0
    for arguments in (
        ("import", "figures.csv"),
        ("correct", "xep-hang", "30/63", "--on", "2021", "--reason", "công bố lại"),
        ("record", "ho-so-cap-tinh", "60", "--on", "30/6/2022", "--document", "bao-cao-7"),
        ("document", "add", "bc-9", "--title", "Báo cáo tháng 9", "--number", "9/BC"),
        ("withdraw", "ho-so-cap-tinh", "--on", "30/6/2022", "--reason", "ghi nhầm"),
        ("summary", "--week", "2022-W33", "--issue"),
        ("record", "ho-so-cap-tinh", "61", "--on", "30/6/2022", "--document", "bao-cao-7"),
    ):
        assert run(*arguments).code == 0, arguments
    return read_address(store_url)


CASES: dict[str, tuple[str, str]] = {
    "a value, while what was typed still says the old one": (
        "UPDATE observation SET value = value + 10000000 WHERE submission = 3",
        "submission 3 ",
    ),
    "a value and what was typed": (
        "UPDATE observation SET value = 65000000, entered = '65' WHERE submission = 3",
        "submission 3 ",
    ),
    "the last day of a period": (
        "UPDATE observation SET period_end = '2022-07-01' WHERE submission = 3",
        "submission 3 ",
    ),
    "a correction is deleted": ("DELETE FROM observation WHERE submission = 2", "submission 2 "),
    "a figure in the middle is deleted": ("DELETE FROM observation WHERE id = 4", "submission 1 "),
    "an instant": (
        "UPDATE submission SET at = '2022-08-31T05:00:00.500000Z' WHERE id = 3",
        "submission 3 ",
    ),
    "who recorded": ("UPDATE submission SET recorded_by = 'mai' WHERE id = 2", "submission 2 "),
    "a reason": ("UPDATE submission SET reason = 'khác' WHERE id = 2", "submission 2 "),
    "the digest of an imported file": (
        "UPDATE submission SET source_digest = 'x' WHERE id = 1",
        "submission 1 ",
    ),
    "the text of the plan": ("UPDATE plan_version SET text = text || '#'", "submission 1,"),
    "the text of an issued page": (
        "UPDATE summary_issue SET text = replace(text, 'a', 'ă')",
        "submission 6",
    ),
    "an issued page with its SHA-256": (
        f"UPDATE summary_issue SET sha256 = '{'0' * 64}'",
        "submission 6",
    ),
    "the title of a document": ("UPDATE document SET title = 'khác'", "submission 4 "),
    "a withdrawal is deleted": ("DELETE FROM observation WHERE withdrawn = 1", "submission 5 "),
    "a note is added": (
        "UPDATE observation SET note = 'thêm' WHERE submission = 3",
        "submission 3 ",
    ),
    "a qualifier": ("UPDATE observation SET qualifier = 'nearly' WHERE id = 2", "submission 1 "),
    "a figure is put into an old submission": (
        (
            "INSERT INTO observation SELECT (SELECT max(id) + 1 FROM observation), 1, indicator, org_unit, disaggregation,"
            " '2022-05', '2022-05-01', '2022-05-31', 0, '70', 70000000, NULL, NULL, NULL, NULL,"
            " NULL, 'exact', document, NULL, NULL FROM observation WHERE submission = 3"
        ),
        "submission 1 ",
    ),
    "a figure is moved to another submission": (
        "UPDATE observation SET submission = 2 WHERE submission = 3",
        "submission 2 ",
    ),
    "a digest of the chain": (
        "UPDATE chain SET digest = substr(digest, 2) || substr(digest, 1, 1) WHERE submission = 4",
        "submission 4 ",
    ),
    "a digest of the chain is deleted": ("DELETE FROM chain WHERE submission = 4", "submission 4 "),
}


@pytest.mark.parametrize(("statement", "named"), CASES.values(), ids=list(CASES))
def test_it_is_named_with_its_submission_and_reports_run_on(
    statement: str, named: str, store: Address, run: Run
) -> None:
    tampered(store, statement)
    assert_named(run, named)
    for report in ("status", "gaps", "log", "export --format csv", "show xep-hang"):
        assert run(*report.split()).code == 0, report


def test_what_was_not_touched_has_nothing_to_be_named(store: Address, run: Run) -> None:
    assert exists(store)
    assert run("doctor").code == 0
    assert "CDS43" not in run("check").out


def test_a_submission_taken_out_whole_leaves_a_gap(store: Address, run: Run) -> None:
    forget_account(store, "submission = 3")
    tampered(
        store,
        "DELETE FROM observation WHERE submission = 3",
        "DELETE FROM chain WHERE submission = 3",
        "DELETE FROM submission WHERE id = 3",
    )
    answer = run("check", "--lang", "en")
    assert answer.code == 10
    assert "CDS435 warning: table submission lacks row 3" in answer.out
    assert "CDS430 warning: submission 4 " in answer.out


def forget_account(store: Address, where: str) -> None:
    """On a server the account of a submission goes first: it refers to the submission."""
    if isinstance(store, Server):
        tampered(store, f"DELETE FROM database_user WHERE {where}")


def cut_after(store: Address, last: int) -> None:
    forget_account(store, f"submission > {last}")
    tampered(
        store,
        f"DELETE FROM chain WHERE submission > {last}",
        f"DELETE FROM observation WHERE submission > {last}",
        f"DELETE FROM submission WHERE id > {last}",
    )


def test_a_tail_that_was_cut_off_is_told_by_the_printed_head(store: Address, run: Run) -> None:
    head = printed_head(run)
    assert verified(run, head)[0] == 0
    cut_after(store, 6)
    assert run("doctor").code == 0
    assert verified(run, head) == (
        10,
        (
            f"{head} is not part of this record: it was changed or cut after printing, or this is "
            "another store\n"
        ),
    )
    assert verified(run, printed_head(run))[0] == 0


def test_a_chain_that_was_computed_anew_is_told_by_the_printed_head(
    store: Address, run: Run
) -> None:
    head = printed_head(run)
    tampered(
        store,
        "UPDATE observation SET value = 65000000, entered = '65' WHERE submission = 3",
        "DELETE FROM chain",
    )
    opened = server.connect(store) if isinstance(store, Server) else apsw.Connection(str(store))
    with closing(opened) as connection:
        for submission in range(1, 8):
            chain.append_link(connection, submission)
        if isinstance(connection, server.ServerConnection):
            connection.commit()
    assert run("doctor").code == 0
    assert verified(run, head)[0] == 10


def test_a_head_of_an_untouched_beginning_still_holds(store: Address, run: Run) -> None:
    first = printed_head(run, "log", "--until", "2022-08-31T05:00:00.000000Z")
    last = printed_head(run)
    tampered(store, "UPDATE observation SET note = 'thêm' WHERE submission = 3")
    assert verified(run, first)[0] == 0
    assert verified(run, last) == (
        10,
        f"{last} is the head of submission 7, but the record was changed from submission 3 on\n",
    )


@pytest.mark.parametrize("typed", ["", "abc", "0123456789ag", "0" * 65, "hôm nay", "12345678901"])
def test_what_is_no_head_is_refused(typed: str, store: Address, run: Run) -> None:
    assert exists(store)
    answer = run("log", "--verify", typed)
    assert (answer.code, answer.out, answer.err[:6]) == (2, "", "CDS718")


@pytest.mark.parametrize("spell", [str, str.upper, lambda head: f" {head} "])
def test_a_head_may_be_typed_as_it_is_read(
    spell: Callable[[str], str], store: Address, run: Run
) -> None:
    assert exists(store)
    assert verified(run, spell(printed_head(run)))[0] == 0


def test_an_issued_page_carries_the_head_before_its_own_submission(
    store: Address, run: Run
) -> None:
    assert exists(store)
    page = run("summary", "--number", "1").out
    head = HEAD.findall(page)
    code, told = verified(run, head[0])
    assert (code, "up to submission 5 " in told) == (0, True)
    # The same page issued once more is the same page, and is not kept again.
    before = run("summary", "--list").out
    again = run("summary", "--week", "2022-W33", "--known-at", "2022-08-31T05:00:00.000004Z")
    assert HEAD.findall(again.out) == head
    assert run("summary", "--list").out == before
