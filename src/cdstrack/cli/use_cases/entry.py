"""From the arguments of `record` to one figure that keeps every rule.

Owns the reading of the arguments together: everything that is wrong with them is told at once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from cdstrack.cli.app.session import Session
from cdstrack.cli.app.unwrap import accept, refuse
from cdstrack.cli.use_cases.lookup import (
    find_document,
    find_id,
    find_to_write,
    indicator_names,
    org_unit_names,
    was_recorded,
)
from cdstrack.core.problem import Problem, RefusedError, Severity
from cdstrack.words.parse.clean import clean

if TYPE_CHECKING:
    from cdstrack.core.plan.model import Indicator
    from cdstrack.core.record.observation import Cell, Observation
    from cdstrack.core.record.period import Period


@dataclass(frozen=True, slots=True)
class Typed:
    """The arguments as typed; None where one was not given."""

    indicator: str
    value: str
    on: str | None = None
    org_unit: str | None = None
    by: Sequence[str] | None = None
    stated: str | None = None
    qualifier: str | None = None
    document: str | None = None
    reported: str | None = None
    note: str | None = None


def read_figure(session: Session, typed: Typed) -> "tuple[Observation, list[Problem]]":
    """The figure, and the warnings about it.

    Raises:
        RefusedError: Something cannot be read, or a rule is broken; all of it is named.
    """
    from cdstrack.core.record.observation_rules import observation_problems, unjudged_group

    indicator = _indicator(session, typed.indicator)
    figure = _put_together(session, typed, indicator)
    problems = observation_problems(figure, indicator, session.plan, session.clock.today)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        raise RefusedError(*errors)
    group = unjudged_group(figure, indicator)
    return figure, [*problems, *([group] if group else []), *_doubts(typed.value, indicator)]


def _doubts(typed: str, indicator: "Indicator") -> list[Problem]:
    from cdstrack.words.parse.ambiguity import doubts
    from cdstrack.words.parse.values import read_value

    reading = read_value(typed, indicator)
    return [] if isinstance(reading, Problem) else doubts(reading, indicator)


def read_cell(
    session: Session,
    indicator: str,
    on: str | None,
    org_unit: str | None = None,
    by: Sequence[str] | None = None,
) -> "Cell":
    """What a figure is about, as it was typed.

    Raises:
        RefusedError: Something cannot be read; all of it is named.
    """
    from cdstrack.core.record.observation import Cell
    from cdstrack.words.parse.values import read_disaggregation

    wanted = _indicator(session, indicator)
    period, unit = _period(on), _org_unit(session, org_unit)
    group = read_disaggregation(by or (), wanted)
    refuse(period, unit, group)
    return Cell(wanted.id, accept(unit), accept(group), accept(period).text)


def _indicator(session: Session, typed: str) -> "Indicator":
    """The indicator that was meant, where that is certain enough to write to.

    Raises:
        RefusedError: CDS216 or CDS217; CDS239, the plan has dropped the one of this id.
    """
    plan = session.plan
    if typed not in plan.by_id and was_recorded(session, typed):
        raise RefusedError(Problem("CDS239", {"value": clean(typed)}))
    return plan.by_id[accept(find_to_write(typed, indicator_names(plan), "INDICATOR"))]


def _put_together(session: Session, typed: Typed, indicator: "Indicator") -> "Observation":
    from cdstrack.core.record.observation import Observation, Qualifier
    from cdstrack.words.parse.values import read_disaggregation, read_value

    reading = read_value(typed.value, indicator)
    period = _period(typed.on)
    org_unit = _org_unit(session, typed.org_unit)
    group = read_disaggregation(typed.by or (), indicator)
    source = _source(session, typed, indicator)
    refuse(reading, period, org_unit, group, *source.values())
    read = accept(reading)
    kept = {key: value for key, value in source.items() if value is not None}
    return Observation(
        indicator=indicator.id,
        org_unit=accept(org_unit),
        period=accept(period),
        disaggregation=accept(group),
        value=read.value,
        state=read.state,
        not_available=read.not_available,
        numerator=read.numerator,
        denominator=read.denominator,
        entered=read.entered,
        **{"qualifier": read.qualifier or Qualifier.EXACT, "stated": read.stated, **kept},
    )


def _source(session: Session, typed: Typed, indicator: "Indicator") -> dict[str, Any]:
    """What the source says beside the figure, by the names of an observation's fields."""
    from cdstrack.words.parse.values import read_qualifier, read_stated

    read: dict[str, Callable[[str], object]] = {
        "stated": lambda text: read_stated(text, indicator),
        "qualifier": read_qualifier,
        "document": lambda text: find_document(text, session),
        "reported": _reported,
        "note": _note,
    }
    given = {key: getattr(typed, key) for key in read}
    found = {key: None if text is None else read[key](text) for key, text in given.items()}
    return {key: _typed_at(f"--{key}", value) for key, value in found.items()}


def _typed_at(option: str, found: object) -> object:
    """A problem says at which option it was typed, where its sentence does not say so itself."""
    if not isinstance(found, Problem) or "where" in found.facts:
        return found
    return replace(found, facts={**found.facts, "typed_at": option})


def _period(typed: str | None) -> "Period | Problem":
    from cdstrack.words.parse.dates import read_period

    return Problem("CDS220") if typed is None else read_period(typed)


def _org_unit(session: Session, typed: str | None) -> str | Problem:
    if typed is None:
        return session.plan.area
    return find_id(typed, org_unit_names(session.plan), "--org-unit")


def _reported(typed: str) -> "Period | Problem":
    """A day or a month."""
    from cdstrack.core.record.period import Precision
    from cdstrack.words.parse.dates import read_period

    period = read_period(typed)
    if isinstance(period, Problem) or period.precision in {Precision.DAY, Precision.MONTH}:
        return period
    return Problem("CDS023", {"value": clean(typed)})


def _note(typed: str) -> str | Problem:
    note = clean(typed).strip()
    return note or Problem("CDS222", {"where": "--note"})
