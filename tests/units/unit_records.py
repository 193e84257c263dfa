"""Plans with mergers and splits drawn at random, and records of their units: late, corrected, withdrawn, odd."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import chain, zip_longest
from typing import Any

from hypothesis import strategies as st

from cdstrack.core.plan.model import Plan, State
from cdstrack.core.record.acts import Act, ActKind, Withdrawal
from cdstrack.core.record.observation import Observation, Qualifier
from cdstrack.core.record.period import Period
from cdstrack.store.address import Address
from cdstrack.store.ledger import create_store, open_writer

FIRST = datetime(2025, 1, 1, tzinfo=UTC)
AREA, OTHER = "tinh", "tinh-khac"
OLD, NEW = ("xa-a", "xa-b", "xa-c", "xa-d"), ("xa-m", "xa-n")
WAYS = {
    "count": ("sum", "mean", "weighted_mean", "worst"),
    "amount": ("sum", "mean", "worst"),
    "percent": ("ratio", "mean", "weighted_mean", "worst", "share_met"),
    "per_thousand": ("ratio", "mean", "share_met"),
    "index": ("mean", "worst", "share_met"),
    "state": ("worst",),
}
PERIODS = (
    *("2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"),
    *("2024", "2025", "2025-06", "2025-06-30", "2025-05-10", "2025-09-30", "2025-12-31"),
)
DAYS = (date(2025, 6, 30), date(2025, 7, 15), date(2025, 10, 1), date(2026, 1, 20))

some_days = st.sampled_from(DAYS)
heirs = st.sampled_from(
    ["xa-m", "xa-n", "xa-m 60%; xa-n 40%", "xa-m 25.5%; xa-n 74.5%", "xa-ngoai", None]
)


@st.composite
def units(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    """The communes of a province, some of them closed in the middle of 2025, and one next to it."""
    found: dict[str, dict[str, Any]] = {
        AREA: {"vi": "Tỉnh", "level": "tinh"},
        OTHER: {"vi": "Tỉnh khác", "level": "tinh"},
        "xa-ngoai": {"vi": "Xã ngoài", "level": "xa", "parent": OTHER},
    }
    parent = st.sampled_from([AREA] * 9 + [OTHER])
    closing = draw(st.sampled_from([0, 0, 2, 4]))
    for place, unit in enumerate(OLD):
        found[unit] = {"vi": unit, "level": "xa", "parent": draw(parent)}
        if place < closing:
            found[unit] |= {"closed": "2025-06-30"}
            if heir := draw(heirs):
                found[unit]["successor"] = heir
    for unit in NEW:
        since = {"since": "2025-07-01"} if closing else {}
        found[unit] = {"vi": unit, "level": "xa", "parent": draw(parent), **since}
    return found


@st.composite
def indicators(draw: st.DrawFn, id_: str) -> dict[str, Any]:
    unit = draw(st.sampled_from(sorted(WAYS)))
    by = draw(st.sampled_from(WAYS[unit]))
    rollup: dict[str, Any] = {
        "from": "xa",
        "by": by,
        "coverage": draw(st.sampled_from(["60", "100"])),
    }
    if by == "weighted_mean" and draw(st.booleans()):
        rollup["weight"] = "dan-so"
    if by == "share_met" and draw(st.booleans()):
        key = draw(st.sampled_from(["at_least", "more_than", "at_most", "less_than"]))
        rollup[key] = draw(st.sampled_from(["50", "33.5", "0"]))
    asked = (
        {"reach": "done"} if unit == "state" else {"at_least": draw(st.sampled_from(["50", "20"]))}
    )
    targets = [{"due": due} | asked for due in draw(st.sampled_from(DUE))]
    if len(targets) > 1 and unit != "state":
        targets[0] = {"due": targets[0]["due"], "at_least": "10"}
    found = {
        "id": id_,
        "name": {"vi": "Chỉ tiêu"},
        "pillar": "chung",
        "unit": unit,
        "direction": draw(st.sampled_from(["increase", "decrease"])),
        "frequency": draw(st.sampled_from(["monthly", "quarterly", "quarterly", "yearly"])),
        "rollup": rollup,
        "targets": targets,
    }
    if unit == "count" and draw(st.integers(0, 4)) == 0:
        found["measure"] = "flow"
    return found


DOCUMENTS = {
    "vb-1": {"title": "Báo cáo", "issued": "2025-01-08"},
    "vb-2": {"title": "Báo cáo", "issued": "2025-02-20"},
    "vb-3": {"title": "Báo cáo không ngày"},
}
REPORTED = [Period.parse(each) for each in ("2025-01", "2025-01-06", "2025-01-15", "2025-02")]
DUE = (("2030-12-31",), ("2025-06-30", "2030-12-31"))
PEOPLE = {
    "id": "dan-so",
    "name": {"vi": "Dân số"},
    "pillar": "chung",
    "unit": "count",
    "direction": "increase",
    "frequency": "yearly",
}
values = st.sampled_from(["0", "10", "50", "33.333333", "99.5", "-3", "9000000000000"])
qualifiers = st.sampled_from([Qualifier.EXACT] * 6 + list(Qualifier))


@st.composite
def figures(draw: st.DrawFn, indicator: dict[str, Any], unit: str, period: str) -> Observation:
    known: dict[str, Any] = {
        "indicator": indicator["id"],
        "org_unit": unit,
        "period": Period.parse(period),
        "qualifier": draw(qualifiers),
        "document": draw(st.sampled_from([None] * 6 + list(DOCUMENTS))),
        "reported": draw(st.sampled_from([None] * 6 + REPORTED)),
    }
    if indicator["unit"] == "state":
        return Observation(**known, state=draw(st.sampled_from(list(State))))
    if draw(st.integers(0, 19)) == 0:
        return Observation(**known, not_available="chưa báo cáo")
    if draw(st.integers(0, 4)):
        whole = draw(st.integers(1, 12))
        part = draw(st.integers(0, whole))
        known |= {"numerator": Decimal(part), "denominator": Decimal(whole)}
        return Observation(**known, value=Decimal(round(Fraction(part * 10**8, whole))).scaleb(-6))
    return Observation(**known, value=Decimal(draw(values)))


Entries = list[Observation | Withdrawal]


@st.composite
def acts(draw: st.DrawFn, indicator: dict[str, Any]) -> list[Entries]:
    """First what most units report, then single figures: late, new, corrected, withdrawn."""
    if draw(st.booleans()):
        return [draw(tidy_figures(indicator))]
    reporting = draw(st.sets(st.sampled_from([*OLD, *NEW, "xa-ngoai", AREA]), min_size=1))
    told = draw(st.lists(st.sampled_from(PERIODS), min_size=1, max_size=4, unique=True))
    first: Entries = [
        draw(figures(indicator, unit, period)) for period in told for unit in sorted(reporting)
    ]
    found = [first]
    for _ in range(draw(st.integers(0, 3))):
        unit = draw(st.sampled_from([*OLD, *NEW, AREA, "xa-la"]))
        figure = draw(figures(indicator, unit, draw(st.sampled_from(PERIODS))))
        part = draw(st.sampled_from(["", "", "", "gioi=nu", "role=self", "role=final"]))
        found.append([figure.model_copy(update={"disaggregation": part})])
        if draw(st.integers(0, 3)) == 0:
            found.append([Withdrawal(indicator["id"], unit, figure.period)])
    return found


@st.composite
def tidy_figures(draw: st.DrawFn, indicator: dict[str, Any]) -> Entries:
    """Every unit reports for every period, and each of them in the same way."""
    told = draw(st.sampled_from([("2025-Q1", "2025-Q2"), ("2025-Q1",), ("2024", "2025")]))
    reporting = draw(st.sampled_from([(*OLD, *NEW), OLD, (*OLD, *NEW, AREA)]))
    by = draw(st.sampled_from(["", "", "role=appraised"]))
    of_one = draw(st.sampled_from([Qualifier.EXACT] * 3 + [Qualifier.OVER, Qualifier.NEARLY]))
    late = draw(st.sampled_from([None, None, OLD[-1]]))
    found: Entries = []
    for period in told:
        for unit in reporting:
            if unit == late and period == told[-1]:
                continue
            said = of_one if unit == OLD[0] else Qualifier.EXACT
            as_told = {"qualifier": said, "not_available": None, "disaggregation": by}
            figure = draw(figures(indicator, unit, period))
            if not figure.is_figure:
                figure = figure.model_copy(update={"value": Decimal(50)})
            if indicator["unit"] in {"percent", "per_thousand"}:
                figure = figure.model_copy(update=_share(*draw(st.sampled_from(SHARES))))
            found.append(figure.model_copy(update=as_told))
    return found


SHARES = ((1, 2), (1, 5), (1, 20), (1, 3))
"""Half, a fifth and a twentieth are what is asked of units, in per cent and per thousand."""


def _share(part: int, whole: int) -> dict[str, Decimal]:
    value = Decimal(round(Fraction(part * 10**8, whole))).scaleb(-6)
    return {"numerator": Decimal(part), "denominator": Decimal(whole), "value": value}


@st.composite
def records(draw: st.DrawFn) -> tuple[Plan, list[Entries]]:
    wanted = [draw(indicators(f"ct-{number}")) for number in range(3)]
    head = {"id": "mau", "title": {"vi": "Mẫu"}, "area": AREA, "starts": "2020-01-01"}
    plan = Plan.model_validate(
        {
            "plan": head,
            "pillars": {"chung": {"vi": "Chung"}},
            "org_units": draw(units()),
            "documents": DOCUMENTS,
            "indicators": [*wanted, PEOPLE],
        }
    )
    of_each = [draw(acts(one)) for one in (*wanted, PEOPLE)]
    return plan, [[*chain(*together)] for together in zip_longest(*of_each, fillvalue=[])]


def recorded(place: Address, given_acts: Iterable[Entries]) -> None:
    """Keeps acts in a new store, each three days after the one before."""
    create_store(place)
    with open_writer(place) as ledger:
        for number, entries in enumerate(given_acts):
            act = Act(
                kind=ActKind.IMPORT,
                by="lan",
                at=FIRST + timedelta(days=3 * number),
                plan_digest="d1",
                plan_text="schema: 1\n",
                program="0.1.0",
            )
            with ledger.writing() as write:
                write.append(act, entries)
