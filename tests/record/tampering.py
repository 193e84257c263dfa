"""Taking the guards off a record, changing it, and putting them back; and what is then told."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
from tests.conftest import Run

from cdstrack.store.address import Address, Server
from cdstrack.store.verification import structure_problems

HEAD = re.compile(r"[Cc]h(?:ain|uỗi):?\s([0-9a-f]{12})")


def tampered(store: Address, *statements: str) -> None:
    """Changes the record as somebody may who can write the file or owns the database: the guards
    are dropped and put back."""
    if isinstance(store, Server):
        tampered_on_server(store, *statements)
    else:
        tampered_in_file(store, *statements)
    assert structure_problems(store) == []


def tampered_on_server(store: Server, *statements: str) -> None:
    with psycopg.connect(store.url) as owner:
        owner.execute("SET search_path = cdstrack")
        guards = owner.execute(
            "SELECT tgname, tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger"
            " WHERE NOT tgisinternal"
        ).fetchall()
        for name, table, _ in guards:
            owner.execute(f"DROP TRIGGER {name} ON {table}".encode())
        for statement in statements:
            assert owner.execute(statement.encode()).rowcount
        owner.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for _, _, made in guards:
            owner.execute(made.encode())


def tampered_in_file(store: Path, *statements: str) -> None:
    with closing(sqlite3.connect(store, isolation_level=None)) as file:
        triggers = file.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        guards = triggers.fetchall()
        for name, _ in guards:
            file.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            assert file.execute(statement).rowcount
        for _, sql in guards:
            file.execute(sql)


def assert_named(run: Run, named: str) -> None:
    """`doctor` and `check` name the submission, and no copy is made."""
    for command in ("doctor", "check"):
        answer = run(command, "--lang", "en")
        assert answer.code == 10, command
        assert re.search(r"CDS43[012] .*" + re.escape(named), answer.out), answer.out
    copied = run("backup", "--lang", "en")
    assert (copied.code, copied.err[:6]) in {(4, "CDS412"), (4, "CDS416")}
    assert named in copied.err


def printed_head(run: Run, *arguments: str) -> str:
    answer = run(*(arguments or ("status",)), "--lang", "en")
    assert answer.code == 0
    found = HEAD.findall(answer.out)
    assert len(found) == 1
    return str(found[0])


def verified(run: Run, head: str) -> tuple[int, str]:
    answer = run("log", "--verify", head, "--lang", "en")
    return answer.code, answer.out
