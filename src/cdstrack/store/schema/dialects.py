"""What the two databases say differently: the types of columns, and the forms that texts must have.

Which rule a column has is in `cdstrack.store.schema.tables`.
"""

from typing import NamedTuple

from sqlalchemy import CheckConstraint, Integer
from sqlalchemy.ext.compiler import compiles
from sqlmodel import AutoString


class TextForm(NamedTuple):
    """What a text must look like, in the words of each database; None has any form."""

    sqlite: str
    postgresql: str


_SQLITE_DAY = "{0} IS date({0}, '+0 days')"
"""The modifier makes SQLite count the day out: `d IS date(d)` alone accepts 2026-02-30."""
_LONG = "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
_SHORT = "(0[469]|11)-(0[1-9]|[12][0-9]|30)"
_FEBRUARY = "02-(0[1-9]|1[0-9]|2[0-8])"
_LEAP = "([0-9]{{2}}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29"
_CALENDAR = f"([0-9]{{{{4}}}}-({_LONG}|{_SHORT}|{_FEBRUARY})|{_LEAP})"
"""PostgreSQL's own dates would refuse the year 0 and raise an error of another kind."""
_CLOCK = "T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]"
_DIGITS = "[0-9][0-9][0-9][0-9]"
DAY = TextForm(_SQLITE_DAY, f"{{0}} ~ '^{_CALENDAR}$'")
DAY_OR_MONTH = TextForm(
    f"{_SQLITE_DAY} OR {{0}} IS strftime('%Y-%m', {{0}} || '-01', '+0 days')",
    f"{{0}} ~ '^({_CALENDAR}|[0-9]{{{{4}}}}-(0[1-9]|1[0-2]))$'",
)
INSTANT = TextForm(
    f"{{0}} GLOB '{_DIGITS}-[0-9][0-9]-[0-9][0-9]{_CLOCK}.{_DIGITS}[0-9][0-9]Z'"
    " AND " + _SQLITE_DAY.format("substr({0}, 1, 10)"),
    f"{{0}} ~ '^{_CALENDAR}{_CLOCK}[.][0-9]{{{{6}}}}Z$'",
)
WEEK = TextForm(f"{{0}} GLOB '{_DIGITS}-W[0-5][0-9]'", "{0} ~ '^[0-9]{{4}}-W[0-5][0-9]$'")


@compiles(AutoString)  # type: ignore[no-untyped-call,untyped-decorator,unused-ignore]
def _text(*_: object, **__: object) -> str:
    """The type of a text column; a STRICT table knows no VARCHAR."""
    return "TEXT"


@compiles(AutoString, "postgresql")  # type: ignore[no-untyped-call,untyped-decorator,unused-ignore]
def _text_by_bytes(*_: object, **__: object) -> str:
    """The same; texts are compared and sorted by their bytes, as SQLite does."""
    return 'TEXT COLLATE "C"'


@compiles(Integer, "postgresql")  # type: ignore[no-untyped-call,untyped-decorator,unused-ignore]
def _integer(*_: object, **__: object) -> str:
    """The type of a number column: 64 bits, as SQLite has."""
    return "BIGINT"


def rule(name: str, condition: str) -> CheckConstraint:
    """A rule that both databases word alike, under its name."""
    return CheckConstraint(condition, name=name)


def form_rules(name: str, column: str, form: TextForm) -> tuple[CheckConstraint, CheckConstraint]:
    """A rule on a text's form, under its name in both databases."""
    texts = form._asdict().items()
    sqlite, postgresql = (
        CheckConstraint(text.format(column), name=name).ddl_if(dialect=dialect)
        for dialect, text in texts
    )
    return sqlite, postgresql
