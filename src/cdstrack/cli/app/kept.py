"""Shows a cached report again if none of its inputs has changed.

Owns the list of inputs: plan and units file, the record and its file, the day, all options, and
what the reader's terminal can show.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cdstrack.core.problem import RefusedError
from cdstrack.store.address import Address

if TYPE_CHECKING:
    from cdstrack.files.kept.reports import KeptReport
    from cdstrack.files.plan.plan_file import PlanFile
    from cdstrack.store.file_state import State

Facts = tuple[object, ...]
_SPEAKING = ("CDSTRACK_", "LANG", "LC_", "TERM", "COLOR", "NO_COLOR", "FORCE_", "TTY_", "UNICODE_")
"""How the names of variables begin that a library which writes reports may look at."""


@dataclass(frozen=True, slots=True)
class LookUp:
    """Where the report of a run is kept, and the state of its store when that was looked up."""

    copy: "KeptReport"
    store: Path
    state: "State"

    def keep(self, text: str) -> None:
        """Keeps the report, unless the store has changed while it was made."""
        from cdstrack.store.file_state import state_of

        try:
            unchanged = state_of(self.store) == self.state
        except RefusedError:
            return
        if unchanged:
            self.copy.keep(text)


def look_up(store: Address, plan: "PlanFile", wanted: Facts, days: Facts) -> LookUp | None:
    """Where a report is kept; None where it cannot be.

    Args:
        store: The store that is reported on.
        plan: The plan file as it is now, by which the report goes.
        wanted: What was asked for, and how it is to be written.
        days: The days on which the report depends.

    Raises:
        StoreUnusableError: The store cannot be read.
    """
    from cdstrack.files.kept.reports import kept_report
    from cdstrack.store.file_state import state_of

    state = state_of(store) if plan.plan is not None else None
    if state is None or not isinstance(store, Path):
        return None
    said = {name: os.environ[name] for name in sorted(os.environ) if name.startswith(_SPEAKING)}
    facts = (plan.digest, plan.units_digest, days, state, said)
    copy = kept_report(store, wanted, facts)
    return None if copy is None else LookUp(copy, store, state)
