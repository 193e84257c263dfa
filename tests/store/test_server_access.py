"""Who may do what with a record on a server, what is said to who may not, and no password anywhere."""

from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from tests.conftest import Answer, lay_out_sample, run_program
from tests.server import TestServer

from cdstrack.cli.app.command_names import COMMANDS as COMMANDS_BY_PURPOSE
from cdstrack.core.record.acts import Act
from cdstrack.core.record.observation import Observation
from cdstrack.store.address import Server
from cdstrack.store.ledger import open_reader, open_writer
from cdstrack.store.schema.columns import TABLES
from cdstrack.store.server_access import Access, account_on

PEOPLE = {"chu": "", "ghi": "IN ROLE cdstrack_writer", "xem": "IN ROLE cdstrack_reader", "la": ""}
"""The owner, a writer, a reader, and a stranger."""


@pytest.fixture
def database(server: TestServer, folder: Path) -> Iterator[str]:
    """A database whose owner has made a store in it; the two roles are there."""
    name = server.new_database()
    for role in ("cdstrack_reader", "cdstrack_writer"):
        once(server, f"CREATE ROLE {role} NOLOGIN")
    for person, membership in PEOPLE.items():
        once(server, f"CREATE ROLE {person} LOGIN {membership}")
    server.do(f"ALTER DATABASE {name} OWNER TO chu")
    lay_out_sample(folder)
    assert run_program("init", "--db", server.url(name, "chu")).code == 0
    yield name
    server.do(f"DROP DATABASE {name} WITH (FORCE)")


def once(server: TestServer, statement: str) -> None:
    server.do(f"DO $$ BEGIN {statement}; EXCEPTION WHEN duplicate_object THEN NULL; END $$")


READING = (
    *("status", "status --by-unit ho-so-cap-tinh", "gaps", "targets", "log", "log -p", "check"),
    *(
        "log --verify 000000000000",
        "show ho-so-cap-tinh",
        "explain ho-so-cap-tinh",
        "report -o a.html",
    ),
    *("backtest", "scores ho-so-cap-tinh", "whatif ho-so-cap-tinh=80", "closings", "units"),
    *("document list", "document show nghi-quyet", "plan versions", "plan diff targets.yaml"),
    *("summary --week 2022-W34", "owners", "remind so-tttt", "schedule cron --to a.html"),
    *("doctor", "export out.csv", "export out.xlsx", "template a.xlsx", "backup", "examples"),
    *("copy-store {db} copy.db", "import figures.csv --dry-run", "undo --dry-run"),
    "record ho-so-cap-xa 34 --on 2022-08-30 --dry-run",
    "correct ho-so-cap-tinh 61 --on 31/7/2022 --reason x --dry-run",
)
WRITING = (
    *("import figures.csv", "record ho-so-cap-xa 34 --on 2022-08-30 --yes", "undo"),
    *("document add bc-1 --title Báo-cáo", "summary --week 2022-W34 --issue"),
    *("check --acknowledge 4c5c6a94 --reason x", "close 2022-Q1 --by PCVP"),
    *("reopen 2022-Q1 --reason x", "correct ho-so-cap-tinh 61 --on 31/7/2022 --reason x"),
    "withdraw ho-so-cap-tinh --on 31/7/2022 --reason x",
)
MADE_ELSEWHERE = {"init", "restore"}
"""What makes or fills a store; the owner does."""


def rows(server: TestServer, database: str) -> dict[str, tuple[int, str]]:
    """How many rows each table has, and a digest of all that is in them."""
    with psycopg.connect(server.url(database)) as connection:
        tables = connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'cdstrack'"
        ).fetchall()
        found = {}
        for (name,) in tables:
            whole = f"SELECT count(*), md5(string_agg(t::text, '' ORDER BY t::text)) FROM cdstrack.{name} AS t"  # noqa: S608 - our names
            found[str(name)] = connection.execute(whole.encode()).fetchall()[0]
        return found


def as_person(server: TestServer, database: str, person: str, command: str) -> Answer:
    url = server.url(database, person)
    return run_program(*command.replace("{db}", url).split(), "--db", url)


