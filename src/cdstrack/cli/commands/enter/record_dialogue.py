"""`record` as a dialogue: asks for one figure step by step, or for all figures that are due.

Owns its course and its end: confirmed figures stay recorded whatever happens next.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import typer

from cdstrack.cli.app.dialogue import LeftError, say_wrapped
from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.commands.enter import questions
from cdstrack.cli.commands.enter.confirming import Entry, confirmed
from cdstrack.core.problem import ExitCode, RefusedError

if TYPE_CHECKING:
    from cdstrack.cli.commands.enter.confirming import Kept
    from cdstrack.cli.use_cases.figure_input import FigureInput
    from cdstrack.core.plan.model import Indicator
    from cdstrack.core.weekly.owed_figures import OwedFigure
    from cdstrack.render.machine.fields import Fields


def record_one(entry: Entry) -> None:
    """Asks for what was not given of one figure, and records it.

    Raises:
        typer.Exit: The person has left, or did not confirm.
        RefusedError: What was given cannot be read.
    """
    from cdstrack.cli.use_cases.figure_input import find_to_record

    run, named = entry.run, entry.given.cell.indicator
    try:
        indicator = find_to_record(run.workspace, named) if named else questions.ask_indicator(run)
        say_wrapped(f"{run.view.name(indicator)} ({indicator.id})")
        kept = _first_kept(entry, _asked(entry, indicator))
    except LeftError:
        kept = None
    if kept is None:
        run.talk("record.left")
        raise typer.Exit(ExitCode.USAGE)
    _write(run, kept)


def record_owed(entry: Entry, owed: "tuple[OwedFigure, ...]") -> None:
    """Asks for what is owed, figure by figure, until the end or until the person leaves.

    Raises:
        KeyboardInterrupt: The person left by Ctrl-C.
    """
    skipped, stopped = 0, None
    try:
        for number, each in enumerate(owed, 1):
            _say_owed(entry.run, each, number, len(owed))
            before = len(entry.kept)
            _first_kept(entry, _asked_owed(entry, each))
            skipped += len(entry.kept) == before
    except LeftError:
        pass
    except KeyboardInterrupt as interruption:
        stopped = interruption
    _write_counts(entry, skipped, len(owed) - skipped - len(entry.kept))
    if stopped:
        raise stopped


def _asked(entry: Entry, indicator: "Indicator") -> "Iterator[FigureInput]":
    """The figure as it was given and typed; asked for again as often as it is refused."""
    from cdstrack.cli.use_cases.figure_input import read_given
    from cdstrack.core.record.template import last_period

    run, given = entry.run, entry.given
    org_unit, group = read_given(run.workspace, given, indicator, run.clock.today)
    group = group or questions.ask_group(run, indicator)
    cell = replace(given.cell, indicator=indicator.id, by=_words(group))
    given = replace(given, cell=cell)
    if org_unit is not None:
        _say_latest(run, indicator, org_unit, group)
    told = org_unit
    usual = last_period(indicator.frequency, run.clock.today, indicator.calendar)
    while True:
        on = given.cell.on or questions.ask_period(run, usual).text
        dated = replace(given, cell=replace(given.cell, on=on))
        given = replace(given, cell=replace(given.cell, on=None))
        if (org_unit := _unit_then(run, dated, indicator)) is None:
            continue
        if org_unit != told:
            _say_latest(run, indicator, org_unit, group)
            told = org_unit
        yield replace(dated, value=given.value or questions.ask_value(run, indicator))
        given = replace(given, value="")


def _unit_then(run: Invocation, dated: "FigureInput", indicator: "Indicator") -> str | None:
    """The unit that the figure is about in its period; None where no unit had its code then."""
    from cdstrack.cli.use_cases.figure_input import read_given

    try:
        org_unit, _ = read_given(run.workspace, dated, indicator, run.clock.today)
    except RefusedError as refused:
        run.complain(refused.problems)
        return None
    return org_unit


def _asked_owed(entry: Entry, owed: "OwedFigure") -> "Iterator[FigureInput]":
    """The same for a figure that is owed; none where the person skips it."""
    period, cell = owed.period, replace(entry.given.cell, indicator=owed.indicator.id)
    group = owed.group
    while True:
        value, period = questions.ask_owed_value(entry.run, owed.indicator, period)
        if not value:
            return
        if not group:
            group = questions.ask_group(entry.run, owed.indicator)
        named = replace(cell, by=_words(group), on=period.text)
        yield replace(entry.given, cell=named, value=value)


def _words(group: str) -> list[str] | None:
    return group.split(";") if group else None


def _first_kept(entry: Entry, asked: "Iterable[FigureInput]") -> "Kept | None":
    """The first figure that is not refused, as it was kept; None where it was not confirmed."""
    from cdstrack.core.record.refusal import RecordRefusedError

    for figure in asked:
        try:
            return confirmed(entry, figure)
        except RecordRefusedError:
            raise
        except RefusedError as refused:
            entry.run.complain(refused.problems)
    return None


def _say_latest(run: Invocation, indicator: "Indicator", org_unit: str, group: str) -> None:
    """The latest figure of what is asked about."""
    from cdstrack.cli.use_cases.choices import last_figure
    from cdstrack.render.record.receipt import dated_words

    last = last_figure(run.workspace, indicator, org_unit, group)
    if last is None:
        words = run.sentence("enter.none_yet")
    else:
        words = run.sentence("enter.last", figure=dated_words(last, run.view))
    say_wrapped(words, "  ")


def _say_owed(run: Invocation, owed: "OwedFigure", number: int, count: int) -> None:
    """Which figure is asked for: whose, of what, since when, and the latest one."""
    from cdstrack.words.parse.dates import format_day

    view = run.view
    name = f"{view.name(owed.indicator)} ({owed.indicator.id})"
    parts = [view.org_unit(owed.lead) if owed.lead else "", name, view.disaggregation(owed.group)]
    told = " · ".join(part for part in parts if part)
    say_wrapped(run.sentence("enter.owed", number=str(number), count=str(count), name=told))
    if owed.due is not None:
        say_wrapped(run.sentence("enter.due", due=format_day(owed.due, run.language)), "  ")
    _say_latest(run, owed.indicator, run.workspace.plan.area, owed.group)


def _write(run: Invocation, kept: "Kept") -> None:
    """One figure, as `record` or `correct` would have answered."""
    from cdstrack.core.reports.receipts import Receipt
    from cdstrack.render.record.receipt import record_text
    from cdstrack.render.record.revision import revision_text

    fields = partial(_fields, kept)
    if isinstance(kept, Receipt):
        run.answer("record", partial(record_text, kept), fields)
    else:
        run.answer("correct", partial(revision_text, kept), fields)


def _fields(kept: "Kept") -> "Fields":
    from cdstrack.core.reports.receipts import Receipt
    from cdstrack.render.record.receipt import record_fields
    from cdstrack.render.record.revision import revision_fields

    return record_fields(kept) if isinstance(kept, Receipt) else revision_fields(kept)


def _write_counts(entry: Entry, skipped: int, left: int) -> None:
    """How many figures were recorded, skipped and left."""
    run, recorded = entry.run, len(entry.kept)
    counts = {"recorded": str(recorded), "skipped": str(skipped), "left": str(left)}

    def fields() -> "Fields":
        return {
            "recorded": [_fields(each) for each in entry.kept],
            "skipped": skipped,
            "left": left,
        }

    key = "enter.counts" if recorded + skipped + left else "enter.nothing_owed"
    run.answer("record", lambda _: run.sentence(key, **counts), fields)
