"""`cdstrack plan versions`: the versions of the plan that the record keeps."""

from functools import partial

from cdstrack.cli.app.options import takes
from cdstrack.cli.app.session import Session
from cdstrack.render.view import Format


@takes("format", formats=(Format.TEXT, Format.JSON))
def plan_versions(session: Session) -> None:
    """One line a version: digest, submissions, days."""
    from cdstrack.cli.use_cases.reports import write_answer
    from cdstrack.render.record.plan_diff import versions_fields, versions_text
    from cdstrack.store.ledger import open_reader

    digest = session.current_plan_file.digest
    view = session.view
    with open_reader(session.store_path.value) as ledger:
        versions = ledger.plan_versions()
    render = partial(versions_text, versions, digest), partial(versions_fields, versions)
    write_answer(session, "plan_versions", *render, view)
