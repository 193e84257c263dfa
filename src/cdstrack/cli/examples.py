"""`cdstrack examples`: the plans that ship with the program."""

from cdstrack.cli.common import Session
from cdstrack.cli.options import takes


@takes()
def examples(session: Session) -> None:
    """Name, title, and how many indicators and targets each has; the default one first."""
    from cdstrack.cli.terminal import emit
    from cdstrack.files.plan_yaml import read_plan
    from cdstrack.files.workplace import examples as shipped
    from cdstrack.words.clean import clean

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