def test_every_command_is_tried_as_a_reader() -> None:
    every = {name for names in COMMANDS_BY_PURPOSE.values() for name in names}
    tried = {
        name for name in every for line in (*READING, *WRITING) if f"{line} ".startswith(f"{name} ")
    }
    assert every - tried == MADE_ELSEWHERE


def test_a_reader_reads_everything_and_writes_nothing(server: TestServer, database: str) -> None:
    assert as_person(server, database, "ghi", "import figures.csv").code == 0
    before = rows(server, database)
    for command in READING:
        answer = as_person(server, database, "xem", command)
        assert answer.code in {0, 10}, (command, answer.err)
    for command in WRITING:
        answer = as_person(server, database, "xem", command)
        assert (answer.code, "CDS442" in answer.err) == (4, True), (command, answer)
    assert rows(server, database) == before


@pytest.mark.parametrize("person", ["xem", "ghi"])
@pytest.mark.parametrize("guard", ["note_database_user", "refuse_unknown", "refuse_orphan"])
def test_what_runs_as_the_owner_is_of_no_use_on_a_table_of_ones_own(
    server: TestServer, database: str, person: str, guard: str
) -> None:
    with psycopg.connect(server.url(database, person), autocommit=True) as connection:
        connection.execute("CREATE TEMP TABLE submission (id BIGINT, recorded_by TEXT)")
        with pytest.raises(
            psycopg.errors.InsufficientPrivilege, match=f"function cdstrack.{guard}"
        ):
            connection.execute(
                "CREATE TRIGGER own AFTER INSERT ON pg_temp.submission"
                f" FOR EACH ROW EXECUTE FUNCTION cdstrack.{guard}()".encode()
            )


def test_a_reader_may_nothing_but_select(server: TestServer, database: str) -> None:
    with psycopg.connect(server.url(database)) as connection:
        granted = connection.execute(
            "SELECT DISTINCT privilege_type FROM information_schema.role_table_grants"
            " WHERE table_schema = 'cdstrack' AND grantee = 'cdstrack_reader'"
        ).fetchall()
    assert granted == [("SELECT",)]


ALTERING = (
    *("UPDATE {table} SET {column} = {column}", "UPDATE {table} SET {column} = NULL WHERE false"),
    *("DELETE FROM {table}", "TRUNCATE {table} CASCADE", "DROP TABLE {table} CASCADE"),
    "INSERT INTO {table} SELECT * FROM {table} ON CONFLICT ({column}) DO UPDATE SET {column} = EXCLUDED.{column}",
    "MERGE INTO {table} AS t USING {table} AS s ON t.{column} = s.{column} WHEN MATCHED THEN DELETE",
    *("ALTER TABLE {table} DISABLE TRIGGER ALL", "ALTER TABLE {table} DISABLE TRIGGER USER"),
    *("ALTER TABLE {table} ADD COLUMN x INT", "ALTER TABLE {table} RENAME TO other"),
    *("DROP TRIGGER {table}_no_change ON {table}", "ALTER TABLE {table} OWNER TO ghi"),
    "CREATE TRIGGER late AFTER INSERT ON {table} EXECUTE FUNCTION cdstrack.refuse_change()",
    "CREATE RULE late AS ON INSERT TO {table} DO INSTEAD NOTHING",
)
"""What is tried on each table; `column` is its key."""
ALTERING_ALL = (
    *("CREATE TABLE cdstrack.beside (id int)", "DROP SCHEMA cdstrack CASCADE"),
    *("ALTER SCHEMA cdstrack RENAME TO other", "ALTER SCHEMA cdstrack OWNER TO ghi"),
    "CREATE OR REPLACE FUNCTION cdstrack.refuse_change() RETURNS trigger LANGUAGE sql AS ''",
    *("DROP FUNCTION cdstrack.refuse_change() CASCADE", "SET session_replication_role = replica"),
    *("SET ROLE chu", "GRANT chu TO ghi", "ALTER ROLE ghi SUPERUSER"),
    *("REASSIGN OWNED BY chu TO ghi", "DROP OWNED BY chu"),
    "INSERT INTO cdstrack.database_user VALUES (1, 'chu', 1)",
    "INSERT INTO cdstrack.schema_version VALUES (99)",
    "INSERT INTO cdstrack.chain_start VALUES (1, '2022-08-21T12:00:00.000000Z')",
)


