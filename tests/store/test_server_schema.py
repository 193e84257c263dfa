"""The record on a server obeys the rules and has the guards that it has in a file."""

# ruff: noqa: S608 - the tests put SQL together as another client would

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from tests.conftest import Golden
from tests.server import TestServer
from tests.store.rows import BAD, SOUND

from cdstrack.core.problem import StoreUnusableError
from cdstrack.core.record.acts import Act, Entry
from cdstrack.store.address import Server
from cdstrack.store.copying import copy_store
from cdstrack.store.integrity import EXPECTED_ON_SERVER, OBJECTS_ON_SERVER
from cdstrack.store.ledger import create_store, open_writer
from cdstrack.store.migrations import migrate_on_server
from cdstrack.store.schema import FIRST_ON_SERVER, STEPS, server_step, tables
from cdstrack.store.schema.columns import TABLES
from cdstrack.store.server.lines import COPY
from cdstrack.store.verification import structure_problems, verify

NAMES = list(TABLES)
Client = psycopg.Connection[tuple[object, ...]]


@pytest.fixture
def address(server: TestServer) -> str:
    return server.url(server.emptied_database())


def connected(address: str) -> Client:
    """Another program of whoever owns the database."""
    client = psycopg.connect(address, autocommit=True)
    client.execute("SET search_path = cdstrack, pg_temp")
    return client


@pytest.fixture
def released(address: str) -> Iterator[Client]:
    """A store as the program makes it."""
    create_store(Server(address))
    with connected(address) as client:
        yield client


@pytest.fixture
def declared(address: str) -> Iterator[Client]:
    """The tables of `cdstrack.store.schema.tables`, without guards."""
    with connected(address) as client:
        client.execute("CREATE SCHEMA cdstrack")
        engine = create_engine(
            "postgresql+psycopg://", creator=lambda: client, poolclass=StaticPool
        )
        tables.PlanVersionRow.metadata.create_all(engine)
        client.rollback()
        yield client


def objects(client: Client) -> dict[str, str]:
    question = OBJECTS_ON_SERVER.read_text(encoding="utf-8")
    return {str(name): str(made) for name, made in client.execute(question.encode())}


def test_the_structure_that_doctor_expects_is_the_one_that_the_program_makes(
    released: Client, golden: Golden
) -> None:
    golden(EXPECTED_ON_SERVER, "".join(f"{k}\t{v}\n" for k, v in objects(released).items()))


def test_the_tables_of_the_program_are_those_of_the_released_version(declared: Client) -> None:
    lines = EXPECTED_ON_SERVER.read_text(encoding="utf-8").splitlines()
    expected = dict(line.split("\t", 1) for line in lines)
    found = objects(declared)
    only_on_server = {
        name
        for name in expected
        if name.split()[0] in {"trigger", "function"}
        or name.split()[1].startswith("schema_version")
    }
    assert found == {name: made for name, made in expected.items() if name not in only_on_server}


def test_every_version_has_its_step_on_a_server() -> None:
    for number in range(FIRST_ON_SERVER, len(STEPS) + 1):
        assert server_step(number).startswith("-- ")


def add(client: Client, table: str, row: dict[str, object]) -> None:
    """Adds a row as the program does: by COPY, which guesses at no type."""
    if "id" in row and row["id"] is None:
        row = row | {"id": 1}
    line = COPY.line(text if isinstance(text, int) else _text(text) for text in row.values())
    statement = f"COPY {table} ({', '.join(row)}) FROM STDIN"
    with client.cursor() as cursor, cursor.copy(statement.encode()) as copy:
        copy.write(line)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def is_for_files(change: dict[str, object]) -> bool:
    """Bytes where a text belongs: a server takes texts only."""
    return any(isinstance(value, bytes) for value in change.values())


@pytest.mark.parametrize("table", NAMES)
def test_what_a_file_refuses_a_server_refuses(released: Client, table: str) -> None:
    released.execute("SET cdstrack.copying = 'on'")  # the server notes no account by itself
    for earlier in NAMES[: NAMES.index(table)]:
        add(released, earlier, SOUND[earlier])
    for bad in BAD[table]:
        if is_for_files(bad):
            continue
        with pytest.raises(psycopg.Error, match=r"violates|invalid|null|added"):
            add(released, table, SOUND[table] | bad)
    add(released, table, SOUND[table])


def test_there_are_two_hundred_bad_rows() -> None:
    assert sum(map(len, BAD.values())) >= 200


@pytest.fixture
def filled(
    released: Client, address: str, act: Callable[..., Act], one_of_each: list[Entry]
) -> Client:
    """A store with a row in each table that acts fill."""
    with open_writer(Server(address)) as ledger:
        ledger.append(replace(act(), units_text="id,vi\n"), one_of_each)
    return released


FILLED = (
    *("plan_version", "submission", "observation", "document", "acknowledgement"),
    *("summary_issue", "chain", "database_user", "units_version", "schema_version"),
)


