"""The weekly summary as a value: what was achieved, what moved, who owes data, what falls due.

Owns which facts the page contains and in which order. "Before" is what had been made known by the
Sunday before, "after" what had been by this Sunday, both as the record says at the cut-off; a draft
of the running week has its own day in the place of the Sunday. Has no words, no clock and no store.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from datetime import date, tzinfo

from cdstrack.core.derived.figures import derive, sources_of
from cdstrack.core.plan.model import Indicator, MethodName, Plan
from cdstrack.core.record.acts import SourceDocument, Submission
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.sources import all_documents
from cdstrack.core.reports.closings import LateChange
from cdstrack.core.reports.gaps import GapRow
from cdstrack.core.reports.header import ReportHeader, area_notices
from cdstrack.core.reports.judging import build_status
from cdstrack.core.reports.status import StatusItem, StatusReport
from cdstrack.core.verdict.vocabulary import Status
from cdstrack.core.weekly.as_known import KnownRecord, known_by, known_observations
from cdstrack.core.weekly.debts import Debt, debts
from cdstrack.core.weekly.news import (
    Addition,
    NewObservation,
    acts_of,
    additions,
    by_series,
    corrections,
    new_observations,
)
from cdstrack.core.weekly.obligations import Owner, build_owners
from cdstrack.core.weekly.shortcomings import (
    FAILED,
    WITHOUT_DATA,
    Falling,
    Milestone,
    applies,
    contradictions,
    decisions,
    fallen,
    falling,
    largest_gaps,
    milestones,
    past_targets,
)
from cdstrack.core.weekly.verdict_changes import (
    CorrectionEffect,
    VerdictChange,
    verdict_changes,
    with_effects,
)
from cdstrack.core.weekly.week import Week, day_in


@dataclass(frozen=True, slots=True)
class SummaryReport:
    """One week's page; every tuple may be empty.

    `decisions` are the targets that ask for one, worst first; `gaps` open targets, most of their
    way to go first; `without_data` past ones that nothing answers; `failed` past ones that were
    missed. `debts` counts by body what `owners` owe. `is_draft` says that the week was not over
    on the header's day. `plan_before` is the digest under which the last
    submission before the week was made, where it is another than the report's. `method_chosen` is
    the one that overrides the plan's. `late` came after its period was closed.
    """

    header: ReportHeader
    week: Week
    before: StatusReport
    after: StatusReport
    news: tuple[NewObservation, ...]
    verdicts: tuple[VerdictChange, ...]
    corrections: tuple[CorrectionEffect, ...]
    additions: tuple[Addition, ...]
    decisions: tuple[GapRow, ...]
    gaps: tuple[GapRow, ...]
    fallen: tuple[Falling, ...]
    stale: tuple[StatusItem, ...]
    contradictions: tuple[tuple[Observation, Indicator], ...]
    without_data: tuple[GapRow, ...]
    failed: tuple[GapRow, ...]
    owners: tuple[Owner, ...]
    debts: tuple[Debt, ...]
    milestones: tuple[Milestone, ...]
    sources: tuple[SourceDocument, ...]
    last_submission: Submission | None
    plan_before: str | None
    method_chosen: MethodName | None = None
    is_draft: bool = False
    late: tuple[LateChange, ...] = ()

    @property
    def falling(self) -> tuple[Falling, ...]:
        """Figures that are worse than the ones before: `fallen`, and those of the week's news."""
        return falling(self.after, self.fallen, self.news)

    @property
    def has_news(self) -> bool:
        """Whether the week brought anything: a figure, a correction, another verdict."""
        return bool(self.news or self.additions or self.corrections or self.verdicts or self.late)

    @property
    def doubtful(self) -> tuple[StatusItem, ...]:
        """The indicators whose latest figure is doubtful and was neither corrected nor accepted."""
        return tuple(item for item in self.after.items if item.doubts and item.latest)

    @property
    def turned(self) -> dict[Status, int]:
        """How many indicators have a target that came to each verdict, in the order of `Status`."""
        found = {(each.item.indicator.id, each.line.verdict.status) for each in self.verdicts}
        statuses = [status for _, status in found]
        return {status: statuses.count(status) for status in Status if status in statuses}


