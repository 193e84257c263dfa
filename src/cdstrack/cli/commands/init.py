"""`cdstrack init`: lays out a working folder; the only command that creates a store."""

from pathlib import Path
from typing import Annotated

from cdstrack.cli.app.completion import complete_example
from cdstrack.cli.app.options import argument, flag, option, takes
from cdstrack.cli.app.session import Session
from cdstrack.core.problem import Problem, RefusedError


@takes()
def init(
    session: Session,
    folder: Annotated[str | None, argument("[DIR]")] = None,
    *,
    example: Annotated[
        str | None, option("--example", metavar="NAME", complete=complete_example)
    ] = None,
    blank: Annotated[bool, flag("--blank")] = False,
) -> None:
    """Plan, figures and an empty store; beside a plan that stands already, only the store."""
    if example and blank:
        raise RefusedError(Problem("CDS009", {"first": "--example", "second": "--blank"}))
    plan = _plan_path(session, folder)
    session = session.at(plan)
    if not plan.exists() or (blank and _is_empty(plan)):
        contents = _contents(session, example, blank=blank)
    else:
        if example or blank:
            _refuse_another(plan, _contents(session, example, blank=blank))
        contents = {}
        session.plan  # noqa: B018 - an invalid plan is refused before anything is made
    made = _lay_out(session, plan.parent, contents)
    if made:
        session.done.append("")
    _tell(session, plan, made)


def _refuse_another(plan: Path, wanted: dict[str, bytes]) -> None:
    """Refuses to lay out a plan where another one stands; the same one is there already."""
    from cdstrack.files.workplace import PLAN_NAME

    if plan.read_bytes() != wanted[PLAN_NAME]:
        raise RefusedError(Problem("CDS020", {"files": str(plan)}))


def _is_empty(plan: Path) -> bool:
    from cdstrack.files.workplace import is_empty

    return is_empty(plan)


def _plan_path(session: Session, folder: str | None) -> Path:
    """The plan to lay out or to stand beside: that of DIR, else the one named, else one here."""
    from cdstrack.files.workplace import PLAN_NAME

    if folder and session.given.plan:
        raise RefusedError(Problem("CDS009", {"first": "DIR", "second": "--plan"}))
    named = session.given.plan or session.environ.get("CDSTRACK_PLAN")
    if folder or not named:
        return Path(folder or ".") / PLAN_NAME
    if not Path(named).exists():
        raise RefusedError(Problem("CDS100", {"file": named, "missing": "yes"}))
    return Path(named)


def _contents(session: Session, name: str | None, *, blank: bool) -> dict[str, bytes]:
    from cdstrack.files.workplace import PLAN_NAME, blank_plan, example

    return {PLAN_NAME: blank_plan(session.language.value)} if blank else example(name).contents()


def _lay_out(session: Session, folder: Path, contents: dict[str, bytes]) -> list[Path]:
    """The files and the store that were not there yet; all of them or none."""
    from cdstrack.files.workplace import laid_out
    from cdstrack.store.ledger import create_store

    store = session.store_path.value
    with laid_out(folder, contents) as made:
        if store.exists():
            return made
        create_store(store)
        return [*made, store]


def _tell(session: Session, plan: Path, made: list[Path]) -> None:
    from cdstrack.cli.app.terminal import emit
    from cdstrack.files.workplace import FIGURES_NAME

    if not made:
        emit(
            session.sentence("init.all_there", plan=str(plan), store=str(session.store_path.value))
        )
        return
    for path in made:
        emit(session.sentence("init.made", file=str(path)))
    if plan.parent / FIGURES_NAME in made:
        session.talk("init.next_import", file=FIGURES_NAME)
    else:
        session.talk("init.next_record")
