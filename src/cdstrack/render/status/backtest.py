"""The back-test as an outline: how often the range held, the errors, the words, each indicator.

Owns what is where, and its fields for programs. A share of too few cases is not written as one.
"""

from collections.abc import Iterator

from cdstrack.core.reports.backtest import (
    ENOUGH,
    BacktestReport,
    IndicatorTrials,
    Outcome,
    Tally,
)
from cdstrack.core.verdict.trials import Untried
from cdstrack.render.machine.fields import Fields, header_fields, picked
from cdstrack.render.page.header_footer import notices, provenance
from cdstrack.render.page.layout import Block, Cell, Heading, Line, Lines, SmallTable, cell
from cdstrack.render.view import View
from cdstrack.words.labels.backtest import backtest_words
from cdstrack.words.labels.fixed_texts import phrase
from cdstrack.words.labels.likely import tenth_words
from cdstrack.words.labels.value import gap_number_words
from cdstrack.words.labels.vocabulary import OUTLOOK, label
from cdstrack.words.parse.dates import format_day
from cdstrack.words.parse.numbers import format_number

_ERRORS = ("forecast", "centre", "carried")


def backtest_blocks(report: BacktestReport, view: View) -> list[Block]:
    """The whole page."""
    language = view.language
    day = phrase("on_day", language, day=format_day(report.header.as_of, language))
    blocks: list[Block] = [Heading(backtest_words("title", language, day=day), level=1)]
    warnings = notices(report.header, view)
    if warnings:
        blocks.append(Lines(tuple(Line(f"! {each}", "strong") for each in warnings)))
    blocks.append(Lines(cell(*_verdict(report, language))))
    if report.total.forecasts:
        blocks += _by_horizon(report, language)
        blocks += _by_words(report, language)
    blocks += _by_indicator(report, view)
    known, plan = provenance(report.header, view)
    blocks.append(Lines((known[0], *plan)))
    return blocks


def _verdict(report: BacktestReport, language: str) -> Iterator[str]:
    """How often the range held, or why that cannot be said."""
    total = report.total
    series = sum(bool(item.tried.trials) for item in report.items)
    facts: dict[str, object] = {"n": format_number(total.forecasts, language), "series": series}
    yield backtest_words("how", language)
    if not total.forecasts:
        yield backtest_words("none", language)
    elif total.share_within is None:
        yield backtest_words("held", language, **facts, within=total.within)
        yield backtest_words("too_few", language, least=ENOUGH)
    else:
        yield backtest_words("held_share", language, **facts, share=_hundred(total.share_within))


def _by_horizon(report: BacktestReport, language: str) -> Iterator[Block]:
    """The range and the errors by the years looked ahead."""
    head = ("horizon", "forecasts", "within", *(f"error_{each}" for each in _ERRORS))
    rows = [
        (_horizon(end, language), *_tally_cells(each, language))
        for end, each in report.by_horizon.items()
    ]
    rows.append((cell(backtest_words("all", language)), *_tally_cells(report.total, language)))
    yield Heading(backtest_words("by_horizon", language))
    yield SmallTable(tuple(backtest_words(each, language) for each in head), tuple(rows))
    yield Lines(cell(backtest_words("errors", language)))


def _horizon(end: float | None, language: str) -> Cell:
    if end is None:
        return cell(backtest_words("beyond", language))
    return cell(backtest_words("up_to", language, years=format_number(end, language)))


def _tally_cells(tally: Tally, language: str) -> tuple[Cell, ...]:
    """Count, share within, and the errors as multiples of keeping the last value."""
    errors = (
        format_number(getattr(tally, each) / tally.carried, language, decimals=2)
        if tally.carried
        else "–"
        for each in _ERRORS
    )
    count = format_number(tally.forecasts, language)
    share = _share_words(tally.within, tally.forecasts, tally.share_within, language)
    return (cell(count), cell(share), *map(cell, errors))


