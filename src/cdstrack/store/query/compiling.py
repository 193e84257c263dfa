"""The questions written out as the SQL of a dialect, for the file that the reading path executes."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from inspect import signature as parameters_of
from itertools import product

from sqlalchemy import Dialect
from sqlalchemy.dialects import postgresql, sqlite

from cdstrack.store.query import acts, observations, signature, unit_reports
from cdstrack.store.query.revisions import Statement, changed, replacing, standing, touched_later
from cdstrack.store.schema.tables import AcknowledgementRow, DocumentRow, ObservationRow

QUESTIONS: dict[str, Callable[..., Statement]] = {
    **{
        each.__name__: each
        for each in (
            *(observations.current, observations.by_cell, observations.of_series),
            observations.figure_count,
            observations.places,
            *(unit_reports.of_units, unit_reports.unit_values, unit_reports.unit_parts),
            *(unit_reports.added_values, unit_reports.added_parts),
            *(unit_reports.met_values, unit_reports.met_parts),
            *(observations.revisions, observations.observation, observations.changes),
            *(observations.revised, observations.latest_in_cell),
            *(observations.changes_of_each, observations.change_counts),
            *(observations.change_count, observations.beside_latest, observations.periods),
            *(observations.count_in_periods, observations.series_touched),
            *(observations.figure_after, observations.figure_until),
            *(acts.submissions, acts.submission, acts.submissions_with, acts.last_submission),
            *(acts.head, acts.digests, acts.undos, acts.last_true_instant, acts.instants_from),
            *(acts.plan_text, acts.plan_versions, acts.summaries, acts.closings, acts.late_entries),
            *(acts.units_in_force, acts.units_versions),
        )
    },
    "documents": partial(standing, DocumentRow),
    "documents_changed": partial(changed, DocumentRow),
    "documents_touched_later": partial(touched_later, DocumentRow),
    "acknowledgements": partial(standing, AcknowledgementRow),
    "acknowledgements_changed": partial(changed, AcknowledgementRow),
    "acknowledgements_touched_later": partial(touched_later, AcknowledgementRow),
    "replacing": partial(replacing, ObservationRow),
    "cells_touched_later": partial(touched_later, ObservationRow),
}
DIALECTS: dict[str, Dialect] = {
    "sqlite": sqlite.dialect(paramstyle="named"),
    "postgresql": postgresql.dialect(paramstyle="pyformat"),  # type: ignore[no-untyped-call]
}
_COLLECTION = re.compile(r"__\[POSTCOMPILE_(\w+)\]")


def written_out(dialect: str) -> str:
    """Every question with every choice of what is given, under its signature."""
    return ";\n\n".join(f"-- {head}\n{sql}" for head, sql in _compiled(DIALECTS[dialect])) + ";\n"


def _compiled(dialect: Dialect) -> Iterator[tuple[str, str]]:
    for name, question in QUESTIONS.items():
        flags = tuple(parameters_of(question).parameters)
        for given in product((False, True), repeat=len(flags)):
            statement = question(**dict(zip(flags, given, strict=True)))
            made = statement.compile(dialect=dialect)
            sql = _COLLECTION.sub(r"[\1]", str(made)).replace(" \n", "\n")
            yield signature(name, made.params), sql
