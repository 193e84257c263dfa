"""Which version of the plan a run goes by.

Owns how a version is named: by a date, by the beginning of its digest, as a file, or as
`current`, which is the file as it is now.
"""

import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cdstrack.cli.app.session import Session
from cdstrack.core.problem import PlanInvalidError, Problem, RefusedError
from cdstrack.words.parse.clean import clean

if TYPE_CHECKING:
    from cdstrack.files.plan.reader import PlanFile
    from cdstrack.store.reading import Reader

CURRENT = "current"
SHOWN = 12
"""So much of a digest is shown, and tells the versions apart."""
_LEAST = 6
_DIGEST = re.compile(rf"[0-9a-f]{{{_LEAST},64}}", re.ASCII)
_SHORT = re.compile(rf"[0-9a-f]{{1,{_LEAST - 1}}}", re.ASCII)


def plan_asked_for(session: Session) -> "PlanFile":
    """The version of `--plan-at`, else the one in force at `--known-at`.

    Where nothing had been recorded by then, there was none but the file's.

    Raises:
        PlanInvalidError: The plan file as it is now has errors, or this program cannot take the
            version that the record keeps.
        RefusedError: CDS714 or CDS715, there is no such version, or there are several.
        StoreUnusableError: The store cannot be read.
    """
    session.current_plan  # noqa: B018 - an invalid plan is told before a missing store
    wanted = session.given.plan_at
    if wanted is not None:
        return plan_version(session, wanted)
    from cdstrack.store.ledger import open_reader

    with open_reader(session.store_path.value) as ledger:
        return _in_force(session, ledger, session.known_at) or session.current_plan_file


def plan_version(session: Session, wanted: str, *, files: bool = False) -> "PlanFile":
    """The version that a text names; with `files`, it may name a file too.

    Raises:
        PlanInvalidError: The version is not valid for this program.
        RefusedError: CDS714 or CDS715, there is no such version, or there are several.
        StoreUnusableError: The store cannot be read.
    """
    current = session.current_plan_file
    if wanted == CURRENT or (_DIGEST.fullmatch(wanted) and current.digest.startswith(wanted)):
        return current
    if files and (found := _of_file(Path(wanted))):
        return found
    from cdstrack.store.ledger import open_reader

    with open_reader(session.store_path.value) as ledger:
        if _DIGEST.fullmatch(wanted):
            return _of_digest(session, ledger, wanted)
        found = _in_force(session, ledger, _end_of(wanted, session))
        if found is None:
            raise _unknown(ledger, wanted)
        return found


def kept_version(ledger: "Reader", digest: str) -> "PlanFile":
    """The version that the record keeps under a digest.

    Raises:
        PlanInvalidError: It is not valid for this program.
    """
    from cdstrack.files.plan.reader import read_plan_text

    name = digest[:SHOWN]
    found = replace(read_plan_text(ledger.plan_text(digest) or "", name), digest=digest)
    if found.plan is None:
        raise PlanInvalidError(Problem("CDS716", {"value": name}), *found.errors)
    return found


def _of_file(path: Path) -> "PlanFile | None":
    from cdstrack.files.plan.reader import read_plan

    if not path.is_file():
        return None
    found = read_plan(path)
    if found.plan is None:
        raise PlanInvalidError(*found.errors)
    return found


def _of_digest(session: Session, ledger: "Reader", wanted: str) -> "PlanFile":
    digests = [version.digest for version in ledger.plan_versions()]
    fitting = [digest for digest in digests if digest.startswith(wanted)]
    if not fitting:
        raise _unknown(ledger, wanted)
    if len(fitting) > 1:
        versions = ", ".join(digest[:SHOWN] for digest in fitting)
        raise RefusedError(Problem("CDS715", {"value": wanted, "versions": versions}))
    return _kept_or_current(session, ledger, fitting[0])


def _in_force(session: Session, ledger: "Reader", at: datetime | None) -> "PlanFile | None":
    digest = ledger.plan_in_force(at)
    return None if digest is None else _kept_or_current(session, ledger, digest)


def _kept_or_current(session: Session, ledger: "Reader", digest: str) -> "PlanFile":
    current = session.current_plan_file
    return current if digest == current.digest else kept_version(ledger, digest)


def _end_of(wanted: str, session: Session) -> datetime:
    """The last moment of the day, or the moment, by the time zone of the plan as it is now."""
    from cdstrack.cli.app.clock import read_zone
    from cdstrack.words.parse.dates import read_instant

    moment = read_instant(wanted, read_zone(session.current_plan.plan.timezone))
    if isinstance(moment, Problem):
        facts = {"value": clean(wanted), "versions": _names(session)}
        if _SHORT.fullmatch(wanted):
            facts["least"] = str(_LEAST)
        raise RefusedError(Problem("CDS714", facts))
    return moment


def _unknown(ledger: "Reader", wanted: str) -> RefusedError:
    names = ", ".join(version.digest[:SHOWN] for version in ledger.plan_versions())
    return RefusedError(Problem("CDS714", {"value": clean(wanted), "versions": names}))


def _names(session: Session) -> str:
    from cdstrack.store.ledger import open_reader

    with open_reader(session.store_path.value) as ledger:
        return ", ".join(version.digest[:SHOWN] for version in ledger.plan_versions())
