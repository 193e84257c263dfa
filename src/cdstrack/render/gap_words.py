"""The gap of a verdict in words: what is missing, and how many groups and years met the target.

Owns the phrases for a gap, years, their mean and groups. Computes nothing.
"""

from typing import TYPE_CHECKING

from cdstrack.core.plan.comparators import Comparator, JudgedBy, Limit
from cdstrack.core.verdict.vocabulary import Status
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.target import bound_words
from cdstrack.words.labels.value import count_words, gap_number, gap_number_words, value_words

if TYPE_CHECKING:
    from fractions import Fraction

    from cdstrack.core.plan.model import Indicator, Target
    from cdstrack.core.reports.status import StatusItem, TargetLine
    from cdstrack.core.verdict.model import Verdict
    from cdstrack.render.view import View


def missing_words(
    verdict: "Verdict", target: "Target", indicator: "Indicator", language: str, *, short: bool
) -> str:
    """The gap in the indicator's unit; empty if the target is met or the gap is unknown.

    For a figure on the bound that does not meet the target, what is required, instead of "0". For
    one outside a range, on which side. Nothing is still missing to a year that is over.
    """
    if verdict.gap is None or not something_missing(verdict, target):
        return ""
    if verdict.gap == 0:
        return _on_the_bound(verdict, target, indicator, language)
    side = _side(target, indicator, is_above=verdict.gap < 0)
    told_at_due = short and side and abs(verdict.gap) == verdict.shortfall
    if told_at_due or _year_is_over(verdict, target, indicator):
        return ""
    gap = gap_number_words(verdict.gap, indicator, language, short=short)
    return phrase(side, language, gap=gap) if side else gap


def missing_number_words(
    verdict: "Verdict", target: "Target", indicator: "Indicator", language: str
) -> str:
    """The gap as a bare number, for a column beside the figure with its unit; empty as above."""
    if not verdict.gap or not something_missing(verdict, target):
        return ""
    if _year_is_over(verdict, target, indicator):
        return ""
    return gap_number(verdict.gap, indicator, language)


def something_missing(verdict: "Verdict", target: "Target") -> bool:
    """Whether the figure falls short of the target.

    Where every group that reported meets the target, groups are missing, not points. What lies
    beyond the bound is not missing, though the target may ask for more than the latest figure: of a
    yearly target an earlier year may be missed; before the first figure the baseline may meet it.
    """
    if verdict.met or verdict.latest_meets or verdict.lacks_only_groups or verdict.gap is None:
        return False
    if verdict.gap == 0:
        is_known_unmet = verdict.met is False and verdict.years is None
        return is_known_unmet or _strict_key(target) is not None
    return not _is_surplus(verdict.gap, target)


def short_at_due_words(
    verdict: "Verdict", target: "Target", indicator: "Indicator", language: str, *, short: bool
) -> str:
    """The gap on the due date: `đến hạn thiếu 2 điểm %`; empty if there was none.

    For a figure on the bound, what is required, instead of "0"; not if the latest figure is on
    the bound too, which `missing_words` covers.
    """
    if verdict.shortfall is None or (verdict.shortfall == verdict.gap == 0 and not verdict.met):
        return ""
    if verdict.shortfall == 0:
        asked = _on_the_bound(verdict, target, indicator, language)
        return phrase("at_due_on_bound", language, asked=asked)
    gap = gap_number_words(verdict.shortfall, indicator, language, short=short)
    beside = beside_at_due_words(verdict, target, indicator, language, short=short)
    return beside or phrase("at_due_short", language, gap=gap)


def beside_at_due_words(
    verdict: "Verdict",
    target: "Target",
    indicator: "Indicator",
    language: str,
    *,
    short: bool = False,
) -> str:
    """The gap on the due date where it is that of a year, or on a side of a range; else empty."""
    if not verdict.shortfall:
        return ""
    gap = gap_number_words(verdict.shortfall, indicator, language, short=short)
    side = _side(target, indicator, is_above=verdict.was_above)
    if side:
        return phrase("at_due", language, what=phrase(side, language, gap=gap))
    of_year = _year_is_over(verdict, target, indicator)
    return phrase("in_year_short", language, gap=gap) if of_year else ""


def missing_sentence(
    verdict: "Verdict", target: "Target", indicator: "Indicator", language: str
) -> str:
    """The same as a phrase of its own, with the count: `còn thiếu 22,16 điểm phần trăm (321 hồ sơ)`."""
    if _year_is_over(verdict, target, indicator) and verdict.shortfall:
        return short_at_due_words(verdict, target, indicator, language, short=False)
    words = missing_words(verdict, target, indicator, language, short=False)
    if not words or verdict.gap is None or verdict.gap == 0:
        return words
    if _side(target, indicator, is_above=verdict.gap < 0):
        return words
    rank_or_cut = "to_rise" if indicator.unit == "rank" else "to_cut"
    key = rank_or_cut if verdict.gap < 0 else "missing"
    count = counted_words(verdict, indicator, language)
    return phrase(key, language, gap=words) + (f" ({count})" if count else "")


