"""Finds rows that this program cannot have written, although the schema admits them.

Owns what is looked at: texts under their own SHA-256, numbers against what was typed, periods
against their days, gaps in the ids, and whether a row can be read at all. SQLite picks out what is
suspicious, so that a million sound rows are not read one by one.
"""

from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from itertools import islice
from typing import Any, NamedTuple

from cdstrack.core.problem import Problem, Severity
from cdstrack.core.record.agreement import can_mean
from cdstrack.store.connection import Connection, as_bytes, only_row, stream
from cdstrack.store.rows import acts, kept_values, mapping
from cdstrack.store.sealed_rows import COLUMNS, owner, tables_of
from cdstrack.store.server.connection import ServerConnection

_MOST = 20
"""Rows of a kind that are named one by one."""
_OTHER_THAN_ENTERED = (
    "SELECT id, submission, indicator, period, entered, value, numerator, denominator"
    " FROM observation WHERE value IS NOT NULL"
    " AND value IS NOT CAST(round(CAST(entered AS REAL) * 1000000) AS INTEGER)"
)
_BY_DECREE = (
    "SELECT s.id FROM submission AS s JOIN plan_version AS p ON s.plan_digest = p.digest"
    " WHERE p.text LIKE '%nd09%'"
)
"""The submissions whose plan cuts some periods by Decree 09/2019/ND-CP."""
_TYPES = tuple(f"typeof({name})" for name in ("value", "numerator", "denominator", "stated"))
"""What only a damaged file may have otherwise than its tables allow."""
_NEVER_SEALED = (
    "SELECT submission, sealed_in FROM database_user"
    " WHERE sealed_in > (SELECT coalesce(max(id), 0) + 1 FROM submission) ORDER BY submission"
)
_OTHER_ON_SERVER = (
    "SELECT id, submission, indicator, period, entered, value, numerator, denominator"
    " FROM observation WHERE value IS NOT NULL AND value IS DISTINCT FROM"
    " round(substring(entered FROM '^ *([-+]{0,1}[0-9]{1,15}([.][0-9]+){0,1})')::numeric * 1000000)"
    " ORDER BY id"
)
"""The same question in PostgreSQL's words."""
_NUMBER_TYPES = {"integer", "null"}


def row_problems(connection: Connection) -> Iterator[Problem]:
    """Every problem of single rows, table by table; of a kind the first few.

    Raises:
        apsw.Error: The file is damaged.
    """
    are_texts = True
    for look in _LOOKS:
        try:
            yield from islice(look(connection), _MOST)
        except UnicodeDecodeError:
            are_texts = False
    if not are_texts:
        yield from islice(garbled_texts(connection), _MOST)


def garbled_texts(connection: Connection) -> Iterator[Problem]:
    """Texts whose bytes are no UTF-8, each with its row; only the bytes of all of them can tell.

    Raises:
        apsw.Error: The file is damaged.
    """
    for table in tables_of(connection):
        number, *columns = COLUMNS[table]
        for column in columns:
            found = stream(
                connection,
                f"SELECT {number}, {owner(table)}, {as_bytes(column, connection)}"  # noqa: S608 - our names
                f" FROM {table} WHERE typeof({column}) = 'text'",
            )
            for row, act, raw in found:
                if (told := raw.decode(errors="replace")).encode() != raw:
                    yield _row("CDS436", row, act, table=table, column=column, value=told)


def sealed_texts(connection: Connection) -> Iterator[Problem]:
    """Plans and pages that are not what their SHA-256 says: all that a store without a chain has.

    Raises:
        apsw.Error: The file is damaged.
    """
    yield from _plans(connection)
    yield from _units(connection)
    yield from _pages(connection)


def _is_whole(text: bytes | None, digest: object) -> bool:
    """Whether a text is there and is what its SHA-256 says."""
    return text is not None and sha256(text).hexdigest() == digest


def _plans(connection: Connection) -> Iterator[Problem]:
    kept = connection.execute(
        f"SELECT digest, {as_bytes('text', connection)}, (SELECT min(id) FROM submission"  # noqa: S608 - our names
        " WHERE plan_digest = digest) FROM plan_version ORDER BY 3"
    )
    for digest, text, act in kept:
        if not _is_whole(text, digest):
            yield _warning("CDS431", digest=str(digest)[:12], act=act or "")


def _units(connection: Connection) -> Iterator[Problem]:
    if "units_version" not in tables_of(connection):
        return
    kept = connection.execute(
        f"SELECT digest, {as_bytes('text', connection)}, submission FROM units_version ORDER BY 3"  # noqa: S608 - our names
    )
    for digest, text, act in kept:
        if not _is_whole(text, digest):
            yield _warning("CDS431", digest=str(digest)[:12], act=act or "", units="yes")


def _pages(connection: Connection) -> Iterator[Problem]:
    kept = connection.execute(
        f"SELECT number, submission, week, {as_bytes('text', connection)}, sha256"  # noqa: S608 - our names
        " FROM summary_issue ORDER BY number"
    )
    for number, act, week, text, digest in kept:
        if not _is_whole(text, digest):
            yield _warning("CDS432", number=number, act=act or "", week=week or "")


def _numbers(connection: Connection) -> Iterator[Problem]:
    on_server = isinstance(connection, ServerConnection)
    for row in stream(connection, _OTHER_ON_SERVER if on_server else _OTHER_THAN_ENTERED):
        number, act, indicator, period, entered, *kept = row
        if not all(each is None or isinstance(each, int) for each in kept):
            continue
        value, numerator, denominator = map(kept_values.number_of, kept)
        if value is not None and not can_mean(str(entered), value, numerator, denominator):
            facts = {"indicator": indicator, "period": period, "entered": entered, "value": value}
            yield _row("CDS433", number, act, **facts)


