"""The plan of a run: the current file, or a version kept in the record.

Owns how a version is named: by a date, by the beginning of its digest, as a file, or as `current`,
the current file.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cdstrack.core.problem import PlanInvalidError, Problem, RefusedError
from cdstrack.store.address import Address
from cdstrack.words.parse.clean import clean

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from cdstrack.core.plan.model import Plan
    from cdstrack.files.plan.plan_file import PlanFile
    from cdstrack.store.reading import Reader

CURRENT = "current"
SHOWN = 12
"""The digits of a digest that are shown; enough to distinguish the versions."""
_LEAST = 6
_DIGEST = re.compile(rf"[0-9a-f]{{{_LEAST},64}}", re.ASCII)
_SHORT = re.compile(rf"[0-9a-f]{{1,{_LEAST - 1}}}", re.ASCII)


@dataclass(frozen=True)
class Plans:
    """The plan file of a run and, with `--known-at` or `--plan-at`, the version it goes by.

    Each is read when it is first asked for. `at` and `known_at` are the options as typed.
    """

    path: Path | None
    store: Address
    at: str | None = None
    known_at: str | None = None

    @cached_property
    def current_file(self) -> "PlanFile":
        """The plan file as it is now, with its problems.

        Raises:
            RefusedError: CDS011, there is no plan here; or the file cannot be read.
        """
        from cdstrack.files.plan.checked import read_checked_plan

        if self.path is None:
            raise RefusedError(Problem("CDS011", {"folder": str(Path.cwd())}))
        return read_checked_plan(self.path)

    @cached_property
    def file(self) -> "PlanFile":
        """The version that the run goes by: of `--plan-at`, else in force at `--known-at`.

        Where nothing had been recorded by then, there was none but the file's.

        Raises:
            PlanInvalidError: The plan file as it is now has errors, or this program cannot take
                the version that the record keeps.
            RefusedError: There is no plan, no such version (CDS714), or there are several (CDS715).
            StoreUnusableError: The store cannot be read.
        """
        if self.at is None and self.known_at is None:
            return self.current_file
        valid_plan(self.current_file)  # an invalid plan is reported before a missing store
        if self.at is not None:
            return plan_version(self.at, self.current_file, self.store, self.known_instant)
        from cdstrack.store.ledger import open_reader

        with open_reader(self.store) as ledger:
            return _in_force(ledger, self.known_instant, self.current_file) or self.current_file

    @property
    def plan(self) -> "Plan":
        """The valid plan that the run goes by.

        Raises:
            PlanInvalidError: It has errors.
        """
        return valid_plan(self.file)

    @cached_property
    def zone(self) -> "ZoneInfo":
        """The plan's time zone."""
        from cdstrack.cli.app.clock import read_zone

        return read_zone(self.plan.plan.timezone)

    @cached_property
    def known_instant(self) -> datetime | None:
        """The instant up to which records count; None for all of them.

        A day ends by the plan as it is now: which version was in force is not known yet.
        """
        from cdstrack.cli.app.clock import read_known_at, read_zone

        zone = read_zone(valid_plan(self.current_file).plan.timezone)
        return read_known_at(self.known_at, zone)

    def language(self) -> str | None:
        """The language that the plan asks for, as far as there is a plan and it names one."""
        # The version that was asked for may be what is wrong.
        for name in ("file", "current_file"):
            try:
                found: PlanFile = getattr(self, name)
            except RefusedError:
                continue
            if found.language:
                return found.language
        return None


def valid_plan(file: "PlanFile") -> "Plan":
    """The plan of a file.

    Raises:
        PlanInvalidError: It has errors.
    """
    if file.plan is None:
        raise PlanInvalidError(*file.errors)
    return file.plan


def plan_version(
    wanted: str,
    current: "PlanFile",
    store: Address,
    known_at: datetime | None = None,
    *,
    files: bool = False,
) -> "PlanFile":
    """The version that a text names; with `files`, it may name a file too.

    A digest comes with the units file that was kept last while its plan was in force, of those kept
    until `known_at` if there were any.

    Raises:
        PlanInvalidError: The version is not valid for this program.
        RefusedError: CDS714 or CDS715, there is no such version, or there are several.
        StoreUnusableError: The store cannot be read.
    """
    is_digest = _DIGEST.fullmatch(wanted) is not None
    is_its_own = is_digest and current.digest.startswith(wanted)
    if wanted == CURRENT or (is_its_own and not _names_units(current)):
        return current
    if files and (found := _of_file(Path(wanted))):
        return found
    from cdstrack.store.ledger import open_reader

    with open_reader(store) as ledger:
        if is_digest:
            return _of_digest(ledger, wanted, current, known_at)
        found = _in_force(ledger, _end_of(wanted, current, ledger), current)
        if found is None:
            raise RefusedError(_unknown(ledger, wanted))
        return found


