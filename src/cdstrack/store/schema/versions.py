"""The versions of the schema, each reached from the one before by a tuple of SQL statements.

A step that has been released is never edited; a new version is a new step.
"""

from cdstrack.store.schema import version_1 as schema_1

Steps = tuple[tuple[str, ...], ...]
STEPS: Steps = (schema_1.STATEMENTS,)
"""Step `n` leads from version `n` to version `n + 1`."""
