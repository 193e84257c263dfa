"""`cagr`: the compound growth rate made, over the compound growth rate needed.

Formula: a = (x/x0)^(1/(t-t0)) - 1, r = (m/x0)^(1/(T-t0)) - 1, ratio = d * a/|r| with d = +1 where
a rise is wanted and -1 where a fall is; for negative values, which grow downwards, times -1.

Source: Eurostat (EU SDG monitoring) and Statistics Canada, as documented by Open SDG
(https://open-sdg.readthedocs.io/en/latest/progress-methodology/).

Domain: origin, latest value and target of one sign, none of them zero; no ranks and no growth
rates. Open SDG replaces a target of zero by 0.001; here the method is undefined instead. Generous
to shares that start low, strict with falls: see docs/methods.md.

Cuts: from 0.95 on track, from 0.60 behind, from 0 off track, below it deteriorating. Without a
target the rate itself is judged, see `cdstrack.core.verdict.tendency`.

Laws: mirroring values about zero together with the direction mirrors the result (about any other
number it does not: 20 % with is not judged as 80 % without); the scale of the unit changes no
verdict, the place of its zero does; more progress by the same day never gives a worse verdict,
except that the method is undefined where it crosses zero.

Statistics Canada, indicator 1.2.1: 14.5 in 2015, 10.2 in 2023, to be halved by 2030:

>>> case = Case.straight((2016, 14.5), (2024, 10.2), to=(2031, 7.25))
>>> round(work(case).ratio, 10), CLASSES.of(work(case).ratio).value
(0.9525901792, 'on_track')
"""

from cdstrack.core.verdict.methods.compound import actual_rate, made_over_needed, not_compound
from cdstrack.core.verdict.methods.interface import Case, Classes, Cut, Undefined, Working
from cdstrack.core.verdict.vocabulary import Status

CLASSES = Classes(
    (Cut(Status.ON_TRACK, 0.95), Cut(Status.BEHIND, 0.60), Cut(Status.OFF_TRACK, 0.0)),
    below=Status.DETERIORATING,
)
AS_PLANNED = 1.0


def work(case: Case) -> Working | Undefined:
    """The rate made, the rate needed, then one over the other."""
    why_not = not_compound(case.unit, case.measure, case.origin.x, case.latest.x, case.target.x)
    return why_not or made_over_needed(case, actual_rate(case))
