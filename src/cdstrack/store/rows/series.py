"""Maps rows of figures to series in columns; a single figure is made only on demand."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter

from cdstrack.core.record.columns import Column, ObservationColumns
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.series import RecordedSeries
from cdstrack.store.rows.kept_values import dated_period, period_of, words_of
from cdstrack.store.rows.mapping import Row, figure_of
from cdstrack.store.rows.row_types import OBSERVATION, refuse_other_columns
from cdstrack.store.schema.columns import TABLES

_NAMES = TABLES["observation"]
_ABOUT = ("indicator", "org_unit", "disaggregation")
_SERIES = itemgetter(*(_NAMES.index(name) for name in _ABOUT))


def recorded_series(rows: Iterable[Row]) -> Iterator[RecordedSeries]:
    """The series of rows that come grouped by series, in chronological order.

    Raises:
        ValueError: A row was not written by this program.
        TypeError: A column has a value of another type; the file is damaged.
    """
    for about, group in groupby(rows, key=_SERIES):
        series = list(group)
        columns = dict(zip(_NAMES, zip(*series, strict=True), strict=True))
        _refuse_unreadable(columns)
        yield RecordedSeries(about[0], about[1], _columns(about, columns), partial(_figure, series))


def _columns(about: Sequence[str], columns: Mapping[str, Column]) -> ObservationColumns:
    kept = {name: each for name, each in columns.items() if not _is_empty(each)}
    lines = kept.pop("id")
    for name in _ABOUT:
        kept.pop(name, None)
    return ObservationColumns(lines, kept, dict(zip(_ABOUT, about, strict=True)))  # type: ignore[arg-type]


def _figure(series: Sequence[Row], at: int) -> Observation:
    return figure_of(series[at])


def _is_empty(column: Column) -> bool:
    return column.count(None) == len(column)


def _refuse_unreadable(columns: Mapping[str, Column]) -> None:
    """Refuses the rows that `figure_of` would refuse, without making figures.

    Raises:
        ValueError: A row was not written by this program.
        TypeError: A column has a value of another type.
    """
    refuse_other_columns(columns.values(), OBSERVATION)
    words = set(zip(columns["state"], columns["qualifier"], strict=True))
    days = (columns[name] for name in ("period", "period_start", "period_end"))
    for read in (map(words_of, *zip(*words)), map(dated_period, *days)):  # noqa: B905
        deque(read, maxlen=0)
    for reported in set(columns["reported"]) - {None}:
        period_of(str(reported))
