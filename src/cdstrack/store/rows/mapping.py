"""Maps rows of figures to domain values, and figures to rows.

A row is read by position, in the order in which its table declares the columns. Figures are built
without validation, because they were validated before they were stored. A row that this program
cannot have written raises `ValueError`: another program changed the store, or it is damaged.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from cdstrack.core.record.acts import Change, Withdrawal
from cdstrack.core.record.observation import Cell, Observation, Qualifier
from cdstrack.core.record.period import Period
from cdstrack.store.rows.kept_values import (
    dated_period,
    millionths,
    number_of,
    period_of,
    words_of,
)
from cdstrack.store.rows.row_types import OBSERVATION, refuse_other_types

Row = Sequence[Any]
UNREADABLE = (ValueError, TypeError, ArithmeticError, AttributeError, IndexError)
"""What the conversion of a row raises if this program cannot have written the row."""
OWNER, KEY, WITHDRAWN = 1, 2, 3
"""Columns of tables whose rows have revisions: the submission, the key, the mark of withdrawal."""
_SERIES, _CELL, _DAYS, _FIGURE_WITHDRAWN = slice(2, 5), slice(2, 6), slice(5, 8), 8
_PERIOD, _END, _VALUE = 5, 7, 10
_STATE, _QUALIFIER, _REPORTED = 11, 16, 18


def figure_row(submission: int, figure: Observation) -> Row:
    """The row of a figure, in the order of the table's columns after `id`."""
    period = figure.period
    return (
        submission,
        *figure.cell,
        period.start.isoformat(),
        period.end.isoformat(),
        0,
        figure.entered,
        millionths(figure.value),
        figure.state,
        figure.not_available,
        millionths(figure.numerator),
        millionths(figure.denominator),
        millionths(figure.stated),
        figure.qualifier,
        figure.document,
        None if figure.reported is None else figure.reported.text,
        figure.note,
    )


def withdrawal_row(submission: int, withdrawal: Withdrawal) -> Row:
    """The row that withdraws the figure of a cell, in the same order."""
    period = withdrawal.period
    days = (period.start.isoformat(), period.end.isoformat())
    no_figure = (None,) * 6
    beside = (Qualifier.EXACT, None, None, None)
    return (submission, *withdrawal.cell, *days, 1, "", *no_figure, *beside)


def figure_of(row: Row) -> Observation:
    """The figure of a row.

    Raises:
        ValueError: The row was not written by this program.
    """
    refuse_other_types(row, OBSERVATION)
    number, submission, indicator, org_unit, part, text, start, end, _, entered, *said = row
    value, state, not_available, numerator, denominator, stated, *beside = said
    qualifier, document, reported, note = beside
    known_state, known_qualifier = words_of(state, qualifier)
    fields = {
        "indicator": indicator,
        "org_unit": org_unit,
        "period": dated_period(text, start, end),
        "disaggregation": part,
        "value": None if value is None else number_of(value),
        "state": known_state,
        "not_available": not_available,
        "numerator": None if numerator is None else number_of(numerator),
        "denominator": None if denominator is None else number_of(denominator),
        "stated": None if stated is None else number_of(stated),
        "qualifier": known_qualifier,
        "document": document,
        "reported": None if reported is None else period_of(reported),
        "note": note,
        "entered": entered,
        "id": number,
        "submission": submission,
        "exact": None,
    }
    return Observation.of_fields(fields)


def kept_figure(row: Row) -> Observation | None:
    """The figure of a row; None if the row is a withdrawal or missing (all its columns null)."""
    if row[0] is None:
        return None
    if row[_FIGURE_WITHDRAWN] != 1:
        return figure_of(row)
    refuse_other_types(row, OBSERVATION)
    return None


def standing_period(row: Row) -> Period | None:
    """The period of the figure of a row; None where `kept_figure` is None.

    Raises:
        ValueError: As for `figure_of`: the row is checked, although no figure is made.
        TypeError: A column has a value of another type.
    """
    if row[0] is None:
        return None
    refuse_other_types(row, OBSERVATION)
    if row[_FIGURE_WITHDRAWN] == 1:
        return None
    words_of(row[_STATE], row[_QUALIFIER])
    if row[_REPORTED] is not None:
        period_of(row[_REPORTED])
    return dated_period(*row[_DAYS])


def cell_of(row: Row) -> Cell:
    """The cell of a row."""
    return Cell(*row[_CELL])


def series_of(row: Row) -> Row:
    """The series of a row: indicator, org unit and disaggregation."""
    return row[_SERIES]


def place_of(row: Row) -> tuple[str, str]:
    """The sort key of a figure in its series: the last day of its period, then the period's text."""
    return row[_END], row[_PERIOD]


def is_stated(row: Row) -> bool:
    """Whether a row has a number or a state, as opposed to "not available"."""
    return row[_VALUE] is not None or row[_STATE] is not None


def halves(row: Row) -> tuple[Row, Row]:
    """Splits a row joined with another one of the same table."""
    middle = len(row) // 2
    return row[:middle], row[middle:]


def change_of(row: Row) -> Change:
    """The change from a row joined with the row that preceded it in its cell."""
    after, before = halves(row)
    return Change(after[OWNER], cell_of(after), kept_figure(before), kept_figure(after))


def entry_of(row: Row) -> Change:
    """The change from a row alone; `history_of` adds what was in the cell before."""
    return Change(row[OWNER], cell_of(row), None, kept_figure(row))


def history_of(entries: Iterable[Change]) -> list[Change]:
    """The changes of one cell, the oldest first, each with the figure before it."""
    changes: list[Change] = []
    for entry in entries:
        before = changes[-1].after if changes else None
        changes.append(replace(entry, before=before))
    return changes
