"""Rows that the schema lets in and no command writes, files left over, and names that are no store.

Each is a finding that names it, or one sentence; never a traceback.
"""

# ruff: noqa: S608 - the tests put SQL together as another client would

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.conftest import Run, store_here
from tests.record.tampering import tampered

from cdstrack.store.address import Address

READING = (
    *("status", "gaps", "show dan-so", "explain dan-so", "log", "export --format csv", "owners"),
    *("summary --week 2022-W33", "summary --list", "document list", "plan versions"),
)
FIGURE = (
    "INSERT INTO observation SELECT (SELECT max(id) + 1 FROM observation), submission, indicator,"
    " org_unit, disaggregation, {period}, {start}, {end}, 0, {entered}, {value}, NULL, NULL, NULL,"
    " NULL, NULL, 'exact', NULL, {reported}, NULL FROM observation WHERE indicator = 'dan-so'"
)
USUAL = {
    "period": "'2022'",
    "start": "'2022-01-01'",
    "end": "'2022-12-31'",
    "entered": "'5'",
    "value": "5000000",
    "reported": "NULL",
}
ACT = (
    "INSERT INTO submission SELECT 2, {at}, 'record', recorded_by, plan_digest, program, NULL,"
    " NULL, NULL, NULL, 0 FROM submission WHERE id = 1"
)


def figure(**changes: str) -> str:
    return FIGURE.format(**{**USUAL, **changes})


CASES = {
    "a period of the year 9999": (
        figure(period="'9999'", start="'9999-01-01'", end="'9999-12-31'"),
        'row 8 of table observation (submission 1) was not written by cdstrack: period "9999"',
    ),
    "a period of the year 1": (
        figure(period="'0001'", start="'0001-01-01'", end="'0001-12-31'"),
        'row 8 of table observation (submission 1) was not written by cdstrack: period "0001"',
    ),
    "a period that is none": (
        figure(period="'junk'"),
        'row 8 of table observation (submission 1) was not written by cdstrack: period "junk"',
    ),
    "a period with other days": (
        figure(start="'2021-01-01'"),
        "observation 8 (submission 1, dan-so 2022): the period does not match its first day",
    ),
    "another value than was typed": (
        figure(entered="'50'", value="83554432"),
        'observation 8 (submission 1, dan-so 2022): the value 83.554432 is not the "50"',
    ),
    "a month of the year 9999 in which it was made known": (
        figure(reported="'9999-12'"),
        'row 8 of table observation (submission 1) was not written by cdstrack: reported "9999-12"',
    ),
    "an act at the end of time": (
        ACT.format(at="'9999-12-31T23:59:59.999999Z'"),
        "row 2 of table submission (submission 2) was not written by cdstrack:",
    ),
    "an act at hour 29": (
        ACT.format(at="'2022-08-31T29:00:00.000000Z'"),
        "row 2 of table submission (submission 2) was not written by cdstrack:",
    ),
    "a page of week 59": (
        (
            "INSERT INTO summary_issue SELECT 1, 1, '2022-W59', '2022-08-21', NULL, plan_digest,"
            " 'vi', 'x', '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881'"
            " FROM submission"
        ),
        "row 1 of table summary_issue (submission 1) was not written by cdstrack:",
    ),
}


@pytest.fixture
def store(sample: Path, run: Run) -> Address:
    assert sample.exists()
    assert run("init").code == 0
    assert run("import", "figures.csv").code == 0
    return store_here()


@pytest.mark.parametrize(("statement", "named"), CASES.values(), ids=list(CASES))
def test_a_row_that_no_command_writes_is_named(
    statement: str, named: str, store: Address, run: Run
) -> None:
    tampered(store, statement)
    for command in ("check", "doctor"):
        answer = run(command, "--lang", "en")
        assert answer.code == 10, answer
        assert named in answer.out, answer.out
    for report in READING:
        answer = run(*report.split())
        assert answer.code in {0, 4}, (report, answer)
        assert answer.code == 0 or answer.err.startswith("CDS403")


