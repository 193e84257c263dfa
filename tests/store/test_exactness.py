"""Numbers, days and texts come back exactly as they were recorded."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.figure_strategies import days, periods

from cdstrack.core.plan.model import State
from cdstrack.core.plan.values import LARGEST, format_decimal
from cdstrack.core.record.acts import Act
from cdstrack.core.record.observation import Observation, Qualifier
from cdstrack.core.record.period import Period
from cdstrack.store.ledger import open_reader, open_writer

ONLY_IN_FILES = True

words = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=40)
most = int(LARGEST * 1_000_000)
numbers = st.integers(-most, most).map(lambda n: Decimal(format_decimal(Decimal(n).scaleb(-6))))
counts = st.integers(1, 10**9).map(Decimal)
months = st.one_of(days.map(str), days.map(lambda day: f"{day:%Y-%m}")).map(Period.parse)


@st.composite
def figures(draw: st.DrawFn) -> Observation:
    """Any figure that can be kept."""
    kinds: list[dict[str, Any]] = [
        {"value": draw(numbers)},
        {"value": draw(numbers), "numerator": draw(counts), "denominator": draw(counts)},
        {"state": draw(st.sampled_from(State))},
        {"not_available": draw(words)},
    ]
    return Observation(
        indicator=draw(words),
        org_unit=draw(words),
        period=draw(periods),
        disaggregation=draw(st.sampled_from(["", "sector=du-lich"])),
        stated=draw(st.none() | numbers),
        qualifier=draw(st.sampled_from(Qualifier)),
        document=draw(st.none() | words),
        reported=draw(st.none() | months),
        note=draw(st.none() | words),
        entered=draw(words),
        **draw(st.sampled_from(kinds)),
    )


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=150,
)
@given(figure=figures())
def test_every_figure_is_read_back_as_it_was_recorded(
    store: Path, act: Callable[..., Act], figure: Observation
) -> None:
    with open_writer(store) as ledger:
        submission = ledger.append(act(), [figure])
        (change,) = ledger.changes(submission.id)
        standing = ledger.latest_in_cell(figure.cell)
        among_others = ledger.latest_in_cells([figure.cell])
    assert change.after is not None
    kept = figure.model_copy(update={"id": change.after.id, "submission": submission.id})
    assert change.after == kept
    assert standing == kept
    assert among_others == {figure.cell: kept}
    assert str(standing.value) == str(kept.value)


def test_a_value_is_kept_in_millionths_beside_what_was_typed(
    store: Path, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    fraction = {"numerator": Decimal(981), "denominator": Decimal(1446), "stated": Decimal(68)}
    with open_writer(store) as ledger:
        ledger.append(act(), [figure("67.842324", **{**fraction, "entered": "981/1.446"})])
    with closing(sqlite3.connect(store)) as stranger:
        row = stranger.execute(
            "SELECT entered, value, numerator, denominator, stated, typeof(value) FROM observation"
        ).fetchone()
    assert row == ("981/1.446", 67842324, 981000000, 1446000000, 68000000, "integer")


def test_more_than_six_decimals_are_refused_and_leave_nothing(
    store: Path, act: Callable[..., Act], figure: Callable[..., Observation]
) -> None:
    with open_writer(store) as ledger, pytest.raises(ValueError, match=r"0\.1234567"):
        ledger.append(act(), [figure("1"), figure("0.1234567", "2022-08")])
    with open_reader(store) as ledger:
        assert ledger.current() == []
        assert ledger.submissions() == []
