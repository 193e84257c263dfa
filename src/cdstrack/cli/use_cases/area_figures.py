"""The figures of an area: those recorded for it, and those derived from its units.

Owns what has to be read from the store for that.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from cdstrack.core.derived.figures import sources_of
from cdstrack.core.plan.model import Indicator, Plan
from cdstrack.core.record.derived import DerivedFigure
from cdstrack.core.record.observation import Observation
from cdstrack.store.reading import Reader


def area_figures(
    ledger: Reader,
    plan: Plan,
    wanted: Iterable[Indicator],
    as_of: date,
    known_at: datetime | None,
    *,
    area: str | None = None,
) -> list[Observation]:
    """The current figures of an area from which some indicators are judged on a day.

    Args:
        ledger: The open store.
        plan: The plan.
        wanted: The indicators that are judged.
        as_of: The day up to which figures of units are rolled up.
        known_at: Only what had been recorded by then.
        area: Whose figures; the plan's area unless given.
    """
    of, sources = area or plan.area, sources_of(plan, (each.id for each in wanted))
    stated = ledger.current(org_unit=of, indicators=sources, known_at=known_at)
    return [*stated, *derived_figures(ledger, plan, sources, as_of, known_at, area=of)]


def derived_figures(
    ledger: Reader,
    plan: Plan,
    indicators: Iterable[str],
    as_of: date,
    known_at: datetime | None,
    *,
    area: str | None = None,
) -> list[DerivedFigure]:
    """The figures of an area that are rolled up from its units, up to a day."""
    wanted = rolled_up_of(plan, indicators)
    if not wanted:
        return []
    from cdstrack.cli.use_cases.units_of_area import UnitsOfArea
    from cdstrack.core.derived.rollup import derived_figures as figures_of

    source = UnitsOfArea(ledger, plan, wanted, area or plan.area, as_of, known_at)
    return [figure for roll_up in source.roll_ups() for figure in figures_of(roll_up, as_of)]


def figures_of_units(ledger: Reader, plan: Plan) -> list[Observation]:
    """The current figures of all units for the indicators that are rolled up, and their weights."""
    wanted = rolled_up_sources(plan)
    return ledger.current(indicators=wanted) if wanted else []


def rolled_up_sources(plan: Plan) -> set[str]:
    """The indicators whose figures of units a roll-up reads."""
    wanted = rolled_up_of(plan, plan.by_id)
    if not wanted:
        return set()
    from cdstrack.core.derived.rollup import unit_sources

    return unit_sources(plan, wanted)


def with_derived(
    plan: Plan, figures: Sequence[Observation], indicators: Iterable[str], as_of: date
) -> list[Observation]:
    """Figures of all units, followed by the figures rolled up from them for the plan's area."""
    wanted = rolled_up_of(plan, indicators)
    if not wanted:
        return list(figures)
    from cdstrack.core.derived.rollup import rolled_up

    return [*figures, *rolled_up(plan, wanted, figures, plan.area, as_of)]


def rolled_up_of(plan: Plan, indicators: Iterable[str]) -> list[Indicator]:
    """The rolled-up ones among some indicators, in the order of the plan."""
    ids = set(indicators)
    return [each for each in plan.indicators if each.rollup is not None and each.id in ids]