@pytest.mark.parametrize("column", ["entered", "note", "org_unit", "period_end", "qualifier"])
@pytest.mark.in_a_file
def test_a_byte_that_is_no_text_is_named(column: str, store: Path, run: Run) -> None:
    with closing(sqlite3.connect(store)) as file:
        (guard,) = file.execute(
            "SELECT sql FROM sqlite_schema WHERE name = 'observation_no_update'"
        ).fetchone()
        file.execute("DROP TRIGGER observation_no_update")
        file.execute("PRAGMA ignore_check_constraints = ON")
        file.execute(f"UPDATE observation SET {column} = CAST(x'f8' AS TEXT) WHERE id = 3")
        file.execute(guard)
        file.commit()
    for command in ("check", "doctor", "backup"):
        answer = run(command, "--lang", "en")
        assert answer.code == (4 if command == "backup" else 10), answer
        assert "submission 1 " in answer.out + answer.err
    for report in READING:
        assert run(*report.split()).code in {0, 4}, report


@pytest.mark.in_a_file
def test_what_a_killed_process_left_is_named_and_cleared_by_the_next_act(
    store: Path, run: Run
) -> None:
    dead = _dead_process()
    backups = store.parent / "backups"
    backups.mkdir()
    from cdstrack.core.temporary import temporary_name
    from cdstrack.store.filesystem import this_process

    gone = this_process()._replace(process=dead)
    left = [
        store.with_name(temporary_name(store.name, gone, "00000001", "new")),
        store.with_name(temporary_name(store.name, gone, "00000001", "new-journal")),
        backups / temporary_name("cdstrack-20220831T050000Z.db", gone, "00000002", "new"),
    ]
    busy = store.with_name(temporary_name(store.name, this_process(), "00000003", "new"))
    for file in (*left, busy):
        file.write_bytes(b"x")
    answer = run("doctor", "--lang", "en")
    assert (answer.code, "CDS437" in answer.out) == (10, True)
    assert "interrupted programs (3)" in answer.out
    assert run("status").code == 0
    assert all(file.exists() for file in left)
    assert run("record", "dan-so", "5", "--on", "2020").code == 0
    assert [file.exists() for file in (*left, busy)] == [False, False, False, True]


def _dead_process() -> int:
    child = os.fork()
    if not child:
        os._exit(0)
    os.waitpid(child, 0)
    return child


@pytest.mark.in_a_file
def test_an_output_that_a_killed_process_left_goes_with_the_next_one(store: Path, run: Run) -> None:
    from cdstrack.core.temporary import temporary_name
    from cdstrack.store.filesystem import this_process

    gone = this_process()._replace(process=_dead_process())
    left = Path(temporary_name("out.csv", gone, "00000001", "tmp"))
    left.write_text("x", encoding="utf-8")
    assert store.exists()
    assert str(left) in run("doctor").out
    assert run("export", "out.csv").code == 0
    assert not left.exists()


@pytest.mark.parametrize("content", [b"", bytes(512)])
@pytest.mark.in_a_file
def test_a_journal_of_nothing_goes_with_the_next_act(content: bytes, store: Path, run: Run) -> None:
    journal = store.with_name(f"{store.name}-journal")
    journal.write_bytes(content)
    told = run("doctor", "--lang", "en")
    assert (told.code, "the next submission clears it" in told.out) == (10, True)
    assert run("record", "dan-so", "5", "--on", "2020").code == 0
    assert not journal.exists()
    assert run("doctor").code == 0


@pytest.mark.in_a_file
def test_a_link_that_leads_to_itself_is_answered_in_one_sentence(store: Path, run: Run) -> None:
    loop = store.with_name("loop.db")
    loop.symlink_to(loop)
    for command in (*READING, "check", "doctor", "backup", "record dan-so 5 --on 2020", "init"):
        answer = run(*command.split(), "--db", str(loop))
        assert answer.code in {2, 4, 10}, (command, answer)
        assert "CDS4" in answer.out + answer.err, (command, answer)


@pytest.mark.parametrize(
    ("kind", "code"), [("pipe", "CDS413"), ("folder", "CDS413"), ("text", "CDS404")]
)
def test_init_says_so_where_the_name_is_no_store(
    kind: str, code: str, sample: Path, run: Run
) -> None:
    path = sample / "store.db"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.write_bytes(b"")
    answer = run("init", ".", "--db", str(path))
    assert (answer.code, answer.err[:6], answer.out) == (4, code, "")
    assert run("init", ".", "--db", "/dev/null").err[:6] == "CDS413"
