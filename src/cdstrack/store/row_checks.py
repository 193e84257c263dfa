"""Rows that no act of this program can have written, though the schema lets them in.

Owns what is looked at: texts under their own SHA-256, numbers against what was typed, periods
against their days, gaps in the ids, and whether a row can be read at all. SQLite picks out what is
suspicious, so that a million sound rows are not read one by one.
"""

from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import islice
from typing import Any

from cdstrack.core.problem import Problem, Severity
from cdstrack.core.record.agreement import can_mean
from cdstrack.store.chain import COLUMNS, owner, tables_of
from cdstrack.store.connection import Connection, as_bytes, only_row, stream
from cdstrack.store.rows import kept_values, mapping
from cdstrack.store.server.connection import ServerConnection

_MOST = 20
"""Rows of a kind that are named one by one."""
_OTHER_THAN_ENTERED = (
    "SELECT id, submission, indicator, period, entered, value, numerator, denominator"
    " FROM observation WHERE value IS NOT NULL"
    " AND value IS NOT CAST(round(CAST(entered AS REAL) * 1000000) AS INTEGER)"
)
_PERIODS = (
    "SELECT min(id), submission, indicator, period, period_start, period_end"
    " FROM observation GROUP BY period, period_start, period_end"
)
_BY_DECREE = (
    "SELECT s.id FROM submission AS s JOIN plan_version AS p ON s.plan_digest = p.digest"
    " WHERE p.text LIKE '%nd09%'"
)
"""The submissions whose plan cuts some periods by Decree 09/2019/ND-CP."""
_REPORTED = (
    "SELECT min(id), submission, reported FROM observation"
    " WHERE reported IS NOT NULL GROUP BY reported"
)
_WORDS = (
    "SELECT min(id), submission, state, qualifier, typeof(value), typeof(numerator),"
    " typeof(denominator), typeof(stated) FROM observation"
    " GROUP BY state, qualifier, 5, 6, 7, 8"
)
_NEVER_SEALED = (
    "SELECT submission, sealed_in FROM database_user"
    " WHERE sealed_in > (SELECT coalesce(max(id), 0) + 1 FROM submission) ORDER BY submission"
)
_SERVER = {
    _OTHER_THAN_ENTERED: (
        "SELECT id, submission, indicator, period, entered, value, numerator, denominator"
        " FROM observation WHERE value IS NOT NULL AND value IS DISTINCT FROM"
        " round(substring(entered FROM '^ *([-+]{0,1}[0-9]{1,15}([.][0-9]+){0,1})')::numeric * 1000000)"
        " ORDER BY id"
    ),
    _PERIODS: (
        "SELECT DISTINCT ON (period, period_start, period_end)"
        " id, submission, indicator, period, period_start, period_end"
        " FROM observation ORDER BY period, period_start, period_end, id"
    ),
    _REPORTED: (
        "SELECT DISTINCT ON (reported) id, submission, reported FROM observation"
        " WHERE reported IS NOT NULL ORDER BY reported, id"
    ),
    _WORDS: (
        "SELECT DISTINCT ON (state, qualifier) id, submission, state, qualifier"
        " FROM observation ORDER BY state NULLS FIRST, qualifier, id"
    ),
}
"""The same questions in PostgreSQL's words; its columns hold no value of another type."""
_NUMBER_TYPES = {"integer", "null"}


def row_problems(connection: Connection) -> Iterator[Problem]:
    """Every problem of single rows, table by table; of a kind the first few.

    Raises:
        apsw.Error: The file is damaged.
    """
    are_texts = True
    for look in (_plans, _units, _pages, _numbers, _periods, _unreadable, _unsealed, _gaps):
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
    for row in _rows(connection, _OTHER_THAN_ENTERED):
        number, act, indicator, period, entered, *kept = row
        if not all(each is None or isinstance(each, int) for each in kept):
            continue
        value, numerator, denominator = map(kept_values.number_of, kept)
        if value is not None and not can_mean(str(entered), value, numerator, denominator):
            facts = {"indicator": indicator, "period": period, "entered": entered, "value": value}
            yield _row("CDS433", number, act, **facts)


def _periods(connection: Connection) -> Iterator[Problem]:
    by_decree: set[int] = set()
    for number, act, indicator, text, start, end in _rows(connection, _PERIODS):
        facts = {"indicator": indicator, "period": text}
        try:
            period = kept_values.period_of(text)
        except mapping.UNREADABLE:
            yield _row("CDS436", number, act, table="observation", column="period", value=text)
            continue
        if kept_values.dated_period(text, start, end) != period:
            by_decree = by_decree or {act for (act,) in connection.execute(_BY_DECREE)}
            if act in by_decree:
                continue
        if (period.start.isoformat(), period.end.isoformat()) != (start, end):
            yield _row("CDS434", number, act, **facts, start=start, end=end)


def _unreadable(connection: Connection) -> Iterator[Problem]:
    yield from _unread(connection, "observation", "reported", _REPORTED, kept_values.period_of)
    for number, act, state, qualifier, *types in _rows(connection, _WORDS):
        try:
            kept_values.words_of(state, qualifier)
            sound = _NUMBER_TYPES.issuperset(types)
        except mapping.UNREADABLE:
            sound = False
        if not sound:
            told = f"{state or ''} {qualifier}".strip()
            yield _row("CDS436", number, act, table="observation", column="qualifier", value=told)
    for table in (each for each in tables_of(connection) if each in _SMALL):
        value_of = _SMALL[table]
        names = ", ".join(COLUMNS[table])
        for row in connection.execute(f"SELECT {names} FROM {table}"):  # noqa: S608 - our names
            try:
                value_of(row)
            except mapping.UNREADABLE as error:
                act = row[COLUMNS[table].index(owner(table))]
                yield _row("CDS436", row[0], act, table=table, column="", value=str(error))


def _unread(
    connection: Connection,
    table: str,
    column: str,
    asked: str,
    value_of: Callable[[str], object],
) -> Iterator[Problem]:
    for number, act, text in _rows(connection, asked):
        try:
            value_of(text)
        except mapping.UNREADABLE:
            yield _row("CDS436", number, act, table=table, column=column, value=text)


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


_SMALL: dict[str, Callable[[Any], object]] = {
    "submission": mapping.submission_of,
    "document": lambda row: row[3] or mapping.document_of(row),
    "acknowledgement": mapping.acknowledgement_of,
    "summary_issue": mapping.summary_of,
    "chain_start": lambda row: kept_values.instant_of(row[1]),
    "closing": mapping.closing_of,
    "late_entry": mapping.late_of,
}


def _rows(connection: Connection, asked: str) -> Iterator[Any]:
    """The answer to a question that each database has in its own words."""
    on_server = isinstance(connection, ServerConnection)
    return stream(connection, _SERVER[asked] if on_server else asked)


def _row(code: str, number: object, act: object, /, **facts: object) -> Problem:
    return _warning(code, id=number, act=act, **facts)


def _warning(code: str, /, **facts: object) -> Problem:
    return Problem(code, {name: str(fact) for name, fact in facts.items()}, Severity.WARNING)
