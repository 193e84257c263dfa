"""The figures that a weekly page needs, without reading the whole record."""

from collections.abc import Iterable, Mapping
from datetime import datetime, tzinfo

from cdstrack.core.plan.model import Plan
from cdstrack.core.record.acts import Submission
from cdstrack.core.record.observation import Observation
from cdstrack.core.weekly.news import may_bring_news
from cdstrack.core.weekly.week import Week
from cdstrack.store.reading import Reader

_MANY = 300
"""So many series, or acts, are not asked for one by one: everything is read."""


def page_figures(
    ledger: Reader,
    plan: Plan,
    submissions: Mapping[int, Submission],
    week: Week,
    zone: tzinfo,
    known_at: datetime | None,
) -> Iterable[Observation]:
    """The current figures that a page may need, grouped by series.

    These are the figures of the plan's area, and every series with a row that may be news.
    """
    acts, documents = may_bring_news(submissions, plan, week, zone)
    if len(acts) > _MANY or len(documents) > _MANY:
        return ledger.figures(known_at)
    touched = ledger.series_touched(
        acts, documents, since=f"{week.monday:%Y-%m}", until=week.sunday.isoformat()
    )
    others = {each for each in touched if each.org_unit != plan.area}
    if len(others) > _MANY:
        return ledger.figures(known_at)
    found = ledger.current(org_unit=plan.area, known_at=known_at)
    for indicator, unit in {(each.indicator, each.org_unit) for each in others}:
        found += ledger.current(org_unit=unit, indicators={indicator}, known_at=known_at)
    return sorted(found, key=_by_cell)


def _by_cell(figure: Observation) -> tuple[str, ...]:
    indicator, org_unit, disaggregation, period = figure.cell
    return indicator, org_unit, disaggregation, figure.period.end.isoformat(), period
