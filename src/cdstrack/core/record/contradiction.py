"""A figure that contradicts another one, as a problem that holds both."""

from dataclasses import dataclass

from cdstrack.core.problem import Problem
from cdstrack.core.record.observation import Observation


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction(Problem):
    """The cell of `given` holds `recorded`, which differs from it in the fields `different`.

    `cdstrack.render.contradiction` adds both of them to the facts, in words.
    """

    recorded: Observation
    given: Observation
    different: tuple[str, ...]