@pytest.mark.parametrize("table", FILLED)
def test_not_even_the_owner_changes_deletes_or_empties(filled: Client, table: str) -> None:
    before = filled.execute(f"SELECT * FROM {table}".encode()).fetchall()
    assert before
    column = filled.execute(f"SELECT * FROM {table}".encode()).description
    assert column is not None
    name = column[0].name
    for attempt in (
        f"UPDATE {table} SET {name} = {name}",
        f"UPDATE {table} SET {name} = {name} WHERE false",
        f"DELETE FROM {table}",
        f"TRUNCATE {table} CASCADE",
        f"INSERT INTO {table} SELECT * FROM {table} ON CONFLICT ({name}) DO UPDATE SET {name} = EXCLUDED.{name}",
    ):
        with pytest.raises(psycopg.Error, match="never changed or deleted"):
            filled.execute(attempt.encode())
    assert filled.execute(f"SELECT * FROM {table}".encode()).fetchall() == before


@pytest.mark.parametrize("number", [2, 5, 7])
def test_no_row_is_put_in_between_or_behind_a_gap(filled: Client, number: int) -> None:
    row = {**SOUND["observation"], "id": number}
    with pytest.raises(psycopg.Error, match=r"never put in between|unique"):
        add(filled, "observation", row)


def test_figures_keep_their_submission_where_nothing_else_guards_it(filled: Client) -> None:
    """Without the guards, and without the rows of other tables that refer to it."""
    for table in NAMES:
        filled.execute(f"DROP TRIGGER {table}_no_change ON {table}".encode())
        if table not in {"plan_version", "submission", "observation"}:
            filled.execute(f"DELETE FROM {table}".encode())
    for attempt, told in (
        ("UPDATE observation SET submission = 99 WHERE id = 1", "observation: a row violates its"),
        ("UPDATE submission SET id = 99 WHERE id = 1", "submission: figures refer to submission 1"),
        ("DELETE FROM submission WHERE id = 1", "submission: figures refer to submission 1"),
        ("TRUNCATE submission", "referenced in a foreign key"),
    ):
        with pytest.raises(psycopg.Error, match=told):
            filled.execute(attempt.encode())
    filled.execute("UPDATE observation SET submission = 1; UPDATE submission SET id = id")


def test_figures_whose_submission_is_gone_are_told(
    filled: Client, address: str, tmp_path: Path
) -> None:
    """Whoever owns the record takes its guards away and puts them back."""
    guards = filled.execute(
        "SELECT tgname, tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger"
        " WHERE NOT tgisinternal AND tgrelid = 'observation'::regclass"
    ).fetchall()
    for name, table, _ in guards:
        filled.execute(f"DROP TRIGGER {name} ON {table}".encode())
    add(filled, "observation", {**SOUND["observation"], "id": 99, "submission": 99})
    for _, _, made in guards:
        filled.execute(str(made).encode())
    (problem,) = structure_problems(Server(address))
    assert problem.code == "CDS403"
    assert "foreign key: observation of submission 99" in problem.facts["detail"]
    misfits = [each for each in verify(Server(address)).problems if each.code == "CDS430"]
    assert [each.facts["act"] for each in misfits] == ["99"]
    with pytest.raises(StoreUnusableError) as refused:
        copy_store(Server(address), tmp_path / "never.db")
    assert refused.value.problems[0].code == "CDS416"


TAMPERED = {
    "ALTER TABLE observation DISABLE TRIGGER observation_no_change": "observation_no_change",
    "DROP TRIGGER chain_no_change ON chain": "chain_no_change",
    "ALTER TABLE observation DROP CONSTRAINT observation_withdrawn_flag": "withdrawn_flag",
    "DROP INDEX observation_cell": "observation_cell",
    "CREATE TABLE beside (id int)": "beside",
    "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql"
    " AS $$BEGIN RETURN NULL; END$$": "refuse_change",
    "GRANT EXECUTE ON FUNCTION note_database_user() TO PUBLIC": "note_database_user",
    "CREATE RULE quiet AS ON INSERT TO chain_start DO INSTEAD NOTHING": "chain_start",
    "ALTER TABLE observation ALTER period TYPE text COLLATE \"default\"": "observation",
}  # fmt: skip


@pytest.mark.parametrize("sql", TAMPERED)
def test_a_guard_that_is_gone_is_named(filled: Client, address: str, sql: str) -> None:
    assert structure_problems(Server(address)) == []
    filled.execute(sql.encode())
    (problem,) = structure_problems(Server(address))
    assert problem.code == "CDS415"
    assert TAMPERED[sql] in problem.facts["detail"]


def test_a_new_version_is_reached_whole_or_not_at_all(filled: Client, address: str) -> None:
    latest = len(STEPS) + 1

    def version() -> object:
        return filled.execute("SELECT max(version) FROM schema_version").fetchall()[0][0]

    def failing(number: int) -> str:
        return f"CREATE TABLE later_{number} (id BIGINT); SELECT 1 / 0"

    place = Server(address)
    assert migrate_on_server(place) is False
    with pytest.raises(psycopg.Error, match="division by zero"):
        migrate_on_server(place, latest, failing)
    assert version() == latest - 1
    assert structure_problems(place) == []
    assert migrate_on_server(place, latest, lambda number: f"CREATE TABLE later_{number} (id INT)")
    assert version() == latest
    assert filled.execute(f"SELECT count(*) FROM later_{latest}".encode()).fetchall() == [(0,)]
