"""The report on the whole plan as office files: Word, PDF, Excel, and paragraphs.

Owns which renderer goes with which writer. Writers are imported when their format is wanted.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO

from cdstrack.cli.app.workspace import Basis, Workspace
from cdstrack.core.reports.plan_report import PlanReport
from cdstrack.render.view import View

if TYPE_CHECKING:
    from cdstrack.files.export.word_template import Template


def write_word(file: BinaryIO, report: PlanReport, view: View, template: "Template | None") -> None:
    """The annex in the official form, or an office's own template filled with it.

    Raises:
        RefusedError: CDS038, the template cannot be filled.
        OSError: The file cannot be written.
    """
    from cdstrack.files.export.package import write_package

    if template is None:
        from cdstrack.render.annex.annex import annex
        from cdstrack.render.annex.word import annex_parts

        write_package(file, annex_parts(annex(report, view)))
        return
    from cdstrack.files.export.word_template import fill_template
    from cdstrack.render.annex.context import template_context

    fill_template(file, template, template_context(report, view))


def write_pdf(
    file: BinaryIO, report: PlanReport, view: View, show: Callable[[float], None] = lambda _: None
) -> None:
    """The table, then a section for each indicator; `show` receives the share that is done.

    Raises:
        RefusedError: CDS036, typst is not installed.
        OSError: The file cannot be written.
    """
    from cdstrack.files.export import pdf
    from cdstrack.render.report.pdf import typst_data, typst_template

    # Setting the pages takes as long as all before it, and says nothing meanwhile.
    data = typst_data(report, view, lambda done: show(done / 2))
    pdf.write_pdf(file, typst_template(), data)


def write_workbook(
    file: BinaryIO, workspace: Workspace, basis: Basis, report: PlanReport, view: View
) -> None:
    """Every report as a sheet, and charts.

    Raises:
        RefusedError: CDS354, there are more figures than a sheet has rows.
        OSError: The file cannot be written.
    """
    from cdstrack.cli.use_cases.export import report_workbook

    report_workbook(file, workspace, basis, report, view)


def write_word_paragraphs(file: BinaryIO, report: PlanReport, view: View) -> None:
    """A paragraph for each indicator, with its footnotes.

    Raises:
        OSError: The file cannot be written.
    """
    from cdstrack.files.export.package import write_package
    from cdstrack.render.annex.paragraph import paragraphs
    from cdstrack.render.annex.word import paragraphs_parts

    title = report.header.plan_title.text(view.language)
    write_package(file, paragraphs_parts(paragraphs(report, view), title, view.language))
