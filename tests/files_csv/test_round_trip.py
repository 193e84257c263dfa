"""What is written as canonical CSV reads back as it was, and no text becomes a formula."""

import csv
import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.figure_strategies import as_csv, asked_about, figures_of, fractions, numbers, periods

from cdstrack.core.plan.model import Plan, State, Unit
from cdstrack.core.record.observation import Observation, Qualifier, share, to_decimal
from cdstrack.core.record.period import Period
from cdstrack.files.importing.canonical.reader import figure_lines, read_figures
from cdstrack.files.text.encodings import examine
from cdstrack.files.text.legacy_font import legacy_font
from cdstrack.words.parse.clean import clean

TODAY = date(2200, 12, 31)
SHIPPED = Path(__file__).parents[2]

texts = st.text(max_size=60).map(lambda text: clean(text).strip()).filter(bool)
formulas = st.sampled_from(["=1+1", "+84", "-5", "@x", "'tis", "''", "=", '=HYPERLINK("x")'])
notes = st.none() | texts | formulas


@st.composite
def figures(draw: st.DrawFn) -> Observation:
    """A figure that the test plan accepts."""
    low, high = draw(fractions)
    part = {"numerator": Decimal(low), "denominator": Decimal(high or 1)}
    exact = share(part["numerator"], part["denominator"], Unit.PERCENT)
    kinds: dict[str, dict[str, Any]] = {
        "tien": {"value": draw(numbers)},
        "ho-so": {"value": to_decimal(exact), **part, "stated": draw(st.none() | numbers)},
        "hang": {"value": Decimal(low or 1), "numerator": Decimal(low or 1)}
        | {"denominator": Decimal(high + 1)},
        "viec": {"state": draw(st.sampled_from(State))},
        "so-dn": {"not_available": draw(texts)},
        "nganh": {"value": Decimal(5), "disaggregation": "sector=du-lich"},
    }
    indicator, period = draw(st.sampled_from(sorted(kinds))), draw(periods)
    return Observation(
        indicator=indicator,
        org_unit=draw(st.sampled_from(["tinh-mau", "so-moi"])),
        period=period,
        qualifier=draw(st.sampled_from(Qualifier)),
        document=draw(st.sampled_from([None, "bc-1"])),
        reported=draw(st.none() | st.just(Period.day(period.end))),
        note=draw(notes),
        **kinds[indicator],
    )


def without_entered(figure: Observation) -> Observation:
    return figure.model_copy(update={"entered": ""})


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=200,
)
@given(written=st.lists(figures(), max_size=5, unique_by=lambda figure: figure.cell))
def test_figures_come_back_exactly_from_their_csv(
    plan: Plan, tmp_path: Path, written: list[Observation]
) -> None:
    path = tmp_path / "so-lieu.csv"
    lines = "".join(figure_lines(written))
    assume(legacy_font(lines) is None)  # what reads as an old font's text is refused, rightly
    assume(not asked_about(written))
    path.write_bytes(lines.encode())
    # Said to be UTF-8, because a chance may bring letters that look garbled.
    source = examine(path, "utf-8")
    read = figures_of(read_figures(source, plan, today=TODAY))
    assert sorted(map(repr, map(without_entered, read))) == sorted(map(repr, written))
    assert as_csv(read) == as_csv(written)


@given(note=texts | formulas)
def test_no_cell_of_words_is_a_formula_to_a_spreadsheet(note: str) -> None:
    figure = Observation(
        indicator="tien",
        org_unit="tinh-mau",
        period=Period.parse("2022-07"),
        value=Decimal(-5),
        note=note,
    )
    _, row = csv.reader(io.StringIO(as_csv([figure])))
    assert not row[11].startswith(("=", "+", "-", "@", "\t", "\r"))
    assert row[11].removeprefix("'") in {note, note.removeprefix("'")}
    assert row[4] == "-5"  # a number may begin with its sign


def test_the_lines_are_in_order_of_indicator_unit_part_end_and_period(plan: Plan) -> None:
    del plan
    cells = [
        ("b", "x", "", "2022"),
        ("a", "y", "", "2021"),
        ("a", "x", "sector=du-lich", "2021"),
        ("a", "x", "", "2022-Q4"),
        ("a", "x", "", "2022"),
        ("a", "x", "", "2022-02"),
    ]
    given_figures = [
        Observation(
            indicator=indicator,
            org_unit=unit,
            disaggregation=part,
            period=Period.parse(period),
            value=Decimal(1),
        )
        for indicator, unit, part, period in cells
    ]
    rows = list(csv.reader(io.StringIO(as_csv(given_figures))))
    assert [tuple(row[:4]) for row in rows[1:]] == [cells[n] for n in (5, 4, 3, 2, 1, 0)]


def test_no_figures_are_a_header_that_reads_back_as_none(plan: Plan, tmp_path: Path) -> None:
    path = tmp_path / "so-lieu.csv"
    path.write_text(as_csv([]))
    assert path.read_text() == (
        "indicator,org_unit,disaggregation,period,value,numerator,denominator,stated,qualifier,"
        "document,reported,note\n"
    )
    assert list(read_figures(path, plan, today=TODAY)) == []


def test_a_reason_is_written_as_it_is_read(read: Callable[..., list[Observation]]) -> None:
    line = 'so-dn,tinh-mau,,2022-07,"na:chưa có, sẽ bổ sung",,,,exact,,,'
    assert as_csv(read(line)).splitlines()[1] == line


@pytest.mark.parametrize(
    ("plan_file", "figures_file"),
    [
        ("targets.yaml", "data/observations.csv"),
        *(
            (str(path.relative_to(SHIPPED)), str(path.parent / "data/observations.csv"))
            for path in sorted(SHIPPED.glob("plans/*/targets.yaml"))
        ),
    ],
)
def test_the_shipped_figures_are_written_as_they_were_read(
    plan_file: str, figures_file: str
) -> None:
    from cdstrack.files.plan.reader import read_plan

    plan = read_plan(SHIPPED / plan_file).plan
    assert plan is not None
    path = SHIPPED / figures_file
    read = figures_of(read_figures(path, plan, today=TODAY))
    assert read
    assert as_csv(read) == path.read_bytes().decode()