def unreported_words(verdict: "Verdict", indicator: "Indicator", view: "View") -> str:
    """How many groups of an `every` target have no figure yet; empty if all have one, or none.

    If the plan does not name the groups, how many of those with figures meet the target.
    """
    groups = verdict.groups
    if verdict.met or groups is None or indicator.every is None or not groups.reported:
        return ""
    if groups.total is None:
        return groups_words(verdict, indicator, view)
    silent = groups.total - groups.reported
    dimension = view.dimension(next(iter(indicator.every)))
    facts = {"n": silent, "total": groups.total, "dimension": dimension}
    return phrase("groups_unreported", view.language, **facts) if silent > 0 else ""


def of_year_words(item: "StatusItem", line: "TargetLine", language: str) -> str:
    """The figure that answered a target of one year: `năm 2023: 13 trạm`.

    Empty where it is the latest one, which is beside it anyway, and for other targets.
    """
    figure, due = line.verdict.of_year, line.target.due
    if figure is None or due is None or item.latest is None:
        return ""
    if item.latest.period.end.year == due.year:
        return ""
    value = value_words(figure, item.indicator, language, line.verdict.threshold)
    return phrase("of_year", language, year=due.year, value=value)


def counted_words(verdict: "Verdict", indicator: "Indicator", language: str) -> str:
    """The gap as a count; empty if it is unknown or zero."""
    return count_words(verdict.gap_count, indicator, language) if verdict.gap_count else ""


def groups_words(verdict: "Verdict", indicator: "Indicator", view: "View") -> str:
    """How many groups meet an `every` target; empty for other targets."""
    groups = verdict.groups
    if groups is None or indicator.every is None or not groups.reported:
        return ""
    dimension = view.dimension(next(iter(indicator.every)))
    key = "groups_met" if groups.total is not None else "groups_met_so_far"
    key = "one_group_met" if groups.total == 1 else key
    facts = {"met": groups.met, "total": groups.total, "reported": groups.reported}
    return phrase(key, view.language, dimension=dimension, **facts)


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


def breakdown_words(verdict: "Verdict", indicator: "Indicator", view: "View") -> str:
    """How many groups meet an `every` target, and how many have no figure yet; else empty."""
    met = groups_words(verdict, indicator, view)
    silent = unreported_words(verdict, indicator, view)
    return "; ".join(dict.fromkeys(filter(None, (met, silent))))


def average_words(
    verdict: "Verdict", target: "Target", indicator: "Indicator", language: str
) -> str:
    """The mean of the years, and what the others must average; empty for other targets.

    `bình quân 3/5 năm: 11%; 2 năm còn lại cần > 12,25%`.
    """
    found = verdict.average
    if found is None or found.mean is None:
        return ""
    mean = value_words(found.mean, indicator, language, verdict.threshold)
    facts = {"mean": mean, "known": found.known, "total": found.total}
    facts |= {"first": found.first, "last": found.last}
    if found.is_complete:
        return phrase("mean_of_years", language, **facts)
    words = phrase("mean_so_far", language, **facts)
    if found.needed is None:
        return words
    asked = bound_words(target, value_words(found.needed, indicator, language), language)
    left = found.total - found.known
    key = "one_year_must_be" if left == 1 else "others_must_average"
    return f"{words}; {phrase(key, language, n=left, asked=asked)}"


def _year_is_over(verdict: "Verdict", target: "Target", indicator: "Indicator") -> bool:
    """Whether the figure of the only year that could meet the target is there."""
    by_value = target.kind.judged_by is JudgedBy.VALUE and target.due is not None
    return by_value and indicator.measure.speaks_of_a_year and verdict.met is not None


def _side(target: "Target", indicator: "Indicator", *, is_above: bool) -> str:
    """Which phrase says on which side of a range a figure lies; empty where it is short of it."""
    if _judging(target).kind.limit is not Limit.RANGE or target.beyond is not None:
        return ""
    sign = indicator.direction.sign
    if is_above:
        return "above_range" if sign >= 0 else ""
    return "below_range" if sign <= 0 else ""


def _on_the_bound(
    verdict: "Verdict", target: "Target", indicator: "Indicator", language: str
) -> str:
    """What is required of a figure on the bound: `phải trên 80%`."""
    bound = value_words(verdict.threshold or 0, indicator, language)
    key = _strict_key(target) or ("still_over" if _is_ceiling(target) else "not_quite")
    return phrase(key, language, bound=bound)


def _strict_key(target: "Target") -> str | None:
    kind = _judging(target).kind
    if not kind.strict:
        return None
    return "must_be_below" if kind.limit is Limit.CEILING else "must_exceed"


def _is_surplus(gap: "Fraction", target: "Target") -> bool:
    """Whether the latest figure is beyond the bound, on the side that meets the target."""
    if target.kind.limit is Limit.RANGE:
        return False
    return gap > 0 if _is_ceiling(target) else gap < 0


def _is_ceiling(target: "Target") -> bool:
    return _judging(target).kind.limit is Limit.CEILING


def _judging(target: "Target") -> Comparator:
    """The comparator that the target is judged by: of a declared threshold, that one's."""
    chosen = target.declared.thresholds if target.declared else ()
    return chosen[0] if chosen else target.comparator