def used_before(current: "PlanFile", store: Address) -> str:
    """The digest of the version used last, of those that the file no longer is.

    Raises:
        RefusedError: CDS717, there is none.
        StoreUnusableError: The store cannot be read.
    """
    from cdstrack.store.ledger import open_reader

    with open_reader(store) as ledger:
        others = [each for each in ledger.plan_versions() if each.digest != current.digest]
    if not others:
        raise RefusedError(Problem("CDS717"))
    return max(others, key=lambda each: each.last.id).digest


def _kept_version(
    ledger: "Reader", digest: str, folder: Path | None, units: str | None
) -> "PlanFile":
    """The version that the record keeps under a digest, with the text of its units file.

    Where the record keeps none, the units are those of the file as it is now.
    """
    from cdstrack.files.plan.reader import read_plan_text

    name = digest[:SHOWN]
    text = ledger.plan_text(digest) or ""
    found = read_plan_text(text, name, folder, kept=True, units=units)
    found = replace(found, digest=digest)
    if found.plan is None:
        raise PlanInvalidError(Problem("CDS716", {"value": name}), *found.errors)
    return found


def _of_file(path: Path) -> "PlanFile | None":
    from cdstrack.files.plan.checked import read_checked_plan

    if not path.is_file():
        return None
    found = read_checked_plan(path)
    valid_plan(found)
    return found


def _of_digest(
    ledger: "Reader", wanted: str, current: "PlanFile", known_at: datetime | None
) -> "PlanFile":
    fitting = [each for each in ledger.plan_versions() if each.digest.startswith(wanted)]
    if current.digest.startswith(wanted):
        fitting = [each for each in fitting if each.digest == current.digest]
        if not fitting:
            return current
    if not fitting:
        raise RefusedError(_unknown(ledger, wanted))
    if len(fitting) > 1:
        versions = ", ".join(each.digest[:SHOWN] for each in fitting)
        raise RefusedError(Problem("CDS715", {"value": wanted, "versions": versions}))
    (version,) = fitting
    was_known = known_at is not None and known_at >= version.first.at
    at = min(known_at, version.last.at) if known_at and was_known else version.last.at
    return _kept_or_current(ledger, version.digest, current, at)


def _in_force(ledger: "Reader", at: datetime | None, current: "PlanFile") -> "PlanFile | None":
    digest = ledger.plan_in_force(at)
    return None if digest is None else _kept_or_current(ledger, digest, current, at)


def _kept_or_current(
    ledger: "Reader", digest: str, current: "PlanFile", at: datetime | None
) -> "PlanFile":
    """The version with the units that were in force at an instant."""
    units = ledger.units_in_force(at)
    is_same = units is None or not _names_units(current) or units == current.units_text
    if digest == current.digest and is_same:
        return current
    return _kept_version(ledger, digest, current.folder, units)


def _names_units(file: "PlanFile") -> bool:
    return file.plan is None or file.plan.plan.units is not None


def _end_of(wanted: str, current: "PlanFile", ledger: "Reader") -> datetime:
    """The last moment of the day, or the moment, by the time zone of the plan as it is now."""
    from cdstrack.cli.app.clock import read_zone
    from cdstrack.words.parse.dates import read_instant

    moment = read_instant(wanted, read_zone(valid_plan(current).plan.timezone))
    if isinstance(moment, Problem):
        problem = _unknown(ledger, wanted)
        if _SHORT.fullmatch(wanted):
            problem = replace(problem, facts={**problem.facts, "least": str(_LEAST)})
        raise RefusedError(problem)
    return moment


def _unknown(ledger: "Reader", wanted: str) -> Problem:
    names = ", ".join(version.digest[:SHOWN] for version in ledger.plan_versions())
    return Problem("CDS714", {"value": clean(wanted), "versions": names})
