"""What goes to a server in bulk: it keeps what was meant, and digests it as both databases do."""

from collections.abc import Callable, Iterator

import apsw
import psycopg
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.server import TestServer

from cdstrack.core.record.acts import Act
from cdstrack.core.record.observation import Observation
from cdstrack.store.address import Server
from cdstrack.store.ledger import create_store, open_writer
from cdstrack.store.server.lines import CANONICAL, COPY, LineForm, Value
from cdstrack.store.verification import verify

# No server keeps the sign NUL, nor half of a pair; what has them is refused before.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
HARD = st.text(st.sampled_from('\b\f\n\r\t\x01\x1f\x7f\x80"\\/%s{}N.é\u2028😀'), max_size=6)
WORDS = st.one_of(st.none(), st.just(""), TEXTS, HARD)
NUMBERS = st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1))
Client = psycopg.Connection[tuple[Value, ...]]
ROWS = st.lists(st.tuples(NUMBERS, WORDS, WORDS), min_size=1, max_size=5)
_per_server = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def client(server: TestServer) -> Iterator[Client]:
    """Another program on a database, with a table of its own."""
    with psycopg.connect(server.url(server.new_database()), autocommit=True) as opened:
        opened.execute("CREATE TABLE given (number BIGINT, one TEXT, two TEXT)")
        yield opened


@_per_server
@given(ROWS)
@example([(None, "%", "%s"), (0, "\\N", "\\.")])
def test_a_server_keeps_each_row_and_writes_its_line_as_this_program(
    client: Client, rows: list[tuple[Value, ...]]
) -> None:
    client.execute("TRUNCATE given")
    with client.cursor() as cursor, cursor.copy("COPY given FROM STDIN") as copy:
        copy.write("".join(map(COPY.line, rows)))
    items = (f"coalesce(to_json({name})::text, 'null')" for name in ("number", "one", "two"))
    line = f"'[' || concat_ws(',', {', '.join(items)}) || E']\\n'"
    kept = client.execute(f"SELECT number, one, two, {line} FROM given ORDER BY ctid").fetchall()  # noqa: S608 - our names
    assert [row[:3] for row in kept] == rows
    assert [row[3] for row in kept] == [*map(CANONICAL.line, rows)]


@given(ROWS)
def test_a_file_writes_the_same_lines(rows: list[tuple[Value, ...]]) -> None:
    file = apsw.Connection(":memory:")
    for row in rows:
        [(line,)] = file.execute("SELECT json_array(?, ?, ?) || char(10)", row)
        assert line == CANONICAL.line(row)


@pytest.mark.parametrize("form", [COPY, CANONICAL], ids=["copy", "canonical"])
@given(st.data())
def test_columns_give_the_lines_of_their_rows(form: LineForm, data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 4))
    column = st.one_of(
        st.one_of(WORDS, NUMBERS),
        *(st.lists(each, min_size=count, max_size=count) for each in (WORDS, NUMBERS, HARD)),
    )
    columns = [data.draw(column) for _ in range(data.draw(st.integers(1, 6)))]
    rows = zip(*(c if isinstance(c, list) else [c] * count for c in columns), strict=True)
    assert form.lines(columns, count) == "".join(map(form.line, rows))


def test_a_server_that_keeps_something_else_than_it_is_sent_is_told(
    server: TestServer, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    place = Server(server.url(server.emptied_database()))
    create_store(place)
    with open_writer(place) as ledger:
        kept = ledger.append(act(), [figure("75")])
    with psycopg.connect(place.url) as owner:
        owner.execute(
            "CREATE FUNCTION public.better() RETURNS trigger LANGUAGE plpgsql AS"
            " 'BEGIN NEW.value := 99000000; RETURN NEW; END';"
            "CREATE TRIGGER better BEFORE INSERT ON cdstrack.observation"
            " FOR EACH ROW EXECUTE FUNCTION public.better()"
        )
    with open_writer(place) as ledger:
        changed = ledger.append(act(), [figure("76", "2022-08")])
    misfits = [each for each in verify(place).problems if each.code == "CDS430"]
    assert kept.id < changed.id
    assert [each.facts["act"] for each in misfits] == [str(changed.id)]
