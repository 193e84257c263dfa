"""Scores compared: self-assessed, appraised and final, which one counts, and where points are lost.

Owns the rows and their order: that of the codes that the members have, else that of the plan.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cdstrack.core.derived.composite import Composition, MemberScore
from cdstrack.core.derived.figures import derive, latest
from cdstrack.core.plan.criterion_codes import code_of
from cdstrack.core.plan.model import Indicator, Plan
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.core.record.role import Role, role_of
from cdstrack.core.reports.header import ReportHeader


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One criterion: the points by role on its own scale, and the score that counts.

    `evidence` are the documents that its figures name, `notes` what is beside them.
    """

    counted: MemberScore
    by_role: Mapping[Role, MemberScore]
    evidence: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def points(self, role: Role) -> Fraction | None:
        """The points that a role gave."""
        found = self.by_role.get(role)
        return None if found is None else found.points

    @property
    def difference(self) -> Fraction | None:
        """Self-assessed minus appraised; below zero the appraisers gave more."""
        own, appraised = self.points(Role.SELF), self.points(Role.APPRAISED)
        return None if own is None or appraised is None else own - appraised

    @property
    def lost(self) -> Fraction | None:
        """What the score that counts leaves of the most points."""
        points = self.counted.points
        return None if points is None else self.counted.most - points


@dataclass(frozen=True, slots=True)
class ScoresReport:
    """The scores of an indicator: of an index its members, else itself alone.

    `totals` are the index by the scores of each role, None where a member has none by that role.
    """

    header: ReportHeader
    indicator: Indicator
    org_unit: str
    period: Period | None
    of: Fraction | None
    rows: tuple[ScoreRow, ...]
    total: Fraction | None
    totals: Mapping[Role, Fraction | None]

    @property
    def difference(self) -> Fraction | None:
        """The self-assessed index minus the appraised one."""
        own, appraised = self.totals.get(Role.SELF), self.totals.get(Role.APPRAISED)
        return None if own is None or appraised is None else own - appraised

    @property
    def most_lost(self) -> tuple[ScoreRow, ...]:
        """The rows in which anything is lost of the index, the most first."""
        losing = [row for row in self.rows if row.counted.lost]
        return tuple(sorted(losing, key=lambda row: -(row.counted.lost or 0)))


def build_scores(
    plan: Plan,
    indicator: Indicator,
    observations: Iterable[Observation],
    header: ReportHeader,
    org_unit: str,
) -> ScoresReport:
    """The scores of one org unit in the latest period of which any is known.

    Args:
        plan: The plan.
        indicator: An index, or one criterion.
        observations: The current figures of it and of its members.
        header: Names the day.
        org_unit: Whose scores.
    """
    known = [
        figure
        for figure in observations
        if figure.org_unit == org_unit and figure.period.end <= header.as_of
    ]
    counted = latest(indicator, derive(plan, known), org_unit)
    period = None if counted is None else counted.period
    by_role = {role: _of_role(plan, indicator, known, org_unit, role, period) for role in Role}
    rows = [] if counted is None else _rows(counted, by_role, known)
    return ScoresReport(
        header=header,
        indicator=indicator,
        org_unit=org_unit,
        period=period,
        of=None if counted is None else counted.of,
        rows=tuple(_in_order_of_codes(rows)),
        total=None if counted is None else counted.value,
        totals={role: each.value if each else None for role, each in by_role.items()},
    )


def _of_role(
    plan: Plan,
    indicator: Indicator,
    known: Iterable[Observation],
    org_unit: str,
    role: Role,
    period: Period | None,
) -> Composition | None:
    """The index of a period by the scores of one role alone."""
    figures = [
        each
        for each in known
        if role_of(each.disaggregation) is role and period and each.period.days == period.days
    ]
    return latest(indicator, derive(plan, figures), org_unit)


def _rows(
    counted: Composition, by_role: Mapping[Role, Composition | None], known: Sequence[Observation]
) -> list[ScoreRow]:
    given = {
        role: {each.indicator.id: each for each in found.members} if found else {}
        for role, found in by_role.items()
    }
    rows = []
    for member in counted.members:
        id_ = member.indicator.id
        days = counted.period and counted.period.days
        mine = [f for f in known if f.indicator == id_ and f.period.days == days]
        roles = {role: found[id_] for role, found in given.items() if id_ in found}
        documents = dict.fromkeys(figure.document for figure in mine if figure.document)
        notes = dict.fromkeys(figure.note for figure in mine if figure.note)
        rows.append(ScoreRow(member, roles, tuple(documents), tuple(notes)))
    return rows


def _in_order_of_codes(rows: Sequence[ScoreRow]) -> list[ScoreRow]:
    """By code where every row has one: 4.2 before 4.10 before 4.22.1; else as they are."""
    codes = [code_of(row.counted.indicator) for row in rows]
    if not all(codes):
        return list(rows)
    return [row for _, row in sorted(zip(codes, rows, strict=True), key=lambda pair: pair[0])]
