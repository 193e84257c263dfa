"""`cdstrack examples`: what ships with the program: plans, and descriptions of forms."""

from typing import Annotated

import typer

from cdstrack.cli.app.invocation import Invocation
from cdstrack.cli.app.options import Text, argument, offer, takes


@takes()
def examples(
    ctx: typer.Context,
    form: Annotated[Text, argument("[FORM]", offer("theo-doi", "dti-xa"))] = None,
) -> None:
    """Name, title, and how many indicators and targets each plan has; the default one first.

    Of a form its description, as `import --map` reads it.
    """
    run = Invocation.of(ctx)
    if form is None:
        _list_plans(run)
        return
    from cdstrack.files.importing.form.description import shipped_text

    run.output.write(shipped_text(form).rstrip("\n"))


def _list_plans(run: Invocation) -> None:
    from cdstrack.files.plan.reader import read_plan
    from cdstrack.files.workplace import examples as shipped
    from cdstrack.render.problems import within
    from cdstrack.words.parse.clean import clean

    for example in shipped():
        plan = read_plan(example.plan).plan
        if plan is None:
            continue
        title = f"{example.name}  {clean(plan.plan.title.text(run.language))}"
        counts = {
            "indicators": str(len(plan.indicators)),
            "targets": str(sum(1 for _ in plan.targets())),
        }
        about = run.sentence("examples.counts", **counts)
        run.output.write(within(f"{title}\n  {about}", run.line_width))
    run.talk("examples.next")
    run.talk("examples.report")