def test_a_writer_records_and_changes_nothing_that_stands(
    server: TestServer, database: str
) -> None:
    for command in WRITING:
        answer = as_person(server, database, "ghi", command)
        assert answer.code in {0, 10}, (command, answer.err)
    before = rows(server, database)
    attempts = list(ALTERING_ALL)
    for table in before:
        column = TABLES.get(table, ("version",))[0]
        attempts += [
            each.format(table=f"cdstrack.{table}", column=column).replace(
                f"TRIGGER cdstrack.{table}_no", f"TRIGGER {table}_no"
            )
            for each in ALTERING
        ]
    with psycopg.connect(server.url(database, "ghi"), autocommit=True) as connection:
        for attempt in attempts:
            with pytest.raises(psycopg.Error, match=r"permission denied|must be|must have") as told:
                connection.execute(attempt.encode())
            assert told.value.sqlstate == "42501", (attempt, told.value)
    assert rows(server, database) == before


def test_a_stranger_is_told_which_role_is_missing(server: TestServer, database: str) -> None:
    for command in ("status", "record ho-so-cap-xa 34 --on 2022-08-30 --yes", "doctor"):
        answer = as_person(server, database, "la", command)
        assert "CDS442" in answer.out + answer.err
        assert answer.code in {4, 10}


@pytest.mark.parametrize(
    ("person", "access"),
    [("chu", Access.OWNER), ("ghi", Access.WRITER), ("xem", Access.READER)],
)
def test_doctor_says_which_one_it_is(
    server: TestServer, database: str, person: str, access: Access
) -> None:
    assert account_on(Server(server.url(database, person))).access is access
    told = as_person(server, database, person, "doctor").out
    assert f"{person}: " in told


def test_the_log_names_the_account_that_the_server_saw(server: TestServer, database: str) -> None:
    as_person(server, database, "ghi", "record ho-so-cap-xa 34 --on 2022-08-30 --yes")
    assert "lan (tài khoản ghi)" in as_person(server, database, "xem", "log -p").out
    assert '"account": "ghi"' in as_person(server, database, "xem", "log --format json").out


def test_an_account_cannot_claim_to_copy_so_as_not_to_be_noted(
    server: TestServer, database: str, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    url = server.url(database, "ghi") + "&options=-ccdstrack.copying%3Don"
    with open_writer(Server(url)) as ledger:
        number = ledger.append(act(), [figure()]).id
    with open_reader(Server(server.url(database, "xem"))) as ledger:
        assert ledger.accounts() == {number: "ghi"}


def test_init_prints_what_somebody_else_must_run(own_server: TestServer, folder: Path) -> None:
    lay_out_sample(folder)
    name = own_server.new_database()
    own_server.do(f"CREATE ROLE chu LOGIN; ALTER DATABASE {name} OWNER TO chu")
    answer = run_program("init", "--db", own_server.url(name, "chu"))
    assert answer.code == 0
    statements = [line for line in answer.out.splitlines() if line.endswith(";")]
    assert statements[0] == "CREATE ROLE cdstrack_reader NOLOGIN;"
    own_server.do("".join(statements), name)
    own_server.do("CREATE ROLE xem LOGIN IN ROLE cdstrack_reader")
    assert as_person(own_server, name, "xem", "status").code == 0


@pytest.mark.parametrize("way", ["cron", "systemd"])
def test_the_line_for_cron_has_the_address_and_a_lock_that_can_be_made(
    server: TestServer, database: str, folder: Path, way: str
) -> None:
    address = server.url(database, "ghi")
    answer = run_program("schedule", way, "--to", "tuan.html", "--db", address)
    assert (answer.code, answer.err) == (0, "")
    assert address in answer.out.replace("%%", "%").replace(r"\%", "%")
    assert f"{folder}/cdstrack.db.summary.lock" in answer.out
