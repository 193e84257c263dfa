"""`cdstrack status`: the latest figure, gaps and verdict of every indicator."""

from collections.abc import Mapping
from functools import partial
from typing import Annotated

import typer

from cdstrack.cli.app import options as opt
from cdstrack.cli.app.invocation import Invocation
from cdstrack.core.plan.vocabulary import MethodName
from cdstrack.core.problem import ExitCode, Problem, RefusedError
from cdstrack.render.view import TABULAR


@opt.takes(*opt.REPORT, *opt.FILTERS, formats=TABULAR)
def status(
    ctx: typer.Context,
    filters: opt.FilterWords = None,
    *,
    long: opt.Long = False,
    sort: opt.Sort = None,
    everything: Annotated[bool, opt.flag("--all")] = False,
    fail_on: opt.FailOn = None,
    methods: Annotated[
        opt.Text,
        opt.option("--methods", metavar="all|NAME,…", complete=opt.offer("all", *MethodName)),
    ] = None,
    against: Annotated[opt.Text, opt.option("--against", metavar="PLAN")] = None,
    org_unit: opt.OrgUnit = None,
    by_unit: Annotated[
        opt.Text,
        opt.option("--by-unit", metavar="INDICATOR", complete=opt.complete_indicator),
    ] = None,
    pair: Annotated[opt.Texts, opt.option("--pair", metavar="OWN=OTHER")] = None,
) -> None:
    """One line per indicator with targets; with `--all` the context figures too.

    With `--long` each row has its reasons and notes, and empty indicators have a row. With
    `--methods` there is a column for each method instead, and disagreements are marked. With
    `--against` the figures are judged by another plan too. With `--by-unit` the units of the area
    are listed on one indicator, the worst first.
    """
    run = Invocation.of(ctx)
    # A plan beside this one, and the exit code by what is found, are no part of what is kept.
    if against is None and not fail_on and run.shows_kept(ctx):
        return
    from cdstrack.cli.use_cases.names import nothing_matches, read_filters, read_statuses
    from cdstrack.cli.use_cases.reports import (
        compare_methods,
        read_judged,
        read_league,
        read_methods,
    )
    from cdstrack.core.reports.arrange import in_order
    from cdstrack.core.reports.order import Order
    from cdstrack.render import renderings

    if by_unit is not None:
        _refuse_beside_units({"--against": against, "--methods": methods, "--pair": pair})
        run.report(renderings.league, read_league(run.workspace, run.basis, by_unit, org_unit))
        return
    chosen = read_filters(run.workspace.plan, filters, run.given.named(opt.FILTERS))
    failing = read_statuses(fail_on, "--fail-on")
    compared = read_methods(methods)
    judged = read_judged(run.workspace, run.basis, chosen, context=everything, org_unit=org_unit)
    if against is not None:
        from cdstrack.cli.use_cases.against import compare_plans

        beside = compare_plans(run.workspace, run.basis, judged, against, pair or ())
        run.report(renderings.against, beside)
    elif compared:
        comparison = compare_methods(run.workspace, run.basis, judged, compared)
        run.report(renderings.comparison, comparison)
    else:
        report = in_order(judged.report, sort or Order.PLAN)
        rendering = partial(renderings.status, long=long)
        run.report_found(rendering, report, report.items, nothing_matches(chosen))
    if any(item.status in failing for item in judged.report.items):
        raise typer.Exit(ExitCode.FINDINGS)


def _refuse_beside_units(others: Mapping[str, object]) -> None:
    """The league of units compares neither plans nor methods."""
    for option, given in others.items():
        if given:
            raise RefusedError(Problem("CDS009", {"first": "--by-unit", "second": option}))
