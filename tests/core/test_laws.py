"""What holds for every method, and for each one what its docstring claims, on random series."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cdstrack.core.judge import judge
from cdstrack.core.observation import Observation
from cdstrack.core.period import Period
from cdstrack.core.plan import Indicator, Measure, MethodName
from cdstrack.core.record import Act, Kind
from cdstrack.core.series import build_series
from cdstrack.core.status import Reason, Status
from cdstrack.core.verdict import Verdict
from cdstrack.store.ledger import create_store, open_reader, open_writer

AREA = "tinh"
AS_OF = date(2026, 6, 30)
MONTH_ENDS = [date(year, month, 28) for year in range(2019, 2027) for month in range(1, 13)]
KNOWN_DAYS = [day for day in MONTH_ENDS if day <= AS_OF]
BEST_FIRST = [
    Status.ACHIEVED,
    Status.ON_TRACK,
    Status.BEHIND,
    Status.OFF_TRACK,
    Status.DETERIORATING,
]
STRAIGHT = [MethodName.LINEAR, MethodName.SDSN, MethodName.DESTATIS, MethodName.ESCAP]
OPPOSITE = {"at_least": "at_most", "more_than": "less_than"}
OPPOSITE |= {there: here for here, there in OPPOSITE.items()}


@dataclass(frozen=True)
class Scene:
    """One indicator with its figures, as few words as a law needs."""

    direction: str
    unit: str
    baseline: tuple[date, Decimal] | None
    comparator: str
    targets: tuple[tuple[int, Decimal], ...]
    figures: tuple[tuple[date, Decimal], ...]

    @property
    def sign(self) -> int:
        return 1 if self.direction == "increase" else -1

    def mapped(self, change: Callable[[Decimal], Decimal], unit: str | None = None) -> "Scene":
        """The same with every value changed."""
        start = self.baseline and (self.baseline[0], change(self.baseline[1]))
        return replace(
            self,
            unit=unit or self.unit,
            baseline=start,
            targets=tuple((year, change(value)) for year, value in self.targets),
            figures=tuple((day, change(value)) for day, value in self.figures),
        )

    def mirrored(self, about: Decimal = Decimal(0)) -> "Scene":
        """Rises become falls: every value on the other side of `about`."""
        turned = {"increase": "decrease", "decrease": "increase"}
        changed = self.mapped(lambda value: 2 * about - value)
        return replace(
            changed, direction=turned[self.direction], comparator=OPPOSITE[self.comparator]
        )

    def with_latest(self, value: Decimal) -> "Scene":
        """The same with another latest figure."""
        *earlier, (day, _) = self.figures
        return replace(self, figures=(*earlier, (day, value)))


def values(low: int, high: int) -> st.SearchStrategy[Decimal]:
    return st.integers(low * 10, high * 10).map(lambda tenths: Decimal(tenths) / 10)


@st.composite
def scenes(draw: st.DrawFn, low: int = -50, high: int = 150, unit: str = "count") -> Scene:
    direction = draw(st.sampled_from(["increase", "decrease"]))
    keys = ("at_least", "more_than") if direction == "increase" else ("at_most", "less_than")
    goals = sorted(draw(st.lists(values(low, high), min_size=1, max_size=2, unique=True)))
    ordered = goals if direction == "increase" else goals[::-1]
    years = [2030] if len(goals) == 1 else [draw(st.integers(2026, 2028)), 2030]
    days = sorted(draw(st.lists(st.sampled_from(KNOWN_DAYS), min_size=1, max_size=8, unique=True)))
    baseline = draw(st.none() | st.tuples(st.sampled_from(MONTH_ENDS[:24]), values(low, high)))
    return Scene(
        direction,
        unit,
        baseline,
        draw(st.sampled_from(keys)),
        tuple(zip(years, ordered, strict=True)),
        tuple((day, draw(values(low, high))) for day in days),
    )


def indicator_of(scene: Scene) -> Indicator:
    targets = [
        {"due": f"{year}-12-31", scene.comparator: str(value)} for year, value in scene.targets
    ]
    plain: dict[str, Any] = {
        "id": "chi-tieu",
        "name": {"vi": "Chỉ tiêu"},
        "pillar": "tru-cot",
        "unit": scene.unit,
        "direction": scene.direction,
        "targets": targets,
    }
    if scene.baseline is not None:
        day, value = scene.baseline
        plain["baseline"] = {"date": day.isoformat(), "value": str(value)}
    return Indicator.model_validate(plain)


def observations_of(scene: Scene) -> list[Observation]:
    return [
        Observation(
            indicator="chi-tieu", org_unit=AREA, period=Period.day(day), value=value, id=number
        )
        for number, (day, value) in enumerate(scene.figures, start=1)
    ]


def judged(
    scene: Scene, method: MethodName, observations: list[Observation] | None = None
) -> list[Verdict]:
    indicator = indicator_of(scene)
    known = observations_of(scene) if observations is None else observations
    series = build_series(indicator, known, AREA, AS_OF)
    return [
        judge(indicator, target, series, as_of=AS_OF, plan_starts=None, method=method)
        for target in indicator.ordered_targets
    ]


def told(verdicts: list[Verdict]) -> list[tuple[object, ...]]:
    """What a reader takes from a verdict; numbers that only rounding could tell apart are equal."""
    return [
        (
            (each.status, each.met, each.outlook, each.flags, each.reasons),
            (_nearly(each.ratio), _nearly(each.lead_days)),
        )
        for each in verdicts
    ]


def _nearly(number: float | None) -> object:
    return None if number is None else pytest.approx(number, rel=1e-6, abs=1e-9)


def is_defined(verdict: Verdict) -> bool:
    return verdict.status in BEST_FIRST


def law(**strategies: Any) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Fifty random scenes: each law is run for up to six methods."""
    return lambda test: settings(max_examples=50, deadline=None)(given(**strategies)(test))


