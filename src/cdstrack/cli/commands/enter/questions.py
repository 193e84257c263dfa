"""The questions about one figure: its indicator, group, period, value and source.

Owns one question each, repeated until its answer can be read. What an answer means is decided by
the readers that `record` uses; `LeftError` of `cdstrack.cli.app.dialogue` ends any of them.
"""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from cdstrack.cli.app.dialogue import answer, choose
from cdstrack.cli.app.invocation import Invocation
from cdstrack.core.plan.values import SLUG
from cdstrack.core.problem import Problem
from cdstrack.words.parse.search import fold

if TYPE_CHECKING:
    from cdstrack.cli.use_cases.documents import DocumentInput
    from cdstrack.core.plan.model import Indicator
    from cdstrack.core.record.acts import SourceDocument
    from cdstrack.core.record.period import Period

R = TypeVar("R")
_OTHER_PERIOD = {"k", "p"}
_NEW, _NONE = "+", "-"


def ask_indicator(run: Invocation) -> "Indicator":
    """The indicator, found by part of its id, its names and its aliases."""
    from cdstrack.cli.use_cases.names import indicator_names

    plan, view = run.workspace.plan, run.view

    def shown(id_: str) -> str:
        return f"{view.name(plan.by_id[id_])} ({id_})"

    return plan.by_id[choose(run, "enter.indicator", indicator_names(plan), shown)]


def ask_group(run: Invocation, indicator: "Indicator") -> str:
    """The group of an indicator that asks something of every group; empty for the whole."""
    if indicator.every is None:
        return ""
    ((dimension, names),) = indicator.every.items()
    if not names:
        return _open_group(run, indicator, dimension)
    known = {name: [run.view.org_unit(name)] for name in names}
    found = choose(run, "enter.group", known, run.view.org_unit, also=("",))
    return f"{dimension}={found}" if found else ""


def _open_group(run: Invocation, indicator: "Indicator", dimension: str) -> str:
    from cdstrack.words.parse.disaggregation import read_disaggregation

    def read(typed: str) -> str | Problem:
        return read_disaggregation([f"{dimension}={typed}"] if typed else [], indicator)

    return _until_read(run, read, "enter.open_group")


def ask_period(run: Invocation, usual: "Period") -> "Period":
    """The period; Enter takes the usual one."""
    from cdstrack.words.parse.dates import format_period, read_period_on

    def read(typed: str) -> "Period | Problem":
        return read_period_on(typed, run.clock.today) if typed else usual

    return _until_read(run, read, "enter.period", usual=format_period(usual, run.language))


def ask_value(run: Invocation, indicator: "Indicator") -> str:
    """The figure as it is typed, which can be read."""
    return _until_read(run, _value_of(indicator), "enter.value", unit=_unit(run, indicator))


def ask_owed_value(
    run: Invocation, indicator: "Indicator", period: "Period"
) -> "tuple[str, Period]":
    """The same for a figure that is owed, with its period; an empty text skips it."""
    from cdstrack.words.parse.dates import format_period

    read = _value_of(indicator)

    def read_or_skip(typed: str) -> str | Problem:
        return typed if not typed or fold(typed) in _OTHER_PERIOD else read(typed)

    while True:
        facts = {"unit": _unit(run, indicator), "period": format_period(period, run.language)}
        typed = _until_read(run, read_or_skip, "enter.owed_value", **facts)
        if fold(typed) not in _OTHER_PERIOD:
            return typed, period
        period = ask_period(run, period)


def _value_of(indicator: "Indicator") -> "Callable[[str], str | Problem]":
    """The text itself where it can be read for the indicator."""
    from cdstrack.words.parse.values import read_value

    def read(typed: str) -> str | Problem:
        found = read_value(typed, indicator)
        return found if isinstance(found, Problem) else typed

    return read


def _unit(run: Invocation, indicator: "Indicator") -> str:
    """What the figure is counted in, or the words of a state."""
    from cdstrack.core.plan.model import State, Unit
    from cdstrack.words.labels.cells import unit_words
    from cdstrack.words.labels.vocabulary import STATE, label

    if indicator.unit is Unit.STATE:
        return " / ".join(label(STATE, state, run.language) for state in State)
    return unit_words(indicator, run.language)


def ask_document(run: Invocation, usual: str | None) -> "str | DocumentInput | None":
    """The source: the id of a known one, a new one, or none; Enter takes the usual one, else none."""
    from cdstrack.cli.use_cases.choices import read_documents

    documents = read_documents(run.workspace)
    names = {each.key: [each.title, each.number or ""] for each in documents.values()}
    key = "enter.usual_document" if usual else "enter.document"

    def shown(id_: str) -> str:
        number, title = documents[id_].number, documents[id_].title
        return f"{number}: {title} ({id_})" if number else f"{title} ({id_})"

    facts = {"usual": documents[usual].number or usual} if usual else {}
    found = choose(run, key, names, shown, also=("", _NEW, _NONE), **facts)
    if found == _NEW:
        return _ask_new_document(run, documents)
    return (found or usual) if found != _NONE else None


def _ask_new_document(
    run: Invocation, known: "Mapping[str, SourceDocument]"
) -> "str | DocumentInput":
    """The facts of a document that nobody has recorded yet; of a known number, its id."""
    from cdstrack.cli.use_cases.choices import proposed_id
    from cdstrack.cli.use_cases.documents import DocumentInput, read_issued

    def read_title(typed: str) -> str | Problem:
        return typed or Problem("CDS222", {"where": "--title"})

    def read_day(typed: str) -> str | Problem:
        issued = read_issued(typed, run.clock.today) if typed else None
        return issued if isinstance(issued, Problem) else typed

    number = answer(run, "enter.document_number")
    same = (
        key for key, each in known.items() if number and fold(each.number or "") == fold(number)
    )
    if found := next(same, None):
        run.talk("enter.number_known", id=found, title=known[found].title)
        return found
    title = _until_read(run, read_title, "enter.document_title")
    issued = _until_read(run, read_day, "enter.document_issued")
    usual = proposed_id(number or title, known)
    while True:
        id_ = _until_read(run, _document_id(usual), "enter.document_id", usual=usual)
        if id_ not in known:
            return DocumentInput(id_, title, number or None, issued=issued or None)
        run.talk("enter.id_taken", id=id_)


def _document_id(usual: str) -> Callable[[str], str | Problem]:
    def read(typed: str) -> str | Problem:
        id_ = typed or usual
        return id_ if re.fullmatch(SLUG, id_) else Problem("CDS713", {"value": id_})

    return read


def _until_read(run: Invocation, read: Callable[[str], R | Problem], key: str, **facts: str) -> R:
    """Asks until an answer can be read; what is wrong with the others is said."""
    while True:
        typed = answer(run, key, **facts)
        found = read(typed)
        if not isinstance(found, Problem):
            return found
        if typed:
            run.complain([found])
        else:
            run.talk("enter.needed")
