"""Rules about the acts of recording: who set the clock, and whether it ran on.

Owns what instants can tell. The store sees to it that a true clock never runs backwards in the
record; what it cannot see to is a clock that was wrong.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from cdstrack.core.checks.finding import Finding, about_record
from cdstrack.core.problem import Problem, Severity
from cdstrack.core.record.acts import Submission

_TOLERANCE = timedelta(minutes=5)
"""Clocks of two machines may differ so much without anything being wrong."""


def act_findings(acts: Iterable[Submission], now: datetime | None) -> Iterator[Finding]:
    """Acts whose instants cannot be trusted.

    Args:
        acts: All submissions, the oldest first.
        now: The instant by the computer's clock; None where it was set by hand.
    """
    known = list(acts)
    real = [act for act in known if not act.test_clock]
    last = max(real, key=lambda act: act.at, default=None)
    if last is not None and now is not None and last.at > now + _TOLERANCE:
        yield _finding("CDS510", act=str(last.id), at=_told(last.at))
    if real:
        for act in known:
            if act.test_clock:
                yield _finding("CDS511", act=str(act.id), by=act.by, at=_told(act.at))
    for before, after in pairwise(real):
        if after.at <= before.at:
            yield _finding("CDS512", act=str(after.id), earlier=str(before.id))


def _told(at: datetime) -> str:
    return at.replace(tzinfo=None).isoformat() + "Z"


def _finding(code: str, /, **facts: str) -> Finding:
    return about_record(Problem(code, facts, Severity.WARNING))
