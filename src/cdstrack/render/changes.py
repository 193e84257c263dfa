"""What an act changed, in words: a figure, a document or a warning, before and after.

Owns these sentences for the log and for the commands that change the record. Figures are written
as the plan of the report writes them, bare where it no longer has the indicator.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from cdstrack.core.problem import Problem
from cdstrack.core.record.acts import (
    AcknowledgementChange,
    Change,
    DocumentChange,
    SourceDocument,
)
from cdstrack.core.record.observation import Observation, Qualifier
from cdstrack.core.record.period import Period
from cdstrack.core.record.revision import AnyChange, Contradiction
from cdstrack.render.view import View
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.value import figure_words, fraction_words, plain_figure_words
from cdstrack.words.labels.vocabulary import QUALIFIER_NAME, label
from cdstrack.words.parse.clean import clean
from cdstrack.words.parse.dates import format_day, format_period
from cdstrack.words.parse.numbers import format_number
from cdstrack.words.problems.sentences import sentence

_FACT = re.compile(r" (?=[a-z_]+=)")
_BESIDE = ("stated", "document", "reported", "note")
"""Additional fields of a figure; its own words include the qualifier."""
_COMPARED = ("qualifier", *_BESIDE)
_OF_FIGURE = ("fraction", "stated", "qualifier", *_BESIDE[1:])
_OF_DOCUMENT = ("title", "number", "issuer", "issued", "url", "note")


def change_words(change: AnyChange, view: View, *, both: bool = False) -> str:
    """One sentence: what it is about, before and after.

    Where the figure itself is the same, its additional fields are given. With `both`, it is said
    in words that there was, or is, nothing.
    """
    before, after = ends(change, view)
    language, about = view.language, subject(change, view)
    if both and (change.before is None or change.after is None):
        nothing = phrase("nothing_there", language)
        sides = {"before": before or nothing, "after": after or nothing}
        return phrase("changed", language, cell=about, **sides)
    if change.after is None:
        return phrase("removed", language, cell=about, before=before)
    if change.before is None:
        return phrase("added", language, cell=about, after=after)
    if before == after:
        return f"{about}: {'; '.join([after, *_differing(change, _OF_FIGURE, view)])}"
    return phrase("changed", language, cell=about, before=before, after=after)


def named_fields(figure: Observation, names: Iterable[str], view: View) -> Iterator[str]:
    """The additional fields of a figure with these names, labelled; `–` where one is empty."""
    for name in names:
        if name in _BESIDE:
            yield _labelled(name, _field(figure, name, view) or "–", view)


def beside_words(change: AnyChange, view: View) -> str:
    """The fields of a document, or the fraction and additional fields of a figure, that differ."""
    return "; ".join(_differing(change, ("fraction", *_BESIDE), view))


def kept_words(change: Change, view: View) -> str:
    """The additional fields of the figure that stayed the same; empty for none."""
    if change.before is None or change.after is None:
        return ""
    pairs = (
        (_named(change.before, each, view), _named(change.after, each, view)) for each in _BESIDE
    )
    return "; ".join(after for before, after in pairs if after and before == after)


def subject(change: AnyChange, view: View) -> str:
    """The cell, document or warning that the change is about."""
    if isinstance(change, DocumentChange):
        return phrase("about_document", view.language, document=clean(change.key))
    if isinstance(change, AcknowledgementChange):
        return phrase("about_warning", view.language, problem=_warning(change.problem, view))
    cell = change.cell
    parts = [cell.indicator, cell.disaggregation]
    if cell.org_unit != view.plan.area:
        parts.append(cell.org_unit)
    about = " ".join(clean(part) for part in parts if part)
    return f"{about} {format_period(Period.parse(cell.period), view.language, short=True)}"


def _warning(key: str, view: View) -> str:
    """The warning that a finding's key names: its code, what it is about, and its sentence."""
    head, *facts = _FACT.split(clean(key))
    code, *about = head.split(" ")
    parts = [_spelled_part(each, view) for each in about if each != view.plan.area]
    try:
        said = sentence(Problem(code, dict(fact.split("=", 1) for fact in facts)), view.language)
    except KeyError:
        return clean(key)
    return f"{' '.join([code, *parts])}: {said}"


def _spelled_part(part: str, view: View) -> str:
    try:
        return format_period(Period.parse(part), view.language, short=True)
    except ValueError:
        return part


