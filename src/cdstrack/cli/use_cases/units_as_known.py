"""What the units of the plan's area come to by what had been made known on two days.

Owns which figures have to be looked at for that. A figure is made known on the day that it states,
on that of its document, or when it was recorded; of most indicators all figures are known on a day,
or none is, and then nobody has to look at each.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import cached_property

from cdstrack.cli.use_cases.area_figures import rolled_up_of, rolled_up_sources
from cdstrack.core.plan.model import Indicator, Plan
from cdstrack.core.record.acts import Submission
from cdstrack.core.record.observation import Observation
from cdstrack.core.weekly.as_known import UnitsAsKnown, issue_days, known_of_units
from cdstrack.core.weekly.week import day_in
from cdstrack.store.reading import Reader

_NONE = (1 << 62) - 1
"""Higher than every number of a submission."""


@dataclass(frozen=True)
class _Days:
    """What is in the store about the figures of units, and when it became known.

    `days` are the two, the earlier one first. What is known by the first one is by the second, so
    that one answer often spares another look at all rows.
    """

    ledger: Reader
    plan: Plan
    submissions: Mapping[int, Submission]
    zone: tzinfo
    days: tuple[date, date]
    known_at: datetime | None

    @cached_property
    def _recorded(self) -> Mapping[int, date]:
        return {act: day_in(self.zone, each.at) for act, each in self.submissions.items()}

    @cached_property
    def _issued(self) -> Mapping[str, date | None]:
        return issue_days(self.plan, self.ledger.documents(self.known_at))

    def may_be_late(self, indicator: str, day: date) -> bool:
        """Whether some figure of an indicator may have become known after one of the days."""
        before = self.days[0]
        if day > before and not self.may_be_late(indicator, before):
            return False
        key = indicator, day
        if key not in self._late:
            self._late[key] = self._has_after(indicator, day)
        return self._late[key]

    def _has_after(self, indicator: str, day: date) -> bool:
        first = min((act for act, on in self._recorded.items() if on > day), default=_NONE)
        documents = frozenset(key for key, on in self._issued.items() if on and on > day)
        return self.ledger.has_figure_after(
            indicator, submission=first, documents=documents, month=f"{day:%Y-%m}"
        )

    def may_be_known(self, indicator: str, day: date) -> bool:
        """Whether some figure of an indicator may have become known by one of the days."""
        after = self.days[1]
        if day < after and not self.may_be_known(indicator, after):
            return False
        key = indicator, day
        if key not in self._known:
            self._known[key] = self._has_until(indicator, day)
        return self._known[key]

    def _has_until(self, indicator: str, day: date) -> bool:
        last = max((act for act, on in self._recorded.items() if on <= day), default=0)
        documents = frozenset(key for key, on in self._issued.items() if on and on <= day)
        return self.ledger.has_figure_until(
            indicator, submission=last, documents=documents, day=day.isoformat()
        )

    @cached_property
    def _late(self) -> dict[tuple[str, date], bool]:
        return {}

    @cached_property
    def _known(self) -> dict[tuple[str, date], bool]:
        return {}

    def figures(self, indicators: set[str]) -> list[Observation]:
        """The current figures of indicators."""
        return self.ledger.current(indicators=indicators, known_at=self.known_at)

    def has_figure(self, indicator: str) -> bool:
        """Whether there is any current figure of an indicator."""
        places = self.ledger.places(indicator, self.known_at, besides="")
        return any(not each.withdrawn for each in places)

    def known(self, figures: Sequence[Observation], day: date) -> list[Observation]:
        """Those of current figures that had become known by a day, each looked at."""
        return known_of_units(figures, self._issued, self._recorded, day)


def units_as_known(
    ledger: Reader,
    plan: Plan,
    submissions: Mapping[int, Submission],
    zone: tzinfo,
    days: tuple[date, date],
    known_at: datetime | None,
) -> UnitsAsKnown:
    """What the units come to on two days, each by what had been made known by then.

    Args:
        ledger: The open store.
        plan: The plan.
        submissions: All that are counted, by number.
        zone: The plan's time zone.
        days: The Sunday before a week, and the day of its page.
        known_at: Only what had been recorded by then.
    """
    wanted = rolled_up_of(plan, plan.by_id)
    if not wanted:
        return UnitsAsKnown()
    source = _Days(ledger, plan, submissions, zone, days, known_at)
    before, after = (
        tuple(figure for each in wanted for figure in _derived(source, each, day)) for day in days
    )
    arrived = frozenset(
        each for each in rolled_up_sources(plan) if _has_arrived(source, each, days)
    )
    return UnitsAsKnown(before, after, arrived)


def _derived(source: _Days, indicator: Indicator, day: date) -> list[Observation]:
    from cdstrack.cli.use_cases.units_of_area import UnitsOfArea
    from cdstrack.core.derived.rollup import derived_figures, rolled_up, unit_sources

    plan, given_by = source.plan, unit_sources(source.plan, [indicator])
    if not any(source.may_be_late(each, day) for each in given_by):
        of_area = UnitsOfArea(source.ledger, plan, [indicator], plan.area, day, source.known_at)
        return [each for one in of_area.roll_ups() for each in derived_figures(one, day)]
    is_any_known = any(source.may_be_known(each, day) for each in given_by)
    known = source.known(source.figures(given_by), day) if is_any_known else []
    return [*rolled_up(plan, [indicator], known, plan.area, day)]


def _has_arrived(source: _Days, indicator: str, days: tuple[date, date]) -> bool:
    """Whether a figure of an indicator became known after the first day and by the second."""
    before, after = days
    if not source.may_be_late(indicator, before) or not source.may_be_known(indicator, after):
        return False
    if not source.may_be_known(indicator, before) and not source.may_be_late(indicator, after):
        return source.has_figure(indicator)
    figures = source.figures({indicator})
    known = {each.id for each in source.known(figures, before)}
    return any(each.id not in known for each in source.known(figures, after))
