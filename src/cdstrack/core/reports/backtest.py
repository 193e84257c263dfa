"""Backtest of the forecasts: what would have been predicted on the plan's series, and what came true.

Owns the statistics of the trials; `cdstrack.core.verdict.trials` makes them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from cdstrack.core.derived.figures import derive
from cdstrack.core.plan.model import Indicator, Plan
from cdstrack.core.record.observation import Observation
from cdstrack.core.reports.header import ReportHeader
from cdstrack.core.verdict.likely import tenth_of
from cdstrack.core.verdict.series import build_series, judged
from cdstrack.core.verdict.trials import Call, Trial, Trials, tried
from cdstrack.core.verdict.vocabulary import Outlook

ENOUGH = 20
"""Forecasts from which a share is worth saying."""
HORIZONS = (1.5, 3.5, 5.5)
"""Years up to which a forecast counts as short, middle and long; beyond, as very long."""


@dataclass(frozen=True, slots=True)
class IndicatorTrials:
    """One indicator with its trials."""

    indicator: Indicator
    tried: Trials

    @property
    def tally(self) -> "Tally":
        """The trials of this indicator alone, errors in its own unit."""
        return tally(self.tried.trials)


@dataclass(frozen=True, slots=True)
class Tally:
    """Forecasts counted together: how many held, and the mean absolute errors."""

    forecasts: int
    within: int
    carried: float
    forecast: float
    centre: float

    @property
    def share_within(self) -> float | None:
        """The share within the range; None with too few forecasts to say."""
        return self.within / self.forecasts if self.forecasts >= ENOUGH else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How often a prediction about a target came true: in `met` of `cases`."""

    cases: int
    met: int

    @property
    def share(self) -> float | None:
        """The share that met it; None with too few cases to say."""
        return self.met / self.cases if self.cases >= ENOUGH else None


@dataclass(frozen=True, slots=True)
class BacktestReport:
    """All series that were asked for.

    Errors over several series are shares of each series' own mean error of carrying the last value
    forward, so that tonnes and per cent add up; there `carried` is 1.
    """

    header: ReportHeader
    items: tuple[IndicatorTrials, ...]

    @property
    def total(self) -> Tally:
        """Every forecast."""
        return tally(trial for trials in self._scaled() for trial in trials)

    @property
    def by_horizon(self) -> Mapping[float | None, Tally]:
        """By the years looked ahead: up to each of `HORIZONS`, and None for what is further."""
        groups: dict[float | None, list[Trial]] = {end: [] for end in (*HORIZONS, None)}
        for trials in self._scaled():
            for trial in trials:
                end = next((end for end in HORIZONS if trial.years <= end), None)
                groups[end].append(trial)
        return {end: tally(found) for end, found in groups.items() if found}

    @property
    def by_outlook(self) -> Mapping[Outlook, Outcome]:
        """By the word of the pace sentence."""
        return {
            word: _outcome(call for call in self._calls() if call.outlook is word)
            for word in Outlook
        }

    @property
    def by_chance(self) -> Mapping[int, Outcome]:
        """By the chance in tenths, as people read it: 0 for under one, 10 for over nine."""
        tenths: dict[int, list[Call]] = {tenth: [] for tenth in range(11)}
        for call in self._calls():
            tenths[tenth_of(call.chance)].append(call)
        return {tenth: _outcome(calls) for tenth, calls in tenths.items()}

    def _calls(self) -> list[Call]:
        return [call for item in self.items for call in item.tried.calls]

    def _scaled(self) -> Iterator[list[Trial]]:
        for item in self.items:
            # Where the last value has always been right, nothing is divided.
            scale = item.tally.carried or 1.0
            yield [_over(trial, scale) for trial in item.tried.trials]


def build_backtest(
    plan: Plan,
    indicators: Iterable[Indicator],
    observations: Iterable[Observation],
    header: ReportHeader,
) -> BacktestReport:
    """The trials of these indicators, by the figures up to the header's day."""
    known = derive(plan, observations).figures
    return BacktestReport(
        header, tuple(_tried(plan, indicator, known, header) for indicator in indicators)
    )


def tally(trials: Iterable[Trial]) -> Tally:
    """Counts and mean absolute errors; the errors of no trials are 0."""
    found = list(trials)

    def error(values: Iterable[float]) -> float:
        pairs = zip(values, found, strict=True)
        return fsum(abs(value - each.actual) for value, each in pairs) / max(len(found), 1)

    return Tally(
        len(found),
        sum(each.is_within for each in found),
        error(each.carried for each in found),
        error(each.forecast for each in found),
        error(each.centre for each in found),
    )


def _tried(
    plan: Plan, indicator: Indicator, known: Sequence[Observation], header: ReportHeader
) -> IndicatorTrials:
    own = [each for each in known if each.indicator == indicator.id]
    series = judged(build_series(indicator, own, plan.area, header.as_of), indicator)
    return IndicatorTrials(indicator, tried(indicator, series))


def _over(trial: Trial, scale: float) -> Trial:
    """The same trial measured in units of `scale`."""
    return Trial(
        trial.years,
        *(
            value / scale
            for value in (
                trial.carried,
                trial.forecast,
                trial.centre,
                trial.low,
                trial.high,
                trial.actual,
            )
        ),
    )


def _outcome(calls: Iterable[Call]) -> Outcome:
    found = list(calls)
    return Outcome(len(found), sum(call.met for call in found))
