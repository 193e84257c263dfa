"""The report on the whole plan, from a single read of the store."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from cdstrack.cli.app.workspace import Basis, Workspace
from cdstrack.cli.use_cases.names import Filters, find_indicator
from cdstrack.cli.use_cases.reports import judged_from
from cdstrack.core.plan.model import Plan
from cdstrack.core.problem import accept
from cdstrack.core.record.sources import all_documents
from cdstrack.core.reports.arrange import in_order
from cdstrack.core.reports.cell_history import CellHistory, histories_of
from cdstrack.core.reports.order import Order
from cdstrack.core.reports.plan_report import PlanReport, build_plan_report
from cdstrack.store.ledger import open_reader
from cdstrack.store.reading import Reader


def read_plan_report(
    workspace: Workspace,
    basis: Basis,
    chosen: Filters | None = None,
    order: Order = Order.PLAN,
    *,
    context: bool = False,
) -> PlanReport:
    """The indicators chosen, or all, with verdicts, figures, history and sources.

    Args:
        workspace: The plan and the store.
        basis: The day, what had been recorded by then, and the method.
        chosen: The filters of the command.
        order: What the indicators are sorted by.
        context: Whether to include the indicators without targets.

    Raises:
        StoreUnusableError: The store cannot be used.
    """
    plan, known_at = workspace.plan, basis.known_at
    with open_reader(workspace.store) as ledger:
        judged = judged_from(ledger, workspace, basis, chosen, context=context)
        status = in_order(judged.report, order)
        wanted = {item.indicator.id for item in status.items}
        histories = _histories(ledger, plan.area, wanted, known_at)
        documents = all_documents(plan, ledger.documents(known_at))
    return build_plan_report(
        plan, status, judged.figures, histories, documents, method=basis.method
    )


def of_indicators(report: PlanReport, plan: Plan, typed: Sequence[str]) -> PlanReport:
    """The report with only these indicators, in this order; with all if none is typed.

    Raises:
        RefusedError: CDS216 or CDS217, no indicator or several are meant.
    """
    if not typed:
        return report
    named = dict.fromkeys(accept(find_indicator(one, plan)).id for one in typed)
    found = {detail.item.indicator.id: detail for detail in report.indicators}
    details = tuple(found[key] for key in named if key in found)
    status = replace(report.status, items=tuple(detail.item for detail in details))
    return replace(report, status=status, indicators=details)


def _histories(
    ledger: Reader, area: str, wanted: set[str], known_at: datetime | None
) -> tuple[CellHistory, ...]:
    """The history of every cell of the plan's area that has or had a figure."""
    figures = ledger.current(org_unit=area, indicators=wanted, known_at=known_at)
    revised = ledger.revised(wanted, known_at, org_units={area})
    return histories_of(figures, revised, ledger.submissions(known_at=known_at))
