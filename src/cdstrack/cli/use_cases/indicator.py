"""One indicator: its page, and what its verdicts rest on.

Owns which of very many figures are made. The units of an area may have reported some ten thousand
for one indicator, of which a page lists the newest: of the others only the places are read.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from cdstrack.cli.app.workspace import Basis, Workspace, report_header
from cdstrack.cli.use_cases.area_figures import area_figures, with_derived
from cdstrack.cli.use_cases.names import find_indicator
from cdstrack.cli.use_cases.reports import league_from
from cdstrack.core.derived.figures import derive, sources_of
from cdstrack.core.plan.model import Indicator, Plan
from cdstrack.core.problem import accept
from cdstrack.core.record.derived import recorded_only
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.place import Place, newest_cells, newest_figures
from cdstrack.core.record.sources import all_documents
from cdstrack.core.reports.cell_history import Cells, histories_of
from cdstrack.core.reports.explain import Explanation, build_explanation, item_of
from cdstrack.core.reports.indicator_detail import IndicatorDetail, IndicatorRecord, build_detail
from cdstrack.core.units.tree import units_of
from cdstrack.core.verdict.grounds import Elsewhere, Exclusion
from cdstrack.store.ledger import open_reader
from cdstrack.store.reading import Reader


def explain_indicator(
    workspace: Workspace, basis: Basis, typed: str, *, most: int | None = None
) -> Explanation:
    """The arithmetic of one indicator's verdicts, step by step.

    Args:
        workspace: Plan and store.
        basis: Of what day, by what had been recorded when.
        typed: Names the indicator.
        most: How many of the figures of other areas are wanted, the newest ones; all unless given.

    Raises:
        RefusedError: CDS216 or CDS217, no indicator or several are meant.
    """
    plan, known_at = workspace.plan, basis.known_at
    wanted = accept(find_indicator(typed, plan))
    sources = sources_of(plan, (wanted.id,))
    with open_reader(workspace.store) as ledger:
        if most is None or wanted.composite is not None:
            figures = ledger.current(indicators=sources, known_at=known_at)
            figures, elsewhere = with_derived(plan, figures, sources, basis.as_of), []
        else:
            figures = area_figures(ledger, plan, (wanted,), basis.as_of, known_at)
            elsewhere = _elsewhere(ledger, plan, wanted, known_at, most)
        header = report_header(workspace, basis, "explain", ledger.cutoff(known_at))
        accepted = ledger.accepted(known_at)
    return build_explanation(
        plan, wanted, figures, header, method=basis.method, accepted=accepted, elsewhere=elsewhere
    )


def _elsewhere(
    ledger: Reader, plan: Plan, wanted: Indicator, known_at: datetime | None, most: int
) -> list[Elsewhere]:
    """The figures of other areas, those of the units that are rolled up apart from the rest."""
    level = wanted.rollup.from_ if wanted.rollup else None
    below = units_of(plan).parts_of(plan.area, level) if level else {}
    places = [
        each for each in ledger.places(wanted.id, known_at, besides=plan.area) if not each.withdrawn
    ]
    of_units = [each for each in places if each.org_unit in below]
    others = [each for each in places if each.org_unit not in below]
    return [
        _newest_elsewhere(ledger, why, mine, wanted.id, known_at, most)
        for why, mine in ((Exclusion.OF_UNIT, of_units), (Exclusion.OTHER_AREA, others))
        if mine
    ]


def _newest_elsewhere(
    ledger: Reader,
    why: Exclusion,
    places: Sequence[Place],
    indicator: str,
    known_at: datetime | None,
    most: int,
) -> Elsewhere:
    newest = {each.id: each.org_unit for each in newest_figures(places, most)}
    figures = ledger.of_bodies(indicator, {*newest.values()}, known_at)
    listed = tuple(each for each in figures if each.id in newest)
    return Elsewhere(why, listed, len(places), min(map(Place.time_order, places)))


def show_indicator(
    workspace: Workspace, basis: Basis, typed: str, *, most: int | None = None
) -> IndicatorDetail:
    """Declaration, targets with verdicts, a chart, and figures with their history.

    Args:
        workspace: Plan and store.
        basis: Of what day, by what had been recorded when.
        typed: Names the indicator.
        most: How many of the figures are wanted, the newest ones; all unless given.

    Raises:
        RefusedError: CDS216 or CDS217, no indicator or several are meant.
    """
    plan, known_at, method = workspace.plan, basis.known_at, basis.method
    wanted = accept(find_indicator(typed, plan))
    with open_reader(workspace.store) as ledger:
        figures = area_figures(ledger, plan, (wanted,), basis.as_of, known_at)
        header = report_header(workspace, basis, "show", ledger.cutoff(known_at))
        accepted = ledger.accepted(known_at)
        documents = all_documents(plan, ledger.documents(known_at))
        if most is None:
            cells = _all_cells(ledger, wanted.id, known_at)
        else:
            stated = [each for each in recorded_only(figures) if each.indicator == wanted.id]
            cells = _newest_cells(ledger, stated, wanted.id, plan.area, known_at, most)
        rolled = wanted.rollup is not None
        league = league_from(ledger, plan, wanted, header, known_at) if rolled else None
    item = item_of(plan, wanted, figures, header, method=method, accepted=accepted)
    known = IndicatorRecord(derive(plan, figures).of_indicator(wanted.id), cells, documents)
    detail = build_detail(plan, item, header, known, method)
    return replace(detail, league=league, accepted=accepted)


def _all_cells(ledger: Reader, indicator: str, known_at: datetime | None) -> Cells:
    figures = ledger.current(indicators={indicator}, known_at=known_at)
    acts = ledger.submissions(known_at=known_at, indicator=indicator)
    return Cells.of(histories_of(figures, ledger.revised({indicator}, known_at), acts))


def _newest_cells(
    ledger: Reader,
    stated: Iterable[Observation],
    indicator: str,
    area: str,
    known_at: datetime | None,
    most: int,
) -> Cells:
    """The newest of all cells; the figures of the area are known already.

    Of the bodies that have one of them all figures are read, as a figure is doubtful beside those
    before it.
    """
    places = ledger.places(indicator, known_at, besides=area)
    bodies = {each.org_unit for each in newest_cells(places, most)}
    figures = [*stated, *ledger.of_bodies(indicator, bodies, known_at)]
    revised = ledger.revised({indicator}, known_at, org_units={area, *bodies})
    acts = ledger.submissions(known_at=known_at, indicator=indicator)
    others = sum(each.org_unit not in bodies for each in places)
    return Cells.of(histories_of(figures, revised, acts), most, others)