every_method = pytest.mark.parametrize("method", list(MethodName))


@every_method
@law(scene=scenes(), beyond=values(1, 50))
def test_reaching_the_target_is_achieved_whatever_the_path(
    method: MethodName, scene: Scene, beyond: Decimal
) -> None:
    last = scene.targets[-1][1]
    assert [
        each.status for each in judged(scene.with_latest(last + scene.sign * beyond), method)
    ] == [Status.ACHIEVED] * len(scene.targets)


@every_method
@law(scene=scenes(), wrong=values(-50, 150), data=st.data())
def test_a_revision_equals_having_recorded_it_first(
    method: MethodName, scene: Scene, wrong: Decimal, data: st.DataObject
) -> None:
    first = observations_of(scene)
    revised = data.draw(st.sampled_from(first))
    mistaken = revised.model_copy(update={"value": wrong})
    corrected = revised.model_copy(update={"id": 1000})
    known = [mistaken if each is revised else each for each in first]
    assert judged(scene, method, [*known, corrected]) == [
        *judged(scene, method, [each for each in first if each is not revised] + [corrected])
    ]
    assert told(judged(scene, method, [*known, corrected])) == told(judged(scene, method, first))


@every_method
@law(scene=scenes(), data=st.data())
def test_the_order_of_recording_days_never_matters(
    method: MethodName, scene: Scene, data: st.DataObject
) -> None:
    recorded = data.draw(st.permutations(observations_of(scene)))
    numbered = [each.model_copy(update={"id": place}) for place, each in enumerate(recorded)]
    assert told(judged(scene, method, numbered)) == told(judged(scene, method))


@pytest.mark.parametrize("measure", ["stock", "flow", "rate"])
@law(
    recorded=st.lists(
        st.tuples(
            st.sampled_from(["2020", "2020-12-31", "2020-H2", "2021", "2021-12", "2022-06-30"]),
            values(0, 100),
        ),
        unique_by=lambda each: each[0],
        max_size=6,
    ),
    data=st.data(),
)
def test_the_order_of_recording_periods_never_matters(
    measure: str, recorded: list[tuple[str, Decimal]], data: st.DataObject
) -> None:
    """A day, its month and its year end together; which of them counts is no matter of luck."""
    scene = Scene("increase", "count", None, "at_least", ((2030, Decimal(100)),), ())
    indicator = indicator_of(scene).model_copy(update={"measure": Measure(measure)})

    def counted(figures: list[tuple[str, Decimal]]) -> list[tuple[str, Decimal | None]]:
        known = [
            Observation(
                indicator="chi-tieu",
                org_unit=AREA,
                period=Period.parse(period),
                value=value,
                id=number,
            )
            for number, (period, value) in enumerate(figures, start=1)
        ]
        series = build_series(indicator, known, AREA, AS_OF).figures.get("", ())
        return [(each.observation.period.text, each.observation.value) for each in series]

    assert counted(recorded) == counted(data.draw(st.permutations(recorded)))


