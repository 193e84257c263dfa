"""Who changed what, when: the log report as a value.

Owns its shape only; the store gives the acts, `cdstrack.render` the words.
"""

from dataclasses import dataclass

from cdstrack.core.record import Change, Submission
from cdstrack.core.report import Header


@dataclass(frozen=True, slots=True)
class LogAct:
    """One act with the first of its changes; `more` is how many further ones it made.

    `undone` says whether it is taken back at present.
    """

    submission: Submission
    changes: tuple[Change, ...]
    more: int = 0
    undone: bool = False


@dataclass(frozen=True, slots=True)
class LogReport:
    """The acts in the order in which they are to be shown."""

    header: Header
    acts: tuple[LogAct, ...]
