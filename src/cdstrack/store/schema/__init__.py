"""The tables, and the released versions of the schema with the steps between them.

A step that has been released is never edited; a new version is a new step.
"""

from cdstrack.store.schema import version_1

Steps = tuple[tuple[str, ...], ...]
STEPS: Steps = (version_1.STATEMENTS,)
"""Step `n` leads from version `n` to version `n + 1`."""