def test_a_part_of_a_year_never_hides_the_year_that_ends_with_it() -> None:
    """The figure for December, recorded after the year's, is not the year's."""
    scene = Scene("increase", "count", None, "at_least", ((2030, Decimal(100)),), ())
    indicator = indicator_of(scene).model_copy(update={"measure": Measure.FLOW})
    known = [
        Observation(
            indicator="chi-tieu",
            org_unit=AREA,
            period=Period.parse(period),
            value=Decimal(10),
            id=number,
        )
        for number, period in enumerate(("2021", "2021-12"), start=1)
    ]
    (figure,) = build_series(indicator, known, AREA, AS_OF).figures[""]
    assert figure.observation.period.text == "2021"


@every_method
@law(scene=scenes())
def test_mirroring_about_zero_together_with_the_direction_mirrors_the_result(
    method: MethodName, scene: Scene
) -> None:
    here, there = judged(scene, method), judged(scene.mirrored(), method)
    assert told(here) == told(there)
    assert [each.gap for each in here] == [
        None if each.gap is None else -each.gap for each in there
    ]


@pytest.mark.parametrize("method", STRAIGHT)
@law(scene=scenes(), about=values(-100, 100))
def test_straight_methods_mirror_about_any_number(
    method: MethodName, scene: Scene, about: Decimal
) -> None:
    assert told(judged(scene, method)) == told(judged(scene.mirrored(about), method))


@law(scene=scenes(1, 99, "percent"))
def test_escap_mirrors_shares_about_one_half(scene: Scene) -> None:
    """The logit of what is left is minus the logit of what is done."""
    here, there = scene, scene.mirrored(Decimal(50))
    assert told(judged(here, MethodName.ESCAP)) == told(judged(there, MethodName.ESCAP))


def test_cagr_and_unsd_do_not_judge_a_share_as_what_is_left_of_it() -> None:
    """20 % to 30 % with service, or 80 % to 70 % without: one growth is fast, the other slow."""
    start, figures = (date(2019, 1, 28), Decimal(20)), ((date(2026, 1, 28), Decimal(30)),)
    scene = Scene("increase", "percent", start, "at_least", ((2030, Decimal(50)),), figures)
    for method, here, there in (
        (MethodName.CAGR, Status.BEHIND, Status.OFF_TRACK),
        (MethodName.UNSD, Status.BEHIND, Status.BEHIND),
    ):
        (with_service,) = judged(scene, method)
        (without,) = judged(scene.mirrored(Decimal(50)), method)
        assert (with_service.status, without.status) == (here, there)
        assert with_service.ratio != pytest.approx(without.ratio)


@every_method
@law(scene=scenes(), scale=st.sampled_from(["0.01", "10", "12.5", "1000"]))
def test_scaling_the_unit_changes_no_verdict(method: MethodName, scene: Scene, scale: str) -> None:
    scaled = scene.mapped(lambda value: value * Decimal(scale))
    assert told(judged(scene, method)) == told(judged(scaled, method))


@every_method
@law(scene=scenes(1, 99, "percent"))
def test_per_cent_and_per_thousand_are_judged_alike(method: MethodName, scene: Scene) -> None:
    per_thousand = scene.mapped(lambda value: value * 10, "per_thousand")
    assert told(judged(scene, method)) == told(judged(per_thousand, method))


@pytest.mark.parametrize("method", STRAIGHT)
@law(scene=scenes(), shift=values(-500, 500))
def test_moving_the_zero_changes_no_verdict_of_straight_methods(
    method: MethodName, scene: Scene, shift: Decimal
) -> None:
    assert told(judged(scene, method)) == told(judged(scene.mapped(lambda v: v + shift), method))


