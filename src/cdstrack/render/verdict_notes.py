"""What to know beside a verdict, in words: outlook, flags and reasons.

Owns which of them are shown; reports leave out what their numbers say already.
"""

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from cdstrack.core.verdict.vocabulary import Flag, Reason, Status
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.vocabulary import FLAG, OUTLOOK, REASON, label, status_words

if TYPE_CHECKING:
    from cdstrack.core.reports.status import TargetLine
    from cdstrack.core.verdict.model import Verdict

_SHOWN_ELSEWHERE = {Flag.ASSUMED_BASELINE, Flag.STALE}
_IN_NUMBERS = {
    Reason.SHORTFALL,
    Reason.FORECAST_REFUSED,
    Reason.MEAN_SO_FAR,
    Reason.REST_MUST_AVERAGE,
}
_TOLD_BY = {
    Flag.PARTIAL_BREAKDOWN: Reason.GROUP_MISSING,
    Flag.MEMBERS_MISSING: Reason.MEMBERS_MISSING,
    Flag.UNITS_MISSING: Reason.UNITS_MISSING,
}
"""Flags that say what a reason says."""


def verdict_notes(
    line: "TargetLine", language: str, hidden: AbstractSet[Flag] = frozenset()
) -> list[str]:
    """How likely the target is met, where the pace leads, and what no other cell shows."""
    from cdstrack.words.labels.likely import chance_sentence

    verdict = line.verdict
    notes = [chance_sentence(verdict.likely, language)] if verdict.likely else []
    if verdict.outlook is not None:
        words = label(OUTLOOK, verdict.outlook, language)
        notes.append(phrase("outlook", language, outlook=words))
    return notes + flag_notes(line, language, hidden)


def flag_notes(
    line: "TargetLine", language: str, hidden: AbstractSet[Flag] = frozenset()
) -> list[str]:
    """The flags and reasons that no other cell shows."""
    verdict, told = line.verdict, {*_SHOWN_ELSEWHERE, *hidden}
    if verdict.groups is not None and verdict.groups.total is not None:
        told.add(Flag.PARTIAL_BREAKDOWN)
    if verdict.outlook is not None:
        told.add(Flag.FORECAST_SHORT)
    if verdict.status is Status.PENDING:
        told.add(Flag.LOW_CONFIDENCE)
    notes = [label(FLAG, flag, language) for flag in verdict.flags if flag not in told]
    return notes + verdict_reasons(verdict, language)


def verdict_reasons(verdict: "Verdict", language: str) -> list[str]:
    """Why the verdict is what it is, where no number and no flag says so."""
    hidden = set(_IN_NUMBERS)
    hidden |= {_TOLD_BY[flag] for flag in verdict.flags if flag in _TOLD_BY}
    shown = (reason for reason in verdict.reasons if reason not in hidden)
    return [label(REASON, reason, language) for reason in shown]


def verdict_change(before: Status | None, after: Status | None, language: str) -> str:
    """The verdict before and after an act; once where it is the same, empty where there is none."""
    if before is None or after is None:
        return ""
    words = dict.fromkeys(status_words(each, language) for each in (before, after))
    return " → ".join(words)
