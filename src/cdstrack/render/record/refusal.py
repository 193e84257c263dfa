"""Why the record refuses an act, in words: the facts that the sentences of the problem name."""

from collections.abc import Iterable, Mapping
from typing import assert_never

from cdstrack.core.problem import Problem
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.core.record.refusal import (
    CODES,
    ChangedSince,
    Conflict,
    Estimated,
    NothingThere,
    OtherFacts,
    Refusal,
    Replaced,
)
from cdstrack.render.changes import beside_words, named_fields, observation_words, subject
from cdstrack.render.view import View
from cdstrack.words.labels.value import figure_words, fraction_words
from cdstrack.words.labels.vocabulary import KIND, label
from cdstrack.words.parse.dates import format_period

_FEW = 12


def refusal_problem(refusal: Refusal, view: View) -> Problem:
    """The refusal as a problem, its facts in the language of the view."""
    return Problem(CODES[type(refusal)], _facts(refusal, view))


def _facts(refusal: Refusal, view: View) -> Mapping[str, str]:
    match refusal:
        case Conflict():
            return _conflict(refusal, view)
        case Estimated(recorded, figure):
            told = _conflict(Conflict(recorded, figure, ("qualifier",)), view)
            typed = {"entered": figure.entered, "qualifier": str(figure.qualifier)}
            return {**told, **typed, "figure": str(recorded.id)}
        case NothingThere():
            return _nothing_there(refusal, view)
        case Replaced(number, latest):
            value = observation_words(latest, view)
            return {"number": str(number), "latest": str(latest.id), "value": value}
        case ChangedSince():
            return _changed_since(refusal, view)
        case OtherFacts(change):
            return {"key": change.key, "fields": beside_words(change, view)}
        case _:
            assert_never(refusal)


def _conflict(conflict: Conflict, view: View) -> Mapping[str, str]:
    figure, recorded = conflict.figure, conflict.recorded
    is_same = recorded.period == figure.period
    return {
        "indicator": conflict.figure.indicator,
        "period": format_period(conflict.figure.period, view.language),
        "other": "" if is_same else format_period(recorded.period, view.language),
        "recorded": _whole_value(conflict.recorded, conflict.different, view),
        "value": _whole_value(conflict.figure, conflict.different, view),
    }


def _whole_value(figure: Observation, different: Iterable[str], view: View) -> str:
    """The figure with everything in which it differs from another one."""
    language, indicator = view.language, view.plan.by_id[figure.indicator]
    fraction = fraction_words(figure, indicator, language)
    words = " = ".join(
        part for part in (figure_words(figure, indicator, language), fraction) if part
    )
    return "; ".join([words, *named_fields(figure, different, view)])


def _nothing_there(nothing: NothingThere, view: View) -> Mapping[str, str]:
    """The empty cell, with the last periods for which there are figures."""
    cell, language = nothing.cell, view.language
    shown = [format_period(period, language, short=True) for period in nothing.others[-_FEW:]]
    return {
        "indicator": " ".join(part for part in (cell.indicator, cell.disaggregation) if part),
        "period": format_period(Period.parse(cell.period), language),
        "recorded": "; ".join(shown),
    }


def _changed_since(changed: ChangedSince, view: View) -> Mapping[str, str]:
    return {
        "number": str(changed.number),
        "cell": subject(changed.change, view),
        "later": str(changed.later.id),
        "kind": label(KIND, changed.later.kind, view.language),
        "by": changed.later.by,
    }