def build_summary(
    plan: Plan,
    record: KnownRecord,
    header: ReportHeader,
    week: Week,
    zone: tzinfo,
    *,
    method: MethodName | None = None,
) -> SummaryReport:
    """The page of a week.

    Args:
        plan: The plan.
        record: What the store says at the cut-off.
        header: Names plan and cut-off; its day and notices are set here. If its day lies in the
            week, the page is a draft as of that day.
        week: The week.
        zone: The plan's time zone, in which an instant of recording becomes a day.
        method: Overrides the indicators' own methods and the default.
    """
    is_draft, day = header.as_of in week, week.day_of_page(header.as_of)
    known = known_observations(plan, record, zone)
    earlier, standing = (known_by(known, each) for each in (week.before.sunday, day))
    before_figures = [*(each.figure for each in earlier), *record.units.before]
    after_figures = [*(each.figure for each in standing), *record.units.after]
    before = _status(plan, before_figures, header, week.before.sunday, method)
    after = _status(plan, after_figures, header, day, method, record.accepted)
    acts = acts_of(record, week, zone)
    news = new_observations(plan, record, earlier, standing, week, acts)
    arrived = {each.figure.indicator for each in standing if each.reported.end in week}
    arrived |= record.units.arrived
    arrived = {each.id for each in plan.indicators if arrived & sources_of(plan, (each.id,))}
    judged = derive(plan, after_figures).figures
    fell = fallen(after, by_series(each for each in judged if each.org_unit == plan.area))
    owners = build_owners(plan, after, after_figures).owners
    page = SummaryReport(
        header=after.header,
        week=week,
        before=before,
        after=after,
        news=news,
        verdicts=verdict_changes(before, after, arrived),
        corrections=with_effects(
            plan, corrections(plan, record, acts), after, after_figures, method
        ),
        additions=additions(plan, record, standing, week, acts),
        decisions=decisions(after),
        gaps=largest_gaps(after),
        fallen=fell,
        stale=tuple(item for item in after.items if item.stale and applies(item)),
        contradictions=contradictions(after, news, fell),
        without_data=past_targets(after, WITHOUT_DATA),
        failed=past_targets(after, FAILED),
        owners=owners,
        debts=debts(owners, day),
        milestones=milestones(after),
        sources=(),
        last_submission=record.last,
        plan_before=_plan_before(record, week, zone, header.plan_digest),
        method_chosen=method,
        is_draft=is_draft,
        late=record.late,
    )
    return replace(page, sources=_sources(plan, record, page))


def _status(
    plan: Plan,
    figures: Iterable[Observation],
    header: ReportHeader,
    day: date,
    method: MethodName | None,
    accepted: Container[str] = (),
) -> StatusReport:
    """The status on a Sunday, by what had been made known by then."""
    area = area_notices(plan, header.as_of)
    others = tuple(each for each in header.notices if each not in area)
    notices = (*area_notices(plan, day), *others)
    dated = replace(header, report="summary", as_of=day, notices=notices)
    return build_status(plan, figures, dated, method=method, accepted=accepted)


def _sources(plan: Plan, record: KnownRecord, page: SummaryReport) -> tuple[SourceDocument, ...]:
    """The documents behind the figures on the page, in the order in which it names them."""
    figures = [each.known.figure for each in page.news]
    figures += [each.correction.after or each.correction.before for each in page.corrections]
    figures += [known.figure for each in page.additions for known in each.named]
    figures += [each.figure for each in page.fallen]
    figures += [figure for figure, _ in page.contradictions]
    figures += [item.latest for item in page.doubtful if item.latest]
    known = all_documents(plan, record.documents)
    keys = dict.fromkeys(figure.document for figure in figures if figure.document)
    return tuple(known.get(key) or SourceDocument(key=key, title=key) for key in keys)


def _plan_before(record: KnownRecord, week: Week, zone: tzinfo, digest: str) -> str | None:
    """What is done after the last act that counts must not change a page that is printed again."""
    if record.last is None:
        return None
    earlier = [
        each
        for each in record.submissions.values()
        if each.at <= record.last.at and day_in(zone, each.at) < week.monday
    ]
    before = max(earlier, key=lambda each: each.at, default=None)
    return before.plan_digest if before and before.plan_digest != digest else None