def _periods(connection: Connection) -> Iterator[Problem]:
    by_decree: set[int] = set()
    for said in _distinct(connection, "period", "period_start", "period_end"):
        text, start, end = said.values
        try:
            period = kept_values.period_of(text)
        except mapping.UNREADABLE:
            number, act, _ = said.first()
            yield _row("CDS436", number, act, table="observation", column="period", value=text)
            continue
        if (period.start.isoformat(), period.end.isoformat()) == (start, end):
            continue
        number, act, indicator = said.first()
        if kept_values.dated_period(text, start, end) != period:
            by_decree = by_decree or {act for (act,) in connection.execute(_BY_DECREE)}
            if act in by_decree:
                continue
        facts = {"indicator": indicator, "period": text}
        yield _row("CDS434", number, act, **facts, start=start, end=end)


def _reported(connection: Connection) -> Iterator[Problem]:
    for said in _distinct(connection, "reported"):
        (text,) = said.values
        if text is None:
            continue
        try:
            kept_values.period_of(text)
        except mapping.UNREADABLE:
            number, act, _ = said.first()
            yield _row("CDS436", number, act, table="observation", column="reported", value=text)


def _worded(connection: Connection) -> Iterator[Problem]:
    """States and qualifiers that are no such words, and numbers of another type."""
    types = () if isinstance(connection, ServerConnection) else _TYPES
    for said in _distinct(connection, "state", "qualifier", *types):
        state, qualifier, *found = said.values
        try:
            kept_values.words_of(state, qualifier)
            sound = _NUMBER_TYPES.issuperset(found)
        except mapping.UNREADABLE:
            sound = False
        if not sound:
            told = f"{state or ''} {qualifier}".strip()
            number, act, _ = said.first()
            yield _row("CDS436", number, act, table="observation", column="qualifier", value=told)


def _others(connection: Connection) -> Iterator[Problem]:
    """Rows of the smaller tables that nothing can be made of."""
    for table in (each for each in tables_of(connection) if each in _SMALL):
        value_of = _SMALL[table]
        names = ", ".join(COLUMNS[table])
        for row in connection.execute(f"SELECT {names} FROM {table}"):  # noqa: S608 - our names
            try:
                value_of(row)
            except mapping.UNREADABLE as error:
                act = row[COLUMNS[table].index(owner(table))]
                yield _row("CDS436", row[0], act, table=table, column="", value=str(error))


class _Said(NamedTuple):
    """What some figures have in some columns; `first` asks for the first one that has it."""

    values: tuple[Any, ...]
    first: Callable[[], tuple[Any, ...]]


def _distinct(connection: Connection, *columns: str) -> Iterator[_Said]:
    """What the figures have in these columns, each once.

    To keep a few values apart is faster than to sort a million rows for the first one of each.
    """
    rows = stream(connection, f"SELECT DISTINCT {', '.join(columns)} FROM observation")  # noqa: S608 - our names
    alike = " AND ".join(f"{column} IS NOT DISTINCT FROM ?" for column in columns)
    first = f"SELECT id, submission, indicator FROM observation WHERE {alike} ORDER BY id LIMIT 1"  # noqa: S608 - our names
    for values in sorted(rows, key=lambda row: tuple(map(str, row))):
        yield _Said(tuple(values), partial(only_row, connection, first, values))


def _unsealed(connection: Connection) -> Iterator[Problem]:
    """Accounts that no digest will ever hold; those from before version 5 wait for the next one."""
    if "database_user" not in tables_of(connection):
        return
    for act, sealed_in in connection.execute(_NEVER_SEALED):
        facts = {"table": "database_user", "column": "sealed_in", "value": sealed_in}
        yield _row("CDS436", act, act, **facts)


def _gaps(connection: Connection) -> Iterator[Problem]:
    """The first id that is missing in each table whose ids are counted from 1."""
    for table in tables_of(connection):
        columns = COLUMNS[table]
        if columns[0] not in {"id", "number"}:
            continue
        count, last = only_row(
            connection,
            f"SELECT count(*), max({columns[0]}) FROM {table}",  # noqa: S608 - our names
        )
        if count != (last or 0):
            (missing,) = only_row(
                connection,
                f"SELECT min(n) FROM (SELECT 1 AS n UNION ALL"  # noqa: S608 - our names
                f" SELECT {columns[0]} + 1 FROM {table}) AS candidate WHERE n NOT IN"
                f" (SELECT {columns[0]} FROM {table})",
            )
            yield _warning("CDS435", table=table, id=missing, missing=last - count)


_LOOKS = (
    *(_plans, _units, _pages, _numbers, _periods),
    *(_reported, _worded, _others, _unsealed, _gaps),
)
_SMALL: dict[str, Callable[[Any], object]] = {
    "submission": acts.submission_of,
    "document": lambda row: row[3] or acts.document_of(row),
    "acknowledgement": acts.acknowledgement_of,
    "summary_issue": acts.summary_of,
    "chain_start": lambda row: kept_values.instant_of(row[1]),
    "closing": acts.closing_of,
    "late_entry": acts.late_of,
}


def _row(code: str, number: object, act: object, /, **facts: object) -> Problem:
    return _warning(code, id=number, act=act, **facts)


def _warning(code: str, /, **facts: object) -> Problem:
    return Problem(code, {name: str(fact) for name, fact in facts.items()}, Severity.WARNING)
