"""What figures may be made of, for laws about files: numbers, days, periods, fractions."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from cdstrack.core.plan.values import format_decimal
from cdstrack.core.record.columns import NumberedObservation, ObservationColumns
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.files.importing.calendar import Calendar
from cdstrack.files.importing.canonical.reader import figure_lines

numbers = st.builds(
    lambda millionths, digits: Decimal(format_decimal(Decimal(millionths).scaleb(-digits))),
    st.integers(-9 * 10**12, 9 * 10**12),
    st.integers(0, 6),
)
days = st.dates(date(1900, 1, 1), date(2200, 12, 30))
periods = st.one_of(
    days.map(str),
    days.map(lambda day: f"{day:%Y-%m}"),
    days.map(lambda day: f"{day:%Y}-Q{(day.month + 2) // 3}"),
    days.map(lambda day: f"{day:%Y}-H{(day.month + 5) // 6}"),
    days.map(lambda day: f"{day:%Y}"),
    st.tuples(days, st.integers(0, 400)).map(
        lambda pair: f"{pair[0]}/{min(pair[0] + timedelta(pair[1]), date(2200, 12, 31))}"
    ),
).map(Period.parse)
fractions = st.tuples(st.integers(0, 10**6), st.integers(1, 10**6)).map(sorted)


def figures_of(file: Iterable[NumberedObservation | ObservationColumns]) -> list[Observation]:
    """The figures of a file one by one, however it hands them out."""
    return [
        each.figure
        for batch in file
        for each in (batch.figures() if isinstance(batch, ObservationColumns) else [batch])
    ]


def asked_about(figures: Iterable[Observation]) -> bool:
    """Whether an import asks what the periods are: three months that could all be two years."""
    return Calendar().problem({each.period.text for each in figures}, canonical=True) is not None


def as_csv(figures: Iterable[Observation]) -> str:
    """The canonical CSV of figures by indicator, org unit, part, end and period."""

    def order(figure: Observation) -> tuple[object, ...]:
        period = figure.period
        return (figure.indicator, figure.org_unit, figure.disaggregation, period.end, period.text)

    return "".join(figure_lines(sorted(figures, key=order)))
