"""The log: who recorded what, and when.

Owns the selection of submissions, how many of their changes are read, and the verification of a
printed chain head.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from typing import TypeVar
from zoneinfo import ZoneInfo

from cdstrack.cli.app.workspace import Basis, Workspace, report_header
from cdstrack.cli.use_cases.names import find_id, find_indicator, was_recorded
from cdstrack.core.problem import Problem, RefusedError, StoreUnusableError, accept
from cdstrack.core.record.acts import (
    AcknowledgementChange,
    Change,
    DocumentChange,
    Submission,
)
from cdstrack.core.reports.history import LogAct, LogReport, last_of
from cdstrack.store.ledger import open_reader
from cdstrack.store.reading import Reader
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_instant, read_day, read_instant

Done = TypeVar("Done", Change, DocumentChange, AcknowledgementChange)
_LISTED = 1000
"""How many changes of an act go into the log; a renderer lists fewer still and counts the rest."""


@dataclass(frozen=True, slots=True)
class LogQuery:
    """The filters of the log, as typed; None or empty for all submissions."""

    indicators: Sequence[str] = ()
    who: str | None = None
    since: str | None = None
    until: str | None = None
    last: int | None = None


def read_log(workspace: Workspace, basis: Basis, query: LogQuery | None = None) -> LogReport:
    """The submissions asked for, the latest first.

    Raises:
        RefusedError: A time cannot be read; CDS216 or CDS217, nobody of that name has recorded
            anything, or several have.
    """
    with open_reader(workspace.store) as ledger:
        return build_log(workspace, basis, ledger, query or LogQuery())


def build_log(workspace: Workspace, basis: Basis, ledger: Reader, query: LogQuery) -> LogReport:
    """The same from an open store."""
    since = _first_moment(workspace.zone, query.since)
    until = _last_moment(workspace.zone, query.until)
    indicators = _logged_indicators(workspace, query.indicators)
    ends = [moment for moment in (basis.known_at, until) if moment is not None]
    span = since, min(ends, default=None)
    undone = ledger.undone(basis.known_at)
    wanted = _submissions(ledger, span, query.who, indicators)[: query.last]
    accounts = ledger.accounts()
    found = (
        replace(act, undone=act.submission.id in undone, account=accounts.get(act.submission.id))
        for act in _acts(ledger, wanted, indicators)
    )
    acts = tuple(_with_closings(ledger, found))
    return LogReport(report_header(workspace, basis, "log", last_of(acts)), acts)


def _submissions(
    ledger: Reader,
    span: tuple[datetime | None, datetime | None],
    who: str | None,
    indicators: frozenset[str] | None,
) -> list[Submission]:
    since, known_at = span
    found = {each.id: each for each in ledger.submissions(known_at=known_at, since=since)}
    if indicators is not None:
        touched = [
            each.id
            for indicator in indicators
            for each in ledger.submissions(indicator=indicator, known_at=known_at, since=since)
        ]
        found = {number: found[number] for number in sorted(touched, reverse=True)}
    if who is not None:
        name = _name(who, (each.by for each in ledger.submissions()))
        found = {number: each for number, each in found.items() if each.by == name}
    return list(found.values())


def _acts(
    ledger: Reader, wanted: Sequence[Submission], indicators: frozenset[str] | None
) -> Iterator[LogAct]:
    """Submissions with their first changes, of these indicators only; further changes are counted."""
    numbers = [each.id for each in wanted]
    changes = _by_act(ledger.changes_of_each(numbers, _LISTED, indicators))
    counts = ledger.change_counts(numbers, indicators)
    documents = _by_act(ledger.documents_changed(*numbers))
    warnings = _by_act(ledger.acknowledgements_changed(*numbers))
    digests = ledger.digests(numbers)
    for each in wanted:
        listed = tuple(changes.get(each.id, ()))
        yield LogAct(
            each,
            listed,
            counts.get(each.id, 0) - len(listed),
            documents=tuple(documents.get(each.id, ())),
            warnings=tuple(warnings.get(each.id, ())),
            digest=digests.get(each.id),
        )


def _by_act(changes: Iterable[Done]) -> dict[int, list[Done]]:
    found: dict[int, list[Done]] = {}
    for change in changes:
        found.setdefault(change.submission, []).append(change)
    return found


def _with_closings(ledger: Reader, acts: Iterable[LogAct]) -> Iterator[LogAct]:
    """The submissions with their closings, reopenings and reasons for late figures."""
    closings, late = ledger.closings().by_submission, ledger.late_reasons()
    for act in acts:
        number = act.submission.id
        yield replace(act, closing=closings.get(number), late=late.get(number))


def _logged_indicators(workspace: Workspace, typed: Sequence[str]) -> frozenset[str] | None:
    """The ids of the indicators; a full id counts even if the plan no longer has it."""
    if not typed:
        return None
    plan = workspace.plan
    return frozenset(
        name
        if name in plan.by_id or was_recorded(workspace.store, name)
        else accept(find_indicator(name, plan)).id
        for name in typed
    )


def _name(typed: str, names: Iterable[str]) -> str:
    return accept(find_id(typed, {name: [name] for name in names}, "--who"))


def _first_moment(zone: ZoneInfo, typed: str | None) -> datetime | None:
    """The typed instant; of a day, its first one."""
    if typed is None:
        return None
    day = read_day(typed)
    if isinstance(day, Problem):
        return _last_moment(zone, typed)
    return datetime.combine(day, time.min, zone).astimezone(UTC)


def _last_moment(zone: ZoneInfo, typed: str | None) -> datetime | None:
    return None if typed is None else accept(read_instant(typed, zone))


@dataclass(frozen=True, slots=True)
class HeadAnswer:
    """Whether a chain head belongs to the record, and the sentence that says so."""

    holds: bool
    key: str
    facts: Mapping[str, str]


def read_head(typed: str) -> str:
    """The normalised digits of a typed chain head.

    Raises:
        RefusedError: CDS718, the text is not 12 to 64 hexadecimal digits.
    """
    from cdstrack.store.verification import is_head

    digits = typed.strip().lower()
    if not is_head(digits):
        raise RefusedError(Problem("CDS718", {"value": clean(typed)}))
    return digits


def verify_head(workspace: Workspace, head: str, language: str) -> HeadAnswer:
    """Recomputes the chain up to the submission that the head belongs to.

    Raises:
        StoreUnusableError: The store cannot be read, or is damaged.
    """
    from cdstrack.store.verification import find_head

    with open_reader(workspace.store) as ledger:
        act, verified = find_head(workspace.store, head)
        made = None if act is None else ledger.submission(act)
    if verified.damaged:
        raise StoreUnusableError(*verified.problems)
    if made is None:
        return HeadAnswer(False, "log.no_part", {"head": head})
    facts = {"head": head, "act": str(made.id)}
    if verified.misfits and verified.misfits[0] <= made.id:
        return HeadAnswer(False, "log.part_changed", {**facts, "first": str(verified.misfits[0])})
    at = format_instant(made.at, workspace.zone, language)
    return HeadAnswer(True, "log.part", {**facts, "at": at, "by": clean(made.by)})