def ends(change: AnyChange, view: View) -> tuple[str, str]:
    """Before and after in a few words each; empty where there was or is nothing."""
    if isinstance(change, Change):
        return observation_words(change.before, view), observation_words(change.after, view)
    if isinstance(change, DocumentChange):
        return _document(change.before), _document(change.after)
    return clean(change.before or ""), clean(change.after or "")


def full_lines(change: AnyChange, view: View) -> Iterator[str]:
    """The change as a patch: what it is about, `-` before and `+` after, with all that is kept."""
    number = change.after.id if isinstance(change, Change) and change.after else None
    yield subject(change, view) + (f" (#{number})" if number else "")
    for sign, side in (("-", change.before), ("+", change.after)):
        if side is not None:
            yield f"  {sign} {_in_full(side, view)}"


def _in_full(side: Observation | SourceDocument | str, view: View) -> str:
    if isinstance(side, str):
        return clean(side)
    if isinstance(side, SourceDocument):
        return "; ".join(words for name in _OF_DOCUMENT if (words := _named(side, name, view)))
    words = " = ".join(
        part for part in (observation_words(side, view), _fraction(side, view)) if part
    )
    beside = (_named(side, name, view) for name in _BESIDE)
    return "; ".join([words, *(text for text in beside if text)])


def _differing(change: AnyChange, of_figure: Iterable[str], view: View) -> Iterator[str]:
    """What differs of a document, or under these names of a figure: each before and after."""
    sides = (change.before, change.after)
    for name in _OF_DOCUMENT if isinstance(change, DocumentChange) else of_figure:
        before, after = (_field(side, name, view) or "–" for side in sides)
        if before != after:
            named = phrase(f"beside_{name}", view.language)
            facts = {"field": named, "before": before, "after": after}
            yield phrase("beside_changed", view.language, **facts)


def _field(side: object, name: str, view: View) -> str:
    """One field of a figure or of a document in words; empty where it has none."""
    if name == "fraction" and isinstance(side, Observation):
        return _fraction(side, view)
    value = getattr(side, name, None)
    if name == "document" and value is not None:
        return view.document_with_id(value)
    return _spelled(value, view.language)


def _spelled(value: object, language: str) -> str:
    match value:
        case Qualifier():
            return label(QUALIFIER_NAME, value, language)
        case Period():
            return format_period(value, language)
        case Decimal():
            return format_number(value, language)
        case date():
            return format_day(value, language)
        case _:
            return "" if value is None else clean(str(value))


def _named(side: object, name: str, view: View) -> str:
    words = _field(side, name, view)
    return words and _labelled(name, words, view)


def _labelled(name: str, words: str, view: View) -> str:
    return f"{phrase(f'beside_{name}', view.language)}: {words}"


def _fraction(figure: Observation, view: View) -> str:
    indicator = view.plan.by_id.get(figure.indicator)
    return fraction_words(figure, indicator, view.language) if indicator else ""


def observation_words(figure: Observation | None, view: View) -> str:
    """A figure as its indicator writes it, bare where the plan no longer has it; empty for none."""
    if figure is None:
        return ""
    indicator = view.plan.by_id.get(figure.indicator)
    if indicator is None:
        return plain_figure_words(figure, view.language)
    return figure_words(figure, indicator, view.language)


def _document(document: SourceDocument | None) -> str:
    return "" if document is None else clean(document.number or document.title)


def contradiction_in_words(problem: Problem, language: str) -> Problem:
    """The problem with the figures of a contradiction among its facts; any other as it is.

    The plan need not be at hand: figures have no unit, documents are named by their ids.
    """
    if not isinstance(problem, Contradiction):
        return problem
    facts = {
        "indicator": problem.given.indicator,
        "period": format_period(problem.given.period, language),
        "recorded": _bare_words(problem.recorded, problem.different, language),
        "value": _bare_words(problem.given, problem.different, language),
    }
    return replace(problem, facts={**problem.facts, **facts})


def _bare_words(figure: Observation, different: tuple[str, ...], language: str) -> str:
    """The figure in one line, with what makes it another one."""
    words = plain_figure_words(figure, language)
    if figure.numerator is not None and figure.denominator is not None:
        parts = (figure.numerator, figure.denominator)
        words = "/".join(format_number(part, language) for part in parts)
    beside = [
        f"{phrase(f'beside_{name}', language)}: {_spelled(getattr(figure, name), language) or '–'}"
        for name in _COMPARED
        if name in different
    ]
    return "; ".join([words, *beside])
