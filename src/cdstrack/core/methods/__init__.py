"""The named methods of judging progress, one a file."""

from cdstrack.core.methods import linear
from cdstrack.core.methods.case import Method
from cdstrack.core.plan import MethodName

METHODS: dict[MethodName, Method] = {MethodName.LINEAR: linear}
"""Every method by its name in the plan file and on the command line."""