def _by_words(report: BacktestReport, language: str) -> Iterator[Block]:
    """How often what the pace said, and the chance given, came true."""
    said = {
        "by_outlook": {
            label(OUTLOOK, word, language): found for word, found in report.by_outlook.items()
        },
        "by_chance": {
            tenth_words(tenth, language): found for tenth, found in report.by_chance.items()
        },
    }
    head = tuple(backtest_words(key, language) for key in ("said", "cases", "met"))
    for key, outcomes in said.items():
        rows = tuple(
            (cell(words), cell(format_number(found.cases, language)), cell(_met(found, language)))
            for words, found in outcomes.items()
            if found.cases
        )
        if rows:
            yield Heading(backtest_words(key, language))
            yield SmallTable(head, rows)
    if any(found.cases for found in report.by_chance.values()):
        yield Lines(cell(backtest_words("calls", language)))


def _met(found: Outcome, language: str) -> str:
    return _share_words(found.met, found.cases, found.share, language)


def _by_indicator(report: BacktestReport, view: View) -> Iterator[Block]:
    """Each series with its own errors, in its own unit; then those that were not tried, and why."""
    language = view.language
    head = ("indicator", "figures", "forecasts", "within", *(f"error_{each}" for each in _ERRORS))
    rows = tuple(_indicator_row(item, view) for item in report.items if item.tried.trials)
    if rows:
        yield Heading(backtest_words("by_indicator", language))
        yield SmallTable(tuple(backtest_words(each, language) for each in head), rows)
    untried = tuple(_untried(report, view))
    if untried:
        yield Heading(backtest_words("untried", language))
        yield Lines(untried, listed=True)


def _indicator_row(item: IndicatorTrials, view: View) -> tuple[Cell, ...]:
    language, tally = view.language, item.tally
    errors = (
        cell(gap_number_words(getattr(tally, each), item.indicator, language, short=True))
        for each in _ERRORS
    )
    share = _share_words(tally.within, tally.forecasts, tally.share_within, language)
    counts = (cell(str(item.tried.figures)), cell(str(tally.forecasts)))
    return (cell(view.short_name(item.indicator)), *counts, cell(share), *errors)


def _untried(report: BacktestReport, view: View) -> Iterator[Line]:
    """One line a reason: how many series, and which."""
    for reason in Untried:
        names = [
            view.short_name(item.indicator) for item in report.items if item.tried.untried is reason
        ]
        if names:
            why = backtest_words(reason, view.language)
            yield Line(f"{why} ({len(names)}): {'; '.join(names)}")


def _share_words(part: int, whole: int, share: float | None, language: str) -> str:
    """A share of a hundred; of too few, how many of how many."""
    if share is None:
        return backtest_words("count", language, part=part, whole=whole)
    return backtest_words("share", language, share=_hundred(share))


def _hundred(share: float) -> int:
    return round(share * 100)


def backtest_fields(report: BacktestReport, view: View) -> Fields:
    """The back-test for programs; errors of the totals are relative, of an item in its unit."""
    horizons = [
        {"up_to_years": end} | _tally_fields(each) for end, each in report.by_horizon.items()
    ]
    outlooks = [
        {"outlook": word} | _outcome_fields(each) for word, each in report.by_outlook.items()
    ]
    chances = [
        {"tenths": tenth} | _outcome_fields(each) for tenth, each in report.by_chance.items()
    ]
    return header_fields(report.header, view) | {
        "total": _tally_fields(report.total),
        "by_horizon": horizons,
        "by_outlook": outlooks,
        "by_chance": chances,
        "items": [_item_fields(item, view) for item in report.items],
    }


def _tally_fields(tally: Tally) -> Fields:
    return {
        **picked(tally, "forecasts", "within", "share_within"),
        **{f"error_{each}": _error(tally, each) for each in _ERRORS},
    }


def _error(tally: Tally, name: str) -> float | None:
    return getattr(tally, name) if tally.forecasts else None


def _outcome_fields(outcome: Outcome) -> Fields:
    return picked(outcome, "cases", "met", "share")


def _item_fields(item: IndicatorTrials, view: View) -> Fields:
    return {
        "indicator": item.indicator.id,
        "name": item.indicator.name.text(view.language),
        "unit": item.indicator.unit,
        **picked(item.tried, "figures", "untried"),
        **_tally_fields(item.tally),
    }
