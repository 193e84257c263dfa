"""What is still missing to a target, in words.

Owns the sentence that a verdict's gap, years or groups become. Computes nothing.
"""

from typing import TYPE_CHECKING

from cdstrack.core.status import Status
from cdstrack.words.clean import clean
from cdstrack.words.labels import DIMENSION, label
from cdstrack.words.labels_text import phrase
from cdstrack.words.labels_value import count_words, gap_number_words, value_words

if TYPE_CHECKING:
    from fractions import Fraction

    from cdstrack.core.plan import Indicator, Target
    from cdstrack.core.verdict import Verdict

_CEILINGS = {"at_most", "less_than", "top", "reduce_by"}


def missing_words(
    verdict: "Verdict", target: "Target", indicator: "Indicator", language: str, *, short: bool
) -> str:
    """What is missing in the unit; empty where the target is met or nothing can be said.

    A figure that stands on the bound without meeting the target is said to, instead of "0". Where
    every group that reported meets the target, groups are missing, not points; and what lies
    beyond the bound is not missing, though the target may ask for more than the latest figure.
    """
    if verdict.met or verdict.gap is None or verdict.threshold is None:
        return ""
    if verdict.groups is not None and verdict.groups.met == verdict.groups.reported:
        return ""
    if _is_surplus(verdict.gap, target):
        return ""
    if verdict.gap == 0:
        bound = value_words(verdict.threshold, indicator, language)
        key = {"more_than": "must_exceed", "less_than": "must_be_below"}.get(target.comparator)
        return phrase(key or "not_quite", language, bound=bound)
    return gap_number_words(verdict.gap, indicator, language, short=short)


def missing_sentence(
    verdict: "Verdict", target: "Target", indicator: "Indicator", language: str
) -> str:
    """The same as a phrase of its own, with the count: `còn thiếu 22,16 điểm phần trăm (321 hồ sơ)`."""
    words = missing_words(verdict, target, indicator, language, short=False)
    if not words or verdict.gap == 0:
        return words
    rank_or_cut = "to_rise" if indicator.unit == "rank" else "to_cut"
    key = rank_or_cut if verdict.gap is not None and verdict.gap < 0 else "missing"
    count = counted_words(verdict, indicator, language)
    return phrase(key, language, gap=words) + (f" ({count})" if count else "")


def unreported_words(verdict: "Verdict", indicator: "Indicator", language: str) -> str:
    """How many groups of an `every` target have no figure yet; empty where all have, or none has.

    Where the plan does not name the groups, how many of those that reported meet the target.
    """
    groups = verdict.groups
    if verdict.met or groups is None or indicator.every is None or not groups.reported:
        return ""
    if groups.total is None:
        return groups_words(verdict, indicator, language)
    silent = groups.total - groups.reported
    dimension = label(DIMENSION, clean(next(iter(indicator.every))), language)
    facts = {"n": silent, "total": groups.total, "dimension": dimension}
    return phrase("groups_unreported", language, **facts) if silent > 0 else ""


def counted_words(verdict: "Verdict", indicator: "Indicator", language: str) -> str:
    """What is missing in files or heads; empty where it is not known or nothing is."""
    return count_words(verdict.gap_count, indicator, language) if verdict.gap_count else ""


def groups_words(verdict: "Verdict", indicator: "Indicator", language: str) -> str:
    """How many groups meet an `every` target; empty for other targets."""
    groups = verdict.groups
    if groups is None or indicator.every is None or not groups.reported:
        return ""
    dimension = label(DIMENSION, clean(next(iter(indicator.every))), language)
    key = "groups_met" if groups.total is not None else "groups_met_so_far"
    key = "one_group_met" if groups.total == 1 else key
    facts = {"met": groups.met, "total": groups.total, "reported": groups.reported}
    return phrase(key, language, dimension=dimension, **facts)


def years_words(verdict: "Verdict", language: str) -> str:
    """How many closed years met a yearly target, and how many have no figure; else empty.

    A year without a figure is not a year that was missed.
    """
    statuses = list((verdict.years or {}).values())
    known = [status for status in statuses if status is not Status.AWAITING_DATA]
    facts = {"met": known.count(Status.ACHIEVED), "total": len(known)}
    key = "one_year_met" if len(known) == 1 else "years_met"
    words = phrase(key, language, **facts) if known else ""
    unknown = len(statuses) - len(known)
    if not unknown:
        return words
    waiting = phrase("years_unknown", language, n=unknown)
    return f"{words}, {waiting}" if words else waiting


def _is_surplus(gap: "Fraction", target: "Target") -> bool:
    """Whether the latest figure lies on the wanted side of the bound: more than is asked."""
    if target.comparator == "between":
        return False
    chosen = target.declared
    if chosen is None:
        is_ceiling = target.comparator in _CEILINGS
    else:
        is_ceiling = chosen.at_least is None and chosen.more_than is None
    return gap > 0 if is_ceiling else gap < 0
