"""`eurostat`: the compound growth rate made, over the compound growth rate needed.

Formula: a = (x/x0)^(1/(t-t0)) - 1, r = (m/x0)^(1/(T-t0)) - 1, ratio = d * a/|r| with d = +1 where
a rise is wanted and -1 where a fall is. Only the first and the last value count.

Source: Eurostat, Sustainable development in the European Union, annex on the assessment of
indicator trends. Towards a quantitative target it is the arithmetic of `cagr`, which Statistics
Canada took over from there; the two differ where there is no target (`cdstrack.core.verdict.tendency`). Eurostat looks
at the last fifteen and the last five years; here the window begins at the origin, as the plan does.

Domain: origin, latest value and target of one sign, none of them zero; no ranks and no growth
rates.

Cuts: from 0.95 on track (significant progress), from 0.60 behind (moderate), from 0 off track
(insufficient), below it deteriorating (movement away).

Laws: those of `cagr`.

From 40 at the end of 2023 towards 80 at the end of 2030; 50 at the end of 2025:

>>> from cdstrack.core.verdict.methods.interface import Case
>>> case = Case.straight((2024, 40), (2026, 50), to=(2031, 80))
>>> round(work(case).ratio, 3), CLASSES.of(work(case).ratio).value
(1.134, 'on_track')
"""

from cdstrack.core.verdict.methods.cagr import AS_PLANNED, CLASSES, work

__all__ = ["AS_PLANNED", "CLASSES", "work"]
