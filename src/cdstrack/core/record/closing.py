"""Closed periods: their figures are sealed, and later ones need a reason.

Owns when a closed period covers a figure, and which figures came after it was closed. A figure
lies in a closed period where its own period does, by the calendar: a month of the quarter does,
the year around it does not.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from cdstrack.core.problem import Problem, RefusedError
from cdstrack.core.record.period import Period, Precision

CAN_BE_CLOSED = frozenset({Precision.MONTH, Precision.QUARTER, Precision.HALF, Precision.YEAR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """Closes a period: its figures are approved as they are.

    `approved_by` is who answers for them, `figures` how many there were, and `head` the digest of
    the chain before the closing, which seals them; None where nothing had been recorded.
    """

    period: Period
    approved_by: str
    figures: int
    head: str | None = None


@dataclass(frozen=True, slots=True)
class Reopening:
    """Opens a closed period again."""

    period: Period


@dataclass(frozen=True, slots=True)
class ClosingChange:
    """A change of a period by one submission: a closing or a reopening."""

    submission: int
    entry: Closing | Reopening

    @property
    def period(self) -> Period:
        """The period that was closed or opened."""
        return self.entry.period


@dataclass(frozen=True, slots=True)
class Closed:
    """A period that is closed, and the submission that closed it."""

    submission: int
    closing: Closing


class Closings:
    """All that was done to periods, in the order of the submissions."""

    def __init__(self, changes: Iterable[ClosingChange] = ()) -> None:
        self._changes = sorted(changes, key=lambda each: each.submission)

    def __bool__(self) -> bool:
        """Whether any period was ever closed."""
        return bool(self._changes)

    @property
    def by_submission(self) -> dict[int, ClosingChange]:
        """The change of a period by each submission."""
        return {each.submission: each for each in self._changes}

    def standing(self, before: int | None = None) -> list[Closed]:
        """The periods that are closed, by their ends; those before a submission was made.

        >>> quarter = Period.parse("2026-Q3")
        >>> closing = Closing(period=quarter, approved_by="PCVP", figures=3)
        >>> closings = Closings([ClosingChange(5, closing), ClosingChange(9, Reopening(quarter))])
        >>> len(closings.standing()), len(closings.standing(before=9))
        (0, 1)
        """
        found: dict[str, Closed] = {}
        for change in self._changes:
            if before is not None and change.submission >= before:
                break
            found.pop(change.period.text, None)
            if isinstance(change.entry, Closing):
                found[change.period.text] = Closed(change.submission, change.entry)
        return sorted(found.values(), key=lambda each: _order(each.closing.period))

    def covering(self, period: str, before: int | None = None) -> Closed | None:
        """The closed period in which a figure's period lies, the narrowest one; None if none."""
        return next(iter(self.around(period, before)), None)

    def around(self, period: str, before: int | None = None) -> tuple[Closed, ...]:
        """All closed periods in which a figure's period lies, the narrowest first."""
        over = [each for each in self.standing(before) if covers(each.closing.period, period)]
        return tuple(sorted(over, key=lambda each: each.closing.period.length))

    def named(self, period: Period) -> Closed | None:
        """The closing of just this period."""
        return next((each for each in self.standing() if each.closing.period == period), None)


def covers(closed: Period, period: str) -> bool:
    """Whether a figure's period lies in a closed one, both by the calendar.

    >>> covers(Period.parse("2026-Q3"), "2026-08"), covers(Period.parse("2026-Q3"), "2026")
    (True, False)
    """
    inner = Period.parse(period)
    return closed.start <= inner.start and inner.end <= closed.end


class PeriodClosedError(RefusedError):
    """Figures lie in closed periods, and nothing says why they come late (CDS719)."""


def refuse_closed(closings: Closings, periods: Iterable[str]) -> None:
    """Refuses figures of closed periods.

    Args:
        closings: What is closed.
        periods: The period of each figure that is to be added.

    Raises:
        PeriodClosedError: One of them is closed. Closed periods that lie in one another, all of
            which would have to be opened, are named together, and once.
    """
    found = {closings.around(period): period for period in sorted(set(periods), reverse=True)}
    problems = [_problem(closed, period) for closed, period in found.items() if closed]
    if problems:
        raise PeriodClosedError(*sorted(problems, key=lambda each: each.facts["closed"]))


def _problem(closed: tuple[Closed, ...], period: str) -> Problem:
    names = [each.closing.period.text for each in closed]
    by = dict.fromkeys(each.closing.approved_by for each in closed)
    facts = {
        "period": period,
        "sealed": ", ".join(names),
        "closed": "; cdstrack reopen ".join(names),
        "by": ", ".join(by),
        "act": ", ".join(str(each.submission) for each in closed),
    }
    return Problem("CDS719", facts | ({"several": "yes"} if len(closed) > 1 else {}))


def _order(period: Period) -> tuple[object, ...]:
    return period.end, -period.length, period.text
