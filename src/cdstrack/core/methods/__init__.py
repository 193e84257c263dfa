"""The named methods of judging progress, one a file."""

from cdstrack.core.methods import cagr, destatis, escap, linear, sdsn, unsd
from cdstrack.core.methods.case import Method
from cdstrack.core.plan import MethodName

METHODS: dict[MethodName, Method] = {
    MethodName.LINEAR: linear,
    MethodName.CAGR: cagr,
    MethodName.UNSD: unsd,
    MethodName.DESTATIS: destatis,
    MethodName.SDSN: sdsn,
    MethodName.ESCAP: escap,
}
"""Every method by its name in the plan file and on the command line."""
