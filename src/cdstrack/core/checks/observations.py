"""What is doubtful in the record: the rules for observations, taken in one pass, and for submissions.

Everything found is a warning: an observation that breaks a rule of entry (the plan may have
changed since) is kept and used, and somebody has to look at it or accept it with a reason.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import pairwise

from cdstrack.core.checks.course import Course
from cdstrack.core.checks.doubt import Doubt, worded
from cdstrack.core.checks.finding import (
    Finding,
    OnlyCounts,
    about_observation,
    about_record,
    makes_all,
)
from cdstrack.core.checks.glance import Glance
from cdstrack.core.checks.observation_series import Sums, doubts_of_series
from cdstrack.core.plan.model import Indicator, Plan
from cdstrack.core.plan.values import format_decimal
from cdstrack.core.problem import Problem, Severity
from cdstrack.core.record.acts import SourceDocument, Submission
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.observation_rules import observation_problems
from cdstrack.core.record.plain_figures import PlainFigures
from cdstrack.core.record.series import RecordedSeries

_THOUSANDS = 3


@dataclass(frozen=True)
class CheckContext:
    """What figures are checked against: the plan, all known documents, and today's date."""

    plan: Plan
    documents: Mapping[str, SourceDocument]
    today: date

    @cached_property
    def issued(self) -> dict[str, date]:
        """The issue dates of the documents, as far as known."""
        return {key: each.issued for key, each in self.documents.items() if each.issued}

    def looks(self, indicator: Indicator) -> "tuple[PlainFigures, Glance]":
        """Recognises series of an indicator without findings (see `glance`)."""
        found = self._looks.get(indicator.id)
        if found is None:
            plain = PlainFigures(indicator, self.plan, self.today, self.issued)
            found = plain, Glance(indicator, plain, self.documents)
            self._looks[indicator.id] = found
        return found

    @cached_property
    def _looks(self) -> "dict[str, tuple[PlainFigures, Glance]]":
        return {}


@dataclass(slots=True)
class _Undeclared:
    """Counts the figures that name an indicator or a unit that the plan does not declare."""

    code: str
    fact: str
    counts: dict[str, int] = field(default_factory=dict)

    def count(self, name: str, figures: int) -> None:
        self.counts[name] = self.counts.get(name, 0) + figures

    def findings(self) -> Iterator[Finding]:
        for name, count in self.counts.items():
            # The count is not part of the key: another count is the same finding.
            finding = about_record(_warning(self.code, **{self.fact: name}))
            counted = replace(finding.problem, facts={self.fact: name, "count": str(count)})
            yield replace(finding, problem=counted)


def observation_findings(
    recorded: Iterable[RecordedSeries],
    around: CheckContext,
    only_counts: OnlyCounts = makes_all,
) -> Iterator[Finding]:
    """Everything doubtful about the figures, by indicator and date; then what spans several.

    Args:
        recorded: The current figures; they are taken one series at a time, however many there are.
        around: What they are checked against.
        only_counts: Is asked with its code before a finding about a figure is made; it is not made
            where this says that it was counted.
    """
    plan = around.plan
    sums = Sums(plan)
    indicators = _Undeclared("CDS508", "indicator")
    units = _Undeclared("CDS509", "org_unit")
    for series in recorded:
        if series.indicator in sums.wanted:
            sums.add(series.figures)
        indicator = plan.by_id.get(series.indicator)
        if indicator is None:
            indicators.count(series.indicator, len(series))
            continue
        if series.org_unit != plan.area and series.org_unit not in plan.org_units:
            units.count(series.org_unit, len(series))
        if around.looks(indicator)[1].is_clear(series.columns):
            yield from _clear_findings(series, indicator, around, only_counts)
        else:
            yield from _series_findings(series.figures, indicator, around, only_counts)
    yield from sums.findings(only_counts)
    yield from indicators.findings()
    yield from units.findings()


