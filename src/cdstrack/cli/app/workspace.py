"""The input of use cases: a plan with its store, the author, and the basis of a report.

Owns these values and the header of a report, which is made from them. Knows nothing of options.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from cdstrack import __version__
from cdstrack.cli.app.clock import Clock, read_zone
from cdstrack.cli.app.plan_version import valid_plan
from cdstrack.core.plan.model import Plan
from cdstrack.core.plan.vocabulary import MethodName
from cdstrack.core.problem import Problem, RefusedError, StoreUnusableError
from cdstrack.store.address import Address
from cdstrack.words.parse.clean import clean

if TYPE_CHECKING:
    from cdstrack.core.record.acts import Act, ActKind, Cutoff
    from cdstrack.core.reports.header import ReportHeader
    from cdstrack.files.plan.plan_file import PlanFile
    from cdstrack.store.reading import Reader
    from cdstrack.store.writing import Write


@dataclass(frozen=True)
class Workspace:
    """A valid plan and the store of its figures, which need not exist yet.

    Raises:
        PlanInvalidError: The plan has errors.
    """

    file: "PlanFile"
    store: Address

    def __post_init__(self) -> None:
        valid_plan(self.file)

    @cached_property
    def plan(self) -> Plan:
        """The plan."""
        return valid_plan(self.file)

    @cached_property
    def zone(self) -> ZoneInfo:
        """The plan's time zone."""
        return read_zone(self.plan.plan.timezone)


def open_workspace(plan: Path, store: Address | None = None) -> Workspace:
    """The plan file as it is now, and its store: the one beside it where none is named.

    Raises:
        PlanInvalidError: The plan has errors.
        RefusedError: The file cannot be read.
    """
    from cdstrack.files.plan.checked import read_checked_plan
    from cdstrack.files.workplace import default_store

    return Workspace(read_checked_plan(plan), store or default_store(plan))


@dataclass(frozen=True, slots=True)
class Author:
    """Who records, and by which clock."""

    name: str
    clock: Clock


@dataclass(frozen=True, slots=True)
class Basis:
    """What a report is based on: its day, what had been recorded by then, and the method.

    `known_at` None is all that was ever recorded, `method` None each indicator's own.
    `plan_named` says that a version of the plan was asked for.
    """

    as_of: date
    known_at: datetime | None = None
    method: MethodName | None = None
    plan_named: bool = False


def new_act(
    workspace: Workspace,
    author: Author,
    kind: "ActKind",
    reason: str | None = None,
    late: str | None = None,
) -> "Act":
    """An act of the author under the plan of the workspace.

    `late` is why figures come after their period was closed.

    Raises:
        RefusedError: CDS222, a reason is empty or too long to be kept.
    """
    from cdstrack.core.record.acts import Act

    return Act(
        kind=kind,
        by=author.name,
        at=author.clock.now,
        plan_digest=workspace.file.digest,
        plan_text=workspace.file.text,
        units_text=workspace.file.units_text,
        program=f"cdstrack {__version__}",
        test_clock=author.clock.by_hand,
        reason=read_text("--reason", reason),
        late=read_text("--late", late),
    )


def read_text(where: str, typed: str | None) -> str | None:
    """A text that the record can keep, cleaned; None where none was typed.

    Raises:
        RefusedError: CDS222, it is empty or too long.
    """
    from cdstrack.core.record.observation_rules import LONGEST_TEXT

    if typed is None:
        return None
    text = clean(typed).strip()
    if 0 < len(text) <= LONGEST_TEXT:
        return text
    limit = {"limit": str(LONGEST_TEXT)} if text else {}
    raise RefusedError(Problem("CDS222", {"where": where, **limit}))


def read_number(typed: str, where: str) -> int:
    """The number of a figure or an act, with or without `#`.

    Raises:
        RefusedError: CDS022, it is no number.
    """
    digits = typed.removeprefix("#")
    if digits.isascii() and digits.isdigit() and len(digits) < 10 and int(digits):
        return int(digits)
    raise RefusedError(Problem("CDS022", {"where": where, "value": clean(typed)}))


@contextmanager
def opened(store: Address, *, dry_run: bool) -> "Iterator[tuple[Reader, Write | None]]":
    """The store opened for a change, or with `dry_run` only to see what the change would be."""
    from cdstrack.store.ledger import open_reader, open_writer

    if dry_run:
        with open_reader(store) as ledger:
            yield ledger, None
        return
    with open_writer(store) as ledger, ledger.writing() as write:
        yield write, write


def report_header(
    workspace: Workspace, basis: Basis, report: str, cutoff: "Cutoff | None"
) -> "ReportHeader":
    """What a report is about, and by what; None where it counts nothing of the record."""
    from cdstrack.core.reports.header import ReportHeader, area_notices, knowledge_notices

    plan = workspace.plan
    last = None if cutoff is None else cutoff.at
    # An empty log may be one of an indicator, and judges nothing.
    nothing_by = basis.known_at if last is None and report != "log" else None
    return ReportHeader(
        report=report,
        plan_id=plan.plan.id,
        plan_title=plan.plan.title,
        plan_digest=workspace.file.digest,
        as_of=basis.as_of,
        known_at=last,
        method=basis.method or MethodName.LINEAR,
        timezone=plan.plan.timezone,
        notices=(
            *area_notices(plan, basis.as_of),
            *knowledge_notices(nothing_by, by_the_file=not basis.plan_named),
        ),
        head=None if cutoff is None else cutoff.head,
    )


def latest_header(workspace: Workspace, basis: Basis, report: str) -> "ReportHeader":
    """The same by all that is known, for what is not judged; works without a store."""
    from cdstrack.store.ledger import open_reader

    cutoff = None
    with suppress(StoreUnusableError), open_reader(workspace.store) as ledger:
        cutoff = ledger.cutoff(basis.known_at)
    return report_header(workspace, basis, report, cutoff)
