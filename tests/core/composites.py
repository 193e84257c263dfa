"""Plans with composite indices and figures of their members, written short."""

from datetime import date
from decimal import Decimal
from typing import Any

from cdstrack.core.derived.composite import Composition, standing
from cdstrack.core.derived.figures import Derived
from cdstrack.core.plan.model import Plan
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period

AREA = "tinh"
EVER = date.max


def indicator(id_: str, **more: Any) -> dict[str, Any]:
    common = {"name": {"vi": id_}, "pillar": "p", "unit": "index", "direction": "increase"}
    return {"id": id_, **common, **more}


def index(id_: str, of: str | None = None, **members: str) -> dict[str, Any]:
    named = {each.replace("_", "-"): weight for each, weight in members.items()}
    total = of or str(sum(map(Decimal, named.values())))
    return indicator(id_, composite={"members": named, "of": total})


def plan_of(*indicators: dict[str, Any]) -> Plan:
    return Plan.model_validate(
        {
            "plan": {"id": "x", "title": {"vi": "X"}, "area": AREA},
            "pillars": {"p": {"vi": "P"}},
            "indicators": indicators,
        }
    )


def figure(id_: str, value: str, period: str = "2022", **more: Any) -> Observation:
    top, _, bottom = value.partition("/")
    given_as: dict[str, Any] = {"value": Decimal(top)}
    if bottom:
        parts = Decimal(top), Decimal(bottom)
        given_as = dict(zip(("numerator", "denominator"), parts, strict=True))
        given_as["value"] = parts[0] / parts[1]
    kept = {"indicator": id_, "org_unit": AREA, "period": Period.parse(period), **given_as, **more}
    return Observation.model_construct(
        **{**Observation(indicator="x", org_unit="x", period=Period.parse("2022")).__dict__, **kept}
    )


def stands(derived: Derived, id_: str = "dti", until: date = EVER) -> Composition:
    found = standing(derived.of(id_, AREA), until)
    assert found is not None
    return found


TWO = (indicator("a"), indicator("b"), index("dti", a="100", b="200"))
