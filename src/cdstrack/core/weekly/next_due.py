"""When the next figure of an indicator is due: one reporting period after the last answer.

Owns what counts as an answer, and which group is waited for where groups are asked of. The caller
gives the day.
"""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from cdstrack.core.plan.model import Frequency, Indicator, Plan
from cdstrack.core.record.derived import DerivedFigure
from cdstrack.core.record.observation import Observation

_WHOLE = ""

Answers = Mapping[str, Observation]
"""The last answer to one indicator by part (`sector=du-lich`), the whole under the empty name."""


@dataclass(frozen=True, slots=True)
class NextDue:
    """When the next figure is due: None where nothing tells.

    `latest` is the last answer of all. `missing` are the groups that are asked for, where others
    are not or are further on; empty where all are equal, and for an indicator without groups.
    """

    due: date | None
    latest: Observation | None
    missing: tuple[str, ...] = ()


def last_answers(
    plan: Plan, observations: Iterable[Observation], day: date
) -> dict[str, dict[str, Observation]]:
    """The last answer to each indicator by part, in the plan's own area, dated not after the day.

    "Not available" answers as well as a figure. What units come to does once enough of them have
    reported and some of them for its very period.
    """
    found: dict[str, dict[str, Observation]] = defaultdict(dict)
    for figure in observations:
        if figure.org_unit == plan.area and figure.period.end <= day and _answers(figure):
            by_part = found[figure.indicator]
            known = by_part.get(figure.disaggregation)
            if known is None or known.period.end <= figure.period.end:
                by_part[figure.disaggregation] = figure
    return found


def _answers(figure: Observation) -> bool:
    if not isinstance(figure, DerivedFigure):
        return True
    return figure.is_figure and figure.point.has_news


def next_due(plan: Plan, indicator: Indicator, answers: Answers, until: date) -> NextDue:
    """The next observation that is due.

    An indicator that asks something of every sector waits for its slowest one; where the plan does
    not name them, whatever was reported last counts.

    Args:
        plan: The plan.
        indicator: The indicator.
        answers: The last answers to it.
        until: The day up to which a figure that falls due is asked for.
    """
    if indicator.every is None:
        latest = answers.get(_WHOLE)
        return NextDue(_due(plan, indicator, latest), latest)
    ((dimension, names),) = indicator.every.items()
    if not names:
        latest = _latest(answers.values())
        return NextDue(_due(plan, indicator, latest), latest)
    given = {name: answers.get(f"{dimension}={name}") for name in names}
    return _slowest(plan, indicator, given, answers.get(_WHOLE), until)


def one_period_after(day: date, frequency: Frequency) -> date:
    """The day one reporting period later; from a month's last day to a month's last day.

    >>> one_period_after(date(2022, 6, 30), Frequency.MONTHLY)
    datetime.date(2022, 7, 31)
    """
    if frequency is Frequency.WEEKLY:
        return day + timedelta(days=7)
    year, month = divmod(day.year * 12 + day.month - 1 + frequency.months, 12)
    last = monthrange(year, month + 1)[1]
    is_last = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if is_last else min(day.day, last))


def _slowest(
    plan: Plan,
    indicator: Indicator,
    given: Mapping[str, Observation | None],
    whole: Observation | None,
    until: date,
) -> NextDue:
    dues = {name: _due(plan, indicator, answer) for name, answer in given.items()}
    known = [due for due in dues.values() if due is not None]
    due = min(known) if len(known) == len(dues) else None
    missing = tuple(name for name, each in dues.items() if each is None or each <= until)
    answered = [answer for answer in given.values() if answer is not None]
    ends = {answer.period.end if answer else None for answer in given.values()}
    if not answered:
        return NextDue(due, whole, missing if whole else ())
    are_alike = len(ends) == 1 and len(missing) == len(given)
    return NextDue(due, _latest(answered), () if are_alike else missing)


def _due(plan: Plan, indicator: Indicator, last: Observation | None) -> date | None:
    """One period after the last answer; before the first, after the baseline or the plan's start."""
    start = indicator.baseline.date if indicator.baseline else plan.plan.starts
    since = last.period.end if last else start
    return one_period_after(since, indicator.frequency or Frequency.YEARLY) if since else None


def _latest(answers: Iterable[Observation]) -> Observation | None:
    """The one that is about the latest period; a figure before word that there is none."""
    return max(answers, key=lambda each: (each.period.end, each.is_figure), default=None)