@every_method
@law(scene=scenes(), more=values(0, 60))
def test_more_progress_by_the_same_day_never_gives_a_worse_verdict(
    method: MethodName, scene: Scene, more: Decimal
) -> None:
    _assert_no_worse(method, scene, more)


@pytest.mark.parametrize("method", list(MethodName))
@law(scene=scenes(1, 99, "percent"), more=values(0, 60))
def test_more_progress_in_a_share_never_gives_a_worse_verdict(
    method: MethodName, scene: Scene, more: Decimal
) -> None:
    ahead = scene.figures[-1][1] + scene.sign * more
    assume(0 < ahead < 100)
    _assert_no_worse(method, scene, more)


def _assert_no_worse(method: MethodName, scene: Scene, more: Decimal) -> None:
    """Where the method is defined for both: it is not where growth would cross zero."""
    # A single figure is its own origin: raising it would move the start, not the progress.
    assume(scene.baseline is not None or len(scene.figures) > 1)
    further = scene.with_latest(scene.figures[-1][1] + scene.sign * more)
    for less, greater in zip(judged(scene, method), judged(further, method), strict=True):
        if is_defined(less) and is_defined(greater):
            assert BEST_FIRST.index(greater.status) <= BEST_FIRST.index(less.status)


def test_escap_may_judge_a_share_of_nothing_better_than_next_to_nothing() -> None:
    """At 0 % the fit leaves the logit scale, on which 0.1 % weighs like a collapse."""
    start = (date(2019, 1, 28), Decimal(2))
    earlier = tuple((date(year, 1, 28), Decimal(60)) for year in range(2020, 2026))
    scene = Scene(
        "increase",
        "percent",
        start,
        "at_least",
        ((2030, Decimal(80)),),
        (*earlier, (date(2026, 1, 28), Decimal(0))),
    )
    (nothing,) = judged(scene, MethodName.ESCAP)
    (next_to_nothing,) = judged(scene.with_latest(Decimal("0.1")), MethodName.ESCAP)
    assert (nothing.status, next_to_nothing.status) == (Status.BEHIND, Status.DETERIORATING)


def test_compound_growth_has_no_verdict_where_a_rise_crosses_zero() -> None:
    start, figures = (date(2020, 1, 28), Decimal(-10)), ((date(2025, 1, 28), Decimal(-4)),)
    scene = Scene("increase", "count", start, "at_least", ((2030, Decimal(-1)),), figures)
    (below,) = judged(scene, MethodName.CAGR)
    (above,) = judged(replace(scene, targets=((2030, Decimal(1)),)), MethodName.CAGR)
    assert is_defined(below)
    assert Reason.UNDEFINED_FOR_METHOD in above.reasons


@settings(
    max_examples=10,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(scene=scenes(), wrong=values(-50, 150))
def test_a_correction_in_the_store_equals_having_recorded_it_first(
    tmp_path_factory: pytest.TempPathFactory, scene: Scene, wrong: Decimal
) -> None:
    folder = tmp_path_factory.mktemp("store")
    right = observations_of(scene)
    mistaken = [right[0].model_copy(update={"value": wrong}), *right[1:]]
    at_once = _recorded(folder / "at-once.db", [right[::-1]])
    corrected = _recorded(folder / "corrected.db", [mistaken, right[:1]])
    for method in MethodName:
        assert told(judged(scene, method, at_once)) == told(judged(scene, method, corrected))


def _recorded(path: Path, acts: list[list[Observation]]) -> list[Observation]:
    create_store(path)
    with open_writer(path) as ledger:
        for place, entries in enumerate(acts):
            act = Act(
                kind=Kind.CORRECT if place else Kind.RECORD,
                by="a",
                at=datetime(2026, 7, 1 + place, tzinfo=UTC),
                plan_digest="0" * 64,
                plan_text="schema: 1",
                program="cdstrack",
                reason="…" if place else None,
            )
            ledger.append(act, [each.model_copy(update={"id": None}) for each in entries])
    with open_reader(path) as ledger:
        return list(ledger.current(org_unit=AREA))
