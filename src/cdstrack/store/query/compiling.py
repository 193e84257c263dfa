"""The questions written out as the SQL of a dialect, for the file that the reading path executes."""

import re
from collections.abc import Callable, Iterator
from inspect import signature as parameters_of
from itertools import product

from sqlalchemy import Dialect
from sqlalchemy.dialects import sqlite

from cdstrack.store.query import acts, observations, signature
from cdstrack.store.query.observations import Statement

QUESTIONS: tuple[Callable[..., Statement], ...] = (
    observations.current,
    observations.by_cell,
    observations.latest_in_cell,
    observations.revisions,
    observations.observation,
    observations.changes,
    observations.change_count,
    observations.beside_latest,
    observations.cells_touched_later,
    acts.submissions,
    acts.submission,
    acts.submissions_with,
    acts.last_submission,
    acts.undos,
    acts.last_true_instant,
    acts.instants_from,
    acts.plan_text,
    acts.plan_versions,
    acts.documents,
    acts.acknowledgements,
    acts.summaries,
    acts.documents_changed,
    acts.acknowledgements_changed,
    acts.documents_touched_later,
    acts.acknowledgements_touched_later,
)
DIALECTS: dict[str, Dialect] = {"sqlite": sqlite.dialect(paramstyle="named")}
_COLLECTION = re.compile(r"__\[POSTCOMPILE_(\w+)\]")


def written_out(dialect: str) -> str:
    """Every question with every choice of what is given, under its signature."""
    return ";\n\n".join(f"-- {head}\n{sql}" for head, sql in _compiled(DIALECTS[dialect])) + ";\n"


def _compiled(dialect: Dialect) -> Iterator[tuple[str, str]]:
    for question in QUESTIONS:
        flags = tuple(parameters_of(question).parameters)
        for given in product((False, True), repeat=len(flags)):
            statement = question(**dict(zip(flags, given, strict=True)))
            made = statement.compile(dialect=dialect)
            sql = _COLLECTION.sub(r"[\1]", str(made)).replace(" \n", "\n")
            yield signature(question.__name__, made.params), sql
