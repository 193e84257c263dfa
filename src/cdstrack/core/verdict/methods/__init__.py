"""The named methods of judging progress, one a file."""

from cdstrack.core.plan.model import MethodName
from cdstrack.core.verdict.methods import (
    aarr,
    cagr,
    destatis,
    escap,
    eurostat,
    linear,
    sdsn,
    unsd,
)
from cdstrack.core.verdict.methods.interface import Method

METHODS: dict[MethodName, Method] = {
    MethodName.LINEAR: linear,
    MethodName.CAGR: cagr,
    MethodName.EUROSTAT: eurostat,
    MethodName.AARR: aarr,
    MethodName.UNSD: unsd,
    MethodName.DESTATIS: destatis,
    MethodName.SDSN: sdsn,
    MethodName.ESCAP: escap,
}
"""Every method by its name in the plan file and on the command line."""
