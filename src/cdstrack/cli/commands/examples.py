"""`cdstrack examples`: what ships with the program: plans, and descriptions of forms."""

from typing import Annotated

from cdstrack.cli.app.options import argument, offer, takes
from cdstrack.cli.app.session import Session


@takes()
def examples(
    session: Session,
    form: Annotated[str | None, argument("[FORM]", offer("theo-doi"))] = None,
) -> None:
    """Name, title, and how many indicators and targets each plan has; the default one first.

    Of a form its description, as `import --map` reads it.
    """
    from cdstrack.cli.app.terminal import emit

    if form is None:
        _list_plans(session)
        return
    from cdstrack.files.importing.form.layout import shipped_text

    emit(shipped_text(form).rstrip("\n"))


def _list_plans(session: Session) -> None:
    from cdstrack.cli.app.terminal import emit
    from cdstrack.files.plan.reader import read_plan
    from cdstrack.files.workplace import examples as shipped
    from cdstrack.words.parse.clean import clean

    for example in shipped():
        plan = read_plan(example.plan).plan
        if plan is None:
            continue
        emit(f"{example.name}  {clean(plan.plan.title.text(session.language.value))}")
        counts = {
            "indicators": str(len(plan.indicators)),
            "targets": str(sum(1 for _ in plan.targets())),
        }
        emit("  " + session.sentence("examples.counts", **counts))
    session.talk("examples.next")
