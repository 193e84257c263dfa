"""`cdstrack report`: the report on the whole plan, for leaders and as an annex."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cdstrack.cli.app import options as opt
from cdstrack.cli.app.invocation import Invocation
from cdstrack.core.problem import Problem, RefusedError
from cdstrack.render.view import ANNEX, PARAGRAPH, Format

if TYPE_CHECKING:
    from cdstrack.core.reports.order import Order
    from cdstrack.core.reports.plan_report import PlanReport

FORMATS = tuple(dict.fromkeys((*ANNEX, *PARAGRAPH)))
_BINARY = {Format.DOCX, Format.PDF, Format.XLSX}
_WORTH_A_BAR = 30
"""Indicators from which the making of the report is shown."""


@opt.takes(*opt.REPORT, *opt.FILTERS, formats=FORMATS)
def report(
    ctx: typer.Context,
    filters: opt.FilterWords = None,
    *,
    sort: opt.Sort = None,
    everything: Annotated[bool, opt.flag("--all")] = False,
    site: Annotated[opt.Text, opt.option("--site", metavar="DIR")] = None,
    paragraph: Annotated[bool, opt.flag("--paragraph")] = False,
    template: Annotated[opt.Text, opt.option("--template", metavar="FILE.docx")] = None,
) -> None:
    """Figures, path and outlook of every indicator, in the format of the file's ending."""
    run = replace(Invocation.of(ctx), formats=PARAGRAPH if paragraph else ANNEX)
    _refuse_targets(run, site, paragraph=paragraph)
    _refuse_template(run, template, is_picture=site is None and not paragraph)
    found = _read(run, filters or (), sort, everything=everything, named=paragraph)
    if paragraph:
        _write_paragraphs(run, found)
    elif site is not None or run.output.format is Format.HTML:
        _write_pages(run, found, site)
    else:
        _write_file(run, found, template)


def _read(
    run: Invocation,
    typed: Sequence[str],
    sort: "Order | None",
    *,
    everything: bool,
    named: bool,
) -> "PlanReport":
    """The indicators that the filters leave; where words name indicators, these in their order."""
    from cdstrack.cli.use_cases.names import nothing_matches, read_filters
    from cdstrack.cli.use_cases.plan_report import of_indicators, read_plan_report
    from cdstrack.core.reports.order import Order

    plan = run.workspace.plan
    names = [each for each in typed if named and "=" not in each]
    words = [each for each in typed if each not in names]
    chosen = read_filters(plan, words, run.given.named(opt.FILTERS))
    context = everything or bool(names)
    found = read_plan_report(run.workspace, run.basis, chosen, sort or Order.PLAN, context=context)
    found = of_indicators(found, plan, names)
    if not found.indicators:
        run.remark(nothing_matches(chosen))
    return found


def _refuse_targets(run: Invocation, site: str | None, *, paragraph: bool) -> None:
    """Refuses a run that names no place to write to, or two.

    Raises:
        RefusedError: CDS009, CDS012, CDS018 or CDS028.
    """
    given = run.given
    if site is not None:
        beside = {"--output": given.output, "--format": given.format, "--paragraph": paragraph}
        for name, value in beside.items():
            if value:
                raise RefusedError(Problem("CDS009", {"first": "--site", "second": name}))
        return
    run.output.only(*run.formats)
    is_bare = given.output is None
    if is_bare and (run.output.format in _BINARY or not (paragraph or given.format)):
        endings = ", ".join(f".{form}" for form in ANNEX)
        raise RefusedError(Problem("CDS028", {"endings": endings}))


def _refuse_template(run: Invocation, template: str | None, *, is_picture: bool) -> None:
    """Refuses a template for anything but the Word report.

    Raises:
        RefusedError: CDS039.
    """
    if template is None or (is_picture and run.output.format is Format.DOCX):
        return
    raise RefusedError(Problem("CDS039"))


def _write_pages(run: Invocation, found: "PlanReport", site: str | None) -> None:
    from cdstrack.cli.app.bar import bar_shown
    from cdstrack.cli.app.progress import told
    from cdstrack.render.report.page import report_pieces, site_pages

    view = replace(run.view, kept=found.citations)
    total = len(found.indicators)
    with bar_shown(run.sentence("report.making"), when=total >= _WORTH_A_BAR) as show:
        if site is None:
            run.output.write(told(report_pieces(found, view), total + 2, show))
        else:
            run.output.write_folder(Path(site), told(site_pages(found, view), total + 1, show))


def _write_file(run: Invocation, found: "PlanReport", template: str | None) -> None:
    """Word, PDF or Excel; a template is read before anything is written."""
    from cdstrack.cli.app.bar import bar_shown
    from cdstrack.cli.use_cases import report_files
    from cdstrack.files.export.word_template import read_template

    view = replace(run.view, kept=found.citations)
    office = None if template is None else read_template(Path(template))
    worth = len(found.indicators) >= _WORTH_A_BAR
    with (
        run.output.data_file() as file,
        bar_shown(run.sentence("report.making"), when=worth) as show,
    ):
        show(0)
        match run.output.format:
            case Format.DOCX:
                report_files.write_word(file, found, view, office)
            case Format.PDF:
                report_files.write_pdf(file, found, view, show)
            case _:
                report_files.write_workbook(file, run.workspace, run.basis, found, view)
        show(1)


def _write_paragraphs(run: Invocation, found: "PlanReport") -> None:
    from cdstrack.cli.use_cases.report_files import write_word_paragraphs
    from cdstrack.render.annex import paragraph
    from cdstrack.render.machine.output import dumped

    view, form = replace(run.view, kept=found.citations), run.output.format
    if form is Format.DOCX:
        with run.output.data_file() as file:
            write_word_paragraphs(file, found, view)
    elif form is Format.JSON:
        run.output.write(dumped(paragraph.paragraphs_fields(found, view)))
    else:
        markdown = form is Format.MARKDOWN
        run.output.write(paragraph.paragraphs_text(found, view, markdown=markdown))
