"""`cdstrack report`: the picture of the whole plan, for leaders and as an annex."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cdstrack.cli.app import options as opt
from cdstrack.cli.app.invocation import Invocation
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.render.view import ANNEX

if TYPE_CHECKING:
    from cdstrack.core.reports.plan_report import PlanReport

_WORTH_A_BAR = 30
"""Indicators from which the making of the report is shown."""


@opt.takes(*opt.REPORT, *opt.FILTERS, formats=ANNEX)
def report(
    ctx: typer.Context,
    filters: opt.FilterWords = None,
    *,
    sort: opt.Sort = None,
    everything: Annotated[bool, opt.flag("--all")] = False,
    site: Annotated[opt.Text, opt.option("--site", metavar="DIR")] = None,
) -> None:
    """Figures, path and outlook of every indicator, in the format of the file's ending."""
    from cdstrack.cli.use_cases.names import nothing_matches, read_filters
    from cdstrack.cli.use_cases.plan_report import read_plan_report
    from cdstrack.core.reports.order import Order

    run = Invocation.of(ctx)
    _refuse_targets(run, site)
    chosen = read_filters(run.workspace.plan, filters, run.given.named(opt.FILTERS))
    order = sort or Order.PLAN
    found = read_plan_report(run.workspace, run.basis, chosen, order, context=everything)
    if not found.indicators:
        run.remark(nothing_matches(chosen))
    _write(run, found, site)


def _refuse_targets(run: Invocation, site: opt.Text) -> None:
    """Refuses a run that names no place to write to, or two.

    Raises:
        RefusedError: CDS009 or CDS028.
    """
    given = run.given
    if site is not None:
        for name, value in {"--output": given.output, "--format": given.format}.items():
            if value is not None:
                raise RefusedError(Problem("CDS009", {"first": "--site", "second": name}))
    elif given.output is None and given.format is None:
        endings = ", ".join(f".{form}" for form in ANNEX)
        raise RefusedError(Problem("CDS028", {"endings": endings}))


def _write(run: Invocation, found: "PlanReport", site: opt.Text) -> None:
    from cdstrack.cli.app.bar import bar_shown, told
    from cdstrack.render.report.page import report_pieces, site_pages

    view = replace(run.view, kept=found.citations)
    total = len(found.indicators)
    with bar_shown(run.sentence("report.making"), when=total >= _WORTH_A_BAR) as show:
        if site is None:
            run.output.write(told(report_pieces(found, view), total + 2, show))
        else:
            run.output.write_folder(Path(site), told(site_pages(found, view), total + 1, show))
