"""An explanation as an outline: figures, then for each target the steps, then all methods.

Owns the content and its order. The sentences are in `cdstrack.words.labels.explain`, the numbers in
the core; nothing is computed here.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction

from cdstrack.core.plan.model import Indicator
from cdstrack.core.record.derived import DerivedFigure
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.explain import Explanation, Progress, TargetExplanation
from cdstrack.core.verdict.grounds import DecisionRow, Exclusion, ObservationUse
from cdstrack.core.verdict.methods import METHODS
from cdstrack.core.verdict.methods.interface import Undefined
from cdstrack.core.verdict.vocabulary import Flag, Reason
from cdstrack.render.indicator.newest import MOST_LEFT_OUT, newest, older_not_listed
from cdstrack.render.indicator.steps import steps
from cdstrack.render.members import members_blocks, too_few_words
from cdstrack.render.page.header_footer import outline_foot, outline_head
from cdstrack.render.page.layout import Block, Cell, Heading, Line, Lines, SmallTable, cell
from cdstrack.render.view import View
from cdstrack.words.labels.composite import put
from cdstrack.words.labels.explain import LEFT_OUT, say
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.likely import tendency_sentence
from cdstrack.words.labels.value import figure_words, fraction_words, value_words
from cdstrack.words.labels.vocabulary import FLAG, METHOD, REASON, label, status_words
from cdstrack.words.labels.working import UNDEFINED, plain, signs_of_cuts
from cdstrack.words.parse.dates import format_day, format_period
from cdstrack.words.parse.numbers import format_number

_TOLD_FLAGS = {Flag.ASSUMED_BASELINE, Flag.LOW_CONFIDENCE, Flag.FORECAST_SHORT}
_TOLD_REASONS = {
    Reason.SHORTFALL,
    Reason.FORECAST_REFUSED,
    Reason.UNDEFINED_FOR_METHOD,
    Reason.MEAN_SO_FAR,
    Reason.REST_MUST_AVERAGE,
    Reason.MEMBERS_MISSING,
}
_WITH_REASONS = {DecisionRow.NO_NUMBER, DecisionRow.UNKNOWN_AT_DUE, DecisionRow.TOO_LITTLE}
"""Rows whose own step gives the reasons."""


def explanation_blocks(
    explanation: Explanation, view: View, *, everything: bool = False
) -> list[Block]:
    """The whole explanation of one indicator; of very many figures the newest, or everything."""
    language, item = view.language, explanation.item
    name = view.name(item.indicator)
    day = phrase("on_day", language, day=format_day(explanation.header.as_of, language))
    blocks = outline_head(say("title", language, name=name, day=day), explanation.header, view)
    if not explanation.targets:
        tendency = tendency_sentence(item.tendency, language)
        blocks.append(Lines(cell(say("no_targets", language), tendency)))
    if item.indicator.composite is not None:
        blocks += members_blocks(item.composition, item.unfinished, view)
    shown: tuple[ObservationUse, ...] | None = None
    for target in explanation.targets:
        repeated = bool(shown) and target.figures == shown
        blocks += _target(target, item.indicator, view, repeated=repeated, everything=everything)
        shown = target.figures
    if any(target.progress for target in explanation.targets):
        blocks.append(Lines(cell(say("rounded", language))))
    return [*blocks, outline_foot(explanation.header, view)]


def _target(
    target: TargetExplanation,
    indicator: Indicator,
    view: View,
    *,
    repeated: bool,
    everything: bool,
) -> Iterator[Block]:
    language, verdict = view.language, target.line.verdict
    due = target.line.target.due
    facts = {
        "due": format_day(due, language) if due else say("no_due", language),
        "target": view.asked(target.line.target, indicator),
        "status": status_words(verdict.status, language),
    }
    yield Heading(say("target", language, **facts), tone=verdict.status)
    if repeated:
        yield Lines(cell(say("same_figures", language)))
    else:
        yield from _figures(target, indicator, view, everything=everything)
    yield steps(target, indicator, view)
    notes = _notes(target, language)
    if notes:
        yield Lines(cell(say("notes", language, notes="; ".join(notes))))
    if target.progress is not None and target.progress.opinions:
        yield from _opinions(target, target.progress, language)


def _notes(target: TargetExplanation, language: str) -> list[str]:
    """The flags and reasons that no step has mentioned."""
    verdict, told = target.line.verdict, {*_TOLD_FLAGS, *_TOLD_REASONS}
    if verdict.groups is not None and verdict.groups.total is not None:
        told |= {Flag.PARTIAL_BREAKDOWN, Reason.GROUP_MISSING}
    if verdict.reached_on is not None:
        told.add(Flag.REGRESSED)
    flags = [label(FLAG, flag, language) for flag in verdict.flags if flag not in told]
    if target.row in _WITH_REASONS:
        return flags
    reasons = [label(REASON, reason, language) for reason in verdict.reasons if reason not in told]
    # A flag and the reason behind it may be one word.
    return list(dict.fromkeys(flags + reasons))


def _figures(
    target: TargetExplanation, indicator: Indicator, view: View, *, everything: bool
) -> Iterator[Block]:
    language = view.language
    used = [use for use in target.figures if use.left_out is None]
    left = [use for use in target.figures if use.left_out is not None]
    rows = [*_baseline_row(target, indicator, view)]
    shown = newest(used, everything=everything)
    rows += [_figure_row(use, indicator, view) for use in shown]
    if not target.figures and indicator.composite is not None:
        return
    if not target.figures:
        yield Lines(cell(say("no_figures", language)))
    elif rows:
        head = (say("figures", language), say("figure", language), say("source", language))
        yield SmallTable(head, tuple(rows))
        yield from older_not_listed(len(used) - len(shown), "explain", indicator.id, language)
    else:
        yield Lines(cell(say("none_used", language)))
    if left:
        most = len(left) if everything else MOST_LEFT_OUT
        yield from _left_out(left, target.left_out, indicator, view, most)


def _left_out(
    left: list[ObservationUse],
    counts: Mapping[Exclusion, int],
    indicator: Indicator,
    view: View,
    most: int,
) -> Iterator[Block]:
    """The figures that have no part in the verdict, of each reason the newest `most`."""
    language = view.language
    of_reason = Counter(str(use.left_out) for use in left)
    over = {str(why): count - most for why, count in counts.items()}
    rows: list[tuple[Cell, ...]] = []
    for use in left:
        why = str(use.left_out)
        if of_reason[why] <= most:
            rows.append(_left_out_row(use, indicator, view))
        of_reason[why] -= 1
    head = (say("left_out", language), say("figure", language), say("why", language))
    yield SmallTable(head, tuple(rows))
    for why, count in over.items():
        if count > 0:
            reason = label(LEFT_OUT, why, language)
            n = format_number(count, language)
            yield Lines(cell(say("not_listed", language, n=n, why=reason)))


def _baseline_row(
    target: TargetExplanation, indicator: Indicator, view: View
) -> Iterator[tuple[Cell, ...]]:
    progress, baseline = target.progress, indicator.baseline
    if progress is None or baseline is None or not progress.basis.origin.declared:
        return
    documents = cell(*map(view.document, baseline.document))
    yield (
        cell(format_day(baseline.date, view.language)),
        cell(value_words(baseline.value, indicator, view.language)),
        (*cell(say("baseline", view.language)), *documents),
    )


def _figure_row(use: ObservationUse, indicator: Indicator, view: View) -> tuple[Cell, ...]:
    document = use.observation.document
    return (
        *_dated_figure(use, indicator, view),
        cell(view.document(document) if document else _unsourced(use, view.language)),
    )


def _unsourced(use: ObservationUse, language: str) -> str:
    if isinstance(use.observation, DerivedFigure):
        point = use.observation.point
        return put("from_units", language, n=point.reported, total=point.expected)
    return put("computed", language) if use.observation.exact is not None else "–"


def _left_out_row(use: ObservationUse, indicator: Indicator, view: View) -> tuple[Cell, ...]:
    why = label(LEFT_OUT, str(use.left_out), view.language)
    return (*_dated_figure(use, indicator, view), cell(why))


def _dated_figure(use: ObservationUse, indicator: Indicator, view: View) -> tuple[Cell, Cell]:
    figure, language = use.observation, view.language
    value = _partly_known(figure, indicator, language) or figure_words(figure, indicator, language)
    parts = fraction_words(figure, indicator, language)
    about = [view.disaggregation(figure.disaggregation)]
    if figure.org_unit != view.plan.area:
        about.append(view.org_unit(figure.org_unit))
    return (
        cell(format_period(figure.period, language, short=True)),
        cell(f"{value} ({parts})" if parts else value, *about),
    )


def _partly_known(figure: Observation, indicator: Indicator, language: str) -> str:
    """Of a figure of which too many units are missing, what is known; empty for any other."""
    if not isinstance(figure, DerivedFigure) or figure.is_figure:
        return ""
    return too_few_words(figure.point, indicator, language)


def _opinions(target: TargetExplanation, progress: Progress, language: str) -> Iterator[Block]:
    """Every method on the same target, the one in use first."""
    own = progress.opinions[target.method].verdict.status
    head = ("method_head", "ratio_head", "verdict_head", "cuts_head")
    ordered = sorted(progress.opinions.values(), key=lambda each: each.method is not target.method)
    rows, other = [], []
    for opinion in ordered:
        name = f"{opinion.method}: {label(METHOD, opinion.method, language)}"
        verdict, working = opinion.verdict, opinion.working
        undefined = Reason.UNDEFINED_FOR_METHOD in verdict.reasons
        words = status_words(verdict.status, language)
        if undefined and isinstance(working, Undefined):
            words = say("not_defined", language, why=label(UNDEFINED, working, language))
        elif verdict.status is not own:
            words = f"≠ {words}"
            other.append(str(opinion.method))
        used = opinion.method is target.method
        rows.append(
            (
                (Line(say("this_one", language, method=name) if used else name),),
                cell("–" if verdict.ratio is None else plain(Fraction(verdict.ratio), language)),
                (Line(words, "" if undefined else verdict.status),),
                cell(signs_of_cuts(METHODS[opinion.method].CLASSES, language)),
            )
        )
    yield Heading(say("methods", language), level=3)
    yield SmallTable(tuple(say(key, language) for key in head), tuple(rows))
    summary = say("disagree", language, methods=", ".join(other)) if other else ""
    yield Lines(cell(summary or say("agree", language)))
