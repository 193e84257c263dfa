"""In what order and how often figures are recorded changes no verdict."""

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.verdict.scenes import (
    AREA,
    AS_OF,
    Scene,
    every_method,
    indicator_of,
    judged,
    law,
    observations_of,
    scenes,
    told,
    values,
)

from cdstrack.core.plan.model import Measure, MethodName
from cdstrack.core.record.acts import Act, ActKind
from cdstrack.core.record.observation import Observation
from cdstrack.core.record.period import Period
from cdstrack.core.verdict.series import build_series
from cdstrack.store.ledger import create_store, open_reader, open_writer


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


@pytest.mark.parametrize("measure", ["flow", "rate"])
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
                kind=ActKind.CORRECT if place else ActKind.RECORD,
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