def _clear_findings(
    series: RecordedSeries,
    indicator: Indicator,
    around: CheckContext,
    only_counts: OnlyCounts,
) -> Iterator[Finding]:
    """The findings of a clear series, in the order of `_series_findings`."""
    glance = around.looks(indicator)[1]
    unsourced = series.columns.count_empty("document")
    if unsourced and not only_counts("CDS506", unsourced):
        for at in glance.without_document(series.columns):
            if not only_counts("CDS506"):
                yield _about_document(series.figure(at))
    for at in glance.smaller_wholes(series.columns):
        if not only_counts("CDS502"):
            doubt, figure = Doubt("CDS502", series.figure(at - 1)), series.figure(at)
            yield about_observation(worded(doubt, figure, indicator), figure)


def _series_findings(
    series: Sequence[Observation],
    indicator: Indicator,
    around: CheckContext,
    only_counts: OnlyCounts,
) -> Iterator[Finding]:
    plain, documents = around.looks(indicator)[0], around.documents
    for figure in series:
        if figure not in plain:
            yield from _rule_findings(figure, indicator, around, only_counts)
        if figure.document in documents or not (figure.is_figure or figure.document):
            continue
        if not only_counts("CDS506" if figure.document is None else "CDS507"):
            yield _about_document(figure)
    for figure, doubt in doubts_of_series(Course(series, indicator)):
        if not only_counts(doubt.code):
            yield about_observation(worded(doubt, figure, indicator), figure)


def _rule_findings(
    figure: Observation,
    indicator: Indicator,
    around: CheckContext,
    only_counts: OnlyCounts,
) -> Iterator[Finding]:
    problems = observation_problems(figure, indicator, around.plan, around.today, around.issued)
    for problem in problems:
        if not only_counts(problem.code):
            yield about_observation(replace(problem, severity=Severity.WARNING), figure)


def _about_document(figure: Observation) -> Finding:
    """The finding about a figure without a document, or with one that is not known."""
    if figure.document is not None:
        return about_observation(_warning("CDS507", document=figure.document), figure)
    return _with_remedy(about_observation(_warning("CDS506"), figure), figure)


def _with_remedy(finding: Finding, figure: Observation) -> Finding:
    """The finding with the command that corrects it, under the same key."""
    if figure.document is not None or figure.id is None:
        return finding
    facts = {"figure": str(figure.id), "typed": _typed(figure)}
    return replace(finding, problem=replace(finding.problem, facts=facts))


def _typed(figure: Observation) -> str:
    """The value as it can be typed again, with one possible reading; a fraction if it has one.

    A point before three digits could separate thousands; before four it is a decimal point.
    """
    if figure.numerator is not None and figure.denominator is not None:
        return f"{format_decimal(figure.numerator)}/{format_decimal(figure.denominator)}"
    if figure.value is None:
        return str(figure.state or "")
    digits = format_decimal(figure.value)
    return f"{digits}0" if len(digits.partition(".")[2]) == _THOUSANDS else digits


def _warning(code: str, /, **facts: str) -> Problem:
    return Problem(code, facts, Severity.WARNING)


_TOLERANCE = timedelta(minutes=5)
"""Accepted difference between the clocks of two machines."""


def submission_findings(acts: Iterable[Submission], now: datetime | None) -> Iterator[Finding]:
    """Submissions whose timestamps cannot be trusted.

    Args:
        acts: All submissions, the oldest first.
        now: The instant by the computer's clock; None where it was set manually.
    """
    known = list(acts)
    real = [act for act in known if not act.test_clock]
    last = max(real, key=lambda act: act.at, default=None)
    if last is not None and now is not None and last.at > now + _TOLERANCE:
        yield _finding("CDS510", act=str(last.id), at=_utc_text(last.at))
    if real:
        for act in known:
            if act.test_clock:
                yield _finding("CDS511", act=str(act.id), by=act.by, at=_utc_text(act.at))
    for before, after in pairwise(real):
        if after.at <= before.at:
            yield _finding("CDS512", act=str(after.id), earlier=str(before.id))


def _utc_text(at: datetime) -> str:
    return at.replace(tzinfo=None).isoformat() + "Z"


def _finding(code: str, /, **facts: str) -> Finding:
    return about_record(Problem(code, facts, Severity.WARNING))
