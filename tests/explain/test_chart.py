"""The chart: true to the width, readable without colour, and only where somebody can see it."""

import re
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pexpect
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.conftest import run_program

from cdstrack.core.reports.indicator_detail import Band, Chart
from cdstrack.core.verdict.likely import Spread
from cdstrack.core.verdict.trajectory import Point
from cdstrack.render.indicator.axes import nice_ticks
from cdstrack.render.indicator.chart import (
    BREAK,
    FIGURE,
    LIKELY,
    PATH,
    TARGET,
    drawn_chart,
    legend,
)

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
PROGRAM = Path(sys.executable).parent / "cdstrack"
CHART = Chart(
    figures=(Point(2020.5, 35), Point(2022, 55.56), Point(2022.58, 67.84)),
    path=(Point(2021, 40), Point(2026, 90), Point(2031, 100)),
    targets=(Point(2026, 90), Point(2031, 100)),
    breaks=(2021.3,),
)


@pytest.mark.parametrize("width", [30, 60, 80, 100, 160])
def test_it_fills_the_width_and_no_more(width: int) -> None:
    lines = drawn_chart(CHART, "vi", width, colour=False).splitlines()
    assert max(map(cell_len, lines)) == width
    assert 10 <= len(lines) <= 21


def test_without_colour_there_is_no_escape_code_and_the_signs_tell_the_parts_apart() -> None:
    drawn = drawn_chart(CHART, "vi", 80, colour=False)
    assert "\x1b" not in drawn
    assert all(sign in drawn for sign in (FIGURE, PATH, TARGET, BREAK))
    assert drawn.count(FIGURE) == 3


def test_colour_changes_nothing_but_the_colour() -> None:
    plain = drawn_chart(CHART, "vi", 80, colour=False)
    coloured = drawn_chart(CHART, "vi", 80, colour=True)
    assert "\x1b[" in coloured
    stripped = [line.rstrip() for line in ESCAPE.sub("", coloured).splitlines()]
    assert stripped == plain.splitlines()


def test_the_axes_are_written_in_the_language_of_the_reader() -> None:
    low = Chart((Point(2021, 0.5), Point(2022, 1.0)), (), (), ())
    vietnamese = drawn_chart(low, "vi", 80, colour=False)
    english = drawn_chart(low, "en", 80, colour=False)
    assert "0,6┤" in vietnamese
    assert "12/2021" in vietnamese
    assert "0.6┤" in english
    assert "2021-12" in english


def test_the_legend_names_only_what_is_drawn() -> None:
    (line,) = legend(Chart((Point(2021, 1), Point(2022, 2)), (), (), ()), "vi")
    assert line.text == "● số liệu"
    (line,) = legend(CHART, "en")
    assert line.text == "● figure   · path   ◆ target   ┆ definition changed"


def test_what_is_likely_is_a_band_from_the_latest_figure_to_the_due_date() -> None:
    """It widens with the years, ends at the bounds, and hides neither figure nor target."""
    band = Band(2022, 2031, Spread(55, 4, 9, 5), (Fraction(0), Fraction(90)))
    figures = (Point(2020, 45), Point(2021, 50), Point(2022, 55))
    targets = (Point(2031, 80),)
    chart = Chart(figures, (), targets, (), band)
    drawn = drawn_chart(chart, "vi", 80, colour=False)
    assert drawn.count(FIGURE) == 3
    assert drawn.count(TARGET) == 1
    widths = [
        sum(line[column : column + 1] == LIKELY for line in drawn.splitlines())
        for column in (40, 60, 75)
    ]
    assert 0 < widths[0] <= widths[1] <= widths[2]
    assert band.at(2031)[1] == 90
    (line,) = legend(chart, "en")
    assert line.text == "● figure   ◆ target   ░ likely (8 in 10)"
    narrow = drawn_chart(replace(chart, band=None), "vi", 80, colour=False)
    assert LIKELY not in narrow


@given(low=st.floats(-1e9, 1e9), room=st.floats(0, 1e9), most=st.integers(2, 5))
@settings(max_examples=300)
def test_ticks_enclose_all_values_evenly(low: float, room: float, most: int) -> None:
    ticks = nice_ticks(low, low + room, most)
    slack = 1e-6 * max(1.0, abs(low), room)
    assert ticks[0] <= low + slack
    assert ticks[-1] >= low + room - slack
    assert 2 <= len(ticks) <= most + 2


@given(
    values=st.lists(st.floats(-1e12, 1e12), min_size=2, max_size=6),
    width=st.integers(30, 120),
)
@settings(max_examples=60, deadline=None)
def test_any_values_can_be_drawn(values: list[float], width: int) -> None:
    points = tuple(Point(2020 + place / 3, value) for place, value in enumerate(values))
    drawn = drawn_chart(Chart(points, (), (), ()), "en", width, colour=False)
    assert drawn.count(FIGURE) >= 1


def test_two_points_are_needed_for_a_chart() -> None:
    assert Chart((Point(2021, 1),), (), (), ()).is_empty
    assert not CHART.is_empty


def shown(folder: Path, *options: str) -> str:
    """What `show` prints on a terminal of 90 columns."""
    child = pexpect.spawn(
        str(PROGRAM), ["show", "ho-so", *options], cwd=str(folder), dimensions=(40, 90), timeout=30
    )
    child.expect(pexpect.EOF)
    printed: str = child.before.decode()
    return printed.replace("\r\n", "\n")


def test_a_terminal_gets_a_chart_as_wide_as_itself(filled: Path) -> None:
    printed = ESCAPE.sub("", shown(filled))
    frame = next(line for line in printed.splitlines() if "┌" in line)
    assert cell_len(frame.rstrip()) == 90
    assert "● số liệu   · lộ trình   ◆ mục tiêu" in printed


def test_a_chart_without_colour_has_no_escape_code(filled: Path) -> None:
    printed = shown(filled, "--color", "never")
    assert "┌" in printed
    assert "\x1b[" not in printed


def test_no_chart_leaves_it_out(filled: Path) -> None:
    assert "┌" not in shown(filled, "--no-chart")


def test_off_a_terminal_there_is_no_chart(filled: Path) -> None:
    del filled
    for options in ((), ("--format", "text"), ("--format", "markdown"), ("--color", "always")):
        answer = run_program("show", "ho-so", *options)
        assert answer.code == 0
        assert "┌" not in answer.out
